/** One channel: what it is, what goes there, how it is doing, and what can be done with it. */
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconHistory, IconKey, IconPencil, IconPlayerPause, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { quietInWords } from '../../../notices/index.ts';
import { useSession } from '../../../session/session.ts';
import { Instant, problemOf, Relative } from '../../../ui/index.ts';
import classes from '../settings.module.css';
import { isFailing } from '../../../channels/channel-form.ts';
import own from '../../../channels/channels.module.css';
import { words } from '../../../channels/messages.ts';
import { type Channel, useChangeChannel, useTestChannel } from '../../../channels/use-channels.ts';

/** What takes a dialog. */
export type Deed = 'change' | 'renew' | 'remove';

interface ChannelRowProps {
  channel: Channel;
  /** A persona of the demonstration only looks. */
  isPersona: boolean;
  onDo: (deed: Deed) => void;
}

export function ChannelRow({ channel, isPersona, onDo }: ChannelRowProps) {
  const { columns } = words;
  const { id, name, kind, leadsTo, settings } = channel;
  const { workspace } = useSession();
  const test = useTestChannel(id);
  const change = useChangeChannel(id);
  const failure = test.error ?? change.error;
  return (
    <tr data-over={!channel.active || undefined}>
      <td data-label={columns.name} data-wide>
        <b>
          <bdi>{name}</bdi>
        </b>
        <div className={classes['quiet']}>
          {words.kinds[kind]} · <bdi>{leadsTo}</bdi>
        </div>
      </td>
      <td data-label={columns.takes}>
        {words.takes[settings.from]}
        {settings.quiet && (
          <div className={classes['quiet']}>{words.quietFrom(quietInWords(settings.quiet, settings.timeZone ?? workspace.timeZone))}</div>
        )}
      </td>
      <td data-label={columns.state}>
        <State of={channel} />
      </td>
      <td data-label={columns.last} data-wide>
        <Last of={channel} isTried={test.data !== undefined} />
        {test.data && (
          <div className={own['said']} data-tone={test.data.ok ? 'good' : 'bad'} role="status">
            {words.testAt} <Instant at={new Date(test.submittedAt).toISOString()} />:{' '}
            {test.data.ok ? words.taken : words.notTaken(test.data.reason ?? '')}
          </div>
        )}
        {failure && (
          <div className={own['said']} data-tone="bad" role="alert">
            {problemOf(failure).detail ?? problemOf(failure).title}
          </div>
        )}
      </td>
      <td data-label={columns.deed} data-wide>
        <span className={classes['deeds']}>
          {!isPersona && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={words.testOf(name)}
              loading={test.isPending}
              onClick={() => test.mutate()}
            >
              {words.test}
            </Button>
          )}
          <More channel={channel} isPersona={isPersona} onDo={onDo} onActive={(active) => change.mutate({ active })} />
        </span>
      </td>
    </tr>
  );
}

function State({ of: channel }: { of: Channel }) {
  const { active, fault } = channel;
  const isBad = active ? isFailing(channel) : fault !== null;
  return (
    <>
      <span className={own['state']} data-tone={isBad ? 'bad' : active ? 'good' : 'idle'}>
        {active ? (isBad ? words.failing : words.on) : isBad ? words.broken : words.off}
      </span>
      {fault !== null && <div className={classes['quiet']}>{fault}</div>}
    </>
  );
}

/** `isTried`: what came of a test stands beside it. */
function Last({ of: channel, isTried }: { of: Channel; isTried: boolean }) {
  const { sentAt, waiting, failure } = channel.recent;
  return (
    <>
      {sentAt === null && !failure && waiting === 0 && !isTried && <span className={classes['quiet']}>{words.neverSent}</span>}
      {sentAt !== null && (
        <div>
          {words.sent} <Instant at={sentAt} />
        </div>
      )}
      {failure && isFailing(channel) && (
        <div className={own['said']} data-tone="bad">
          {words.failed}
          {failure.endedAt !== null && (
            <>
              {' '}
              <Instant at={failure.endedAt} />
            </>
          )}
          : {failure.reason}
          {failure.nextAt !== null && (
            <>
              ; {words.again} <Relative at={failure.nextAt} />
            </>
          )}
        </div>
      )}
      {waiting > 0 && <div className={classes['quiet']}>{words.waiting(waiting)}</div>}
    </>
  );
}

function More({ channel, isPersona, onDo, onActive }: ChannelRowProps & { onActive: (active: boolean) => void }) {
  const { id, kind, name, active } = channel;
  const icon = { size: 16, stroke: 1.7, 'aria-hidden': true } as const;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={26} aria-label={words.more(name)}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/settings/deliveries" search={{ to: id } as never} leftSection={<IconHistory {...icon} />}>
          {words.log}
        </Menu.Item>
        {!isPersona && (
          <>
            <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => onDo('change')}>
              {words.change}
            </Menu.Item>
            {kind === 'webhook' && (
              <Menu.Item leftSection={<IconKey {...icon} />} onClick={() => onDo('renew')}>
                {words.renew}
              </Menu.Item>
            )}
            <Menu.Item
              leftSection={active ? <IconPlayerPause {...icon} /> : <IconPlayerPlay {...icon} />}
              onClick={() => onActive(!active)}
            >
              {active ? words.turnOff : words.turnOn}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item color="var(--bad)" leftSection={<IconTrash {...icon} />} onClick={() => onDo('remove')}>
              {words.remove}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
