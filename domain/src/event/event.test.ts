import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareOrder, type Reading, readEvent, setApart, type SupportEvent } from './index.ts';

const message = {
  id: 'e',
  at: '2026-03-01T09:30:00Z',
  ticket: 'zendesk:1',
  type: 'ticket.message',
  data: { messageId: 'm', visibility: 'public', text: 'Hello' },
};
const read = (changes: object = {}): Reading => readEvent({ ...message, ...changes }, 'zendesk');
const faultOf = (changes: object) => {
  const reading = read(changes);
  return reading.ok ? undefined : reading.fault;
};

describe('reading an event', () => {
  test('fills in what may be left out, and knows its source', () => {
    expect(read()).toEqual({
      ok: true,
      event: { ...message, at: Date.UTC(2026, 2, 1, 9, 30), seq: 0, actor: { kind: 'system' }, source: 'zendesk' },
    });
  });

  test.each([
    ['2026-03-01T10:30:00.250+01:00', Date.UTC(2026, 2, 1, 9, 30, 0, 250)],
    ['2026-03-01T09:30Z', Date.UTC(2026, 2, 1, 9, 30)],
    [Date.UTC(2026, 2, 1), Date.UTC(2026, 2, 1)],
  ])('takes the instant %s', (at, ms) => {
    const reading = read({ at });
    expect(reading.ok && reading.event.at).toBe(ms);
  });

  test.each<[string, object, string]>([
    ['a time without a zone', { at: '2026-03-01T09:30:00' }, 'at'],
    ['a day that does not exist', { at: '2026-02-31T09:30:00Z' }, 'at'],
    ['an ancient date', { at: '0001-01-01T00:00:00Z' }, 'at'],
    ['seconds instead of milliseconds', { at: 1_772_357_400 }, 'at'],
    ['no id', { id: '' }, 'id'],
    ['an id with a line break', { id: 'a\nb' }, 'id'],
    ['a fraction as sequence', { seq: 0.5 }, 'seq'],
    ['an unknown actor', { actor: { kind: 'ghost' } }, 'actor.kind'],
    ['a ticket without a source', { ticket: '17' }, 'ticket'],
    ['no ticket', { ticket: undefined }, 'ticket'],
    ['a ticket where none belongs', { type: 'team.upserted', data: { id: 't' } }, 'ticket'],
    ['an unknown type', { type: 'ticket.exploded' }, 'type'],
    ['no data', { data: undefined }, 'data'],
    ['an unknown field', { sourse: 'x' }, 'sourse'],
    ['an unknown field of the data', { data: { ...message.data, colour: 'red' } }, 'data.colour'],
    ['a text too long', { data: { ...message.data, text: 'x'.repeat(1_000_000) } }, 'data.text'],
    ['NUL', { data: { ...message.data, text: 'a\0b' } }, 'data.text'],
    ['half of a surrogate pair', { data: { ...message.data, text: '\ud800' } }, 'data.text'],
    [
      'a stretch that ends before it begins',
      { type: 'agent.activity', data: { agent: 'a', from: '2026-03-01T10:00:00Z', to: '2026-03-01T09:00:00Z' } },
      'data.to',
    ],
    ['a merge into nowhere', { type: 'ticket.merged', data: { into: '17' } }, 'data.into'],
    ['a merge into itself', { type: 'ticket.merged', data: { into: 'zendesk:1' } }, 'data.into'],
    ['a score above its scale', { type: 'survey.answered', data: { survey: 'csat', score: 100, scale: 5 } }, 'data.score'],
    ['a link that is a script', { type: 'ticket.created', data: { url: 'javascript:alert(1)' } }, 'data.url'],
  ])('refuses %s, naming the field', (_, changes, field) => {
    expect(faultOf(changes)).toEqual({ field, message: expect.stringMatching(/\w{3,}/) as string });
  });

  test('never throws, whatever is sent', () => {
    fc.assert(
      fc.property(fc.anything(), (sent) => typeof readEvent(sent, 's').ok === 'boolean'),
      { numRuns: 2000 },
    );
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), (data) => typeof readEvent({ ...message, data }, 's').ok === 'boolean'));
  });
});

describe('the order of events', () => {
  const place = fc.record({
    at: fc.integer({ min: 0, max: 3 }),
    seq: fc.integer({ min: 0, max: 2 }),
    source: fc.constantFrom('a', 'b', 'Z'),
    id: fc.constantFrom('1', '10', '2', 'ä'),
  });

  test('is total: the sign turns with the arguments, and only the same place is equal', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(Math.sign(compareOrder(a, b)) + Math.sign(compareOrder(b, a))).toBe(0);
        expect(compareOrder(a, b) === 0).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });

  test('is transitive', () => {
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        const [x, y, z] = [a, b, c].toSorted(compareOrder);
        expect(compareOrder(x!, z!)).toBeLessThanOrEqual(0);
        expect(compareOrder(x!, y!)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

test('personal fields are set apart, and the event says which', () => {
  const event = {
    ...message,
    type: 'customer.upserted',
    ticket: undefined,
    data: { customer: 'c', name: null, email: 'ada@example.com', country: 'GB' },
  } as unknown as SupportEvent;
  const { event: kept, personal } = setApart(event);
  expect(personal).toEqual({ name: null, email: 'ada@example.com' });
  expect(kept.data).toEqual({ customer: 'c', country: 'GB' });
  expect(kept.apart).toEqual(['name', 'email']);
});
