/** The fields of a mapping that can be filled, group by group, in the order people think of them. */
import { labelOf, type Mapping, type Path, valueAt } from './document.ts';
import { words } from './messages.ts';
import type { MappedField, MappedType } from './use-webhook-mapping.ts';
import type { Target } from './ValueField.tsx';

export interface Group {
  readonly title: string;
  readonly targets: readonly Target[];
  /** Named fields can be added under this place. */
  readonly custom?: Path;
  /** A rule of its own, with its conditions. */
  readonly rule?: number;
}

const ACTORS = ['customer', 'agent', 'bot', 'automation', 'system'];
const labels = words.labels;
const text = (path: Path, label: string, needed = false): Target => ({ path, label, kind: 'text', needed });
const moment = (path: Path, label: string, needed = false): Target => ({ path, label, kind: 'moment', needed });
const actor = (path: Path): Target[] => [
  { path: [...path, 'actor', 'kind'], label: labels.actorKind, kind: 'word', words: ACTORS, needed: false },
  text([...path, 'actor', 'id'], labels.actorId),
];

/** Which of a ticket's fields most desks have; the others wait behind a button. */
const USUAL = new Set(['subject', 'status', 'priority', 'requester', 'assignee', 'team', 'tags', 'channel']);

export function groupsOf(mapping: Mapping, types: readonly MappedType[]): Group[] {
  const fieldsOf = (type: string) => types.find((one) => one.type === type)?.fields ?? [];
  if (mapping['form'] !== 'events') return snapshotGroups(mapping, fieldsOf('ticket.created'));
  const rules = (mapping['rules'] ?? []) as readonly { type: string }[];
  return rules.map(({ type }, index) => {
    const path = ['rules', index];
    const isOfTicket = !/^(customer|organisation|agent|team|site)\.(upserted|presence|shift)/.test(type);
    const fields = fieldsOf(type);
    return {
      title: words.groups.rule(index + 1),
      rule: index,
      targets: [
        moment([...path, 'at'], labels.at, true),
        ...(isOfTicket ? [text([...path, 'ticket'], labels.ticket, true)] : []),
        text([...path, 'id'], labels.id),
        ...actor(path),
        ...targetsOf(fields, [...path, 'data'], mapping),
      ],
      ...(fields.some(({ kind }) => kind === 'fields') && { custom: [...path, 'data'] }),
    };
  });
}

function snapshotGroups(mapping: Mapping, fields: readonly MappedField[]): Group[] {
  return [
    {
      title: words.groups.ticket,
      targets: [
        text(['ticket'], labels.ticket, true),
        moment(['at'], labels.updatedAt, true),
        moment(['createdAt'], labels.createdAt),
        ...actor([]),
      ],
    },
    { title: words.groups.fields, targets: targetsOf(fields, ['fields'], mapping), custom: ['fields'] },
    {
      title: words.groups.message,
      targets: [
        text(['message', 'id'], 'Id'),
        ...actor(['message']),
        { path: ['message', 'visibility'], label: 'Visibility', kind: 'word', words: ['public', 'internal'], needed: false },
        text(['message', 'text'], 'Text'),
        moment(['message', 'at'], labels.at),
      ],
    },
  ];
}

function targetsOf(fields: readonly MappedField[], path: Path, mapping: Mapping): Target[] {
  const given = Object.keys(valueAt(mapping, path) ?? {});
  return fields.flatMap(({ name, kind, words: known, needed }): Target[] => {
    if (kind !== 'fields') return [{ path: [...path, name], label: labelOf(name), kind, words: known, needed }];
    return given
      .filter((one) => one.startsWith(`${name}.`))
      .map((one) => ({ path: [...path, one], label: one.slice(name.length + 1), kind: 'any', needed: false }));
  });
}

/** Shown at once: what is needed, what is usual, and what is filled. */
export const isShown = (target: Target, mapping: Mapping): boolean =>
  target.needed || USUAL.has(String(target.path.at(-1))) || target.path[0] === 'message' || valueAt(mapping, target.path) !== undefined;
