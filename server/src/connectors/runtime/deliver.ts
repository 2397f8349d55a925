/**
 * A payload that waits goes through the door, and is noted in one transaction with all that was learned from it. Dying between the two costs
 * nothing: it is mapped again, and what the door knows already is a duplicate.
 */
import type { Door, Outcome } from '../../ingest/index.ts';
import { inTransaction, type Postgres } from '../../store/postgres/index.ts';
import type { Calls, Connector, Given, Items, MappedEvent } from '../connector.ts';
import { correctPayload, mapsBefore, withoutStatesTaken } from './correct-payload.ts';
import { type Dead, keysOf, learnedWithout, type MappedLists, mapLists, type Read, readPayload } from './map-payload.ts';
import type { MapVersion } from './maps.ts';
import { recall } from './memory.ts';
import { note, wholly } from './note-payload.ts';
import type { Pace } from './pace.ts';
import type { Payload } from './raw-payloads.ts';
import type { Linked } from './records.ts';
import { type Taken, takenOf } from './taken.ts';

interface DeliverParts {
  readonly postgres: Postgres;
  readonly door: Pick<Door, 'accept' | 'bulk' | 'correct' | 'announce'>;
  readonly pace: Pace;
}

/** What a turn is taken with. */
export interface TurnParts extends DeliverParts {
  /** Ends it. */
  readonly signal: AbortSignal;
  readonly calls: Calls;
  readonly connector: Connector;
}

export interface Reading {
  readonly linked: Linked;
  readonly connector: Connector;
  readonly calls: Calls;
  /** The latest, and all of them. */
  readonly maps: MapVersion;
  readonly versions: readonly MapVersion[];
}

/** History in large chunks, what just happened in the door's own measure. */
const CHUNK = { bulk: 5_000, accept: 1_000 } as const;

export async function deliver(parts: DeliverParts, reading: Reading, payload: Payload): Promise<void> {
  const { linked, connector, calls, maps, versions } = reading;
  const { pool } = parts.postgres;
  const { lists, hints, unreadable } = readOrBury(connector, payload);
  const keys = [maps.maps, ...mapsBefore(versions, payload)].flatMap((one) => keysOf(connector, lists, one));
  const known = await recall(pool, linked, connector, calls, keys);
  const given = { source: linked.source, maps: maps.maps, known };
  const mapped = mapLists(connector, lists, given);
  const taken = await tell(parts, reading, payload, lists, { mapped, known }).catch((error: unknown) => {
    if (!isAboutData(error)) throw error;
    return sendApart(parts.door, reading, lists, given, payload.historic);
  });
  const dead = [...unreadable, ...mapped.dead, ...taken.dead];
  await inTransaction(pool, (client) =>
    note(client, reading, payload, { ...mapped, dead, remember: taken.learned }, { ...taken, hints, now: parts.pace.now() }),
  );
}

/** What of it the door took, and what is to be remembered of it. */
interface Told extends Taken {
  readonly learned: MappedLists['remember'];
}

/** One that was read by another version before, and waits for its dead letters, is put right where that said something else. */
async function tell(
  parts: DeliverParts,
  reading: Reading,
  payload: Payload,
  lists: readonly Items[],
  { mapped, known }: { mapped: MappedLists; known: Given['known'] },
): Promise<Told> {
  const { linked, connector, versions, maps } = reading;
  if ([payload.mapVersion ?? maps.version, ...payload.retriedBy].every((version) => version === maps.version)) {
    const taken = await send(parts.door, linked, mapped.events, payload.historic);
    return { ...taken, learned: learnedWithout(taken.refused, mapped) };
  }
  const old = mapsBefore(versions, payload).map((before) => mapLists(connector, lists, { source: linked.source, maps: before, known }));
  const said = withoutStatesTaken({ old, now: mapped }, known);
  const taken = await correctPayload(parts, linked, payload, said, true);
  return { ...taken, learned: learnedWithout(taken.refused, said.now) };
}

/** SQLSTATE classes 22, data exceptions, and 54, what is longer or deeper than PostgreSQL takes. */
const isAboutData = (error: unknown): boolean => /^(22|54)/.test(codeOf(error));
const codeOf = (error: unknown): string => String((error as { code?: unknown }).code);

/** Item by item, so that one that PostgreSQL cannot store does not stand in the way of all others. */
async function sendApart(
  door: DeliverParts['door'],
  { linked, connector }: Reading,
  lists: readonly Items[],
  given: Given,
  historic: boolean,
): Promise<Told> {
  const dead: Dead[] = [];
  const [refused, learned] = [new Set<string>(), {} as Record<string, unknown>];
  let [accepted, newest] = [0, null as number | null];
  for (const { stream, items } of lists)
    for (const item of items)
      try {
        const mapped = mapLists(connector, [{ stream, items: [item] }], { ...given, known: { ...given.known, ...learned } });
        const taken = await send(door, linked, mapped.events, historic);
        Object.assign(learned, learnedWithout(taken.refused, mapped));
        dead.push(...taken.dead);
        accepted += taken.accepted;
        newest = taken.newest === null ? newest : Math.max(newest ?? 0, taken.newest);
      } catch (error) {
        if (!isAboutData(error)) throw error;
        dead.push({ stream, item, field: '', reason: `holds something that cannot be stored (${codeOf(error)})` });
      }
  return { accepted, newest, dead, refused, learned };
}

function readOrBury(connector: Connector, payload: Payload): Read & { readonly unreadable: readonly Dead[] } {
  try {
    return { ...readPayload(connector, payload), unreadable: [] };
  } catch {
    return { lists: [], hints: [], unreadable: [wholly(payload, 'could not be read')] };
  }
}

async function send(
  door: DeliverParts['door'],
  { workspaceId, source }: Linked,
  events: readonly MappedEvent[],
  historic: boolean,
): Promise<Taken> {
  const gear = historic ? 'bulk' : 'accept';
  const outcomes: Outcome[] = [];
  for (let from = 0; from < events.length; from += CHUNK[gear])
    outcomes.push(...(await door[gear](workspaceId, source, events.slice(from, from + CHUNK[gear]))));
  return takenOf(events, outcomes);
}
