/**
 * What happened to a ticket, as far as anybody may be told of it whoever the customer is: which rating, priority, tier, team. What somebody wrote is
 * not in it. It is kept with the alert that it made, and named when it is shown.
 */
import type { EventType } from '../event/index.ts';
import type { IncidentFacts } from './conditions.ts';
import type { NameOfValue } from './words.ts';

type Part = string | number | null;

export interface Happened {
  readonly type: EventType;
  readonly data: Readonly<Record<string, Part>>;
}

/** What is kept of each; of other types nothing is told but that they happened. */
const KEPT: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  'survey.answered': ['survey', 'score', 'scale'],
  'priority.changed': ['to'],
  'status.changed': ['to'],
  'supportTier.changed': ['to'],
  'team.changed': ['to'],
  'assignee.changed': ['to'],
  'ticket.escalated': ['toTier', 'kind', 'to'],
  'incident.proposed': ['incident', 'title'],
  'incident.declared': ['incident', 'title', 'severity'],
  'incident.severity_changed': ['incident', 'to', 'severity', 'severityChange'],
  'incident.status_changed': ['incident', 'to', 'severity'],
  'incident.response_missed': ['incident', 'severity'],
  'incident.update_skipped': ['incident', 'severity'],
  'incident.escalation_due': ['incident', 'severity', 'step', 'to'],
  'incident.review_overdue': ['incident', 'severity'],
};

const isPart = (value: unknown): value is Part => value === null || typeof value === 'string' || typeof value === 'number';

/** Of all that happens to an incident it is known which it is. */
const keptOf = (type: EventType): readonly string[] | undefined => KEPT[type] ?? (type.startsWith('incident.') ? ['incident'] : undefined);

/** Null of what has nothing more to say than its type. Of an incident it is said what that was once it had happened. */
export function happenedOf(
  { type, data }: { readonly type: EventType; readonly data: unknown },
  incident: IncidentFacts | null = null,
): Happened | null {
  const kept = keptOf(type);
  if (!kept) return null;
  const given: Readonly<Record<string, unknown>> = { ...(data as object), ...incident };
  return { type, data: Object.fromEntries(kept.flatMap((name) => (isPart(given[name]) ? [[name, given[name]]] : []))) };
}

/** In a sentence, without its full stop. */
export function happenedWords({ type, data }: Happened, nameOf: NameOfValue): string | null {
  if (type.startsWith('incident.')) return incidentWords({ type, data });
  const { to = null, survey, score, scale, toTier, kind } = data;
  const named = (field: string) => nameOf(field, String(to)) ?? String(to);
  switch (type) {
    case 'survey.answered':
      return `The customer answered ${String(survey).toUpperCase()} ${score} of ${scale}`;
    case 'priority.changed':
      return `The priority changed to ${to}`;
    case 'status.changed':
      return `The status changed to ${String(to).replaceAll('_', ' ')}`;
    case 'supportTier.changed':
      return to === null ? 'It is of no support tier any more' : `The support tier changed to ${to}`;
    case 'team.changed':
      return to === null ? 'It is of no team any more' : `It went to the team ${named('team')}`;
    case 'assignee.changed':
      return to === null ? 'Nobody is assigned any more' : `It was assigned to ${named('assignee')}`;
    case 'ticket.escalated':
      return `It was escalated to ${toTier} (${String(kind)
        .replaceAll('_', ' ')
        .replace(/\bai\b/, 'AI')})${to === null ? '' : `, to the team ${named('team')}`}`;
    default:
      return null;
  }
}

function incidentWords({ type, data }: Happened): string | null {
  const { incident, title, severity, severityChange, to = null } = data;
  const named = severity === undefined ? incident : `${incident} (${severity})`;
  switch (type) {
    case 'incident.proposed':
      return `${incident} is proposed: ${title}`;
    case 'incident.declared':
      return `${named} is declared: ${title}`;
    case 'incident.severity_changed':
      return severityChange === undefined || severityChange === null
        ? `${incident} is ${to} now`
        : `${incident} is ${severityChange} to ${severity ?? to}`;
    case 'incident.status_changed':
      return `${named} is ${to} now`;
    case 'incident.response_missed':
      return `Nobody has responded to ${named} in time`;
    case 'incident.update_skipped':
      return `Customers were not told of ${named} when they were to be`;
    case 'incident.escalation_due':
      return `${to} is to be brought into ${named} now`;
    case 'incident.review_overdue':
      return `The review of ${named} is overdue`;
    default:
      return null;
  }
}
