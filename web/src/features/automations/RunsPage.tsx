/** What all automations did, the latest first. */
import { RunLog } from '../../automation-runs/index.ts';
import { PlaceHead } from '../../ui/index.ts';
import classes from './automations.module.css';
import { messages } from './messages.ts';

export function RunsPage() {
  return (
    <div className={classes['page']}>
      <PlaceHead title={messages.runs.title} text={messages.runs.text} />
      <RunLog />
    </div>
  );
}
