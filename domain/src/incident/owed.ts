/** What an incident still owes of what was to be told at its time and was not: whoever was not called then is called now, while it goes on. */
import type { EventType } from '../event/index.ts';
import { responseClock, updateClock } from './cadence.ts';
import { type IncidentState, isOngoing } from './state.ts';

interface Happened {
  readonly type: EventType;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Whether what happened then asks for somebody at `now` (ms): it goes on, and nobody has done meanwhile what it asked for. What only tells, such as a note, is
 * owed to nobody.
 */
export function isStillOwed(state: IncidentState, { type, data }: Happened, now: number): boolean {
  if (type === 'incident.proposed') return state.declaredAt === null && state.dismissedAt === null;
  if (!isOngoing(state)) return false;
  switch (type) {
    case 'incident.declared':
    case 'incident.escalation_due':
      return true;
    case 'incident.severity_changed':
      return data['to'] === state.severity;
    case 'incident.status_changed':
      return data['to'] === state.status;
    case 'incident.response_missed':
      return responseClock(state, now)?.stoppedAt === null;
    case 'incident.update_skipped':
      return updateClock(state, now).missing > 0;
    default:
      return false;
  }
}
