/** A policy says at every minute who is paged, and its ladder is the same. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { audience } from '../notification/index.ts';
import { audienceOf, hasBackup, pagedAt, pagesOf, policySpec } from './index.ts';

const nobody = { people: [], roles: [], teams: [], channels: [] };
const two = policySpec.parse({
  name: 'P1',
  steps: [{ tell: { onCall: ['first'] } }, { tell: { people: ['lead'], onCall: ['second'] }, minutes: 30 }],
  repeats: 1,
});

test.each([
  [0, 0, 0],
  [14, 0, 0],
  [15, 1, 0],
  [44, 1, 0],
  [45, 0, 1],
  [60, 1, 1],
  [10_000, 1, 1],
])('in minute %i it is step %i of round %i', (minute, step, round) => {
  expect(pagedAt(two, minute)).toMatchObject({ step, round });
});

test('before the first minute nobody is paged', () => {
  expect(pagedAt(two, -1)).toBeNull();
});

test('its ladder tells each page at its minute, and is one that a rule may have', () => {
  expect(audienceOf(two)).toEqual({
    ...nobody,
    onCall: ['first'],
    ladder: [
      { ...nobody, people: ['lead'], onCall: ['second'], afterMs: 15 * 60_000 },
      { ...nobody, onCall: ['first'], afterMs: 45 * 60_000 },
      { ...nobody, people: ['lead'], onCall: ['second'], afterMs: 60 * 60_000 },
    ],
  });
  const policies = fc
    .record({
      name: fc.constant('P'),
      steps: fc.array(fc.record({ tell: fc.constant({ roles: ['lead'] }), minutes: fc.integer({ min: 1, max: 1440 }) }), {
        minLength: 1,
        maxLength: 10,
      }),
      repeats: fc.integer({ min: 0, max: 9 }),
    })
    .filter(({ steps, repeats }) => steps.length * (repeats + 1) <= 11);
  fc.assert(
    fc.property(policies, (given) => {
      const policy = policySpec.parse(given);
      const { ladder = [] } = audience.parse(audienceOf(policy));
      const pages = pagesOf(policy);
      expect(ladder.map(({ afterMs }) => afterMs / 60_000)).toEqual(pages.slice(1).map(({ minute }) => minute));
      for (const page of pages) expect(pagedAt(policy, page.minute)).toEqual(page);
    }),
  );
});

test.each([
  [{ steps: [] }, 'steps', 'must have at least one step'],
  [{ steps: [{ tell: {} }] }, 'steps.0.tell', 'must tell somebody'],
  [{ steps: [{ tell: { roles: ['lead'] }, minutes: 0 }] }, 'steps.0.minutes', 'must be at least 1 minute'],
  [
    { steps: Array.from({ length: 4 }, () => ({ tell: { roles: ['lead'] } })), repeats: 2 },
    'repeats',
    'must make at most 11 pages: steps times rounds',
  ],
])('%j is refused at %s', (spec, field, message) => {
  const { error } = policySpec.safeParse({ name: 'P', ...spec });
  expect(error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([[field, message]]);
});

test('a backup is somebody else, paged later', () => {
  expect(hasBackup([two], 'first')).toBe(true);
  expect(hasBackup([two], 'second')).toBe(false);
  expect(
    hasBackup([policySpec.parse({ name: 'P', steps: [{ tell: { onCall: ['first'] } }, { tell: { onCall: ['first'] } }] })], 'first'),
  ).toBe(false);
  expect(hasBackup([], 'first')).toBe(false);
});
