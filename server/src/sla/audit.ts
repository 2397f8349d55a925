/** Exceptions and pauses of a period on the tickets in sight, and what looks like a number being helped along: who did it, when, and to which ticket. */
import { type ExceptionKind, EXCEPTIONS, exceptionsOf, type SlaException, type Suspicion, suspicionsOf } from '@watchdesk/domain/sla';
import type { HeardTicket } from '@watchdesk/domain/ticket';
import type pg from 'pg';
import { refuseBlind, type Sight, sightSql } from '../accounts/index.ts';
import type { Clock } from '../clock.ts';
import { namesOf } from '../directory/index.ts';
import { periodOf, type PeriodQuestion } from '../facts/index.ts';
import type { ClockWork } from '../ingest/index.ts';
import { createBreaks, inTransaction, PAGE, pagesOf, partsOf, type Postgres } from '../store/postgres/index.ts';

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly clockWork: ClockWork;
}

interface Found {
  readonly id: string;
  readonly created_at: Date;
  readonly clock_log: HeardTicket['clockLog'];
}

type OfTicket<T> = T & { readonly ticket: string };

const MOST_LISTED = 200;

export async function audit({ postgres: { pool }, clock, clockWork }: Parts, workspaceId: string, sight: Sight, question: PeriodQuestion) {
  refuseBlind(sight);
  const seen = sightSql(sight, 3);
  const { rows } = await pool.query<{ zone: string }>('select time_zone as zone from workspace where workspace_id = $1', [workspaceId]);
  const period = periodOf(question, clock.now(), rows[0]?.zone ?? 'UTC');
  const [from, to] = [Math.floor(period.from / 1000), Math.floor(period.until / 1000)];
  const isInside = ({ at }: { at: number }) => at >= from && at < to;
  const rulebook = await clockWork.rulebook(pool, workspaceId);
  const exceptions = createNewest<OfTicket<SlaException>>();
  const suspicions = createNewest<OfTicket<Suspicion>>();
  const totals = createTotals(to);
  const takeBreaks = createBreaks();
  // A log is of any size, up to a megabyte or two. It is stored as it is, so that its size is known without reading it.
  const text = `select id, pg_column_size(clock_log) as size from ticket t
    where workspace_id = $1 and updated_at >= $2 and created_at < $3 and clock_log is not null and ${seen.text}`;
  const values = [workspaceId, new Date(period.from), new Date(period.until), ...seen.values];
  await inTransaction(pool, async (client) => {
    for await (const tickets of heardTickets(client, workspaceId, { text, values })) {
      const tiers = await clockWork.tiers(client, workspaceId, tickets);
      for (const ticket of tickets) {
        const { id, clockLog } = ticket;
        for (const one of exceptionsOf(clockLog).filter(isInside)) {
          totals.add(one);
          exceptions.add({ ...one, ticket: id });
        }
        for (const one of suspicionsOf(clockLog, rulebook, tiers(ticket)).filter(isInside)) suspicions.add({ ...one, ticket: id });
        await takeBreaks();
      }
    }
  });
  const shown = { exceptions: exceptions.all(), suspicions: suspicions.all() };
  const actors = await actorsOf(pool, workspaceId, [...shown.exceptions, ...shown.suspicions]);
  return {
    period: { from: iso(from), to: new Date(period.to).toISOString(), until: iso(to), timeZone: period.timeZone },
    totals: totals.all(),
    exceptions: shown.exceptions.map(({ at, to: end, event, ...one }) => ({
      ...one,
      at: iso(at),
      to: end === null ? null : iso(end),
      by: actors.get(`${one.ticket}\n${event}`) ?? null,
    })),
    suspected: suspicions.count(),
    suspicions: shown.suspicions.map(({ at, event, ...one }) => ({
      ...one,
      at: iso(at),
      by: actors.get(`${one.ticket}\n${event}`) ?? null,
    })),
  };
}

/** Of a question for ids and sizes: the tickets, some megabytes of logs at a time. */
async function* heardTickets(client: pg.PoolClient, workspaceId: string, sizes: { text: string; values: unknown[] }) {
  for await (const page of pagesOf<{ id: string; size: number }>(client, sizes)) {
    for (const part of partsOf(page)) {
      const { rows } = await client.query<Found>(
        'select id, created_at, clock_log from ticket where workspace_id = $1 and id = any($2::text[]) and clock_log is not null',
        [workspaceId, part.map(({ id }) => id)],
      );
      yield rows.map(({ id, created_at, clock_log }) => ({ id, createdAt: created_at.getTime(), clockLog: clock_log }));
    }
  }
}

/** The newest that are listed, of however many. */
function createNewest<T extends { readonly at: number }>() {
  let found: T[] = [];
  let count = 0;
  const cut = () => (found = found.toSorted((a, b) => b.at - a.at).slice(0, MOST_LISTED));
  return {
    add(one: T) {
      count += 1;
      found.push(one);
      if (found.length >= MOST_LISTED + PAGE) cut();
    },
    all: cut,
    count: () => count,
  };
}

/** How often, and for pauses how long in all, those that last until the end of the period included. */
function createTotals(until: number) {
  const sums = new Map(EXCEPTIONS.map((kind) => [kind, { count: 0, seconds: 0, withoutReason: 0 }]));
  return {
    add({ kind, at, to, reason }: SlaException) {
      const sum = sums.get(kind)!;
      sum.count += 1;
      sum.seconds += Math.max(0, Math.min(to ?? until, until) - at);
      if (reason === null) sum.withoutReason += 1;
    },
    all: () =>
      EXCEPTIONS.map((kind) => {
        const { count, seconds, withoutReason } = sums.get(kind)!;
        return { kind, count, seconds: isPause(kind) ? seconds : null, withoutReason: isPause(kind) ? withoutReason : null };
      }),
  };
}

const isPause = (kind: ExceptionKind): boolean => kind === 'pending' || kind === 'on_hold' || kind === 'requested';

interface Actor {
  readonly kind: string;
  readonly id: string | null;
  readonly name: string | null;
}

/** Who made each event, by ticket and event. */
async function actorsOf(
  pool: Postgres['pool'],
  workspaceId: string,
  of: readonly { ticket: string; event: string }[],
): Promise<Map<string, Actor>> {
  const { rows } = await pool.query<{ stream: string; id: string; kind: string; actor: string | null }>(
    `select stream, id, actor_kind as kind, actor_id as actor from event_log
     where workspace_id = $1 and stream = any($2::text[]) and id = any($3::text[])`,
    [workspaceId, [...new Set(of.map(({ ticket }) => `ticket/${ticket}`))], [...new Set(of.map(({ event }) => event))]],
  );
  const names = await namesOf(
    pool,
    workspaceId,
    rows.flatMap(({ kind, actor }) => (kind === 'agent' || kind === 'customer' ? [[kind, actor] as const] : [])),
  );
  return new Map(
    rows.map(({ stream, id, kind, actor }) => [
      `${stream.slice('ticket/'.length)}\n${id}`,
      { kind, id: actor, name: kind === 'agent' || kind === 'customer' ? (names.of(kind, actor)?.name ?? null) : null },
    ]),
  );
}

const iso = (seconds: number) => new Date(seconds * 1000).toISOString();
