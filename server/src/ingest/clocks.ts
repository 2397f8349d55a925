/**
 * The clocks of tickets as they are stored beside them: every cycle as of the ticket's last event, and how far its
 * announcements have been made. They are run again whenever the ticket changes, from what it has heard.
 */
import {
  type Announcement,
  type Rulebook,
  type TicketClock,
  ticketClocks,
  kept,
  type KeptClock,
  type TierOf,
  type WholeClock,
  wholeClocks,
} from '@watchdesk/domain/sla';
import { handsOf, type HeardTicket } from '@watchdesk/domain/ticket';
import type pg from 'pg';
import { ticketStream } from './entry.ts';
import { createRulebooks, type Rulebooks } from '../rules/index.ts';
import { createStandings, type Standings } from '../store/analytics/index.ts';
import type { StoredClock } from '../store/packed-clocks.ts';
import type { Postgres } from '../store/postgres/index.ts';

/** The id of an announcement's event. A cycle is called by an event, which after a merge is heard by more than one ticket. */
export const announcementId = (
  ticket: string,
  { metric, cycle }: Pick<TicketClock, 'metric' | 'cycle'>,
  { step, at }: Announcement,
): string => `${metric}:${ticket}:${cycle}:${step}:${at}`;

/** As much of a ticket as its clocks are run from. */
export type Tried = Pick<HeardTicket, 'createdAt' | 'clockLog'>;

type Queryable = Pick<pg.Pool, 'query'>;

export interface ClockWork {
  /**
   * The clocks of each ticket; `before` are those it had, for what has been announced. The transaction must have locked or written
   * something by now: only then is it waited for by whoever runs clocks again because of new rules (sla/reclocking.ts).
   */
  run(
    client: pg.PoolClient,
    workspaceId: string,
    tickets: readonly HeardTicket[],
    before: (ticket: string) => readonly StoredClock[] | null,
  ): Promise<Map<string, StoredClock[]>>;
  /** The clocks of one ticket as of an instant (seconds since 1970), with the stretches they consist of. */
  whole(queryable: Queryable, workspaceId: string, ticket: HeardTicket, asOf: number): Promise<WholeClock[]>;
  /** The clocks of tickets by another rulebook, as of an instant; nothing is written. */
  tryOut(queryable: Queryable, workspaceId: string, tickets: readonly Tried[], rulebook: Rulebook, asOf: number): Promise<TicketClock[][]>;
  rulebook(queryable: Queryable, workspaceId: string): Promise<Rulebook>;
  /** What the customers of these tickets had been sold when each was created. */
  tiers(queryable: Queryable, workspaceId: string, tickets: readonly Tried[]): Promise<(ticket: Tried) => TierOf>;
  /** To be told what was just said of a customer or an organisation. */
  forget(workspaceId: string, kind: string, id: string): void;
}

function createClockWork({ rulebooks, standings }: { rulebooks: Rulebooks; standings: Standings }): ClockWork {
  return {
    forget: (workspaceId, kind, id) => standings.forget(workspaceId, kind, id),
    rulebook: (queryable, workspaceId) => rulebooks.of(queryable, workspaceId),
    tiers: (queryable, workspaceId, tickets) => tiersOf(standings, queryable, workspaceId, tickets),
    async tryOut(queryable, workspaceId, tickets, rulebook, asOf) {
      const tiers = await tiersOf(standings, queryable, workspaceId, tickets);
      return tickets.map((ticket) =>
        ticketClocks(ticket.clockLog, rulebook, tiers(ticket), Math.max(asOf, ticket.clockLog.at(-1)?.at ?? 0)),
      );
    },
    async whole(queryable, workspaceId, ticket, asOf) {
      const rulebook = await rulebooks.of(queryable, workspaceId);
      const tierOf = (await tiersOf(standings, queryable, workspaceId, [ticket]))(ticket);
      return wholeClocks(ticket.clockLog, rulebook, tierOf, Math.max(asOf, ticket.clockLog.at(-1)?.at ?? 0), handsOf(ticket));
    },
    async run(client, workspaceId, tickets, before) {
      const rulebook = await rulebooks.of(client, workspaceId);
      if (rulebook.metrics.length === 0) return new Map(tickets.map(({ id }) => [id, []]));
      const tiers = await tiersOf(standings, client, workspaceId, tickets);
      return new Map(
        tickets.map((ticket) => {
          const { id } = ticket;
          const tierOf = tiers(ticket);
          return [id, counted(ticketClocks(ticket.clockLog, rulebook, tierOf, undefined, handsOf(ticket)), before(id) ?? [])] as const;
        }),
      );
    },
  };
}

