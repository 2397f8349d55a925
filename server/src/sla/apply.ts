/**
 * Puts running cycles under the version of their policy, and of its calendars, that is in force now: one `policy.applied`
 * per cycle, through the door like every event, so that a replay does the same. Asked for a preview it says what would change.
 * Whoever may change a promise sees all that are made.
 */
import { createHash } from 'node:crypto';
import type { KeptClock, Rulebook } from '@watchdesk/domain/sla';
import type { HeardTicket } from '@watchdesk/domain/ticket';
import type { SentEvent } from '@watchdesk/domain/event';
import { SEES_ALL } from '../accounts/index.ts';
import type { Clock } from '../clock.ts';
import { APPLICATION, type ClockWork, type Door } from '../ingest/index.ts';
import { readVersions, rulebookOf } from '../rules/index.ts';
import { readOpenClocks } from '../store/packed-clocks.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { noSuchCalendar } from './calendars.ts';
import { eachOpenTicket } from './open-tickets.ts';
import { noSuchPolicy } from './policies.ts';
import { inForce } from './versions.ts';

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly clockWork: ClockWork;
  readonly door: Pick<Door, 'accept'>;
}

export interface Application {
  /** The policy; or the calendar, whose running cycles keep their policy's version. */
  readonly policy?: string | undefined;
  readonly calendar?: string | undefined;
  readonly mode: 'segment' | 'retroactive' | 'restart';
  readonly dryRun: boolean;
  readonly by: { readonly kind: 'agent' | 'system'; readonly id?: string };
}

interface Found {
  readonly id: string;
  readonly created_at: Date;
  readonly clock_log: HeardTicket['clockLog'];
  readonly clocks: unknown;
}

type Sent = SentEvent<'policy.applied'>;

/** A ticket with the cycles that an application concerns, and what it says of each. */
interface Concerned {
  readonly ticket: Found;
  readonly clocks: readonly KeptClock[];
  readonly events: readonly Sent[];
}

/** So many tickets are tried out without a pause, and applied in one transaction of the door. */
const AT_ONCE = 200;
const MOST_EXAMPLES = 50;

export async function applyToRunning(parts: Parts, workspaceId: string, application: Application) {
  const { postgres, clock } = parts;
  const now = clock.now();
  const inForceNow = await versionsNow(parts, workspaceId, application, now);
  const isConcerned = (one: KeptClock) => isBehind(one, application, inForceNow);
  const ids: string[] = [];
  await eachOpenTicket(postgres, workspaceId, SEES_ALL, {}, ({ id, clocks }) => {
    if (clocks.some(isConcerned)) ids.push(id);
  });
  const sum = createSum();
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const tickets = await read(postgres, workspaceId, ids.slice(start, start + AT_ONCE));
    const concerned = tickets.flatMap((ticket): Concerned[] => {
      const clocks = readOpenClocks(ticket.clocks).filter(isConcerned);
      return clocks.length > 0 ? [{ ticket, clocks, events: eventsOf(ticket, clocks, application, inForceNow, now) }] : [];
    });
    const changes = await tryOut(parts, workspaceId, concerned, inForceNow.rulebook, now);
    sum.add(concerned.length, changes, application.dryRun ? [] : await send(parts, workspaceId, concerned));
  }
  return { applied: !application.dryRun, ...sum.all() };
}

async function read({ pool }: Postgres, workspaceId: string, ids: readonly string[]): Promise<Found[]> {
  const { rows } = await pool.query<Found>(
    'select id, created_at, clock_log, clocks from ticket where workspace_id = $1 and id = any($2::text[]) and clock_log is not null order by id',
    [workspaceId, ids],
  );
  return rows;
}

interface InForce {
  readonly rulebook: Rulebook;
  /** The version by id. */
  readonly policies: ReadonlyMap<string, number>;
  readonly calendars: ReadonlyMap<string, number>;
}

/** Refuses what is not there. */
async function versionsNow({ postgres: { pool } }: Parts, workspaceId: string, application: Application, now: number): Promise<InForce> {
  const [policies, calendars] = await Promise.all([readVersions(pool, workspaceId, 'policy'), readVersions(pool, workspaceId, 'calendar')]);
  const policyNow = new Map(inForce(policies, now).flatMap((one) => (one.spec === null ? [] : [[one.id, one.version] as const])));
  if (application.policy !== undefined && !policyNow.has(application.policy)) throw noSuchPolicy(application.policy);
  const calendarNow = new Map(inForce(calendars, now).map((one) => [one.id, one.version]));
  if (application.calendar !== undefined && !calendarNow.has(application.calendar)) throw noSuchCalendar(application.calendar);
  return { rulebook: rulebookOf(policies, calendars), policies: policyNow, calendars: calendarNow };
}

