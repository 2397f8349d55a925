/** What a system says of its promises, beside what is said here, with the reason of each difference. */
import { Button, Switch } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import type { Connection, VendorVerdicts } from '../../../api/client.ts';
import {
  CardTable,
  EmptyState,
  ErrorState,
  formatCount,
  formatDuration,
  formatShare,
  Panel,
  RowsSkeleton,
  sentenceCase,
  StateWord,
  TicketLink,
} from '../../../ui/index.ts';
import classes from '../connections.module.css';
import { useVerdicts } from '../use-connections.ts';
import { messages } from './messages.ts';

const words = messages.verdicts;

type Comparison = VendorVerdicts['comparisons'][number];

export function VerdictsPart({ connection: { id } }: { connection: Connection }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useVerdicts(id);
  const [isShort, setShort] = useState(true);
  const rows = (data?.pages ?? []).flatMap(({ tickets }) =>
    tickets.flatMap(({ ticket, comparisons }) => comparisons.map((comparison, place) => ({ ticket, place, comparison }))),
  );
  const same = rows.filter(({ comparison }) => comparison.isSame).length;
  const shown = isShort ? rows.filter(({ comparison }) => !comparison.isSame) : rows;
  return (
    <Panel title={words.title} sentence={words.text} flush>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <RowsSkeleton rows={6} />}
      {data && rows.length === 0 && (
        <EmptyState icon={IconScale} title={words.none} compact>
          {words.noneText}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <div className={classes['summary']}>
            <span>{words.same(formatShare(same / rows.length), formatCount(rows.length))}</span>
            <Switch size="xs" label={words.differences} checked={isShort} onChange={(event) => setShort(event.currentTarget.checked)} />
          </div>
          <Reasons rows={rows.map(({ comparison }) => comparison)} />
          {shown.length === 0 ? <p className={classes['said']}>{words.all}</p> : <Rows rows={shown} />}
        </>
      )}
      {hasNextPage && (
        <div className={classes['onward']}>
          <Button size="xs" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {words.more}
          </Button>
        </div>
      )}
    </Panel>
  );
}

/** How often each reason weighs most. */
function Reasons({ rows }: { rows: readonly Comparison[] }) {
  const counts = Map.groupBy(
    rows.flatMap(({ reasons }) => reasons.slice(0, 1)),
    (reason) => reason,
  );
  if (counts.size === 0) return null;
  return (
    <ul className={classes['reasons']}>
      {[...counts]
        .toSorted(([, a], [, b]) => b.length - a.length)
        .map(([reason, of]) => (
          <li key={reason}>
            {words.reasons[reason]}: <b>{formatCount(of.length)}</b>
          </li>
        ))}
    </ul>
  );
}

function Rows({ rows }: { rows: readonly { ticket: string; place: number; comparison: Comparison }[] }) {
  const { columns } = words;
  return (
    <CardTable columns={columns}>
      {rows.map(({ ticket, place, comparison: { theirs, ours, isSame, reasons } }) => (
        <tr key={`${ticket} ${place}`}>
          {/* The number of the ticket is the label, which the rule does not see through the component. */}
          {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
          <td data-label={columns.ticket}>
            <TicketLink id={ticket} />
          </td>
          <td data-label={columns.metric}>{sentenceCase(theirs?.metric ?? ours?.metric ?? '')}</td>
          <td data-label={columns.theirs}>
            <Verdict of={theirs} />
            {theirs?.isTakenBack && <div className={classes['quiet']}>{words.takenBack}</div>}
          </td>
          <td data-label={columns.ours}>
            <Verdict of={ours} />
          </td>
          <td data-label={columns.reasons} data-wide>
            {isSame ? words.equal : reasons.map((reason) => words.reasons[reason]).join('; ')}
          </td>
        </tr>
      ))}
    </CardTable>
  );
}

function Verdict({ of }: { of: Comparison['theirs'] | Comparison['ours'] }) {
  if (!of) return words.noClaim;
  const tone = of.state === 'breached' ? 'bad' : of.state === 'met' ? 'good' : undefined;
  return (
    <>
      <StateWord tone={tone}>{words.states[of.state]}</StateWord>
      <div className={classes['quiet']}>
        {of.elapsedSeconds !== null && formatDuration(of.elapsedSeconds)}
        {of.targetSeconds !== null && ` ${words.target} ${formatDuration(of.targetSeconds)}`}
      </div>
    </>
  );
}
