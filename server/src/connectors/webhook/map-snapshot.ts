/** A payload that is the ticket as it is now: what differs from the last one becomes events (payload/snapshot.ts). */
import type { Json } from '@hyperjump/json-pointer';
import type { Status } from '@watchdesk/domain/event';
import { type Collector, Unreadable } from '../payload/collect.ts';
import { addSnapshot, MESSAGE_SEQ } from '../payload/snapshot.ts';
import { actorOf, neededText, readData, type Reader, within } from './data.ts';
import type { SnapshotMapping } from './mapping.ts';
import { holds, readMoment, readText, whereOf } from './values.ts';

export function mapSnapshot(mapping: SnapshotMapping, payload: Json, to: Collector): void {
  const place = { payload };
  if (!holds(mapping.when, place)) return;
  const reader: Reader = { place, zone: mapping.zone, to };
  const id = neededText('ticket', mapping.ticket, place);
  const at = within('at', () => readMoment(mapping.at, place, mapping.zone));
  if (at === undefined) throw new Unreadable('at', `is needed; ${whereOf(mapping.at)} leads to nothing here`);
  const createdAt = mapping.createdAt && within('createdAt', () => readMoment(mapping.createdAt!, place, mapping.zone));
  const { status, rawStatus, tags, customFields, channel, url, ...attributes } = readData('ticket.created', mapping.fields, reader);
  addSnapshot(
    {
      id,
      at,
      createdAt,
      status: status as Status | undefined,
      rawStatus: (rawStatus ?? status) as string | undefined,
      attributes,
      tags: tags as string[] | undefined,
      customFields: customFields as Record<string, string> | undefined,
      creation: { ...(channel !== undefined && { channel }), ...(url !== undefined && { url }) },
      actor: mapping.actor && actorOf(mapping.actor, reader),
    },
    to,
  );
  if (mapping.message && holds(mapping.message.when, place)) addMessage(mapping.message, reader, id, at);
}

/** The newest message comes along with every snapshot, and is known by its id. */
function addMessage(message: NonNullable<SnapshotMapping['message']>, reader: Reader, ticket: string, updatedAt: number): void {
  const { place, zone, to } = reader;
  const messageId = within('message.id', () => readText(message.id, place))?.trim();
  // A snapshot without a message is one that only tells of the ticket.
  if (!messageId) return;
  const at = (message.at && within('message.at', () => readMoment(message.at!, place, zone))) ?? updatedAt;
  const text = message.text && within('message.text', () => readText(message.text!, place));
  const visibility = neededText('message.visibility', message.visibility, place);
  to.add({
    id: `message:${ticket}:${messageId}`,
    at,
    seq: MESSAGE_SEQ,
    actor: actorOf(message.actor, reader),
    ticket: to.ticket(ticket),
    type: 'ticket.message',
    data: { messageId, visibility, ...(text && { text }) },
  });
}
