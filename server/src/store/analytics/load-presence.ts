/**
 * What was told of people's presence → their stretches in ClickHouse. The end of each fold is kept in memory, and the latest states
 * stand in the directory, so that what happens next costs what it is and not what there was before. What is late or of another kind,
 * or comes after a restart, folds its agent anew from the log and writes what it may have changed.
 *
 * There is no ledger: a stretch begins at the instant of an event, and the log forgets none. Wherever one may have begun and none
 * does, a tombstone is written, needed or not. Doing it again therefore changes nothing, and mends what a crash left half done.
 */
import { createHash } from 'node:crypto';
import {
  changedBy,
  continueFrom,
  foldPresence,
  PRESENCE_COLUMNS,
  type PresenceFact,
  type PresenceFold,
  tailOf,
} from '@watchdesk/domain/fact';
import type pg from 'pg';
import type { Analytics } from './analytics.ts';
import type { Column } from './columns.ts';
import { agentPages, type Latest, latestOf, type Span, type Told, toldOf } from './presence-events.ts';
import { type Connection, isStillLoader } from './reading-place.ts';
import { RowWriter } from './row-writer.ts';

export interface PresenceLoad {
  /** After the outbox has named these agents in these transactions; answers who was folded anew, and may be of other teams. */
  load(connection: Connection, workspaceId: string, agents: readonly string[], span: Span): Promise<string[]>;
  /** All stretches of a workspace that has none stored. `transaction`: the last that is in them. */
  loadAll(connection: Connection, workspaceId: string, transaction: string): Promise<void>;
  /** Somebody else has loaded in between. */
  clear(): void;
}

/** Rows of an agent, and the instants at which none begins. */
interface Written {
  readonly rows: readonly PresenceFact[];
  readonly buried: readonly Buried[];
}
type Buried = Pick<PresenceFact, 'agent' | 'startedAt'>;

/** The end of a fold of which everything is written, and how many events there had been. */
interface Tail {
  readonly fold: PresenceFold;
  readonly count: number;
}

/** Tails are a few hundred bytes. Where there are more people than this, all are folded anew now and then. */
const MOST_KEPT = 50_000;
/** So many are folded anew at once: a busy person of a year has some ten thousand events. */
const AT_ONCE = 25;
const TABLE = 'presence_fact';

const BURIED: readonly Column<Buried>[] = [
  { name: 'agent', kind: 'label', of: ({ agent }) => agent },
  { name: 'started_at', kind: 'instant', of: ({ startedAt }) => startedAt },
];

