/** What automations tell people: the ticket by its number with the way to it, teams by name, the workspace by its own. */
import { automationSpec } from '@watchdesk/domain/automation';
import type { Notice } from '@watchdesk/domain/notification';
import { afterAll, expect, test } from 'vitest';
import { startAsking } from '../../test/asking.ts';
import { postgresDatabase } from '../../test/databases.ts';
import { createDoor } from '../ingest/index.ts';
import { ensureRules } from '../rules/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { createAutomations } from './index.ts';

const postgres = openPostgres(await postgresDatabase());
let now = Date.UTC(2026, 5, 2, 12);
const clock = { now: () => now };
const door = createDoor({ postgres, clock });
const asking = await startAsking(postgres, clock, door);
afterAll(async () => {
  await asking.close();
  await postgres.close();
});
const told: Notice[] = [];
const automations = createAutomations({
  postgres,
  clock,
  door,
  commands: { areTaken: async () => ({ isOn: false, offAt: null }), ask: async () => {} },
  post: async (_tx, _workspace, news) => void told.push(...news.map(({ notice }) => notice)),
  surveys: asking.surveys,
  onTrouble: (error) => {
    throw error;
  },
});

test('a notice names its ticket by the number and the workspace by its name, and no customer', async () => {
  await postgres.pool.query(`insert into workspace (workspace_id, name) values ('w', 'Field & Sons')`);
  await ensureRules(postgres, 'w');
  await door.accept('w', 's', [{ id: 'care', at: now, type: 'team.upserted', data: { id: 'care', name: 'Customer care' } }]);
  await automations.turn();
  const saver = { workspaceId: 'w', who: { kind: 'person', id: 'p', name: 'Pat', from: null }, name: 'Pat' } as const;
  const notify = { do: 'notify', severity: 'info', audience: { roles: ['lead'] }, message: 'About {{ticket}} of {{workspace}}.' } as const;
  const make = (name: string, title?: string) =>
    automations.create(
      saver,
      automationSpec.parse({
        name,
        trigger: { kind: 'event', events: ['ticket.created'] },
        actions: [{ ...notify, ...(title !== undefined && { title }) }],
      }),
    );
  await make('Plain');
  await make('Titled', '{{workspace}}: {{ticket}} came');
  await door.accept('w', 's', [
    {
      id: 'one',
      at: (now += 1000),
      ticket: 's:4711',
      type: 'ticket.created',
      data: { requester: 'c', subject: 'My secret', team: 'care' },
      actor: { kind: 'customer', id: 'c' },
    },
  ]);
  now += 2000;
  await automations.turn();
  expect(told.map(({ title, what, team, ticketId }) => [title, what, team, ticketId])).toEqual([
    ['Plain: #4711', 'About #4711 of Field & Sons.', 'Customer care', 's:4711'],
    ['Field & Sons: #4711 came', 'About #4711 of Field & Sons.', 'Customer care', 's:4711'],
  ]);
  expect(told[0]!.links[0]).toEqual({ label: 'Open the ticket', path: '/tickets/s%3A4711' });
  expect(told[0]!.facts).toEqual(
    expect.arrayContaining([
      { label: 'Ticket', value: '#4711' },
      { label: 'Team', value: 'Customer care' },
    ]),
  );
  expect(JSON.stringify(told)).not.toContain('secret');
});
