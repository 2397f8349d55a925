/**
 * Statuses: the five of old, and those that an account made itself, each in one of the old ones' categories. An audit may say both, the
 * category and the account's own; that is one change.
 */
import type { Status } from '@watchdesk/domain/event';
import type { Collected } from './collect.ts';
import { deletionOf, type FieldPart, type Telling } from './telling.ts';
import { nameOf, wordOf } from './texts.ts';

/** What is remembered of a status that an account made. */
export interface KnownStatus {
  readonly category: string;
  readonly label: string;
}

const DELETED = 'deleted';

/** The part that says the category, and the one that says the account's own status. */
function partsOf(fields: readonly FieldPart[]) {
  const last = (name: string) => fields.findLast(({ field, value }) => field === name && wordOf(value) !== null);
  return { plain: last('status'), custom: last('custom_status_id') };
}

/** What a creation says of it. */
export function statusOf(into: Collected, fields: readonly FieldPart[]): { status?: Status; rawStatus?: string } {
  const { plain, custom } = partsOf(fields);
  if (!plain && !custom) return {};
  const { status, word } = meaningOf(into, plain, custom);
  return { status, rawStatus: word };
}

export function changeStatus({ into, audit, ticket, tell }: Telling, fields: readonly FieldPart[]): void {
  const { plain, custom } = partsOf(fields);
  if (plain?.value === DELETED) return into.add(deletionOf(ticket, audit.ticket, audit.at));
  const part = plain ?? custom;
  if (!part) return;
  if (plain?.previous === DELETED) tell(plain, `undeleted/${plain.id}`, 'ticket.undeleted', {});
  const { status, word } = meaningOf(into, plain, custom);
  tell(part, `event/${part.id}/status`, 'status.changed', { to: status, rawTo: word });
}

function meaningOf(into: Collected, plain: FieldPart | undefined, custom: FieldPart | undefined): { status: Status; word: string } {
  const { known, maps } = into.given;
  const id = wordOf(custom?.value);
  const made = id === null ? undefined : (known[`custom-status/${id}`] as KnownStatus | undefined);
  const category = wordOf(plain?.value) ?? made?.category;
  // A closed ticket keeps a status of the category solved; what stands beside it as the category is what holds.
  const word = (made?.category === category ? made?.label : undefined) ?? category ?? id ?? '';
  const status = maps.status[word] ?? (category === undefined ? undefined : maps.status[category]);
  if (status === undefined) into.warn('status', word);
  return { status: status ?? 'open', word: nameOf(word) };
}
