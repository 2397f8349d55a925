/** Automations as they are kept, and dry runs, which tell what would have run: on a real database, set against what really ran. */
import { type AutomationInput, automationSpec, TEMPLATES } from '@watchdesk/domain/automation';
import { afterAll, describe, expect, test } from 'vitest';
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
/** A ticket that cannot be written to, and what was said of it. */
let poisoned: string | undefined;
const troubles: string[] = [];
const automations = createAutomations({
  postgres,
  clock,
  door: {
    accept: async (workspaceId, source, sent, ...more) => {
      if ((sent as { ticket?: string }[]).some(({ ticket }) => ticket !== undefined && ticket === poisoned)) throw new Error('poison');
      return door.accept(workspaceId, source, sent, ...more);
    },
  },
  commands: { areTaken: async () => ({ isOn: false, offAt: null }), ask: async () => {} },
  post: async () => {},
  surveys: asking.surveys,
  onTrouble: (error) => {
    if (poisoned === undefined) throw error;
    troubles.push((error as Error).message);
  },
});
const workspace = 'w';
await pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [workspace]);
await pool.query(`insert into connection (workspace_id, source, kind, label, writable) values ($1, 's', 'api', 'Ours', true)`, [workspace]);
await ensureRules(postgres, workspace);

const saver = { workspaceId: workspace, who: { kind: 'person', id: 'p', name: 'Pat', from: null }, name: 'Pat' } as const;
const make = (input: Partial<AutomationInput>) =>
  automations.create(
    saver,
    automationSpec.parse({
      name: 'One',
      trigger: { kind: 'event', events: ['ticket.created'] },
      actions: [{ do: 'category', to: 'x' }],
      ...input,
    }),
  );
const turn = async (): Promise<void> => {
  // What time makes due is looked for every other second.
  now += 2_000;
  expect(await automations.turn()).toBe(true);
};
await turn();
const create = async (ticket: string, data: object) => {
  await door.accept(workspace, 's', [
    { id: ticket, at: now, ticket, type: 'ticket.created', data: { requester: 'c', ...data }, actor: { kind: 'customer', id: 'c' } },
  ]);
};

test('a dry run over what happened tells what would have run, and that is what runs', async () => {
  const spec = automationSpec.parse(TEMPLATES.find((one) => one.id === 'sorting.authentication')!.spec);
  const timed = automationSpec.parse({
    name: 'Idle',
    trigger: { kind: 'time', since: 'unassigned', seconds: 600 },
    actions: [{ do: 'tag', add: ['idle'] }],
  });
  await automations.create(saver, spec);
  await automations.create(saver, timed);
  for (let index = 0; index < 6; index += 1) {
    await create(`s:${index}`, { subject: index % 2 === 0 ? 'Login' : 'Other', ...(index === 4 && { assignee: 'a' }) });
    await turn();
    now += 5 * MINUTE;
  }
  now += HOUR;
  await turn();
  for (const [wanted, name] of [
    [spec, 'Sign-in problems'],
    [timed, 'Idle'],
  ] as const) {
    const dry = await automations.dryRun(workspace, SEES_ALL, wanted, { days: 7 }, { person: 'p' });
    const live = (await automations.runs(workspace, SEES_ALL, { limit: 50 })).runs.filter(
      (one) => one.name === name && one.outcome === 'ran',
    );
    expect(dry.count).toBe(live.length);
    expect(dry.runs.map(({ ticket }) => ticket).toSorted()).toEqual(live.map(({ ticket }) => ticket).toSorted());
  }
  const also = await automations.dryRun(workspace, SEES_ALL, spec, { days: 7, ticket: 's:1', also: true }, { person: 'p' });
  expect(also).toMatchObject({ count: 0, runs: [{ ticket: 's:1', outcome: 'not_met', conditions: { met: false, saw: null } }] });
});

describe('kept', () => {
  test('with versions, in an order, and not over what somebody saved meanwhile', async () => {
    for (const { id } of (await automations.list(workspace)).automations) await automations.remove(saver, id);
    const first = await make({ name: 'First' });
    const second = await make({ name: 'Second' });
    const spec = { ...second.spec, name: 'Better' };
    expect(await automations.save(saver, second.id, spec, 1)).toMatchObject({ version: 2, place: 2, spec: { name: 'Better' } });
    await expect(automations.save(saver, second.id, spec, 1)).rejects.toThrow('Version 2 was saved meanwhile');
    const { automations: all } = await automations.order(saver, [second.id, first.id]);
    expect(all.map(({ spec: { name } }) => name)).toEqual(['Better', 'First']);
    await expect(automations.order(saver, [second.id])).rejects.toThrow('each once');
    await automations.remove(saver, first.id);
    await expect(automations.get(workspace, first.id)).rejects.toThrow('no automation');
    expect((await automations.versions(workspace, second.id)).versions.map(({ version }) => version)).toEqual([2, 1]);
    const { rows } = await pool.query(
      'select action from (select action, place from audit_entry where workspace_id = $1 order by place desc limit 5) last order by place',
      [workspace],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'automation.saved',
      'automation.saved',
      'automation.saved',
      'automation.ordered',
      'automation.removed',
    ]);
  });
  test('and refused where it names a calendar that is not there', async () => {
    await expect(make({ conditions: { field: 'openHours', calendar: 'none', is: ['yes'] } })).rejects.toThrow(
      'automation.conditions.calendar must be a calendar of the workspace: none',
    );
  });
});

