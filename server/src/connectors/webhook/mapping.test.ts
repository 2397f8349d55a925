import { EVENTS, readEvent } from '@watchdesk/domain/event';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../errors.ts';
import { idsWithoutSource } from '../../../test/people-ids.ts';
import type { Given, Mapped } from '../connector.ts';
import { fieldsOf, MAPPED_TYPES, readMapping } from './index.ts';
import { mapPayloads } from './map-payloads.ts';

const maps = { status: {}, priority: {}, customFields: {}, users: {} };
const given = (more: Partial<Given> = {}): Given => ({ source: 'desk', maps, known: {}, ...more });
const mapped = (document: unknown, payloads: unknown[], more: Partial<Given> = {}): Mapped => {
  const all = mapPayloads(readMapping(document), payloads, given(more));
  expect(idsWithoutSource(all.events, given(more).source, given(more).maps)).toEqual([]);
  return all;
};
const faultsOf = (document: unknown) => {
  try {
    readMapping(document);
  } catch (error) {
    if (error instanceof Refusal) return error.fields;
    throw error;
  }
  return [];
};

/** A desk that tells what happened, one of it at a time. */
const events = {
  form: 'events',
  zone: 'Europe/Berlin',
  rules: [
    {
      name: 'A ticket is made',
      type: 'ticket.created',
      when: [{ pointer: '/event', is: ['created'] }],
      id: { pointer: '/delivery' },
      at: { pointer: '/when', format: 'd.M.yyyy HH:mm' },
      ticket: { pointer: '/case/no' },
      actor: { kind: { value: 'customer' }, id: { pointer: '/case/by' } },
      data: {
        subject: { pointer: '/case/title' },
        status: { pointer: '/case/state', map: { Neu: 'new', Wartet: 'pending' } },
        priority: { pointer: '/case/urgency', map: { hoch: 'P1', normal: 'P3' } },
        requester: { pointer: '/case/by' },
        assignee: { pointer: '/case/agent' },
        tags: { pointer: '/case/labels', pick: '/name' },
        'customFields.floor': { pointer: '/case/floor' },
        channel: { pointer: '/case/via' },
      },
    },
    {
      name: 'Its messages',
      type: 'ticket.message',
      each: '/messages',
      when: [{ item: '/draft', isNot: [true] }],
      at: { item: '/when', format: 'epoch seconds' },
      ticket: { pointer: '/case/no' },
      actor: { kind: { item: '/from', map: { kunde: 'customer', wir: 'agent' } } },
      data: {
        messageId: { item: '/id' },
        visibility: { item: '/secret', map: { true: 'internal', false: 'public' } },
        text: { item: '/html', html: true },
      },
    },
  ],
};
const payload = {
  event: 'created',
  delivery: 'd-1',
  when: '3.7.2026 14:05',
  case: {
    no: 4711,
    title: 'Kein Strom',
    state: 'Wartet',
    urgency: 'HOCH',
    by: 'k-9',
    agent: 'sina',
    labels: [{ name: 'berlin' }, { name: 'strom' }, { name: 'berlin' }],
    floor: 3,
    via: 'fax',
  },
  messages: [
    {
      id: 1,
      when: 1_783_080_300,
      from: 'kunde',
      secret: false,
      html: '<p>Hallo,<br>der <b>Strom</b> ist weg.</p><script>alert(1)</script>',
    },
    { id: 2, when: 1_783_080_400, from: 'wir', secret: true, html: 'Tom &amp; ich schauen&nbsp;nach' },
    { id: 3, when: 1_783_080_500, from: 'wir', secret: false, html: 'noch nicht', draft: true },
  ],
};

