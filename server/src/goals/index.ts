/**
 * The goals of a workspace: proposed, measured against their way, changed, closed and opened again, every time as a version.
 * Each is seen by whoever may see its numbers (whose.ts), and its numbers are asked within the viewer's scope.
 */
import { randomUUID } from 'node:crypto';
import { draftFault, filtersOf, type GoalDraft, type GoalSpec, type Outcome, targetFault } from '@watchdesk/domain/goal';
import type { Metric } from '@watchdesk/domain/metrics';
import type { ViewScope } from '../accounts/index.ts';
import type { Clock } from '../clock.ts';
import { namesOf } from '../directory/index.ts';
import { invalid, refuseOvertaken, Refusal } from '../errors.ts';
import { type MetricQuery, type Metrics, zoneOfWorkspace } from '../metrics/index.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { type Asking, baselineWindow, courseOf, dayOf, measure, metricIn, pathOf, presentWindow, progressIn } from './progress.ts';
import { addGoal, addVersion, countOpen, type GoalRecord, goalOf, goalsOf, lockGoal, markDeleted, versionsOf } from './records.ts';
import { isChangedBy, isSeenBy, refuseNobody, type TeamsOf, teamsOf } from './whose.ts';

/** Who looks. */
export interface Reader {
  readonly workspaceId: string;
  readonly scope: ViewScope;
  /** Whether the viewer may change what holds for everybody. */
  readonly writesRules: boolean;
  /** Under which changes are kept. */
  readonly name: string;
  readonly signal?: AbortSignal;
}

interface GoalParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly metrics: Pick<Metrics, 'query'>;
  /** The query layer's own check; throws a refusal with the field of the question. */
  readonly checkQuestion: (question: MetricQuery) => unknown;
}

export type Goals = ReturnType<typeof createGoals>;

/** A workspace with more goals than these has none. */
const MOST_OPEN = 100;
/** So many numbers are asked for at once, so that a list leaves room for others. */
const AT_ONCE = 6;

