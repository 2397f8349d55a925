/** What went wrong with the last action: what did not happen, why, and what to do about it. */
import { CloseButton } from '@mantine/core';
import { nextStep, problemOf } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './ticket.module.css';
import type { Actions } from './use-actions.ts';

/** The codes whose detail says already what to do. */
const SELF_EXPLAINING: ReadonlySet<string> = new Set(['already_claimed', 'not_possible', 'not_writable']);

export function Failure({ actions: { failed, dismiss } }: { actions: Actions }) {
  if (!failed) return null;
  const problem = problemOf(failed.error);
  return (
    <div className={classes['failure']} role="alert">
      <div>
        <b>{messages.actions.failed[failed.action.do]}.</b> {problem.detail ?? problem.title}
        {!SELF_EXPLAINING.has(problem.code) && ` ${nextStep(problem)}`}
      </div>
      <CloseButton size="sm" aria-label={messages.actions.dismiss} onClick={dismiss} />
    </div>
  );
}
