/** Whether and how tickets take a public reply, before anybody writes one. */
import type { Commands } from '../connectors/runtime/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { connectionOf, sourceOf } from './view-ticket.ts';

export interface ReplyWay {
  /** At once, or as an order to the help desk. */
  readonly way: 'here' | 'ordered' | null;
  /** Why none is taken; null where one is. */
  readonly refusal: string | null;
}

/** By ticket; of one that is not there, nothing. */
export async function replyWays(
  parts: { readonly postgres: Postgres; readonly commands: Commands },
  workspaceId: string,
  tickets: readonly string[],
): Promise<Map<string, ReplyWay>> {
  if (tickets.length === 0) return new Map();
  const { rows } = await parts.postgres.pool.query<{ id: string; hidden: boolean; merged: boolean; over: boolean }>(
    `select id, hidden, merged_into is not null as merged, status in ('resolved', 'closed') as over from ticket
     where workspace_id = $1 and id = any($2) and state is not null`,
    [workspaceId, tickets],
  );
  const sources = new Map<string, Awaited<ReturnType<typeof connectionOf>>>();
  for (const source of new Set(tickets.map(sourceOf))) sources.set(source, await connectionOf(parts, workspaceId, source));
  return new Map(
    rows.map(({ id, hidden, merged, over }) => {
      const { label, writable, isOrdered } = sources.get(sourceOf(id))!;
      const way = writable ? 'here' : isOrdered ? 'ordered' : null;
      const refusal = merged
        ? 'It was merged into another.'
        : hidden
          ? 'It is gone.'
          : over
            ? 'It is resolved already.'
            : way === null
              ? `${label} is read-only here.`
              : null;
      return [id, { way: refusal === null ? way : null, refusal }];
    }),
  );
}
