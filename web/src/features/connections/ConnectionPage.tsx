/** One connection: how it is, its words, its webhooks, what could not be read, and what its system promises; each part has an address. */
import { Button } from '@mantine/core';
import { IconArrowLeft, IconPencil, IconPlayerPause, IconPlayerPlay, IconPlugConnectedX, IconTrash } from '@tabler/icons-react';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Connection } from '../../api/client.ts';
import { EmptyState, ErrorState, formatCount, PlaceHead, RowsSkeleton } from '../../ui/index.ts';
import classes from './connections.module.css';
import { ChangeDialog } from './form/ChangeDialog.tsx';
import { messages } from './messages.ts';
import { HealthPart } from './parts/HealthPart.tsx';
import { LettersPart } from './parts/LettersPart.tsx';
import { PromisesPart } from './parts/PromisesPart.tsx';
import { VerdictsPart } from './parts/VerdictsPart.tsx';
import { WebhooksPart } from './parts/WebhooksPart.tsx';
import { WordsPart } from './parts/WordsPart.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { type Part, PARTS } from './search.ts';
import { StateBadge, StateDetail, stateText } from './StateOf.tsx';
import { useConnections, usePause } from './use-connections.ts';

const SHOWN: Record<Part, (props: { connection: Connection }) => React.ReactNode> = {
  health: HealthPart,
  words: WordsPart,
  webhooks: WebhooksPart,
  letters: LettersPart,
  promises: PromisesPart,
  verdicts: VerdictsPart,
};

/** The streams whose events are of tickets, whatever the system. */
const TICKETS = /ticket/;

/** What its system can do. */
const partsOf = ({ takesWebhooks, offersRules }: Connection): Part[] =>
  PARTS.filter((part) => (part === 'webhooks' ? takesWebhooks : part === 'promises' || part === 'verdicts' ? offersRules : true));

export function ConnectionPage() {
  const { connectionId } = useParams({ from: '/inside/settings/connections/$connectionId' });
  const { data, error, refetch } = useConnections();
  const connection = data?.connections.find(({ id }) => id === connectionId);
  return (
    <div className={classes['page']}>
      <Link to="/settings/connections" className={classes['back']}>
        <IconArrowLeft size={15} aria-hidden="true" />
        {messages.all}
      </Link>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <RowsSkeleton rows={8} />}
      {data && !connection && (
        <EmptyState icon={IconPlugConnectedX} title={messages.gone}>
          {messages.goneText}
        </EmptyState>
      )}
      {connection && <One key={connection.id} connection={connection} />}
    </div>
  );
}

function One({ connection }: { connection: Connection }) {
  const { part = 'health' } = useSearch({ from: '/inside/settings/connections/$connectionId' });
  const { id, name, systemLabel, health } = connection;
  const [isChanging, setChanging] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const pause = usePause(id);
  const parts = partsOf(connection);
  const Shown = SHOWN[parts.includes(part) ? part : 'health'];
  const isPaused = health.state === 'paused';
  return (
    <>
      <PlaceHead
        title={<bdi>{name}</bdi>}
        text={
          <>
            <p>
              {systemLabel} · <StateBadge of={connection} />
            </p>
            <p>{stateText(connection)}</p>
            <StateDetail health={health} />
            {health.state === 'back_filling' && health.streams.some(({ stream, events }) => TICKETS.test(stream) && events > 0) && (
              <p>
                {messages.firstLook} <Link to="/dashboards">{messages.firstLookAt}</Link>
              </p>
            )}
          </>
        }
      >
        {health.state !== 'removing' && (
          <div className={classes['deeds']}>
            <Button
              size="xs"
              variant="default"
              leftSection={isPaused ? <IconPlayerPlay size={15} aria-hidden="true" /> : <IconPlayerPause size={15} aria-hidden="true" />}
              loading={pause.isPending}
              onClick={() => pause.mutate(isPaused ? 'resume' : 'pause')}
            >
              {isPaused ? messages.resume : messages.pause}
            </Button>
            <Button size="xs" variant="default" leftSection={<IconPencil size={15} aria-hidden="true" />} onClick={() => setChanging(true)}>
              {messages.change}
            </Button>
            <Button size="xs" variant="default" leftSection={<IconTrash size={15} aria-hidden="true" />} onClick={() => setRemoving(true)}>
              {messages.remove}
            </Button>
          </div>
        )}
      </PlaceHead>
      {pause.error && <ErrorState error={pause.error} compact />}
      <nav className={classes['tabs']} aria-label={messages.partsOf(name)}>
        {parts.map((one) => (
          <Link
            key={one}
            to="/settings/connections/$connectionId"
            params={{ connectionId: id }}
            search={{ part: one === 'health' ? undefined : one }}
            // Without a part in the address it is the first one that is open, and no other.
            activeOptions={{ explicitUndefined: true }}
            className={classes['tab']}
          >
            {messages.parts[one]}
            {one === 'letters' && health.deadLetters > 0 && <span className={classes['count']}>{formatCount(health.deadLetters)}</span>}
          </Link>
        ))}
      </nav>
      <Shown connection={connection} />
      {isChanging && <ChangeDialog connection={connection} onClose={() => setChanging(false)} />}
      {isRemoving && <RemoveDialog connection={connection} onClose={() => setRemoving(false)} />}
    </>
  );
}
