/** Folds and stores the entries of people, organisations, teams and sites that fresh events concern. */
import { applyToEntry, type DirectoryKind, type DirectoryState, foldEntry } from '@watchdesk/domain/directory';
import { compareOrder, type DirectoryEvent, type OrderKey } from '@watchdesk/domain/event';
import { isNext } from '@watchdesk/domain/ticket';
import type pg from 'pg';
import { EVENT_COLUMNS, type Entry, eventOf, type LogRow, partsOf } from './entry.ts';

export interface WrittenEntry {
  readonly kind: DirectoryKind;
  readonly id: string;
  readonly version: number;
  readonly state: DirectoryState;
}

interface Locked {
  kind: DirectoryKind;
  id: string;
  state: DirectoryState | null;
}

/** Locks the entries of these streams in their order, making empty ones for those not seen before. */
export async function lockEntries(
  client: pg.PoolClient,
  workspaceId: string,
  streams: readonly string[],
): Promise<Map<string, DirectoryState | null>> {
  if (streams.length === 0) return new Map();
  const parts = streams.map(partsOf);
  const values = [workspaceId, parts.map(({ kind }) => kind), parts.map(({ id }) => id)];
  await client.query({
    name: 'ensure-entries',
    text: `insert into directory (workspace_id, kind, id) select $1, kind, id from unnest($2::text[], $3::text[]) as wanted(kind, id)
       order by kind, id on conflict do nothing`,
    values,
  });
  const { rows } = await client.query<Locked>({
    name: 'lock-entries',
    text: `select kind, id, state from directory where workspace_id = $1 and (kind, id) in (select * from unnest($2::text[], $3::text[]))
       order by kind, id for update`,
    values,
  });
  return new Map(rows.map(({ kind, id, state }) => [`${kind}/${id}`, state]));
}

/** Folds the fresh events into the locked entries and writes them. */
export async function writeEntries(
  client: pg.PoolClient,
  workspaceId: string,
  fresh: readonly Entry[],
  locked: ReadonlyMap<string, DirectoryState | null>,
): Promise<WrittenEntry[]> {
  const states = new Map<string, DirectoryState>();
  const late: string[] = [];
  for (const [stream, entries] of Map.groupBy(fresh, (entry) => entry.stream)) {
    const events = entries.map(({ event }) => event as DirectoryEvent).toSorted(compareOrder);
    const state = applied(stream, locked.get(stream) ?? null, events);
    if (state) states.set(stream, state);
    else late.push(stream);
  }
  for (const [stream, state] of await foldEntriesFromLog(client, workspaceId, late)) states.set(stream, state);
  return storeEntries(client, workspaceId, [...states.values()]);
}

/** What was sold to a customer decides what is promised: where that is told anew, the clocks of those tickets run again. */
export async function reclockCustomers(
  client: pg.PoolClient,
  workspaceId: string,
  written: readonly WrittenEntry[],
  before: ReadonlyMap<string, string | null>,
  fresh: readonly Entry[],
): Promise<void> {
  // What is told late changes what was known at some instant, and perhaps nothing of what is known now.
  const last = new Map(written.map(({ kind, id, state }) => [`${kind}/${id}`, state.lastEvent]));
  const late = new Set(fresh.filter(({ stream, event }) => isBefore(event, last.get(stream) ?? null)).map(({ stream }) => stream));
  const changed = written.filter(
    ({ kind, id, state }) =>
      (kind === 'customer' || kind === 'organisation') &&
      (late.has(`${kind}/${id}`) || standsFor(state) !== (before.get(`${kind}/${id}`) ?? null)),
  );
  if (changed.length === 0) return;
  await client.query(
    `insert into reclock (workspace_id, scope, subject)
     select $1, kind, id from unnest($2::text[], $3::text[]) as changed(kind, id)
     where case kind
       when 'customer' then exists (select from ticket t where t.workspace_id = $1 and t.requester = id)
       else exists (select from ticket t where t.workspace_id = $1) end`,
    [workspaceId, changed.map(({ kind }) => kind), changed.map(({ id }) => id)],
  );
}

const isBefore = (event: OrderKey, last: OrderKey | null): boolean => last !== null && compareOrder(event, last) < 0;

/** What of an entry decides about clocks. */
export const standsFor = (state: DirectoryState | null): string | null => {
  if (state?.kind === 'customer') return textOf(state.attributes['organisation']);
  return state?.kind === 'organisation' ? textOf(state.attributes['customerTier']) : null;
};

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function applied(stream: string, state: DirectoryState | null, events: readonly DirectoryEvent[]): DirectoryState | undefined {
  if (!state) {
    const { kind, id } = partsOf(stream);
    return foldEntry(kind as DirectoryKind, id, events);
  }
  if (!isNext(state, events[0]!)) return undefined;
  for (const event of events) applyToEntry(state, event);
  return state;
}

export async function foldEntriesFromLog(
  client: pg.PoolClient,
  workspaceId: string,
  streams: readonly string[],
): Promise<Map<string, DirectoryState>> {
  if (streams.length === 0) return new Map();
  const { rows } = await client.query<LogRow>(
    `select ${EVENT_COLUMNS} from event_log where workspace_id = $1 and stream = any($2::text[])`,
    [workspaceId, streams],
  );
  const byStream = Map.groupBy(rows, ({ stream }) => stream);
  return new Map(
    [...byStream].map(([stream, own]) => {
      const { kind, id } = partsOf(stream);
      return [
        stream,
        foldEntry(
          kind as DirectoryKind,
          id,
          own.map((row) => eventOf(row) as DirectoryEvent),
        ),
      ];
    }),
  );
}

export async function storeEntries(client: pg.PoolClient, workspaceId: string, states: readonly DirectoryState[]): Promise<WrittenEntry[]> {
  if (states.length === 0) return [];
  const { rows } = await client.query<{ kind: DirectoryKind; id: string; version: number }>({
    name: 'write-entries',
    text: `update directory d set state = n.state, version = d.version + 1, updated_at = now()
       from unnest($2::text[], $3::text[], $4::jsonb[]) as n(kind, id, state)
       where d.workspace_id = $1 and d.kind = n.kind and d.id = n.id returning d.kind, d.id, d.version`,
    values: [workspaceId, states.map(({ kind }) => kind), states.map(({ id }) => id), states.map((state) => JSON.stringify(state))],
  });
  const byStream = new Map(states.map((state) => [`${state.kind}/${state.id}`, state]));
  return rows.map((row) => ({ ...row, state: byStream.get(`${row.kind}/${row.id}`)! }));
}
