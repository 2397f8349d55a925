/** The two sides of the doctor's comparison for customers: those that log and directory tell of, and those that are stored. */
import { CUSTOMER_COLUMNS } from '@watchdesk/domain/fact';
import type pg from 'pg';
import type { Analytics } from './analytics.ts';
import { selected, stored } from './columns.ts';
import type { FactDifference } from './fact-difference.ts';
import { CUSTOMER_TABLE, customerPages, customersOf } from './load-customers.ts';

type Row = readonly unknown[];

/** What is expected and not stored, or stored and not expected. */
export async function compareCustomers(
  { pool, analytics }: { readonly pool: pg.Pool; readonly analytics: Analytics },
  workspaceId: string,
): Promise<{ differences: FactDifference[] }> {
  const differences: FactDifference[] = [];
  let after = '';
  const compare = async (customers: readonly string[], to: string | null) => {
    const expected = byCustomer(
      (await customersOf(pool, workspaceId, customers)).map((row) => CUSTOMER_COLUMNS.map((column) => stored(column, row))),
    );
    const found = byCustomer(await storedCustomers(analytics, workspaceId, after, to));
    for (const customer of new Set([...expected.keys(), ...found.keys()])) {
      const [row, other] = [expected.get(customer), found.get(customer)];
      if (JSON.stringify(row) === JSON.stringify(other)) continue;
      differences.push({ workspaceId, table: CUSTOMER_TABLE, customer, expected: shown(row), stored: shown(other) });
    }
  };
  for await (const customers of customerPages(pool, workspaceId)) {
    await compare(customers, customers.at(-1)!);
    after = customers.at(-1)!;
  }
  await compare([], null);
  return { differences };
}

/** The columns begin with the customer. */
const byCustomer = (rows: readonly Row[]): Map<string, Row> => new Map(rows.map((row) => [String(row[0]), row]));

async function storedCustomers({ client }: Analytics, workspaceId: string, after: string, to: string | null): Promise<Row[]> {
  const answer = await client.query({
    query: `select ${CUSTOMER_COLUMNS.map(selected).join(', ')} from ${CUSTOMER_TABLE} final
      where workspace_id = {workspaceId: String} and customer > {after: String}${to === null ? '' : ' and customer <= {to: String}'}`,
    format: 'JSONCompactEachRow',
    query_params: { workspaceId, after, ...(to !== null && { to }) },
    clickhouse_settings: { output_format_json_quote_64bit_integers: 0 },
  });
  return answer.json<Row>();
}

const shown = (row: Row | undefined) => row && Object.fromEntries(CUSTOMER_COLUMNS.map(({ name }, index) => [name, row[index]]));