describe('payloads that tell what happened', () => {
  test('become events: pointers, tables, times in their zone, lists, items, conditions', () => {
    const { events: told, warnings, dead } = mapped(events, [payload], { maps: { ...maps, users: { sina: 'agent-7' } } });
    expect(dead).toEqual([]);
    expect(warnings).toEqual([{ what: 'channel', value: 'fax' }]);
    expect(told).toEqual([
      {
        id: 'ticket.created:d-1',
        at: Date.UTC(2026, 6, 3, 12, 5),
        seq: 0,
        type: 'ticket.created',
        ticket: 'desk:4711',
        actor: { kind: 'customer', id: 'desk:k-9' },
        data: {
          subject: 'Kein Strom',
          status: 'pending',
          rawStatus: 'Wartet',
          priority: 'P1',
          requester: 'desk:k-9',
          assignee: 'agent-7',
          tags: ['berlin', 'strom'],
          customFields: { floor: 3 },
          channel: 'other',
        },
      },
      expect.objectContaining({
        at: 1_783_080_300_000,
        actor: { kind: 'customer' },
        data: { messageId: '1', visibility: 'public', text: 'Hallo,\nder Strom ist weg.' },
      }),
      expect.objectContaining({
        actor: { kind: 'agent' },
        data: { messageId: '2', visibility: 'internal', text: 'Tom & ich schauen nach' },
      }),
    ]);
    for (const event of told) expect(readEvent(event, 'desk')).toMatchObject({ ok: true });
  });

  test('the same told again is the same, and something else is not', () => {
    const ids = (one: unknown) => mapped(events, [one]).events.map(({ id }) => id);
    expect(ids(payload)).toEqual(ids(structuredClone(payload)));
    const other = { ...payload, messages: payload.messages.map((message) => ({ ...message, html: 'etwas anderes' })) };
    expect(ids(other)[0]).toBe(ids(payload)[0]);
    expect(ids(other)[1]).not.toBe(ids(payload)[1]);
    expect(new Set(ids(payload)).size).toBe(3);
  });

  test('two rules with one id of the delivery are two events', () => {
    const rule = { type: 'customField.changed', id: { pointer: '/id' }, at: { pointer: '/at' }, ticket: { pointer: '/t' } };
    const field = (name: string) => ({ ...rule, data: { name: { value: name }, to: { pointer: `/${name}` } } });
    const { events: told } = mapped({ form: 'events', rules: [field('a'), field('b')] }, [
      { id: 'x', at: '2026-01-01T00:00:00Z', t: '1', a: 1, b: true },
    ]);
    expect(told.map(({ id, data }) => [id, data])).toEqual([
      ['customField.changed:x', { name: 'a', to: 1 }],
      ['customField.changed:x#2', { name: 'b', to: true }],
    ]);
  });

  test('the words of the connection come before those of the mapping’s author, and an unknown status is open', () => {
    const document = {
      form: 'events',
      rules: [{ type: 'status.changed', at: { pointer: '/at' }, ticket: { pointer: '/t' }, data: { to: { pointer: '/s' } } }],
    };
    const to = (s: string) => {
      const { events: told, warnings } = mapped(document, [{ at: '2026-01-01T00:00:00Z', t: '1', s }], {
        maps: { ...maps, status: { parked: 'on_hold' } },
      });
      return [(told[0]!.data as { to: string }).to, warnings];
    };
    expect(to('Parked')).toEqual(['on_hold', []]);
    expect(to('resolved')).toEqual(['resolved', []]);
    expect(to('weird')).toEqual(['open', [{ what: 'status', value: 'weird' }]]);
    expect(to('__proto__')).toEqual(['open', [{ what: 'status', value: '__proto__' }]]);
  });

  test.each<[string, object, string, RegExp]>([
    ['no ticket', { case: { ...payload.case, no: null } }, 'ticket', /is needed; \/case\/no leads to nothing/],
    ['no time', { when: undefined }, 'at', /leads to nothing/],
    ['a time that is none', { when: '31.2.2026 10:00' }, 'at', /must be a time \(d\.M\.yyyy HH:mm\) at \/when, not “31\.2\.2026 10:00”/],
    ['an object for a text', { case: { ...payload.case, title: { de: 'x' } } }, 'data.subject', /not an object/],
    ['an item that is of nobody', { messages: [{ ...payload.messages[0], from: 'niemand' }] }, 'actor.kind', /must be/],
    [
      'an item without what it needs',
      { messages: [{ ...payload.messages[0], id: undefined }] },
      'data.messageId',
      /is needed for ticket\.message/,
    ],
    ['a list that is none', { messages: 'two' }, 'each', /must be a list/],
  ])('%s is refused with its field, and nothing of that payload is taken', (_, change, field, reason) => {
    const { events: told, dead } = mapped(events, [{ ...payload, ...change }, payload]);
    expect(dead).toEqual([{ item: { ...payload, ...change }, field, reason: expect.stringMatching(reason) as string }]);
    expect(told).toHaveLength(3);
  });

  test('a time without a zone is not guessed at', () => {
    const { zone: _zone, ...without } = events;
    expect(mapped(without, [payload]).dead).toMatchObject([{ field: 'at', reason: expect.stringContaining('without a zone') as string }]);
  });

  test('a delivery that is a list is so many payloads', () => {
    const { events: told, dead } = mapped({ ...events, items: '/batch' }, [
      { batch: [payload, { ...payload, delivery: 'd-2', messages: [] }] },
      { batch: 1 },
    ]);
    expect(told).toHaveLength(4);
    expect(dead).toMatchObject([{ field: 'items' }]);
  });
});

