/** The clocks of one ticket as they stand at this moment, each explained: by what it counts, when it stood still and why, who held the time. */
import { sharesOf, type WholeClock } from '@watchdesk/domain/sla';
import { handsOf, type HeardTicket, type TicketState } from '@watchdesk/domain/ticket';
import { type Sight, sightSql } from '../accounts/index.ts';
import type { Clock } from '../clock.ts';
import { type NamedKind, type Names, namesOf } from '../directory/index.ts';
import { announcementId, APPLICATION, type ClockWork } from '../ingest/index.ts';
import { type PackedState, unpackState } from '../store/packed-state.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { readVersions } from '../rules/index.ts';
import { noSuchTicket } from '../tickets/index.ts';

/** The bars of a timeline; of longer stretches the last are left out. */
const MOST_STRETCHES = 120;

export async function viewClocks(
  { postgres: { pool }, clock, clockWork }: { postgres: Postgres; clock: Clock; clockWork: ClockWork },
  workspaceId: string,
  sight: Sight,
  id: string,
) {
  const seen = sightSql(sight, 2);
  const { rows } = await pool.query<{ state: PackedState; clock_log: HeardTicket['clockLog'] | null }>(
    `select t.state, t.clock_log from ticket t where t.workspace_id = $1 and t.id = $2 and t.state is not null and ${seen.text}`,
    [workspaceId, id, ...seen.values],
  );
  const row = rows[0];
  if (!row) throw noSuchTicket(id, sight);
  const ticket: HeardTicket = { ...unpackState(row.state), clockLog: row.clock_log ?? [] };
  const now = Math.floor(clock.now() / 1000);
  const [whole, calendars, made] = await Promise.all([
    clockWork.whole(pool, workspaceId, ticket, now),
    readVersions(pool, workspaceId, 'calendar'),
    announcementsIn(pool, workspaceId, id),
  ]);
  const names = await namesOf(pool, workspaceId, [
    ...ticket.segments.flatMap(({ assignee, team }): [NamedKind, string | null][] => [
      ['agent', assignee],
      ['team', team],
    ]),
    ['customer', ticket.now.requester],
  ]);
  const calendarName = (of: WholeClock['calendar']) =>
    calendars.find((one) => one.id === of.id && one.version === of.version)?.name ?? of.id;
  const valid = new Set(whole.flatMap((one) => one.announcements.map((step) => announcementId(id, one, step))));
  return {
    asOf: iso(now),
    clocks: whole.map((one) => explained(one, ticket, names, calendarName(one.calendar), made)),
    superseded: [...made].filter(([key]) => !valid.has(key)).map(([, told]) => told),
  };
}

export type ClockView = Awaited<ReturnType<typeof viewClocks>>;

interface Told {
  readonly metric: string;
  readonly cycle: string;
  readonly step: number | 'breach';
  readonly at: string;
  readonly madeAt: string;
}

/** The announcements that stand in the log, by their ids. */
async function announcementsIn(pool: Postgres['pool'], workspaceId: string, ticket: string): Promise<Map<string, Told>> {
  const { rows } = await pool.query<{ id: string; data: { clock: string; cycle: string; step?: number; at: number }; received_at: Date }>(
    `select id, data, received_at from event_log
     where workspace_id = $1 and stream = $2 and type in ('sla.warned', 'sla.breached') and source = $3 order by at, position`,
    [workspaceId, `ticket/${ticket}`, APPLICATION],
  );
  return new Map(
    rows.map(({ id, data, received_at: madeAt }) => [
      id,
      { metric: data.clock, cycle: data.cycle, step: data.step ?? 'breach', at: iso(data.at / 1000), madeAt: madeAt.toISOString() },
    ]),
  );
}

