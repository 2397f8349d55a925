/** Incidents for tests: events written short. */
import { EVENTS, type IncidentEvent, type IncidentEventType } from '../event/index.ts';

export const MINUTE = 60_000;
export const START = Date.UTC(2026, 2, 2, 9);

/** `minute`: since the start. */
export function told(type: IncidentEventType, minute: number, data: object = {}, by = 'ann'): IncidentEvent {
  const at = START + minute * MINUTE;
  const parsed = EVENTS[type].parse({ incident: 'INC-1', ...data });
  return {
    id: `${type}@${minute}${JSON.stringify(data)}`,
    source: 'watchdesk',
    at,
    seq: 0,
    actor: { kind: 'agent', id: by },
    type,
    data: parsed,
  } as IncidentEvent;
}

export const declared = (data: object = {}, minute = 0): IncidentEvent =>
  told('incident.declared', minute, { title: 'Sign-in fails', users: 'all', block: 'complete', ...data });
export const update = (minute: number, audience: 'customers' | 'internal' = 'customers') =>
  told('incident.update_posted', minute, { audience, text: 'We are on it.' });
