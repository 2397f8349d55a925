import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Experience, Ticket } from '../model.ts';
import { stream } from '../random.ts';
import { MINUTE } from '../zone.ts';
import { satisfaction, speedOffset } from './survey.ts';

const experience: Experience = {
  waitsSince: 0,
  firstReplyMs: MINUTE,
  agents: new Set(['agent-a']),
  escalations: 0,
  context: 'full',
  kind: null,
  botAttempts: 0,
  specialist: false,
  followUps: 1,
  reopens: 0,
  chasers: 0,
};
const level = (changes: Partial<Experience>, isSolved = true) => {
  const ticket = { channel: 'chat', customer: { demand: 1 }, experience: { ...experience, ...changes } } as unknown as Ticket;
  return satisfaction(stream(1, 2), ticket, 0, isSolved);
};

test('a longer wait never pleases more', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 500, noNaN: true }), fc.double({ min: 0, max: 500, noNaN: true }), (a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)];
      expect(speedOffset(less)).toBeGreaterThanOrEqual(speedOffset(more));
    }),
  );
});

test.each([
  ['waiting', { firstReplyMs: 12 * MINUTE }],
  ['another agent', { agents: new Set(['agent-a', 'agent-b']) }],
  ['a chain of escalations', { escalations: 3 }],
  ['a reopening', { reopens: 1 }],
  ['having to ask again', { chasers: 1 }],
])('%s costs satisfaction', (_, changes) => expect(level(changes)).toBeLessThan(level({})));

test('the more of the story is lost on the way, the worse', () => {
  const levels = (['full', 'partial', 'lost', 'repeated'] as const).map((context) => level({ escalations: 1, context }));
  expect(levels).toEqual(levels.toSorted((a, b) => b - a));
});

test('what is not solved weighs more than anything that is done well', () => expect(level({}, false)).toBeLessThan(level({ reopens: 1 })));
