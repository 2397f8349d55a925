import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STANDARD_POLICY } from '../incident/index.ts';
import type { DrillFacts } from './course.ts';
import { type Deed, factsOf, MINUTE, nothingDone, PERFECT, SCENARIO, START, told } from './example.ts';
import { HINT_COST, hintOf, HINTS } from './hints.ts';
import {
  AFTER_MINUTES,
  CAUSES,
  DRILL_REGIONS,
  drillTime,
  incidentOf,
  isDone,
  isSaid,
  nextUpdateAt,
  othersOf,
  PARTS,
  type PartId,
  SCENARIOS,
  scoreOf,
  surpriseOf,
  timelineOf,
  truthOf,
  wallTime,
} from './index.ts';

const partOf = (facts: DrillFacts, id: PartId) => scoreOf(facts).parts.find((part) => part.id === id)!;
const without = (...types: string[]) => PERFECT.filter(([, type]) => !types.includes(type));
const notices = (...minutes: number[]): Deed[] => [
  ...without('incident.update_posted'),
  ...minutes.map((minute): Deed => [minute, 'incident.update_posted', { audience: 'customers', text: 'x' }]),
];

describe('the score', () => {
  test('is 100 for whoever does everything right, and says nothing could have been better', () => {
    const score = scoreOf(factsOf(PERFECT));
    expect(score.parts.filter(({ better }) => better !== null)).toEqual([]);
    expect(score).toMatchObject({ total: 100, points: 100, of: 100, hints: 0 });
    expect(timelineOf(factsOf(PERFECT), true).filter(({ side }) => side === 'lapse')).toEqual([]);
  });

  test('is 0 for whoever does nothing, and says for each part what would have been better', () => {
    const score = scoreOf(nothingDone());
    expect(score.total).toBe(0);
    expect(score.parts.map(({ id, points, better }) => [id, points, better !== null])).toEqual(PARTS.map((id) => [id, 0, true]));
    expect(timelineOf(nothingDone(), true).filter(({ side }) => side === 'lapse')).toHaveLength(4);
  });

  test('is the sum of its parts of those there were, less the hints', () => {
    const facts = factsOf(PERFECT, {
      page: null,
      hints: [
        { at: START, hint: 'where' },
        { at: START + 1, hint: 'where' },
      ],
    });
    expect(scoreOf(facts)).toMatchObject({ total: 100 - HINT_COST, points: 95, of: 95, hints: HINT_COST });
  });

  test('is the same at any pace', () => {
    for (const pace of [2, 7, 60]) expect(scoreOf(factsOf(PERFECT, { pace }))).toEqual(scoreOf(factsOf(PERFECT)));
  });

  test('counts minutes from the first ticket: detected, declared and told in time, later for less, and much later for nothing', () => {
    const detected = (minute: number) => partOf(factsOf([], { firstLinkAt: START + minute * MINUTE }), 'detect').points;
    expect([2, 12, 22, 32, 40].map(detected)).toEqual([15, 15, 7.5, 0, 0]);
    const declared = (minute: number) =>
      partOf(factsOf(PERFECT.map((one) => (one[1] === 'incident.declared' ? [minute, one[1], one[2]] : one))), 'declare').points;
    expect([17, 32, 47].map(declared)).toEqual([10, 5, 0]);
    // Declared by minute 17, and told within a quarter of an hour: the cadence of a SEV1.
    expect([32, 62, 92].map((minute) => partOf(factsOf(notices(minute), { now: START + 99 * MINUTE }), 'notice').points)).toEqual([
      15, 7.5, 0,
    ]);
  });

  test('takes a machine’s proposal for seen once it is taken up, and a person’s at once', () => {
    const proposed = (kind: 'system' | 'agent') => {
      const event = { ...told([3, 'incident.proposed', { title: 'x' }]), actor: { kind, id: 'x' } };
      const facts = factsOf(PERFECT, { firstLinkAt: null });
      return { ...facts, incident: { id: 'INC-1', events: [event, ...facts.incident!.events] } } as DrillFacts;
    };
    expect(partOf(proposed('system'), 'detect').said).toBe('Seen 6\u00a0m after the first ticket.');
    expect(partOf(proposed('agent'), 'detect').said).toBe('Seen 1\u00a0m after the first ticket.');
  });

  test('of updates is how many of the intervals that were owed were kept', () => {
    expect(partOf(factsOf(notices(12, 32, 47, 65)), 'updates').points).toBe(10);
    expect(partOf(factsOf(notices(12, 33, 47, 65)), 'updates').points).toBe(5);
    expect(partOf(factsOf(notices(12, 65)), 'updates')).toMatchObject({
      points: 0,
      said: 'None of 2 updates came when it was due.',
    });
  });

  test('of the severity is that of the matrix: right at once, corrected, next to it, or not', () => {
    const severity = (users: string, block: string, later?: string) =>
      partOf(
        factsOf([
          [8, 'incident.declared', { title: 'x', users, block }],
          ...(later ? [[20, 'incident.severity_changed', { to: later }] as Deed] : []),
        ]),
        'severity',
      ).points;
    expect([severity('all', 'complete'), severity('one', 'minor', 'SEV1'), severity('all', 'major'), severity('one', 'minor')]).toEqual([
      10, 7, 4, 0,
    ]);
  });

  test('of tickets falls with those that do not belong, and that of a resolve before the end is lost', () => {
    expect(partOf(factsOf(PERFECT, { strangers: 10 }), 'links').points).toBe(5);
    const early = PERFECT.map((one): Deed => (one[1] === 'incident.status_changed' ? [40, one[1], one[2]] : one));
    expect(partOf(factsOf(early), 'resolve')).toMatchObject({
      points: 2.5,
      said: 'It was resolved 20\u00a0m before it was over, and customers were told 9\u00a0m too early, and again 5\u00a0m after it.',
    });
  });

  test('does not hear what came after it ended', () => {
    expect(scoreOf(factsOf(PERFECT, { now: START }))).toMatchObject({ total: expect.any(Number) });
    expect(partOf(factsOf(PERFECT, { now: START + 7 * MINUTE, firstLinkAt: null }), 'declare').points).toBe(0);
  });
});

