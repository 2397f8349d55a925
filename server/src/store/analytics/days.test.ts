/** Rows lie under their days, what lasts beyond all of them, and tables that do not keep to it are made anew. */
import { OPEN_DAY } from '@watchdesk/domain/fact';
import { afterAll, expect, test } from 'vitest';
import { openLoaded } from '../../../test/loaded.ts';
import { completeSince, createLoader } from './index.ts';
import { TABLES_OF_TICKETS } from './tables.ts';

const { postgres, pool, analytics, clock, door, loader, newWorkspace, event, created, reply, rows, tickets, expectAgreement, close } =
  await openLoaded();
afterAll(close);

test('keeps what lasts under a day of its own, which is cleaned of what lasted', async () => {
  const workspace = await newWorkspace();
  const lasting = async () =>
    (
      await rows<{ ordinal: number }>(
        `select ordinal from state_segment_fact where workspace_id = {workspaceId: String} and day = toDate(${OPEN_DAY}) order by ordinal`,
        workspace,
      )
    ).map(({ ordinal }) => ordinal);
  await door.accept(workspace, 'api', [created('a:1')]);
  await loader.drain();
  expect(await lasting()).toEqual([0]);
  await door.accept(workspace, 'api', [
    event('a:1', 10, 'status.changed', { to: 'pending' }),
    event('a:1', 60 * 24 * 3, 'status.changed', { to: 'open' }),
  ]);
  await loader.drain();
  await analytics.tidy(TABLES_OF_TICKETS);
  expect(await lasting()).toEqual([2]);
  await expectAgreement(workspace);
  await door.accept(workspace, 'api', [event('a:1', 60 * 24 * 4, 'status.changed', { to: 'resolved' })]);
  await loader.drain();
  await analytics.tidy(TABLES_OF_TICKETS);
  expect(await lasting()).toEqual([]);
  const days =
    'select ordinal, toString(day) as day from state_segment_fact final where workspace_id = {workspaceId: String} order by ordinal';
  expect((await rows<{ day: string }>(days, workspace)).map(({ day }) => day)).toEqual([
    '2026-03-02',
    '2026-03-05',
    '2026-03-06',
    '2026-03-06',
  ]);
  await expectAgreement(workspace);
});

test('makes the tables of an older layout anew', async () => {
  const workspace = await newWorkspace();
  await door.accept(workspace, 'api', [created('a:1'), reply('a:1', 12)]);
  await loader.drain();
  for (const table of ['ticket_fact', 'response_fact', 'facts_mark']) await analytics.client.command({ query: `drop table ${table} sync` });
  await analytics.client.command({
    query: `create table ticket_fact (workspace_id String, created_at DateTime64(3, 'UTC'), ticket String, version UInt64, is_deleted UInt8)
      engine = ReplacingMergeTree(version, is_deleted) partition by toYYYYMM(created_at) order by (workspace_id, created_at, ticket)`,
  });
  await analytics.client.command({
    query: `create table facts_mark (name String, at DateTime64(3, 'UTC'), version UInt64, is_deleted UInt8)
      engine = ReplacingMergeTree(version, is_deleted) order by name`,
  });
  await analytics.client.command({
    query: `insert into facts_mark values ('complete with presence, business time and tenure', now64(3), 1, 0)`,
  });
  await pool.query(`update fact_ledger set written = '[{"at": 1772442000000, "rows": [1, 1, 0, 0, 0, 0]}]' where workspace_id = $1`, [
    workspace,
  ]);
  expect(await completeSince(analytics)).toBeNull();
  await createLoader({ postgres, analytics, clock }).drain();
  expect(await completeSince(analytics)).not.toBeNull();
  expect(await tickets(workspace)).toMatchObject([{ ticket: 'a:1', first_response_ms: 720_000 }]);
  await expectAgreement(workspace);
});
