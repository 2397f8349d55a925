/** Looking at what happened together does what one after the other does. */
import { type AutomationInput, automationSpec } from '@watchdesk/domain/automation';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { createDoor } from '../ingest/index.ts';
import { ensureRules } from '../rules/index.ts';
import { openPostgres, outboxHead, readOutbox } from '../store/postgres/index.ts';
import type { CarryParts } from './carry-out.ts';
import { type Heard, heardOf } from './heard.ts';
import { createAutomations } from './index.ts';
import { look } from './look.ts';
import { automationsOn } from './records.ts';
import { noticesIn } from './told.ts';
import { wavesOf, wavesOfHeard } from './waves.ts';

test('what shares a name keeps its order, and nothing is lost or comes twice in a wave', () => {
  const named = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 2 }), { maxLength: 30 });
  fc.assert(
    fc.property(named, fc.integer({ min: 1, max: 4 }), (names, most) => {
      const waves = wavesOf([...names.keys()], (one) => names[one]!, most);
      expect(waves.flat().toSorted((a, b) => a - b)).toEqual([...names.keys()]);
      for (const wave of waves) {
        const own = wave.flatMap((one) => names[one]!);
        expect([new Set(own).size, wave.length <= most]).toEqual([own.length, true]);
      }
      for (const name of ['a', 'b', 'c', 'd'] as const) {
        const order = waves.flat().filter((one) => names[one]!.includes(name));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }
    }),
  );
});

const postgres = openPostgres(await postgresDatabase());
afterAll(() => postgres.close());
const { pool } = postgres;
const NOW = Date.UTC(2026, 5, 2, 12);
const clock = { now: () => NOW };
const door = createDoor({ postgres, clock });
const UNASKED = () => Promise.reject(new Error('no automation asks customers'));
let told: string[] = [];
const parts: CarryParts = {
  postgres,
  door,
  commands: { areTaken: async () => ({ isOn: false, offAt: null }), ask: async () => {} },
  post: async (_tx, _workspace, news) => void told.push(...noticesIn(news).map(({ title, ticketId }) => `${title} ${ticketId}`)),
  surveys: { factsOf: UNASKED, ask: UNASKED },
};

const AUTOMATIONS: readonly AutomationInput[] = [
  {
    name: 'Sorts',
    trigger: { kind: 'event', events: ['ticket.created'] },
    conditions: { field: 'subject', contains: ['invoice'] },
    actions: [
      { do: 'category', to: 'Billing' },
      { do: 'notify', audience: { roles: ['lead'] } },
    ],
  },
  {
    name: 'Links',
    trigger: { kind: 'event', events: ['ticket.created', 'ticket.message'] },
    conditions: { field: 'similarTicket', is: ['yes'] },
    actions: [{ do: 'link', to: 'similar', kind: 'known_issue' }],
  },
  { name: 'Answers', trigger: { kind: 'event', events: ['category.changed'] }, actions: [{ do: 'priority', to: 'P2' }] },
  {
    name: 'Counts',
    trigger: { kind: 'event', events: ['ticket.message', 'priority.changed'] },
    conditions: { not: { field: 'priority', is: ['P2'] } },
    actions: [
      { do: 'tag', add: ['heard'] },
      { do: 'note', body: 'Heard' },
    ],
  },
];

interface Happens {
  readonly ticket: number;
  readonly customer: string;
  readonly what: 'message' | 'priority';
  readonly subject: string;
}

/** Tickets are created before something else happens to them. */
const eventsOf = (happens: readonly Happens[]) => {
  const seen = new Set<number>();
  return happens.map(({ ticket, customer, what, subject }, index) => {
    const base = { id: `e${index}`, at: NOW - 60_000 + index, ticket: `s:${ticket}`, actor: { kind: 'customer', id: customer } };
    if (!seen.has(ticket)) {
      seen.add(ticket);
      return { ...base, type: 'ticket.created', data: { requester: customer, subject } };
    }
    if (what === 'priority') return { ...base, type: 'priority.changed', data: { to: 'P4' } };
    return { ...base, type: 'ticket.message', data: { messageId: `m${index}`, visibility: 'public', text: subject } };
  });
};

let count = 0;
/** What automations do in a workspace of its own where this has happened, until they have nothing more to do. */
async function outcome(happens: readonly Happens[], lookAll: (workspace: string, heard: readonly Heard[]) => Promise<void>) {
  const workspace = `w${(count += 1)}`;
  told = [];
  await pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [workspace]);
  await pool.query(`insert into connection (workspace_id, source, kind, label, writable) values ($1, 's', 'api', 'Ours', true)`, [
    workspace,
  ]);
  await ensureRules(postgres, workspace);
  const made = createAutomations({ ...parts, clock, onTrouble: () => {} });
  const saver = { workspaceId: workspace, who: { kind: 'person', id: 'p', name: 'Pat', from: null }, name: 'Pat' } as const;
  for (const input of AUTOMATIONS) await made.create(saver, automationSpec.parse(input));
  let place = await outboxHead(pool);
  for (const event of eventsOf(happens)) await door.accept(workspace, 's', [event]);
  const on = await automationsOn(pool, workspace);
  for (;;) {
    const rows = await readOutbox(pool, place, 500, workspace);
    if (rows.length === 0) break;
    await lookAll(workspace, await heardOf(pool, workspace, rows, on));
    place = rows.at(-1)!.cursor;
  }
  const names = new Map(on.map(({ id, spec }) => [id, spec.name]));
  const { rows: runs } = await pool.query<{ automation: string; chain: string[] }>(
    'select automation, ticket, outcome, why, conditions, effects, chain from automation_run where workspace_id = $1',
    [workspace],
  );
  const { rows: events } = await pool.query(
    'select stream, seq, actor_kind, actor_id, type, data from event_log where workspace_id = $1 order by stream, at, seq, type, data::text',
    [workspace],
  );
  // Ids are made of the workspace's.
  const named = (value: unknown) =>
    JSON.stringify(value).replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, (id) => names.get(id) ?? 'run');
  return { runs: runs.map(named).toSorted(), events: events.map(named).toSorted(), told: told.toSorted() };
}

const happening = fc.record<Happens>({
  ticket: fc.integer({ min: 1, max: 6 }),
  customer: fc.constantFrom('c1', 'c2'),
  what: fc.constantFrom('message', 'priority'),
  subject: fc.constantFrom('Invoice wrong', 'Invoice missing', 'Colours'),
});

test('together is as one after the other', async () => {
  let done = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 2, maxLength: 25 }), async (happens) => {
      const apart = await outcome(happens, async (workspace, heard) => {
        for (const one of heard) await look(parts, workspace, [one], NOW);
      });
      const together = await outcome(happens, async (workspace, heard) => {
        for (const wave of await wavesOfHeard(pool, workspace, heard)) await look(parts, workspace, wave, NOW);
      });
      expect(together).toEqual(apart);
      done += together.runs.length;
    }),
    { numRuns: 10 },
  );
  expect(done).toBeGreaterThan(40);
}, 90_000);
