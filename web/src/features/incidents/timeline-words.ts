/** What a moment of the timeline says, as the end of a sentence that begins with who did it. */
import { ROLES, CHECKLISTS } from '@watchdesk/domain/incident';
import type { IncidentRole, IncidentStatus } from '@watchdesk/domain/event';
import type { Incident } from '../../api/client.ts';
import { incidentMessages } from '../../incidents/index.ts';

export type Moment = Incident['timeline'][number];

/** How much it matters to whoever reads along. */
export type MomentTone = 'bad' | 'good' | 'info' | 'idle';

/** Of one whose timeline has no call, and the way to the rules. */
export const uncalled = {
  said: (severity: string) => `Nobody was called: no rule has called anybody for this ${severity}.`,
  toRules: 'See the rules',
};

const ITEMS = new Map(CHECKLISTS.flatMap(({ items }) => items.map(({ id, text }) => [id, text] as const)));

const itemWords = (item: string): string => ITEMS.get(item) ?? (item.startsWith('escalation.') ? 'a step up' : item);

export function momentWords({ type, said, agent, by: doer }: Moment): { did: string; tone: MomentTone } {
  const { to, reason, role, is, audience, item, title, state, severity, mergedInto, by } = said;
  const because = typeof reason === 'string' ? `: ${reason}` : '';
  const roleName = typeof role === 'string' ? ROLES[role as IncidentRole].name.toLowerCase() : '';
  switch (type) {
    case 'incident.proposed':
      return { did: 'proposed it', tone: 'info' };
    case 'incident.declared':
      return { did: typeof severity === 'string' ? `declared it as ${severity}` : 'declared it', tone: 'bad' };
    case 'incident.dismissed':
      return { did: typeof mergedInto === 'string' ? `merged it into ${mergedInto}${because}` : `dismissed it${because}`, tone: 'idle' };
    case 'incident.severity_changed':
      return { did: `made it ${to}${because}`, tone: 'bad' };
    case 'incident.status_changed':
      return {
        did: `set it to ${incidentMessages.stages[to as IncidentStatus].toLowerCase()}${because}`,
        tone: to === 'resolved' || to === 'closed' ? 'good' : 'info',
      };
    case 'incident.role_assigned':
      return {
        did:
          is === false
            ? `took ${roleName} from ${agent?.name ?? ''}`
            : `made ${agent && agent.id === doer?.id ? 'themselves' : (agent?.name ?? '')} ${roleName}`,
        tone: 'idle',
      };
    case 'incident.update_posted':
      return { did: audience === 'customers' ? 'told customers' : 'told the inside', tone: 'info' };
    case 'incident.note':
      return { did: 'noted', tone: 'idle' };
    case 'incident.checklist_item_done':
      return { did: `${is === false ? 'unticked' : 'ticked'} “${itemWords(String(item))}”`, tone: 'idle' };
    case 'incident.affected_changed':
      return { did: 'said anew what is affected', tone: 'idle' };
    case 'incident.review_changed':
      return { did: 'wrote the review', tone: 'idle' };
    case 'incident.review_completed':
      return { did: 'completed the review', tone: 'good' };
    case 'incident.action_changed':
      return { did: actionWords(title, state), tone: 'idle' };
    case 'incident.response_missed':
      return { did: 'Nobody had responded in time', tone: 'bad' };
    case 'incident.update_skipped':
      return { did: 'An update to customers was due and did not come', tone: 'bad' };
    case 'incident.escalation_due':
      return { did: `${to} is to be brought in`, tone: 'bad' };
    case 'incident.review_overdue':
      return { did: 'The review was due', tone: 'bad' };
    case 'alert.fired':
      return {
        did: `${to ?? 'Nobody'} ${typeof to === 'string' && /, | and /.test(to) ? 'were' : 'was'} called by the rule “${title}”`,
        tone: 'info',
      };
    case 'alert.escalated':
      return { did: `Nobody had acknowledged “${title}”: ${to ?? 'nobody'} called next`, tone: 'bad' };
    case 'alert.acknowledged':
      return { did: `Acknowledged by ${by}: “${title}”`, tone: 'good' };
    case 'alert.resolved':
      return { did: `Nobody further is called by “${title}”, as ${reason}`, tone: 'idle' };
    case 'ticket.linked':
      return { did: typeof reason === 'string' ? 'linked, as it is alike:' : 'linked', tone: 'idle' };
    case 'ticket.unlinked':
      return { did: 'unlinked', tone: 'idle' };
    default:
      return { did: type, tone: 'idle' };
  }
}

function actionWords(title: unknown, state: unknown): string {
  if (state === 'done') return 'finished an action item';
  if (state === 'dropped') return 'dropped an action item';
  return typeof title === 'string' ? `added the action “${title}”` : 'changed an action item';
}
