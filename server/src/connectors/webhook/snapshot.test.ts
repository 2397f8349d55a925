import { createHmac } from 'node:crypto';
import { readEvent } from '@watchdesk/domain/event';
import { describe, expect, test } from 'vitest';
import type { Given, Mapped, RawRequest } from '../connector.ts';
import { previewMapping, readMapping, suggestMapping, webhookConnector } from './index.ts';
import { snapshotKey } from '../payload/snapshot.ts';
import { mapPayloads } from './map-payloads.ts';

const maps = { status: {}, priority: {}, customFields: {}, users: {} };
const given = (known: Given['known'] = {}): Given => ({ source: 'desk', maps, known });
const mapping = readMapping({
  form: 'snapshot',
  ticket: { pointer: '/ticket/id' },
  at: { pointer: '/ticket/updated_at' },
  createdAt: { pointer: '/ticket/created_at' },
  fields: {
    subject: { pointer: '/ticket/title' },
    status: { pointer: '/ticket/state', map: { waiting: 'pending', done: 'resolved' } },
    priority: { pointer: '/ticket/priority', map: { low: 'P4', high: 'P2' } },
    requester: { pointer: '/ticket/customer' },
    assignee: { pointer: '/ticket/owner' },
    tags: { pointer: '/ticket/tags' },
    'customFields.impact': { pointer: '/ticket/impact' },
  },
  message: {
    id: { pointer: '/note/id' },
    actor: { kind: { pointer: '/note/by', map: { them: 'customer', us: 'agent' } } },
    visibility: { value: 'public' },
    text: { pointer: '/note/text' },
  },
});
const ticket = {
  id: 5,
  created_at: '2026-03-01T09:00:00Z',
  updated_at: '2026-03-01T10:00:00Z',
  title: 'Broken lamp',
  state: 'open',
  priority: 'low',
  customer: 'c1',
  owner: null as string | null,
  tags: ['lamp'],
  impact: 'a room',
};
const at = (minute: number, change: Partial<typeof ticket> = {}, more: object = {}) => ({
  ticket: { ...ticket, updated_at: `2026-03-01T10:${String(minute).padStart(2, '0')}:00Z`, ...change },
  ...more,
});
const short = ({ events }: Mapped) => events.map(({ type, data }) => [type, data]);

describe('payloads that are the ticket as it is', () => {
  test('the first is its creation, and a status other than new came later', () => {
    const first = mapPayloads(mapping, [at(0)], given());
    expect(first.events).toMatchObject([
      {
        type: 'ticket.created',
        at: Date.UTC(2026, 2, 1, 9),
        ticket: 'desk:5',
        raw: { synthetic: true },
        actor: { kind: 'customer', id: 'desk:c1' },
        data: {
          subject: 'Broken lamp',
          priority: 'P4',
          requester: 'desk:c1',
          assignee: null,
          tags: ['lamp'],
          customFields: { impact: 'a room' },
        },
      },
      { type: 'status.changed', at: Date.UTC(2026, 2, 1, 10), data: { to: 'open' } },
    ]);
    expect(first.events[0]!.data as object).not.toHaveProperty('status');
  });

  test('one that cannot be read to its end is not remembered: read again, it is the creation', () => {
    const dead = mapPayloads(mapping, [at(0, {}, { note: { id: 'n1', by: 'nobody knows', text: 'Hello' } })], given());
    expect(dead).toMatchObject({ events: [], dead: [{ field: 'actor.kind' }], remember: {} });
    const both = [at(0, {}, { note: { id: 'n1', by: 'nobody knows' } }), at(1)];
    expect(mapPayloads(mapping, both, given()).events.map(({ type }) => type)).toEqual(['ticket.created', 'status.changed']);
  });

  test('a long id is remembered by its digest', () => {
    const { remember } = mapPayloads(mapping, [at(0)], given());
    expect(Object.keys(remember!)).toEqual([snapshotKey('5')]);
    expect(snapshotKey('x'.repeat(100_000)).length).toBeLessThan(100);
    expect(snapshotKey('x'.repeat(100_000))).not.toBe(snapshotKey('y'.repeat(100_000)));
  });

  test('a later one gives what differs, all of it at its time, with the status last', () => {
    const first = mapPayloads(mapping, [at(0)], given());
    const later = at(7, {
      state: 'done',
      priority: 'high',
      owner: 'ann',
      tags: ['lamp', 'hall'],
      title: 'Broken lamp in the hall',
      impact: 'a floor',
    });
    const second = mapPayloads(mapping, [later], given(first.remember));
    expect(short(second)).toEqual([
      ['subject.changed', { to: 'Broken lamp in the hall' }],
      ['assignee.changed', { to: 'desk:ann' }],
      ['priority.changed', { to: 'P2' }],
      ['tag.changed', { added: ['hall'], removed: [] }],
      ['customField.changed', { name: 'impact', to: 'a floor' }],
      ['status.changed', { to: 'resolved', rawTo: 'done' }],
    ]);
    expect(second.events.every(({ at: when, raw }) => when === Date.UTC(2026, 2, 1, 10, 7) && raw?.synthetic)).toBe(true);
    expect(second.events.map(({ seq }) => seq)).toEqual(second.events.map(({ seq }) => seq!).toSorted((a, b) => a - b));
  });

  test('the same again, or an older one that comes late, tells nothing', () => {
    const both = mapPayloads(mapping, [at(0), at(0), at(3, { owner: 'ann' })], given());
    expect(short(both).map(([type]) => type)).toEqual(['ticket.created', 'status.changed', 'assignee.changed']);
    expect(mapPayloads(mapping, [at(1, { owner: 'bob' })], given(both.remember)).events).toEqual([]);
  });

  test('one by one or all at once, the events are the same', () => {
    const states = [at(0), at(2, { state: 'waiting' }), at(4, { state: 'open', tags: [] }), at(9, { state: 'done', owner: 'ann' })];
    let known: Given['known'] = {};
    const single = states.flatMap((state) => {
      const { events, remember } = mapPayloads(mapping, [state], given(known));
      known = { ...known, ...remember };
      return events;
    });
    expect(single).toEqual(mapPayloads(mapping, states, given()).events);
  });

  test('what is remembered holds no words of customers', () => {
    const { remember } = mapPayloads(mapping, [at(0)], given());
    expect(Object.keys(remember!)).toEqual(['snapshot/5']);
    expect(JSON.stringify(remember)).not.toMatch(/lamp in|Broken|a room/);
  });

  test('the newest message is one, however often it comes along', () => {
    const note = { id: 8, by: 'them', text: 'Still dark' };
    const first = mapPayloads(mapping, [at(0, {}, { note })], given());
    const again = mapPayloads(mapping, [at(1, {}, { note })], given(first.remember));
    const [message] = first.events.filter(({ type }) => type === 'ticket.message');
    expect(message).toMatchObject({ actor: { kind: 'customer' }, data: { messageId: '8', visibility: 'public', text: 'Still dark' } });
    expect(again.events.map(({ id }) => id)).toEqual([message!.id]);
  });
});

