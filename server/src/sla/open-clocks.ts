/** The clocks of tickets in sight that run or stand still now, the ones in most danger first. */
import { type KeptClock, verdictAt } from '@watchdesk/domain/sla';
import type { Priority, Status } from '@watchdesk/domain/event';
import { refuseBlind, type Sight } from '../accounts/index.ts';
import { namesOf } from '../directory/index.ts';
import { closingsOf, readVersions } from '../rules/index.ts';
import { PAGE, type Postgres } from '../store/postgres/index.ts';
import { eachOpenTicket } from './open-tickets.ts';

export const RISKS = ['breached', 'critical', 'at_risk', 'watched', 'calm', 'paused', 'unpromised'] as const;
export type Risk = (typeof RISKS)[number];

export interface OpenClocksQuestion {
  readonly risk?: readonly Risk[] | undefined;
  readonly metric?: readonly string[] | undefined;
  readonly team?: readonly string[] | undefined;
  readonly assignee?: readonly string[] | undefined;
  readonly limit: number;
}

interface Found {
  readonly id: string;
  readonly subject: string | null;
  readonly status: Status;
  readonly priority: Priority;
  readonly team: string | null;
  readonly assignee: string | null;
  readonly requester: string | null;
  readonly organisation: string | null;
}

interface OpenClock {
  readonly id: string;
  readonly clock: KeptClock;
  readonly risk: Risk;
}

export async function openClocks(
  postgres: Postgres,
  workspaceId: string,
  sight: Sight,
  now: number,
  { risk, metric, team, assignee, limit }: OpenClocksQuestion,
) {
  refuseBlind(sight);
  const { pool } = postgres;
  const seconds = Math.floor(now / 1000);
  const counts = Object.fromEntries(RISKS.map((name) => [name, 0])) as Record<Risk, number>;
  const first = createFirst(limit);
  let total = 0;
  await eachOpenTicket(postgres, workspaceId, sight, { team, assignee }, ({ id, clocks }) => {
    for (const clock of clocks) {
      if (metric && !metric.includes(clock.metric)) continue;
      const own = riskOf(clock, seconds);
      // Like a facet, the counts leave their own filter out, so that the other risks stay visible, and keep to all others.
      counts[own] += 1;
      if (risk && !risk.includes(own)) continue;
      total += 1;
      first.add({ id, clock, risk: own });
    }
  });
  const tickets = await ticketsOf(postgres, workspaceId, [...new Set(first.all().map(({ id }) => id))]);
  const shown = first.all().flatMap(({ id, ...one }) => {
    const ticket = tickets.get(id);
    return ticket ? [{ ticket, ...one }] : [];
  });
  const versions = await readVersions(pool, workspaceId, 'policy');
  const policyName = ({ id, version }: KeptClock['policy']) => versions.find((one) => one.id === id && one.version === version)?.name ?? id;
  const closings = await closingsOf(
    pool,
    workspaceId,
    shown.map(({ clock }) => clock),
  );
  const names = await namesOf(
    pool,
    workspaceId,
    shown.flatMap(({ ticket }) => [
      ['team', ticket.team] as const,
      ['agent', ticket.assignee] as const,
      ['customer', ticket.requester] as const,
      ['organisation', ticket.organisation] as const,
    ]),
  );
  return {
    asOf: new Date(now).toISOString(),
    counts,
    total,
    clocks: shown.map(({ ticket, clock, risk: own }) => ({
      ticket: {
        id: ticket.id,
        subject: ticket.subject,
        status: ticket.status,
        priority: ticket.priority,
        team: names.of('team', ticket.team),
        assignee: names.of('agent', ticket.assignee),
        requester: names.of('customer', ticket.requester),
        organisation: names.organisation(ticket.organisation),
      },
      metric: clock.metric,
      risk: own,
      policy: { ...clock.policy, name: policyName(clock.policy) },
      isRunning: clock.isRunning,
      startedAt: iso(clock.start)!,
      targetSeconds: clock.target,
      dueAt: iso(clock.due),
      breachesAt: iso(clock.breachAt ?? clock.wouldBreachAt),
      steps: clock.announcements.flatMap(({ step, at }) => (step === 'breach' ? [] : [{ step, at: iso(at)! }])),
      ...closings(clock),
    })),
  };
}

/** By the ladder: half, four fifths, nine tenths of the target, and the breach. */
function riskOf(clock: KeptClock, at: number): Risk {
  if (clock.target === null) return 'unpromised';
  if (verdictAt(clock, at).breachAt !== null) return 'breached';
  if (!clock.isRunning) return 'paused';
  const reached = clock.announcements.findLast(({ step, at: instant }) => step !== 'breach' && instant <= at)?.step ?? 0;
  if (reached === 'breach' || reached >= 90) return 'critical';
  if (reached >= 80) return 'at_risk';
  return reached >= 50 ? 'watched' : 'calm';
}

/** The first so many in order, whatever order they come in. */
function createFirst(limit: number) {
  let found: OpenClock[] = [];
  const cut = () => (found = found.toSorted(inOrder).slice(0, limit));
  return {
    add(one: OpenClock) {
      found.push(one);
      if (found.length >= limit + PAGE) cut();
    },
    all: cut,
  };
}

/** By the instant of the breach; what stands still after everything that runs. */
const inOrder = (a: OpenClock, b: OpenClock): number =>
  compare(urgency(a.clock), urgency(b.clock)) || compare(a.id, b.id) || compare(a.clock.metric, b.clock.metric);
const urgency = (clock: KeptClock): number => clock.breachAt ?? clock.wouldBreachAt ?? Infinity;
const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

async function ticketsOf({ pool }: Postgres, workspaceId: string, ids: readonly string[]): Promise<Map<string, Found>> {
  const { rows } = await pool.query<Found>(
    `select t.id, t.status, t.priority, t.team, t.assignee, t.requester, t.organisation,
       coalesce(s.fields->>'subject', s.fields->>'to') as subject
     from ticket t left join personal_data s on s.workspace_id = $1 and s.source = t.subject_source and s.event_id = t.subject_event
     where t.workspace_id = $1 and t.id = any($2::text[]) and t.status is not null`,
    [workspaceId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

const iso = (seconds: number | null) => (seconds === null ? null : new Date(seconds * 1000).toISOString());
