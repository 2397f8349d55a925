/**
 * Audits to events: the first one creates the ticket, each comment is a message, each field that means something here a change. The ids are
 * those of the audit's own parts.
 */
import { actorOf, userKey } from './actors.ts';
import { type Collected, eventOf } from './collect.ts';
import { changeOfField, customFieldsAtCreation, FIELDS } from './map-fields.ts';
import { changeStatus, statusOf } from './map-status.ts';
import { type Part, readAudit } from './read-audit.ts';
import { createTelling, type FieldPart, LAST_PLACE, placeOf, type Telling } from './telling.ts';
import { proseOf, wordOf } from './texts.ts';
import { channelOf, relationOf, ticketsFrom } from './words.ts';

export function mapAudits(items: readonly unknown[], into: Collected): void {
  for (const item of items) {
    const read = readAudit(item);
    if (read.ok) mapAudit(createTelling(read.value, into));
    else into.bury(item, read);
  }
}

function mapAudit(telling: Telling): void {
  const { audit } = telling;
  const fields = audit.parts.filter((part) => part.kind === 'field');
  if (audit.isCreation) create(telling, fields);
  for (const part of audit.parts) {
    if (part.kind === 'comment') message(telling, part);
    else if (part.kind === 'redaction') telling.tell(part, `event/${part.id}`, 'message.redacted', { messageId: part.comment });
    else if (!audit.isCreation) changeOfField(telling, part);
  }
  if (!audit.isCreation) changeStatus(telling, fields);
  relations(telling);
}

function create({ into, audit, ticket }: Telling, fields: readonly FieldPart[]): void {
  const data: Record<string, unknown> = { channel: channelOf(audit.via) };
  for (const { field, value } of fields)
    if (value !== null && value !== undefined) Object.assign(data, FIELDS[field]?.initial?.(into, value));
  Object.assign(data, statusOf(into, fields), customFieldsAtCreation(into, fields));
  const origin = (into.given.known['account'] as { origin?: string } | undefined)?.origin;
  if (origin) data['url'] = `${origin}/agent/tickets/${audit.ticket}`;
  const actor = actorOf(into, audit.author, audit.via, 'customer');
  into.add(eventOf({ id: `ticket/${audit.ticket}/created`, at: audit.at, seq: placeOf(audit, 0), actor }, 'ticket.created', data, ticket));
}

function message({ tell }: Telling, part: Extract<Part, { kind: 'comment' }>): void {
  tell(part, `event/${part.id}`, 'ticket.message', {
    messageId: part.id,
    visibility: part.isPublic ? 'public' : 'internal',
    ...(part.text !== null && { text: proseOf(part.text) }),
    ...(part.attachments > 0 && { attachments: Math.min(part.attachments, 1000) }),
  });
}

/** What came into this ticket, and what it goes on from. That a ticket went into another is told on the one that stays, and only there. */
function relations({ into, audit, ticket }: Telling): void {
  const about = { at: audit.at, seq: placeOf(audit, LAST_PLACE), actor: actorOf(into, audit.author, null, 'agent') };
  for (const via of [audit.via, ...audit.parts.map((part) => part.via)]) {
    const relation = relationOf(via);
    for (const from of ticketsFrom(via)) {
      if (from === audit.ticket) continue;
      if (relation === 'merge')
        into.add(eventOf({ ...about, id: `merged/${from}/${audit.ticket}` }, 'ticket.merged', { into: ticket }, into.own(from)));
      else if (relation === 'follow_up' && audit.isCreation)
        into.add(
          eventOf({ ...about, id: `follow-up/${audit.ticket}/${from}` }, 'ticket.linked', { to: into.own(from), kind: 'parent' }, ticket),
        );
    }
  }
}

/** Who is spoken of, what the statuses mean, and where tickets are shown. */
export function needsOfAudits(items: readonly unknown[]): string[] {
  const keys = new Set<string>();
  for (const item of items) {
    const read = readAudit(item);
    if (!read.ok) continue;
    if (read.value.isCreation) keys.add('account');
    if (read.value.author !== null) keys.add(userKey(read.value.author));
    for (const part of read.value.parts) {
      if (part.kind === 'comment' && part.author !== null) keys.add(userKey(part.author));
      const status = part.kind === 'field' && part.field === 'custom_status_id' ? wordOf(part.value) : null;
      if (status !== null) keys.add(`custom-status/${status}`);
    }
  }
  return [...keys];
}
