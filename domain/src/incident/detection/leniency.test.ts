import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cell, cellKey, type Place } from './cell.ts';
import { judged, lenience, type Leniency, unlearned } from './leniency.ts';
import { VERDICTS, type Verdict } from './proposal.ts';

const place = fc.oneof(
  fc.constant<Place>({ kind: 'everywhere' }),
  fc.constantFrom('North', 'South').map((region): Place => ({ kind: 'region', region })),
  fc.constantFrom('n1', 'n2').map((site): Place => ({ kind: 'site', site, region: 'North' })),
);
const topic = fc.constantFrom('Login', 'Billing').map((name) => ({ kind: 'category', name }) as const);
const cell: fc.Arbitrary<Cell> = fc.record({ place, topic });
const judgements = fc.array(fc.tuple(cell, fc.constantFrom(...VERDICTS)), { maxLength: 60 });
const learned = (all: readonly (readonly [Cell, Verdict])[]): Leniency =>
  all.reduce<Leniency>((leniency, [of, verdict]) => judged(leniency, of, verdict), []);

test('a dismissal raises what it takes, anything else lowers it, always within bounds', () => {
  fc.assert(
    fc.property(judgements, cell, fc.constantFrom(...VERDICTS), (past, of, verdict) => {
      const before = lenience(learned(past))(of);
      const after = lenience(learned([...past, [of, verdict]]))(of);
      if (verdict === 'dismissed') expect(after).toBeLessThanOrEqual(before);
      else expect(after).toBeGreaterThanOrEqual(before);
      for (const factor of [before, after]) {
        expect(factor).toBeGreaterThanOrEqual(1e-6);
        expect(factor).toBeLessThanOrEqual(10);
      }
    }),
  );
});

const login = (where: Place): Cell => ({ place: where, topic: { kind: 'category', name: 'Login' } });

test('holds for the topic in places that hold it or lie in it, and for nothing else', () => {
  const after = lenience(judged([], login({ kind: 'region', region: 'North' }), 'dismissed'));
  expect(after(login({ kind: 'region', region: 'North' }))).toBeCloseTo(0.1, 12);
  expect(after(login({ kind: 'everywhere' }))).toBeCloseTo(0.1, 12);
  expect(after(login({ kind: 'site', site: 'n1', region: 'North' }))).toBeCloseTo(0.1, 12);
  expect(after(login({ kind: 'region', region: 'South' }))).toBe(1);
  expect(after({ place: { kind: 'everywhere' }, topic: { kind: 'category', name: 'Billing' } })).toBe(1);
});

test('is taken back for one cell, or for all', () => {
  const north = login({ kind: 'region', region: 'North' });
  const all = judged(judged([], north, 'dismissed'), login({ kind: 'everywhere' }), 'accepted');
  const kept = unlearned(all, cellKey(north));
  expect(kept).toEqual([{ cell: login({ kind: 'everywhere' }), steps: 0.5 }]);
  expect(lenience(kept)(north)).toBeCloseTo(10 ** 0.5, 12);
  expect([unlearned(all, 'none'), unlearned(all)]).toEqual([all, []]);
});

test('remembers the five hundred cells judged last, each once', () => {
  const named = (name: string): Cell => ({ place: { kind: 'everywhere' }, topic: { kind: 'word', name } });
  const all = learned(Array.from({ length: 700 }, (_, number) => [named(`${number}`), 'dismissed'] as const));
  expect(all.length).toBe(500);
  expect(lenience(all)(named('0'))).toBe(1);
  expect(learned(Array.from({ length: 3 }, () => [named('a'), 'dismissed'] as const))).toEqual([{ cell: named('a'), steps: -3 }]);
});
