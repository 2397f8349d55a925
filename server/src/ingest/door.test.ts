import { ticketEvents, TICKETS } from '@watchdesk/domain/ticket/arbitrary';
import type { SentEvent, SupportEvent } from '@watchdesk/domain/event';
import { type Rulebook, kept, type KeptClock, ticketClocks } from '@watchdesk/domain/sla';
import { foldTicket, handsOf, type HeardTicket, MOST_EVENTS } from '@watchdesk/domain/ticket';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { createRulebooks, ensureRules } from '../rules/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { readClocks } from '../store/packed-clocks.ts';
import { type PackedState, unpackState } from '../store/packed-state.ts';
import { checkStores, createDoor, type Door, replay } from './index.ts';

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

type Stored = HeardTicket & { readonly clocks: readonly KeptClock[] };

async function states(workspace: string): Promise<Map<string, Stored>> {
  const { rows } = await postgres.pool.query<{ id: string; state: PackedState; clock_log: HeardTicket['clockLog']; clocks: unknown }>(
    'select id, state, clock_log, clocks from ticket where workspace_id = $1 and state is not null order by id',
    [workspace],
  );
  return new Map(
    rows.map(({ id, state, clock_log: clockLog, clocks }) => [id, { ...unpackState(state), clockLog, clocks: readClocks(clocks)! }]),
  );
}

const sent = ({ source: _, ...event }: SupportEvent) => event;

const created = (ticket: string, more: Partial<SentEvent> = {}): SentEvent<'ticket.created'> =>
  ({
    id: `${ticket} created`,
    at: '2026-05-01T09:00:00Z',
    actor: { kind: 'customer', id: 'c' },
    ticket,
    type: 'ticket.created',
    data: { subject: 'Cannot sign in', requester: 'c' },
    ...more,
  }) as SentEvent<'ticket.created'>;

const merged = (child: string, into: string, at = '2026-05-01T10:00:00Z') => ({
  id: `${child} into ${into}`,
  at,
  ticket: child,
  type: 'ticket.merged',
  data: { into },
});

describe('outcomes', () => {
  test('are one per event, in order, whatever the mixture', async () => {
    const workspace = await newWorkspace();
    const event = created('a:1');
    const outcomes = await door.accept(workspace, 'api', [
      event,
      event,
      { ...event, id: 'x', type: 'ticket.exploded' },
      { ...event, id: 'y', data: { priority: 'P9' } },
      'nonsense',
      merged('a:1', 'a:9'),
      { ...event, id: 'nul', data: { subject: 'a\0b' } },
    ]);
    expect(outcomes).toEqual([
      { id: 'a:1 created', outcome: 'accepted' },
      { id: 'a:1 created', outcome: 'duplicate' },
      { id: 'x', outcome: 'rejected', field: 'type', reason: expect.stringContaining('ticket.created') as string },
      { id: 'y', outcome: 'rejected', field: 'data.priority', reason: expect.stringContaining('P1') as string },
      { id: null, outcome: 'rejected', field: '', reason: 'must be object, received string' },
      { id: 'a:1 into a:9', outcome: 'parked', reason: 'waits for the ticket a:9' },
      { id: 'nul', outcome: 'rejected', field: 'data.subject', reason: 'must be well-formed Unicode without the character NUL' },
    ]);
    expect(await door.accept(workspace, 'api', [event])).toEqual([{ id: 'a:1 created', outcome: 'duplicate' }]);
    // The same id from another source is another event.
    expect(await door.accept(workspace, 'csv', [event])).toEqual([{ id: 'a:1 created', outcome: 'accepted' }]);
  });

  test('concurrent senders of the same event: one is accepted', async () => {
    const workspace = await newWorkspace();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => door.accept(workspace, 'api', [created('a:1')])));
    expect(outcomes.flat().filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1);
    expect((await states(workspace)).get('a:1')).toMatchObject({ eventCount: 1 });
  });

  test('an instant too far ahead is set to that of receipt, for good', async () => {
    const workspace = await newWorkspace();
    await door.accept(workspace, 'api', [created('a:1', { at: '2031-01-01T00:00:00Z' })]);
    const { rows } = await postgres.pool.query('select at, clamped_from from event_log where workspace_id = $1', [workspace]);
    expect(rows).toEqual([{ at: NOW, clamped_from: Date.UTC(2031, 0, 1) }]);
  });

  test('a merge into an unknown ticket waits for it, and for what that one waits for', async () => {
    const workspace = await newWorkspace();
    await door.accept(workspace, 'api', [created('a:1'), merged('a:1', 'a:2'), merged('a:2', 'a:3')]);
    expect((await states(workspace)).get('a:1')?.mergedInto).toBeNull();
    await door.accept(workspace, 'api', [created('a:3')]);
    const after = await states(workspace);
    expect([...after].map(([id, { mergedInto }]) => [id, mergedInto])).toEqual([
      ['a:1', 'a:2'],
      ['a:2', 'a:3'],
      ['a:3', null],
    ]);
    expect(Object.keys(after.get('a:3')!.absorbed)).toEqual(['a:1', 'a:2']);
    expect((await postgres.pool.query('select from parked_event where workspace_id = $1', [workspace])).rowCount).toBe(0);
  });
});

