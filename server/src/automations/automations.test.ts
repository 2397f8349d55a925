/** Automations on a real database and through the real door: what they do, once, whatever happens between; and what they leave alone. */
import { type AutomationInput, automationSpec, TEMPLATES } from '@watchdesk/domain/automation';
import type { Notice } from '@watchdesk/domain/notification';
import type { SentEvent } from '@watchdesk/domain/event';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { startAsking } from '../../test/asking.ts';
import { postgresDatabase } from '../../test/databases.ts';
import { SEES_ALL } from '../accounts/index.ts';
import { announceDue, createDoor } from '../ingest/index.ts';
import { ensureRules } from '../rules/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { createAutomations } from './index.ts';
import { noticesIn } from './told.ts';

const postgres = openPostgres(await postgresDatabase());
const { pool } = postgres;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A Tuesday, 12:00 UTC. */
const NOON = Date.UTC(2026, 5, 2, 12);
let now = NOON;
const clock = { now: () => now };
const door = createDoor({ postgres, clock });
const asking = await startAsking(postgres, clock, door);
afterAll(async () => {
  await asking.close();
  await postgres.close();
});
let told: { workspace: string; notice: Notice }[] = [];
let asked: { id: string; command: object }[] = [];
let isOrdered = false;
let dies: 'door' | 'answer' | 'ask' | undefined;
const killedAt = (place: typeof dies) => {
  if (dies === place) throw new Error('killed');
};

const automations = createAutomations({
  postgres,
  clock,
  door: {
    accept: async (...given) => {
      killedAt('door');
      const outcomes = await door.accept(...given);
      killedAt('answer');
      return outcomes;
    },
  },
  commands: {
    areTaken: async () => ({ isOn: isOrdered, offAt: null }),
    ask: async (_workspace, _source, { id, command }) => {
      killedAt('ask');
      if (!asked.some((one) => one.id === id)) asked.push({ id, command });
    },
  },
  post: async (tx, workspaceId, news) => {
    await tx.query('select');
    told.push(...noticesIn(news).map((notice) => ({ workspace: workspaceId, notice })));
  },
  surveys: asking.surveys,
  onTrouble: (error) => {
    throw error;
  },
});

let workspace = '';
let count = 0;
beforeEach(async () => {
  // Time goes on from test to test, as it does for the one runner.
  now = NOON + 7 * 24 * HOUR * count;
  [told, asked, isOrdered, dies] = [[], [], false, undefined];
  await pool.query('update automation set enabled_at = null, looked_until = null, deleted_at = now()');
  await pool.query('update automation_run set due_at = null, orders = null');
  workspace = `w${(count += 1)}`;
  await pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [workspace]);
  await pool.query(
    `insert into connection (workspace_id, source, kind, label, writable) values ($1, 's', 'api', 'Ours', true), ($1, 'z', 'api', 'Zendesk', false)`,
    [workspace],
  );
  await ensureRules(postgres, workspace);
  await turn();
});

const saver = () => ({ workspaceId: workspace, who: { kind: 'person', id: 'p', name: 'Pat', from: null }, name: 'Pat' }) as const;
const USUAL: AutomationInput = {
  name: 'One',
  trigger: { kind: 'event', events: ['ticket.created'] },
  actions: [{ do: 'category', to: 'x' }],
};
const make = (input: Partial<AutomationInput>) => automations.create(saver(), automationSpec.parse({ ...USUAL, ...input }));
const makeTemplate = (id: string) => make(TEMPLATES.find((one) => one.id === id)!.spec);
const turn = async (): Promise<void> => {
  // What time makes due is looked for every other second.
  now += 2_000;
  expect(await automations.turn()).toBe(true);
};

let events = 0;
const send = async (ticket: string, type: string, data: object, by: SentEvent['actor'] = { kind: 'customer', id: 'c' }, at = now) => {
  const outcomes = await door.accept(workspace, ticket.slice(0, 1), [{ id: `e${(events += 1)}`, at, ticket, type, data, actor: by }]);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted']);
};
const create = (ticket: string, data: object = {}, at = now) =>
  send(ticket, 'ticket.created', { requester: 'c', subject: 'My passwords', ...data }, undefined, at);
const log = async (ticket: string) => {
  const { rows } = await pool.query<{ type: string; actor: string; data: Record<string, unknown> }>(
    `select type, actor_kind || ' ' || coalesce(actor_id, '') as actor, data from event_log where workspace_id = $1 and stream = 'ticket/' || $2 and actor_kind = 'automation' order by position`,
    [workspace, ticket],
  );
  return rows;
};
const runs = async (ticket?: string) => (await automations.runs(workspace, SEES_ALL, { ticket, limit: 50 })).runs;

