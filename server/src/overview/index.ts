/**
 * The first page: what is true this moment, from PostgreSQL; what grows beyond its usual, and how colleagues do, from the facts; each
 * within the viewer's scope. The numbers of the period are the catalogue's and are asked there.
 */
import { answering, type Asker, iso, type MetricsParts } from '../metrics/index.ts';
import { shareAnswers } from '../facts/index.ts';
import { liveNow } from './live-now.ts';
import { peers, type PeersQuestion } from './peers.ts';
import { trending, type TrendQuestion } from './trending.ts';

export type Overview = ReturnType<typeof createOverview>;

/** What happens now is asked by everybody's page after every change. */
const FRESH_MS = 1_000;

export function createOverview(parts: MetricsParts) {
  const { postgres, clock } = parts;
  const moments = shareAnswers<{ asOf: string } & Awaited<ReturnType<typeof liveNow>>>(clock, FRESH_MS);
  const shared = answering(parts);
  return {
    now: ({ workspaceId, scope }: Asker) =>
      moments.of(JSON.stringify([workspaceId, scope]), async () => {
        const now = clock.now();
        return { asOf: iso(now), ...(await liveNow(postgres.pool, { workspaceId, scope, now })) };
      }),
    peers: shared((asking, question: PeersQuestion, signal) => peers(parts, asking, question, signal)),
    trending: shared((asking, question: TrendQuestion, signal) => trending(parts, asking, question, signal)),
    /** Something has changed, in all workspaces where none is named: what was answered before is not given again. */
    outdate(workspaceId?: string): void {
      shared.outdate(workspaceId);
      moments.outdate((name) => workspaceId === undefined || (JSON.parse(name) as [string])[0] === workspaceId);
    },
  };
}
