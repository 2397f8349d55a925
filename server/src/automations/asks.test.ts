/** Automations that ask customers how it was: once, by a letter, and with the reason where they do not. */
import { type AutomationInput, automationSpec, TEMPLATES } from '@watchdesk/domain/automation';
import type { SentEvent } from '@watchdesk/domain/event';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { startAsking } from '../../test/asking.ts';
import { postgresDatabase } from '../../test/databases.ts';
import { SEES_ALL } from '../accounts/index.ts';
import { createDoor } from '../ingest/index.ts';
import { ensureRules } from '../rules/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { createAutomations } from './index.ts';

const postgres = openPostgres(await postgresDatabase());
const { pool } = postgres;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A Tuesday, 12:00 UTC. */
let now = Date.UTC(2026, 5, 2, 12);
const clock = { now: () => now };
const door = createDoor({ postgres, clock });
const asking = await startAsking(postgres, clock, door);
afterAll(async () => {
  await asking.close();
  await postgres.close();
});
const automations = createAutomations({
  postgres,
  clock,
  door,
  commands: { areTaken: async () => ({ isOn: false, offAt: null }), ask: async () => {} },
  post: async () => {},
  surveys: asking.surveys,
  onTrouble: (error) => {
    throw error;
  },
});

let workspace = '';
let [count, events] = [0, 0];
beforeEach(async () => {
  now += 30 * 24 * HOUR;
  workspace = `w${(count += 1)}`;
  await pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [workspace]);
  await pool.query(`insert into connection (workspace_id, source, kind, label, writable) values ($1, 's', 'api', 'Ours', true)`, [
    workspace,
  ]);
  await ensureRules(postgres, workspace);
  await turn();
});

const make = (input: Partial<AutomationInput>) => {
  const saver = { workspaceId: workspace, who: { kind: 'person', id: 'p', name: 'Pat', from: null }, name: 'Pat' } as const;
  return automations.create(saver, automationSpec.parse({ name: 'One', ...input }));
};
const makeTemplate = (id: string) => make(TEMPLATES.find((one) => one.id === id)!.spec);
const turn = async (): Promise<void> => {
  now += 2_000;
  expect(await automations.turn()).toBe(true);
};
const send = async (ticket: string, type: string, data: object, by: SentEvent['actor'] = { kind: 'customer', id: 'c' }) => {
  const outcomes = await door.accept(workspace, 's', [{ id: `e${(events += 1)}`, at: now, ticket, type, data, actor: by }]);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted']);
};
const create = (ticket: string) => send(ticket, 'ticket.created', { requester: 'c', subject: 'My passwords' });
const resolve = (ticket: string) => send(ticket, 'status.changed', { to: 'resolved' }, { kind: 'agent', id: 'a' });
const log = async (ticket: string) => {
  const { rows } = await pool.query<{ type: string; actor: string }>(
    `select type, actor_kind || ' ' || actor_id as actor from event_log where workspace_id = $1 and stream = 'ticket/' || $2 and actor_kind = 'automation'`,
    [workspace, ticket],
  );
  return rows;
};
const runs = async (ticket?: string) => (await automations.runs(workspace, SEES_ALL, { ticket, limit: 50 })).runs;
/** What was asked for goes, and is told of. */
const deliver = async (): Promise<void> => {
  await asking.deliver();
  expect(await asking.surveys.turn()).toBe(true);
};

test('the third worked rule: two hours after it is resolved the customer is asked, once, and after a restart too', async () => {
  await asking.say(workspace, { afterResolve: false });
  await asking.know(workspace, 'c', 'cleo@customer.example');
  const { id } = await makeTemplate('surveys.csat');
  await create('s:1');
  await resolve('s:1');
  await turn();
  expect(await runs()).toMatchObject([{ outcome: 'waits', waitsUntil: new Date(now + 2 * HOUR).toISOString() }]);
  now += HOUR;
  await turn();
  expect(await log('s:1')).toEqual([]);
  now += HOUR + MINUTE;
  await turn();
  await turn();
  // Not before the mail server has it.
  expect(await log('s:1')).toEqual([]);
  const before = asking.smtp.delivered.length;
  await deliver();
  await deliver();
  expect(asking.smtp.delivered.slice(before).map(({ to }) => to.join())).toEqual(['cleo@customer.example']);
  expect((await log('s:1')).map(({ type, actor }) => [type, actor])).toEqual([['survey.requested', `automation ${id}`]]);
  expect(await runs()).toMatchObject([{ outcome: 'ran', waitsUntil: null, effects: [{ events: ['survey.requested'] }] }]);
});

test('why a customer is not asked stands in the run, and of two at the same moment one is', async () => {
  await make({ trigger: { kind: 'event', events: ['status.changed'] }, actions: [{ do: 'survey', survey: 'csat' }] });
  const whyOf = async (ticket: string) => {
    await create(ticket);
    await resolve(ticket);
    await turn();
    return (await runs(ticket))[0]!.effects[0]!.why;
  };
  expect(await whyOf('s:1')).toBe('surveys are switched off in Settings › Surveys');
  await asking.say(workspace, { afterResolve: false });
  expect(await whyOf('s:2')).toBe('no e-mail address of the customer is known');
  await asking.know(workspace, 'c', 'cleo@customer.example');
  expect([await whyOf('s:3'), await whyOf('s:4')]).toEqual([null, 'the customer was asked within the last 7 days']);
  await deliver();
  now += 8 * 24 * HOUR;
  for (const ticket of ['s:5', 's:6']) await create(ticket);
  for (const ticket of ['s:5', 's:6']) await resolve(ticket);
  await turn();
  expect([(await runs('s:5'))[0]!.effects[0]!.why, (await runs('s:6'))[0]!.effects[0]!.why]).toEqual([
    null,
    'the customer was asked within the last 7 days',
  ]);
  await deliver();
});
