/**
 * Reads what is connected: looks every second whose turn it is, and takes a few at a time. A connection is worked on by one process of all, which an advisory
 * lock of a connection to PostgreSQL says; it is given up with that connection, whatever the process died of.
 */
import type pg from 'pg';
import type { Door } from '../../ingest/index.ts';
import { clockWorkFor, removeSource } from '../../ingest/index.ts';
import type { Outgoing } from '../../outgoing/index.ts';
import { asOnly, inTransaction, type Postgres, ring } from '../../store/postgres/index.ts';
import { withinWorkspace } from '../../store/wall.ts';
import type { Vault } from '../../vault/index.ts';
import { CallFailed, type Connector } from '../connector.ts';
import { backOff, LONGEST_WAIT_MS } from './back-off.ts';
import { ComeBack, createCalls } from './calls.ts';
import { credentialsOf, forgetSecrets, keepCredentials } from './credentials.ts';
import type { Pace } from './pace.ts';
import { dueLinks, findLinked, type Linked } from './records.ts';
import type { Buckets } from './token-bucket.ts';
import { TurnEnds } from './turn-ends.ts';
import { takeTurn } from './turn.ts';

export interface RuntimeParts {
  readonly postgres: Postgres;
  readonly door: Pick<Door, 'accept' | 'bulk' | 'correct' | 'announce'>;
  readonly vault: Vault;
  readonly outgoing: Pick<Outgoing, 'call'>;
  readonly pace: Pace;
  readonly connectors: ReadonlyMap<string, Connector>;
  readonly onTrouble: (error: unknown, connection: { system: string; id: string }) => void;
}

export interface Runtime {
  start(): void;
  /** Resolves when nothing is read any more; what was begun is gone on with by the next. */
  stop(): Promise<void>;
  /** Takes every turn that is due, and those that become due by it; for tests and the command line. */
  drain(): Promise<void>;
}

type Key = Pick<Linked, 'workspaceId' | 'id'>;

const LOOK_EVERY_MS = 1_000;
/** Each keeps a connection to PostgreSQL for its lock. */
const MOST_AT_ONCE = 4;
/** The first half of the advisory locks of connections; the second is of their ids. */
const LOCK = 7_274_505;
/** Refused credentials do not mend themselves, and a system may lock out whoever goes on trying. */
const CREDENTIALS_WAIT_MS = 15 * 60_000;
/** A shorter wait for the limits of a system is over before anybody has read of it. */
const SHOWN_WAIT_MS = 5_000;