function eventsOf(
  ticket: Found,
  clocks: readonly KeptClock[],
  { policy, calendar, mode, by }: Application,
  now: InForce,
  at: number,
): Sent[] {
  return clocks.map((one, seq): Sent => {
    const version = policy === undefined ? one.policy.version : now.policies.get(one.policy.id)!;
    const alone = calendar === undefined ? undefined : { id: one.calendar.id, version: now.calendars.get(one.calendar.id)! };
    const when = Math.max(at, (ticket.clock_log.at(-1)?.at ?? 0) * 1000 + 1);
    const named = [one.policy.id, version, alone?.id, alone?.version, ticket.id, one.metric, when];
    return {
      id: `apply:${createHash('sha256').update(named.join('\n')).digest('hex')}`,
      at: when,
      seq,
      actor: by,
      ticket: ticket.id,
      type: 'policy.applied',
      data: { policy: one.policy.id, version, clock: one.metric, mode, ...(alone && { calendar: alone }) },
    };
  });
}

/** What the events would change, in their order. */
async function tryOut(
  { postgres: { pool }, clockWork }: Parts,
  workspaceId: string,
  concerned: readonly Concerned[],
  rulebook: Rulebook,
  now: number,
) {
  const tried = concerned.map(({ ticket, events }) => ({
    createdAt: ticket.created_at.getTime(),
    clockLog: [
      ...ticket.clock_log,
      ...events.map(({ id, at, data: { clock, ...applied } }) => ({
        id,
        at: Math.floor(Number(at) / 1000),
        applied: { metric: clock, ...applied },
      })),
    ],
  }));
  const after = await clockWork.tryOut(pool, workspaceId, tried, rulebook, Math.floor(now / 1000));
  return concerned.flatMap(({ ticket, clocks, events }, index) =>
    clocks.map((was, place) => {
      const is = after[index]!.findLast((one) => one.metric === was.metric && one.stop === null);
      const isBreachedNow = (is?.breachAt ?? null) !== null && was.breachAt === null && (was.wouldBreachAt ?? Infinity) > now / 1000;
      return {
        event: events[place]!.id,
        isMoved: was.due !== (is?.due ?? null),
        isBreachedNow,
        told: {
          ticket: ticket.id,
          metric: was.metric,
          dueBefore: iso(was.due),
          dueAfter: iso(is?.due ?? null),
          breachesBefore: iso(was.breachAt ?? was.wouldBreachAt),
          breachesAfter: iso(is?.breachAt ?? is?.wouldBreachAt ?? null),
        },
      };
    }),
  );
}

type Change = Awaited<ReturnType<typeof tryOut>>[number];

interface Refused {
  readonly event: string;
  readonly reason: string;
}

/** Those that the door refuses. */
async function send({ door }: Parts, workspaceId: string, concerned: readonly Concerned[]): Promise<Refused[]> {
  const events = concerned.flatMap((one) => one.events);
  const outcomes = await door.accept(workspaceId, APPLICATION, events);
  return outcomes.flatMap((one, index) => (one.outcome === 'rejected' ? [{ event: events[index]!.id, reason: one.reason }] : []));
}

/** What is refused changes nothing, and is told apart. */
function createSum() {
  const counts = { tickets: 0, cycles: 0, refused: 0, moved: 0, breachedByIt: 0 };
  const examples: Change['told'][] = [];
  const refusals: { ticket: string; metric: string; reason: string }[] = [];
  return {
    add(tickets: number, changes: readonly Change[], refused: readonly Refused[]) {
      const reasons = new Map(refused.map(({ event, reason }) => [event, reason]));
      const made = changes.filter(({ event }) => !reasons.has(event));
      const shown = made.filter(({ isMoved, isBreachedNow }) => isMoved || isBreachedNow);
      counts.tickets += tickets;
      counts.cycles += made.length;
      counts.refused += refused.length;
      counts.moved += made.filter(({ isMoved }) => isMoved).length;
      counts.breachedByIt += made.filter(({ isBreachedNow }) => isBreachedNow).length;
      examples.push(...shown.slice(0, MOST_EXAMPLES - examples.length).map(({ told }) => told));
      for (const { event, told } of changes)
        if (reasons.has(event) && refusals.length < MOST_EXAMPLES)
          refusals.push({ ticket: told.ticket, metric: told.metric, reason: reasons.get(event)! });
    },
    all: () => ({ ...counts, examples, refusals }),
  };
}

/** It keeps to a version that is not in force any more. */
function isBehind({ policy, calendar }: KeptClock, application: Application, { policies, calendars }: InForce): boolean {
  const isOld = calendars.get(calendar.id) !== calendar.version;
  if (application.calendar !== undefined) return calendar.id === application.calendar && isOld;
  return policy.id === application.policy && (policies.get(policy.id) !== policy.version || isOld);
}

const iso = (seconds: number | null) => (seconds === null ? null : new Date(seconds * 1000).toISOString());
