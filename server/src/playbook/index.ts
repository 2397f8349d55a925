/**
 * The playbook: what can be done about each kind of issue, as it comes with the program and as the workspace changed it, and
 * for one category which of it the numbers call for.
 */
import { randomUUID } from 'node:crypto';
import {
  type Action,
  ACTIONS,
  callOf,
  ISSUE_TYPES,
  type IssueTypeId,
  issueTypeOf,
  SIGNAL_IDS,
  type SignalId,
  signalMetric,
} from '@watchdesk/domain/playbook';
import { appendAudit, type Deed, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { Refusal } from '../errors.ts';
import type { MetricQuery, Metrics } from '../metrics/index.ts';
import { tellFactsChanged } from '../store/analytics/index.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import {
  type ActionRecord,
  actionsOf,
  categoriesOf,
  type CategoryRecord,
  forgetCategory,
  removeAction,
  saveAction,
  saveCategory,
} from './records.ts';

interface PlaybookParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly metrics: Pick<Metrics, 'query'>;
}

export interface Author {
  readonly workspaceId: string;
  readonly name: string;
  readonly who: Who;
}

/** An issue type, or one category by itself. */
export type Topic = { readonly issueType: IssueTypeId } | { readonly category: string };

export interface ActionDraft {
  readonly action: string;
  readonly signals: readonly SignalId[];
  readonly hidden: boolean;
}

export type AdviceQuestion = Pick<MetricQuery, 'filters' | 'period' | 'timeZone'> & { readonly category: string };

export type Playbook = ReturnType<typeof createPlaybook>;

/** More than these nobody reads. */
const MOST_OWN = 200;

