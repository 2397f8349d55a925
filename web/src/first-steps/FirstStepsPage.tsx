/** In place of numbers while a workspace has no ticket: the ways in, and how far one is. Who can do neither finds an empty page that says so. */
import { useSession } from '../session/session.ts';
import { Checklist } from './Checklist.tsx';
import classes from './first.module.css';
import { messages } from './messages.ts';
import { NothingYet } from './NothingYet.tsx';
import { useFirstSteps } from './use-first-steps.ts';
import { Ways } from './Ways.tsx';

export function FirstStepsPage() {
  const { workspace, scopes } = useSession();
  const steps = useFirstSteps();
  if (!scopes.includes('rules:write')) return <NothingYet />;
  return (
    <div className={classes['page']}>
      <header>
        <h1>{messages.title(workspace.name)}</h1>
        <p>{messages.text}</p>
      </header>
      <div className={classes['columns']}>
        <Ways />
        {steps && !steps.dismissed && <Checklist steps={steps} isHere />}
      </div>
    </div>
  );
}