export function createRuntime(parts: RuntimeParts): Runtime {
  const { postgres, pace, onTrouble } = parts;
  const clockWork = clockWorkFor(postgres);
  const running = new Map<string, Promise<unknown>>();
  const buckets = new Map<string, Buckets>();
  let stopping: AbortController | undefined;
  let looking: Promise<void> = Promise.resolve();

  /** Begins the turns that are due and that this process has room for. */
  async function look(signal: AbortSignal): Promise<void> {
    const due = await dueLinks(postgres.pool, pace.now(), 50);
    for (const key of due) {
      if (signal.aborted || running.size >= MOST_AT_ONCE) return;
      if (running.has(key.id)) continue;
      running.set(
        key.id,
        turnOf(key, signal).finally(() => running.delete(key.id)),
      );
    }
  }

  const turnOf = (key: Key, signal: AbortSignal) =>
    asOnly(postgres.pool, { number: LOCK, name: key.id }, ({ lost }) =>
      withinWorkspace(key.workspaceId, () => work(key, AbortSignal.any([signal, lost]))),
    ).catch((error: unknown) => onTrouble(error, { system: '', id: key.id }));

  async function work(key: Key, signal: AbortSignal): Promise<void> {
    const linked = await findLinked(postgres.pool, key.workspaceId, key.id);
    // It was somebody else's turn just now.
    if (!linked || linked.nextAt.getTime() > pace.now()) return;
    if (linked.removingAt !== null) return remove(linked, signal);
    if (linked.pausedAt !== null) return;
    const connector = parts.connectors.get(linked.system);
    if (!connector) return putOff(linked, new CallFailed('refused', `This version of Watchdesk cannot read ${linked.system}`), signal);
    try {
      const calls = await callsOf(linked, connector, signal);
      await comeBack(linked, await takeTurn({ ...parts, connector, calls, signal }, linked));
    } catch (error) {
      await putOff(linked, error, signal);
    } finally {
      await ring(postgres.pool, 'connections', key.workspaceId).catch(() => {});
      await parts.door.announce().catch(() => {});
    }
  }

  async function callsOf(linked: Linked, connector: Connector, signal: AbortSignal) {
    let credentials = await credentialsOf(parts.vault, linked);
    return createCalls({
      call: parts.outgoing.call,
      pace: { ...pace, sleep: (ms, ended) => waitShown(linked, ms, ended) },
      signal,
      buckets: bucketsOf(linked.id),
      reach: () => connector.reach(credentials, linked.options),
      async renew(calls) {
        // Somebody entered others meanwhile. They may be those of another address, so that a turn of their own begins with them.
        const kept = await credentialsOf(parts.vault, linked);
        if (JSON.stringify(kept) !== JSON.stringify(credentials)) throw new TurnEnds('its credentials were changed');
        const fresh = await connector.renew?.(calls, credentials);
        if (!fresh) return false;
        credentials = fresh;
        await inTransaction(postgres.pool, (client) => keepCredentials(parts.vault, client, linked, fresh));
        return true;
      },
    });
  }

  /** Waits, and says so where it takes long. */
  async function waitShown({ workspaceId, id }: Linked, ms: number, signal: AbortSignal): Promise<void> {
    if (ms >= SHOWN_WAIT_MS)
      await inTransaction(postgres.pool, async (client) => {
        const until = new Date(pace.now() + ms);
        await client.query('update system_connection set waits_until = $3 where workspace_id = $1 and id = $2', [workspaceId, id, until]);
        await ring(client, 'connections', workspaceId);
      });
    await pace.sleep(ms, signal);
  }

  function bucketsOf(id: string): Buckets {
    const own = buckets.get(id) ?? new Map();
    buckets.set(id, own);
    return own;
  }

  /**
   * A webhook that came during the turn has asked for another at once, and stands. Where there is `more` to fill it comes now, behind those that have been
   * due for longer; otherwise with the next pull, or with an order that is sent again before it.
   */
  async function comeBack({ workspaceId, id, nextAt }: Linked, left: 'done' | 'more'): Promise<void> {
    await postgres.pool.query(
      `update system_connection c set next_at = case when $4 then $5 else least(pull_at, (
         select min(due_at) from ticket_command o where o.workspace_id = $1 and o.connection = c.id and o.state = 'waiting')) end
       where workspace_id = $1 and id = $2 and next_at = $3`,
      [workspaceId, id, nextAt, left === 'more', new Date(pace.now())],
    );
  }

  /** What went wrong is shown, and tried again later, each time somewhat later. */
  async function putOff(linked: Linked, error: unknown, signal: AbortSignal): Promise<void> {
    if (error instanceof TurnEnds || signal.aborted) return;
    const isExpected = error instanceof CallFailed;
    if (!isExpected) onTrouble(error, linked);
    const kind = error instanceof ComeBack ? 'held_off' : isExpected ? error.kind : 'internal';
    const wait =
      error instanceof ComeBack
        ? error.afterMs
        : kind === 'credentials'
          ? CREDENTIALS_WAIT_MS
          : Math.min(LONGEST_WAIT_MS, 1_000 + backOff(linked.failures + 1, pace.random()));
    await postgres.pool.query(
      `update system_connection set failures = failures + 1, failure = $3, failure_kind = $4, failed_at = $5, next_at = $6 where workspace_id = $1 and id = $2`,
      [
        linked.workspaceId,
        linked.id,
        // What a bug says may hold anything.
        isExpected ? error.message : 'Something went wrong here; the log of the server says what',
        kind,
        new Date(pace.now()),
        new Date(pace.now() + wait),
      ],
    );
  }

  async function remove(linked: Linked, signal: AbortSignal): Promise<void> {
    const { workspaceId, source, withTickets } = linked;
    if (withTickets) await removeSource({ pool: postgres.pool, clockWork }, workspaceId, source, signal);
    await inTransaction(postgres.pool, async (client) => {
      await forgetSecrets(parts.vault, client, linked);
      await deleteLinked(client, linked);
      await ring(client, 'connections', workspaceId);
    });
    buckets.delete(linked.id);
    await parts.door.announce();
  }

  const run = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      await look(signal).catch((error: unknown) => onTrouble(error, { system: '', id: '' }));
      await pace.sleep(LOOK_EVERY_MS, signal).catch(() => {});
    }
  };

  return {
    start() {
      if (stopping) return;
      stopping = new AbortController();
      looking = run(stopping.signal);
    },
    async stop() {
      stopping?.abort();
      await looking;
      await Promise.all(running.values());
      stopping = undefined;
    },
    async drain() {
      const { signal } = new AbortController();
      for (let due = await dueLinks(postgres.pool, pace.now(), 1); due.length > 0; due = await dueLinks(postgres.pool, pace.now(), 1)) {
        await look(signal);
        await Promise.all(running.values());
      }
    },
  };
}

/** What hangs on it goes with it. Without its tickets the name of their source stays, for whoever reads them. */
async function deleteLinked(client: pg.PoolClient, { workspaceId, id, source, withTickets }: Linked): Promise<void> {
  await client.query('delete from system_connection where workspace_id = $1 and id = $2', [workspaceId, id]);
  if (withTickets)
    await client.query(
      `delete from connection c where workspace_id = $1 and source = $2 and kind = 'system'
       and not exists (select from api_key k where k.workspace_id = $1 and k.source = $2)`,
      [workspaceId, source],
    );
}
