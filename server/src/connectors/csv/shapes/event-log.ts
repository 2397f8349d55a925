/**
 * Shape `events`: a log of (case, activity, instant). The mapping says what each activity is in our words; the first row
 * of a case is its creation unless an activity says so itself. An activity the mapping does not know is told of and left
 * out: it is no status, so there is nothing to take it for.
 */
import { bindAttributes, MESSAGE_ORDINAL, OTHER_ORDINAL, STATUS_ORDINAL } from '../attributes.ts';
import { bindActor, bindColumn, bindTemplate, type Fields, placeOf, translation } from '../cells.ts';
import { type BoundShape, type Entry, eventId, NO_INSTANTS, outgoing, type Outgoing } from '../entry.ts';
import type { Activity, MappingOf } from '../mapping.ts';
import { bindMoment, type MomentBinding } from '../moments.ts';
import { creationOf } from './creation.ts';
import { bindKey, bindSequence } from './row.ts';

interface BoundActivity {
  readonly activity: Activity;
  /** The places in an entry's values of the texts that the data is filled with. */
  readonly texts: readonly (readonly [field: string, place: number])[];
  readonly ordinal: number;
}

export function bindEventLog(mapping: MappingOf<'events'>, binding: MomentBinding): BoundShape {
  const { source } = mapping;
  const key = bindKey(mapping.ticket, 'ticket', binding);
  const at = bindMoment(mapping.at, 'at', binding);
  const createdAt = mapping.createdAt === undefined ? undefined : bindMoment(mapping.createdAt, 'createdAt', binding);
  const sequenceOf = bindSequence(mapping.sequence, binding);
  const actorOf = bindActor(mapping.actor, binding);
  const activityOf = bindColumn(mapping.activity, 'activity', binding);
  const atCreation = bindAttributes(mapping.atCreation, 'atCreation', binding, binding.warn);
  const templates: ((fields: Fields) => string | null)[] = [];
  const activities = new Map(
    Object.entries(mapping.activities).map(([name, made]) => [
      name,
      [made].flat().map((activity, index) => bindActivity(activity, `activities.${name}`, index)),
    ]),
  );
  const nameOf = translation(Object.fromEntries([...activities.keys()].map((name) => [name, name])), undefined);

  return {
    grouped: mapping.creation === 'first row',
    read({ fields, line, raw }) {
      const [ticket, instant, place, activity] = [key(fields), at(fields), sequenceOf(fields), activityOf(fields)];
      const created = createdAt?.(fields) ?? null;
      if (ticket === null) return `${placeOf(mapping.ticket, 'ticket')} is empty`;
      if (typeof instant !== 'number') return instant ?? `${placeOf(mapping.at, 'at')} is empty`;
      if (typeof place === 'string') return place;
      if (typeof created === 'string') return created;
      if (activity === null) return `${placeOf(mapping.activity, 'activity')} is empty`;
      const values = [activity, ...atCreation.map((attribute) => attribute.raw(fields, null)), ...templates.map((fill) => fill(fields))];
      return {
        line,
        raw,
        key: ticket,
        at: instant,
        sequence: place,
        actor: actorOf(fields),
        values,
        instants: createdAt ? { created } : NO_INSTANTS,
      };
    },
    events(entries) {
      const made = entries.flatMap(eventsOf);
      const [start] = entries;
      if (!start || mapping.creation === 'none' || made.some(({ event }) => event.type === 'ticket.created')) return made;
      return [creation(start, start.instants['created'] ?? start.at), ...made];
    },
  };

  function bindActivity(activity: Activity, field: string, index: number): BoundActivity {
    const texts: [string, number][] = [];
    for (const [name, text] of Object.entries(activity.data)) {
      if (typeof text !== 'string' || !/\{[^{}]+\}/.test(text)) continue;
      texts.push([name, 1 + atCreation.length + templates.length]);
      templates.push(bindTemplate(text, `${field}.data.${name}`, binding));
    }
    const ordinal =
      activity.type === 'ticket.created'
        ? 0
        : activity.type === 'ticket.message'
          ? MESSAGE_ORDINAL
          : activity.type === 'status.changed'
            ? STATUS_ORDINAL
            : OTHER_ORDINAL;
    return { activity, texts, ordinal: ordinal === 0 ? 0 : Math.min(ordinal + index, 31) };
  }

  function creation(entry: Entry, instant: number): Outgoing {
    return creationOf(
      source,
      entry,
      instant,
      atCreation.map((attribute, index) => [attribute, entry.values[1 + index]!] as const),
      'as said',
    );
  }

  function eventsOf(entry: Entry): Outgoing[] {
    const raw = entry.values[0] as string;
    const name = nameOf(raw);
    if (name === null || name === undefined) {
      binding.warn('unknown activity, left out', raw);
      return [];
    }
    return activities.get(name)!.map((bound, index) => eventOf(entry, bound, raw, index));
  }

  function eventOf(entry: Entry, { activity, texts, ordinal }: BoundActivity, raw: string, index: number): Outgoing {
    if (activity.type === 'ticket.created') return creation(entry, entry.at);
    const said = texts.map(([, place]) => entry.values[place] as string | null);
    const id = eventId(source, entry.key, entry.at, entry.sequence, raw, index, entry.actor.id, ...said);
    const data: Record<string, unknown> = { ...usual(activity.type, raw, id), ...activity.data };
    texts.forEach(([field], place) => (data[field] = said[place]));
    const actor = activity.actor && activity.actor !== entry.actor.kind ? { ...entry.actor, kind: activity.actor } : entry.actor;
    return outgoing(entry, id, ordinal, `${source}:${entry.key}`, activity.type, data, actor === entry.actor ? {} : { actor });
  }
}

/** What the mapping need not say. */
function usual(type: Activity['type'], raw: string, id: string): Record<string, unknown> {
  return type === 'status.changed' ? { rawTo: raw } : type === 'ticket.message' ? { messageId: id } : {};
}
