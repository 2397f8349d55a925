/** How on-call was shared in a stretch that is over: the shifts as they were, and the pages of the delivery log, which keeps them for ninety days. */
import {
  answeredOf,
  fairnessOf,
  LEAST_PAGES,
  LEAST_PERIOD,
  type OnCallPerson,
  RESPOND_MINUTES,
  type Shared,
  sharedOf,
  shiftsBetween,
  type Told,
} from '@watchdesk/domain/on-call';
import type { ViewScope } from '../accounts/index.ts';
import { FEWEST_PEOPLE } from '../metrics/index.ts';
import { invalid, Refusal } from '../errors.ts';
import type { OnCallParts } from './parts.ts';
import { holidaysOf, isoOf, type Plan, plansOf, secondsOf } from './plans.ts';
import type { Queryable } from './records.ts';
import type { Roster } from './roster.ts';
import { named, overrideView } from './schedules.ts';

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
const MOST_AGREED = 100;

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
    const paged = await pagesIn(pool, workspaceId, { ...within, schedules: plans.map(({ id }) => id) }, roster);
    const pages = paged.map((page) => ({ ...page, person: whose(page.person) }));
    const shared = sharedIn(plans, period, whose);
    const shares = fairnessOf(people, shifts, shared, pages, period);
    const sees = (person: string) => maySee(scope, self, roster, person);
    const told = shares.filter(({ person }) => sees(person));
    // Who may not see single people is told nothing of few of them either (ADR 24).
    const hidden = new Set(pages.filter(({ person }) => !sees(person)).map(({ person }) => person)).size;
    const isOfFew = hidden > 0 && hidden < FEWEST_PEOPLE;
    return {
      from: isoOf(period.from),
      to: isoOf(period.to),
      people: told.map(({ person, coveredBy, ...share }) => ({
        person: named(roster, person),
        ...share,
        onHolidays: [...share.onHolidays],
        coveredBy: coveredBy.filter((one) => sees(one.person)).map((one) => ({ person: named(roster, one.person), count: one.count })),
        hints: [...share.hints],
      })),
      together: isOfFew ? null : { pages: pages.length, ...answeredOf(pages, period.to) },
      agreed: plans
        .flatMap(({ latest, overrides }) =>
          overrides
            .filter(({ fromAt, toAt }) => secondsOf(fromAt) < period.to && secondsOf(toAt) > period.from)
            .map((one) => ({ ...overrideView(roster, one), schedule: { id: latest.id, name: latest.spec.name } })),
        )
        .toSorted((a, b) => (a.from < b.from ? 1 : -1))
        .slice(0, MOST_AGREED),
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

/**
 * Of a stretch what each was paged because they were on call, once for each page, with when they themselves acknowledged its alert, and who else did first. Who acknowledges
 * is known by their name.
 */
async function pagesIn(
  queryable: Queryable,
  workspaceId: string,
  { from, to, schedules }: { readonly from: number; readonly to: number; readonly schedules: readonly string[] },
  { all }: Roster,
): Promise<Told[]> {
  const { rows } = await queryable.query<{ person: string; at: Date; respond: number | null; acknowledged: Answer[] }>(
    `select 'person:' || d.recipient as person, d.at, (n.body->>'respondSeconds')::int as respond,
       coalesce((select json_agg(json_build_object('by', a.actor, 'at', a.at) order by a.at) from alert_moment a
         where a.workspace_id = $1 and a.alert = n.body->>'alertId' and a.kind = 'acknowledged' and a.actor is not null and a.at >= d.at), '[]') as acknowledged
     from (select notice, recipient, min(made_at) as at from notice_delivery
       where workspace_id = $1 and on_call = any($4) and made_at >= $2 and made_at < $3 group by notice, recipient) d
     join notice n on n.workspace_id = $1 and n.id = d.notice`,
    [workspaceId, new Date(from), new Date(to), schedules],
  );
  const names = new Map(all.map(({ id, name }) => [id, name]));
  return rows.map(({ person, at, respond, acknowledged }) => {
    const name = names.get(person);
    const own = acknowledged.find(({ by }) => by === name);
    const other = acknowledged.find(({ by }) => by !== name);
    return {
      person,
      at: secondsOf(at),
      acknowledgedAt: own ? secondsOf(Date.parse(own.at)) : null,
      other: other ? { person: all.find((one) => one.name === other.by)?.id ?? other.by, at: secondsOf(Date.parse(other.at)) } : null,
      respondSeconds: respond ?? RESPOND_MINUTES * 60,
    };
  });
}

interface Answer {
  /** A name. */
  readonly by: string;
  readonly at: string;
}

/** As single figures of people are seen everywhere: of everybody, of who is of one's teams, or one's own. */
function maySee({ rows }: ViewScope, self: readonly string[], roster: Roster, person: string): boolean {
  if (rows.to === 'all' || self.includes(person)) return true;
  return rows.to === 'teams' && (roster.of(person)?.teams.some((team) => rows.teams.includes(team)) ?? false);
}