export function createGoals({ postgres, clock, metrics, checkQuestion }: GoalParts) {
  const { pool } = postgres;

  const askingAs = async ({ workspaceId, scope, signal }: Reader): Promise<Asking> => ({
    metrics,
    asker: { workspaceId, scope, ...(signal && { signal }) },
    timeZone: await zoneOfWorkspace(postgres, workspaceId),
    now: clock.now(),
  });

  /** Of others it is not there. */
  async function seen(reader: Reader, id: string, queryable: Queryable = pool): Promise<{ goal: GoalRecord; teams: TeamsOf }> {
    const goal = await goalOf(queryable, reader.workspaceId, id);
    const teams = await teamsOf(queryable, reader.workspaceId, goal ? [goal.spec.whose] : []);
    if (!goal || !isSeenBy(reader.scope, goal.spec.whose, teams)) throw new Refusal('not_found', `There is no goal ${JSON.stringify(id)}.`);
    return { goal, teams };
  }

  /** Does `work` on a goal while nobody else can, and gives it as it is then. */
  async function changing(reader: Reader, id: string, work: (client: Client, goal: GoalRecord) => Promise<void>) {
    await inTransaction(pool, async (client) => {
      await lockGoal(client, reader.workspaceId, id);
      const { goal, teams } = await seen(reader, id, client);
      if (!isChangedBy(reader.scope, reader.writesRules, goal.spec.whose, teams)) throw notYours();
      await work(client, goal);
    });
  }

  /** A proposal, checked, with its baseline: the one before where that is of the same, measured anew otherwise. */
  async function settled(reader: Reader, draft: GoalDraft, before?: GoalSpec): Promise<GoalSpec> {
    const metric = checkedMetric(draft, checkQuestion);
    const asking = await askingAs(reader);
    if (draft.startsOn > dayOf(asking.now, asking.timeZone)) throw invalid('goal.startsOn', 'must not lie in the future');
    await refuseNobody(pool, reader.workspaceId, draft.whose);
    const teams = await teamsOf(pool, reader.workspaceId, [draft.whose]);
    if (!isChangedBy(reader.scope, reader.writesRules, draft.whose, teams)) throw notYours();
    const baseline = await baselineOf(asking, draft, before);
    const fault = targetFault(metric, baseline.value, draft.target);
    if (fault) throw invalid(`goal.${fault.field}`, fault.message);
    return { ...draft, baseline };
  }

  async function viewsOf(reader: Reader, goals: readonly GoalRecord[], teams: TeamsOf) {
    const asking = await askingAs(reader);
    const names = await namesOf(
      pool,
      reader.workspaceId,
      goals.flatMap(({ spec: { whose } }) => (whose.to === 'all' ? [] : [[whose.to, whose.id] as const])),
    );
    return inTurns(goals, async (goal) => {
      const { spec, outcome, measured, savedAt, createdAt, ...saved } = goal;
      const { whose } = spec;
      const path = pathOf(spec, asking.timeZone);
      return {
        ...saved,
        spec,
        filters: filtersOf(spec),
        whoseName: whose.to === 'all' ? null : names.of(whose.to, whose.id).name,
        startsAt: iso(path.startsAt),
        endsAt: iso(path.endsAt),
        timeZone: asking.timeZone,
        direction: path.direction,
        createdAt: createdAt.toISOString(),
        savedAt: savedAt.toISOString(),
        mayChange: isChangedBy(reader.scope, reader.writesRules, whose, teams),
        closed: outcome && { outcome, measured, at: savedAt.toISOString(), by: goal.savedBy },
        standing: outcome === null ? toldOf(await progressIn(asking, spec)) : null,
      };
    });
  }

  async function get(reader: Reader, id: string) {
    const { goal, teams } = await seen(reader, id);
    const [[view], course] = await Promise.all([
      viewsOf(reader, [goal], teams),
      askingAs(reader).then((asking) => courseOf(asking, goal.spec)),
    ]);
    return { ...view!, course: { ...course, points: course.points.map(({ at, ...point }) => ({ at: iso(at), ...point })) } };
  }

  return {
    get,

    /** Those that end soonest first, then the closed ones. */
    async list(reader: Reader) {
      const all = await goalsOf(pool, reader.workspaceId);
      const teams = await teamsOf(
        pool,
        reader.workspaceId,
        all.map(({ spec }) => spec.whose),
      );
      return viewsOf(
        reader,
        all.filter(({ spec }) => isSeenBy(reader.scope, spec.whose, teams)),
        teams,
      );
    },

    async create(reader: Reader, draft: GoalDraft) {
      const spec = await settled(reader, draft);
      const id = randomUUID();
      const at = new Date(clock.now());
      await inTransaction(pool, async (client) => {
        if ((await countOpen(client, reader.workspaceId)) >= MOST_OPEN)
          throw new Refusal('not_possible', `There are ${MOST_OPEN} open goals; close one first.`);
        await addGoal(client, reader.workspaceId, id, at);
        await addVersion(client, reader.workspaceId, id, openVersion(1, spec, at, reader));
      });
      return get(reader, id);
    },

    async save(reader: Reader, id: string, draft: GoalDraft, base: number | undefined) {
      const { goal: before } = await seen(reader, id);
      const spec = await settled(reader, draft, before.spec);
      await changing(reader, id, async (client, { version, outcome }) => {
        refuseOvertaken(version, base);
        if (outcome !== null) throw new Refusal('not_possible', 'A closed goal is not changed; open it again first.');
        await addVersion(client, reader.workspaceId, id, openVersion(version + 1, spec, new Date(clock.now()), reader));
      });
      return get(reader, id);
    },

    /** With what is measured at this moment, as the one who closes it sees it. */
    async close(reader: Reader, id: string, outcome: Outcome) {
      const { goal } = await seen(reader, id);
      const asking = await askingAs(reader);
      const window = presentWindow(goal.spec, pathOf(goal.spec, asking.timeZone), asking);
      const { value } = await measure(asking, goal.spec, window);
      await changing(reader, id, async (client, { version, spec, outcome: already }) => {
        if (already !== null) throw new Refusal('not_possible', 'This goal is closed already.');
        const closed = { ...openVersion(version + 1, spec, new Date(clock.now()), reader), outcome, measured: value };
        await addVersion(client, reader.workspaceId, id, closed);
      });
      return get(reader, id);
    },

    async reopen(reader: Reader, id: string) {
      await changing(reader, id, async (client, { version, spec, outcome }) => {
        if (outcome === null) throw new Refusal('not_possible', 'This goal is open.');
        await addVersion(client, reader.workspaceId, id, openVersion(version + 1, spec, new Date(clock.now()), reader));
      });
      return get(reader, id);
    },

    /** For good: what ended is closed instead. */
    delete: (reader: Reader, id: string) =>
      changing(reader, id, (client) => markDeleted(client, reader.workspaceId, id, new Date(clock.now()))),

    async versions(reader: Reader, id: string) {
      await seen(reader, id);
      const versions = await versionsOf(pool, reader.workspaceId, id);
      return versions.map(({ savedAt, ...one }) => ({ ...one, savedAt: savedAt.toISOString() }));
    },
  };
}

