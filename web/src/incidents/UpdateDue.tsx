/** When customers are to be told next, ticking; and how many times they were not. */
import type { IncidentBrief } from '../api/client.ts';
import { Relative, useTicking } from '../ui/index.ts';
import classes from './incidents.module.css';
import { messages } from './messages.ts';

const said = messages.update;
const SOON = 0.8;

type DueLevel = 'calm' | 'soon' | 'late';

/** How near it is at `now`, in milliseconds. */
function levelOf({ dueAt, everySeconds, missing }: IncidentBrief['update'], now: number): DueLevel {
  if (missing > 0) return 'late';
  if (dueAt === null || everySeconds === null) return 'calm';
  const left = Date.parse(dueAt) - now;
  return left <= 0 ? 'late' : left <= (1 - SOON) * everySeconds * 1000 ? 'soon' : 'calm';
}

export function UpdateDue({ update }: { update: IncidentBrief['update'] }) {
  const level = useTicking((now) => levelOf(update, now));
  return (
    <span className={classes['due']} data-level={level}>
      {update.dueAt !== null ? <Relative at={update.dueAt} /> : <span>{update.atResolution ? said.atResolution : '–'}</span>}
      {update.missing > 0 && <b>{said.missing(update.missing)}</b>}
    </span>
  );
}
