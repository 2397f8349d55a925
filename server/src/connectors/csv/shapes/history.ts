/**
 * Shape `history`: rows of (ticket, field, new value, instant), as the audit tables of most help desks have them. Rows of
 * the very instant of the creation say what the ticket was created with; they are events all the same, so that the same
 * rows in a later export are known already.
 */
import { attribute, type Attribute, bindAttributes } from '../attributes.ts';
import { bindActor, bindCell, bindColumn, placeOf, translation } from '../cells.ts';
import { type BoundShape, type Entry, NO_INSTANTS, type Outgoing, type Raw } from '../entry.ts';
import type { MappingOf } from '../mapping.ts';
import { bindMoment, type MomentBinding } from '../moments.ts';
import { changesOf, creationOf } from './creation.ts';
import { bindKey, bindSequence } from './row.ts';

export function bindHistory(mapping: MappingOf<'history'>, binding: MomentBinding): BoundShape {
  const { source } = mapping;
  const key = bindKey(mapping.ticket, 'ticket', binding);
  const at = bindMoment(mapping.at, 'at', binding);
  const createdAt = mapping.createdAt === undefined ? undefined : bindMoment(mapping.createdAt, 'createdAt', binding);
  const sequenceOf = bindSequence(mapping.sequence, binding);
  const actor = bindActor(mapping.actor, binding);
  const fieldOf = bindColumn(mapping.field, 'field', binding);
  const atCreation = bindAttributes(mapping.atCreation, 'atCreation', binding, binding.warn);
  const attributes = new Map(
    Object.entries(mapping.fieldNames).map(([name, { field, ...reading }]): [string, Attribute] => {
      const place = `fieldNames.${name}`;
      return [name, attribute(field, bindCell({ column: mapping.value, ...reading }, place, binding), binding.warn, place)];
    }),
  );
  const nameOf = translation(Object.fromEntries([...attributes.keys()].map((name) => [name, name])), undefined);

  return {
    grouped: mapping.creation === 'first row',
    read({ fields, line, raw }) {
      const [ticket, instant, place, field] = [key(fields), at(fields), sequenceOf(fields), fieldOf(fields)];
      const created = createdAt?.(fields) ?? null;
      if (ticket === null) return `${placeOf(mapping.ticket, 'ticket')} is empty`;
      if (typeof instant !== 'number') return instant ?? `${placeOf(mapping.at, 'at')} is empty`;
      if (typeof place === 'string') return place;
      if (typeof created === 'string') return created;
      if (field === null) return `${placeOf(mapping.field, 'field')} is empty`;
      const name = nameOf(field) ?? null;
      if (name === null) binding.warn('unknown field, left out', field);
      const said = name === null ? false : attributes.get(name)!.raw(fields, null);
      const values = [name, said, ...atCreation.map((one) => one.raw(fields, null))];
      return {
        line,
        raw,
        key: ticket,
        at: instant,
        sequence: place,
        actor: actor(fields),
        values,
        instants: createdAt ? { created } : NO_INSTANTS,
      };
    },
    events(entries) {
      const changes = entries.flatMap((entry) => {
        const changed = changedBy(entry);
        return changed ? changesOf(source, entry, changed, entry.values[1]!, false) : [];
      });
      const [start] = entries;
      return start && mapping.creation === 'first row' ? [creation(start, entries), ...changes] : changes;
    },
  };

  function changedBy(entry: Entry): Attribute | undefined {
    const name = entry.values[0];
    return typeof name === 'string' ? attributes.get(name) : undefined;
  }

  function creation(start: Entry, entries: readonly Entry[]): Outgoing {
    const instant = start.instants['created'] ?? start.at;
    const said: (readonly [Attribute, Raw])[] = atCreation.map((one, index) => [one, start.values[2 + index]!]);
    for (const entry of entries) {
      const changed = changedBy(entry);
      if (entry.at === instant && changed) said.push([changed, entry.values[1]!]);
    }
    return creationOf(source, start, instant, said, 'as said');
  }
}
