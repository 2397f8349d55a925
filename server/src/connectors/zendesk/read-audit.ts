/**
 * What happened to a ticket in one go, from either shape that Zendesk has for it: the audit of one ticket, or the event of the export. Both
 * give the same ids for the same things, so that it does not matter which of them tells first.
 */
import type { z } from 'zod';
import { type ApiVia, audit, comment, ticketEvent } from './api-types.ts';

export interface Audit {
  readonly id: string;
  readonly ticket: string;
  /** ISO 8601, whole seconds. */
  readonly at: string;
  readonly author: string | null;
  readonly via: ApiVia;
  readonly isCreation: boolean;
  /** What means something here, in the order of their ids. */
  readonly parts: readonly Part[];
}

export type Part = { readonly id: string; readonly via: ApiVia } & (
  | {
      readonly kind: 'comment';
      /** Null where the comment does not say, and the audit's own does. */
      readonly author: string | null;
      readonly isPublic: boolean;
      readonly text: string | null;
      readonly attachments: number;
    }
  | { readonly kind: 'redaction'; readonly comment: string }
  | {
      readonly kind: 'field';
      readonly field: string;
      readonly value: unknown;
      readonly previous: unknown;
      /** Of tags, where they are told. */
      readonly changed: { readonly added: readonly string[]; readonly removed: readonly string[] } | null;
    }
);

export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly field: string; readonly reason: string };

/** The item as this shape has it, or the first field that it does not fit. */
export function readAs<T extends z.ZodType>(shape: T, item: unknown): Reading<z.output<T>> {
  const read = shape.safeParse(item);
  if (read.success) return { ok: true, value: read.data };
  const [issue] = read.error.issues;
  return { ok: false, field: issue!.path.join('.'), reason: issue!.message.replace(/^Invalid (input|option): expected /, 'must be ') };
}

/** What a page needs is asked before it is mapped: it is read once for both. */
const readings = new WeakMap<object, Reading<Audit>>();

export function readAudit(item: unknown): Reading<Audit> {
  if (typeof item !== 'object' || item === null) return readWhole(item);
  const known = readings.get(item);
  if (known) return known;
  const reading = 'child_events' in item ? readExported(item) : readWhole(item);
  readings.set(item, reading);
  return reading;
}

function readWhole(item: unknown): Reading<Audit> {
  const read = readAs(audit, item);
  if (!read.ok) return read;
  const { id, ticket_id: ticket, created_at: at, author_id: author, via, events } = read.value;
  const parts = events.flatMap((event): Part[] => {
    const about = { id: event.id, via: event.via };
    if (isComment(event.type)) return commentParts(event);
    if (isRedaction(event.type) && event.comment_id) return [{ ...about, kind: 'redaction', comment: event.comment_id }];
    if (!isField(event.type) || event.field_name === null || event.field_name === undefined) return [];
    return [
      { ...about, kind: 'field', field: String(event.field_name), value: event.value, previous: event.previous_value, changed: null },
    ];
  });
  return whole({ id, ticket, at, author, via, isCreation: events.some(({ type }) => type === 'Create') }, parts);
}

/** Keys of a child that are no field of the ticket. */
const ABOUT = new Set([
  'id',
  'event_type',
  'via',
  'via_reference_id',
  'previous_value',
  'added_tags',
  'removed_tags',
  'custom_ticket_fields',
  'created_at',
  'audit_id',
]);

function readExported(item: unknown): Reading<Audit> {
  const read = readAs(ticketEvent, item);
  if (!read.ok) return read;
  const { id, ticket_id: ticket, created_at: at, updater_id: author, via, child_events: children } = read.value;
  const parts = children.flatMap((child): Part[] => {
    const about = { id: child.id, via: child.via };
    if (isComment(child.event_type)) return commentParts(child);
    if (isRedaction(child.event_type) && child.comment_id) return [{ ...about, kind: 'redaction', comment: child.comment_id }];
    if (!isField(child.event_type)) return [];
    const changed = child.added_tags || child.removed_tags ? { added: child.added_tags ?? [], removed: child.removed_tags ?? [] } : null;
    const named = Object.entries(child).filter(([key]) => !ABOUT.has(key));
    return [...named, ...Object.entries(child.custom_ticket_fields ?? {})].map(([field, value]) => ({
      ...about,
      kind: 'field',
      field,
      value,
      previous: child.previous_value,
      changed: field === 'tags' ? changed : null,
    }));
  });
  return whole({ id, ticket, at, author, via, isCreation: children.some(({ event_type: type }) => type === 'Create') }, parts);
}

const isField = (type: string) => type === 'Create' || type === 'Change';
/** `VoiceComment` and the like are comments too. */
const isComment = (type: string) => type.endsWith('Comment');
const isRedaction = (type: string) => type === 'CommentRedactionEvent';

function commentParts(event: unknown): Part[] {
  const read = comment.safeParse(event);
  if (!read.success) return [];
  const { id, via, author_id: author, body, plain_body: plain, attachments } = read.data;
  const isPublic = read.data.public ?? read.data.comment_public ?? false;
  return [{ id, via, kind: 'comment', author, isPublic, text: plain ?? body ?? null, attachments: attachments?.length ?? 0 }];
}

function whole(about: Omit<Audit, 'parts'>, parts: readonly Part[]): Reading<Audit> {
  return { ok: true, value: { ...about, parts: parts.toSorted((a, b) => compareIds(a.id, b.id)) } };
}

/** Of numbers as text: a longer one is a larger one. */
const compareIds = (a: string, b: string) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
