/**
 * The attributes of a ticket that a column may hold: how a creation carries them, and which event tells of their change.
 * Inside one row the changes are ordered so that who holds the ticket is known before its status changes: a resolve
 * belongs to the team that the same row names.
 */
import { type EventType, type Status, STATUSES } from '@watchdesk/domain/event';
import { type Binding, bindCell, type BoundCell, type Fields } from './cells.ts';
import type { Raw, Warn } from './entry.ts';
import type { Cell, TicketFields } from './mapping.ts';
import { clip, FATES, listOf, type Meaning, meaningOf, typed } from './meanings.ts';

export interface Change {
  readonly type: EventType;
  readonly data: Record<string, unknown>;
}

export interface Attribute {
  /** `status`, `customFields.impact`. */
  readonly key: string;
  readonly ordinal: number;
  /** A creation cannot say it: it is read in some statuses only, or is a verdict on what came after. */
  readonly onlyLater: boolean;
  /** What the row says; false where it does not tell. `status` is the row's own. Tells of values it does not know. */
  raw(fields: Fields, status: Status | null): Raw;
  /** The part of `ticket.created` that says it. */
  initial(raw: Raw): Record<string, unknown>;
  /** The events that say it changed; none where no event can, or nothing is to be said. */
  change(raw: string | null, before: Raw): readonly Change[];
}

/** The order of changes inside one row: after the creation, 0, and a message, 20. */
const ORDER = [
  'requester',
  'organisation',
  'subject',
  'language',
  'serviceSite',
  'product',
  'category',
  'tags',
  'customFields',
  'slaVendor',
  'supportTier',
  'team',
  'assignee',
  'priority',
];
export const MESSAGE_ORDINAL = 20;
export const OTHER_ORDINAL = 22;
export const STATUS_ORDINAL = 24;

/** The attributes the mapping names, bound to the columns. `place` is where the mapping has them. */
export function bindAttributes(fields: TicketFields, place: string, binding: Binding, warn: Warn): Attribute[] {
  const { customFields = {}, slaVendor = {}, ...plain } = fields;
  const cells: [string, Cell][] = [
    ...Object.entries(plain).filter((entry): entry is [string, Cell] => entry[1] !== undefined),
    ...Object.entries(customFields).map(([name, cell]): [string, Cell] => [`customFields.${name}`, cell]),
    ...Object.entries(slaVendor).map(([name, cell]): [string, Cell] => [`slaVendor.${name}`, cell]),
  ];
  return cells.map(([key, cell]) => attribute(key, bindCell(cell, `${place}.${key}`, binding), warn, `${place}.${key}`));
}

/** An attribute whose text comes from a bound cell. */
export function attribute(key: string, cell: BoundCell, warn: Warn, place: string): Attribute {
  const name = key.slice(key.indexOf('.') + 1);
  const kind = key === name ? key : key.slice(0, key.indexOf('.'));
  const meaning = meaningOf(kind, cell, place);
  return {
    key,
    ordinal: kind === 'status' ? STATUS_ORDINAL : 1 + ORDER.indexOf(kind),
    onlyLater: cell.readWhen !== undefined || kind === 'slaVendor',
    raw(fields, status) {
      if (cell.readWhen && (status === null || !cell.readWhen.includes(status))) return false;
      const text = cell.raw(fields);
      // "No status" and "no priority" are unknown, not a value; a vendor's verdict that is missing is none.
      if (ALWAYS_SOMETHING.has(kind) && (text === null || cell.meaning(text) === null)) return false;
      const oddity = text === null ? null : meaning.oddity(text);
      if (oddity) warn(oddity.kind, oddity.value);
      return text;
    },
    ...sayings(kind, name, meaning, cell),
  };
}

const ALWAYS_SOMETHING = new Set(['status', 'priority', 'subject', 'channel', 'url', 'slaVendor']);

type Sayings = Pick<Attribute, 'initial' | 'change'>;

function sayings(kind: string, name: string, meaning: Meaning, cell: BoundCell): Sayings {
  const some = (to: string | null) => (to === null ? {} : { [kind]: to });
  const custom = (raw: string | null) => typed(meaning.of(raw), cell);
  switch (kind) {
    case 'status':
      return statusSayings(meaning);
    case 'tags':
      return {
        initial: (raw) => (raw ? { tags: listOf(raw, cell) } : {}),
        change: (raw, before) => tagChange(listOf(raw, cell), listOf(before, cell)),
      };
    case 'customFields':
      return {
        initial: (raw) => (raw === false || raw === null ? {} : { customFields: { [name]: custom(raw) } }),
        change: (raw) => [{ type: 'customField.changed', data: { name, to: custom(raw) } }],
      };
    case 'slaVendor':
      return {
        initial: () => ({}),
        change: (raw) => [{ type: 'sla.vendor', data: { metric: name, kind: 'verdict', verdict: meaning.of(raw) } }],
      };
    case 'channel':
    case 'url':
      return { initial: (raw) => some(raw === false ? null : meaning.of(raw)), change: () => [] };
    case 'priority':
    case 'subject':
      return {
        initial: (raw) => some(raw === false ? null : meaning.of(raw)),
        change: (raw) => {
          const to = meaning.of(raw);
          return to === null ? [] : [{ type: `${kind}.changed`, data: { to } }];
        },
      };
    default:
      return {
        initial: (raw) => (raw === false ? {} : { [kind]: meaning.of(raw) }),
        change: (raw) => [{ type: `${kind}.changed` as EventType, data: { to: meaning.of(raw) } }],
      };
  }
}

function statusSayings(meaning: Meaning): Sayings {
  return {
    initial: (raw) => {
      const to = raw === false ? null : meaning.of(raw);
      return to === null || to in FATES ? {} : { status: to, rawStatus: clip(raw as string) };
    },
    change: (raw, before) => {
      const [to, then] = [meaning.of(raw)!, before === false ? null : meaning.of(before)];
      const fate = FATES[to];
      if (fate) return [{ type: fate.is, data: {} }];
      const returned = then === null ? undefined : FATES[then];
      const back: Change[] = returned ? [{ type: returned.isNot, data: returned.isNot === returned.is ? { is: false } : {} }] : [];
      return [...back, { type: 'status.changed', data: { to, rawTo: clip(raw!) } }];
    },
  };
}

function tagChange(now: readonly string[], then: readonly string[]): Change[] {
  const [added, removed] = [now.filter((tag) => !then.includes(tag)), then.filter((tag) => !now.includes(tag))];
  return added.length + removed.length === 0 ? [] : [{ type: 'tag.changed', data: { added, removed } }];
}

/** Parts of a creation put together: the custom fields join, everything else is said once. */
export function joinInitial(parts: readonly Record<string, unknown>[]): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  let customFields: Record<string, unknown> | undefined;
  for (const part of parts) {
    Object.assign(whole, part);
    if (part['customFields']) whole['customFields'] = customFields = Object.assign(customFields ?? {}, part['customFields']);
  }
  return whole;
}

/** The status a row's raw text stands for; null where it is none, or says that the ticket is deleted. */
export function bindStatus(cell: Cell | undefined, binding: Binding): (fields: Fields) => Status | null {
  if (cell === undefined) return () => null;
  const bound = bindCell(cell, 'fields.status', binding);
  const meaning = meaningOf('status', bound, 'fields.status');
  return (fields) => {
    const raw = bound.raw(fields);
    const to = raw === null || bound.meaning(raw) === null ? null : meaning.of(raw);
    return STATUSES.find((status) => status === to) ?? null;
  };
}