test('a full ticket takes no more, and still knows what it has', async () => {
  const workspace = await newWorkspace();
  const note = (index: number) => ({
    id: `n${index}`,
    at: NOW - 30_000_000 + index,
    ticket: 'a:1',
    type: 'ticket.message',
    data: { messageId: `n${index}`, visibility: 'internal' },
  });
  const notes = Array.from({ length: MOST_EVENTS }, (_, index) => note(index));
  for (let start = 0; start < notes.length; start += 5000) await door.bulk(workspace, 'api', notes.slice(start, start + 5000));
  const outcomes = await door.accept(workspace, 'api', [...notes.slice(-3), note(MOST_EVENTS)]);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['duplicate', 'duplicate', 'duplicate', 'rejected']);
});

test('a merge into a ticket that is merged itself brings its history to where the chain ends', async () => {
  const workspace = await newWorkspace();
  await door.accept(workspace, 'api', [created('a:1'), created('a:2'), created('a:3'), merged('a:2', 'a:1')]);
  const reply = {
    id: 'reply',
    at: '2026-05-01T10:30:00Z',
    actor: { kind: 'agent', id: 'x' },
    ticket: 'a:1',
    type: 'ticket.message',
    data: { messageId: 'reply', visibility: 'public' },
  };
  await door.accept(workspace, 'api', [reply]);
  // The customer of a:3 has no answer yet: from this merge on, a:1 owes it.
  await door.accept(workspace, 'api', [merged('a:3', 'a:2', '2026-05-01T11:00:00Z')]);
  expect((await states(workspace)).get('a:1')?.waits.at(-1)).toMatchObject({ kind: 'next', from: Date.UTC(2026, 4, 1, 11), to: null });
  expect((await checkStores(postgres, workspace)).findings).toEqual([]);
});