/** What the tickets' customers and organisations had been sold when each was created. */
async function tiersOf(
  standings: Standings,
  queryable: Queryable,
  workspaceId: string,
  tickets: readonly Tried[],
): Promise<(ticket: Tried) => TierOf> {
  const standingOf = await standings.fetch(
    workspaceId,
    tickets.flatMap(({ createdAt, clockLog }) => peopleIn(clockLog).map((people) => ({ ...people, createdAt }))),
    queryable,
  );
  return ({ createdAt }) =>
    ({ organisation, requester }) =>
      standingOf({ organisation, requester, createdAt }).customerTier;
}

/** Tiers are looked up again after so long; what changed in between is mended by running the clocks again (sla/reclocking.ts). */
export const TIERS_KEPT_MS = 2000;

export const clockWorkFor = ({ pool }: Postgres): ClockWork =>
  createClockWork({ rulebooks: createRulebooks(), standings: createStandings(pool, { keptMs: TIERS_KEPT_MS }) });

interface People {
  readonly organisation: string | null;
  readonly requester: string | null;
}

/** Everybody whose tier may be asked for: of each entry that names another customer or organisation than the one before. */
function peopleIn(log: HeardTicket['clockLog']): People[] {
  let people: People = { organisation: null, requester: null };
  return log.flatMap(({ to }) => {
    if (to?.organisation === undefined && to?.requester === undefined) return [];
    // Null is said as well: nobody, or no organisation.
    people = {
      organisation: to.organisation === undefined ? people.organisation : to.organisation,
      requester: to.requester === undefined ? people.requester : to.requester,
    };
    return [people];
  });
}

/** The source of what Watchdesk itself adds to the log. */
export const APPLICATION = 'application';

/** The ids of the announcements that the log holds of these tickets. */
export async function announcedIn(
  client: pg.PoolClient,
  workspaceId: string,
  tickets: readonly string[],
): Promise<Map<string, Set<string>>> {
  const { rows } = await client.query<{ ticket: string; ids: string[] }>(
    `select substr(stream, 8) as ticket, array_agg(id) as ids from event_log
     where workspace_id = $1 and stream = any($2::text[]) and type in ('sla.warned', 'sla.breached') and source = $3 group by stream`,
    [workspaceId, tickets.map(ticketStream), APPLICATION],
  );
  return new Map(rows.map(({ ticket, ids }) => [ticket, new Set(ids)]));
}

/** The clocks with what the log has announced of them. */
export const announcedAs = (
  clocks: ReadonlyMap<string, readonly StoredClock[]>,
  announced: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, StoredClock[]> =>
  new Map(
    [...clocks].map(([ticket, own]) => [
      ticket,
      own.map((clock) => {
        const missing = clock.announcements.findIndex((one) => !announced.get(ticket)?.has(announcementId(ticket, clock, one)));
        return { ...clock, announced: missing === -1 ? clock.announcements.length : missing };
      }),
    ]),
  );

/** What was announced of a cycle stays so as far as nothing in it has moved. */
function counted(clocks: readonly TicketClock[], before: readonly StoredClock[]): StoredClock[] {
  const known = new Map(before.map((clock) => [`${clock.metric} ${clock.cycle}`, clock]));
  return clocks.map((clock) => {
    const old = known.get(`${clock.metric} ${clock.cycle}`);
    return { ...kept(clock), announced: old ? sameUpTo(clock.announcements, old.announcements.slice(0, old.announced)) : 0 };
  });
}

function sameUpTo(now: readonly Announcement[], made: readonly Announcement[]): number {
  const moved = made.findIndex(({ step, at }, index) => now[index]?.step !== step || now[index].at !== at);
  return moved === -1 ? made.length : moved;
}

/** What is older than this when it is announced is history: written down, and nobody is told. */
export const SILENT_AFTER_SECONDS = 15 * 60;

/** When the next announcement is to be made to people, and the first of those that only have to be written down; seconds since 1970. */
export interface ToAnnounce {
  readonly next: number | null;
  readonly past: number | null;
}

/** As of `now`, in seconds since 1970. */
export function toAnnounce(clocks: readonly StoredClock[], now: number): ToAnnounce {
  const left = clocks.flatMap(({ announcements, announced }) => announcements.slice(announced).map(({ at }) => at));
  const border = now - SILENT_AFTER_SECONDS;
  return { next: earliest(left.filter((at) => at >= border)), past: earliest(left.filter((at) => at < border)) };
}

/** When the first of the running cycles is breached, in seconds since 1970, unless something happens. */
export const nextBreachAt = (clocks: readonly KeptClock[]): number | null => earliest(clocks.map(({ wouldBreachAt }) => wouldBreachAt));

const earliest = (instants: readonly (number | null)[]): number | null =>
  instants.reduce((best, at) => (at !== null && (best === null || at < best) ? at : best), null);
