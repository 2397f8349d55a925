/**
 * Somebody has taken a ticket of whose promise a pager was called: the pager hears of it, so that it rings no further (CONNECTORS.md section 14). In the
 * application the alert waits on for somebody to acknowledge it.
 */
import { isOfOnePromise, takenOf } from '@watchdesk/domain/alerting';
import type pg from 'pg';
import { namesOf } from '../directory/index.ts';
import type { OutboxRow } from '../store/postgres/index.ts';
import { openOfTickets } from './records.ts';
import type { RuleSet } from './rule-sets.ts';
import { knownOf, type Telling } from './tell.ts';

/** A change by which a ticket may have come to somebody. */
export interface Assigned {
  readonly ticket: string;
  readonly transaction: string;
}

export const assignedIn = (rows: readonly OutboxRow[]): Assigned[] =>
  rows.flatMap(({ kind, id, historic, types, cursor }) =>
    kind === 'ticket' && !historic && types.includes('assignee.changed') ? [{ ticket: id, transaction: cursor.transaction }] : [],
  );

interface Taken {
  readonly event: string;
  readonly ticket: string;
  readonly to: string;
  readonly at: number;
}

/** Of alerts that had fired by then. */
export async function tellTaken(
  client: pg.ClientBase,
  workspaceId: string,
  assigned: readonly Assigned[],
  { set, telling }: { readonly set: RuleSet; readonly telling: Telling },
): Promise<void> {
  if (assigned.length === 0) return;
  const open = (
    await openOfTickets(
      client,
      workspaceId,
      assigned.map(({ ticket }) => ticket),
    )
  ).flatMap(({ ticket, record }) => {
    const rule = set.byId.get(record.rule);
    return rule && isOfOnePromise(rule.spec) && !record.silent && record.state.firedAt !== null ? [{ ticket, record, rule }] : [];
  });
  if (open.length === 0) return;
  const taken = await takenIn(client, workspaceId, assigned);
  const names = await namesOf(
    client,
    workspaceId,
    taken.map(({ to }) => ['agent', to] as const),
  );
  const { ofRecord } = await knownOf(client, workspaceId, open);
  const news = open.flatMap(({ ticket, record, rule }) => {
    const last = taken.findLast((one) => one.ticket === ticket && one.at >= record.state.firedAt!);
    if (!last) return [];
    const { event, at, to } = last;
    return [{ taken: takenOf(ofRecord(record, rule), { event, at, by: names.of('agent', to).name }) }];
  });
  await telling.postAll(client, workspaceId, news);
}

/** Who got which of them, in order; what nobody got is not among it. */
async function takenIn(client: pg.ClientBase, workspaceId: string, assigned: readonly Assigned[]): Promise<Taken[]> {
  const { rows } = await client.query<Taken>({
    name: 'tickets-taken',
    text: `select source || ' ' || id as event, substr(stream, 8) as ticket, data->>'to' as "to", at from event_log
      where workspace_id = $1 and transaction_id = any($2::xid8[]) and stream = any($3) and type = 'assignee.changed' and data->>'to' is not null
      order by at, seq, source, id`,
    values: [workspaceId, assigned.map(({ transaction }) => transaction), assigned.map(({ ticket }) => `ticket/${ticket}`)],
  });
  return rows;
}
