/** A backtest as tables: before and after by clock, team and priority; what could be kept; which tickets change. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { stateName, type ClockState } from '../../../clocks/index.ts';
import type { Backtest, PolicySpec, Tally } from '../../../api/client.ts';
import { Change, formatCount, formatPoints, formatShare, NONE, Priority, ScrollRegion, TicketLink } from '../../../ui/index.ts';
import { messages as terms } from '../messages.ts';
import { clockName, targetShort } from '../terms.ts';
import editor from '../../../drafts/editor.module.css';
import classes from './backtest.module.css';
import { messages } from './messages.ts';
import type { Priority as Level } from '@watchdesk/domain/event';

const words = messages.backtest;
const FEW = 20;

interface Compared {
  metric: string;
  before: Tally;
  after: Tally;
}

/** Which clock would move most, in one sentence. */
export function backtestSentence(metrics: readonly Compared[]): string {
  const moves = metrics.flatMap(({ metric, before, after }) =>
    before.compliance === null || after.compliance === null ? [] : [{ metric, by: after.compliance - before.compliance }],
  );
  const most = moves.toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by))[0];
  if (!most || Math.abs(most.by) < 0.0005) return words.same;
  const points = formatPoints(Math.abs(most.by)).replace('+', '');
  return most.by > 0 ? words.better(clockName(most.metric), points) : words.worse(clockName(most.metric), points);
}

const cycles = ({ met, breached }: Tally): number => met + breached;

function Table({
  title,
  head,
  rows,
}: {
  title: string;
  head: readonly string[];
  rows: readonly { key: string; cells: ReactNode[]; few?: boolean }[];
}) {
  return (
    <section className={classes['result']}>
      <h3>{title}</h3>
      <ScrollRegion label={title} className={classes['scroll']}>
        <table className={classes['table']}>
          <thead>
            <tr>
              {head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells, few }) => (
              <tr key={key} data-few={few || undefined}>
                {cells.map((cell, index) => (
                  <td key={head[index]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

const comparison = ({ before, after }: Compared): ReactNode[] => [
  formatShare(before.compliance),
  formatShare(after.compliance),
  <Change key="change" value={after.compliance} previous={before.compliance} betterWhen="higher" unit="share" />,
  formatCount(Math.max(cycles(before), cycles(after))),
];
const isFew = ({ before, after }: Compared): boolean => Math.max(cycles(before), cycles(after)) < FEW;
const HEAD = [words.before, words.after, words.change, words.cycles] as const;

interface ResultProps {
  result: Backtest;
  draft: PolicySpec;
  /** Over how many days it was run. */
  days: number;
  onTake: ((metric: string, priority: string, seconds: number) => void) | null;
}

function Achievable({ result, draft, onTake }: ResultProps) {
  return (
    <>
      <Table
        title={words.achievable}
        head={[words.clock, terms.priority, words.now, words.possible, words.cycles, words.take]}
        rows={result.achievable.map(({ metric, priority, seconds, cycles: n }) => {
          const isTaken = draft.targets[metric]?.[priority] === seconds;
          return {
            key: `${metric} ${priority}`,
            few: n < FEW,
            cells: [
              clockName(metric),
              <Priority key="priority" value={priority as Level} />,
              targetShort(draft.targets[metric]?.[priority]),
              targetShort(seconds),
              formatCount(n),
              onTake && (
                <Button
                  key="take"
                  size="compact-xs"
                  variant="default"
                  disabled={isTaken}
                  aria-label={`${isTaken ? words.taken : words.take}: ${clockName(metric)}, ${priority}, ${targetShort(seconds)}`}
                  onClick={() => onTake(metric, priority, seconds)}
                >
                  {isTaken ? words.taken : words.take}
                </Button>
              ),
            ],
          };
        })}
      />
      <p className={editor['text']}>{words.achievableText}</p>
    </>
  );
}

const stateWords = (state: string | null): string => (state === null ? words.noClock : stateName(state as ClockState).toLowerCase());

function Changed({ result: { changed, changes } }: { result: Backtest }) {
  if (changes === 0) return <p className={editor['text']}>{words.nothingChanges}</p>;
  return (
    <>
      <Table
        title={words.changed}
        head={[words.ticket, words.clock, words.before, words.after]}
        rows={changed.map(({ ticket, metric, before, after }, index) => ({
          key: `${ticket} ${metric} ${index}`,
          cells: [<TicketLink key="ticket" id={ticket} />, clockName(metric), stateWords(before), stateWords(after)],
        }))}
      />
      <p className={editor['text']}>{words.changedText(formatCount(changed.length), formatCount(changes))}</p>
    </>
  );
}

export function BacktestResult(props: ResultProps) {
  const { days } = props;
  const { metrics, teams, priorities, tickets, unreadable } = props.result;
  return (
    <div className={classes['results']}>
      <p className={classes['lead']}>
        <b>{backtestSentence(metrics)}</b> {words.tickets(tickets, formatCount(tickets), days)}
        {words.unreadable(unreadable, formatCount(unreadable))}
      </p>
      <Table
        title={words.byClock}
        head={[words.clock, ...HEAD]}
        rows={metrics.map((one) => ({ key: one.metric, few: isFew(one), cells: [clockName(one.metric), ...comparison(one)] }))}
      />
      <Achievable {...props} />
      <Table
        title={words.byPriority}
        head={[terms.priority, words.clock, ...HEAD]}
        rows={priorities.map((one) => ({
          key: `${one.value} ${one.metric}`,
          few: isFew(one),
          cells: [one.value ? <Priority key="priority" value={one.value as Level} /> : NONE, clockName(one.metric), ...comparison(one)],
        }))}
      />
      <Table
        title={words.byTeam}
        head={[words.team, words.clock, ...HEAD]}
        rows={teams.map((one) => ({
          key: `${one.value} ${one.metric}`,
          few: isFew(one),
          cells: [one.value ? one.label : words.noTeam, clockName(one.metric), ...comparison(one)],
        }))}
      />
      <Changed result={props.result} />
    </div>
  );
}
