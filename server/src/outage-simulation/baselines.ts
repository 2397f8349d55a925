/** The baseline of each workspace, fitted and checked: learnt anew where it is a few hours old, once however many ask. */
import type { Clock } from '../clock.ts';
import { shareAnswers } from '../facts/index.ts';
import { zoneOfWorkspace } from '../metrics/index.ts';
import { inThread } from './in-thread.ts';
import { learn, type LearnParts, type Learnt } from './learn.ts';
import type { Fit } from './thread.ts';

export interface Known extends Learnt, Fit {
  readonly timeZone: string;
  readonly learntAt: number;
}

const FRESH_MS = 6 * 3_600_000;
/** Any will do, as long as it stays the same. */
const SEED = 20_011;

export function createBaselines(parts: LearnParts & { readonly clock: Clock }, stopping: AbortSignal) {
  const { postgres, clock } = parts;
  const known = shareAnswers<Known>(clock, FRESH_MS);
  return {
    /** Refuses where there is too little to learn from. */
    async of(workspaceId: string): Promise<Known> {
      try {
        return await known.of(workspaceId, () => make(workspaceId));
      } catch (error) {
        known.outdate((name) => name === workspaceId); // more may be known in a minute
        throw error;
      }
    },
  };

  async function make(workspaceId: string): Promise<Known> {
    const timeZone = await zoneOfWorkspace(postgres, workspaceId);
    const learntAt = clock.now();
    const learnt = await learn(parts, workspaceId, timeZone, learntAt);
    const fit = await inThread({ kind: 'fit', baseline: learnt.baseline, seed: SEED }, stopping);
    return { ...learnt, ...fit, timeZone, learntAt };
  }
}
