/** What a workspace made of the playbook, as PostgreSQL keeps it: actions of its own, changed ones, and which category is of which kind. */
import { ISSUE_TYPE_IDS, type IssueTypeId, SIGNAL_IDS, type SignalId } from '@watchdesk/domain/playbook';
import type pg from 'pg';

export interface ActionRecord {
  readonly id: string;
  readonly issueType: IssueTypeId | null;
  readonly category: string | null;
  readonly action: string;
  readonly signals: readonly SignalId[];
  readonly hidden: boolean;
  readonly savedAt: Date;
  readonly savedBy: string;
}

export interface CategoryRecord {
  readonly category: string;
  /** Null: of none. */
  readonly issueType: IssueTypeId | null;
}

type Queryable = Pick<pg.Pool, 'query'>;

const ACTION = `id, issue_type as "issueType", category, action, signals, hidden, saved_at as "savedAt", saved_by as "savedBy"`;

const oneOf = <T extends string>(known: readonly T[], value: string): T[] => known.filter((one) => one === value);
/** What a newer version of the program has taken away is of none. */
const known = <R extends { readonly issueType: IssueTypeId | null }>(row: R): R => ({
  ...row,
  issueType: oneOf(ISSUE_TYPE_IDS, row.issueType ?? '')[0] ?? null,
});

export async function actionsOf(queryable: Queryable, workspaceId: string): Promise<ActionRecord[]> {
  const { rows } = await queryable.query<ActionRecord>(
    `select ${ACTION} from playbook_action where workspace_id = $1 order by saved_at, id`,
    [workspaceId],
  );
  return rows.map((row) => ({ ...known(row), signals: row.signals.flatMap((one) => oneOf(SIGNAL_IDS, one)) }));
}

export async function saveAction(queryable: Queryable, workspaceId: string, one: ActionRecord): Promise<void> {
  await queryable.query(
    `insert into playbook_action (workspace_id, id, issue_type, category, action, signals, hidden, saved_at, saved_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (workspace_id, id) do update
       set action = excluded.action, signals = excluded.signals, hidden = excluded.hidden, saved_at = excluded.saved_at, saved_by = excluded.saved_by`,
    [workspaceId, one.id, one.issueType, one.category, one.action, one.signals, one.hidden, one.savedAt, one.savedBy],
  );
}

/** Whether there was one. */
export async function removeAction(queryable: Queryable, workspaceId: string, id: string): Promise<boolean> {
  const { rowCount } = await queryable.query('delete from playbook_action where workspace_id = $1 and id = $2', [workspaceId, id]);
  return rowCount === 1;
}

export async function categoriesOf(queryable: Queryable, workspaceId: string): Promise<CategoryRecord[]> {
  const { rows } = await queryable.query<CategoryRecord>(
    `select category, issue_type as "issueType" from playbook_category where workspace_id = $1 order by category`,
    [workspaceId],
  );
  return rows.map(known);
}

export async function saveCategory(
  queryable: Queryable,
  workspaceId: string,
  { category, issueType, savedAt, savedBy }: CategoryRecord & Pick<ActionRecord, 'savedAt' | 'savedBy'>,
): Promise<void> {
  await queryable.query(
    `insert into playbook_category (workspace_id, category, issue_type, saved_at, saved_by) values ($1, $2, $3, $4, $5)
     on conflict (workspace_id, category) do update
       set issue_type = excluded.issue_type, saved_at = excluded.saved_at, saved_by = excluded.saved_by`,
    [workspaceId, category, issueType, savedAt, savedBy],
  );
}

/** By its name again. */
export async function forgetCategory(queryable: Queryable, workspaceId: string, category: string): Promise<void> {
  await queryable.query('delete from playbook_category where workspace_id = $1 and category = $2', [workspaceId, category]);
}