/** Some of what a perfect operator does, each at some minute, the resolve not before the end. */
const drawnDeeds = fc
  .array(fc.record({ place: fc.nat(PERFECT.length - 1), minute: fc.nat(88) }), { maxLength: 20 })
  .map((drawn) =>
    drawn.map(({ place, minute }): Deed => [
      PERFECT[place]![1] === 'incident.status_changed' ? 60 + (minute % 28) : minute,
      PERFECT[place]![1],
      PERFECT[place]![2],
    ]),
  );

describe('laws', () => {
  test('the same facts score the same in whatever order they are told, within 0 and 100, and no part more than it has', () => {
    fc.assert(
      fc.property(drawnDeeds, (drawn) => {
        const facts = factsOf(drawn);
        const score = scoreOf(facts);
        expect(
          scoreOf({ ...facts, incident: facts.incident && { ...facts.incident, events: facts.incident.events.toReversed() } }),
        ).toEqual(score);
        expect(score.total).toBeGreaterThanOrEqual(0);
        expect(score.total).toBeLessThanOrEqual(100);
        for (const { points, of } of score.parts) expect(points >= 0 && points <= of).toBe(true);
      }),
    );
  });

  test('a deed that comes earlier takes nothing from the part that it is about', () => {
    const ABOUT: readonly (readonly [string, PartId])[] = [
      ['incident.declared', 'declare'],
      ['incident.declared', 'detect'],
      ['incident.update_posted', 'notice'],
      ['incident.status_changed', 'resolve'],
      ['incident.review_completed', 'review'],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...ABOUT), fc.nat(30), ([type, part], earlier) => {
        const moved = (by: number) =>
          factsOf(
            PERFECT.map((one): Deed =>
              one[1] === type ? [Math.max(type === 'incident.status_changed' ? 60 : 0, one[0] + 17 - by), one[1], one[2]] : one,
            ),
            { now: START + 120 * MINUTE },
          );
        expect(partOf(moved(earlier), part).points).toBeGreaterThanOrEqual(partOf(moved(0), part).points);
      }),
    );
  });

  test('one more update to customers, and one more ticket that belongs, never score less', () => {
    fc.assert(
      fc.property(drawnDeeds, fc.nat(88), fc.nat(9), (drawn, minute, linked) => {
        // The declaration stays, so that there is something to say of.
        const facts = factsOf([PERFECT[0]!, ...drawn]);
        const more: Deed = [minute, 'incident.update_posted', { audience: 'customers', text: 'more' }];
        // Whoever posts an update responds too: every part is looked at.
        expect(scoreOf(factsOf([PERFECT[0]!, ...drawn, more])).total).toBeGreaterThanOrEqual(scoreOf(facts).total);
        const upTo = (count: number) => ({
          ...facts,
          tickets: facts.tickets.map((one, place) => (place < count ? one : { ...one, linkedAt: null })),
        });
        expect(scoreOf(upTo(linked + 1)).total).toBeGreaterThanOrEqual(scoreOf(upTo(linked)).total);
      }),
    );
  });

  test('whoever is told asks less: a message that is written although they were told is written where they were not', () => {
    const message = fc.record({ at: fc.nat(10_000_000), isFirst: fc.boolean(), lot: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(message, fc.array(fc.nat(10_000_000)), (one, told_) => {
        if (isSaid(one, told_)) expect(isSaid(one, [])).toBe(true);
        expect(
          isSaid(
            one,
            told_.map((at) => at + one.at),
          ),
        ).toBe(true);
      }),
    );
  });

  test('the clock of a drill can be turned back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(10_000_000), (pace, ms) => {
        const clock = { startedAt: START, pace };
        expect(wallTime(clock, drillTime(clock, START + ms))).toBe(START + ms);
      }),
    );
  });

  test('a surprise is the same for its seed, differs between seeds, and makes sense', () => {
    const all = Array.from({ length: 200 }, (_, seed) => surpriseOf(seed));
    expect(all).toEqual(Array.from({ length: 200 }, (_, seed) => surpriseOf(seed)));
    expect(
      new Set(all.map(({ service, regions, block }) => `${service} ${regions.length > 1 ? '' : regions[0]} ${block}`)).size,
    ).toBeGreaterThan(20);
    for (const { share, regions, onsetMinutes, minutes } of all)
      expect(share > 0 && share <= 1 && regions.length > 0 && onsetMinutes <= minutes && !(regions.length > 1 && share < 0.5)).toBe(true);
  });
});

