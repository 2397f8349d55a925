/**
 * `kill -9` of the process that runs automations, again and again while it does: every step of every run is done once, none is lost, and whom it tells
 * is told once. The kills fall where they fall; that they fall in the middle of work is asserted.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type AutomationInput, automationSpec } from '@watchdesk/domain/automation';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startAsking } from '../../test/asking.ts';
import { ANNA, SECRET_KEY, startTold, type Told, WHO } from '../../test/told.ts';
import { createDoor, type Door } from '../ingest/index.ts';
import { createAutomations } from './index.ts';

/** So many that they are several transactions, between which it can be killed. */
const TICKETS = process.env['WATCHDESK_LONG'] ? 1_000 : 300;
const BATCH = 100;
/** So long that it is not over before it is made to be. */
const WAIT_S = 1800;
let told: Told;
let door: Door;
let asking: Awaited<ReturnType<typeof startAsking>>;
let child: ChildProcess | undefined;

beforeAll(async () => {
  told = await startTold();
  door = createDoor({ postgres: told.postgres, clock: told.clock });
  asking = await startAsking(told.postgres, told.clock, door);
  await told.postgres.pool.query(
    `insert into connection (workspace_id, source, kind, label, writable) values ('a', 's', 'api', 'Ours', true)`,
  );
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await asking.close();
  await told.close();
});

const runsOf = async (where: string): Promise<number> => {
  const { rows } = await told.postgres.pool.query<{ count: number }>(`select count(*)::int as count from automation_run where ${where}`);
  return rows[0]!.count;
};

function start(aheadMs: number): void {
  child = spawn(process.execPath, [join(import.meta.dirname, '../../test/automations-child.ts')], {
    env: { ...process.env, DATABASE_URL: told.url, WATCHDESK_SECRET_KEY: SECRET_KEY, WATCHDESK_AHEAD_MS: String(aheadMs) },
    stdio: 'inherit',
  });
}

async function kill(): Promise<void> {
  const ended = once(child!, 'exit');
  child!.kill('SIGKILL');
  await ended;
}

/** Kills it whenever a bit more is done, until all is; how often it died with work before it and behind it. */
async function killedUntilDone(aheadMs: number, done: () => Promise<number>, all: number): Promise<number> {
  let inTheMiddle = 0;
  start(aheadMs);
  for (let before = await done(); ;) {
    await vi.waitFor(async () => expect(await done()).toBeGreaterThan(before), { timeout: 60_000, interval: 5 });
    // Not always at the same place of the same work.
    await sleep((inTheMiddle * 37) % 120);
    await kill();
    before = await done();
    if (before >= all) return inTheMiddle;
    inTheMiddle += 1;
    start(aheadMs);
    // Enough kills: the rest may be done in peace.
    if (inTheMiddle < 2) continue;
    await vi.waitFor(async () => expect(await done()).toBe(all), { timeout: 60_000, interval: 100 });
    await kill();
    return inTheMiddle;
  }
}

const AUTOMATIONS: readonly AutomationInput[] = [
  {
    name: 'Sorts',
    trigger: { kind: 'event', events: ['ticket.created'] },
    actions: [
      { do: 'category', to: 'Billing' },
      { do: 'note', body: 'Sorted' },
      { do: 'notify', audience: { people: [ANNA] } },
    ],
  },
  {
    name: 'Routes',
    trigger: { kind: 'event', events: ['category.changed'] },
    conditions: { field: 'category', is: ['Billing'] },
    actions: [{ do: 'team', to: 'billing' }],
  },
  {
    name: 'Follows',
    trigger: { kind: 'event', events: ['ticket.created'] },
    actions: [
      { do: 'tag', add: ['before'] },
      { do: 'wait', seconds: WAIT_S },
      { do: 'tag', add: ['after'] },
    ],
  },
];

test('killed again and again, every step is done once and none is lost', async () => {
  const { pool } = told.postgres;
  const made = createAutomations({
    postgres: told.postgres,
    clock: told.clock,
    door,
    commands: { areTaken: async () => ({ isOn: false, offAt: null }), ask: async () => {} },
    post: told.notifications.postAll,
    surveys: asking.surveys,
    onTrouble: () => {},
  });
  // The place from which automations read on is taken by whoever reads first.
  await made.turn();
  const saver = { workspaceId: 'a', who: WHO, name: 'Anna' };
  for (const spec of AUTOMATIONS) await made.create(saver, automationSpec.parse(spec));
  for (let from = 0; from < TICKETS; from += BATCH)
    await door.accept(
      'a',
      's',
      Array.from({ length: BATCH }, (_, index) => ({
        id: `e${from + index}`,
        at: told.clock.now(),
        ticket: `s:${from + index}`,
        type: 'ticket.created',
        data: { requester: 'c', subject: 'Invoice' },
        actor: { kind: 'customer', id: 'c' },
      })),
    );

  // Sorted, routed in answer to it, and tagged before the wait.
  expect(await killedUntilDone(0, () => runsOf('true'), 3 * TICKETS)).toBeGreaterThan(1);
  expect(await runsOf(`outcome = 'waits'`)).toBe(TICKETS);
  // Then the waits are over.
  expect(await killedUntilDone((WAIT_S + 120) * 1000, async () => TICKETS - (await runsOf(`outcome = 'waits'`)), TICKETS)).toBeGreaterThan(
    0,
  );

  const { rows } = await pool.query<{ what: string; tickets: number; times: number }>(
    `select what, count(distinct stream)::int as tickets, count(*)::int as times from (
       select stream, type || coalesce(' ' || (data->'added')::text, '') as what from event_log where workspace_id = 'a' and actor_kind = 'automation') events
     group by what order by what`,
  );
  const each = (what: string) => ({ what, tickets: TICKETS, times: TICKETS });
  expect(rows).toEqual(['category.changed', 'tag.changed ["after"]', 'tag.changed ["before"]', 'team.changed', 'ticket.message'].map(each));
  expect(await runsOf(`outcome = 'ran'`)).toBe(3 * TICKETS);
  const { rows: notices } = await pool.query<{ notices: number; threads: number }>(
    `select count(*)::int as notices, count(distinct thread)::int as threads from notice where workspace_id = 'a'`,
  );
  expect(notices).toEqual([{ notices: TICKETS, threads: TICKETS }]);
}, 240_000);