/** `salt`: see createFactWriter. */
export function createPresenceLoad({ pool, analytics, salt = '' }: { pool: pg.Pool; analytics: Analytics; salt?: string }): PresenceLoad {
  const tails = new Map<string, Tail>();
  const nameOf = (workspaceId: string, agent: string) => `${workspaceId}\n${agent}`;

  /** A row's version is the transaction up to which it was read: it only grows. */
  const write = async (connection: Connection, workspaceId: string, transaction: string, written: readonly Written[]) => {
    const send = async <Row>(columns: readonly Column<Row>[], rows: readonly Row[], isDeleted: boolean) => {
      if (rows.length === 0) return;
      const head = headOf(workspaceId, transaction, isDeleted);
      const writer = new RowWriter();
      for (const row of rows) {
        writer.row(head, null);
        writer.row(columns, row);
      }
      const bytes = writer.bytes();
      const names = [...head, ...columns].map(({ name }) => name);
      await isStillLoader(connection);
      await analytics.insert(TABLE, names, bytes, `${salt}${TABLE}-${createHash('sha1').update(bytes).digest('hex')}`);
    };
    await send(
      PRESENCE_COLUMNS,
      written.flatMap(({ rows }) => rows),
      false,
    );
    await send(
      BURIED,
      written.flatMap(({ buried }) => buried),
      true,
    );
  };

  const loadSome = async (connection: Connection, workspaceId: string, agents: readonly string[], span: Span): Promise<string[]> => {
    const kept = new Map(
      agents.flatMap((agent) => (tails.has(nameOf(workspaceId, agent)) ? [[agent, tails.get(nameOf(workspaceId, agent))!]] : [])),
    );
    const lasts = new Map([...kept].flatMap(([agent, { fold }]) => (fold.last ? [[agent, fold.last] as const] : [])));
    const latest = await latestOf(pool, workspaceId, lasts);
    const goneOn = [...latest].flatMap(([agent, now]) => {
      const before = kept.get(agent)!;
      const tail = goneOnFrom(before, now);
      return tail ? [{ agent, before, tail }] : [];
    });
    const isGoneOn = new Set(goneOn.map(({ agent }) => agent));
    const others = agents.filter((agent) => !isGoneOn.has(agent));
    const anew = [...(await toldOf(pool, workspaceId, others, span))].map(([agent, told]) => ({
      agent,
      told,
      fold: foldPresence(agent, told.events),
    }));
    await write(connection, workspaceId, span.to, [
      ...goneOn.map(({ before, tail }) => ({ rows: isSame(tail.fold, before.fold) ? [] : tail.fold.rows, buried: [] })),
      ...anew.map(({ fold, told }) => changed(fold, told)),
    ]);
    if (tails.size > MOST_KEPT) tails.clear();
    for (const { agent, tail } of goneOn) tails.set(nameOf(workspaceId, agent), { ...tail, fold: tailOf(tail.fold) });
    for (const { agent, fold, told } of anew) {
      // What is told already and comes with a later page is written with that page.
      if (told.isUpTo) tails.set(nameOf(workspaceId, agent), { fold: tailOf(fold), count: told.count });
      else tails.delete(nameOf(workspaceId, agent));
    }
    return others;
  };

  return {
    load: async (connection, workspaceId, agents, span) => {
      const anew: string[] = [];
      for (let start = 0; start < agents.length; start += AT_ONCE)
        anew.push(...(await loadSome(connection, workspaceId, agents.slice(start, start + AT_ONCE), span)));
      return anew;
    },
    loadAll: async (connection, workspaceId, transaction) => {
      for await (const agents of agentPages(pool, workspaceId, AT_ONCE)) {
        const all = await toldOf(pool, workspaceId, agents, { from: transaction, to: transaction });
        const written = [...all].map(([agent, { events }]) => ({ rows: foldPresence(agent, events).rows, buried: [] }));
        await write(connection, workspaceId, transaction, written);
      }
    },
    clear: () => tails.clear(),
  };
}

/** Undefined unless all that was told since are states later than any before: then they are the directory's latest. */
function goneOnFrom({ fold, count }: Tail, latest: Latest): Tail | undefined {
  const since = latest.states.filter((one) => one.since > fold.last!.at);
  if (since.length !== latest.count - count) return undefined;
  return { fold: continueFrom(fold, since, since.length === 0 ? fold.last! : latest.last), count: latest.count };
}

/** The last row was there before and has not ended: nothing is to be written of what was told again. */
const isSame = ({ rows }: PresenceFold, before: PresenceFold): boolean => rows.length === before.rows.length;

/** What is to be written where an agent was folded anew. */
function changed(fold: PresenceFold, { events, fresh }: Told): Written {
  if (fresh.length === 0) return { rows: [], buried: [] };
  const [from, to] = changedBy(fold, events, fresh);
  const isWithin = (at: number) => at >= from && at <= to;
  const rows = fold.rows.filter(({ startedAt }) => isWithin(startedAt));
  const begun = new Set(rows.map(({ startedAt }) => startedAt));
  const instants = new Set(events.map(({ at }) => at).filter((at) => isWithin(at) && !begun.has(at)));
  return { rows, buried: [...instants].map((startedAt) => ({ agent: fold.agent, startedAt })) };
}

const headOf = (workspaceId: string, transaction: string, isDeleted: boolean): readonly Column<null>[] => [
  { name: 'workspace_id', kind: 'label', of: () => workspaceId },
  { name: 'version', kind: 'whole', of: () => Number(transaction) },
  { name: 'is_deleted', kind: 'flag', of: () => isDeleted },
];
