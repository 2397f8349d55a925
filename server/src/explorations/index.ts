/**
 * The questions that people keep: one's own, and what others share. An own one is changed by its owner alone, as a dashboard is;
 * what was replaced or deleted is gone, since a question is quickly put together again.
 */
import { randomUUID } from 'node:crypto';
import type { ExplorationSpec } from '@watchdesk/domain/exploration';
import { appendAudit, type Deed, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { Refusal } from '../errors.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import {
  addExploration,
  explorationOf,
  type ExplorationRecord,
  type Owned,
  removeExploration,
  replaceSpec,
  setShared,
  visibleExplorations,
} from './records.ts';

/** Who looks or saves. */
export interface Keeper extends Owned {
  readonly name: string;
  readonly who: Who;
}

interface ExplorationParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  /** The query layer's own check; throws a refusal with the field of the question. */
  readonly checkQuestion: (question: Omit<ExplorationSpec['question'], 'grain'>) => unknown;
}

export type Explorations = ReturnType<typeof createExplorations>;

const MOST_OF_ONE = 500;

export function createExplorations({ postgres: { pool }, clock, checkQuestion }: ExplorationParts) {
  /** Of somebody else it is not there, unless they share it. */
  async function visible({ workspaceId, owner }: Owned, id: string): Promise<ExplorationRecord> {
    const found = await explorationOf(pool, workspaceId, id);
    if (!found || (found.owner !== owner && !found.shared)) throw noSuchExploration(id);
    return found;
  }

  const get = async (keeper: Keeper, id: string) => viewFor(keeper, await visible(keeper, id));

  /** Where the owner had none of that id: it is somebody else's, or there is none. */
  async function refuseForeign(keeper: Keeper, id: string): Promise<never> {
    const { savedBy } = await visible(keeper, id);
    throw new Refusal('forbidden', `This exploration belongs to ${savedBy}; save it as one of your own.`);
  }

  /** Does `work` on one of the keeper's own, as it is at that moment. */
  async function changing(keeper: Keeper, id: string, work: (client: Client, current: ExplorationRecord) => Promise<void>): Promise<void> {
    const isOwn = await inTransaction(pool, async (client) => {
      const current = await explorationOf(client, keeper.workspaceId, id, 'for update');
      if (current?.owner !== keeper.owner) return false;
      await work(client, current);
      return true;
    });
    if (!isOwn) await refuseForeign(keeper, id);
  }

  /** What others see is told of in the audit log; what somebody keeps for themselves is not. */
  const note = (client: Client, { workspaceId, who }: Keeper, action: Deed['action'], id: string, told: Pick<Deed, 'before' | 'after'>) =>
    appendAudit(client, { workspaceId, who, now: clock.now() }, { action, subject: { kind: 'exploration', id, name: null }, ...told });

  const stamped = ({ name }: Keeper) => ({ savedAt: new Date(clock.now()), savedBy: name });

  return {
    list: async (keeper: Keeper) => (await visibleExplorations(pool, keeper)).map((one) => viewFor(keeper, one)),

    get,

    async create(keeper: Keeper, spec: ExplorationSpec, shared: boolean) {
      refuseQuestion(spec, checkQuestion);
      const id = randomUUID();
      const isAdded = await inTransaction(pool, async (client) => {
        const added = await addExploration(client, keeper, { id, spec, shared, ...stamped(keeper) }, MOST_OF_ONE);
        if (added && shared) await note(client, keeper, 'exploration.saved', id, { after: spec });
        return added;
      });
      if (!isAdded) throw new Refusal('not_possible', `You keep ${MOST_OF_ONE} explorations; delete one that nobody needs first.`);
      return get(keeper, id);
    },

    async save(keeper: Keeper, id: string, spec: ExplorationSpec) {
      refuseQuestion(spec, checkQuestion);
      await changing(keeper, id, async (client, current) => {
        await replaceSpec(client, keeper, { id, spec, ...stamped(keeper) });
        if (current.shared) await note(client, keeper, 'exploration.saved', id, { before: current.spec, after: spec });
      });
      return get(keeper, id);
    },

    async share(keeper: Keeper, id: string, shared: boolean) {
      await changing(keeper, id, async (client, current) => {
        await setShared(client, keeper, id, shared);
        if (shared !== current.shared)
          await note(client, keeper, 'exploration.shared', id, { before: { shared: current.shared }, after: { shared } });
      });
      return get(keeper, id);
    },

    async delete(keeper: Keeper, id: string): Promise<void> {
      await changing(keeper, id, async (client, current) => {
        await removeExploration(client, keeper, id);
        if (current.shared) await note(client, keeper, 'exploration.deleted', id, { before: current.spec });
      });
    },
  };
}

type Client = Parameters<Parameters<typeof inTransaction>[1]>[0];

const noSuchExploration = (id: string) => new Refusal('not_found', `There is no exploration ${id}.`);

/** What cannot be asked is refused with its place in the exploration. */
function refuseQuestion({ question }: ExplorationSpec, check: ExplorationParts['checkQuestion']): void {
  const { grain: _grain, ...rest } = question; // how fine a period can be cut depends on the period
  try {
    check(rest);
  } catch (error) {
    if (!(error instanceof Refusal) || error.fields.length === 0) throw error;
    const fields = error.fields.map(({ field, message }) => ({ field: `spec.question.${field}`, message }));
    throw new Refusal('invalid', `${fields[0]!.field} ${fields[0]!.message}`, { fields });
  }
}

const viewFor = (keeper: Owned, { id, owner, savedBy, savedAt, shared, spec }: ExplorationRecord) => ({
  id,
  isMine: owner === keeper.owner,
  shared,
  savedBy,
  savedAt: savedAt.toISOString(),
  spec,
});