test('the first worked rule: sorted, routed and helped, in events that say who did it, with a run that says why', async () => {
  const { id } = await makeTemplate('sorting.authentication');
  await create('s:1');
  await create('s:2', { subject: 'The colours' });
  await turn();
  await turn();
  expect(await log('s:1')).toEqual([
    { type: 'category.changed', actor: `automation ${id}`, data: { to: 'Authentication' } },
    { type: 'team.changed', actor: `automation ${id}`, data: { to: 'Authentication Team' } },
    { type: 'ticket.message', actor: `automation ${id}`, data: { messageId: expect.any(String), visibility: 'internal' } },
  ]);
  expect(await log('s:2')).toEqual([]);
  const [run, ...others] = await runs();
  expect(others).toEqual([]);
  expect(run).toMatchObject({
    ticket: 's:1',
    outcome: 'ran',
    why: 'Because a ticket is created.',
    conditions: { met: true, saw: 'password*' },
    effects: [{ events: ['category.changed'] }, { events: ['team.changed'] }, { events: ['ticket.message'] }],
    event: { source: 's', type: 'ticket.created' },
  });
  expect(JSON.stringify(run)).not.toContain('My passwords');
});

test('opened again while it waited, nobody is asked; switched off while it waited, it stops', async () => {
  const { id } = await makeTemplate('surveys.csat');
  for (const ticket of ['s:1', 's:2']) {
    await create(ticket);
    await send(ticket, 'status.changed', { to: 'resolved' }, { kind: 'agent', id: 'a' });
  }
  await turn();
  await send('s:1', 'status.changed', { to: 'open' });
  now += 2 * HOUR + MINUTE;
  await turn();
  expect(await log('s:1')).toEqual([]);
  expect(await runs('s:1')).toMatchObject([{ outcome: 'not_met' }]);
  expect(await runs('s:2')).toMatchObject([{ outcome: 'ran' }]);
  await create('s:3');
  await send('s:3', 'status.changed', { to: 'resolved' }, { kind: 'agent', id: 'a' });
  await turn();
  await automations.enable(saver(), id, false);
  now += 2 * HOUR + MINUTE;
  await turn();
  expect(await runs('s:3')).toMatchObject([{ outcome: 'stopped', why: expect.stringContaining('switched off') }]);
});

describe('time', () => {
  test('the second worked rule: at two hours, not before, once, and for what was created after it was switched on', async () => {
    await create('s:0', { priority: 'P2', status: 'open' });
    now += 3 * HOUR;
    await makeTemplate('time.high_two_hours');
    const since = new Date(now).toISOString();
    await create('s:1', { priority: 'P2', status: 'open' });
    await create('s:2', { priority: 'P3', status: 'open' });
    now += 2 * HOUR - MINUTE;
    await turn();
    expect(await runs()).toEqual([]);
    now += MINUTE;
    await turn();
    await turn();
    expect(await runs()).toMatchObject([{ ticket: 's:1', outcome: 'ran', since }]);
    // Whoever is on call is found in on-call.test.ts; here is no schedule.
    expect((await log('s:1')).map(({ type }) => type)).toEqual(['ticket.message']);
    expect((await runs())[0]!.effects.at(-1)).toMatchObject({ kind: 'none', why: 'nobody is on call' });
    expect(told.map(({ notice }) => notice.title)).toEqual(['#1 approaches its promise']);
  });

  test('an idle ticket is reminded of once, until somebody else does something', async () => {
    await make({ trigger: { kind: 'time', since: 'update', seconds: 3600 }, actions: [{ do: 'note', body: 'Idle' }] });
    await create('s:1');
    for (let hour = 0; hour < 4; hour += 1) {
      now += HOUR + MINUTE;
      await turn();
    }
    expect((await runs()).map(({ outcome, why }) => [outcome, why]).toReversed()).toEqual([
      ['ran', 'Because nothing has happened for 1 hour.'],
      ['stopped', 'It would answer what it did itself.'],
    ]);
    await send('s:1', 'ticket.message', { messageId: 'm', visibility: 'public', text: 'Hello?' });
    now += HOUR + MINUTE;
    await turn();
    expect(await log('s:1')).toHaveLength(2);
  });

  test('a step of a clock', async () => {
    await makeTemplate('promises.80');
    await create('s:1', { priority: 'P1' });
    now += 12 * MINUTE;
    await announceDue(pool, 'live', now, 100);
    await turn();
    expect(told).toHaveLength(1);
    expect((await log('s:1')).map(({ type }) => type)).toEqual(['ticket.message']);
  });
});

test('is silent about imports, about what is old when it comes, and about what came before it was switched on', async () => {
  await create('s:0');
  now += MINUTE;
  await make({});
  await door.bulk(workspace, 's', [{ id: 'b', at: now, ticket: 's:1', type: 'ticket.created', data: {}, actor: { kind: 'customer' } }]);
  await create('s:2', {}, now - HOUR);
  await turn();
  expect(await runs()).toEqual([]);
  await create('s:3');
  await turn();
  expect(await runs()).toMatchObject([{ ticket: 's:3' }]);
});

