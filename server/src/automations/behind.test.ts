/** What a stop made late is done, nobody is told of it, and administrators are told that this is so: once for each time behind, wherever it is killed. */
import { automationSpec } from '@watchdesk/domain/automation';
import type { Notice } from '@watchdesk/domain/notification';
import { afterAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { SEES_ALL } from '../accounts/index.ts';
import { createDoor } from '../ingest/index.ts';
import { ensureRules } from '../rules/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { createAutomations } from './index.ts';

const postgres = openPostgres(await postgresDatabase());
afterAll(() => postgres.close());
const { pool } = postgres;
const MINUTE = 60_000;
let now = Date.UTC(2026, 5, 2, 12);
const clock = { now: () => now };
const door = createDoor({ postgres, clock });
const UNASKED = () => Promise.reject(new Error('no automation asks customers'));
let dies = false;
await pool.query('create table told (notice jsonb, audience jsonb); grant all on told to public');
const automations = createAutomations({
  postgres,
  clock,
  door,
  commands: { areTaken: async () => ({ isOn: false, offAt: null }), ask: async () => {} },
  post: async (tx, _workspace, news) => {
    for (const one of news)
      if ('notice' in one) await tx.query('insert into told values ($1, $2)', [JSON.stringify(one.notice), JSON.stringify(one.audience)]);
    if (dies) throw new Error('killed');
  },
  surveys: { factsOf: UNASKED, ask: UNASKED },
  onTrouble: () => {},
});
const told = async () =>
  (await pool.query<{ notice: Notice; audience: object }>("select * from told order by notice->>'at', notice->>'event'")).rows;
const create = (ticket: string) =>
  door.accept('w', 's', [{ id: ticket, at: now, ticket, type: 'ticket.created', data: {}, actor: { kind: 'customer', id: 'c' } }]);

test('administrators are told once for each time behind, and how much was left out', async () => {
  await pool.query(`insert into workspace (workspace_id, name) values ('w', 'w')`);
  await pool.query(`insert into connection (workspace_id, source, kind, label, writable) values ('w', 's', 'api', 'Ours', true)`);
  await ensureRules(postgres, 'w');
  await automations.turn();
  const spec = automationSpec.parse({
    name: 'One',
    trigger: { kind: 'event', events: ['ticket.created'] },
    actions: [
      { do: 'tag', add: ['late'] },
      { do: 'notify', audience: { roles: ['lead'] } },
    ],
  });
  await automations.create({ workspaceId: 'w', who: { kind: 'person', id: 'p', name: 'Pat', from: null }, name: 'Pat' }, spec);
  for (const ticket of ['s:1', 's:2', 's:3']) await create(ticket);
  now += 16 * MINUTE;
  await create('s:4');
  dies = true;
  await expect(automations.turn()).rejects.toThrow('killed');
  expect(await told()).toEqual([]);
  dies = false;
  await automations.turn();

  const { runs } = await automations.runs('w', SEES_ALL, { limit: 10 });
  const done = runs.map(({ ticket, outcome, effects }) => `${ticket} ${outcome} ${effects[1]?.why?.includes('late') ? 'untold' : 'told'}`);
  expect(done.toSorted()).toEqual(['s:1 ran untold', 's:2 ran untold', 's:3 ran untold', 's:4 ran told']);
  const said = (await told()).map(({ notice: { title, event, facts, ticketId }, audience }) => [
    title,
    event,
    ticketId ?? facts[0]?.value,
    audience,
  ]);
  expect(said).toHaveLength(3);
  expect(said).toEqual(
    expect.arrayContaining([
      ['Automations are behind', 'fired', undefined, { roles: ['admin'] }],
      ['Automations have caught up', 'resolved', '3', { roles: ['admin'] }],
      ['One: #4', 'fired', 's:4', expect.objectContaining({ roles: ['lead'] })],
    ]),
  );

  await automations.turn();
  expect(await told()).toHaveLength(3);
  await create('s:5');
  now += 16 * MINUTE;
  await automations.turn();
  expect((await told()).map(({ notice }) => notice.title).filter((title) => title === 'Automations are behind')).toHaveLength(2);
});
