/** What a command is told to work on has to exist: of a misspelt workspace there is nothing wrong to be found. */
import type { Postgres } from '../store/postgres/index.ts';
import { CommandError } from './command.ts';

/** Throws for a workspace that does not exist; undefined is all of them. */
export async function requireWorkspace({ pool }: Postgres, workspaceId: string | undefined): Promise<void> {
  if (workspaceId === undefined) return;
  const { rowCount } = await pool.query('select from workspace where workspace_id = $1', [workspaceId]);
  if (rowCount === 0) throw new CommandError(`There is no workspace "${workspaceId}"; watchdesk workspace list names those there are`);
}
