/** Where one is signed in; this session first, then the others, the newest first. */
import { browserInWords } from '@watchdesk/domain/account';
import { Badge, Button } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { faultsOf, FormFault } from '../../account/index.ts';
import type { Account } from '../../api/index.ts';
import { Instant, Panel } from '../../ui/index.ts';
import classes from './account.module.css';
import { messages } from './messages.ts';
import { useEndOthers, useEndSession } from './use-account.ts';

const words = messages.sessions;

type Session = Account['sessions'][number];

export function Sessions({ account: { sessions } }: { account: Account }) {
  const end = useEndSession();
  const endOthers = useEndOthers();
  const ordered = sessions.toSorted((one, other) => Number(other.isThis) - Number(one.isThis));
  return (
    <Panel
      title={words.title}
      sentence={words.sentence}
      actions={
        sessions.length > 1 && (
          <Button size="xs" variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {words.endOthers}
          </Button>
        )
      }
    >
      <ul className={classes['list']}>
        {ordered.map((session) => (
          <OneSession
            key={session.id}
            session={session}
            isEnding={end.isPending && end.variables === session.id}
            onEnd={() => end.mutate(session.id)}
          />
        ))}
      </ul>
      <FormFault>{faultsOf(end.error ?? endOthers.error, []).rest}</FormFault>
    </Panel>
  );
}

function OneSession({ session, isEnding, onEnd }: { session: Session; isEnding: boolean; onEnd: () => void }) {
  const browser = browserInWords(session.userAgent) ?? words.unknown;
  const Sign = /iPhone|iPad|Android/.test(browser) ? IconDeviceMobile : IconDeviceDesktop;
  return (
    <li>
      <Sign size={20} stroke={1.6} aria-hidden="true" />
      <div className={classes['words']}>
        <b>{browser}</b>
        <span className={classes['quiet']}>
          {session.from && <>{words.from(session.from)}, </>}
          {words.since} <Instant at={session.createdAt} />
        </span>
      </div>
      {session.isThis ? (
        <Badge variant="light">{words.here}</Badge>
      ) : (
        <Button size="compact-sm" variant="default" aria-label={words.endOf(browser)} loading={isEnding} onClick={onEnd}>
          {words.end}
        </Button>
      )}
    </li>
  );
}
