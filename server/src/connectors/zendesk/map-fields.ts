/** A field of a ticket, at its creation and when it changes. Fields that an account made itself mean what the maps say, and nothing otherwise. */
import { type EventType, LIMITS, type Priority } from '@watchdesk/domain/event';
import { type Collected, isTier } from './collect.ts';
import type { FieldPart, Telling } from './telling.ts';
import { idOf, nameOf, plainValue, tagsOf, textOf, wordOf } from './texts.ts';
import { NO_PRIORITY } from './words.ts';

interface Field {
  /** The part of a creation's data; left out where a field says nothing then. */
  readonly initial?: (into: Collected, value: unknown) => Record<string, unknown>;
  readonly change?: (telling: Telling, part: FieldPart) => void;
}

const changed =
  (type: Extract<EventType, `${string}.changed`>, toOf: (into: Collected, value: unknown) => unknown): Field['change'] =>
  ({ tell, into }, part) =>
    tell(part, `event/${part.id}/${part.field}`, type, { to: toOf(into, part.value) });

const ownId = (into: Collected, value: unknown) => {
  const id = idOf(value);
  return id === null ? null : into.own(id);
};
const agentId = (into: Collected, value: unknown) => {
  const id = idOf(value);
  return id === null ? null : into.agent(id);
};

function priorityOf(into: Collected, value: unknown): Priority {
  const word = wordOf(value);
  if (word === null) return NO_PRIORITY;
  const priority = into.given.maps.priority[word];
  if (priority === undefined) into.warn('priority', word);
  return priority ?? NO_PRIORITY;
}

/** By their names. `status` and `custom_status_id` are one thing, and in map-status.ts. */
export const FIELDS: Readonly<Record<string, Field>> = {
  subject: {
    initial: (_, value) => ({ subject: nameOf(textOf(value)) }),
    change: changed('subject.changed', (_, value) => nameOf(textOf(value))),
  },
  priority: { initial: (into, value) => ({ priority: priorityOf(into, value) }), change: changed('priority.changed', priorityOf) },
  assignee_id: { initial: (into, value) => ({ assignee: agentId(into, value) }), change: changed('assignee.changed', agentId) },
  group_id: { initial: (into, value) => ({ team: ownId(into, value) }), change: changed('team.changed', ownId) },
  requester_id: { initial: (into, value) => ({ requester: ownId(into, value) }), change: changed('requester.changed', ownId) },
  organization_id: { initial: (into, value) => ({ organisation: ownId(into, value) }), change: changed('organisation.changed', ownId) },
  tags: { initial: (_, value) => ({ tags: tagsOf(value).slice(0, LIMITS.tags) }), change: changeTags },
  problem_id: { change: changeProblem },
};

/** Of no use here, and not worth offering as something to be mapped. */
const UNUSED = new Set([
  'status',
  'custom_status_id',
  'description',
  'submitter_id',
  'due_at',
  'is_public',
  'locale_id',
  'external_id',
  'satisfaction_score',
  'satisfaction_comment',
  'satisfaction_reason_code',
  'satisfaction_probability',
  'ticket_id',
  'current_collaborators',
  'recipient',
  'sla_policy',
  'schedule_id',
  'updated_at',
]);

export function changeOfField(telling: Telling, part: FieldPart): void {
  const field = FIELDS[part.field];
  if (field) field.change?.(telling, part);
  else if (!UNUSED.has(part.field)) changeCustomField(telling, part);
}

function changeTags({ tell }: Telling, part: FieldPart): void {
  const [before, after] = [tagsOf(part.previous), tagsOf(part.value)];
  const added = (part.changed ? tagsOf(part.changed.added) : after.filter((tag) => !before.includes(tag))).slice(0, LIMITS.tags);
  const removed = (part.changed ? tagsOf(part.changed.removed) : before.filter((tag) => !after.includes(tag))).slice(0, LIMITS.tags);
  if (added.length + removed.length > 0) tell(part, `event/${part.id}/tags`, 'tag.changed', { added, removed });
}

/** An incident belongs to a problem, which is a ticket as well. */
function changeProblem({ tell, into }: Telling, part: FieldPart): void {
  const [before, after] = [idOf(part.previous), idOf(part.value)];
  if (before !== null) tell(part, `event/${part.id}/unlinked`, 'ticket.unlinked', { to: into.own(before), kind: 'known_issue' });
  if (after !== null) tell(part, `event/${part.id}/linked`, 'ticket.linked', { to: into.own(after), kind: 'known_issue' });
}

/** Ours that a field of theirs may be. */
const OWN = new Set(['category', 'product', 'language', 'serviceSite', 'supportTier']);

interface Meaning {
  readonly name: string;
  readonly to: string | number | boolean | null;
}

/** Null where nobody said what the field is, or it cannot be that. */
function asCustomField(into: Collected, field: string, value: unknown): Meaning | null {
  const name = into.given.maps.customFields[field];
  const to = plainValue(value);
  if (name === undefined) {
    if (to !== null && to !== '') into.warn('customFields', field);
    return null;
  }
  if (!OWN.has(name)) return { name, to };
  const word = wordOf(to);
  return name === 'supportTier' && word !== null && !isTier(word) ? null : { name, to: word };
}

function changeCustomField({ tell, into }: Telling, part: FieldPart): void {
  const meaning = asCustomField(into, part.field, part.value);
  if (!meaning) return;
  const id = `event/${part.id}/${part.field}`;
  if (OWN.has(meaning.name)) tell(part, id, `${meaning.name}.changed` as 'category.changed', { to: meaning.to });
  else tell(part, id, 'customField.changed', meaning);
}

export function customFieldsAtCreation(into: Collected, fields: readonly FieldPart[]): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  const customFields: Record<string, unknown> = {};
  for (const { field, value } of fields) {
    if (FIELDS[field] || UNUSED.has(field)) continue;
    const meaning = asCustomField(into, field, value);
    if (!meaning || meaning.to === null) continue;
    if (OWN.has(meaning.name)) data[meaning.name] = meaning.to;
    else if (Object.keys(customFields).length < LIMITS.customFields) customFields[meaning.name] = meaning.to;
  }
  return Object.keys(customFields).length > 0 ? { ...data, customFields } : data;
}