describe('no two keep each other busy', () => {
  test('one that answers itself, and two that answer each other, end, and say why', async () => {
    await make({
      name: 'Up',
      trigger: { kind: 'event', events: ['priority.changed'] },
      conditions: { field: 'priority', is: ['P4'] },
      actions: [{ do: 'priority', to: 'P2' }],
    });
    await make({
      name: 'Down',
      trigger: { kind: 'event', events: ['priority.changed'] },
      conditions: { field: 'priority', is: ['P2'] },
      actions: [{ do: 'priority', to: 'P4' }],
    });
    await create('s:1');
    await send('s:1', 'priority.changed', { to: 'P4' }, { kind: 'agent', id: 'a' });
    for (let index = 0; index < 6; index += 1) await turn();
    const all = await runs('s:1');
    expect(all.filter(({ outcome }) => outcome === 'ran').length).toBeLessThanOrEqual(4);
    expect(all.filter(({ outcome }) => outcome === 'stopped').map(({ why }) => why)).toContain(
      'It would answer what came of what it did itself.',
    );
    await turn();
    expect(await runs('s:1')).toHaveLength(all.length);
  });
});

describe('killed anywhere, it is done once', () => {
  const TAGS_AND_TELLS: AutomationInput['actions'] = [
    { do: 'tag', add: ['once'] },
    { do: 'notify', audience: { roles: ['lead'] } },
  ];
  test('before its events are taken', async () => {
    await make({ actions: TAGS_AND_TELLS });
    await create('s:1');
    dies = 'door';
    await expect(automations.turn()).rejects.toThrow('killed');
    expect([await log('s:1'), await runs(), told]).toEqual([[], [], []]);
    dies = undefined;
    await turn();
    await turn();
    expect([(await log('s:1')).length, (await runs()).length, told.length]).toEqual([1, 1, 1]);
  });

  test('once they are taken: the run and the notice came with them', async () => {
    await make({ actions: TAGS_AND_TELLS });
    await create('s:1');
    dies = 'answer';
    await expect(automations.turn()).rejects.toThrow('killed');
    expect([(await log('s:1')).length, (await runs()).length, told.length]).toEqual([1, 1, 1]);
    dies = undefined;
    await turn();
    expect([(await log('s:1')).length, (await runs()).length, told.length]).toEqual([1, 1, 1]);
  });

  test('after, before its place in the log has moved: the same again is the same run', async () => {
    await make({ actions: [{ do: 'note', body: 'once' }] });
    const { rows } = await pool.query(`select transaction_id::text as transaction, position from reader where name = 'automations'`);
    await create('s:1');
    await turn();
    await pool.query(`update reader set transaction_id = $1::xid8, position = $2 where name = 'automations'`, [
      rows[0].transaction,
      rows[0].position,
    ]);
    await turn();
    expect([(await log('s:1')).length, (await runs()).length]).toEqual([1, 1]);
  });

  test('before the help desk is asked', async () => {
    isOrdered = true;
    await make({
      actions: [
        { do: 'priority', to: 'P1' },
        { do: 'category', to: 'x' },
        { do: 'note', body: 'n' },
      ],
    });
    await create('z:1');
    dies = 'ask';
    await expect(automations.turn()).rejects.toThrow('killed');
    dies = undefined;
    await turn();
    await turn();
    expect(asked.map(({ command }) => command)).toEqual([
      { kind: 'priority', to: 'P1' },
      { kind: 'note', text: 'n' },
    ]);
    expect(await log('z:1')).toEqual([]);
    expect((await runs())[0]!.effects[1]).toMatchObject({ kind: 'none', why: 'Zendesk is not asked for this; it is done there' });
  });
});

/** What was asked for goes, and is told of. */
const deliver = async (): Promise<void> => {
  await asking.deliver();
  expect(await asking.surveys.turn()).toBe(true);
};

test('on a read-only connection nothing is changed, surveys and links are ours, and people are told', async () => {
  await make({
    actions: [
      { do: 'priority', to: 'P1' },
      { do: 'survey', survey: 'csat' },
      { do: 'link', to: 's:9', kind: 'known_issue' },
      { do: 'notify', audience: { roles: ['lead'] } },
    ],
  });
  await asking.say(workspace, { afterResolve: false });
  await asking.know(workspace, 'c', 'cleo@customer.example');
  await create('z:1');
  await turn();
  expect((await log('z:1')).map(({ type }) => type)).toEqual(['ticket.linked']);
  await deliver();
  expect((await log('z:1')).map(({ type }) => type)).toEqual(['ticket.linked', 'survey.requested']);
  expect([told.length, (await runs())[0]!.effects[0]!.why]).toEqual([1, 'Zendesk is read-only here']);
});
