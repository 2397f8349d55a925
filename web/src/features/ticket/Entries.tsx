/** The entries between messages: what changed, days, silences and reopenings. */
import { IconArrowNarrowRight, IconHourglass, IconRotateClockwise, IconUrgent } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { FurtherAnswer } from '@watchdesk/domain/survey';
import { formatDay, formatDuration, Instant, Name, NONE, PersonFace, TicketLink, uiMessages, useTicking } from '../../ui/index.ts';
import { useTimeZone } from '../../period/viewing.ts';
import { Flags } from './Flags.tsx';
import classes from './entries.module.css';
import { Message, WrittenText } from './Message.tsx';
import { messages } from './messages.ts';
import { sentenceOf, type Names } from './sentence.ts';
import type { Entry, EventLine } from './timeline.ts';

function Words({ line, names }: { line: EventLine; names: Names }) {
  const { words, from, to, ticket, reason } = sentenceOf(line, names);
  const comment = line.item.personal?.['comment'] ?? line.item.personal?.['note'];
  const answers = answersIn(line.item.personal);
  return (
    <>
      {words}
      {from !== null && (
        <>
          {' '}
          <span className={classes['was']}>{from}</span>{' '}
          <IconArrowNarrowRight size={14} stroke={1.6} aria-label="to" className={classes['arrow']} />
        </>
      )}
      {to !== null && (
        <>
          {' '}
          <b>{to}</b>
        </>
      )}
      {ticket !== null && (
        <>
          {' '}
          <TicketLink id={ticket} />
        </>
      )}
      {reason !== null && <span className={classes['reason']}> {messages.reason(reason)}</span>}
      {typeof comment === 'string' && <WrittenText text={comment} />}
      {answers.map(({ question, answer }) => (
        <WrittenText key={question} text={`${question}\n${answer}`} />
      ))}
    </>
  );
}

/** To the further questions of a survey. */
const answersIn = (personal: EventLine['item']['personal']): readonly FurtherAnswer[] =>
  (personal?.['furtherAnswers'] ?? []) as FurtherAnswer[];

const isOfClock = ({ item }: EventLine): boolean => item.type === 'sla.warned' || item.type === 'sla.breached';

/** Time did this and nobody: the sentence stands without an actor. */
function OfClock({ entry, names }: { entry: Entry & { kind: 'events' }; names: Names }) {
  const isBroken = entry.lines.some(({ item }) => item.type === 'sla.breached');
  const Icon = isBroken ? IconUrgent : IconHourglass;
  return (
    <div className={classes['events']} data-broken={isBroken || undefined}>
      <span className={classes['clock']}>
        <Icon size={15} stroke={1.8} aria-hidden="true" />
      </span>
      <div className={classes['words']}>{entry.lines.map((line) => sentenceOf(line, names).words).join(' · ')}</div>
      <span className={classes['when']}>
        <Instant at={entry.at} />
      </span>
    </div>
  );
}

/** An automation's name leads to what it says. */
function Actor({ of: actor }: { of: EventLine['item']['actor'] }) {
  const name = <Name of={actor} nobody={uiMessages.actor[actor.kind]} />;
  if (actor.kind !== 'automation' || actor.id === null || actor.name === null) return name;
  return (
    <Link to="/automations/$automationId" params={{ automationId: actor.id }} className={classes['automation']}>
      {name}
    </Link>
  );
}

function Events({ entry, names, ticket }: { entry: Entry & { kind: 'events' }; names: Names; ticket: string }) {
  const [first] = entry.lines;
  if (!first) return null;
  const { actor } = first.item;
  if (entry.lines.every(isOfClock)) return <OfClock entry={entry} names={names} />;
  const alarming = first.item.type === 'ticket.escalated';
  return (
    <div className={classes['events']} data-alarming={alarming || undefined}>
      <PersonFace person={actor.name || actor.id ? actor : null} kind={actor.kind} size={20} />
      <div className={classes['words']}>
        <b>
          <Actor of={actor} />
        </b>{' '}
        {entry.lines.map((line, index) => (
          <span key={`${line.item.source} ${line.item.id}`}>
            {index > 0 && ', '}
            <Words line={line} names={names} />
          </span>
        ))}
        {first.item.ticket !== ticket && (
          <span className={classes['reason']}>
            {' '}
            {messages.fromTicket} <TicketLink id={first.item.ticket} />
          </span>
        )}
      </div>
      {entry.lines.map(({ item }) => (
        <Flags key={`${item.source} ${item.id}`} item={item} isLate={entry.isLate && item === first.item} />
      ))}
      <span className={classes['when']}>
        <Instant at={entry.at} />
      </span>
    </div>
  );
}

function Day({ at }: { at: string }) {
  const zone = useTimeZone();
  const day = useTicking((now) => formatDay(at, now, zone));
  return (
    <div className={classes['day']}>
      <span>{day === NONE ? '' : day}</span>
    </div>
  );
}

export function EntryView({ entry, names, ticket }: { entry: Entry; names: Names; ticket: string }) {
  switch (entry.kind) {
    case 'day':
      return <Day at={entry.at} />;
    case 'gap':
      return <div className={classes['gap']}>{messages.later(formatDuration(entry.seconds))}</div>;
    case 'cycle':
      return (
        <div className={classes['cycle']}>
          <IconRotateClockwise size={14} stroke={1.8} aria-hidden="true" />
          {messages.cycle(entry.ordinal)}
        </div>
      );
    case 'message':
      return <Message entry={entry} ticket={ticket} />;
    case 'events':
      return <Events entry={entry} names={names} ticket={ticket} />;
  }
}
