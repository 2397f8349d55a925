/** What is told otherwise than before: the state is as if it had been told so from the first, for tickets that were merged too, and for people. */
import type { SupportEvent, TicketEvent } from '@watchdesk/domain/event';
import { ticketEvents } from '@watchdesk/domain/ticket/arbitrary';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { ensureRules } from '../rules/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { checkStores, clockWorkFor, createDoor, removeSource, replay, sealTickets } from './index.ts';

const postgres = openPostgres(await postgresDatabase());
afterAll(() => postgres.close());

const NOW = Date.UTC(2026, 5, 1, 12);
const door = createDoor({ postgres, clock: { now: () => NOW } });

let workspaces = 0;
async function newWorkspace(): Promise<string> {
  const id = `w${(workspaces += 1)}`;
  await postgres.pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [id]);
  await ensureRules(postgres, id);
  return id;
}

const sent = ({ source: _, ...event }: SupportEvent) => event;

/** Everything that is kept of the workspace's tickets and people, but for how often it was written. */
async function kept(workspace: string) {
  const { rows } = await postgres.pool.query<{ kind: string; id: string; state: unknown; more: unknown }>(
    `select 'ticket' as kind, id, state::text, (select json_build_array(t.status, t.team, t.assignee, t.clock_log, t.breach_next_at, t.merged_into)::text) as more
       from ticket t where workspace_id = $1 and state is not null
     union all select kind, id, state::text, null from directory where workspace_id = $1 and state is not null
     union all select 'text', event_id, fields::text, customer from personal_data where workspace_id = $1 order by kind, id`,
    [workspace],
  );
  return rows;
}

/** Says of some events something else, and of others nothing. */
function otherwise(event: TicketEvent, way: number): TicketEvent | null {
  if (event.type === 'ticket.merged' || event.type === 'ticket.unmerged') return event;
  if (way === 0) return null;
  if (way === 1 && event.type === 'status.changed') return { ...event, data: { to: 'pending', rawTo: 'otherwise' } };
  if (way === 1 && event.type === 'assignee.changed') return { ...event, data: { to: 'somebody-else' } };
  if (way === 1 && event.type === 'priority.changed') return { ...event, data: { to: 'P1' } };
  if (way === 2) return { ...event, seq: event.seq + 1 };
  if (way === 3 && event.type === 'ticket.created') return { ...event, data: { ...event.data, subject: 'It does not work otherwise' } };
  if (way === 3 && event.type === 'ticket.message') return { ...event, data: { ...event.data, text: 'Otherwise' } };
  return event;
}

test('corrected or told so from the first: the same', async () => {
  const told = ticketEvents(30).chain((events) =>
    fc.record({ events: fc.constant(events), ways: fc.array(fc.nat(6), { minLength: events.length, maxLength: events.length }) }),
  );
  await fc.assert(
    fc.asyncProperty(told, async ({ events, ways }) => {
      const after = events.map((event, index) => otherwise(event, ways[index]!));
      const gone = events.filter((_, index) => after[index] === null).map(({ id }) => id);
      const now = after.filter((event) => event !== null).map(sent);
      const [corrected, fresh] = [await newWorkspace(), await newWorkspace()];
      await door.bulk(corrected, 's', events.map(sent));
      const outcomes = await door.correct(corrected, 's', now, gone);
      await door.bulk(fresh, 's', now);
      expect(outcomes.some(({ outcome }) => outcome === 'rejected')).toBe(false);
      expect(await kept(corrected)).toEqual(await kept(fresh));
      expect((await checkStores(postgres, corrected)).findings).toEqual([]);
      // Once more changes nothing.
      expect((await door.correct(corrected, 's', now, gone)).every(({ outcome }) => outcome === 'duplicate')).toBe(true);
      await replay(postgres, { workspaceId: corrected });
      expect(await kept(corrected)).toEqual(await kept(fresh));
    }),
    { numRuns: process.env['WATCHDESK_LONG'] ? 200 : 15 },
  );
});

test('a ticket that another was merged into hears what is told otherwise of that one', async () => {
  const [corrected, fresh] = [await newWorkspace(), await newWorkspace()];
  const event = (ticket: string, minute: number, type: string, data: object) => ({
    id: `${ticket} ${minute}`,
    at: Date.UTC(2026, 2, 2, 9, minute),
    actor: { kind: 'customer', id: 'c' },
    ticket,
    type,
    data,
  });
  const created = [event('s:1', 0, 'ticket.created', { requester: 'c' }), event('s:2', 1, 'ticket.created', { requester: 'c' })];
  const merged = event('s:1', 9, 'ticket.merged', { into: 's:2' });
  const message = event('s:1', 20, 'ticket.message', { messageId: 'm', visibility: 'public' });
  await door.bulk(corrected, 's', [...created, merged, message]);
  const before = await kept(corrected);
  await door.correct(corrected, 's', [...created, merged], [message.id]);
  expect(before).not.toEqual(await kept(corrected));
  await door.bulk(fresh, 's', [...created, merged]);
  expect(await kept(corrected)).toEqual(await kept(fresh));
  expect((await checkStores(postgres, corrected)).findings).toEqual([]);
});

