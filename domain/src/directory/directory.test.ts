import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareOrder, type DirectoryEvent } from '../event/index.ts';
import { applyToEntry, foldEntry } from './index.ts';

let count = 0;
const event = (at: number, type: string, data: object, more: object = {}) =>
  ({ id: `e${(count += 1)}`, source: 's', at, seq: 0, actor: { kind: 'system' }, type, data, ...more }) as unknown as DirectoryEvent;

describe('an entry of the directory', () => {
  test('keeps for each attribute the latest that was said of it', () => {
    const state = foldEntry('organisation', 'o', [
      event(2, 'organisation.upserted', { organisation: 'o', plan: 'Pro', mrr: 900 }),
      event(1, 'organisation.upserted', { organisation: 'o', plan: 'Starter', region: 'EU' }),
      event(3, 'organisation.upserted', { organisation: 'o', mrr: null }),
    ]);
    expect(state.attributes).toEqual({ plan: 'Pro', mrr: null, region: 'EU' });
  });

  test('names the event that holds a personal attribute, and forgets it when the customer is erased', () => {
    const named = event(1, 'customer.upserted', { customer: 'c', country: 'GB', since: '2024-01-01' }, { apart: ['name'] });
    expect(foldEntry('customer', 'c', [named]).personal).toEqual({ name: { source: 's', id: named.id } });
    const erased = foldEntry('customer', 'c', [named, event(2, 'customer.erased', { customer: 'c' })]);
    expect(erased).toMatchObject({ personal: {}, attributes: { country: 'GB' }, erasedAt: 2 });
  });

  test('any order of arrival gives the same, and so does taking them up one by one', () => {
    const some = fc.array(
      fc
        .record({
          at: fc.integer({ min: 0, max: 5 }),
          plan: fc.option(fc.constantFrom('Pro', 'Free'), { nil: undefined }),
          state: fc.constantFrom('available', 'away'),
        })
        .map(({ at, plan, state }) =>
          plan ? event(at, 'agent.upserted', { agent: 'a', timeZone: plan }) : event(at, 'agent.presence', { agent: 'a', state }),
        ),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(some, (events) => {
        const folded = foldEntry('agent', 'a', events.toReversed());
        const [first, ...rest] = events.toSorted(compareOrder);
        const stored = foldEntry('agent', 'a', [first!]);
        for (const next of rest) applyToEntry(stored, next);
        expect(stored).toEqual(folded);
      }),
    );
  });
});
