/**
 * What belongs to promising anything to customers, step by step: looked at, set up, brought to people. What can be seen
 * from the workspace is done when it is there; the rest somebody ticks.
 */
import type { CalendarSpec } from '@watchdesk/domain/calendar';
import { policySpec, type PolicySpec } from '@watchdesk/domain/sla';
import type { Clock } from '../clock.ts';
import { readVersions } from '../rules/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { inForce, type Saver } from './versions.ts';

export const PHASES = ['design', 'configuration', 'launch'] as const;
export type Phase = (typeof PHASES)[number];

/** In their order, after the handbook's list. */
const STEPS_OF = {
  design: ['history', 'present_times', 'targets', 'priorities', 'hours', 'tiers'],
  configuration: ['policies', 'pauses', 'escalation', 'notification', 'reporting'],
  launch: ['training', 'customers', 'first_weeks', 'adjustment', 'recognition'],
} as const satisfies Record<Phase, readonly string[]>;

export const SETUP_STEPS = PHASES.flatMap((phase) => [...STEPS_OF[phase]]);
export type SetupStep = (typeof STEPS_OF)[Phase][number];

/** What of a step is there: how many of something, or which by name. */
interface Evidence {
  readonly count: number | null;
  readonly names: readonly string[];
}

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
}

const DAY_MS = 86_400_000;
const HISTORY_DAYS = 90;
const RECENT_DAYS = 28;
/** Counting on would only take longer. */
const MOST_COUNTED = 100_000;

export async function setup(parts: Parts, workspaceId: string) {
  const { pool } = parts.postgres;
  const [evidence, ticks] = await Promise.all([
    evidenceOf(parts, workspaceId),
    pool.query<{ step: SetupStep; at: Date; by: string }>(
      'select step, ticked_at as at, ticked_by as by from sla_setup where workspace_id = $1',
      [workspaceId],
    ),
  ]);
  return {
    steps: PHASES.flatMap((phase) =>
      STEPS_OF[phase].map((step: SetupStep) => {
        const ticked = ticks.rows.find((one) => one.step === step);
        const { count, names } = evidence[step] ?? NOTHING;
        const isFound = (count ?? 0) > 0 || names.length > 0;
        return {
          step,
          phase,
          isDone: isFound || ticked !== undefined,
          isFound,
          count,
          names: [...names],
          ticked: ticked ? { at: ticked.at.toISOString(), by: ticked.by } : null,
        };
      }),
    ),
  };
}

/** Somebody says that a step is done, or that it is not. Doing it again changes nothing. */
export async function tick({ postgres: { pool } }: Parts, { workspaceId, who, now }: Saver, step: SetupStep, isDone: boolean) {
  if (isDone)
    await pool.query('insert into sla_setup (workspace_id, step, ticked_at, ticked_by) values ($1, $2, $3, $4) on conflict do nothing', [
      workspaceId,
      step,
      new Date(now),
      who.name,
    ]);
  else await pool.query('delete from sla_setup where workspace_id = $1 and step = $2', [workspaceId, step]);
}

const NOTHING: Evidence = { count: null, names: [] };
const counted = (count: number): Evidence => ({ count, names: [] });
const named = (names: readonly string[]): Evidence => ({ count: null, names });

async function evidenceOf(parts: Parts, workspaceId: string): Promise<Partial<Record<SetupStep, Evidence>>> {
  const { pool } = parts.postgres;
  const now = parts.clock.now();
  const [policyVersions, calendarVersions, created, resolved] = await Promise.all([
    readVersions(pool, workspaceId, 'policy'),
    readVersions(pool, workspaceId, 'calendar'),
    countTickets(parts, workspaceId, 'created', HISTORY_DAYS),
    countTickets(parts, workspaceId, 'resolved', RECENT_DAYS),
  ]);
  const policies = inForce(policyVersions, now).flatMap(({ id, spec }) => (spec === null ? [] : [{ id, spec: policySpec.parse(spec) }]));
  const calendars = inForce(calendarVersions, now).flatMap(({ id, name, spec }) => (spec === null ? [] : [{ id, name, spec }]));
  const which = (holds: (spec: PolicySpec) => boolean) => named(policies.filter(({ spec }) => holds(spec)).map(({ spec }) => spec.name));
  const used = new Set(policies.flatMap(({ spec }) => [spec.calendar.default, ...Object.values(spec.calendar.byPriority)]));
  return {
    history: counted(created),
    present_times: counted(resolved),
    hours: named(calendars.filter(({ id, spec }) => used.has(id) && knowsHolidays(spec, now)).map(({ name }) => name)),
    tiers: which(({ tiers, cells }) => Object.keys(tiers).length > 0 || Object.values(cells).some((own) => Object.keys(own).length > 0)),
    policies: which(({ family }) => family === 'service'),
    pauses: named([...new Set(policies.flatMap(({ spec }) => spec.clocks.filter(hasPause).map(({ metric }) => metric)))]),
    escalation: which(({ ladder }) => ladder.some(({ at, tell }) => at >= 100 && tell.length > 0)),
    notification: which(({ ladder }) => ladder.some(({ at, tell }) => at < 100 && tell.some((who) => who !== 'queue'))),
    reporting: counted(resolved),
    adjustment: named(policies.filter(({ id }) => isRevised(policyVersions, id)).map(({ spec }) => spec.name)),
  };
}

/** Named in the year to come; the days of a calendar that nobody kept up say nothing. */
const knowsHolidays = ({ holidays = [], overrides = {} }: Partial<CalendarSpec>, now: number): boolean => {
  const today = new Date(now).toISOString().slice(0, 10);
  return [...holidays, ...Object.keys(overrides)].some((date) => date >= today);
};

const hasPause = ({ pause }: PolicySpec['clocks'][number]): boolean =>
  pause.statuses.length > 0 || pause.statusesWithReason.length > 0 || pause.onRequest || pause.afterFollowUps !== null;

const isRevised = (versions: readonly { id: string; spec: unknown }[], id: string): boolean =>
  versions.filter((one) => one.id === id && one.spec !== null).length > 1;

/** Tickets created, or resolved, since so many days. */
async function countTickets({ postgres: { pool }, clock }: Parts, workspaceId: string, what: 'created' | 'resolved', days: number) {
  const { rows } = await pool.query<{ count: string }>(
    `select count(*) from (select from ticket where workspace_id = $1 and not hidden and ${what}_at >= $2 limit ${MOST_COUNTED}) found`,
    [workspaceId, new Date(clock.now() - days * DAY_MS)],
  );
  return Number(rows[0]!.count);
}
