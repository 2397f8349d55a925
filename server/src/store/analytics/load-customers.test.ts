/** Customers in the facts: since when, until when, and what the doctor finds where a row is missing or one too many. */
import { afterAll, expect, test } from 'vitest';
import { openLoaded } from '../../../test/loaded.ts';
import { compareFacts, rebuildFacts } from './index.ts';

const { pool, analytics, door, loader, newWorkspace, rows, expectAgreement, startAt, close } = await openLoaded();
afterAll(close);

const DAY = 86_400_000;
const told = (id: string, days: number, data: object, type = 'customer.upserted') => ({ id, at: startAt + days * DAY, type, data });
const customers = async (workspace: string) =>
  (
    await rows<Record<string, unknown>>(
      `select customer, toUnixTimestamp64Milli(started_at) as "from", toUnixTimestamp64Milli(ended_at) as "to", country, organisation
       from customer_fact final where workspace_id = {workspaceId: String} order by customer`,
      workspace,
    )
  ).map(({ customer, from, to, ...rest }) => [customer, Number(from), to === null ? null : Number(to), ...Object.values(rest)]);

test('are customers since the day that was told, or the first word of them, until they are erased, and after a rebuild as well', async () => {
  const workspace = await newWorkspace();
  await door.accept(workspace, 'api', [
    told('1', 5, { customer: 'a', country: 'DE', organisation: 'o' }),
    told('2', 3, { customer: 'b', since: '2020-02-29' }),
  ]);
  await loader.drain();
  const b = ['b', Date.UTC(2020, 1, 29), null, '', ''];
  expect(await customers(workspace)).toEqual([['a', startAt + 5 * DAY, null, 'DE', 'o'], b]);
  // Late, and of an earlier instant; then erased, after which the past has to stay as it was.
  await door.accept(workspace, 'api', [told('3', 2, { customer: 'a', country: 'FR' }), told('4', 7, { customer: 'b' }, 'customer.erased')]);
  await loader.drain();
  const now = [
    ['a', startAt + 2 * DAY, null, 'DE', 'o'],
    ['b', Date.UTC(2020, 1, 29), startAt + 7 * DAY, '', ''],
  ];
  expect(await customers(workspace)).toEqual(now);
  await expectAgreement(workspace);
  await rebuildFacts({ pool, analytics, workspaceId: workspace });
  expect(await customers(workspace)).toEqual(now);
  await expectAgreement(workspace);
});

test('that are missing or too many are found by the doctor, and made anew', async () => {
  const workspace = await newWorkspace();
  await door.accept(workspace, 'api', [told('1', 0, { customer: 'a' })]);
  await loader.drain();
  const insert = (customer: string, isDeleted: number) =>
    analytics.client.command({
      query: `insert into customer_fact (workspace_id, customer, started_at, version, is_deleted) values ({workspace: String}, {customer: String}, now64(3), 9000000000, {isDeleted: UInt8})`,
      query_params: { workspace, customer, isDeleted },
    });
  await insert('a', 1);
  await insert('nobody', 0);
  const found = await compareFacts({ pool, analytics, workspaceId: workspace });
  expect(found.differences.map(({ customer, expected, stored }) => [customer, expected !== undefined, stored !== undefined])).toEqual([
    ['a', true, false],
    ['nobody', false, true],
  ]);
  expect(await compareFacts({ pool, analytics, workspaceId: workspace, repair: true })).toMatchObject({ wrong: 2, repaired: [workspace] });
  expect((await customers(workspace)).map(([customer]) => customer)).toEqual(['a']);
});