type Client = Parameters<Parameters<typeof inTransaction>[1]>[0];
type Queryable = Pick<Postgres['pool'], 'query'>;

const iso = (at: number): string => new Date(at).toISOString();
const notYours = () =>
  new Refusal('forbidden', 'Goals are changed by managers and administrators, and those of a team and its people by its lead.');

const openVersion = (version: number, spec: GoalSpec, savedAt: Date, { name }: Reader) => ({
  version,
  spec,
  outcome: null,
  measured: null,
  savedAt,
  savedBy: name,
});

const toldOf = ({ from, to, ...standing }: Awaited<ReturnType<typeof progressIn>>) => ({ ...standing, from: iso(from), to: iso(to) });

/** The metric of a proposal, all whose fields it can have. Of a filter that is of the goal itself, its own field is named. */
function checkedMetric(draft: GoalDraft, check: GoalParts['checkQuestion']): Metric {
  const metric = metricIn(draft);
  const fault = draftFault(metric, draft);
  if (fault) throw invalid(`goal.${fault.field}`, fault.message);
  const own = draft.whose.to === 'all' ? 0 : 1;
  try {
    check({ metrics: [draft.metric], filters: filtersOf(draft) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [found] = error.fields;
    const [, place, rest = ''] = /^filters\.(\d+)(.*)$/.exec(found?.field ?? '') ?? [];
    if (!found || place === undefined) throw error;
    throw invalid(Number(place) < own ? 'goal.whose.to' : `goal.filters.${Number(place) - own}${rest}`, found.message);
  }
  return metric;
}

/** Whether the baseline of two is measured from the same. */
function isOfTheSame(one: GoalDraft, other: GoalSpec): boolean {
  const of = ({ metric, whose, filters, startsOn, windowDays }: GoalDraft | GoalSpec) =>
    JSON.stringify([metric, whose.to, whose.to === 'all' ? null : whose.id, filters, startsOn, windowDays]);
  return of(one) === of(other);
}

async function baselineOf(asking: Asking, draft: GoalDraft, before: GoalSpec | undefined): Promise<GoalSpec['baseline']> {
  if (draft.baseline.from === 'typed') return draft.baseline;
  if (before?.baseline.from === 'facts' && isOfTheSame(draft, before)) return before.baseline;
  const { value, n, withheld } = await measure(asking, draft, baselineWindow(draft, asking.timeZone));
  if (value !== null) return { from: 'facts', value, n };
  const why = withheld ? 'what is there is withheld' : `nothing was measured in the ${draft.windowDays} days before ${draft.startsOn}`;
  throw invalid('goal.baseline', `must be typed, with its source: ${why}`);
}

/** Some at once, in their order. */
async function inTurns<One, Done>(all: readonly One[], work: (one: One) => Promise<Done>): Promise<Done[]> {
  const done: Done[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) done.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(work))));
  return done;
}
