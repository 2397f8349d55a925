/** Within a workspace the engine leaves out the rows of all others, whatever the statement says or forgets. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickhouseDatabase } from '../../../test/databases.ts';
import { acrossWorkspaces, withinWorkspace } from '../wall.ts';
import { openAnalytics } from './index.ts';
import { FACT_TABLES } from './tables.ts';

const analytics = openAnalytics(await clickhouseDatabase());
const HOSTILE = "it's \\ 🦉') or ('1' = '1";

beforeAll(async () => {
  await analytics.migrate();
  for (const table of FACT_TABLES)
    for (const workspace of ['a', 'b', HOSTILE])
      await analytics.client.command({
        query: `insert into ${table} (workspace_id) values ({workspace: String})`,
        query_params: { workspace },
      });
});
afterAll(() => analytics.close());

async function rows<Row>(query: string, params: Record<string, unknown> = {}): Promise<Row[]> {
  return (await analytics.reader.query({ query, query_params: params, format: 'JSONEachRow' })).json<Row>();
}
const seenIn = async (from: string) =>
  (await rows<{ id: string }>(`select distinct workspace_id as id from ${from} order by id`)).map(({ id }) => id);

test('every table that has a workspace is behind the wall', async () => {
  const found = await rows<{ table: string }>(
    `select table from system.columns where database = currentDatabase() and name = 'workspace_id' order by table`,
  );
  expect(found.map(({ table }) => table)).toEqual(FACT_TABLES.toSorted());
});

test.each(FACT_TABLES.map((table) => [table]))('%s shows one workspace, or all to whoever belongs to none', async (table) => {
  const all = ['a', 'b', HOSTILE].toSorted();
  expect(await seenIn(`${table} final`)).toEqual(all);
  for (const own of all) {
    for (const from of [
      `${table} final`,
      table,
      `(select * from ${table} final)`,
      `${table} as one join ${table} as other using workspace_id`,
    ])
      expect([from, await withinWorkspace(own, () => seenIn(from))]).toEqual([from, [own]]);
    // Where the statement asks for another's, nothing is left.
    const others = withinWorkspace(own, () => rows(`select ticket from ticket_fact final where workspace_id != {own: String}`, { own }));
    expect(await others).toEqual([]);
  }
  expect(await withinWorkspace('none', () => seenIn(table))).toEqual([]);
  expect(await withinWorkspace('a', () => acrossWorkspaces(() => seenIn(table)))).toEqual(all);
});
