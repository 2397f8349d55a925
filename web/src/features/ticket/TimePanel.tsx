/** Where the time went: the open wait, the first reply, every wait with who ended it, who held the ticket, and its cycles. */
import { useState } from 'react';
import type { TicketDetail } from '../../api/client.ts';
import { Age, Duration, formatDuration, formatShare, Instant, NONE, Panel, uiMessages } from '../../ui/index.ts';
import { sharesOf, type Share } from './holders.ts';
import { messages } from './messages.ts';
import classes from './panels.module.css';

const { time } = messages;
const SHOWN = 4;

const secondsBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 1000;
const nameOf = ({ holder, name }: Share): string => {
  if (holder === 'others') return time.otherHolders(Number(name));
  if (holder === 'agent') return name;
  return holder === 'team' ? `${name}, ${uiMessages.nobody.toLowerCase()}` : time.holder[holder];
};

function Holders({ ticket }: { ticket: TicketDetail }) {
  const shares = sharesOf(ticket.holders);
  if (shares.length === 0) return <p className={classes['quiet']}>{time.noHolders}</p>;
  return (
    <>
      <div className={classes['bar']} aria-hidden="true">
        {shares.map((share, index) => (
          <span
            key={share.key}
            data-holder={share.holder}
            data-place={index % 3}
            style={{ flexGrow: share.share }}
            title={`${nameOf(share)}: ${formatDuration(share.seconds)}`}
          />
        ))}
      </div>
      <ul className={classes['legend']}>
        {shares.map((share, index) => (
          <li key={share.key}>
            <span className={classes['swatch']} data-holder={share.holder} data-place={index % 3} aria-hidden="true" />
            <span className={classes['name']}>{nameOf(share)}</span>
            <span className={classes['number']}>{formatDuration(share.seconds)}</span>
            <span className={classes['share']}>{formatShare(share.share)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Wait({ wait }: { wait: TicketDetail['waits'][number] }) {
  return (
    <li data-open={wait.to === null || undefined}>
      <span className={classes['name']}>
        {time.waitKinds[wait.kind]}
        <small>
          <Instant at={wait.from} />
          {wait.closedBy && ` · ${time.closedBy[wait.closedBy]}${wait.closedBy === 'reply' ? ` ${wait.agent?.name ?? NONE}` : ''}`}
          {wait.to === null && ` · ${time.still}`}
        </small>
      </span>
      <span className={classes['number']}>{wait.to === null ? <Age since={wait.from} /> : <Duration seconds={wait.seconds} />}</span>
    </li>
  );
}

function Waits({ waits }: { waits: TicketDetail['waits'] }) {
  const [all, setAll] = useState(false);
  if (waits.length === 0) return <p className={classes['quiet']}>{time.noWaits}</p>;
  const latest = waits.toReversed();
  return (
    <>
      <ol className={classes['rows']}>
        {(all ? latest : latest.slice(0, SHOWN)).map((wait) => (
          <Wait key={wait.ordinal} wait={wait} />
        ))}
      </ol>
      {waits.length > SHOWN && (
        <button type="button" className={classes['more']} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? time.fewerWaits : time.moreWaits(waits.length - SHOWN)}
        </button>
      )}
    </>
  );
}

function Cycles({ cycles }: { cycles: TicketDetail['cycles'] }) {
  return (
    <ol className={classes['rows']}>
      {cycles.map((cycle) => (
        <li key={cycle.ordinal}>
          <span className={classes['name']}>
            {time.cycleOf(cycle.ordinal)}
            <small>
              <Instant at={cycle.startedAt} /> · {time.replies(cycle.replies)}
              {cycle.resolvedBy?.agent && ` · ${messages.details.by} ${cycle.resolvedBy.agent.name}`}
            </small>
          </span>
          <span className={classes['number']}>
            {cycle.resolvedAt ? <Duration seconds={secondsBetween(cycle.startedAt, cycle.resolvedAt)} /> : <Age since={cycle.startedAt} />}
          </span>
        </li>
      ))}
    </ol>
  );
}

export function TimePanel({ ticket }: { ticket: TicketDetail }) {
  const firstWait = ticket.waits.find(({ kind, closedBy }) => kind === 'first' && closedBy === 'reply');
  return (
    <Panel title={time.title}>
      <dl className={classes['pair']}>
        <div>
          <dt>{time.firstReply}</dt>
          <dd>
            {firstWait ? (
              <Duration seconds={firstWait.seconds} />
            ) : (
              <span className={classes['quiet']}>
                {ticket.firstReply ? <abbr title={time.firstReplyUnmeasured}>{NONE}</abbr> : time.firstReplyNone}
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>{time.resolution}</dt>
          <dd>
            {ticket.resolvedAt ? (
              <Duration seconds={secondsBetween(ticket.createdAt, ticket.resolvedAt)} />
            ) : (
              <span className={classes['quiet']}>{time.unresolved}</span>
            )}
          </dd>
        </div>
      </dl>
      <h3 className={classes['heading']}>{time.holders}</h3>
      <Holders ticket={ticket} />
      <h3 className={classes['heading']}>{time.waits}</h3>
      <Waits waits={ticket.waits} />
      {ticket.cycles.length > 1 && (
        <>
          <h3 className={classes['heading']}>{time.cycles}</h3>
          <Cycles cycles={ticket.cycles} />
        </>
      )}
    </Panel>
  );
}
