/** Random incidents for laws. */
import fc from 'fast-check';
import { AUDIENCES, INCIDENT_ROLES, INCIDENT_STATUSES, type IncidentEvent, type IncidentEventType, SEVERITIES } from '../event/index.ts';
import { declared, told } from './scenario.ts';

const step: fc.Arbitrary<readonly [IncidentEventType, object]> = fc.oneof(
  fc
    .record({ audience: fc.constantFrom(...AUDIENCES), text: fc.constant('Told') })
    .map((data) => ['incident.update_posted', data] as const),
  fc.constantFrom(...SEVERITIES).map((to) => ['incident.severity_changed', { to }] as const),
  fc.constantFrom(...INCIDENT_STATUSES).map((to) => ['incident.status_changed', { to }] as const),
  fc
    .record({ role: fc.constantFrom(...INCIDENT_ROLES), agent: fc.constantFrom('ann', 'bo'), is: fc.boolean() })
    .map((data) => ['incident.role_assigned', data] as const),
  fc
    .record({ item: fc.constantFrom('initiation.page', 'active.updates'), is: fc.boolean() })
    .map((data) => ['incident.checklist_item_done', data] as const),
  fc
    .record({ action: fc.constantFrom('a', 'b'), state: fc.constantFrom('open', 'done') })
    .map((data) => ['incident.action_changed', data] as const),
  fc.constant(['incident.declared', { title: 'Again', users: 'one', block: 'minor' }] as const),
  fc.constant(['incident.proposed', { title: 'It seems so' }] as const),
  fc.constant(['incident.dismissed', {}] as const),
);

/** A declared incident and what happened to it in ten hours, in some order of arrival. */
export const incidentEvents: fc.Arbitrary<IncidentEvent[]> = fc
  .array(fc.tuple(fc.integer({ min: -10, max: 600 }), step), { maxLength: 15 })
  .map((steps) => [declared(), ...steps.map(([minute, [type, data]], index) => ({ ...told(type, minute, data), id: `e${index}` }))]);
