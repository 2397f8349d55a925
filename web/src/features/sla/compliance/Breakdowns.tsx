/** Where the chosen clock was kept and where not: bars of the share that was kept, from zero to all, with the goal as a line. */
import { UnstyledButton } from '@mantine/core';
import type { Compliance } from '../../../api/client.ts';
import { ChartPanel } from '../../../charts/index.ts';
import { useExplain } from '../../../numbers/index.ts';
import { formatCount, formatShare, sentenceCase, uiMessages } from '../../../ui/index.ts';
import classes from './compliance.module.css';
import { decided, FEW, ofClock, partsSentence, standingOf } from './kept.ts';
import { messages } from './messages.ts';

const words = messages.parts;

type Value = Compliance['breakdowns'][number]['values'][number];

/** Names that a person knows, where the value is a word of the vocabulary. */
function labelOf(dimension: string, { value, label }: Value): string {
  if (value === '') return messages.nobody[dimension] ?? label;
  if (dimension === 'channel') return (uiMessages.channel as Readonly<Record<string, string>>)[value] ?? label;
  return dimension === 'tier' || dimension === 'category' || dimension === 'policy' ? sentenceCase(label) : label;
}

interface KeptBarsProps {
  values: readonly Value[];
  goal: number;
  label: string;
  /** Explains the number of one value. */
  onExplain: (metric: string, value: string) => void;
}

function KeptBars({ values, goal, label, onExplain }: KeptBarsProps) {
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
          <UnstyledButton
            className={`${classes['share']} ${classes['explains']}`}
            aria-label={words.explain(one.label, formatShare(one.compliance))}
            onClick={() => onExplain('sla_compliance', one.value)}
          >
            {formatShare(one.compliance)}
          </UnstyledButton>
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

/** What the catalogue calls these; the others are called the same. */
const DIMENSIONS: Readonly<Record<string, string>> = { tier: 'promised_tier' };

export function Breakdowns({ compliance: { breakdowns, period, metric }, metric: { current, goal } }: BreakdownsProps) {
  const explain = useExplain();
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
          definition={() => explain({ metric: 'sla_compliance', filters: ofClock(metric) })}
          sentence={partsSentence(values, current.breached)}
          file={`${metric.replaceAll('_', '-')}-by-${dimension}-${period.from.slice(0, 10)}`}
          format={(value, column) => (column === 1 ? formatShare(value) : formatCount(value))}
          table={{
            columns: [title, words.kept, words.met, words.breached, words.severe, words.n],
            rows: values.map((one) => [one.label, one.compliance, one.met, one.breached, one.severe, decided(one)]),
          }}
        >
          {values.length > 0 ? (
            <KeptBars
              values={values}
              goal={goal.compliance}
              label={title}
              onExplain={(id, value) =>
                explain({ metric: id, filters: [...ofClock(metric), { dimension: DIMENSIONS[dimension] ?? dimension, values: [value] }] })
              }
            />
          ) : (
            <p className={classes['nothing']}>{messages.trend.nothing}</p>
          )}
        </ChartPanel>
      );
    });
}