function explained(clock: WholeClock, ticket: HeardTicket, names: Names, calendarName: string, made: ReadonlyMap<string, Told>) {
  const end = clock.stop ?? clock.asOf;
  const shares = sharesOf(clock.phases, end, handsOf(ticket));
  const counted = shares.reduce((sum, share) => sum + share.counted, 0);
  const paused = clock.pauses.reduce((sum, [from, to]) => sum + to - from, 0);
  const breachesAt = clock.breachAt ?? clock.wouldBreachAt;
  const named = (one: { holder: string; id: string | null } | null) => one && { ...one, name: holderName(one, ticket, names) };
  return {
    metric: clock.metric,
    ordinal: clock.ordinal,
    cycle: clock.cycle,
    policy: clock.policy,
    calendar: { ...clock.calendar, name: calendarName },
    priority: clock.priority,
    tier: clock.tier === '' ? null : clock.tier,
    state: clock.state,
    isRunning: clock.isRunning,
    startedAt: iso(clock.start),
    countsFrom: isoOrNull(clock.countsFrom),
    stoppedAt: isoOrNull(clock.stop),
    targetSeconds: clock.target,
    elapsedSeconds: clock.elapsed,
    remainingSeconds: clock.stop === null && clock.target !== null ? clock.target - clock.elapsed : null,
    dueAt: isoOrNull(clock.due),
    breachAt: isoOrNull(clock.breachAt),
    breachesAt: isoOrNull(breachesAt),
    isOpenNow: clock.phases.at(-1)!.calendar.isOpen(clock.asOf),
    steps: clock.announcements.map(({ step, at }) => ({
      step,
      at: iso(at),
      madeAt: made.get(announcementId(ticket.id, clock, { step, at }))?.madeAt ?? null,
    })),
    stretches: stretchesOf(clock, end, breachesAt),
    pauses: clock.pauses.map(([from, to]) => ({ from: iso(from), to: iso(to), why: whyPaused(ticket, from) })),
    shares: shares.map(({ counted: own, paused: still, ...one }) => ({ ...named(one)!, countedSeconds: own, pausedSeconds: still })),
    countedSeconds: counted,
    pausedSeconds: paused,
    outsideSeconds: Math.max(0, end - clock.start - clock.elapsed - paused),
    chargedTo: named(clock.chargedTo),
    heldAtBreach: named(clock.heldAtBreach),
  };
}

/** The open stretches in which it ran, and of one that runs also those still to come until its breach. */
function stretchesOf({ phases, isRunning }: WholeClock, end: number, breachesAt: number | null) {
  const until = isRunning && breachesAt !== null ? Math.max(end, breachesAt) : end;
  return phases
    .flatMap(({ from, running, calendar }, index) => (running ? calendar.openIn(from, phases[index + 1]?.from ?? until) : []))
    .slice(0, MOST_STRETCHES)
    .map(([from, to]) => ({ from: iso(from), to: iso(to) }));
}

/** The status it stood still in, or the customer's wish, with the reason somebody gave. */
function whyPaused({ segments, pauses, clockLog }: HeardTicket, at: number): { status: string; reason: string | null } {
  const asked = pauses.find((pause) => Math.floor(pause.from / 1000) <= at && (pause.to === null || pause.to / 1000 > at));
  if (asked) return { status: 'requested', reason: asked.reason };
  const segment = segments.findLast(({ from }) => Math.floor(from / 1000) <= at);
  const entry = clockLog.findLast((one) => one.at <= at && one.to?.status !== undefined);
  return { status: segment?.status ?? 'pending', reason: entry?.to?.statusReason ?? null };
}

function holderName({ holder, id }: { holder: string; id: string | null }, { now }: TicketState, names: Names): string {
  switch (holder) {
    case 'agent':
    case 'team':
      return names.of(holder, id)?.name ?? 'Unknown';
    case 'customer':
      return names.of('customer', now.requester)?.name ?? 'Customer';
    case 'third_party':
      return 'A third party';
    default:
      return 'Nobody';
  }
}

const iso = (seconds: number) => new Date(seconds * 1000).toISOString();
const isoOrNull = (seconds: number | null) => (seconds === null ? null : iso(seconds));
