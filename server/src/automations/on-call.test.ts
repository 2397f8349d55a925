/** Tickets that go to whoever is on call: by a schedule or a policy, at the moment it runs and as it was in the past, and where nobody is. */
import { type AutomationInput, automationSpec, TEMPLATES } from '@watchdesk/domain/automation';
import { policySpec, scheduleSpec } from '@watchdesk/domain/on-call';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { MASTER_KEY } from '../../test/master-key.ts';
import { SEES_ALL } from '../accounts/index.ts';
import { createDoor } from '../ingest/index.ts';
import { createOnCall } from '../on-call/index.ts';
import { ensureRules } from '../rules/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { createVault, openKeyring } from '../vault/index.ts';
import { createAutomations } from './index.ts';

const postgres = openPostgres(await postgresDatabase());
afterAll(() => postgres.close());
const { pool } = postgres;
const HOUR = 3_600_000;
/** A Monday, 12:00 UTC. */
let now = Date.UTC(2026, 5, 1, 12);
const clock = { now: () => now };
const door = createDoor({ postgres, clock });
const colleague = (id: string, name: string, agentId: string | null) => ({ id, name, agentId, teams: [], timeZone: null });
const onCall = createOnCall({
  postgres,
  clock,
  vault: createVault({ postgres, clock, keyring: openKeyring({ secretKeys: [MASTER_KEY.key], databaseUrl: undefined, dataDir: '' }) }),
  address: 'http://localhost',
  colleagues: async () => [colleague('ann', 'Ann Field', 'a1'), colleague('mo', 'Mo Lake', null)],
  post: async () => {},
});
const UNASKED = () => Promise.reject(new Error('no automation asks customers'));
const automations = createAutomations({
  postgres,
  clock,
  door,
  commands: { areTaken: async () => ({ isOn: false, offAt: null }), ask: async () => {} },
  post: async () => {},
  surveys: { factsOf: UNASKED, ask: UNASKED },
  onCall,
  onTrouble: (error) => {
    throw error;
  },
});
const workspaceId = 'w';
const who = { kind: 'person', id: 'p', name: 'Pat', from: null } as const;
const writer = { workspaceId, who, name: 'Pat', writesRules: true, self: [] };

const schedule = async (name: string, people: string[], hours: object | null = null) => {
  const layer = { name, people, turn: { count: 1, unit: 'days' }, handOff: { at: '00:00' }, startsOn: '2026-05-01', hours };
  return (await onCall.schedules.save(writer, null, scheduleSpec.parse({ name, zone: 'UTC', layers: [layer] }))).id;
};
const DAILY = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['08:00', '20:00']]]));
let [leads, outsiders, policy] = ['', '', ''];
let events = 0;
const send = async (...all: { ticket: string; type: string; at?: number; data: object }[]) => {
  const sent = all.map((one) => ({ id: `e${(events += 1)}`, at: now, actor: { kind: 'customer', id: 'c' }, ...one }));
  expect((await door.accept(workspaceId, 's', sent)).map(({ outcome }) => outcome)).toEqual(sent.map(() => 'accepted'));
};
const make = (actions: AutomationInput['actions'], more: Partial<AutomationInput> = {}) =>
  automations.create(
    { workspaceId, who, name: 'Pat' },
    automationSpec.parse({ name: 'One', trigger: { kind: 'event', events: ['ticket.created'] }, actions, ...more }),
  );
const assignee = async (ticket: string) => {
  const { rows } = await pool.query<{ assignee: string | null }>('select assignee from ticket where id = $1', [ticket]);
  return rows[0]!.assignee;
};
const found = async (ticket: string) => {
  const { runs } = await automations.runs(workspaceId, SEES_ALL, { ticket, limit: 10 });
  return runs.flatMap(({ effects }) => effects.map((one) => one.found ?? one.why));
};

afterEach(async () => {
  await pool.query('update automation set enabled_at = null, deleted_at = now()');
});

beforeAll(async () => {
  await pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [workspaceId]);
  await pool.query(`insert into connection (workspace_id, source, kind, label, writable) values ($1, 's', 'api', 'Ours', true)`, [
    workspaceId,
  ]);
  await ensureRules(postgres, workspaceId);
  const agent = (id: string, name: string) => ({ id: `agent ${id}`, at: now, type: 'agent.upserted', data: { agent: id, name } });
  await door.accept(workspaceId, 's', [agent('a1', 'Ann'), agent('a2', 'Bo Hill')]);
  // Day by day in turns, and by day only; the one after the other by the policy.
  leads = await schedule('Leads', ['person:ann', 'agent:a2'], DAILY);
  outsiders = await schedule('Outsiders', ['person:mo']);
  const spec = { name: 'Escalation', steps: [{ tell: { onCall: [outsiders] } }, { tell: { onCall: [leads] } }] };
  policy = (await onCall.policies.save(writer, null, policySpec.parse(spec))).id;
  await automations.turn();
});

