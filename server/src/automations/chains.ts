/** Whose effect an event is: ours say it by their ids, and a help desk's own are known by what it was asked shortly before. */
import type { Command } from '../connectors/runtime/index.ts';
import { APPLICATION } from '../ingest/index.ts';
import type { Queryable } from './records.ts';
import { runOf } from './runs.ts';

/** How an event of ours says that it is an automation's effect, and what is asked of a help desk comes back. */
export interface Traced {
  readonly source: string;
  readonly id: string;
  readonly ticket: string;
  readonly type: string;
  readonly data: unknown;
  readonly at: number;
}

const ECHO_WITHIN_MS = 15 * 60_000;

/** Of each event in its order the automations whose effect it is, from the first to the last; none where somebody else did it. */
export async function chainsOf(queryable: Queryable, workspaceId: string, events: readonly Traced[]): Promise<(readonly string[])[]> {
  const orders = await ordersOf(
    queryable,
    workspaceId,
    events.filter(({ source }) => source !== APPLICATION),
  );
  const runs = events.map((event) => (event.source === APPLICATION ? runOf(event.id) : echoed(event, orders.get(event.ticket) ?? [])));
  const wanted = [...new Set(runs.filter((run) => run !== null))];
  if (wanted.length === 0) return events.map(() => []);
  const { rows } = await queryable.query<{ id: string; chain: string[] }>(
    'select id, chain || automation as chain from automation_run where workspace_id = $1 and id = any($2::uuid[])',
    [workspaceId, wanted],
  );
  const chains = new Map(rows.map(({ id, chain }) => [id, chain]));
  return runs.map((run) => (run === null ? [] : (chains.get(run) ?? [])));
}

interface Order {
  readonly id: string;
  readonly ticket: string;
  readonly command: Command;
  readonly askedAt: Date;
}

/** By ticket what automations asked of help desks, the latest first. */
async function ordersOf(queryable: Queryable, workspaceId: string, events: readonly Traced[]): Promise<Map<string, Order[]>> {
  if (events.length === 0) return new Map();
  const { rows } = await queryable.query<Order>({
    name: 'orders-of-automations',
    text: `select id, ticket, command, asked_at as "askedAt" from ticket_command
      where workspace_id = $1 and ticket = any($2) and agent like 'automation:%' and asked_at > $3 order by place desc`,
    values: [
      workspaceId,
      [...new Set(events.map(({ ticket }) => ticket))],
      new Date(Math.min(...events.map(({ at }) => at)) - ECHO_WITHIN_MS),
    ],
  });
  return Map.groupBy(rows, ({ ticket }) => ticket);
}

/** The run whose order it confirms. */
function echoed(event: Traced, orders: readonly Order[]): string | null {
  const found = orders.find(({ command, askedAt }) => askedAt.getTime() > event.at - ECHO_WITHIN_MS && confirms(command, event));
  return found ? runOf(found.id) : null;
}

function confirms(command: Command, { type, data }: Traced): boolean {
  const said = data as { to?: unknown; visibility?: string; added?: string[]; removed?: string[] };
  switch (command.kind) {
    case 'assign':
      return (type === 'assignee.changed' && said.to === command.to) || (type === 'team.changed' && said.to === command.team);
    case 'status':
    case 'priority':
      return type === `${command.kind}.changed` && said.to === command.to;
    case 'tag':
      return (
        type === 'tag.changed' &&
        [...(said.added ?? []), ...(said.removed ?? [])].every((tag) => [...command.added, ...command.removed].includes(tag))
      );
    case 'note':
    case 'reply':
      return type === 'ticket.message' && said.visibility === (command.kind === 'note' ? 'internal' : 'public');
  }
}
