/** History told both ways: what really ran is what a dry run over it finds, of what was written and known then. */
import { type AutomationInput, automationSpec } from '@watchdesk/domain/automation';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { SEES_ALL } from '../accounts/index.ts';
import { createDoor } from '../ingest/index.ts';
import { ensureRules } from '../rules/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { LONGEST_TRIAL_MS } from '../trials.ts';
import { createAutomations } from './index.ts';

const postgres = openPostgres(await postgresDatabase());
afterAll(() => postgres.close());
const { pool } = postgres;
const MINUTE = 60_000;
let now = Date.UTC(2026, 5, 2, 12);
/** So much time passes whenever somebody asks for it. */
let hurry = 0;
const clock = { now: () => (now += hurry) };
const door = createDoor({ postgres, clock });
const UNASKED = () => Promise.reject(new Error('no automation asks customers'));
const automations = createAutomations({
  postgres,
  clock,
  door,
  commands: { areTaken: async () => ({ isOn: false, offAt: null }), ask: async () => {} },
  post: async () => {},
  surveys: { factsOf: UNASKED, ask: UNASKED },
  onTrouble: (error) => {
    throw error;
  },
});

let count = 0;
async function open(inputs: readonly AutomationInput[]) {
  const workspace = `w${(count += 1)}`;
  await pool.query('update automation set enabled_at = null, deleted_at = now()');
  await pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [workspace]);
  await pool.query(`insert into connection (workspace_id, source, kind, label, writable) values ($1, 's', 'api', 'Ours', true)`, [
    workspace,
  ]);
  await ensureRules(postgres, workspace);
  await automations.turn();
  const saver = { workspaceId: workspace, who: { kind: 'person', id: 'p', name: 'Pat', from: null }, name: 'Pat' } as const;
  const made = [];
  for (const input of inputs) made.push(await automations.create(saver, automationSpec.parse(input)));
  return { workspace, made };
}

let events = 0;
const send = (workspace: string, ticket: string, type: string, data: object, actor: object = { kind: 'customer', id: 'c' }) =>
  door.accept(workspace, 's', [{ id: `e${(events += 1)}`, at: now, ticket, type, data, actor }]);

const AUTOMATIONS: readonly AutomationInput[] = [
  {
    name: 'Refunds',
    trigger: { kind: 'event', events: ['ticket.message'] },
    conditions: {
      all: [
        { field: 'message', contains: ['refund'] },
        { field: 'event.actor', is: ['customer'] },
      ],
    },
    actions: [{ do: 'tag', add: ['refund'] }],
  },
  {
    name: 'Bills',
    trigger: { kind: 'event', events: ['ticket.message'] },
    conditions: { field: 'subject', contains: ['bill'] },
    actions: [{ do: 'tag', add: ['bill'] }],
  },
  {
    name: 'Alike',
    trigger: { kind: 'event', events: ['ticket.message', 'priority.changed'] },
    conditions: { field: 'similarTicket', is: ['yes'] },
    actions: [{ do: 'tag', add: ['alike'] }],
  },
  {
    name: 'Second',
    trigger: { kind: 'event', events: ['ticket.message', 'priority.changed'] },
    conditions: { field: 'priority', is: ['P2'] },
    actions: [{ do: 'tag', add: ['second'] }],
  },
  {
    name: 'Answers itself',
    trigger: { kind: 'event', events: ['priority.changed'] },
    actions: [{ do: 'priority', to: 'P1' }],
  },
];

const TEXTS = ['I want a refund', 'Never mind', 'The bill is wrong'];
const happening = fc.record({
  ticket: fc.integer({ min: 1, max: 3 }),
  what: fc.constantFrom('message', 'answer', 'subject', 'category', 'priority'),
  text: fc.constantFrom(...TEXTS),
  category: fc.constantFrom('a', 'b'),
  looks: fc.boolean(),
});

/** Of which minute each was that ran, was stopped or was not met. */
async function reallyRan(workspace: string, automation: string): Promise<string[]> {
  const { rows } = await pool.query<{ ticket: string; at: string; outcome: string }>(
    `select ticket, to_char(to_timestamp((happened->'event'->>'at')::float8 / 1000) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI') as at, outcome
     from automation_run where workspace_id = $1 and automation = $2`,
    [workspace, automation],
  );
  return rows.map(({ ticket, at, outcome }) => `${ticket} ${at} ${outcome}`).toSorted();
}