test('whoever is on call then has it: the account by its agent, the agent by itself', async () => {
  const own = await make([{ do: 'assignee', onCall: leads }]);
  expect(own.sentence).toBe('When a ticket is created: assign it to whoever is on call in Leads.');
  await send({ ticket: 's:1', type: 'ticket.created', data: {} });
  await automations.turn();
  now += 24 * HOUR;
  await send({ ticket: 's:2', type: 'ticket.created', data: {} });
  await automations.turn();
  expect(new Set([await assignee('s:1'), await assignee('s:2')])).toEqual(new Set(['a1', 'a2']));
  expect(new Set([...(await found('s:1')), ...(await found('s:2'))])).toEqual(new Set(['Ann', 'Bo Hill']));
  // Tried on the past, each goes to who was on call on its day, whatever the schedule says of today.
  const { runs } = await automations.dryRun(workspaceId, SEES_ALL, own.spec, { id: own.id, days: 7 }, { person: 'p' });
  const dry = runs.map(({ ticket, effects }) => [ticket, effects[0]!.found]);
  expect(new Map(dry as [string, string][])).toEqual(
    new Map([
      ['s:1', (await found('s:1'))[0]],
      ['s:2', (await found('s:2'))[0]],
    ]),
  );
});

test.each([
  ['stays as it is', () => ({ onCall: leads }), 'old', 'nobody is on call in Leads'],
  ['goes to whom is named for it', () => ({ onCall: leads, to: 'a2' }), 'a2', 'Bo Hill, since nobody is on call in Leads'],
  ['goes back into the queue', () => ({ onCall: leads, to: null }), null, 'back into the queue, since nobody is on call in Leads'],
  [
    'stays, with why of each schedule',
    () => ({ policy }),
    'old',
    'Mo Lake, who is on call in Outsiders, is no agent, and nobody is on call in Leads',
  ],
  ['stays where the schedule is gone', () => ({ onCall: 'gone' }), 'old', 'the schedule is gone'],
] as const)('by night, when nobody is on call, a ticket %s', async (what, action, expected, why) => {
  now = Math.floor(now / (24 * HOUR)) * 24 * HOUR + 23 * HOUR;
  await make([{ do: 'assignee', ...action() }]);
  const ticket = `s:night ${what}`;
  await send({ ticket, type: 'ticket.created', data: { assignee: 'old' } });
  await automations.turn();
  expect(await assignee(ticket)).toBe(expected);
  expect(await found(ticket)).toEqual([why]);
});

test('a policy gives it to the first of its steps who can be given a ticket', async () => {
  now += 14 * HOUR;
  await make([{ do: 'assignee', policy }]);
  await send({ ticket: 's:policy', type: 'ticket.created', data: {} });
  await automations.turn();
  expect(['a1', 'a2']).toContain(await assignee('s:policy'));
});

test('the worked rule asks which schedule is meant, and what is not known is said at its field', async () => {
  const template = TEMPLATES.find(({ id }) => id === 'time.high_two_hours')!;
  expect(template.asks).toContainEqual({ path: 'actions.2.onCall', label: 'the on-call schedule of the managers' });
  const { unknown } = await automations.sentence(workspaceId, automationSpec.parse(template.spec));
  expect(unknown).toEqual([{ field: 'automation.actions.2.onCall', message: 'is not an on-call schedule of the workspace: managers' }]);
  const elsewhere = await automations.sentence('without', automationSpec.parse(template.spec));
  expect(elsewhere.unknown.at(-1)).toEqual({
    field: 'automation.actions.2.onCall',
    message: 'needs an on-call schedule, and there is none yet',
  });
  const known = await automations.sentence(
    workspaceId,
    automationSpec.parse({
      ...template.spec,
      actions: [
        { do: 'assignee', onCall: leads },
        { do: 'assignee', policy },
      ],
    }),
  );
  expect(known.unknown).toEqual([]);
  const toNobody = async (to?: string | null) =>
    (
      await automations.sentence(
        workspaceId,
        automationSpec.parse({ ...template.spec, actions: [{ do: 'assignee', onCall: outsiders, ...(to !== undefined && { to }) }] }),
      )
    ).unknown;
  expect(await toNobody()).toEqual([
    { field: 'automation.actions.0.onCall', message: expect.stringMatching(/^would give it to nobody now: Mo Lake, .* is no agent$/) },
  ]);
  expect(await toNobody(null)).toEqual([]);
});
