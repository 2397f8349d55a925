/**
 * Shapes `agents`, `teams`, `organisations` and `customers`: one row per person or organisation. A column the mapping does
 * not name stays as it is; a field that holds nothing is cleared. A row's identity is everything it says, so that a later
 * file with other attributes adds what changed and the same file nothing.
 */
import type { EventType } from '@watchdesk/domain/event';
import { bindCell, type BoundCell, placeOf } from '../cells.ts';
import { timeReader } from '../date-format.ts';
import { type BoundShape, eventId, NO_INSTANTS, outgoing } from '../entry.ts';
import type { Cell, MappingOf } from '../mapping.ts';
import { booleanOf } from '../meanings.ts';
import { bindMoment, type MomentBinding } from '../moments.ts';
import { bindKey } from './row.ts';

type DirectoryShape = 'agents' | 'teams' | 'organisations' | 'customers';

/** Which event a row becomes, the field of its data that holds the id, and where the mapping has it. */
const KINDS: Readonly<Record<DirectoryShape, { type: EventType; id: string; named: string }>> = {
  agents: { type: 'agent.upserted', id: 'agent', named: 'agent' },
  teams: { type: 'team.upserted', id: 'id', named: 'team' },
  organisations: { type: 'organisation.upserted', id: 'organisation', named: 'organisation' },
  customers: { type: 'customer.upserted', id: 'customer', named: 'customer' },
};

const SYSTEM = { kind: 'system' } as const;

/** A fault of a column, as against a value. */
interface Fault {
  readonly fault: string;
}

export function bindDirectory(mapping: MappingOf<DirectoryShape>, binding: MomentBinding): BoundShape {
  const { shape, source } = mapping;
  const { type, id, named } = KINDS[shape];
  const keyCell = (mapping as unknown as Record<string, Cell>)[named]!;
  const key = bindKey(keyCell, named, binding);
  const at = mapping.at === undefined ? undefined : bindMoment(mapping.at, 'at', binding);
  const asOf = mapping.asOf === undefined ? null : Date.parse(mapping.asOf);
  const cells = Object.entries(mapping.fields as Record<string, Cell | undefined>).flatMap(([name, cell]) =>
    cell === undefined ? [] : [[name, bindCell(cell, `fields.${name}`, binding), placeOf(cell, name)] as const],
  );

  return {
    grouped: false,
    read({ fields, line, raw }) {
      const subject = key(fields);
      if (subject === null) return `${placeOf(keyCell, named)} is empty`;
      const instant = at ? at(fields) : asOf;
      if (typeof instant === 'string') return instant;
      const when = instant ?? asOf;
      if (when === null) return `${placeOf(mapping.at!, 'at')} is empty`;
      const data: Record<string, unknown> = { [id]: subject };
      for (const [name, cell, place] of cells) {
        const value = valueOf(name, cell, cell.raw(fields));
        if (isFault(value)) return `${place} ${value.fault}`;
        // A team and a site have a name or none; they cannot be without one once they had it.
        if (value !== null || shape !== 'teams') data[name] = value;
      }
      return { line, raw, key: subject, at: when, sequence: 0, actor: SYSTEM, values: [JSON.stringify(data)], instants: NO_INSTANTS };
    },
    events: (entries) =>
      entries.map((entry) => {
        const said = entry.values[0] as string;
        return outgoing(entry, eventId(source, shape, entry.key, entry.at, said), 1, undefined, type, JSON.parse(said));
      }),
  };
}

const isFault = (value: unknown): value is Fault => typeof value === 'object' && value !== null && 'fault' in value;
const NUMBERS = new Set(['mrr', 'hourlyCost', 'latitude', 'longitude']);
const DAYS = new Set(['since', 'startedOn']);

function valueOf(name: string, cell: BoundCell, raw: string | null): unknown {
  if (name === 'teams' || name === 'languages') return raw === null ? [] : listOf(raw, cell).map((text) => cell.meaning(text) ?? text);
  if (name === 'skills') return raw === null ? {} : skillsOf(raw, cell);
  if (name === 'active')
    return raw === null
      ? undefined
      : (booleanOf(cell.meaning(raw) ?? raw) ?? { fault: `must be true or false, not "${raw.slice(0, 40)}"` });
  const text = raw === null ? null : (cell.meaning(raw) ?? null);
  if (text === null) return null;
  if (NUMBERS.has(name)) return Number.isFinite(Number(text)) ? Number(text) : { fault: `must be a number, not "${text.slice(0, 40)}"` };
  return DAYS.has(name) ? dayOf(text) : text;
}

const [DAY_FIRST, MONTH_FIRST] = [timeReader('day first'), timeReader('month first')];

/** Exports often give an instant where a day is meant: the day that stands there is taken. What can be read in two ways is not guessed. */
function dayOf(text: string): string | Fault {
  const days = [DAY_FIRST(text), MONTH_FIRST(text)].flatMap((time) => (time ? [new Date(time.ms).toISOString().slice(0, 10)] : []));
  const said = /^\d{4}-\d\d-\d\d[T ]/.test(text) && days.length > 0 ? text.slice(0, 10) : days[0];
  if (said === undefined) return { fault: `must be a day such as 2026-03-01, not "${text.slice(0, 40)}"` };
  return days.some((day) => day !== days[0])
    ? { fault: `must say which is the day and which the month, as 2026-03-01 does, in "${text}"` }
    : said;
}

const listOf = (raw: string, { split = ',' }: BoundCell): string[] => [
  ...new Set(
    raw
      .split(split)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];

/** `billing:3, network`: a skill without a level has the middle one. */
function skillsOf(raw: string, cell: BoundCell): Record<string, number> {
  return Object.fromEntries(
    listOf(raw, cell).map((part) => {
      const [, skill, level] = /^(.*?)(?::(\d+))?$/.exec(part)!;
      return [skill!.trim(), level === undefined ? 3 : Number(level)];
    }),
  );
}
