/** What is on fire, first: in words, each with the one step that puts it out. */
import { IconAlertTriangleFilled, IconChevronRight, IconCircleCheckFilled } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Priority as Level } from '@watchdesk/domain/event';
import type { Overview } from '../../api/client.ts';
import { Age, CustomerName, CustomerTier, formatDuration, Priority, uiMessages } from '../../ui/index.ts';
import classes from './fire.module.css';
import { LiveCounters } from './LiveCounters.tsx';
import { messages } from './messages.ts';
import { MOST_SHOWN, nobodyFree, worstFirst, type Burning } from './on-fire.ts';

const words = messages.fire;

function BurningTicket({
  ticket: { ticket, subject, priority, waitingSince, organisation, requester, customerTier },
}: {
  ticket: Burning;
}) {
  return (
    <li>
      <Link to="/tickets/$ticketId" params={{ ticketId: ticket } as never} className={classes['row']}>
        <Priority value={priority as Level} />
        <span className={classes['subject']}>{subject ?? uiMessages.noSubject}</span>
        <span className={classes['customer']}>
          <span className={classes['name']}>
            <CustomerName organisation={organisation} requester={requester} />
          </span>
          {customerTier && <CustomerTier value={customerTier} />}
        </span>
        <span className={classes['wait']} data-critical={priority === 'P1' || undefined}>
          <span className={classes['word']}>{words.waits} </span>
          <Age since={waitingSince} />
        </span>
        <IconChevronRight size={16} stroke={1.7} aria-hidden="true" className={classes['go']} />
      </Link>
    </li>
  );
}

function NobodyFree({ now }: { now: Overview }) {
  return (
    <li>
      <Link to="/queue" className={classes['row']}>
        <IconAlertTriangleFilled size={18} className={classes['alarm']} aria-hidden="true" />
        <span className={classes['subject']}>{words.nobodyFree(now.waiting)}</span>
        <span className={classes['customer']}>{words.nobodyFreeDetail(now.online)}</span>
        <IconChevronRight size={16} stroke={1.7} aria-hidden="true" className={classes['go']} />
      </Link>
    </li>
  );
}

/** What there is to say where tickets are not shown one by one: how many wait, and how long. */
function SummedUp({ now }: { now: Overview }) {
  const isAlarm = nobodyFree(now);
  return (
    <section className={classes['fire']} aria-labelledby="fire">
      <div className={classes['head']}>
        <h1 id="fire" className={classes['headline']} data-calm={!isAlarm || undefined}>
          {isAlarm && <IconAlertTriangleFilled size={22} className={classes['alarm']} aria-hidden="true" />}
          {isAlarm ? words.nobodyFree(now.waiting) : messages.headline.summed(now.waiting)}
          {now.longestWaitSeconds !== null && (
            <span className={classes['more']}>{messages.headline.longest(formatDuration(now.longestWaitSeconds))}</span>
          )}
        </h1>
        <LiveCounters now={now} />
      </div>
    </section>
  );
}

export function Fire({ now }: { now: Overview }) {
  if (!now.seesTickets) return <SummedUp now={now} />;
  const burning = worstFirst(now.onFire);
  const alone = nobodyFree(now);
  const count = burning.length + Number(alone);
  return (
    <section className={classes['fire']} aria-labelledby="fire">
      <div className={classes['head']}>
        <h1 id="fire" className={classes['headline']} data-calm={count === 0 || undefined}>
          {count === 0 && <IconCircleCheckFilled size={22} className={classes['good']} aria-hidden="true" />}
          {count === 0 ? messages.headline.calm : messages.headline.fire(count)}
          {count === 0 && <span className={classes['more']}>{messages.headline.calmMore(now.waiting)}</span>}
        </h1>
        <LiveCounters now={now} />
      </div>
      {count > 0 && (
        <ol className={classes['list']} aria-label={words.label}>
          {alone && <NobodyFree now={now} />}
          {burning.slice(0, MOST_SHOWN).map((ticket) => (
            <BurningTicket key={ticket.ticket} ticket={ticket} />
          ))}
          {burning.length > MOST_SHOWN && (
            <li>
              <Link to="/queue" className={classes['all']}>
                {words.all}
              </Link>
            </li>
          )}
        </ol>
      )}
    </section>
  );
}
