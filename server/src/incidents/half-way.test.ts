/** What somebody asks for is done though something came between: a declaration that stopped half way, and the notice of an end that somebody else had declared. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { createDoor } from '../ingest/index.ts';
import { ensureRules } from '../rules/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { createIncidents } from './index.ts';

const NOON = Date.UTC(2026, 5, 2, 12);
const who = { kind: 'person', id: 'p', name: 'Ann', from: null } as const;
const actor = { workspaceId: 'w', sight: { to: 'all' }, by: 'ann', who } as const;
const opening = {
  isProposed: false,
  title: 'x',
  users: 'all',
  block: 'complete',
  overrides: [],
  services: [],
  regions: [],
  customers: [],
} as const;
const postgres = openPostgres(await postgresDatabase());
const clock = { now: () => NOON };
const door = createDoor({ postgres, clock });
const onTrouble = (error: unknown) => {
  throw error;
};
const incidents = createIncidents({ postgres, clock, door, onTrouble });
afterAll(async () => {
  await incidents.close();
  await postgres.close();
});
beforeAll(async () => {
  await postgres.pool.query(`insert into workspace (workspace_id, name) values ('w', 'w')`);
  await ensureRules(postgres, 'w');
  const ticket = (id: string) => ({
    id,
    at: NOON - 1000,
    ticket: `s:${id}`,
    type: 'ticket.created',
    data: { requester: 'c', subject: 'h' },
  });
  await door.accept('w', 's', ['y', 'z'].map(ticket));
});
const ticketsOf = async (id: string) => (await incidents.get(actor, id)).ticketIds.toSorted();

test('a declaration that failed before its tickets were linked links them when it is asked for again', async () => {
  let calls = 0;
  const accept: typeof door.accept = (...given) => {
    calls += 1;
    return calls === 2 ? Promise.reject(new Error('the database went away')) : door.accept(...given);
  };
  const broken = createIncidents({ postgres, clock, door: { accept }, onTrouble });
  const asked = { ...opening, tickets: ['s:y', 's:z'] };
  await expect(broken.open(actor, asked, 'request')).rejects.toThrow('went away');
  await broken.close();
  const id = await incidents.open(actor, asked, 'request');
  expect(await ticketsOf(id)).toEqual(['s:y', 's:z']);
  expect(await incidents.open(actor, asked, 'request')).toBe(id);
});

test('a request that is repeated for the rest links the rest, and nothing that somebody took off since', async () => {
  const id = await incidents.open(actor, { ...opening, tickets: [] });
  await incidents.link(actor, id, ['s:y'], true, 'half:1');
  await incidents.link(actor, id, ['s:y', 's:z'], true, 'half:1');
  expect(await ticketsOf(id)).toEqual(['s:y', 's:z']);
});

test('a notice reaches customers though somebody has resolved it meanwhile, once, and is refused where they know', async () => {
  const id = await incidents.open(actor, { ...opening, tickets: [] });
  await incidents.act(actor, id, { name: 'update', audience: 'customers', text: 'We are on it.' });
  await incidents.act(actor, id, { name: 'status', status: 'resolved', untoldFor: 'somebody else does' });
  const notice = { name: 'status', status: 'resolved', notice: { text: 'It is over.' } } as const;
  await incidents.act(actor, id, notice, 'notice');
  await incidents.act(actor, id, notice, 'notice');
  const told = (await incidents.get(actor, id)).timeline.filter(({ type }) => type === 'incident.update_posted');
  expect(told.map(({ text }) => text)).toEqual(['We are on it.', 'It is over.']);
  expect((await incidents.get(actor, id)).owesEnd).toBe(false);
  await expect(incidents.act(actor, id, notice)).rejects.toMatchObject({
    code: 'not_possible',
    message: expect.stringContaining('was not sent'),
  });
});
