/** One goal of the list: what, whose, how far, and whether it keeps up. */
import { Link } from '@tanstack/react-router';
import type { Goal, Metric } from '../../api/client.ts';
import { endDay, PaceMark, valueWords } from '../../numbers/index.ts';
import { formatDay, useTicking } from '../../ui/index.ts';
import { daysLeft, goalName, nowWords, restWords, timeGone, wayWords, whoseName } from './goal-facts.ts';
import classes from './goals.module.css';
import { messages } from './messages.ts';
import { ProgressBar } from './ProgressBar.tsx';

function Open({ goal, metric }: { goal: Goal & { standing: NonNullable<Goal['standing']> }; metric: Metric }) {
  const { standing, spec } = goal;
  const gone = useTicking((now) => timeGone(goal, now));
  const when = useTicking((now) => {
    const left = daysLeft(goal, now);
    return left > 0 ? `${messages.by(endDay(goal, now))}, ${messages.daysLeft(left)}` : messages.ended(endDay(goal, now));
  });
  const isOver = gone >= 1;
  const rest = restWords(goal, metric);
  return (
    <>
      <ProgressBar progress={standing.progress} expected={gone} pace={standing.pace} isHeld={standing.isHeld} />
      <p className={classes['facts']}>
        <b>{nowWords(goal, metric)}</b>
        <span>{(isOver ? messages.atItsEnd : messages.nowOver)(spec.windowDays)}</span>
        {rest && <span>{rest}</span>}
        {!standing.isHeld && !isOver && <span>{messages.expected(valueWords(standing.expected, metric.unit))}</span>}
        <span>{when}</span>
      </p>
    </>
  );
}

function Ended({ closed, metric }: { closed: NonNullable<Goal['closed']>; metric: Metric }) {
  const at = useTicking((now) => formatDay(closed.at, now));
  return (
    <p className={classes['facts']}>
      <span>
        {at}: {messages.closedBy(closed.by, closed.measured === null ? messages.noValue : valueWords(closed.measured, metric.unit))}
      </span>
    </p>
  );
}

export function GoalRow({ goal, metric }: { goal: Goal; metric: Metric }) {
  const { standing, closed } = goal;
  const name = goalName(goal, metric);
  return (
    <li className={classes['row']}>
      <div className={classes['what']}>
        <Link to="/goals/$goalId" params={{ goalId: goal.id }} className={classes['name']}>
          {name}
        </Link>
        <p>{[name === metric.label ? [] : [metric.label], whoseName(goal), messages.owner(goal.spec.owner)].flat().join(' · ')}</p>
      </div>
      <div className={classes['way']}>
        <p>{wayWords(goal, metric)}</p>
        {standing && <Open goal={{ ...goal, standing }} metric={metric} />}
        {closed && <Ended closed={closed} metric={metric} />}
      </div>
      <div className={classes['mark']}>
        {standing && <PaceMark pace={standing.pace} />}
        {closed && <span className={classes['outcome']}>{messages.outcomes[closed.outcome]}</span>}
      </div>
    </li>
  );
}
