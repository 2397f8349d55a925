/** How long what is kept, what the last night took, and what the next will take. */
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RetentionCounts } from '../../../api/client.ts';
import { CardTable, ErrorState, Instant, Panel, problemOf } from '../../../ui/index.ts';
import { messages } from '../messages.ts';
import settings from '../settings.module.css';
import classes from './privacy.module.css';
import { isWhole, periodsIn, typedOf } from './typed-periods.ts';
import { type Periods, useRetention, useSavePrivacy } from './use-privacy.ts';

const words = messages.privacy.retention;

interface Row {
  readonly kind: keyof typeof words.kinds;
  /** Which period a person sets; otherwise what it is. */
  readonly period: keyof Periods | { readonly is: string };
  readonly taken: ((counts: RetentionCounts) => string) | { readonly is: string };
}

const some = (count: number, said: (count: number) => string) => (count === 0 ? [] : [said(count)]);
const listed = (parts: readonly string[]) => parts.join(', ') || words.nothing;

const ROWS: readonly Row[] = [
  {
    kind: 'personal',
    period: 'personalMonths',
    taken: ({ tickets, customers }) => listed([...some(tickets, words.tickets), ...some(customers, words.customers)]),
  },
  {
    kind: 'raw',
    period: 'rawDays',
    taken: ({ imports, payloads }) => listed([...some(imports, words.runs), ...some(payloads, words.payloads)]),
  },
  { kind: 'answers', period: { is: words.hours }, taken: ({ answers }) => listed(some(answers, words.many)) },
  { kind: 'sessions', period: { is: words.untilEnd }, taken: { is: words.eachHour } },
  { kind: 'alerts', period: 'alertMonths', taken: ({ alerts }) => listed(some(alerts, words.many)) },
  { kind: 'audit', period: 'auditYears', taken: ({ auditEntries }) => listed(some(auditEntries, words.many)) },
];

export function RetentionPanel({ saved }: { saved: Periods }) {
  const [periods, setPeriods] = useState(() => typedOf(saved));
  const report = useRetention();
  const save = useSavePrivacy();
  const isOther = JSON.stringify(periods) !== JSON.stringify(typedOf(saved));
  const wanted = periodsIn(periods);
  const faults = save.error ? problemOf(save.error).fields : [];
  const faultOf = (name: keyof Periods) =>
    isWhole(periods[name]) ? faults.find(({ field }) => field === `retention.${name}`)?.message : words.notWhole(words.units[name]);
  const takenBy = ({ taken }: Row, counts: RetentionCounts | undefined) =>
    'is' in taken ? taken.is : counts === undefined ? '–' : taken(counts);
  const { columns, kinds } = words;
  return (
    <Panel title={words.title} sentence={words.sentence} flush>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted) save.mutate({ retention: wanted });
        }}
      >
        <CardTable columns={columns}>
          {ROWS.map((row) => (
            <tr key={row.kind}>
              <td data-label={columns.kind}>
                {kinds[row.kind]}
                {row.kind === 'personal' && <div className={settings['quiet']}>{words.personalHint}</div>}
              </td>
              <td data-label={columns.period}>
                {typeof row.period === 'object' ? (
                  row.period.is
                ) : (
                  <Period
                    name={row.period}
                    what={kinds[row.kind]}
                    value={periods[row.period]}
                    fault={faultOf(row.period)}
                    onChange={(value) => {
                      save.reset();
                      setPeriods((before) => ({ ...before, [row.period as keyof Periods]: value }));
                    }}
                  />
                )}
              </td>
              <td data-label={columns.last}>{takenBy(row, report.data?.last?.counts)}</td>
              <td data-label={columns.next}>{takenBy(row, report.data?.next)}</td>
            </tr>
          ))}
        </CardTable>
        {report.error && <ErrorState error={report.error} retry={() => void report.refetch()} compact />}
        {save.error && faults.length === 0 && <ErrorState error={save.error} compact />}
        <div className={classes['foot']}>
          <span className={settings['quiet']}>
            {report.data?.last ? (
              <>
                {words.ran} <Instant at={report.data.last.at} />
              </>
            ) : (
              report.data && words.never
            )}
          </span>
          {save.isSuccess && !isOther && <span role="status">{messages.privacy.saved}</span>}
          <Button type="submit" size="xs" disabled={!isOther || !wanted} loading={save.isPending}>
            {messages.privacy.save}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

interface PeriodProps {
  name: keyof Periods;
  what: string;
  value: string;
  fault: string | undefined;
  onChange: (value: string) => void;
}

/** What was typed stays as it is, and what is wrong with it is said: a period that mends itself would keep things for another time than was meant. */
function Period({ name, what, value, fault, onChange }: PeriodProps) {
  const unit = words.units[name];
  return (
    <TextInput
      className={classes['period'] ?? ''}
      size="xs"
      aria-label={words.periodOf(what, unit)}
      inputMode="numeric"
      autoComplete="off"
      maxLength={6}
      rightSection={<span className={settings['quiet']}>{unit}</span>}
      rightSectionWidth={60}
      value={value}
      error={fault}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
