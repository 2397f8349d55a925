/** Each clock as a number with its goal, its movement and what it rests on. Choosing one shows it in detail below. */
import { IconCircleCheck, IconAlertTriangle, IconFlame } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Compliance } from '../../../api/client.ts';
import { Change, formatCount, formatShare, NONE } from '../../../ui/index.ts';
import { clockMeaning, clockName } from '../terms.ts';
import classes from './compliance.module.css';
import { decided, FEW, goalWords, standingOf } from './kept.ts';
import { messages } from './messages.ts';

const words = messages.tiles;
const MARKS = { met: IconCircleCheck, missed: IconAlertTriangle, far: IconFlame } as const;

function Mark({ stands }: { stands: keyof typeof MARKS }) {
  const Shape = MARKS[stands];
  return <Shape size={18} stroke={2} className={classes['mark']} data-stands={stands} aria-hidden="true" />;
}

function Tile({ metric: { metric, current, previous, goal }, chosen }: { metric: Compliance['metrics'][number]; chosen: boolean }) {
  const stands = standingOf(current.compliance, goal.compliance);
  const n = decided(current);
  return (
    <Link
      to="/sla"
      search={(previously) => ({ ...previously, clock: metric })}
      replace
      resetScroll={false}
      className={classes['tile']}
      data-chosen={chosen || undefined}
      aria-current={chosen ? 'true' : undefined}
      title={`${words.definition(clockName(metric))} ${clockMeaning(metric)}`}
    >
      <span className={classes['name']}>{clockName(metric)}</span>
      <span className={classes['value']} data-few={n < FEW || undefined} title={n > 0 && n < FEW ? words.small : undefined}>
        {current.compliance === null ? NONE : formatShare(current.compliance)}
        {stands && <Mark stands={stands} />}
      </span>
      <span className={classes['line']}>
        <Change value={current.compliance} previous={previous.compliance} betterWhen="higher" unit="share" />
        <span>{words.n(formatCount(n))}</span>
      </span>
      <span className={classes['line']}>
        <span data-stands={stands ?? undefined} className={classes['goal']}>
          {words.goal(goalWords(goal.compliance))}
        </span>
        <span className={classes['late']} data-some={current.severe > 0 || undefined}>
          {current.severe > 0 ? words.severe(formatCount(current.severe)) : words.breached(formatCount(current.breached))}
        </span>
      </span>
    </Link>
  );
}

export function ClockTiles({ metrics, chosen }: { metrics: Compliance['metrics']; chosen: string }) {
  return (
    <nav className={classes['tiles']} aria-label={words.label}>
      {metrics.map((metric) => (
        <Tile key={metric.metric} metric={metric} chosen={metric.metric === chosen} />
      ))}
    </nav>
  );
}
