/** The automations of a workspace: made, changed, put in order and switched on, each change a version; what they did; and what one would have done. */
import { randomUUID } from 'node:crypto';
import { type AutomationSpec, automationSentence, automationSpec, TEMPLATES } from '@watchdesk/domain/automation';
import { type Sight, sightSql } from '../accounts/index.ts';
import { appendAudit, type Deed, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { invalid, refuseOvertaken, Refusal } from '../errors.ts';
import { inTransaction, ring } from '../store/postgres/index.ts';
import { dryRun } from './dry-run.ts';
import {
  addAutomation,
  addVersion,
  type AutomationRecord,
  automationsOf,
  lockAutomations,
  markRemoved,
  putInOrder,
  type Queryable,
  versionsOf,
} from './records.ts';
import { namesIn } from './names.ts';
import { type RunQuestion, runsOf } from './run-log.ts';
import { agentsFound, runView } from './run-views.ts';
import { createTrials } from '../trials.ts';
import { createRunner, type RunnerParts } from './runner.ts';
import { refuseUnknownCalendars, unassignable, unknownIn } from './unknown.ts';

export type { Post } from './told.ts';
export type { RunnerParts } from './runner.ts';
export type Automations = ReturnType<typeof createAutomations>;

/** Who changes something. */
export interface Saver {
  readonly workspaceId: string;
  readonly who: Who;
  /** Under which a version is kept. */
  readonly name: string;
}

export interface Tried {
  /** Of the automation that the draft is of: what it did itself it would not answer. */
  readonly id?: string | undefined;
  readonly days: number;
  readonly ticket?: string | undefined;
  /** Also where its conditions were not met. */
  readonly also?: boolean | undefined;
}

const MOST = 100;

export function createAutomations(parts: RunnerParts) {
  const { postgres, clock } = parts;
  const { pool } = postgres;
  const runner = createRunner(parts);
  const trials = createTrials();

  const changing = async <T>(saver: Saver, work: (client: Queryable, all: AutomationRecord[]) => Promise<T>): Promise<T> =>
    inTransaction(pool, async (client) => {
      await lockAutomations(client, saver.workspaceId);
      const done = await work(client, await automationsOf(client, saver.workspaceId));
      await ring(client, 'automations', saver.workspaceId);
      return done;
    });

  const tell = (client: Queryable, { workspaceId, who }: Saver, deed: Deed) =>
    appendAudit(client as Parameters<typeof appendAudit>[0], { workspaceId, who, now: clock.now() }, deed);

  async function save(saver: Saver, id: string, spec: AutomationSpec, base: number | undefined): Promise<void> {
    await refuseUnknownCalendars(pool, saver.workspaceId, spec);
    await changing(saver, async (client, all) => {
      const before = found(all, id);
      refuseOvertaken(before.version, base);
      await addVersion(client, saver.workspaceId, id, versionOf(before.version + 1, spec, saver, clock));
      await tell(client, saver, { action: 'automation.saved', subject: subjectOf(id, spec), before: before.spec, after: spec });
    });
  }

  async function viewsOf(workspaceId: string, all: readonly AutomationRecord[]) {
    const nameOf = await namesIn(
      pool,
      workspaceId,
      all.map(({ spec }) => spec),
    );
    const counts = await countsOf(pool, workspaceId, clock.now());
    return all.map(({ createdAt, savedAt, enabledAt, lookedUntil: _, ...one }, index) => ({
      ...one,
      place: index + 1,
      sentence: automationSentence(one.spec, nameOf),
      createdAt: createdAt.toISOString(),
      savedAt: savedAt.toISOString(),
      enabledAt: enabledAt?.toISOString() ?? null,
      runsOfDay: counts.get(one.id)?.day ?? 0,
      runsOfWeek: counts.get(one.id)?.week ?? 0,
      stoppedOfWeek: counts.get(one.id)?.stopped ?? 0,
      lastRunAt: counts.get(one.id)?.last?.toISOString() ?? null,
    }));
  }

  async function get(workspaceId: string, id: string) {
    const all = await automationsOf(pool, workspaceId);
    found(all, id);
    return (await viewsOf(workspaceId, all)).find((one) => one.id === id)!;
  }

  return {
    get,
    list: async (workspaceId: string) => ({ automations: await viewsOf(workspaceId, await automationsOf(pool, workspaceId)) }),

    async create(saver: Saver, spec: AutomationSpec) {
      await refuseUnknownCalendars(pool, saver.workspaceId, spec);
      const id = randomUUID();
      await changing(saver, async (client, all) => {
        if (all.length >= MOST) throw new Refusal('not_possible', `There are ${MOST} automations; remove one first.`);
        await addAutomation(client, saver.workspaceId, id, new Date(clock.now()));
        await addVersion(client, saver.workspaceId, id, versionOf(1, spec, saver, clock));
        await tell(client, saver, { action: 'automation.saved', subject: subjectOf(id, spec), after: spec });
      });
      return get(saver.workspaceId, id);
    },

    async save(saver: Saver, id: string, spec: AutomationSpec, base: number | undefined) {
      await save(saver, id, spec, base);
      return get(saver.workspaceId, id);
    },

    /** On or off, as a version like any other. */
    async enable(saver: Saver, id: string, enabled: boolean) {
      const { spec, version } = found(await automationsOf(pool, saver.workspaceId), id);
      if (spec.enabled !== enabled) await save(saver, id, { ...spec, enabled }, version);
      return get(saver.workspaceId, id);
    },

    /** All of them, in the order in which they are to look. */
    async order(saver: Saver, ids: readonly string[]) {
      await changing(saver, async (client, all) => {
        const known = new Set(all.map(({ id }) => id));
        if (ids.length !== known.size || new Set(ids).size !== ids.length || ids.some((id) => !known.has(id)))
          throw invalid('ids', 'must be the ids of all automations, each once');
        await putInOrder(client, saver.workspaceId, ids);
        const subject = { kind: 'automation', id: 'order', name: null } as const;
        await tell(client, saver, { action: 'automation.ordered', subject, before: all.map(({ id }) => id), after: ids });
      });
      return { automations: await viewsOf(saver.workspaceId, await automationsOf(pool, saver.workspaceId)) };
    },

    async remove(saver: Saver, id: string): Promise<void> {
      await changing(saver, async (client, all) => {
        const { spec } = found(all, id);
        await markRemoved(client, saver.workspaceId, id, new Date(clock.now()));
        await tell(client, saver, { action: 'automation.removed', subject: subjectOf(id, spec), before: spec });
      });
    },

    async versions(workspaceId: string, id: string) {
      found(await automationsOf(pool, workspaceId), id);
      const versions = await versionsOf(pool, workspaceId, id);
      return {
        versions: versions.map(({ savedAt, ...one }) => ({
          ...one,
          savedAt: savedAt.toISOString(),
          sentence: automationSentence(one.spec),
        })),
      };
    },

    /** Each with what a workspace that takes it as it is would have. */
    templates: () => ({
      templates: TEMPLATES.map(({ id, group, spec, asks }) => {
        const parsed = automationSpec.parse({ ...spec, template: id });
        return { id, group, spec: parsed, asks: [...asks], sentence: automationSentence(parsed) };
      }),
    }),

    /** In plain words, before it is kept, and what it names that is not known. */
    async sentence(workspaceId: string, spec: AutomationSpec) {
      const nameOf = await namesIn(pool, workspaceId, [spec]);
      const unknown = [
        ...(await unknownIn(pool, workspaceId, spec)),
        ...(await unassignable(pool, workspaceId, spec, { onCall: parts.onCall, now: clock.now() })),
      ];
      return { sentence: automationSentence(spec, nameOf), unknown };
    },

    /** One of each person at a time; `gone`: nobody waits for it any more. */
    async dryRun(
      workspaceId: string,
      sight: Sight,
      spec: AutomationSpec,
      { id = 'dry-run', ...asked }: Tried,
      by: { readonly person: string; readonly gone?: AbortSignal },
    ) {
      await refuseUnknownCalendars(pool, workspaceId, spec);
      const automation = { id, version: 1, spec: { ...spec, enabled: true } };
      const question = { ...asked, sight: sightSql(sight, 3) };
      const { from, to, runs, ...rest } = await trials.of(`${workspaceId} ${by.person}`, by.gone, (signal) =>
        dryRun(parts, workspaceId, automation, question, signal),
      );
      const decisions = runs.map(({ decision }) => decision);
      const nameOf = await namesIn(pool, workspaceId, [spec], agentsFound(decisions));
      return {
        ...rest,
        from: iso(from),
        to: iso(to),
        runs: runs.map(({ ticket, at, decision }) => ({ ticket, at: iso(at), ...runView(decision, decision.wait, spec, nameOf) })),
      };
    },

    runs: (workspaceId: string, sight: Sight, question: RunQuestion) => runsOf(postgres, workspaceId, sight, question),

    start: runner.start,
    stop: runner.stop,
    turn: runner.turn,
  };
}

const iso = (at: number): string => new Date(at).toISOString();

function found(all: readonly AutomationRecord[], id: string): AutomationRecord {
  const automation = all.find((one) => one.id === id);
  if (!automation) throw new Refusal('not_found', `There is no automation ${JSON.stringify(id)}.`);
  return automation;
}

const subjectOf = (id: string, { name }: AutomationSpec) => ({ kind: 'automation', id, name }) as const;
const versionOf = (version: number, spec: AutomationSpec, { name }: Saver, clock: Clock) => ({
  version,
  spec,
  savedAt: new Date(clock.now()),
  savedBy: name,
});

interface Counted {
  readonly day: number;
  readonly week: number;
  readonly stopped: number;
  readonly last: Date | null;
}

const DAY_MS = 86_400_000;

/** How often each ran lately, how often it was kept from it, and when it ran last. */
async function countsOf(queryable: Queryable, workspaceId: string, now: number): Promise<Map<string, Counted>> {
  const { rows } = await queryable.query<Counted & { id: string }>(
    `select automation as id, count(*) filter (where outcome <> 'stopped' and at > $2)::int as day,
       count(*) filter (where outcome <> 'stopped' and at > $3)::int as week,
       count(*) filter (where outcome = 'stopped' and at > $3)::int as stopped, max(at) filter (where outcome <> 'stopped') as last
     from automation_run where workspace_id = $1 and outcome in ('ran', 'waits', 'stopped') group by automation`,
    [workspaceId, new Date(now - DAY_MS), new Date(now - 7 * DAY_MS)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
