/** Tickets as triggers tell of them, and the events that trigger, of lately. */
import type { LoggedEvent, TriggerTicket } from '@watchdesk/domain/notification';
import type pg from 'pg';
import { readClocks } from '../store/packed-clocks.ts';
import { type PackedState, unpackState } from '../store/packed-state.ts';

type Client = Pick<pg.ClientBase, 'query'>;

interface Row {
  readonly id: string;
  readonly state: PackedState;
  readonly clocks: unknown;
}

/** Those of the ids that are shown at all; not what is merged, deleted or spam. */
export async function triggerTickets(client: Client, workspaceId: string, ids: readonly string[]): Promise<Map<string, TriggerTicket>> {
  if (ids.length === 0) return new Map();
  const { rows } = await client.query<Row>(
    'select id, state, clocks from ticket where workspace_id = $1 and id = any($2) and not hidden and state is not null',
    [workspaceId, ids],
  );
  return new Map(rows.map((row) => [row.id, ticketOf(row)]));
}

function ticketOf({ id, state, clocks }: Row): TriggerTicket {
  const { now, cycles } = unpackState(state);
  const { status, priority, team, assignee, channel, category, product, supportTier, requester, organisation } = now;
  return {
    id,
    status,
    priority,
    team,
    assignee,
    channel,
    category,
    product,
    supportTier,
    customer: requester,
    organisation,
    cyclesStartedAt: cycles.map(({ startedAt }) => startedAt),
    met: (readClocks(clocks) ?? []).flatMap(({ metric, cycle, stop, elapsed, state: how }) =>
      how === 'met' && stop !== null ? [{ clock: metric, cycle, stop, elapsed }] : [],
    ),
  };
}

const MOST_TICKETS = 300;

/** Events of these types of the tickets that changed last, the newest first; more are in the log, and of long ago. */
export async function lateEvents(
  client: Client,
  workspaceId: string,
  types: readonly string[],
  most: number,
): Promise<(LoggedEvent & { readonly ticket: string })[]> {
  const { rows } = await client.query<LoggedEvent & { ticket: string }>(
    `with late as (
       (select id from ticket where workspace_id = $1 order by updated_at desc nulls last limit $4)
       union
       (select id from outbox where workspace_id = $1 and kind = 'ticket' and types && $2 order by transaction_id desc, position desc limit $4)
     )
     select e.source, e.id, e.at, e.type, e.data, late.id as ticket from late
     join event_log e on e.workspace_id = $1 and e.stream = 'ticket/' || late.id and e.type = any($2)
     order by e.at desc, e.source, e.id limit $3`,
    [workspaceId, types, most, MOST_TICKETS],
  );
  return rows;
}