describe('personal data', () => {
  const personal = async (workspace: string) =>
    (
      await postgres.pool.query<{ event_id: string; fields: object }>(
        'select event_id, fields from personal_data where workspace_id = $1 order by event_id',
        [workspace],
      )
    ).rows;
  const message = (id: string, at = '2026-05-01T09:05:00Z') => ({
    id,
    at,
    actor: { kind: 'customer', id: 'c' },
    ticket: 'a:1',
    type: 'ticket.message',
    data: { messageId: id, visibility: 'public', text: `secret ${id}` },
  });
  const erased = { id: 'erased', at: '2026-05-02T00:00:00Z', type: 'customer.erased', data: { customer: 'c' } };

  test('stands apart from the log', async () => {
    const workspace = await newWorkspace();
    await door.accept(workspace, 'api', [
      created('a:1'),
      message('m'),
      {
        id: 'c',
        at: '2026-05-01T00:00:00Z',
        type: 'customer.upserted',
        data: { customer: 'c', name: 'Ada', email: 'ada@example.com', country: 'GB' },
      },
    ]);
    expect(await personal(workspace)).toEqual([
      { event_id: 'a:1 created', fields: { subject: 'Cannot sign in' } },
      { event_id: 'c', fields: { name: 'Ada', email: 'ada@example.com' } },
      { event_id: 'm', fields: { text: 'secret m' } },
    ]);
    const { rows } = await postgres.pool.query<{ text: string }>(
      'select string_agg(to_jsonb(l)::text, $2) as text from event_log l where workspace_id = $1',
      [workspace, ' '],
    );
    for (const secret of ['secret', 'Ada', 'ada@', 'Cannot sign in']) expect(rows[0]!.text).not.toContain(secret);
  });

  test.each([
    ['erased after it came', (late: object) => [late, erased]],
    ['erased before it came', (late: object) => [erased, late]],
  ])('of a customer is gone when %s', async (_, order) => {
    const workspace = await newWorkspace();
    await door.accept(workspace, 'api', [created('a:1')]);
    for (const event of order(message('m'))) await door.accept(workspace, 'api', [event]);
    expect(await personal(workspace)).toEqual([]);
    expect((await states(workspace)).get('a:1')?.counts.customerMessages).toBe(1);
    await door.accept(workspace, 'api', [message('later', '2026-05-03T00:00:00Z')]);
    expect(await personal(workspace)).toEqual([{ event_id: 'later', fields: { text: 'secret later' } }]);
  });

  test.each([['before'], ['after']])('of a redacted message is gone when the redaction comes %s it', async (when) => {
    const workspace = await newWorkspace();
    const redaction = { id: 'r', at: '2026-05-01T09:06:00Z', ticket: 'a:1', type: 'message.redacted', data: { messageId: 'm' } };
    const events = when === 'before' ? [redaction, message('m')] : [message('m'), redaction];
    for (const event of events) await door.accept(workspace, 'api', [event]);
    expect(await personal(workspace)).toEqual([]);
  });
});

test('in either gear the columns beside the state say the same, whatever the text', async () => {
  const tags = ['a"b', String.raw`c\d`, '{e,f}', 'NULL'];
  const event = created('a:1', { data: { requester: 'c', tags, category: 'x y' } });
  const columns = async (gear: Door['accept']) => {
    const workspace = await newWorkspace();
    expect(await gear(workspace, 'api', [event])).toMatchObject([{ outcome: 'accepted' }]);
    const { rows } = await postgres.pool.query<{ columns: object }>(
      `select to_jsonb(t) - 'workspace_id' as columns from ticket t where workspace_id = $1`,
      [workspace],
    );
    return rows;
  };
  const [single, bulk] = [await columns(door.accept), await columns(door.bulk)];
  expect(single).toHaveLength(1);
  expect(bulk).toEqual(single);
});

test('a bulk chunk whose new ticket somebody else reserves meanwhile is run again, and folds with what they wrote', async () => {
  const workspace = await newWorkspace();
  const other = await postgres.pool.connect();
  await other.query('begin');
  await other.query(`insert into ticket (workspace_id, id) values ($1, 'a:1')`, [workspace]);
  const bulk = door.bulk(workspace, 'api', [created('a:1')]);
  const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  await expect.poll(async () => (await postgres.pool.query(waiting)).rowCount, { timeout: 10_000 }).toBe(1);
  await other.query('commit');
  other.release();
  expect(await bulk).toEqual([{ id: 'a:1 created', outcome: 'accepted' }]);
  expect(await states(workspace)).toEqual(new Map([['a:1', expect.objectContaining({ eventCount: 1, provisional: false })]]));
  expect((await checkStores(postgres, workspace)).findings).toEqual([]);
});

