/** How a goal came to be: who set, changed, closed and opened it, the latest first. */
import type { GoalDetail, Metric } from '../../api/client.ts';
import { goalTarget } from '../../numbers/index.ts';
import { ErrorState, formatDate, Instant, Panel, TextSkeleton } from '../../ui/index.ts';
import { didWhat } from './changes.ts';
import classes from './goals.module.css';
import { messages } from './messages.ts';
import { useVersions } from './use-goal.ts';

export function History({ goal, metric }: { goal: GoalDetail; metric: Metric }) {
  const { data, error, refetch } = useVersions(goal.id);
  return (
    <Panel title={messages.history.title} className={classes['history'] ?? ''}>
      {!data && !error && <TextSkeleton />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} compact />}
      <ol className={classes['versions']}>
        {data?.map((one, index) => (
          <li key={one.version}>
            <span>
              <b>{one.savedBy}</b> {didWhat(one, data[index + 1])}
            </span>
            <span>
              {one.spec.metric === metric.id && `${goalTarget({ spec: one.spec, direction: goal.direction }, metric.unit)} `}
              {messages.by(formatDate(one.spec.endsOn))}
            </span>
            <Instant at={one.savedAt} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}
