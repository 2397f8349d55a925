/** What automations tell people: the ticket by its number with the way to it, teams by name, the workspace by its own. */
import { automationSpec } from '@watchdesk/domain/automation';
import type { Notice } from '@watchdesk/domain/notification';
import { MOST_EVENTS } from '@watchdesk/domain/ticket';
import { afterAll, expect, test } from 'vitest';
import { startAsking } from '../../test/asking.ts';
import { postgresDatabase } from '../../test/databases.ts';
import { createDoor } from '../ingest/index.ts';
import { ensureRules } from '../rules/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { createAutomations } from './index.ts';
import { noticesIn } from './told.ts';

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
  post: async (_tx, _workspace, news) => void told.push(...noticesIn(news)),
  surveys: asking.surveys,
  onTrouble: (error) => {
    throw error;
  },
});

const saver = { workspaceId: 'w', who: { kind: 'person', id: 'p', name: 'Pat', from: null }, name: 'Pat' } as const;

test('a notice names its ticket by the number and the workspace by its name, and no customer', async () => {
  await postgres.pool.query(`insert into workspace (workspace_id, name) values ('w', 'Field & Sons')`);
  await ensureRules(postgres, 'w');
  await door.accept('w', 's', [{ id: 'care', at: now, type: 'team.upserted', data: { id: 'care', name: 'Customer care' } }]);
  await automations.turn();
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

test('nobody is told by a run whose changes the door does not take, as of a ticket that holds no more, and others go on', async () => {
  await postgres.pool.query(`insert into connection (workspace_id, source, kind, label, writable) values ('w', 's', 'api', 'Ours', true)`);
  const spec = automationSpec.parse({
    name: 'Both',
    trigger: { kind: 'event', events: ['tag.changed'] },
    actions: [
      { do: 'category', to: 'x' },
      { do: 'notify', severity: 'info', audience: { roles: ['lead'] }, message: 'It is x now.' },
    ],
  });
  const { id } = await automations.create(saver, spec);
  now += 2000;
  await automations.turn();
  const by = { kind: 'customer', id: 'c' } as const;
  const change = (ticket: string, type: string, data: object) => ({
    id: `${ticket} ${type} ${now}`,
    at: now,
    ticket,
    type,
    data,
    actor: by,
  });
  const notes = Array.from({ length: MOST_EVENTS - 2 }, (_, index) => ({
    ...change('s:full', 'ticket.message', { messageId: `m${index}`, visibility: 'internal' }),
    id: `note ${index}`,
  }));
  await door.bulk('w', 's', [change('s:full', 'ticket.created', {}), ...notes]);
  await door.accept('w', 's', [change('s:free', 'ticket.created', {})]);
  now += 2000;
  await automations.turn();
  told.length = 0;
  now += 1000;
  await door.accept(
    'w',
    's',
    ['s:full', 's:free'].map((ticket) => change(ticket, 'tag.changed', { added: ['y'], removed: [] })),
  );
  now += 2000;
  await automations.turn();
  expect(told.map(({ ticketId }) => ticketId)).toEqual(['s:free']);
  const { rows } = await postgres.pool.query(
    `select ticket, outcome, why from automation_run where workspace_id = 'w' and automation = $1 order by ticket`,
    [id],
  );
  expect(rows).toEqual([
    { ticket: 's:free', outcome: 'ran', why: expect.anything() },
    { ticket: 's:full', outcome: 'stopped', why: expect.stringContaining('The ticket takes no more: holds 20000 events') },
  ]);
}, 120_000);