describe('a draft from a sample', () => {
  const samples: Record<string, unknown> = {
    nested: {
      ticket: {
        id: 17,
        title: 'No light',
        state: 'open',
        created_at: '2026-03-01T09:00:00Z',
        updated_at: '2026-03-01T09:30:00Z',
        customer_id: 3,
        group_id: 2,
        labels: [{ id: 1, name: 'hall' }],
      },
      article: { id: 4, body: '<p>Dark</p>', sender: 'Customer', internal: false },
    },
    flat: { ticket_id: 'T-9', subject: 'Hello', status: 'Pending', priority: 'P2', timestamp: 1_783_080_300 },
    list: [{ issue: { key: 'OPS-1', summary: 'Down', updated: 'x' }, occurredAt: 1_783_080_300_000 }],
  };

  test.each(Object.entries(samples))('of a %s payload gives events that the door takes', (_, sample) => {
    const draft = readMapping(suggestMapping(sample));
    const { events, dead } = previewMapping(draft, [sample], { source: 'desk', maps });
    expect(dead).toEqual([]);
    expect(events.length).toBeGreaterThan(0);
    for (const { raw: _raw, ...event } of events) expect(readEvent(event, 'desk')).toMatchObject({ ok: true });
  });

  test('finds what there is', () => {
    const draft = suggestMapping(samples['nested']);
    expect(draft).toMatchObject({
      form: 'snapshot',
      ticket: { pointer: '/ticket/id' },
      at: { pointer: '/ticket/updated_at' },
      createdAt: { pointer: '/ticket/created_at' },
      fields: {
        subject: { pointer: '/ticket/title' },
        status: { pointer: '/ticket/state' },
        tags: { pointer: '/ticket/labels', pick: '/name' },
      },
      message: {
        id: { pointer: '/article/id' },
        text: { pointer: '/article/body', html: true },
        visibility: { pointer: '/article/internal' },
      },
    });
    expect(suggestMapping(samples['flat'])).toMatchObject({ at: { pointer: '/timestamp', format: 'epoch seconds' } });
  });

  test.each([[null], ['text'], [[]], [{ hello: 'world' }], [{ id: 1 }]])('of %j there is none', (sample) => {
    expect(suggestMapping(sample)).toBeNull();
  });
});

describe('as a connector', () => {
  const options = { check: { kind: 'hmac', header: 'X-Desk-Signature' } };
  const body = Buffer.from(JSON.stringify(at(0)));
  const request: RawRequest = { method: 'POST', url: 'https://x.test/in', headers: {}, body, receivedAt: 0 };
  const [list] = webhookConnector.webhook!.read(request).items!;
  const withMapping = { ...maps, payloads: mapping };

  test('asks for the last states, and maps by the mapping among its maps', () => {
    expect(webhookConnector.needs!(list!.stream, list!.items, withMapping)).toEqual(['snapshot/5']);
    expect(webhookConnector.map(list!.stream, list!.items, { ...given(), maps: withMapping }).events).toHaveLength(2);
  });

  test('keeps what comes before there is a mapping', () => {
    expect(webhookConnector.needs!(list!.stream, list!.items, maps)).toEqual([]);
    expect(webhookConnector.map(list!.stream, list!.items, given())).toMatchObject({
      events: [],
      dead: [{ field: 'mapping', item: at(0) }],
    });
  });

  test('verifies as its options say', () => {
    const read = webhookConnector.options.parse(options);
    const { verify } = webhookConnector.webhook!;
    const signed = createHmac('sha256', 'secret').update(body).digest('hex');
    expect(verify(request, ['secret'], read)).toEqual({ ok: false, reason: 'missing' });
    expect(verify({ ...request, headers: { 'x-desk-signature': 'no' } }, ['secret'], read)).toEqual({ ok: false, reason: 'wrong' });
    expect(verify({ ...request, headers: { 'x-desk-signature': signed } }, ['secret'], read)).toMatchObject({ ok: true });
  });
});
