/**
 * What the audit log is told of events, in the transaction that takes them: what their sender says of them, and of every erasure that comes
 * as an event that there was one, since a backup is put right by that list (docs/privacy.md).
 */
import type pg from 'pg';
import { appendAudit, type Deed, type Who } from '../audit/index.ts';
import { APPLICATION } from './clocks.ts';
import type { Entry } from './entry.ts';

/** Of the fresh events. Ours say themselves what they are part of. */
export async function tellAudit(client: pg.PoolClient, workspaceId: string, fresh: readonly Entry[]): Promise<void> {
  for (const entry of fresh) {
    const deed = entry.told?.deed ?? erasureBy(entry);
    if (deed === undefined) continue;
    const who = entry.told?.who ?? sourceOf(entry);
    await appendAudit(client, { workspaceId, who, now: entry.receivedAt }, deed);
  }
}

function erasureBy({ event }: Entry): Deed | undefined {
  if (event.type !== 'customer.erased' || event.source === APPLICATION) return undefined;
  const { source, id, at, data } = event;
  const subject = { kind: 'customer', id: data.customer, name: null } as const;
  return { action: 'customer.erased', subject, after: { erasedAt: new Date(at).toISOString(), source, event: id } };
}

const sourceOf = ({ event: { source } }: Entry): Who => ({
  kind: 'system',
  id: `source:${source}`,
  name: `events of ${source}`,
  from: null,
});
