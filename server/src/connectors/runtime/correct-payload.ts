/**
 * A payload whose events are in the log by other versions of the maps than the present one: what they say otherwise is put right there. Only that is
 * touched which this payload told: the same event may have come with another before it, and of two the first counts, as it did when they came.
 */
import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import type { Door } from '../../ingest/index.ts';
import type { Postgres } from '../../store/postgres/index.ts';
import { type Given, type MappedEvent, type Maps, NO_WORDS } from '../connector.ts';
import type { MappedLists } from './map-payload.ts';
import type { MapVersion } from './maps.ts';
import { isState } from './memory.ts';
import type { Payload } from './raw-payloads.ts';
import type { Linked } from './records.ts';
import { type Taken, takenOf } from './taken.ts';

/** What every version said of a payload that it was read by, and what the present one says. */
export interface Said {
  readonly old: readonly MappedLists[];
  readonly now: MappedLists;
}

/** The maps of every version that the payload was read by, in that order. */
export const mapsBefore = (versions: readonly MapVersion[], { mapVersion, retriedBy }: Payload): Maps[] =>
  mapVersion === null
    ? []
    : [mapVersion, ...retriedBy].map((number) => versions.find(({ version }) => version === number)?.maps ?? NO_WORDS);

/**
 * Without the states that an earlier version took in, which are those that are known now: what was known before them is forgotten, so that only mapping
 * history again from its beginning can say them otherwise.
 */
export function withoutStatesTaken({ old, now }: Said, known: Given['known']): Said {
  const isKnown = ([key, state]: [string, unknown]) => isState(key) && isDeepStrictEqual(asKept(state), known[key]);
  const taken = new Set(old.flatMap(({ remember }) => Object.entries(remember).filter(isKnown)).map(([key]) => key));
  const without = (said: MappedLists): MappedLists => ({
    ...said,
    events: said.events.filter(({ id }) => !taken.has(said.states.get(id) ?? '')),
    remember: Object.fromEntries(Object.entries(said.remember).filter(([key]) => !taken.has(key))),
  });
  return { old: old.map(without), now: without(now) };
}

const asKept = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Of a payload that has dead letters not all that was said was told: there the log is asked about everything. */
export async function correctPayload(
  { postgres: { pool }, door }: { readonly postgres: Postgres; readonly door: Pick<Door, 'correct'> },
  linked: Linked,
  payload: Payload,
  { old, now }: Said,
  hasLetters: boolean,
): Promise<Taken> {
  const before = old.map(({ events }) => firstOfEach(events));
  const present = firstOfEach(now.events);
  const said = [...present.values()].filter((event) => hasLetters || before.some((one) => !isDeepStrictEqual(one.get(event.id), event)));
  const gone = [...new Set(before.flatMap((one) => [...one.keys()]))].filter((id) => !present.has(id));
  const states = new Set([...old, now].flatMap((one) => [...one.states.keys()]));
  const others = await toldByOthers(pool, linked, payload, [...said.map(({ id }) => id), ...gone], states);
  const events = said.filter(({ id }) => !others.has(id));
  const untold = gone.filter((id) => !others.has(id));
  return takenOf(events, await door.correct(linked.workspaceId, linked.source, events, untold));
}

function firstOfEach(events: readonly MappedEvent[]): ReadonlyMap<string, MappedEvent> {
  const first = new Map<string, MappedEvent>();
  for (const event of events) if (!first.has(event.id)) first.set(event.id, event);
  return first;
}

/**
 * Those of the events that were in the log before the payload came. Where the payload that told them is kept, it is that one's matter. Where it is not, one
 * that comes later may speak for it, but not of what is made from states: what it tells first is no creation only because nothing before it is kept.
 */
async function toldByOthers(
  pool: pg.Pool,
  { workspaceId, id, source }: Linked,
  { receivedAt }: Payload,
  events: readonly string[],
  states: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  if (events.length === 0) return new Set();
  const { rows } = await pool.query<{ id: string }>(
    `select l.id from unnest($3::text[], $4::boolean[]) as e(id, from_states)
     join event_log l on l.workspace_id = $1 and l.source = $2 and l.id = e.id
     where l.received_at < $5 and (e.from_states
       or l.received_at >= (select received_at from raw_payload where workspace_id = $1 and connection = $6 order by id limit 1))`,
    [workspaceId, source, events, events.map((event) => states.has(event)), receivedAt, id],
  );
  return new Set(rows.map((row) => row.id));
}
