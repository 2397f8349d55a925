/** The clocks that run or stand still now, the ones in most danger first. */
import { type KeptClock, verdictAt } from '@watchdesk/domain/sla';
import type { Priority, Status } from '@watchdesk/domain/event';
import { namesOf } from '../directory/index.ts';
import { closingsOf, readVersions } from '../rules/index.ts';
import { isOpen, type PackedClock, unpackClock } from '../store/packed-clocks.ts';
import type { Postgres } from '../store/postgres/index.ts';

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
  readonly clocks: readonly PackedClock[];
}

export async function openClocks(
  { pool }: Postgres,
  workspaceId: string,
  now: number,
  { risk, metric, team, assignee, limit }: OpenClocksQuestion,
) {
  const { rows } = await pool.query<Found>(
    `select t.id, t.status, t.priority, t.team, t.assignee, t.requester, t.organisation, t.clocks,
       coalesce(s.fields->>'subject', s.fields->>'to') as subject
     from ticket t left join personal_data s on s.workspace_id = $1 and s.source = t.subject_source and s.event_id = t.subject_event
     where t.workspace_id = $1 and not t.hidden and t.status in ('new', 'open', 'pending', 'on_hold') and t.clocks is not null
       and ($2::text[] is null or t.team = any($2)) and ($3::text[] is null or t.assignee = any($3))`,
    [workspaceId, team ?? null, assignee ?? null],
  );
  const seconds = Math.floor(now / 1000);
  const open = rows.flatMap(({ clocks, ...ticket }) =>
    clocks
      .filter(isOpen)
      .map(unpackClock)
      .map((clock) => ({ ticket, clock, risk: riskOf(clock, seconds) })),
  );
  // Like a facet, the counts leave their own filter out, so that the other risks stay visible, and keep to all others.
  const counted = metric ? open.filter((one) => metric.includes(one.clock.metric)) : open;
  const counts = Object.fromEntries(RISKS.map((name) => [name, counted.filter((one) => one.risk === name).length])) as Record<Risk, number>;
  const wanted = risk ? counted.filter((one) => risk.includes(one.risk)) : counted;
  const shown = wanted.toSorted((a, b) => urgency(a.clock) - urgency(b.clock)).slice(0, limit);
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
    total: wanted.length,
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
      closings: closings(clock),
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

/** By the instant of the breach; what stands still after everything that runs. */
const urgency = (clock: KeptClock): number => clock.breachAt ?? clock.wouldBreachAt ?? Infinity;

const iso = (seconds: number | null) => (seconds === null ? null : new Date(seconds * 1000).toISOString());
