/**
 * What happened, cut into waves that are looked at together. Within a wave nothing depends on anything else, so that the result is that of one after the
 * other: each ticket comes once, and each customer too where an automation looks at their other tickets or asks them.
 */
import { type AutomationSpec, leavesOf } from '@watchdesk/domain/automation';
import type { Queryable } from './records.ts';

/** So many tickets are locked in one transaction at the most, while others wait to write to them. */
const MOST = 200;

/** What shares a name comes in its order, in one wave after the other; `most` is the longest wave. */
export function wavesOf<T>(all: readonly T[], namesOf: (one: T) => readonly string[], most = MOST): T[][] {
  const levels: T[][] = [];
  const last = new Map<string, number>();
  for (const one of all) {
    const names = namesOf(one);
    const level = Math.max(-1, ...names.map((name) => last.get(name) ?? -1)) + 1;
    for (const name of names) last.set(name, level);
    (levels[level] ??= []).push(one);
  }
  return levels.flatMap((level) =>
    Array.from({ length: Math.ceil(level.length / most) }, (_, part) => level.slice(part * most, (part + 1) * most)),
  );
}

/** What is looked at of one ticket, and by which automations. */
interface OfTicket {
  readonly ticket: string;
  readonly automations: readonly { readonly spec: AutomationSpec }[];
}

export async function wavesOfHeard<T extends OfTicket>(queryable: Queryable, workspaceId: string, all: readonly T[]): Promise<T[][]> {
  const specs = new Set(all.flatMap(({ automations }) => automations));
  const customers = [...specs].some(looksAtCustomer) ? await customersOf(queryable, workspaceId, all) : new Map<string, string>();
  return wavesOf(all, ({ ticket }) => {
    const customer = customers.get(ticket);
    return customer === undefined ? [`ticket ${ticket}`] : [`ticket ${ticket}`, `customer ${customer}`];
  });
}

/** Whether what it does about one ticket may change what is done about another of the same customer. */
export function looksAtCustomer({ spec: { conditions, actions } }: { readonly spec: AutomationSpec }): boolean {
  const isOfActions = actions.some(
    (one) => one.do === 'survey' || (one.do === 'link' && one.to === 'similar') || (one.do === 'suggest' && one.similar),
  );
  return isOfActions || (conditions !== null && leavesOf(conditions).some(({ field }) => field === 'similarTicket'));
}

async function customersOf(queryable: Queryable, workspaceId: string, all: readonly OfTicket[]): Promise<Map<string, string>> {
  const { rows } = await queryable.query<{ id: string; requester: string }>(
    'select id, requester from ticket where workspace_id = $1 and id = any($2) and requester is not null',
    [workspaceId, [...new Set(all.map(({ ticket }) => ticket))]],
  );
  return new Map(rows.map(({ id, requester }) => [id, requester]));
}
