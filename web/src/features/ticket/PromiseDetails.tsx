/** How a clock was counted, for whoever doubts it: by what, every point of its course, and who held the time. */
import type { TicketClock } from '../../api/client.ts';
import { formatDuration, formatShare, NONE } from '../../ui/index.ts';
import panel from './panels.module.css';
import { PromiseCourse } from './PromiseBar.tsx';
import { messages } from './promise-messages.ts';
import { businessWords } from './promise-words.ts';
import classes from './promises.module.css';

const holderWords = ({ holder, name }: { holder: string; name: string }): string => `${name}${messages.holder[holder] ?? ''}`;

function Shares({ clock }: { clock: TicketClock }) {
  const held = clock.shares.filter(({ countedSeconds, pausedSeconds }) => countedSeconds + pausedSeconds > 0);
  if (held.length === 0) return <p className={panel['quiet']}>{messages.nobodyHeld}</p>;
  const all = Math.max(1, clock.countedSeconds);
  return (
    <ul className={panel['legend']}>
      {held.map((share, index) => (
        <li key={`${share.holder} ${share.id ?? ''}`}>
          <span className={panel['swatch']} data-holder={share.holder} data-place={index % 3} aria-hidden="true" />
          <span className={panel['name']}>
            {holderWords(share)}
            {share.pausedSeconds > 0 && (
              <small>
                {messages.paused} {formatDuration(share.pausedSeconds)}
              </small>
            )}
          </span>
          <span className={panel['number']}>{share.countedSeconds > 0 ? businessWords(share.countedSeconds) : NONE}</span>
          <span className={panel['share']}>{share.countedSeconds > 0 ? formatShare(share.countedSeconds / all) : ''}</span>
        </li>
      ))}
    </ul>
  );
}

export function PromiseDetails({ clock }: { clock: TicketClock }) {
  const facts: [string, string][] = [
    [messages.promisedTo, [clock.priority, clock.tier].filter(Boolean).join(', ')],
    [messages.counted, businessWords(clock.elapsedSeconds)],
    [messages.paused, formatDuration(clock.pausedSeconds)],
    [messages.outside, formatDuration(clock.outsideSeconds)],
  ];
  return (
    <div className={classes['details']}>
      <dl className={panel['facts']}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <PromiseCourse clock={clock} />
      <h4 className={classes['heading']}>{messages.heldBy}</h4>
      <Shares clock={clock} />
    </div>
  );
}

/** Only a broken promise is charged to somebody. */
export function Charged({ clock }: { clock: TicketClock }) {
  const { breachAt, chargedTo, heldAtBreach } = clock;
  if (breachAt === null || (chargedTo === null && heldAtBreach === null)) return null;
  const isSame = chargedTo?.holder === heldAtBreach?.holder && chargedTo?.id === heldAtBreach?.id;
  return (
    <p className={classes['charged']} title={messages.chargedMeaning}>
      {chargedTo && (
        <span>
          {isSame ? messages.chargedAndHeld : messages.chargedTo} <b>{holderWords(chargedTo)}</b>
        </span>
      )}
      {heldAtBreach && !isSame && (
        <span>
          {messages.heldAtBreach} <b>{holderWords(heldAtBreach)}</b>
        </span>
      )}
    </p>
  );
}
