/**
 * The dashboards a viewer has: the standard ones, which are data of the domain, their own, and what others share with them.
 * An own one is changed by its owner alone; every change is a version, and an old version comes back as a new one.
 */
import { randomUUID } from 'node:crypto';
import { type DashboardSpec, type Question, STANDARD_DASHBOARDS } from '@watchdesk/domain/dashboard';
import { appendAudit, type Deed, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { refuseOvertaken, Refusal } from '../errors.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import {
  addDashboard,
  addVersion,
  type DashboardRecord,
  dashboardOf,
  lockDashboard,
  markDeleted,
  shareDashboard,
  versionsOf,
  visibleDashboards,
} from './records.ts';

/** Who looks or saves. */
export interface Author {
  readonly workspaceId: string;
  /** What ownership is decided by. */
  readonly owner: string;
  readonly name: string;
  readonly who: Who;
}

interface DashboardParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  /** The query layer's own check; throws a refusal with the field of the question. */
  readonly checkQuestion: (question: Omit<Question, 'grain'>) => unknown;
}

export type Dashboards = ReturnType<typeof createDashboards>;

const MOST_OF_ONE = 200;

export function createDashboards({ postgres: { pool }, clock, checkQuestion }: DashboardParts) {
  /** Of somebody else it is not there, unless they share it. */
  async function visible({ workspaceId, owner }: Author, id: string): Promise<DashboardRecord> {
    const found = await dashboardOf(pool, workspaceId, id);
    if (!found || found.deletedAt !== null || (found.owner !== owner && !found.shared)) throw noSuchDashboard(id);
    return found;
  }

  /** Does `work` on one of the author's own while nobody else can. */
  function changing<T>(author: Author, id: string, work: (client: Client, current: DashboardRecord) => Promise<T>): Promise<T> {
    return inTransaction(pool, async (client) => {
      await lockDashboard(client, author.workspaceId, id);
      const found = await dashboardOf(client, author.workspaceId, id);
      if (found && found.owner === author.owner) return work(client, found);
      if (STANDARD_DASHBOARDS.some((one) => one.id === id))
        throw new Refusal('not_possible', 'A standard dashboard is not changed; save it as one of your own.');
      if (found?.shared && found.deletedAt === null)
        throw new Refusal('forbidden', `This dashboard belongs to ${found.madeBy}; save it as one of your own.`);
      throw noSuchDashboard(id);
    });
  }

  const get = async (author: Author, id: string) => {
    const standard = STANDARD_DASHBOARDS.find((one) => one.id === id);
    return standard ? standardView(standard) : ownView(await visible(author, id), author);
  };

  const append = (client: Client, { workspaceId, name }: Author, { id, version }: { id: string; version: number }, spec: DashboardSpec) =>
    addVersion(client, workspaceId, id, { version: version + 1, spec, savedAt: new Date(clock.now()), savedBy: name });

  /** What others see is told of in the audit log; what somebody keeps for themselves is not. */
  const note = (client: Client, { workspaceId, who }: Author, action: Deed['action'], id: string, told: Pick<Deed, 'before' | 'after'>) =>
    appendAudit(client, { workspaceId, who, now: clock.now() }, { action, subject: { kind: 'dashboard', id, name: null }, ...told });

  return {
    /** The standard ones first. */
    list: async (author: Author) => [
      ...STANDARD_DASHBOARDS.map(standardView),
      ...(await visibleDashboards(pool, author.workspaceId, author.owner)).map((one) => ownView(one, author)),
    ],

    get,

    async create(author: Author, spec: DashboardSpec, shared: boolean) {
      refuseQuestions(spec, checkQuestion);
      const id = randomUUID();
      await inTransaction(pool, async (client) => {
        const { rows } = await client.query<{ count: number }>(
          'select count(*)::int as count from dashboard where workspace_id = $1 and owner = $2 and deleted_at is null',
          [author.workspaceId, author.owner],
        );
        if (rows[0]!.count >= MOST_OF_ONE)
          throw new Refusal('not_possible', `You have ${MOST_OF_ONE} dashboards; delete one that nobody needs first.`);
        await addDashboard(client, author.workspaceId, { id, owner: author.owner, shared, now: new Date(clock.now()) });
        await append(client, author, { id, version: 0 }, spec);
        if (shared) await note(client, author, 'dashboard.saved', id, { after: spec });
      });
      return get(author, id);
    },

    async save(author: Author, id: string, spec: DashboardSpec, base: number | undefined) {
      await changing(author, id, async (client, current) => {
        if (current.deletedAt !== null) throw noSuchDashboard(id);
        refuseOvertaken(current.version, base);
        refuseQuestions(spec, checkQuestion);
        await append(client, author, current, spec);
        if (current.shared) await note(client, author, 'dashboard.saved', id, { before: current.spec, after: spec });
      });
      return get(author, id);
    },

    async share(author: Author, id: string, shared: boolean) {
      await changing(author, id, async (client, current) => {
        if (current.deletedAt !== null) throw noSuchDashboard(id);
        await shareDashboard(client, author.workspaceId, id, shared);
        if (shared !== current.shared)
          await note(client, author, 'dashboard.shared', id, { before: { shared: current.shared }, after: { shared } });
      });
      return get(author, id);
    },

    async versions(author: Author, id: string) {
      await visible(author, id);
      const versions = await versionsOf(pool, author.workspaceId, id);
      return versions.map(({ savedAt, ...one }) => ({ ...one, savedAt: savedAt.toISOString() }));
    },

    /** An old version as the newest; a deleted dashboard is there again. */
    async restore(author: Author, id: string, version: number, base: number | undefined) {
      await changing(author, id, async (client, current) => {
        refuseOvertaken(current.version, base);
        const old = (await versionsOf(client, author.workspaceId, id)).find((one) => one.version === version);
        if (!old) throw new Refusal('not_found', `There is no version ${version} of this dashboard.`);
        await markDeleted(client, author.workspaceId, id, null);
        if (version !== current.version) await append(client, author, current, old.spec);
        const before = current.deletedAt === null ? current.spec : null;
        if (current.shared) await note(client, author, 'dashboard.saved', id, { before, after: old.spec });
      });
      return get(author, id);
    },

    /** Its versions stay, so that it can be restored. */
    delete: (author: Author, id: string) =>
      changing(author, id, async (client, { deletedAt, shared, spec }) => {
        if (deletedAt !== null) throw noSuchDashboard(id);
        await markDeleted(client, author.workspaceId, id, new Date(clock.now()));
        if (shared) await note(client, author, 'dashboard.deleted', id, { before: spec });
      }),
  };
}