test('one runs so often on a ticket within the hour', async () => {
  const { id: automation } = await make({ trigger: { kind: 'event', events: ['ticket.message'] }, actions: [{ do: 'note', body: 'n' }] });
  await create('s:often', {});
  for (let index = 0; index < 12; index += 1) {
    await door.accept(workspace, 's', [
      {
        id: `m${index}`,
        at: now,
        ticket: 's:often',
        type: 'ticket.message',
        data: { messageId: `m${index}`, visibility: 'public' },
        actor: { kind: 'customer' },
      },
    ]);
    await turn();
  }
  const outcomes = (await automations.runs(workspace, SEES_ALL, { automation, ticket: 's:often', limit: 50 })).runs.map(
    ({ outcome }) => outcome,
  );
  expect([outcomes.filter((one) => one === 'ran').length, outcomes.filter((one) => one === 'stopped').length >= 2]).toEqual([10, true]);
});

test('of another workspace nothing is looked at', async () => {
  await make({ actions: [{ do: 'tag', add: ['mine'] }] });
  await pool.query(`insert into workspace (workspace_id, name) values ('other', 'other')`);
  const event = { id: 'o', at: now, ticket: 's:other', type: 'ticket.created', data: {}, actor: { kind: 'customer' } };
  await door.accept('other', 's', [event]);
  await turn();
  for (const one of [workspace, 'other'])
    expect((await automations.runs(one, SEES_ALL, { ticket: 's:other', limit: 50 })).runs).toEqual([]);
});

test('the run log is read page by page and by what came of it, in words and by names', async () => {
  for (const one of (await automations.list(workspace)).automations) await automations.remove(saver, one.id);
  const { id } = await make({
    actions: [
      { do: 'team', to: 't1' },
      { do: 'wait', seconds: 3600 },
      { do: 'tag', add: ['late'] },
    ],
  });
  await make({ name: 'Two', trigger: { kind: 'event', events: ['team.changed'] }, actions: [{ do: 'team', to: 't1' }] });
  await pool.query(
    `insert into directory (workspace_id, kind, id, state, version) values ($1, 'team', 't1', '{"attributes":{"name":"Night shift"}}', 1)`,
    [workspace],
  );
  const tickets = ['s:log-1', 's:log-2', 's:log-3'];
  for (const ticket of tickets) await create(ticket, {});
  await turn();
  await turn();
  const ask = async (more: object) => automations.runs(workspace, SEES_ALL, { limit: 2, ...more });
  const read: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { runs, next } = await ask({ automation: id, cursor });
    expect(runs.length).toBeLessThanOrEqual(2);
    read.push(...runs.map(({ ticket }) => ticket));
    cursor = next;
  }
  expect(read.toSorted()).toEqual(tickets);
  expect((await ask({ outcome: 'waits', automation: id, ticket: 's:log-2' })).runs).toMatchObject([
    {
      outcome: 'waits',
      effects: [{ words: 'give it to the team Night shift', why: null }],
      later: ['add the tag late'],
    },
  ]);
  expect((await ask({ outcome: 'ran', ticket: 's:log-1' })).runs).toMatchObject([
    { name: 'Two', chain: [{ id, name: 'One' }], effects: [{ kind: 'none', why: 'it is so already' }] },
  ]);
  expect((await automations.list(workspace)).automations).toMatchObject([
    { runsOfWeek: 3, stoppedOfWeek: 0 },
    { runsOfWeek: 3, stoppedOfWeek: 0 },
  ]);
});

test('what one ticket cannot stand is written as stopped after a few tries, and the others go on', async () => {
  const { id } = await make({ name: 'Seen', actions: [{ do: 'tag', add: ['seen'] }] });
  poisoned = 's:poisoned';
  await create('s:poisoned', {});
  await create('s:sound', {});
  const outcomes = async () => {
    const { runs } = await automations.runs(workspace, SEES_ALL, { automation: id, limit: 50 });
    return Object.fromEntries(runs.map(({ ticket, outcome, why }) => [ticket, [outcome, why.includes('trouble within Watchdesk')]]));
  };
  for (const _ of [1, 2]) await expect(automations.turn()).rejects.toThrow('poison');
  expect(await outcomes()).toEqual({ 's:sound': ['ran', false] });
  const both = { 's:poisoned': ['stopped', true], 's:sound': ['ran', false] };
  await turn();
  expect([await outcomes(), troubles]).toEqual([both, ['poison']]);
  poisoned = undefined;
  await turn();
  expect(await outcomes()).toEqual(both);
});
