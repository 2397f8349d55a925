/** How a connection stands: a word in the colour of its state, and what there is to say of it now. */
import { Progress } from '@mantine/core';
import type { Connection } from '../../api/client.ts';
import { formatCount, formatShare, Instant, Relative, StateWord, type StateTone, useTicking } from '../../ui/index.ts';
import classes from './connections.module.css';
import { messages } from './messages.ts';

type Health = Connection['health'];

const TONES: Record<Health['state'], StateTone> = {
  back_filling: 'info',
  live: 'good',
  paused: 'paused',
  behind: 'bad',
  held_off: 'warning',
  credentials: 'bad',
  silent: 'warning',
  removing: 'idle',
};

type Known = Pick<Connection, 'health' | 'isRead' | 'hasWebhookSecret'>;

/** One that is heard is not called live before it was heard once. */
const isUnheard = ({ isRead, health: { state, lastArrivalAt, webhook } }: Known): boolean =>
  !isRead && (state === 'live' || state === 'silent') && lastArrivalAt === null && webhook.lastAt === null;

/** What the state means, in a sentence. */
export function stateText(connection: Known): string {
  const { isRead, hasWebhookSecret, health } = connection;
  if (isUnheard(connection)) return hasWebhookSecret ? messages.unheardText : messages.unheardNoSecret;
  return isRead ? messages.stateText[health.state] : messages.heardText[health.state];
}

export function StateBadge({ of: connection }: { of: Known }) {
  const { state } = connection.health;
  if (isUnheard(connection)) return <StateWord tone={connection.hasWebhookSecret ? 'idle' : 'warning'}>{messages.unheard}</StateWord>;
  return <StateWord tone={TONES[state]}>{messages.states[state]}</StateWord>;
}

/** What goes on beside the word: a failure with its reason, a wait with its end, a back-fill with how far it is. */
export function StateDetail({ health }: { health: Health }) {
  const { failure, waitsUntil, state, backFill, isMappingAgain } = health;
  return (
    <>
      {state === 'back_filling' && <BackFill of={health} />}
      {failure && (
        <p className={classes['quiet']} data-tone={state === 'held_off' ? 'warning' : 'bad'}>
          {failure.message}; <Again at={failure.nextAt} />
        </p>
      )}
      {/* Some seconds of waiting in each pull of what is live are of no interest to anybody. */}
      {!failure && waitsUntil && state === 'back_filling' && (
        <p className={classes['quiet']}>
          {messages.waits} <Relative at={waitsUntil} />
        </p>
      )}
      {isMappingAgain && backFill.isDone && <p className={classes['quiet']}>{messages.mappingAgain}</p>}
    </>
  );
}

/** While it is at it, the instant is over. */
function Again({ at }: { at: string }) {
  const isNow = useTicking((now) => Date.parse(at) <= now);
  if (isNow) return messages.againNow;
  return (
    <>
      {messages.again} <Relative at={at} />
    </>
  );
}

function BackFill({ of: { backFill, streams } }: { of: Health }) {
  const current = streams.find(({ filledAt }) => filledAt === null);
  const share = current?.fraction ?? null;
  return (
    <div className={classes['fill']}>
      <Progress value={share === null ? 100 : share * 100} animated={share === null} size="sm" aria-label={messages.states.back_filling} />
      <p className={classes['quiet']}>
        {share === null
          ? messages.progressUnknown(formatCount(backFill.items), formatCount(backFill.events))
          : messages.progress(formatShare(share), formatCount(backFill.events))}
        {backFill.estimatedEndAt && (
          <>
            , {messages.ends} <Instant at={backFill.estimatedEndAt} />
          </>
        )}
        {backFill.streamsLeft > 0 && `, ${messages.streamsLeft(backFill.streamsLeft)}`}
      </p>
    </div>
  );
}
