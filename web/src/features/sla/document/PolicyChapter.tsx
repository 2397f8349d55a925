/** One policy as a chapter of the document: coverage, commitments, definitions, escalation, exclusions. */
import { Fragment } from 'react';
import type { Calendar, ClockSettings, PolicySpec } from '../../../api/client.ts';
import { useSession } from '../../../session/session.ts';
import { formatDate } from '../../../ui/index.ts';
import { datesInWords, weekInWords } from '../calendars/week-words.ts';
import { messages as policyWords } from '../policies/messages.ts';
import { forWhom } from '../policies/policy-words.ts';
import { validityInWords } from '../policies/validity.ts';
import { PriorityTable } from '../PriorityTable.tsx';
import { clockMeaning, clockName, listed } from '../terms.ts';
import { useValueNames } from '../../../directory/value-names.ts';
import { coverageOf, promiseOf } from './contract.ts';
import classes from './document.module.css';
import { messages } from './messages.ts';

const named = (signals: readonly string[]): string =>
  listed(
    signals.map((one) => policyWords.signals[one] ?? one),
    'or',
  );

function Hours({ calendar, names }: { calendar: Calendar; names: string }) {
  const { always, hours, zone, holidays, overrides, breaks } = calendar.spec;
  return (
    <li>
      <b>{names}:</b> {always ? messages.around : weekInWords(hours).join('; ')}. {!always && messages.zone(zone.replaceAll('_', ' '))}{' '}
      {holidays.length > 0 && messages.holidays(listed(holidays.map((date) => formatDate(date))))}{' '}
      {datesInWords(overrides).map((words) => `${messages.otherwise(words)} `)}
      {datesInWords(breaks).map((words) => `${messages.break(words)} `)}
    </li>
  );
}

function Coverage({ spec, calendars }: { spec: PolicySpec; calendars: readonly Calendar[] }) {
  return (
    <>
      <h3>{messages.coverage}</h3>
      <p>{messages.coverageText}</p>
      <ul>
        {coverageOf(spec).map(({ calendar: id, priorities }) => {
          const calendar = calendars.find((one) => one.id === id);
          return calendar && <Hours key={id} calendar={calendar} names={listed(priorities)} />;
        })}
      </ul>
    </>
  );
}

function Commitments({ spec, tier }: { spec: PolicySpec; tier: string }) {
  return (
    <>
      <h3>{messages.commitments}</h3>
      <PriorityTable
        look="document"
        label={`${messages.commitments}: ${spec.name}`}
        clocks={spec.clocks}
        renderHead={(priority) => (
          <>
            {priority} {messages.words[priority]}
            <span>{messages.meanings[priority]}</span>
          </>
        )}
        renderCell={(metric, priority) => promiseOf(spec, metric, priority, tier)}
      />
    </>
  );
}

function definitionOf({ start, stop, pause, reopen }: ClockSettings): string {
  const waits = listed(
    pause.statuses.map((status) => policyWords.statuses[status]?.toLowerCase() ?? status),
    'or',
  );
  return [
    messages.clock(named(start), named(stop)),
    ...(pause.statuses.length > 0 ? [messages.pauses(waits)] : []),
    ...(pause.onRequest ? [messages.onRequest] : []),
    ...(reopen === 'new_cycle' ? [messages.reopened] : []),
  ].join(' ');
}

function Definitions({ spec: { clocks, targets, cells } }: { spec: PolicySpec }) {
  const promised = [...Object.values(targets), ...Object.values(cells)].flatMap((own) => Object.values(own));
  return (
    <>
      <h3>{messages.definitions}</h3>
      <dl>
        {clocks.map((clock) => (
          <Fragment key={clock.metric}>
            <dt>{clockName(clock.metric)}</dt>
            <dd>
              {clockMeaning(clock.metric)} {definitionOf(clock)}
            </dd>
          </Fragment>
        ))}
      </dl>
      {promised.some((target) => target !== null && typeof target === 'object') && <p>{messages.businessDay}</p>}
    </>
  );
}

function Escalation({ ladder }: PolicySpec) {
  if (ladder.length === 0) return null;
  return (
    <>
      <h3>{messages.escalation}</h3>
      <p>{messages.escalationText}</p>
      <ul>
        {ladder.map(({ at, tell }) => (
          <li key={at}>{messages.rung(at, listed(tell.map((who) => policyWords.recipients[who]?.toLowerCase() ?? who)))}</li>
        ))}
      </ul>
    </>
  );
}

function Exclusions({ spec, calendars }: { spec: PolicySpec; calendars: readonly Calendar[] }) {
  const { clocks, targets } = spec;
  const closes = coverageOf(spec).some(({ calendar: id }) => calendars.some((one) => one.id === id && !one.spec.always));
  const words = messages.excluded;
  const cancels = new Set(clocks.flatMap(({ cancel }) => cancel));
  const lines = [
    ...(closes ? [words.outside] : []),
    ...(clocks.some(({ pause }) => pause.statuses.length > 0) ? [words.waiting] : []),
    ...(cancels.has('merged') ? [words.merged] : []),
    ...(cancels.has('cancel') ? [words.scope] : []),
    ...(clocks.some(({ skipIfCreatedByAgent }) => skipIfCreatedByAgent) ? [words.agent] : []),
    ...(Object.values(targets).some((own) => Object.values(own).includes(null)) ? [words.none] : []),
  ];
  return (
    <>
      <h3>{messages.exclusions}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

export function PolicyChapter({ spec, tier, calendars }: { spec: PolicySpec; tier: string; calendars: readonly Calendar[] }) {
  const valueName = useValueNames(spec.match);
  const zone = useSession().workspace.timeZone;
  return (
    <section className={classes['chapter']}>
      <h2>{spec.name}</h2>
      <p className={classes['whom']}>
        {forWhom(spec.match, valueName)}. {validityInWords(spec, zone)}
      </p>
      <Coverage spec={spec} calendars={calendars} />
      <Commitments spec={spec} tier={tier} />
      <Definitions spec={spec} />
      <Escalation {...spec} />
      <Exclusions spec={spec} calendars={calendars} />
    </section>
  );
}
