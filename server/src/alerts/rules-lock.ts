/**
 * One order for all who lock rules, their alerts and their timers: whoever changes a rule has the rules of the workspace to themselves, and whoever hears or tells by
 * rules keeps them from being changed. It is taken before any row is, so that nobody waits in a ring for what the other has; it ends with the transaction.
 */
import type pg from 'pg';

type Client = Pick<pg.ClientBase, 'query'>;

const nameOf = (workspaceId: string): string => `alert rules ${workspaceId}`;

/** Nobody changes the rules of these workspaces until the transaction ends; any number may have that at once. */
export async function holdRules(client: Client, ...workspaceIds: readonly string[]): Promise<void> {
  await client.query('select pg_advisory_xact_lock_shared(hashtextextended(name, 0)) from unnest($1::text[]) as name', [
    workspaceIds.toSorted((one, other) => (one < other ? -1 : 1)).map(nameOf),
  ]);
}

/** Nobody else changes, hears or tells by the rules of the workspace until the transaction ends. */
export async function takeRules(client: Client, workspaceId: string): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [nameOf(workspaceId)]);
}
