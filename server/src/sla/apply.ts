/**
 * Puts running cycles under the version of their policy, and of its calendars, that is in force now: one `policy.applied`
 * per cycle, through the door like every event, so that a replay does the same. Asked for a preview it says what would change.
 */
import { createHash } from 'node:crypto';
import type { KeptClock } from '@watchdesk/domain/sla';
import type { HeardTicket } from '@watchdesk/domain/ticket';
import type { SentEvent } from '@watchdesk/domain/event';
import type { Clock } from '../clock.ts';
import { APPLICATION, type ClockWork, type Door } from '../ingest/index.ts';
import { readVersions, rulebookOf } from '../rules/index.ts';
import { readOpenClocks } from '../store/packed-clocks.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { noSuchCalendar } from './calendars.ts';
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

/** One transaction of the door. */
const AT_ONCE = 500;
const MOST_EXAMPLES = 50;

export async function applyToRunning({ postgres: { pool }, clock, clockWork, door }: Parts, workspaceId: string, application: Application) {
  const now = clock.now();
  const [policies, calendars] = await Promise.all([readVersions(pool, workspaceId, 'policy'), readVersions(pool, workspaceId, 'calendar')]);
  const policyNow = new Map(inForce(policies, now).flatMap((one) => (one.spec === null ? [] : [[one.id, one.version] as const])));
  if (application.policy !== undefined && !policyNow.has(application.policy)) throw noSuchPolicy(application.policy);
  const calendarNow = new Map(inForce(calendars, now).map((one) => [one.id, one.version]));
  if (application.calendar !== undefined && !calendarNow.has(application.calendar)) throw noSuchCalendar(application.calendar);
  const { rows } = await pool.query<Found>(
    `select id, created_at, clock_log, clocks from ticket
     where workspace_id = $1 and not hidden and status in ('new', 'open', 'pending', 'on_hold') and clocks is not null order by id`,
    [workspaceId],
  );
  const concerned = rows.flatMap((ticket) => {
    const clocks = readOpenClocks(ticket.clocks).filter((one) => isBehind(one, application, policyNow, calendarNow));
    return clocks.length > 0 ? [{ ticket, clocks }] : [];
  });
  const at = (last: number) => Math.max(now, last * 1000 + 1);
  const events = concerned.map(({ ticket, clocks }) =>
    clocks.map((one, seq): SentEvent<'policy.applied'> => {
      const version = application.policy === undefined ? one.policy.version : policyNow.get(one.policy.id)!;
      const when = at(ticket.clock_log.at(-1)?.at ?? 0);
      const calendar = application.calendar === undefined ? undefined : { id: one.calendar.id, version: calendarNow.get(one.calendar.id)! };
      const named = [one.policy.id, version, calendar?.id, calendar?.version, ticket.id, one.metric, when];
      return {
        id: `apply:${createHash('sha256').update(named.join('\n')).digest('hex')}`,
        at: when,
        seq,
        actor: application.by,
        ticket: ticket.id,
        type: 'policy.applied',
        data: { policy: one.policy.id, version, clock: one.metric, mode: application.mode, ...(calendar && { calendar }) },
      };
    }),
  );
  const after = await clockWork.tryOut(
    pool,
    workspaceId,
    concerned.map(({ ticket }, index) => ({
      createdAt: ticket.created_at.getTime(),
      clockLog: [
        ...ticket.clock_log,
        ...events[index]!.map(({ id, at: when, data }) => ({
          id,
          at: Math.floor(Number(when) / 1000),
          applied: {
            metric: data.clock,
            policy: data.policy,
            version: data.version,
            mode: data.mode,
            ...(data.calendar && { calendar: data.calendar }),
          },
        })),
      ],
    })),
    rulebookOf(policies, calendars),
    Math.floor(now / 1000),
  );
  const changes = concerned.flatMap(({ ticket, clocks }, index) =>
    clocks.map((was) => {
      const is = after[index]!.findLast((one) => one.metric === was.metric && one.stop === null);
      return {
        ticket: ticket.id,
        metric: was.metric,
        dueBefore: iso(was.due),
        dueAfter: iso(is?.due ?? null),
        breachesBefore: iso(was.breachAt ?? was.wouldBreachAt),
        breachesAfter: iso(is?.breachAt ?? is?.wouldBreachAt ?? null),
        isBreachedNow:
          is?.breachAt !== null && is?.breachAt !== undefined && was.breachAt === null && (was.wouldBreachAt ?? Infinity) > now / 1000,
      };
    }),
  );
  let refused = 0;
  if (!application.dryRun)
    for (let start = 0; start < events.length; start += AT_ONCE) {
      const outcomes = await door.accept(workspaceId, APPLICATION, events.slice(start, start + AT_ONCE).flat());
      refused += outcomes.filter(({ outcome }) => outcome === 'rejected').length;
    }
  return {
    applied: !application.dryRun,
    tickets: concerned.length,
    cycles: changes.length - refused,
    refused,
    moved: changes.filter((one) => one.dueBefore !== one.dueAfter).length,
    breachedByIt: changes.filter((one) => one.isBreachedNow).length,
    examples: changes
      .filter((one) => one.dueBefore !== one.dueAfter || one.isBreachedNow)
      .slice(0, MOST_EXAMPLES)
      .map(({ isBreachedNow: _, ...one }) => one),
  };
}

/** It keeps to a version that is not in force any more. */
function isBehind(
  { policy, calendar }: KeptClock,
  application: Application,
  policyNow: ReadonlyMap<string, number>,
  calendarNow: ReadonlyMap<string, number>,
): boolean {
  if (application.calendar !== undefined) return calendar.id === application.calendar && calendarNow.get(calendar.id) !== calendar.version;
  if (policy.id !== application.policy) return false;
  return policyNow.get(policy.id) !== policy.version || calendarNow.get(calendar.id) !== calendar.version;
}

const iso = (seconds: number | null) => (seconds === null ? null : new Date(seconds * 1000).toISOString());
