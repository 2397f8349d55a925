/** What an event says, in words: `escalated to L2, Payments`. The actor stands before it, the instant after it. */
import { formatCount, formatDuration, formatNumber, sentenceCase, uiMessages } from '../../ui/index.ts';
import { metricName } from '../../clocks/index.ts';
import type { EventLine } from './timeline.ts';
import { messages } from './messages.ts';
import { stepShare } from './promise-words.ts';

export type Names = Readonly<Record<string, string>>;

export interface Sentence {
  words: string;
  /** The ticket it is about, at the end of the words. */
  ticket: string | null;
  from: string | null;
  to: string | null;
  reason: string | null;
}

const { verbs } = messages;
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const shown = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '–';

/** A value of a field as people say it. */
function valueWords(field: string, value: string, names: Names): string {
  if (field === 'status') return (uiMessages.status as Record<string, string>)[value] ?? value;
  if (field === 'priority' || field === 'supportTier' || field === 'subject' || field === 'language') return value;
  if (field === 'category' || field === 'product') return sentenceCase(value);
  return names[value] ?? value;
}

const bare = (words: string, more: Partial<Sentence> = {}): Sentence => ({
  words,
  ticket: null,
  from: null,
  to: null,
  reason: null,
  ...more,
});

function ofChange({ change, item }: EventLine, names: Names): Sentence | null {
  if (!change) return null;
  const { field, from, to } = change;
  if (field === 'assignee') {
    if (to === null) return bare(messages.unassigned);
    return to === item.actor.id ? bare(messages.took) : bare(messages.assigned(valueWords(field, to, names)));
  }
  if (field === 'team') return bare(to === null ? messages.noTeam : messages.movedTo(valueWords(field, to, names)));
  const name = messages.field[field] ?? field;
  if (to === null) return bare(messages.cleared(name));
  return bare(messages.set(name), { from: from === null ? null : valueWords(field, from, names), to: valueWords(field, to, names) });
}

const tagWords = (value: unknown): string => (Array.isArray(value) ? value.map(shown).join(', ') : '');

function ofTags(data: Readonly<Record<string, unknown>>): Sentence {
  const [added, removed] = [tagWords(data['added']), tagWords(data['removed'])];
  const parts = [...(added ? [verbs['tags.added'](added)] : []), ...(removed ? [verbs['tags.removed'](removed)] : [])];
  return bare(parts.join(' and ') || verbs['tag.changed']);
}

const secondsBetween = (from: unknown, to: unknown): number => (Date.parse(shown(to)) - Date.parse(shown(from))) / 1000;
const workedFor = (data: Readonly<Record<string, unknown>>): string => formatDuration(secondsBetween(data['from'], data['to']));
const surveyWords = (survey: unknown): string => messages.surveyName[shown(survey)] ?? shown(survey);
const linkWords = (kind: unknown): string => messages.linkKind[shown(kind)] ?? shown(kind);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const ofCalendar = ({ id, version }: Readonly<Record<string, unknown>>): string => verbs.calendarApplied(shown(id), shown(version));

const OF_TYPE: Readonly<Record<string, (data: Readonly<Record<string, unknown>>, names: Names) => Sentence>> = {
  'ticket.created': () => bare(verbs['ticket.created']),
  'ticket.message': () => bare(verbs['ticket.message']),
  'ticket.escalated': (data, names) =>
    bare(verbs['ticket.escalated'](shown(data['toTier']), text(data['to']) && (names[shown(data['to'])] ?? shown(data['to'])))),
  'ticket.merged': (data) => bare(verbs['ticket.merged'], { ticket: text(data['into']) }),
  'ticket.unmerged': (data) => bare(verbs['ticket.unmerged'], { ticket: text(data['into']) }),
  'ticket.split': (data) => bare(verbs['ticket.split'], { ticket: text(data['from']) }),
  'ticket.linked': (data) => bare(verbs['ticket.linked'](linkWords(data['kind'])), { ticket: text(data['to']) }),
  'ticket.unlinked': (data) => bare(verbs['ticket.unlinked'](linkWords(data['kind'])), { ticket: text(data['to']) }),
  'ticket.deleted': () => bare(verbs['ticket.deleted']),
  'ticket.undeleted': () => bare(verbs['ticket.undeleted']),
  'ticket.spam': (data) => bare(verbs['ticket.spam'](data['is'] !== false)),
  'message.redacted': () => bare(verbs['message.redacted']),
  'tag.changed': ofTags,
  'customField.changed': (data) => bare(verbs['customField.changed'](shown(data['name']), shown(data['to']))),
  'pause.requested': (data) => bare(verbs['pause.requested'](shown(data['reason']))),
  'pause.ended': () => bare(verbs['pause.ended']),
  'survey.requested': (data) => bare(verbs['survey.requested'](surveyWords(data['survey']))),
  'survey.answered': (data) => bare(verbs['survey.answered'](surveyWords(data['survey']), scoreWords(data['score'], data['scale']))),
  'agent.activity': (data) => bare(verbs['agent.activity'](workedFor(data))),
  'policy.applied': ({ policy, calendar }) => bare(isRecord(calendar) ? ofCalendar(calendar) : verbs['policy.applied'](shown(policy))),
  'sla.vendor': (data) => bare(verbs['sla.vendor'](shown(data['metric']), text(data['verdict']) ?? shown(data['kind']))),
  'sla.warned': (data) => bare(verbs['sla.warned'](metricName(shown(data['clock'])), stepShare(Number(data['step'])))),
  'sla.breached': (data) => bare(verbs['sla.breached'](metricName(shown(data['clock'])))),
  'ticket.sealed': () => bare(verbs['ticket.sealed']),
};

/** `4 of 5`. */
export function scoreWords(score: unknown, scale: unknown): string {
  const value = typeof score === 'number' ? (Number.isInteger(score) ? formatCount(score) : formatNumber(score, 1)) : '–';
  return typeof scale === 'number' ? `${value} of ${formatCount(scale)}` : value;
}

/** The sentence of one event; an event this page does not know yet gives its type. */
export function sentenceOf(line: EventLine, names: Names): Sentence {
  const { item } = line;
  const agent = item.type === 'agent.activity' ? text(item.data['agent']) : null;
  if (agent !== null && agent !== item.actor.id) return bare(verbs.activityOf(names[agent] ?? agent, workedFor(item.data)));
  const sentence = ofChange(line, names) ?? OF_TYPE[item.type]?.(item.data, names) ?? bare(messages.unknownEvent(item.type));
  return { ...sentence, reason: item.type === 'pause.requested' ? null : (text(item.data['reason']) ?? text(item.personal?.['reason'])) };
}