test('of each automation, however much has happened between two looks', async () => {
  let [ran, batches] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 15 }), async (happens) => {
      const { workspace, made } = await open(AUTOMATIONS);
      for (const ticket of [1, 2, 3])
        await send(workspace, `s:${ticket}`, 'ticket.created', { requester: 'c', subject: `Word ${ticket}`, category: `own ${ticket}` });
      for (const [index, { ticket, what, text, category, looks }] of happens.entries()) {
        now += MINUTE;
        const id = `s:${ticket}`;
        const message = { messageId: `m${index}`, visibility: 'public', text };
        if (what === 'message') await send(workspace, id, 'ticket.message', message);
        else if (what === 'answer') await send(workspace, id, 'ticket.message', message, { kind: 'agent', id: 'a' });
        else if (what === 'subject') await send(workspace, id, 'subject.changed', { to: text });
        else if (what === 'category') await send(workspace, id, 'category.changed', { to: category });
        else await send(workspace, id, 'priority.changed', { to: index % 2 === 0 ? 'P2' : 'P3' });
        batches += looks ? 0 : 1;
        // What an automation does is heard of in the turn after.
        for (const _ of looks || index === happens.length - 1 ? [1, 2] : []) await automations.turn();
      }
      now += MINUTE;
      for (const { id, spec } of made) {
        const dry = await automations.dryRun(workspace, SEES_ALL, spec, { id, days: 1 }, { person: 'p' });
        const found = dry.runs.map(({ ticket, at, outcome }) => `${ticket} ${at.slice(0, 16)} ${outcome}`).toSorted();
        expect([spec.name, ...found]).toEqual([spec.name, ...(await reallyRan(workspace, id))]);
        ran += dry.count;
      }
    }),
    { numRuns: 10 },
  );
  expect(ran).toBeGreaterThan(15);
  expect(batches).toBeGreaterThan(15);
}, 90_000);

test('stops after a while, says how far it came, and ends for whoever does not wait', async () => {
  const { workspace, made } = await open([{ ...AUTOMATIONS[0]!, name: 'Long' }]);
  for (let from = 0; from < 600; from += 300)
    await door.accept(
      workspace,
      's',
      Array.from({ length: 300 }, (_, index) => ({
        id: `long ${from + index}`,
        at: now,
        ticket: `s:${from + index}`,
        type: 'ticket.message',
        data: { messageId: 'm', visibility: 'public', text: 'refund' },
        actor: { kind: 'customer', id: 'c' },
      })),
    );
  const { spec } = made[0]!;
  const tried = (gone?: AbortSignal) => automations.dryRun(workspace, SEES_ALL, spec, { days: 1 }, { person: 'p', ...(gone && { gone }) });
  expect(await tried()).toMatchObject({ tickets: 600, bound: null });
  hurry = LONGEST_TRIAL_MS * 0.6;
  const cut = await tried();
  hurry = 0;
  expect(cut).toMatchObject({ tickets: 200, bound: { tickets: 200, why: 'time' } });
  await expect(tried(AbortSignal.abort())).rejects.toThrow('Nobody waits');
});

const SILENCE: readonly AutomationInput[] = [
  { name: 'Idle', trigger: { kind: 'time', since: 'update', seconds: 75 * 86_400 }, actions: [{ do: 'tag', add: ['idle'] }] },
  { name: 'Waits', trigger: { kind: 'time', since: 'wait', seconds: 60 * 86_400 }, actions: [{ do: 'tag', add: ['waits'] }] },
  { name: 'Silent', trigger: { kind: 'time', since: 'reply', seconds: 70 * 86_400 }, actions: [{ do: 'tag', add: ['silent'] }] },
  { name: 'Nobody', trigger: { kind: 'time', since: 'unassigned', seconds: 65 * 86_400 }, actions: [{ do: 'tag', add: ['nobody'] }] },
];