test('a text that is told otherwise is put right, by the rules of redaction, and stays away where it was forgotten', async () => {
  const workspace = await newWorkspace();
  const before = NOW - 90 * 86_400_000;
  const event = (id: string, type: string, data: object, ticket?: string) => ({
    id,
    at: before,
    actor: { kind: 'customer', id: ticket === 's:1' ? 'gone' : 'c' },
    ...(ticket && { ticket }),
    type,
    data,
  });
  const told = (text: string) => [
    event('created 1', 'ticket.created', { requester: 'gone', subject: text, customFields: { place: text } }, 's:1'),
    event('created 2', 'ticket.created', { requester: 'c', subject: text, customFields: { place: text } }, 's:2'),
    event('created 3', 'ticket.created', { requester: 'c', subject: text }, 's:3'),
    event('message 3', 'ticket.message', { messageId: 'm', visibility: 'public', text }, 's:3'),
    event('message 4', 'ticket.message', { messageId: 'n', visibility: 'public', text: `${text} 4111 1111 1111 1111` }, 's:3'),
    event('survey 3', 'survey.answered', { survey: 'csat', score: 1, scale: 5, comment: text }, 's:3'),
    event('customer c', 'customer.upserted', { customer: 'c', name: text, email: `${text}@example.org` }),
  ];
  await door.bulk(workspace, 's', told('first'));
  const forgetting = [
    { ...event('erased', 'customer.erased', { customer: 'gone' }), at: NOW },
    event('redacted', 'message.redacted', { messageId: 'm' }, 's:3'),
  ];
  await door.bulk(workspace, 's', forgetting);
  await sealTickets({ pool: postgres.pool, clockWork: clockWorkFor(postgres) }, workspace, ['s:2'], { to: NOW - 1, now: NOW });
  await door.correct(workspace, 's', told('second'), []);
  const { rows } = await postgres.pool.query<{ id: string; fields: object }>(
    'select event_id as id, fields from personal_data where workspace_id = $1 order by event_id',
    [workspace],
  );
  expect(rows).toEqual([
    { id: 'created 3', fields: { subject: 'second' } },
    { id: 'customer c', fields: { name: 'second', email: 'second@example.org' } },
    { id: 'message 4', fields: { text: 'second [card number]' } },
    { id: 'survey 3', fields: { comment: 'second' } },
  ]);
  const { rows: notes } = await postgres.pool.query(`select id from event_log where workspace_id = $1 and data->'customFields' ? 'place'`, [
    workspace,
  ]);
  expect(notes).toEqual([]);
  expect((await checkStores(postgres, workspace)).findings).toEqual([]);
});

test('what replaces another was received when that was', async () => {
  const workspace = await newWorkspace();
  const early = createDoor({ postgres, clock: { now: () => NOW - 5000 } });
  const created = (channel: string) => ({
    id: '1',
    at: NOW - 9000,
    ticket: 's:1',
    type: 'ticket.created',
    data: { requester: 'c', channel },
  });
  await early.bulk(workspace, 's', [created('chat')]);
  await door.correct(workspace, 's', [created('phone')], []);
  const { rows } = await postgres.pool.query<{ at: Date; channel: string }>(
    `select received_at as at, data->>'channel' as channel from event_log where workspace_id = $1`,
    [workspace],
  );
  expect(rows).toEqual([{ at: new Date(NOW - 5000), channel: 'phone' }]);
});

test('somebody who is called otherwise is the same one no more', async () => {
  const workspace = await newWorkspace();
  const agent = (as: string) => ({ id: 'user:7', at: NOW - 1000, type: 'agent.upserted', data: { agent: as, name: 'Grace', teams: [] } });
  await door.bulk(workspace, 's', [agent('7')]);
  await door.correct(workspace, 's', [agent('grace')], []);
  const people = (await kept(workspace)).filter(({ kind }) => kind === 'agent');
  expect(people.map(({ id }) => id)).toEqual(['grace']);
});

test('a source that is removed leaves what others told', async () => {
  await fc.assert(
    fc.asyncProperty(ticketEvents(25), ticketEvents(25), async (theirs, others) => {
      const [both, alone] = [await newWorkspace(), await newWorkspace()];
      const elsewhere = others.map((event) => JSON.parse(JSON.stringify(event).replaceAll('"t:', '"o:')) as TicketEvent);
      await door.bulk(both, 'o', elsewhere.map(sent));
      await door.bulk(alone, 'o', elsewhere.map(sent));
      await door.bulk(both, 't', theirs.map(sent));
      await removeSource({ pool: postgres.pool, clockWork: clockWorkFor(postgres) }, both, 't', new AbortController().signal);
      expect(await kept(both)).toEqual(await kept(alone));
      expect((await checkStores(postgres, both)).findings).toEqual([]);
    }),
    { numRuns: process.env['WATCHDESK_LONG'] ? 100 : 8 },
  );
});
