import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { checkStores, createDoor } from './index.ts';

const postgres = openPostgres(await postgresDatabase());
afterAll(() => postgres.close());
const door = createDoor({ postgres, clock: { now: () => Date.UTC(2026, 5, 1) } });

let workspaces = 0;
async function newWorkspace(): Promise<string> {
  const id = `w${(workspaces += 1)}`;
  await postgres.pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [id]);
  return id;
}
async function textsLeft(workspace: string): Promise<string[]> {
  const { rows } = await postgres.pool.query<{ id: string }>(
    'select event_id as id from personal_data where workspace_id = $1 order by event_id',
    [workspace],
  );
  return rows.map(({ id }) => id);
}

/** In the log and in what is folded from it. */
async function notesLeft(workspace: string): Promise<string[]> {
  const { rows } = await postgres.pool.query<{ all: string }>(
    `select data::text as all from event_log where workspace_id = $1 union all select state::text from ticket where workspace_id = $1`,
    [workspace],
  );
  return [...new Set(rows.flatMap(({ all }) => all.match(/written \d/g) ?? []))].toSorted();
}

const on = (ticket: string, id: string, day: number, type: string, data: object, actor: object = { kind: 'agent', id: 'a-1' }) => ({
  id,
  at: Date.UTC(2026, 4, day),
  ticket,
  type,
  data,
  actor,
});
const text = (ticket: string, id: string, day: number, actor?: object) =>
  on(ticket, id, day, 'ticket.message', { messageId: id, visibility: 'public', text: `secret ${id}` }, actor);

const EVENTS = [
  on('a:1', 'created', 1, 'ticket.created', { subject: 'secret', requester: 'c', customFields: { a: 'written 1', b: 2 } }),
  text('a:1', 'reply', 2),
  text('a:1', 'question', 3, { kind: 'customer' }),
  { id: 'erased', at: Date.UTC(2026, 4, 10), type: 'customer.erased', data: { customer: 'c' } },
  text('a:1', 'afterwards', 11),
  on('a:1', 'up', 4, 'ticket.escalated', { toTier: 'L2', kind: 'other', reason: 'written 2' }),
  on('a:1', 'field', 5, 'customField.changed', { name: 'c', to: 'written 3' }),
  on('a:1', 'field later', 12, 'customField.changed', { name: 'd', to: 'written 4' }),
  // Another ticket whose requester is told by a change only, and with it the words of somebody else.
  text('a:2', 'note', 2),
  on('a:2', 'field 2', 2, 'customField.changed', { name: 'c', to: 'written 5' }),
  text('a:2', 'colleague', 3, { kind: 'customer', id: 'd' }),
  on('a:2', 'named', 4, 'requester.changed', { to: 'c' }),
  // Nobody's words about someone else.
  on('a:3', 'created 3', 1, 'ticket.created', { subject: 'kept', requester: 'd', customFields: { a: 'written 6' } }),
  on('a:3', 'up 3', 2, 'ticket.escalated', { toTier: 'L2', kind: 'other', reason: 'written 7' }),
  // One that was merged into theirs tells it the same.
  on('a:4', 'created 4', 1, 'ticket.created', { subject: 'secret', requester: 'c', customFields: { e: 'written 8' } }),
  on('a:4', 'merged', 6, 'ticket.merged', { into: 'a:1' }),
  text('a:3', 'kept', 2),
];
const KEPT = ['afterwards', 'colleague', 'created 3', 'kept'];

test('what was said before a customer was erased is gone in every order of arrival, in one batch or in several', () =>
  fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(EVENTS, { minLength: EVENTS.length }),
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: EVENTS.length, maxLength: EVENTS.length }),
      async (arrivals, sizes) => {
        const workspace = await newWorkspace();
        for (let start = 0, batch = 0; start < arrivals.length; start += sizes[batch]!, batch += 1)
          await door.accept(workspace, 'api', arrivals.slice(start, start + sizes[batch]!));
        expect(await textsLeft(workspace)).toEqual(KEPT);
        expect(await notesLeft(workspace)).toEqual(['written 4', 'written 6', 'written 7']);
        expect((await checkStores(postgres, workspace)).findings).toEqual([]);
      },
    ),
    { numRuns: process.env['WATCHDESK_LONG'] ? 500 : 15 },
  ));

test('a text that came before anybody knew whose it is goes when a late creation names someone who was erased', async () => {
  const workspace = await newWorkspace();
  const [created, reply, , erased] = EVENTS;
  for (const event of [reply, erased]) await door.accept(workspace, 'api', [event]);
  expect(await textsLeft(workspace)).toEqual(['reply']);
  await door.accept(workspace, 'api', [created]);
  expect(await textsLeft(workspace)).toEqual([]);
});