export function createPlaybook({ postgres: { pool }, clock, metrics }: PlaybookParts) {
  /** Does `work`, and tells the audit log of it in the same transaction; those who watch advice hear of it when it is done. */
  const changing = (
    { workspaceId, who }: Author,
    id: string,
    told: Pick<Deed, 'before' | 'after'>,
    work: (client: Client) => Promise<unknown>,
  ) =>
    inTransaction(pool, async (client) => {
      await work(client);
      const subject = { kind: 'playbook', id, name: null } as const;
      await appendAudit(client, { workspaceId, who, now: clock.now() }, { action: 'playbook.saved', subject, ...told });
      await tellFactsChanged(client, [workspaceId]);
    });

  const save = (author: Author, before: Kept | null, one: Omit<ActionRecord, 'savedAt' | 'savedBy'>) =>
    changing(author, one.id, { before: before && keptOf(before), after: keptOf(one) }, (client) =>
      saveAction(client, author.workspaceId, { ...one, savedAt: new Date(clock.now()), savedBy: author.name }),
    );

  async function read(workspaceId: string) {
    const [saved, categories] = await Promise.all([actionsOf(pool, workspaceId), categoriesOf(pool, workspaceId)]);
    return { saved, categories, actions: shownActions(saved) };
  }

  async function list(workspaceId: string) {
    const { actions, categories } = await read(workspaceId);
    const own = [...new Set(actions.flatMap(({ category }) => (category === null ? [] : [category])))];
    return {
      issueTypes: ISSUE_TYPES.map(({ id, label }) => ({ id, label, actions: actions.filter(({ issueType }) => issueType === id) })),
      categories: own.map((category) => ({ category, actions: actions.filter((one) => one.category === category) })),
      /** What the workspace says of categories, beside what their names do. */
      assigned: categories,
    };
  }

  return {
    list,

    async add(author: Author, topic: Topic, draft: ActionDraft) {
      const { saved } = await read(author.workspaceId);
      if (saved.filter(({ id }) => !ACTIONS.some((one) => one.id === id)).length >= MOST_OWN)
        throw new Refusal('not_possible', `The playbook has ${MOST_OWN} actions of your own; delete one first.`);
      await save(author, null, { issueType: null, category: null, ...topic, ...draft, id: randomUUID() });
      return list(author.workspaceId);
    },

    /** Of one that comes with the program, a change of this workspace alone. */
    async change(author: Author, id: string, draft: ActionDraft) {
      const { actions } = await read(author.workspaceId);
      const found = actions.find((one) => one.id === id);
      if (!found) throw noSuchAction(id);
      await save(author, found, { id, issueType: found.issueType, category: found.category, ...draft });
      return list(author.workspaceId);
    },

    /** An own one is gone; one that comes with the program is again as it came. */
    async remove(author: Author, id: string) {
      const { workspaceId } = author;
      const { saved } = await read(workspaceId);
      const before = saved.find((one) => one.id === id);
      if (!before && !ACTIONS.some((one) => one.id === id)) throw noSuchAction(id);
      if (before) await changing(author, id, { before: keptOf(before) }, (client) => removeAction(client, workspaceId, id));
      return list(workspaceId);
    },

    /** Of which kind a category is: one, none (null), or what its name says (undefined). */
    async assign(author: Author, category: string, issueType: IssueTypeId | null | undefined) {
      const { workspaceId, name } = author;
      const before = (await categoriesOf(pool, workspaceId)).find((one) => one.category === category) ?? null;
      const after = issueType === undefined ? null : { category, issueType };
      await changing(author, `category ${category}`, { before, after }, (client) =>
        after === null
          ? forgetCategory(client, workspaceId, category)
          : saveCategory(client, workspaceId, { ...after, savedAt: new Date(clock.now()), savedBy: name }),
      );
      return list(workspaceId);
    },

    /** What to do about a category: its numbers beside those of all others, and its actions, those that are called for first. */
    async advice(asker: Parameters<Metrics['query']>[0], { category, filters = [], ...when }: AdviceQuestion) {
      const { actions, categories } = await read(asker.workspaceId);
      const issueType = kindOf(category, categories);
      const whole = filters.filter(({ dimension }) => dimension !== 'category');
      const only = { dimension: 'category' as const, values: [category] };
      const { asOf, period, total } = await metrics.query(asker, {
        metrics: SIGNAL_IDS,
        filters: [...whole, only],
        segment: [...whole, { ...only, not: true }],
        ...when,
      });
      const signals = SIGNAL_IDS.map((id) => {
        const { value, n, withheld, segment: others = null } = total.values[id]!;
        return { metric: id, value, n, withheld, others, call: callOf(signalMetric(id), { value, n }, others) };
      });
      const calling = new Set<string>(signals.filter(({ call }) => call === 'calls').map(({ metric }) => metric));
      const its = actions
        .filter((one) => !one.hidden && (one.issueType === null ? one.category === category : one.issueType === issueType))
        .map((one) => ({ ...one, calledBy: one.signals.filter((id) => calling.has(id)) }));
      return {
        asOf,
        period: { from: period.from, until: period.until, timeZone: period.timeZone },
        category,
        issueType,
        signals,
        actions: its.toSorted((a, b) => b.calledBy.length - a.calledBy.length),
      };
    },
  };
}

type Client = Parameters<Parameters<typeof inTransaction>[1]>[0];
type Kept = Pick<ActionRecord, 'issueType' | 'category' | 'action' | 'signals' | 'hidden'>;
const keptOf = ({ issueType, category, action, signals, hidden }: Kept): Kept => ({ issueType, category, action, signals, hidden });

const kindOf = (category: string, assigned: readonly CategoryRecord[]): IssueTypeId | null => {
  const said = assigned.find((one) => one.category === category);
  return said ? said.issueType : issueTypeOf(category);
};

/** Those that come with the program as the workspace has them, then its own. */
function shownActions(saved: readonly ActionRecord[]) {
  const standard = ACTIONS.map((one) => {
    const changed = saved.find(({ id }) => id === one.id);
    const isChanged = changed !== undefined && (changed.action !== one.action || !isSame(changed.signals, one.signals));
    return { ...one, category: null, hidden: false, ...(changed && shown(changed)), kind: 'standard' as const, isChanged };
  });
  const own = saved.filter(({ id }) => !ACTIONS.some((one) => one.id === id));
  return [...standard, ...own.map((one) => ({ ...shown(one), kind: 'own' as const, isChanged: false }))];
}

const shown = ({ savedAt: _savedAt, savedBy, ...one }: ActionRecord) => ({ ...one, savedBy });
const isSame = (one: Action['signals'], other: Action['signals']) => one.length === other.length && one.every((id) => other.includes(id));

const noSuchAction = (id: string) => new Refusal('not_found', `The playbook has no action ${JSON.stringify(id)}.`);
