/** Where the chosen clock was kept and where not: bars of the share that was kept, from zero to all, with the goal as a line. */
import type { Compliance } from '../../../api/client.ts';
import { ChartPanel } from '../../../charts/index.ts';
import { formatCount, formatShare, sentenceCase, uiMessages } from '../../../ui/index.ts';
import classes from './compliance.module.css';
import { decided, FEW, partsSentence, standingOf } from './kept.ts';
import { messages } from './messages.ts';

const words = messages.parts;

type Value = Compliance['breakdowns'][number]['values'][number];

/** Names that a person knows, where the value is a word of the vocabulary. */
function labelOf(dimension: string, { value, label }: Value): string {
  if (value === '') return messages.nobody[dimension] ?? label;
  if (dimension === 'channel') return (uiMessages.channel as Readonly<Record<string, string>>)[value] ?? label;
  return dimension === 'tier' || dimension === 'category' || dimension === 'policy' ? sentenceCase(label) : label;
}

function KeptBars({ values, goal, label }: { values: readonly Value[]; goal: number; label: string }) {
  return (
    <ul className={classes['bars']} aria-label={label}>
      {values.map((one) => (
        <li key={one.value} data-few={decided(one) < FEW || undefined}>
          <span className={classes['who']} title={one.label}>
            {one.label}
          </span>
          <span className={classes['track']} aria-hidden="true">
            <span
              className={classes['bar']}
              data-stands={standingOf(one.compliance, goal) ?? undefined}
              style={{ width: `${100 * (one.compliance ?? 0)}%` }}
            />
            <span className={classes['tick']} style={{ left: `${100 * goal}%` }} />
          </span>
          <span className={classes['share']}>{formatShare(one.compliance)}</span>
          <span className={classes['of']}>{words.of(formatCount(one.breached), formatCount(decided(one)))}</span>
        </li>
      ))}
    </ul>
  );
}

interface BreakdownsProps {
  compliance: Compliance;
  metric: Compliance['metrics'][number];
}

/** Those with few values beside each other, then those with many. */
const ORDER = ['team', 'priority', 'tier', 'channel', 'agent', 'category', 'organisation', 'policy'];

const placeOf = ({ dimension }: { dimension: string }): number => (ORDER.includes(dimension) ? ORDER.indexOf(dimension) : ORDER.length);

export function Breakdowns({ compliance: { breakdowns, period, metric }, metric: { current, goal } }: BreakdownsProps) {
  return breakdowns
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map(({ dimension, values: raw }) => {
      const title = messages.by[dimension] ?? sentenceCase(dimension);
      const values = raw.map((one) => ({ ...one, label: labelOf(dimension, one) }));
      return (
        <ChartPanel
          key={dimension}
          className={classes['half']}
          title={title}
          definition={words.definition}
          sentence={partsSentence(values, current.breached)}
          file={`${metric.replaceAll('_', '-')}-by-${dimension}-${period.from.slice(0, 10)}`}
          format={(value, column) => (column === 1 ? formatShare(value) : formatCount(value))}
          table={{
            columns: [title, words.kept, words.met, words.breached, words.severe, words.n],
            rows: values.map((one) => [one.label, one.compliance, one.met, one.breached, one.severe, decided(one)]),
          }}
        >
          {values.length > 0 ? (
            <KeptBars values={values} goal={goal.compliance} label={title} />
          ) : (
            <p className={classes['nothing']}>{messages.trend.nothing}</p>
          )}
        </ChartPanel>
      );
    });
}
