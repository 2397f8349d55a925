import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestOf, levellingOf, levelOf, specialityOf, strengthsOf, suggestedOf } from './index.ts';

describe('strengths and growth areas', () => {
  test('are the clearest of what is clear, and nothing of what is not', () => {
    const judged = [
      { id: 'fast', verdict: 'better', clearness: 2 },
      { id: 'liked', verdict: 'better', clearness: 4 },
      { id: 'usual', verdict: 'alike', clearness: 0.5 },
      { id: 'few', verdict: null, clearness: 9 },
      { id: 'reopened', verdict: 'worse', clearness: 1.2 },
    ] as const;
    const { strengths, growth } = strengthsOf(judged);
    expect(strengths.map(({ id }) => id)).toEqual(['liked', 'fast']);
    expect(growth.map(({ id }) => id)).toEqual(['reopened']);
  });
  test('are few', () => {
    const judged = Array.from({ length: 30 }, (_, clearness) => ({ verdict: 'worse' as const, clearness }));
    expect(strengthsOf(judged).growth.map(({ clearness }) => clearness)).toEqual([29, 28, 27, 26, 25]);
  });
});

test.each([
  [[], 'unknown'],
  [[null, null], 'unknown'],
  [[null, 'alike'], 'usual'],
  [['better', null], 'strong'],
  [['better', 'alike'], 'strong'],
  [['worse', 'alike'], 'weak'],
  [['worse', 'better'], 'mixed'],
] as const)('of %j the level is %s', (verdicts, level) => expect(levelOf(verdicts)).toBe(level));

test('what is suggested is what somebody is strong at, and nothing where that is nothing', () => {
  const skill = (level: 'strong' | 'usual', clearness: number, n: number) => ({ level, clearness, n });
  expect(suggestedOf([skill('usual', 9, 90), skill('strong', 2, 30), skill('strong', 2, 60)])).toEqual(skill('strong', 2, 60));
  expect(suggestedOf([skill('usual', 9, 90)])).toBeNull();
});

describe('a speciality', () => {
  const all = new Map([
    ['billing', 100],
    ['login', 300],
    ['', 100],
  ]);
  test('is what stands out from what all do', () =>
    expect(specialityOf(new Map([...all.keys()].map((kind) => [kind, kind === 'billing' ? 60 : 20])), all)).toEqual({
      kind: 'billing',
      n: 60,
      share: 0.6,
      usual: 0.2,
    }));
  test('is none of few, none of no kind, and none where all do the same', () => {
    expect(specialityOf(new Map([['billing', 19]]), all)).toBeNull();
    expect(specialityOf(new Map([['', 400]]), all)).toBeNull();
    expect(specialityOf(all, all)).toBeNull();
    expect(specialityOf(new Map(), new Map())).toBeNull();
  });
});

describe('the best', () => {
  const scores = (...all: number[]) => all.map((score, index) => ({ who: `p${index}`, score }));
  test('of three or more is the one who is', () => {
    expect(bestOf(scores(3, 9, 5), 'higher')?.who).toBe('p1');
    expect(bestOf(scores(3, 9, 5), 'lower')?.who).toBe('p0');
  });
  test('of two, and of equals, is nobody', () => {
    expect(bestOf(scores(3, 9), 'higher')).toBeNull();
    expect(bestOf(scores(9, 9, 5), 'higher')).toBeNull();
    expect(bestOf([], 'higher')).toBeNull();
  });
});

describe('levelling the load', () => {
  const loads = (...all: number[]) => all.map((held, index) => ({ who: `p${index}`, held }));
  test('is from the fullest hands to the emptiest', () =>
    expect(levellingOf(loads(4, 20, 3, 5))).toMatchObject({ from: { who: 'p1' }, to: { who: 'p2' }, move: 8, mean: 8 }));
  test('is none where chance explains the difference, or there is nothing', () => {
    expect(levellingOf(loads(5, 8, 4, 6))).toBeNull();
    expect(levellingOf(loads(0, 0))).toBeNull();
    expect(levellingOf(loads(30))).toBeNull();
    expect(levellingOf([])).toBeNull();
  });
  test('never makes the giver the emptier', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 12 }), (held) => {
        const found = levellingOf(loads(...held));
        if (found) expect(found.from.held - found.move).toBeGreaterThanOrEqual(found.to.held + found.move);
      }),
    ));
});