describe('a mapping document', () => {
  const rule = events.rules[0]!;
  const withRule = (change: object) => ({ ...events, rules: [{ ...rule, ...change }] });

  test.each<[string, unknown, string]>([
    ['no document', null, ''],
    ['a form that there is not', { form: 'magic' }, 'form'],
    ['a misspelt field', { ...events, zoon: 'Europe/Berlin' }, 'zoon'],
    ['a zone that there is not', { ...events, zone: 'Europe/Atlantis' }, 'zone'],
    ['no rules', { ...events, rules: [] }, 'rules'],
    ['a type that there is not', withRule({ type: 'ticket.exploded' }), 'rules.0.type'],
    ['an announcement, which is ours', withRule({ type: 'sla.breached' }), 'rules.0.type'],
    ['a pointer that is none', withRule({ ticket: { pointer: 'case.no' } }), 'rules.0.ticket.pointer'],
    ['an escape that is none', withRule({ ticket: { pointer: '/case~2no' } }), 'rules.0.ticket.pointer'],
    ['a field that the type has not', withRule({ data: { colour: { value: 'red' } } }), 'rules.0.data.colour'],
    ['custom fields without a name', withRule({ data: { customFields: { value: 'red' } } }), 'rules.0.data.customFields'],
    ['a name inside what has none', withRule({ data: { 'subject.en': { value: 'red' } } }), 'rules.0.data.subject.en'],
    ['an item without a list', withRule({ ticket: { item: '/id' } }), 'rules.0.each'],
    ['a format that is none', withRule({ at: { pointer: '/at', format: 'sometime' } }), 'rules.0.at.format'],
    ['a format that would be guessed', withRule({ at: { pointer: '/at', format: 'auto' } }), 'rules.0.at.format'],
    ['a condition that says nothing', withRule({ when: [{ pointer: '/event' }] }), 'rules.0.when.0'],
    ['a condition that says two things', withRule({ when: [{ pointer: '/event', is: ['a'], present: true }] }), 'rules.0.when.0'],
  ])('with %s is refused by name', (_, document, field) => {
    expect(faultsOf(document).map((fault) => fault.field)).toContain(field);
  });

  test('may name every field of every type that a desk can tell', () => {
    for (const type of MAPPED_TYPES) {
      const fields = fieldsOf(type);
      expect(fields.map(({ name }) => name).toSorted()).toEqual(Object.keys(EVENTS[type].shape).toSorted());
    }
    expect(fieldsOf('ticket.created').find(({ name }) => name === 'status')).toEqual({
      name: 'status',
      kind: 'word',
      words: ['new', 'open', 'pending', 'on_hold', 'resolved', 'closed'],
      needed: false,
      nullable: false,
    });
    expect(
      fieldsOf('survey.answered')
        .filter(({ needed }) => needed)
        .map(({ name, kind }) => [name, kind]),
    ).toEqual([
      ['survey', 'word'],
      ['score', 'number'],
      ['scale', 'number'],
    ]);
  });
});

test('whatever is sent, mapping it never throws, and what it gives the door would take', () => {
  const mapping = readMapping(events);
  const odd = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom('\0', '\ud800', 'x'.repeat(300), '1e999', ''));
  const twisted = fc
    .dictionary(fc.constantFrom('event', 'delivery', 'when', 'case', 'messages', '__proto__'), odd)
    .map((change) => ({ ...payload, ...change }));
  const inside = fc
    .dictionary(fc.constantFrom(...Object.keys(payload.case)), odd)
    .map((change) => ({ ...payload, case: { ...payload.case, ...change } }));
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue({ maxDepth: 5 }), twisted, inside), (sent) => {
      const { events: told, dead } = mapPayloads(mapping, [sent], given());
      for (const event of told) expect(readEvent(event, 'desk')).toMatchObject({ ok: true });
      expect(dead.every(({ reason }) => reason.length > 5)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
