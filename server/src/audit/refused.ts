/** Tells of what somebody was refused, once a minute for each, each thing and each reason: whoever tries all day writes a line a minute. */
import type { Clock } from '../clock.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { appendAudit } from './chain.ts';
import type { Deed, Who } from './entry.ts';

const REFUSED_AGAIN_MS = 60_000;
const MOST_REMEMBERED = 10_000;

export type TellRefused = (workspaceId: string, who: Who, deed: Deed, why?: string) => Promise<void>;

/** Each has a memory of its own. */
export function createRefused({
  postgres: { pool },
  clock,
}: {
  readonly postgres: Pick<Postgres, 'pool'>;
  readonly clock: Clock;
}): TellRefused {
  const refused = new Map<string, number>();
  return async (workspaceId, who, deed, why) => {
    const key = JSON.stringify([workspaceId, who.id, deed.subject.id, deed.subject.name, why]);
    const now = clock.now();
    if (now - (refused.get(key) ?? Number.NEGATIVE_INFINITY) < REFUSED_AGAIN_MS) return;
    if (refused.size >= MOST_REMEMBERED) refused.clear();
    refused.set(key, now);
    await inTransaction(pool, (client) => appendAudit(client, { workspaceId, who, now }, deed));
  };
}
