import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clickhouseDatabase, postgresDatabase } from '../../test/databases.ts';
import { compareFacts, createLoader, openAnalytics } from '../store/analytics/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { checkStores, createDoor, replay } from './index.ts';

const postgres = openPostgres(await postgresDatabase());
const analytics = openAnalytics(await clickhouseDatabase());
const { pool } = postgres;
const clock = { now: () => Date.UTC(2026, 5, 1) };
const door = createDoor({ postgres, clock });
const loader = createLoader({ postgres, analytics, clock });
beforeAll(() => analytics.migrate());
afterAll(() => Promise.all([postgres.close(), analytics.close()]));

let workspaces = 0;
const at = (minutes: number) => Date.UTC(2026, 4, 1) + minutes * 60_000;
const actor = { kind: 'agent', id: 'a-1' };
const created = (ticket: string) => ({
  id: `${ticket} created`,
  at: at(0),
  actor,
  ticket,
  type: 'ticket.created',
  data: { subject: 'Cannot sign in', requester: 'c', team: 'billing', tags: ['vip'] },
});

/** A workspace with every kind of thing the doctor looks at. */
async function newWorkspace(): Promise<string> {
  const id = `w${(workspaces += 1)}`;
  await pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [id]);
  await door.accept(id, 'api', [
    created('a:1'),
    created('a:2'),
    created('a:3'),
    { id: 'reply', at: at(5), actor, ticket: 'a:1', type: 'ticket.message', data: { messageId: 'm', visibility: 'public' } },
    { id: 'up', at: at(6), actor, ticket: 'a:1', type: 'ticket.escalated', data: { toTier: 'L2', kind: 'technical' } },
    { id: 'merged', at: at(9), actor, ticket: 'a:2', type: 'ticket.merged', data: { into: 'a:1' } },
    { id: 'parked', at: at(9), actor, ticket: 'a:3', type: 'ticket.merged', data: { into: 'a:9' } },
    { id: 'c', at: at(0), type: 'customer.upserted', data: { customer: 'c', country: 'NL' } },
  ]);
  await loader.drain();
  return id;
}

const findings = async (workspace: string) =>
  (await checkStores(postgres, workspace)).findings.map(({ stream, finding }) => [stream, finding]);

describe('the check of the stores', () => {
  test('finds nothing where all is well', async () => {
    expect(await findings(await newWorkspace())).toEqual([]);
  });

  test.each([
    [
      'a column of a list',
      `update ticket set status = 'closed', waiting_since = now() where workspace_id = $1 and id = 'a:3'`,
      'ticket/a:3',
      'has columns other than its state: waiting_since, status',
    ],
    ['tags', `update ticket set tags = '{}', created_at = null where workspace_id = $1 and id = 'a:3'`, 'ticket/a:3', 'created_at, tags'],
    [
      'a state',
      `update ticket set state = (state::jsonb - 'segments')::json where workspace_id = $1 and id = 'a:1'`,
      'ticket/a:1',
      'differs from the fold of its events in: segments',
    ],
    [
      'a ticket the log knows and the table does not',
      `delete from ticket where workspace_id = $1 and id = 'a:3'`,
      'ticket/a:3',
      'never folded',
    ],
    [
      'an entry',
      `update directory set state = jsonb_set(state, '{attributes,country}', '"BE"') where workspace_id = $1`,
      'customer/c',
      'attributes',
    ],
    [
      'a ticket without a word in the log',
      `insert into ticket (workspace_id, id, state, version, hidden, created_at) select workspace_id, 'a:7', state, 1, false, created_at from ticket where workspace_id = $1 and id = 'a:3'`,
      'ticket/a:7',
      'the log has no event',
    ],
    [
      'an entry without a word in the log',
      `insert into directory (workspace_id, kind, id, state, version) select workspace_id, kind, 'd', state, 1 from directory where workspace_id = $1`,
      'customer/d',
      'the log has no event',
    ],
    ['a lost link', `delete from ticket_merge where workspace_id = $1`, 'ticket/a:2', 'the two are not linked'],
    ['a link too many', `insert into ticket_merge values ($1, 'a:3', 'a:1')`, 'ticket/a:3', 'no merge in force'],
    ['a merge that forgot to wait', `delete from parked_event where workspace_id = $1`, 'ticket/a:3', 'should wait for a:9'],
    [
      'an event that waits for nothing',
      `insert into parked_event select workspace_id, source, id, stream, 'a:1', '' from event_log where workspace_id = $1 and id = 'up'`,
      'ticket/a:1',
      'nothing is missing',
    ],
  ])('finds %s that is wrong, and replay mends it', async (_, damage, stream, finding) => {
    const workspace = await newWorkspace();
    await pool.query(damage, [workspace]);
    expect(await findings(workspace)).toContainEqual([stream, expect.stringContaining(finding) as string]);
    await replay(postgres, { workspaceId: workspace });
    expect(await findings(workspace)).toEqual([]);
  });
});

test('a ticket that the log does not bear out loses its facts, and may appear later all the same', async () => {
  const workspace = await newWorkspace();
  await door.accept(workspace, 'api', [created('a:5')]);
  await loader.drain();
  await pool.query(`delete from event_log where workspace_id = $1 and stream = 'ticket/a:5'`, [workspace]);
  await pool.query(`delete from personal_data where workspace_id = $1 and stream = 'ticket/a:5'`, [workspace]);
  expect(await replay(postgres, { workspaceId: workspace })).toMatchObject({ removed: 1 });
  await loader.drain();
  const facts = async () => {
    const query = `select ticket from ticket_fact final where workspace_id = '${workspace}' and ticket = 'a:5'`;
    return (await analytics.reader.query({ query, format: 'JSONEachRow' })).json();
  };
  expect(await facts()).toEqual([]);
  expect(await compareFacts({ pool, analytics, workspaceId: workspace })).toMatchObject({ wrong: 0 });
  // A merge into it waits, as into any ticket that nobody has seen; then it comes.
  const merge = { id: 'into 5', at: at(20), actor, ticket: 'a:1', type: 'ticket.merged', data: { into: 'a:5' } };
  expect(await door.accept(workspace, 'api', [merge])).toMatchObject([{ outcome: 'parked' }]);
  await door.accept(workspace, 'api', [created('a:5')]);
  await loader.drain();
  expect(await facts()).toEqual([{ ticket: 'a:5' }]);
  expect(await findings(workspace)).toEqual([]);
  expect(await compareFacts({ pool, analytics, workspaceId: workspace })).toMatchObject({ wrong: 0 });
});
