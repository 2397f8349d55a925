/**
 * History mapped again: every payload that is still kept goes through the mapper by the versions of the maps it was mapped by and by the present one,
 * and what differs is put right in the log. What is older than the raw payloads that are kept stays as it was.
 */
import { inTransaction } from '../../store/postgres/index.ts';
import type { Connector, Items } from '../connector.ts';
import { correctPayload, mapsBefore } from './correct-payload.ts';
import { hasLetters } from './dead-letters.ts';
import type { Reading, TurnParts } from './deliver.ts';
import { keysOf, learnedWithout, mapLists, readPayload } from './map-payload.ts';
import { mapVersions } from './maps.ts';
import { isState, recall, STATE } from './memory.ts';
import { note } from './note-payload.ts';
import { orBury } from './or-bury.ts';
import { nextMapped, type Payload } from './raw-payloads.ts';
import type { Linked } from './records.ts';

/** The last states as the versions of then made them, and as the present one does: mapping again begins without any. */
interface Seen {
  readonly old: Record<string, unknown>;
  readonly new: Record<string, unknown>;
  /** The keys of states that nothing was known of before: what is mapped again is all that there is of them, and is remembered. */
  readonly first: Set<string>;
}

/** Does it where it is asked for, from where an earlier turn stopped. `goOn` throws where it must not. */
export async function mapAgain(parts: TurnParts, begun: Linked, goOn: () => Promise<Linked>): Promise<void> {
  const { pool } = parts.postgres;
  if (begun.remapTo === null) return;
  let seen: Seen = { old: {}, new: {}, first: new Set() };
  let after = (await remembersStates(parts, begun)) ? 0 : begun.remapFrom!;
  for (let linked = begun; linked.remapTo !== null; linked = await goOn()) {
    const payload = await nextMapped(pool, linked, after, linked.remapTo);
    if (payload) await mapPayloadAgain(parts, linked, payload, seen);
    if (await comeTo(parts, linked, payload)) after = payload?.id ?? after;
    else {
      // It was asked for once more meanwhile, by maps that may be others.
      seen = { old: {}, new: {}, first: seen.first };
      after = 0;
    }
  }
}

/** Notes how far it is, which without a payload is the end. False where it was asked for once more since this was read, and nothing is noted. */
async function comeTo(
  { postgres: { pool } }: TurnParts,
  { workspaceId, id, remapFrom, remapTo }: Linked,
  payload: Payload | null,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update system_connection set remap_from = $5, remap_to = case when $5::bigint is null then null else remap_to end
     where workspace_id = $1 and id = $2 and remap_from = $3 and remap_to = $4`,
    [workspaceId, id, remapFrom, remapTo, payload?.id ?? null],
  );
  return rowCount === 1;
}

async function mapPayloadAgain(parts: TurnParts, linked: Linked, payload: Payload, seen: Seen): Promise<void> {
  const { postgres, connector, calls } = parts;
  const versions = await mapVersions(postgres.pool, { workspaceId: linked.workspaceId, connection: linked.id });
  const reading = { linked, connector, calls, maps: versions[0]!, versions };
  const lists = readAgain(connector, payload);
  if (lists) await orBury(parts, reading, payload, () => correctAgain(parts, reading, payload, lists, seen));
}

async function correctAgain(parts: TurnParts, reading: Reading, payload: Payload, lists: readonly Items[], seen: Seen): Promise<void> {
  const { linked, connector, calls, maps, versions } = reading;
  const { pool } = parts.postgres;
  const before = mapsBefore(versions, payload);
  const keys = [maps.maps, ...before].flatMap((one) => keysOf(connector, lists, one));
  const known = await recall(pool, linked, connector, calls, keys);
  const stored = Object.fromEntries(Object.entries(known).filter(([key]) => !isState(key)));
  for (const key of keys) if (isState(key) && !(key in known)) seen.first.add(key);
  const { source } = linked;
  const old = before.map((one) => mapLists(connector, lists, { source, maps: one, known: { ...stored, ...seen.old } }));
  const now = mapLists(connector, lists, { source, maps: maps.maps, known: { ...stored, ...seen.new } });
  for (const one of old) Object.assign(seen.old, statesIn(one.remember));
  const taken = await correctPayload(parts, linked, payload, { old, now }, await hasLetters(pool, linked, payload.id));
  const learned = statesIn(learnedWithout(taken.refused, now));
  Object.assign(seen.new, learned);
  const remember = Object.fromEntries(Object.entries(learned).filter(([key]) => seen.first.has(key)));
  const dead = [...now.dead, ...taken.dead];
  const about = { accepted: 0, newest: null, hints: [], now: parts.pace.now(), isAgain: true };
  // What it did not know was counted when it came.
  await inTransaction(pool, (client) => note(client, reading, payload, { warnings: [], dead, remember }, about));
}

const statesIn = (remembered: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(remembered).filter(([key]) => isState(key)));

/** A webhook's body that cannot be read is a dead letter already. */
function readAgain(connector: Connector, payload: Payload): readonly Items[] | null {
  try {
    return readPayload(connector, payload).lists;
  } catch {
    return null;
  }
}

/** Whether what is remembered depends on the order of payloads, so that mapping again cannot go on in the middle. */
async function remembersStates({ postgres: { pool } }: TurnParts, { workspaceId, id }: Linked): Promise<boolean> {
  const { rows } = await pool.query<{ does: boolean }>(
    'select exists (select from connection_memory where workspace_id = $1 and connection = $2 and starts_with(key, $3)) as does',
    [workspaceId, id, STATE],
  );
  return rows[0]!.does;
}
