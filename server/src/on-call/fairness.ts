/** How on-call was shared in a stretch that is over: the shifts as they were, and the pages of the delivery log, which keeps them for ninety days. */
import {
  fairnessOf,
  LEAST_PAGES,
  LEAST_PERIOD,
  type OnCallPerson,
  type Shared,
  sharedOf,
  shiftsBetween,
  type Told,
} from '@watchdesk/domain/on-call';
import type { ViewScope } from '../accounts/index.ts';
import { invalid, Refusal } from '../errors.ts';
import type { OnCallParts } from './parts.ts';
import { holidaysOf, isoOf, type Plan, plansOf, secondsOf } from './plans.ts';
import type { Queryable } from './records.ts';
import type { Roster } from './roster.ts';
import { named } from './schedules.ts';

export interface FairnessQuestion {
  /** Milliseconds since 1970; `to` at the latest now. */
  readonly from: number;
  readonly to: number;
  /** Of all where left out. */
  readonly schedule?: string | undefined;
}

interface Asker {
  readonly workspaceId: string;
  readonly scope: ViewScope;
  readonly self: readonly string[];
}

const DAY_MS = 86_400_000;
/** As long as notices are kept. */
const MOST_DAYS = 92;

export function createFairness({ postgres: { pool }, rosterFor }: OnCallParts) {
  return async ({ workspaceId, scope, self }: Asker, { schedule, ...within }: FairnessQuestion) => {
    if (within.to <= within.from) throw invalid('from', 'must lie before to, and in the past');
    if (within.to - within.from > MOST_DAYS * DAY_MS) throw invalid('from', `must be at most ${MOST_DAYS} days before to`);
    const plans = await plansOf(pool, workspaceId, schedule === undefined ? undefined : [schedule]);
    if (schedule !== undefined && plans.length === 0) throw new Refusal('not_found', `There is no schedule ${JSON.stringify(schedule)}.`);
    const roster = await rosterFor(workspaceId);
    const period = { from: secondsOf(within.from), to: secondsOf(within.to) };
    const whose = (person: string) => roster.of(person)?.id ?? person;
    const lines = plans.map(({ history }) => shiftsBetween(history, period.from, period.to));
    const shifts = lines.flat().map((one) => ({ ...one, person: one.person && whose(one.person) }));
    const people = await peopleIn(
      workspaceId,
      plans,
      lines.flat().flatMap(({ person }) => person ?? []),
      roster,
    );
    const pages = await pagesIn(
      pool,
      workspaceId,
      within,
      plans.map(({ id }) => id),
    );
    const shared = sharedIn(plans, period, whose);
    const shares = fairnessOf(
      people,
      shifts,
      shared,
      pages.map((page) => ({ ...page, person: whose(page.person) })),
      period,
    );
    const told = shares.filter(({ person }) => maySee(scope, self, roster, person));
    return {
      from: isoOf(period.from),
      to: isoOf(period.to),
      people: told.map(({ person, ...share }) => ({ person: named(roster, person), ...share, hints: [...share.hints] })),
      withheld: shares.length - told.length,
      leastDays: LEAST_PERIOD / 86_400,
      leastPages: LEAST_PAGES,
    };
  };

  /** Everybody who was planned with, and whoever was on call. */
  async function peopleIn(workspaceId: string, plans: readonly Plan[], held: readonly string[], roster: Roster): Promise<OnCallPerson[]> {
    const found = new Map<string, OnCallPerson>();
    for (const { latest, history } of plans) {
      const holidays = await holidaysOf(pool, workspaceId, latest.spec);
      const planned = history.versions.flatMap(({ spec }) => spec.layers.flatMap(({ people }) => people));
      const own = new Set([...latest.spec.layers.flatMap(({ people }) => people), ...planned.filter((one) => held.includes(one))]);
      const agreed = history.overrides.map(({ person }) => person).filter((one) => held.includes(one));
      for (const person of new Set([...own, ...agreed])) {
        const member = roster.of(person);
        const id = member?.id ?? person;
        const before = found.get(id);
        found.set(id, {
          id,
          zone: before?.zone ?? member?.zone ?? latest.spec.zone,
          holidays: new Set([...(before?.holidays ?? []), ...holidays]),
        });
      }
    }
    return [...found.values()];
  }
}

/** What each had of what is shared, of all the schedules together. */
function sharedIn(
  plans: readonly Plan[],
  { from, to }: { from: number; to: number },
  whose: (person: string) => string,
): Map<string, Shared> {
  const all = new Map<string, Shared>();
  for (const { history } of plans)
    for (const [person, { had, even }] of sharedOf(history, from, to)) {
      const before = all.get(whose(person)) ?? { had: 0, even: 0 };
      all.set(whose(person), { had: before.had + had, even: before.even + even });
    }
  return all;
}

/** Of a stretch what each was paged because they were on call, once for each page, with when they themselves acknowledged its alert. */
async function pagesIn(
  queryable: Queryable,
  workspaceId: string,
  { from, to }: { from: number; to: number },
  schedules: readonly string[],
): Promise<Told[]> {
  const { rows } = await queryable.query<{ person: string; at: Date; acknowledgedAt: Date | null }>(
    `select 'person:' || d.recipient as person, min(d.made_at) as at, min(a.at) as "acknowledgedAt"
     from notice_delivery d join notice n on n.workspace_id = d.workspace_id and n.id = d.notice
     left join member m on m.workspace_id = $1 and m.user_id::text = d.recipient
     left join auth_user u on u.id = m.user_id
     left join alert_moment a on a.workspace_id = $1 and a.alert = n.body->>'alertId' and a.kind = 'acknowledged'
       and a.at >= d.made_at and a.actor = u.name
     where d.workspace_id = $1 and d.on_call = any($4) and d.made_at >= $2 and d.made_at < $3
     group by d.notice, d.recipient`,
    [workspaceId, new Date(from), new Date(to), schedules],
  );
  return rows.map(({ person, at, acknowledgedAt }) => ({
    person,
    at: secondsOf(at),
    acknowledgedAt: acknowledgedAt && secondsOf(acknowledgedAt),
  }));
}

/** As single figures of people are seen everywhere: of everybody, of who is of one's teams, or one's own. */
function maySee({ rows }: ViewScope, self: readonly string[], roster: Roster, person: string): boolean {
  if (rows.to === 'all' || self.includes(person)) return true;
  return rows.to === 'teams' && (roster.of(person)?.teams.some((team) => rows.teams.includes(team)) ?? false);
}