type Client = Parameters<Parameters<typeof inTransaction>[1]>[0];

const noSuchDashboard = (id: string) => new Refusal('not_found', `There is no dashboard ${id}.`);

/** The first question that cannot be asked is refused with its place in the dashboard. */
function refuseQuestions({ tiles }: DashboardSpec, check: DashboardParts['checkQuestion']): void {
  for (const [index, { question }] of tiles.entries()) {
    const { grain: _grain, ...rest } = question; // how fine a period can be cut depends on the period
    try {
      check(rest);
    } catch (error) {
      if (!(error instanceof Refusal) || error.fields.length === 0) throw error;
      const fields = error.fields.map(({ field, message }) => ({ field: `spec.tiles.${index}.question.${field}`, message }));
      throw new Refusal('invalid', `${fields[0]!.field} ${fields[0]!.message}`, { fields });
    }
  }
}

const standardView = ({ id, ...spec }: (typeof STANDARD_DASHBOARDS)[number]) => ({
  id,
  kind: 'standard' as const,
  isMine: false,
  shared: true,
  owner: null,
  version: null,
  savedAt: null,
  savedBy: null,
  spec,
});

const ownView = ({ id, owner, madeBy, shared, version, spec, savedAt, savedBy }: DashboardRecord, author: Author) => ({
  id,
  kind: 'own' as const,
  isMine: owner === author.owner,
  shared,
  owner: madeBy,
  version,
  savedAt: savedAt.toISOString(),
  savedBy,
  spec,
});
