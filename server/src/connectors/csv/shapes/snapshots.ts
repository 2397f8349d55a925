/**
 * Shape `snapshots`: an audit log in which every row is the state of a ticket after an update, as ServiceNow and many
 * data warehouses have it. It is read as a history: the first row of a ticket is its creation, every later one says what
 * differs from the row before. A column that repeats its final value on every row must have `readWhen`, or it would tell
 * on the first day what happened on the last.
 */
import { type Attribute, bindAttributes, bindStatus } from '../attributes.ts';
import { bindActor, placeOf } from '../cells.ts';
import { type BoundShape, type Entry, type Outgoing, type Raw } from '../entry.ts';
import type { MappingOf } from '../mapping.ts';
import { bindMoment, type MomentBinding } from '../moments.ts';
import { bindKey, bindSequence } from './row.ts';
import { changesOf, creationOf } from './creation.ts';

export function bindSnapshots(mapping: MappingOf<'snapshots'>, binding: MomentBinding): BoundShape {
  const { source, sequence } = mapping;
  const key = bindKey(mapping.ticket, 'ticket', binding);
  const at = bindMoment(mapping.at, 'at', binding);
  const createdAt = bindMoment(mapping.createdAt, 'createdAt', binding);
  const sequenceOf = bindSequence(sequence, binding);
  const actor = bindActor(mapping.actor, binding);
  const statusOf = bindStatus(mapping.fields.status, binding);
  const tracked = bindAttributes(mapping.fields, 'fields', binding, binding.warn);
  const atCreation = bindAttributes(mapping.atCreation, 'atCreation', binding, binding.warn);
  const attributes = [...tracked, ...atCreation];
  const first = typeof sequence === 'object' ? sequence.first : undefined;

  return {
    grouped: true,
    read({ fields, line, raw }) {
      const [ticket, instant, created, place] = [key(fields), at(fields), createdAt(fields), sequenceOf(fields)];
      if (ticket === null) return `${placeOf(mapping.ticket, 'ticket')} is empty`;
      if (typeof instant !== 'number') return instant ?? `${placeOf(mapping.at, 'at')} is empty`;
      if (typeof created === 'string') return created;
      if (typeof place === 'string') return place;
      const status = statusOf(fields);
      const values = attributes.map((attribute) => attribute.raw(fields, status));
      return { line, raw, key: ticket, at: instant, sequence: place, actor: actor(fields), values, instants: { created } };
    },
    events(entries) {
      const [start] = entries;
      if (!start) return [];
      const created = start.instants['created'] ?? start.at;
      const events = [
        creationOf(
          source,
          start,
          created,
          attributes.map((attribute, index) => [attribute, start.values[index]!] as const),
        ),
      ];
      // A log that begins in the middle of a ticket's life says the whole state once, for it may continue an earlier import.
      const known: Raw[] = tracked.map((attribute, index) =>
        isCut(start) ? false : initialOf(attribute, start.values[index]!, events[0]!),
      );
      for (const entry of entries) events.push(...differences(entry, known, entry === start && isCut(start)));
      return events;
    },
  };

  function isCut(start: Entry) {
    return first !== undefined && start.sequence !== first;
  }

  /** Sets `known` to what the row says, and gives the events of what differed. */
  function differences(entry: Entry, known: Raw[], isCutHere: boolean): Outgoing[] {
    const events: Outgoing[] = [];
    tracked.forEach((attribute, index) => {
      const now = entry.values[index]!;
      const before = known[index]!;
      if (now === false || now === before) return;
      known[index] = now;
      // Nothing known and nothing said is no change.
      if (now === null && before === false && !isCutHere) return;
      events.push(...changesOf(source, entry, attribute, now, before));
    });
    return events;
  }
}

/** What the creation has said already: not a status other than new, and not what no creation can say. */
function initialOf(attribute: Attribute, raw: Raw, creation: Outgoing): Raw {
  if (attribute.onlyLater) return false;
  if (attribute.key !== 'status') return raw;
  return (creation.event.data as { status?: string }).status === undefined ? false : raw;
}