describe('laws', () => {
  /** What the door should hold: each ticket folded with all, but for merges into tickets it does not know. */
  /** Of a workspace with the rules to begin with. */
  const rulebookOf = async (workspace: string) => createRulebooks().of(postgres.pool, workspace);

  function expected(events: readonly SupportEvent[], rulebook: Rulebook): Map<string, Stored> {
    const known = new Set(events.filter(({ type }) => type !== 'ticket.merged').map(({ ticket }) => ticket!));
    const merges = events.filter((event) => event.type === 'ticket.merged');
    for (let size = -1; size !== known.size;) {
      size = known.size;
      for (const { ticket, data } of merges) if (known.has(data.into)) known.add(ticket);
    }
    const heard = events.filter((event) => event.type !== 'ticket.merged' || known.has(event.data.into));
    const family = (id: string, seen = new Set([id])): Set<string> => {
      for (const event of heard)
        if (event.type === 'ticket.merged' && event.data.into === id && !seen.has(event.ticket))
          family(event.ticket, seen.add(event.ticket));
      return seen;
    };
    return new Map(
      TICKETS.flatMap((id) => {
        const members = family(id);
        const state = foldTicket(id, heard.filter(({ ticket }) => members.has(ticket!)) as never);
        if (!state) return [];
        const clocks = ticketClocks(state.clockLog, rulebook, () => null, undefined, handsOf(state)).map((clock) => ({
          ...kept(clock),
          announced: 0,
        }));
        return [[id, JSON.parse(JSON.stringify({ ...state, clocks })) as Stored]];
      }),
    );
  }

  test('any order of arrival, any duplication, either gear: the same state, and replay equals it', async () => {
    await fc.assert(
      fc.asyncProperty(
        ticketEvents(30).chain((events) =>
          fc.record({
            events: fc.constant(events),
            arrivals: fc.shuffledSubarray([...events, ...events.slice(0, 5)], { minLength: events.length + Math.min(5, events.length) }),
            cuts: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 40, maxLength: 40 }),
            gears: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
          }),
        ),
        async ({ events, arrivals, cuts, gears }) => {
          const workspace = await newWorkspace();
          for (let start = 0, batch = 0; start < arrivals.length; start += cuts[batch]!, batch += 1) {
            const some = arrivals.slice(start, start + cuts[batch]!).map(sent);
            await (gears[batch] ? door.bulk(workspace, 's', some) : door.accept(workspace, 's', some));
          }
          expect(await states(workspace)).toEqual(expected(events, await rulebookOf(workspace)));
          expect((await checkStores(postgres, workspace)).findings).toEqual([]);
          await postgres.pool.query('update ticket set state = null where workspace_id = $1', [workspace]);
          await replay(postgres, { workspaceId: workspace });
          expect(await states(workspace)).toEqual(expected(events, await rulebookOf(workspace)));
        },
      ),
      { numRuns: process.env['WATCHDESK_LONG'] ? 400 : 25 },
    );
  });

  test('a state that another version has stored is folded anew by the next event', async () => {
    const workspace = await newWorkspace();
    const event = (minute: number, type: string, data: object) => ({
      id: `e${minute}`,
      at: Date.UTC(2026, 2, 2, 9, minute),
      actor: { kind: 'customer', id: 'c-1' },
      ticket: 's:1',
      type,
      data,
    });
    await door.accept(workspace, 's', [event(0, 'ticket.created', { channel: 'email', requester: 'c-1', priority: 'P1' })]);
    await postgres.pool.query(`update ticket set state = '{"id":"s:1","now":{"status":"new"}}' where workspace_id = $1`, [workspace]);
    await door.accept(workspace, 's', [event(1, 'ticket.message', { messageId: 'm', visibility: 'public' })]);
    expect((await states(workspace)).get('s:1')).toMatchObject({ now: { priority: 'P1' }, counts: { customerMessages: 1 }, eventCount: 2 });
  });

  test('many senders at once, each with a share of the events: the same state', async () => {
    await fc.assert(
      fc.asyncProperty(ticketEvents(40), async (events) => {
        const workspace = await newWorkspace();
        await Promise.all(events.map((event, index) => (index % 7 === 0 ? door.bulk : door.accept)(workspace, 's', [sent(event)])));
        expect(await states(workspace)).toEqual(expected(events, await rulebookOf(workspace)));
      }),
      { numRuns: process.env['WATCHDESK_LONG'] ? 200 : 15 },
    );
  });
});
