/** Channels: where the workspace is told of things, how each is doing, and the hooks that other programs have left. */
import { Alert, Button } from '@mantine/core';
import { IconBroadcast, IconInfoCircle, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useSession } from '../../../session/session.ts';
import { CardTable, EmptyState, ErrorState, Panel, PlaceHead, RowsSkeleton } from '../../../ui/index.ts';
import classes from '../settings.module.css';
import { isFailing } from '../../../channels/channel-form.ts';
import { ChannelDialog } from '../../../channels/ChannelDialog.tsx';
import { ChannelRow, type Deed } from './ChannelRow.tsx';
import { HooksPanel } from './HooksPanel.tsx';
import { words } from '../../../channels/messages.ts';
import { RemoveDialog, RenewDialog } from './SmallDialogs.tsx';
import { type Channel, useChannels } from '../../../channels/use-channels.ts';

type Doing = { deed: 'add'; channel?: undefined } | { deed: Deed; channel: Channel };

const rankOf = (channel: Channel): number => (channel.fault !== null ? 2 : isFailing(channel) ? 1 : 0);

export function ChannelsPage() {
  const { data, error, refetch } = useChannels();
  const isPersona = useSession().account === null;
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  const channels = data?.channels ?? [];
  // What takes nothing any more needs somebody first.
  const ordered = channels.toSorted((a, b) => rankOf(b) - rankOf(a));
  const add = !isPersona && (
    <Button size="xs" leftSection={<IconPlus size={15} aria-hidden="true" />} onClick={() => setDoing({ deed: 'add' })}>
      {words.add}
    </Button>
  );
  return (
    <div className={classes['page']}>
      <PlaceHead title={words.title} text={words.text}>
        {channels.length > 0 && add}
      </PlaceHead>
      {isPersona && (
        <Alert color="gray" icon={<IconInfoCircle size={18} aria-hidden="true" />} title={words.persona}>
          {words.personaText}
        </Alert>
      )}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <RowsSkeleton rows={4} height={56} />}
      {data && channels.length === 0 && (
        <EmptyState icon={IconBroadcast} title={words.none} action={add}>
          {words.noneText}
        </EmptyState>
      )}
      {channels.length > 0 && (
        <Panel title={words.list} flush>
          <CardTable columns={words.columns}>
            {ordered.map((channel) => (
              <ChannelRow key={channel.id} channel={channel} isPersona={isPersona} onDo={(deed) => setDoing({ deed, channel })} />
            ))}
          </CardTable>
        </Panel>
      )}
      <HooksPanel isPersona={isPersona} />
      {doing?.deed === 'add' && <ChannelDialog channel={null} onClose={close} />}
      {doing?.deed === 'change' && <ChannelDialog channel={doing.channel} onClose={close} />}
      {doing?.deed === 'renew' && <RenewDialog channel={doing.channel} onClose={close} />}
      {doing?.deed === 'remove' && <RemoveDialog channel={doing.channel} onClose={close} />}
    </div>
  );
}
