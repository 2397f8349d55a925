/**
 * Customers of whom a source has told → one row each in ClickHouse, written whole whenever something is told of them. There is no ledger:
 * a row's key is the customer, and doing it again writes the same row.
 */
import { createHash } from 'node:crypto';
import { CUSTOMER_COLUMNS, type CustomerFact, customerFact } from '@watchdesk/domain/fact';
import type pg from 'pg';
import type { Analytics } from './analytics.ts';
import type { Column } from './columns.ts';
import { type Connection, isStillLoader } from './reading-place.ts';
import { RowWriter } from './row-writer.ts';

export const CUSTOMER_TABLE = 'customer_fact';

export interface CustomerLoad {
  /** After the outbox has named these customers. `transaction`: the last that is surely in them; later ones come again. */
  load(connection: Connection, workspaceId: string, customers: readonly string[], transaction: string): Promise<void>;
  /** All customers of a workspace that has none stored. */
  loadAll(connection: Connection, workspaceId: string, transaction: string): Promise<void>;
}

/** So many are read and written at once; a row is a hundred bytes. */
const AT_ONCE = 5_000;

type Buried = Pick<CustomerFact, 'customer' | 'startedAt'>;
const BURIED: readonly Column<Buried>[] = [
  { name: 'customer', kind: 'text', of: ({ customer }) => customer },
  { name: 'started_at', kind: 'instant', of: ({ startedAt }) => startedAt },
];

/** `salt`: see createFactWriter. */
export function createCustomerLoad({ pool, analytics, salt = '' }: { pool: pg.Pool; analytics: Analytics; salt?: string }): CustomerLoad {
  const send = async <Row>(
    connection: Connection,
    [workspaceId, transaction]: readonly [string, string],
    columns: readonly Column<Row>[],
    rows: readonly Row[],
    isDeleted: boolean,
  ) => {
    if (rows.length === 0) return;
    const head: readonly Column<null>[] = [
      { name: 'workspace_id', kind: 'label', of: () => workspaceId },
      { name: 'version', kind: 'whole', of: () => Number(transaction) },
      { name: 'is_deleted', kind: 'flag', of: () => isDeleted },
    ];
    const writer = new RowWriter();
    for (const row of rows) {
      writer.row(head, null);
      writer.row(columns, row);
    }
    const bytes = writer.bytes();
    const names = [...head, ...columns].map(({ name }) => name);
    await isStillLoader(connection);
    await analytics.insert(CUSTOMER_TABLE, names, bytes, `${salt}${CUSTOMER_TABLE}-${createHash('sha1').update(bytes).digest('hex')}`);
  };
  const load = async (connection: Connection, workspaceId: string, customers: readonly string[], transaction: string) => {
    const found = await customersOf(pool, workspaceId, customers);
    const known = new Set(found.map(({ customer }) => customer));
    // Of whom nothing is told any more, as after an import was taken back.
    const gone = customers.filter((customer) => !known.has(customer)).map((customer) => ({ customer, startedAt: 0 }));
    await send(connection, [workspaceId, transaction], CUSTOMER_COLUMNS, found, false);
    await send(connection, [workspaceId, transaction], BURIED, gone, true);
  };
  return {
    load: async (connection, workspaceId, customers, transaction) => {
      for (let start = 0; start < customers.length; start += AT_ONCE)
        await load(connection, workspaceId, customers.slice(start, start + AT_ONCE), transaction);
    },
    loadAll: async (connection, workspaceId, transaction) => {
      for await (const customers of customerPages(pool, workspaceId)) await load(connection, workspaceId, customers, transaction);
    },
  };
}

/** The ids of all customers of a workspace, in the order of their bytes. */
export async function* customerPages(pool: pg.Pool, workspaceId: string): AsyncGenerator<string[]> {
  for (let after = ''; ;) {
    const { rows } = await pool.query<{ id: string }>(
      `select id from directory where workspace_id = $1 and kind = 'customer' and state is not null and id collate "C" > $2
       order by id collate "C" limit $3`,
      [workspaceId, after, AT_ONCE],
    );
    if (rows.length > 0) yield rows.map(({ id }) => id);
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)!.id;
  }
}

/** What the log and the directory say of these; those of whom nothing was told are left out. */
export async function customersOf(pool: pg.Pool, workspaceId: string, customers: readonly string[]): Promise<CustomerFact[]> {
  if (customers.length === 0) return [];
  const { rows } = await pool.query<Parameters<typeof customerFact>[0]>(
    `select d.id as customer, d.state->'attributes'->>'country' as country, d.state->'attributes'->>'organisation' as organisation,
       (d.state->>'erasedAt')::double precision as "erasedAt", told.since, told.at as "toldAt"
     from directory d
     join lateral (
       select min(at) as at, (array_agg(data->>'since' order by at desc, seq desc, source collate "C" desc, id collate "C" desc) filter (where data ? 'since'))[1] as since
       from event_log l where l.workspace_id = d.workspace_id and l.stream = 'customer/' || d.id and l.type = 'customer.upserted'
     ) told on told.at is not null
     where d.workspace_id = $1 and d.kind = 'customer' and d.id = any($2::text[]) and d.state is not null`,
    [workspaceId, customers],
  );
  return rows.map(customerFact);
}
