/** Payloads of the mapped webhook to events; pure. A payload gives all its events or, where one of them cannot be read, none and the reason. */
import type { Json } from '@hyperjump/json-pointer';
import { readEvent } from '@watchdesk/domain/event';
import type { Given, Mapped, MappedEvent } from '../connector.ts';
import { type Collector, digestId, mapEach, Unreadable } from '../payload/collect.ts';
import { z } from 'zod';
import { actorOf, neededText, readData, type Reader, within } from './data.ts';
import type { EventsMapping, Rule, WebhookMapping } from './mapping.ts';
import { mapSnapshot } from './map-snapshot.ts';
import { holds, lookAt, type Place, readMoment, readText, whereOf } from './values.ts';

/** More in one payload is a mistake of the mapping, or of whoever sends it. */
const MOST_ITEMS = 1000;
/** Room between the rules for the items of one. */
const STRIDE = MOST_ITEMS;

const anything = z.unknown();

export function mapPayloads(mapping: WebhookMapping, payloads: readonly unknown[], given: Given): Mapped {
  const { parts, dead } = partsOf(mapping, payloads);
  const mapped = mapEach(parts, given, anything, (payload, to) => {
    const mine: MappedEvent[] = [];
    const own: Collector = { ...to, add: (...events) => void mine.push(...events) };
    if (mapping.form === 'snapshot') mapSnapshot(mapping, payload as Json, own);
    else mapping.rules.forEach((rule, index) => applyRule(mapping, rule, index, payload as Json, own));
    to.add(...distinct(mine).map((event) => checked(event, given.source)));
  });
  return { ...mapped, dead: [...dead, ...mapped.dead] };
}

/** A delivery may hold several payloads. */
export function partsOf({ items }: WebhookMapping, payloads: readonly unknown[]): { parts: unknown[]; dead: Mapped['dead'][number][] } {
  if (items === undefined) return { parts: [...payloads], dead: [] };
  const [parts, dead]: [unknown[], Mapped['dead'][number][]] = [[], []];
  for (const payload of payloads) {
    const list = lookAt(items, payload as Json);
    if (Array.isArray(list) && list.length <= MOST_ITEMS) parts.push(...list);
    else dead.push({ item: payload, field: 'items', reason: `must be a list of at most ${MOST_ITEMS} at ${items || 'the whole payload'}` });
  }
  return { parts, dead };
}

function applyRule(mapping: EventsMapping, rule: Rule, index: number, payload: Json, to: Collector): void {
  itemsOf(rule, payload).forEach((place, ordinal) => {
    if (!holds(rule.when, place)) return;
    to.add(eventOf(rule, { place, zone: mapping.zone, to }, index * STRIDE + ordinal));
  });
}

function itemsOf({ each }: Rule, payload: Json): Place[] {
  if (each === undefined) return [{ payload }];
  const list = lookAt(each, payload);
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list) || list.length > MOST_ITEMS)
    throw new Unreadable('each', `must be a list of at most ${MOST_ITEMS} at ${each || 'the whole payload'}`);
  return list.map((item) => ({ payload, item }));
}

function eventOf(rule: Rule, reader: Reader, seq: number): MappedEvent {
  const { place, zone, to } = reader;
  const at = within('at', () => readMoment(rule.at, place, zone));
  if (at === undefined) throw new Unreadable('at', `is needed; ${whereOf(rule.at)} leads to nothing here`);
  const ticket = rule.ticket && to.ticket(neededText('ticket', rule.ticket, place));
  const actor = rule.actor && actorOf(rule.actor, reader);
  const data = readData(rule.type, rule.data, reader);
  const own = rule.id && within('id', () => readText(rule.id!, place));
  const id = own ? `${rule.type}:${own}` : digestId(rule.type, ticket, at, JSON.stringify(actor), JSON.stringify(data));
  // A long id is as good by its digest.
  const short = id.length <= 190 ? id : digestId(id);
  return { id: short, at, seq, type: rule.type, data, ...(ticket && { ticket }), ...(actor && { actor }) };
}

/** Two rules of one type may share the sender's id of the delivery, and are two events all the same. */
function distinct(events: readonly MappedEvent[]): MappedEvent[] {
  const seen = new Map<string, number>();
  return events.map((event) => {
    const times = (seen.get(event.id) ?? 0) + 1;
    seen.set(event.id, times);
    return times === 1 ? event : { ...event, id: `${event.id}#${times}` };
  });
}

/** What the door would refuse is refused here, where the payload is at hand, with the field. */
function checked(event: MappedEvent, source: string): MappedEvent {
  const { raw: _raw, ...sent } = event;
  const reading = readEvent(sent, source);
  if (!reading.ok) throw new Unreadable(reading.fault.field, reading.fault.message);
  return event;
}
