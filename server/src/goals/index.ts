/**
 * The goals of a workspace: proposed, measured against their way, changed, closed and opened again, every time as a version.
 * Each is seen by whoever may see its numbers (whose.ts), and its numbers are asked within the viewer's scope.
 */
import { randomUUID } from 'node:crypto';
import { filtersOf, type GoalDraft, type GoalSpec, type Outcome, targetFault } from '@watchdesk/domain/goal';
import type { ViewScope } from '../accounts/index.ts';
import { appendAudit, type Deed, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { namesOf } from '../directory/index.ts';
import { invalid, refuseOvertaken, Refusal } from '../errors.ts';
import { type MetricQuery, type Metrics, zoneOfWorkspace } from '../metrics/index.ts';
import { tellFactsChanged } from '../store/analytics/index.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { type Asking, baselineWindow, courseOf, dayOf, measure, pathOf, presentWindow, progressIn, type Span } from './progress.ts';
import { baselineOf, checkedMetric } from './proposal.ts';
import {
  addGoal,
  addVersion,
  countOpen,
  type GoalRecord,
  goalOf,
  goalsOf,
  lockGoal,
  markDeleted,
  type Version,
  versionsOf,
} from './records.ts';
import { isChangedBy, isSeenBy, refuseNobody, type TeamsOf, teamsOf } from './whose.ts';

/** Who looks. */
export interface Looker {
  readonly workspaceId: string;
  readonly scope: ViewScope;
  /** Whether the viewer may change what holds for everybody. */
  readonly writesRules: boolean;
  /** Under which changes are kept. */
  readonly name: string;
  readonly signal?: AbortSignal;
}

/** Who changes something, as the audit log tells of them. */
export interface Reader extends Looker {
  readonly who: Who;
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

  const askingAs = async ({ workspaceId, scope, signal }: Looker): Promise<Asking> => ({
    metrics,
    asker: { workspaceId, scope, ...(signal && { signal }) },
    timeZone: await zoneOfWorkspace(postgres, workspaceId),
    now: clock.now(),
  });

  /** Of others it is not there. */
  async function seen(reader: Looker, id: string, queryable: Queryable = pool): Promise<{ goal: GoalRecord; teams: TeamsOf }> {
    const goal = await goalOf(queryable, reader.workspaceId, id);
    const teams = await teamsOf(queryable, reader.workspaceId, goal ? [goal.spec.whose] : []);
    const told = goal && isSeenBy(reader.scope, goal.spec.whose, teams) ? await toldTo(reader, goal) : null;
    if (!told) throw new Refusal('not_found', `There is no goal ${JSON.stringify(id)}.`);
    return { goal: told, teams };
  }

  /**
   * A version as the viewer may know it: what was measured when it was saved, by somebody who may see more, is not told to whom the same number
   * is withheld. A way that begins with such a number would tell it at every step, so that they have no such goal.
   */
  async function toldTo<V extends Told>(reader: Looker, version: V): Promise<V | null> {
    if (reader.scope.rows.to === 'all') return version;
    const asking = await askingAs(reader);
    const { spec, measured, savedAt } = version;
    const isWithheld = async (window: Span) => (await measure(asking, spec, window)).withheld;
    if (spec.baseline.from === 'facts' && (await isWithheld(baselineWindow(spec, asking.timeZone)))) return null;
    if (measured === null) return version;
    const closing = presentWindow(spec, pathOf(spec, asking.timeZone), { ...asking, now: savedAt.getTime() });
    return (await isWithheld(closing)) ? { ...version, measured: null } : version;
  }

  /** Does `work` on a goal while nobody else can, and gives it as it is then. */
  async function changing(reader: Reader, id: string, work: (client: Client, goal: GoalRecord) => Promise<void>) {
    await inTransaction(pool, async (client) => {
      await lockGoal(client, reader.workspaceId, id);
      const { goal, teams } = await seen(reader, id, client);
      if (!isChangedBy(reader.scope, reader.writesRules, goal.spec.whose, teams)) throw notYours();
      await work(client, goal);
      await tellFactsChanged(client, [reader.workspaceId]);
    });
  }

  /** Adds a version, and says in the audit log what the goal was before and is by it. */
  async function keep(client: Client, reader: Reader, id: string, before: Version | null, version: Version): Promise<void> {
    await addVersion(client, reader.workspaceId, id, version);
    await note(client, reader, { action: 'goal.saved', subject: subjectOf(id), before: before && heldIn(before), after: heldIn(version) });
  }

  const note = (client: Client, { workspaceId, who }: Reader, deed: Deed) =>
    appendAudit(client, { workspaceId, who, now: clock.now() }, deed);

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

  async function viewsOf(reader: Looker, goals: readonly GoalRecord[], teams: TeamsOf) {
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

  async function get(reader: Looker, id: string) {
    const asOf = iso(clock.now());
    const { goal, teams } = await seen(reader, id);
    const [[view], course] = await Promise.all([
      viewsOf(reader, [goal], teams),
      askingAs(reader).then((asking) => courseOf(asking, goal.spec)),
    ]);
    return { asOf, ...view!, course: { ...course, points: course.points.map(({ at, ...point }) => ({ at: iso(at), ...point })) } };
  }

  return {
    get,

    /** Those that end soonest first, then the closed ones. */
    async list(reader: Looker) {
      const all = await goalsOf(pool, reader.workspaceId);
      const teams = await teamsOf(
        pool,
        reader.workspaceId,
        all.map(({ spec }) => spec.whose),
      );
      const theirs = all.filter(({ spec }) => isSeenBy(reader.scope, spec.whose, teams));
      const told = await inTurns(theirs, (goal) => toldTo(reader, goal));
      const asOf = iso(clock.now());
      const goals = await viewsOf(
        reader,
        told.filter((goal) => goal !== null),
        teams,
      );
      return { asOf, goals };
    },

    async create(reader: Reader, draft: GoalDraft) {
      const spec = await settled(reader, draft);
      const id = randomUUID();
      const at = new Date(clock.now());
      await inTransaction(pool, async (client) => {
        if ((await countOpen(client, reader.workspaceId)) >= MOST_OPEN)
          throw new Refusal('not_possible', `There are ${MOST_OPEN} open goals; close one first.`);
        await addGoal(client, reader.workspaceId, id, at);
        await keep(client, reader, id, null, openVersion(1, spec, at, reader));
        await tellFactsChanged(client, [reader.workspaceId]);
      });
      return get(reader, id);
    },

    async save(reader: Reader, id: string, draft: GoalDraft, base: number | undefined) {
      const { goal: before } = await seen(reader, id);
      const spec = await settled(reader, draft, before.spec);
      await changing(reader, id, async (client, current) => {
        const { version, outcome } = current;
        refuseOvertaken(version, base);
        if (outcome !== null) throw new Refusal('not_possible', 'A closed goal is not changed; open it again first.');
        await keep(client, reader, id, current, openVersion(version + 1, spec, new Date(clock.now()), reader));
      });
      return get(reader, id);
    },

    /** With what is measured at this moment, as the one who closes it sees it. */
    async close(reader: Reader, id: string, outcome: Outcome) {
      const { goal } = await seen(reader, id);
      const asking = await askingAs(reader);
      const window = presentWindow(goal.spec, pathOf(goal.spec, asking.timeZone), asking);
      const { value } = await measure(asking, goal.spec, window);
      await changing(reader, id, async (client, current) => {
        const { version, spec, outcome: already } = current;
        if (already !== null) throw new Refusal('not_possible', 'This goal is closed already.');
        const closed = { ...openVersion(version + 1, spec, new Date(clock.now()), reader), outcome, measured: value };
        await keep(client, reader, id, current, closed);
      });
      return get(reader, id);
    },

    async reopen(reader: Reader, id: string) {
      await changing(reader, id, async (client, current) => {
        const { version, spec, outcome } = current;
        if (outcome === null) throw new Refusal('not_possible', 'This goal is open.');
        await keep(client, reader, id, current, openVersion(version + 1, spec, new Date(clock.now()), reader));
      });
      return get(reader, id);
    },

    /** For good: what ended is closed instead. */
    delete: (reader: Reader, id: string) =>
      changing(reader, id, async (client, current) => {
        await markDeleted(client, reader.workspaceId, id, new Date(clock.now()));
        await note(client, reader, { action: 'goal.deleted', subject: subjectOf(id), before: heldIn(current) });
      }),

    async versions(reader: Looker, id: string) {
      await seen(reader, id);
      const versions = await versionsOf(pool, reader.workspaceId, id);
      const teams = await teamsOf(
        pool,
        reader.workspaceId,
        versions.map(({ spec }) => spec.whose),
      );
      const theirs = versions.filter(({ spec }) => isSeenBy(reader.scope, spec.whose, teams));
      const told = await inTurns(theirs, (version) => toldTo(reader, version));
      return told.flatMap((version) => (version === null ? [] : [{ ...version, savedAt: version.savedAt.toISOString() }]));
    },
  };
}

type Told = Pick<GoalRecord, 'spec' | 'measured' | 'savedAt'>;
type Client = Parameters<Parameters<typeof inTransaction>[1]>[0];
type Queryable = Pick<Postgres['pool'], 'query'>;

const iso = (at: number): string => new Date(at).toISOString();
const subjectOf = (id: string) => ({ kind: 'goal', id, name: null }) as const;
const heldIn = ({ spec, outcome, measured }: Version) => ({ ...spec, outcome, measured });
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

/** Some at once, in their order. */
async function inTurns<One, Done>(all: readonly One[], work: (one: One) => Promise<Done>): Promise<Done[]> {
  const done: Done[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) done.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(work))));
  return done;
}