test('time finds what nobody has touched for months, live and tried over any part of it', async () => {
  const { workspace, made } = await open(SILENCE.map((one) => ({ ...one, actions: [{ do: 'hook', channel: 'c' }] })));
  const begun = now;
  await send(workspace, 's:1', 'ticket.created', { requester: 'c' });
  await send(workspace, 's:2', 'ticket.created', { requester: 'c', assignee: 'a' });
  await send(workspace, 's:2', 'ticket.message', { messageId: 'm', visibility: 'public' }, { kind: 'agent', id: 'a' });
  await send(workspace, 's:3', 'ticket.created', { requester: 'c' });
  for (const day of [1, 40, 60, 65, 70, 75, 80]) {
    now = begun + day * 86_400_000 + MINUTE;
    if (day === 40) await send(workspace, 's:3', 'status.changed', { to: 'resolved' }, { kind: 'agent', id: 'a' });
    await automations.turn();
  }
  const { runs } = await automations.runs(workspace, SEES_ALL, { limit: 200 });
  const shape = (all: readonly { ticket: string; at: string }[]) => all.map(({ ticket, at }) => `${ticket} ${at.slice(0, 10)}`).toSorted();
  const whole = [];
  for (const { id, spec } of made)
    for (const days of [7, 30, 90]) {
      const dry = await automations.dryRun(workspace, SEES_ALL, spec, { id, days }, { person: 'p' });
      const ran = runs.filter(({ automation, at }) => automation === id && Date.parse(at) >= now - days * 86_400_000);
      expect([spec.name, days, ...shape(dry.runs)]).toEqual([spec.name, days, ...shape(ran)]);
      expect(dry.bound).toBeNull();
      if (days === 30) whole.push(dry.count);
    }
  expect(whole).toEqual([2, 1, 1, 1]);
}, 60_000);

test('what comes after a wait is followed as far as it is over, as it went', async () => {
  const actions = [
    { do: 'tag', add: ['first'] },
    { do: 'wait', seconds: 3600 },
    { do: 'hook', channel: 'c' },
    { do: 'wait', seconds: 86_400 },
    { do: 'hook', channel: 'd' },
  ] as const;
  const { workspace, made } = await open([
    { name: 'Waits', trigger: { kind: 'event', events: ['ticket.created'] }, conditions: { field: 'status', is: ['new'] }, actions },
  ]);
  const [{ id, spec }] = made as [(typeof made)[0]];
  const agent = { kind: 'agent', id: 'a' };
  for (const ticket of ['s:1', 's:2', 's:3']) {
    await send(workspace, ticket, 'ticket.created', { requester: 'c' });
    await automations.turn();
    now += 20 * MINUTE;
    if (ticket === 's:2') await send(workspace, ticket, 'status.changed', { to: 'open' }, agent);
    now += (ticket === 's:3' ? 10 : 25 * 60) * MINUTE;
    for (const _ of [1, 2]) await automations.turn();
  }
  // What comes after it is over changes nothing of it.
  await send(workspace, 's:1', 'status.changed', { to: 'open' }, agent);
  const { runs } = await automations.runs(workspace, SEES_ALL, { limit: 200 });
  const { count: total, endedAtWait, runs: dry } = await automations.dryRun(workspace, SEES_ALL, spec, { id, days: 7 }, { person: 'p' });
  const byTicket = ([one]: readonly unknown[], [other]: readonly unknown[]) => String(one).localeCompare(String(other));
  const shape = (
    all: readonly { ticket: string; outcome: string; why: string; effects: readonly { action: number }[]; later: string[] }[],
  ) => all.map((one) => [one.ticket, one.outcome, one.why, one.effects.map(({ action }) => action), one.later.length]).toSorted(byTicket);
  expect(shape(dry)).toEqual(shape(runs));
  expect(dry.map(({ ticket, outcome, later }) => [ticket, outcome, later.length]).toSorted(byTicket)).toEqual([
    ['s:1', 'ran', 0],
    ['s:2', 'not_met', 0],
    ['s:3', 'waits', 3],
  ]);
  expect([total, endedAtWait]).toEqual([3, 1]);
}, 60_000);
