import { foldTicket, type TicketState } from '@watchdesk/domain/ticket';
import type { TicketEvent } from '@watchdesk/domain/event';
import { TICKETS, ticketEvents } from '@watchdesk/domain/ticket/arbitrary';
import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { afterAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { packState, type PackedState, readState, unpackState } from './packed-state.ts';
import { openPostgres } from './postgres/index.ts';

const { pool, close } = openPostgres(await postgresDatabase());
afterAll(() => close());

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The states of all tickets that some events tell of. */
const states = ticketEvents().map((events) =>
  TICKETS.flatMap((id): TicketState[] => {
    const folded = foldTicket(
      id,
      events.filter(({ ticket }) => ticket === id),
    );
    if (!folded) return [];
    const { clockLog: _, ...state } = folded;
    return [state];
  }),
);

test('what is packed comes back, through JSON, and is less than half as long', () => {
  let [before, after] = [0, 0];
  fc.assert(
    fc.property(states, (some) => {
      for (const state of some) {
        const packed = throughJson(packState(state)) as PackedState;
        expect(unpackState(packed)).toEqual(throughJson(state));
        before += JSON.stringify(state).length;
        after += JSON.stringify(packed).length;
      }
    }),
  );
  expect(after / before).toBeLessThan(0.5);
});

test('the form is this one: a field that moves within its list would misread every ticket that is stored', () => {
  const at = Date.UTC(2026, 0, 5, 9);
  const event = (seq: number, type: string, data: object, actor: object) =>
    ({ id: `e${seq}`, source: 's', ticket: 's:1', at: at + seq * 60_000, seq: 0, actor, type, data }) as unknown as TicketEvent;
  const [bot, agent] = [
    { kind: 'bot', id: 'b' },
    { kind: 'agent', id: 'a' },
  ];
  const { clockLog: _, ...state } = foldTicket('s:1', [
    event(
      0,
      'ticket.created',
      { channel: 'chat', requester: 'c', priority: 'P2', team: 'billing', tags: ['vip'] },
      { kind: 'customer', id: 'c' },
    ),
    event(1, 'ticket.message', { messageId: 'm1', visibility: 'public', confidence: 0 }, bot),
    event(2, 'ticket.escalated', { toTier: 'L1', kind: 'low_ai_confidence' }, bot),
    event(3, 'ticket.message', { messageId: 'm2', visibility: 'public' }, agent),
    event(4, 'status.changed', { to: 'resolved' }, agent),
    event(5, 'survey.answered', { survey: 'csat', surveyId: 'q', score: 4, scale: 5 }, { kind: 'customer', id: 'c' }),
  ])!;
  expect(throughJson(packState(state))).toMatchInlineSnapshot(`
    {
      "atCreation": [
        null,
        "P2",
        null,
        "billing",
        null,
        null,
        null,
        "chat",
        "c",
        null,
        null,
        null,
        [
          "vip",
        ],
      ],
      "burstOpen": true,
      "confidences": {
        "count": 1,
        "sum": 0,
      },
      "counts": [
        0,
        1,
        0,
        1,
        0,
        0,
        0,
        0,
        0,
      ],
      "createdAt": 1767603600000,
      "createdBy": {
        "id": "c",
        "kind": "customer",
      },
      "cycles": [
        [
          1,
          1767603600000,
          "customer",
          1767603840000,
          {
            "agent": "a",
            "kind": "agent",
            "team": "billing",
          },
          1,
          1,
        ],
      ],
      "escalations": [
        [
          0,
          1767603720000,
          1,
          null,
          "L1",
          "billing",
          "billing",
          null,
          "bot",
          "low_ai_confidence",
          null,
          null,
          0,
        ],
      ],
      "eventCount": 6,
      "firstAnswer": {
        "agent": null,
        "at": 1767603660000,
        "kind": "bot",
        "messageId": "m1",
        "team": "billing",
      },
      "firstReply": {
        "agent": "a",
        "at": 1767603780000,
        "clamped": false,
        "kind": "agent",
        "messageId": "m2",
        "team": "billing",
      },
      "handoffAt": 1767603720000,
      "id": "s:1",
      "lastConfidence": 0,
      "lastEvent": {
        "at": 1767603900000,
        "id": "e5",
        "seq": 0,
        "source": "s",
      },
      "lastEventAt": 1767603900000,
      "lastReply": {
        "agent": "a",
        "at": 1767603780000,
        "kind": "agent",
        "messageId": "m2",
        "team": "billing",
      },
      "lastSpeaker": "agent",
      "now": [
        "resolved",
        "P2",
        "L1",
        "billing",
        null,
        null,
        null,
        "chat",
        "c",
        null,
        null,
        null,
        [
          "vip",
        ],
      ],
      "repliers": [
        "a",
      ],
      "resolvers": [
        "a",
      ],
      "segments": [
        [
          0,
          1767603600000,
          1767603720000,
          1,
          null,
          null,
          "billing",
          null,
          null,
          "P2",
        ],
        [
          1,
          1767603720000,
          1767603840000,
          1,
          null,
          null,
          "billing",
          null,
          "L1",
          "P2",
        ],
        [
          2,
          1767603840000,
          null,
          1,
          "resolved",
          null,
          "billing",
          null,
          "L1",
          "P2",
        ],
      ],
      "subject": {
        "id": "e0",
        "source": "s",
      },
      "surveys": [
        [
          "q",
          "csat",
          null,
          1767603900000,
          4,
          5,
          null,
          "a",
          "billing",
          1,
          1,
          0,
          1,
        ],
      ],
      "waits": [
        [
          0,
          1,
          1767603720000,
          1767603780000,
          "first",
          "reply",
          "a",
          "billing",
          "P2",
        ],
      ],
    }
  `);
});

test('a state in another form is none, and nobody takes it for one', () => {
  const [[state] = []] = fc.sample(
    states.filter((some) => some.length > 0),
    { numRuns: 1, seed: 3 },
  );
  const old = throughJson(state) as PackedState;
  expect(readState(old)).toBeNull();
  expect(() => unpackState(old)).toThrow('replay');
  expect(readState(null)).toBeNull();
});

test('two states share nothing that one of them could change', () => {
  const [state] = fc.sample(
    states.filter((some) => some.length > 0),
    { numRuns: 1, seed: 3 },
  )[0]!;
  const packed = packState({ ...state!, links: [], touched: [] });
  const [one, other] = [unpackState(packed), unpackState(packed)];
  one.links.push({ to: 't:9', kind: 'bug' });
  one.touched.push('priority');
  one.confidences.count += 1;
  expect(other.links).toEqual([]);
  expect(other.touched).toEqual([]);
  expect(other.confidences.count).not.toBe(one.confidences.count);
});

test('the migration packs what older versions have stored', async () => {
  // What a ticket was about before, older versions did not keep.
  const sample = fc
    .sample(states, { numRuns: 40, seed: 11 })
    .flat()
    .map((state) => ({ ...state, formerLabels: [] }));
  await pool.query(`insert into workspace (workspace_id, name) values ('a', 'A')`);
  for (const [index, state] of sample.entries())
    await pool.query(`insert into ticket (workspace_id, id, state) values ('a', $1, $2)`, [String(index), JSON.stringify(state)]);
  await pool.query(`insert into ticket (workspace_id, id) values ('a', 'none')`);
  await pool.query(await readFile(new URL('postgres/migrations/0012-packed-states.sql', import.meta.url), 'utf8'));
  const { rows } = await pool.query<{ id: string; state: PackedState | null }>('select id, state from ticket');
  const found = new Map(rows.map(({ id, state }) => [id, state]));
  expect(sample.length).toBeGreaterThan(60);
  // Nor what a survey's answer had lived through.
  const asKept = (state: TicketState) => {
    const packed = throughJson(packState(state)) as { surveys?: unknown[][] };
    return { ...packed, ...(packed.surveys && { surveys: packed.surveys.map((cells) => cells.slice(0, 10)) }) };
  };
  for (const [index, state] of sample.entries()) expect(found.get(String(index))).toEqual(asKept(state));
  expect(found.get('none')).toBeNull();
});
