/** The course of the period and its parts, each a question to the catalogue; and between them what grows. */
import { QueryChart, usualGrain, type Context, type Question } from '../../numbers/index.ts';
import { usePeriod } from '../../period/viewing.ts';
import classes from './overview.module.css';
import type { Chart, RoleView } from './roles.ts';
import { Trending } from './Trending.tsx';

/** The filters of the page come after the chart's own. */
function questionOf({ asks, overTime }: Chart, { filters = [], ...context }: Context, grain: Question['grain']): Question {
  const all = [...(asks.filters ?? []), ...filters];
  return { ...asks, ...context, ...(all.length > 0 ? { filters: all } : {}), ...(overTime && grain ? { grain } : {}) };
}

export function Charts({ view: { charts }, context, showsTrends }: { view: RoleView; context: Context; showsTrends: boolean }) {
  const grain = usualGrain(usePeriod());
  const drawn = charts.map((one) => (
    <div key={one.id} className={classes[one.width]}>
      <QueryChart
        question={questionOf(one, context, grain)}
        kind={one.kind}
        title={one.title}
        note={one.note}
        className={classes['whole']}
      />
    </div>
  ));
  return (
    <div className={classes['charts']}>
      {drawn.slice(0, 2)}
      {showsTrends && <Trending />}
      {drawn.slice(2)}
    </div>
  );
}
