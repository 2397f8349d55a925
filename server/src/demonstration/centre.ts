/** The simulated centre that a workspace shows, for whoever simulates more of it. */
import type { Postgres } from '../store/postgres/index.ts';
import { readProgress, WORKSPACE } from './progress.ts';

/** Its seed and its beginning; null where there is none, or its people are not in yet. */
export const demonstratedCentre =
  (postgres: Postgres) =>
  async (workspaceId: string): Promise<{ seed: number; startAt: number } | null> => {
    const progress = workspaceId === WORKSPACE ? await readProgress(postgres) : undefined;
    return progress?.hasDirectory ? { seed: progress.seed, startAt: progress.startAt } : null;
  };