test('the worked scenarios are a SEV1, a SEV2 and a SEV3, and what engineers find is there for each service', () => {
  expect(SCENARIOS.map((one) => truthOf(one).severity).toSorted()).toEqual(['SEV1', 'SEV2', 'SEV3']);
  expect(SCENARIOS.map(({ service }) => CAUSES[service].cause).every((cause) => cause.length > 0)).toBe(true);
  expect(AFTER_MINUTES).toBeGreaterThan(0);
  expect(HINTS.map((hint) => hintOf(hint, SCENARIO))).toEqual([
    `Look at tickets from ${DRILL_REGIONS.slice(0, 2).join(', ')} and APAC.`,
    'Customers write about API.',
    'All users, completely blocked: SEV1.',
  ]);
});

test('a drill is done once it is over, resolved, said so and reviewed, and not before', () => {
  const done = (minute: number, deeds = PERFECT) => isDone(factsOf(deeds, { now: START + minute * MINUTE }));
  expect([done(59), done(71), done(72)]).toEqual([false, false, true]);
  for (const type of ['incident.status_changed', 'incident.update_posted', 'incident.review_completed'])
    expect(done(90, without(type))).toBe(false);
  expect(isDone(nothingDone())).toBe(false);
});

test('the incident of a drill is the one with its tickets or its service, then the first; a dismissed one never', () => {
  const one = { id: 'A', openedAt: 1, isDeclared: true, isDismissed: false, services: [], linked: 0 };
  const named = { ...one, id: 'B', openedAt: 2, services: [' api '] };
  const linked = { ...one, id: 'C', openedAt: 3, linked: 2 };
  const about = (...all: (typeof one | typeof named)[]) => incidentOf(all, SCENARIO);
  expect([about(), about(one), about(one, named), about(one, named, linked), about({ ...linked, isDismissed: true }, named)]).toEqual([
    null,
    'A',
    'B',
    'C',
    'B',
  ]);
  const proposed = { ...named, id: 'D', isDeclared: false, linked: 68 };
  expect([about(one, proposed), about(proposed)]).toEqual(['A', 'D']);
  expect(othersOf([one, named, proposed, { ...linked, isDismissed: true }], 'B')).toEqual(['A']);
});

test('what was done in one incident counts, although another one was declared of the same later', () => {
  const alone = factsOf(PERFECT);
  const late: Deed[] = [
    [40, 'incident.declared', { title: 'API', users: 'all', block: 'complete', services: ['API'], policy: STANDARD_POLICY }],
  ];
  const both = { ...factsOf(late), others: [{ ...alone.incident!, id: 'INC-2' }] };
  for (const id of ['declare', 'acknowledge', 'notice', 'updates'] as const) expect(partOf(both, id)).toEqual(partOf(alone, id));
});

test('the next update is due sooner on the wall the quicker a drill runs, and never before it is declared or once it is over', () => {
  const dueAt = (pace: number, minute: number) =>
    nextUpdateAt(factsOf(PERFECT, { pace, now: START + (minute * MINUTE) / pace, isOver: false }));
  expect([dueAt(1, 13), dueAt(30, 13)]).toEqual([START + 27 * MINUTE, START + (27 * MINUTE) / 30]);
  expect([dueAt(30, 7), dueAt(30, 66)]).toEqual([null, null]);
});

test('the timeline tells what was done, and the truth only where it may', () => {
  const facts = factsOf(PERFECT);
  const sides = (withTruth: boolean) => new Set(timelineOf(facts, withTruth).map(({ side }) => side));
  expect([...sides(false)]).toEqual(['deed']);
  expect([...sides(true)].toSorted()).toEqual(['deed', 'truth']);
  const whole = timelineOf(facts, true);
  expect(whole.map(({ afterMs }) => afterMs)).toEqual(whole.map(({ afterMs }) => afterMs).toSorted((a, b) => a - b));
  expect(whole[0]).toEqual({ afterMs: 0, side: 'truth', text: 'API begins to fail in EMEA, Americas and APAC: SEV1' });
});
