/** Of one promise one alert stands, whichever steps rules tell of, live as in a dry run. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../calendar/index.ts';
import type { KeptClock } from '../sla/index.ts';
import { besideOf, type Past } from './history.ts';
import { overtakes, promiseThread, replay, type Rule, ruleSpec, type RuleInput, signalsOf, slaMember } from './index.ts';
import type { SlaStep } from './sla-step.ts';

const MINUTE = 60_000;
const START = Date.UTC(2026, 2, 10, 9);
const STEPS: readonly SlaStep[] = [50, 80, 90, 100, 'breach', 200];
const at = (minutes: number) => START + minutes * MINUTE;

const ruleOn = (step: SlaStep, more: Partial<RuleInput> = {}): Rule => ({
  id: String(step),
  version: 1,
  spec: ruleSpec.parse({ name: `At ${step}`, severity: 'warning', subject: { kind: 'sla', step }, ...more }),
});

/** Reached at these minutes, in order, and stopped after them. */
function history(reached: readonly (readonly [SlaStep, number])[], stop: number | null) {
  const events = reached.map(([step, minutes]): Past => {
    const data = { clock: 'first_response', cycle: 'c', ...(step !== 'breach' && { step }) };
    const type = step === 'breach' ? 'sla.breached' : 'sla.warned';
    return { at: at(minutes), type, actor: { kind: 'system' }, data, ticket: 's:1', facts: { priority: 'P2' }, missed: null };
  });
  const announcements = reached.map(([step, minutes]) => ({ step, at: at(minutes) / 1000 }));
  const clock = { metric: 'first_response', cycle: 'c', stop: stop === null ? null : at(stop) / 1000, announcements };
  return { events, clocks: [clock as unknown as KeptClock] };
}

/** What the rule would have done, beside the others: of each alert what happened, in minutes. */
const tried = (rule: Rule, rules: readonly Rule[], past: ReturnType<typeof history>, hours: Parameters<typeof besideOf>[2] = () => null) =>
  replay(
    rule.spec,
    signalsOf(rule.spec, past, at(10_000), null, 'UTC', besideOf(rule.spec, rules, hours)),
    at(10_000),
    hours(rule.spec),
  ).map(({ moments }) => moments.map(({ kind, at: when }) => [kind, (when - START) / MINUTE]));

const LADDER = [ruleOn(80), ruleOn(90), ruleOn('breach')];
const WHOLE = history(
  [
    [80, 48],
    [90, 54],
    ['breach', 60],
  ],
  75,
);

describe('a further step takes the place of those before:', () => {
  test('of 80 %, 90 % and the breach the breach stands to the end', () =>
    expect(LADDER.map((rule) => tried(rule, LADDER, WHOLE))).toEqual([
      [
        [
          ['fired', 48],
          ['overtaken', 54],
        ],
      ],
      [
        [
          ['fired', 54],
          ['overtaken', 60],
        ],
      ],
      [
        [
          ['fired', 60],
          ['resolved', 75],
        ],
      ],
    ]));
  test('a rule that is off, or is about other tickets, takes nobody’s place', () => {
    const others = [
      ruleOn(90, { enabled: false }),
      ruleOn('breach', { subject: { kind: 'sla', step: 'breach', where: [{ field: 'priority', is: ['P1'] }] } }),
    ];
    expect(tried(LADDER[0]!, others, WHOLE)).toEqual([
      [
        ['fired', 48],
        ['resolved', 75],
      ],
    ]);
  });
  test('an alert of many is its own, and takes the place of none', () => {
    const many = ruleOn('breach', { dedupe: ['team'] });
    expect(tried(LADDER[0]!, [many], WHOLE)).toEqual([
      [
        ['fired', 48],
        ['resolved', 75],
      ],
    ]);
    expect(
      tried(
        many,
        [ruleOn(200)],
        history(
          [
            ['breach', 60],
            [200, 120],
          ],
          130,
        ),
      ),
    ).toEqual([
      [
        ['fired', 60],
        ['resolved', 130],
      ],
    ]);
  });
  test('one that may not fire yet takes it when it fires, and none that is over by then', () => {
    const hours = createCalendar({ zone: 'UTC', hours: { tue: [['10:10', '18:00']] } });
    const closed = ruleOn('breach', { activeHours: 'day', alwaysOf: [] });
    const hoursOf = (spec: Rule['spec']) => (spec.activeHours === 'day' ? hours : null);
    expect(tried(LADDER[0]!, [closed], WHOLE, hoursOf)).toEqual([
      [
        ['fired', 48],
        ['overtaken', 70],
      ],
    ]);
    expect(
      tried(
        LADDER[0]!,
        [closed],
        history(
          [
            [80, 48],
            ['breach', 60],
          ],
          65,
        ),
        hoursOf,
      ),
    ).toEqual([
      [
        ['fired', 48],
        ['resolved', 65],
      ],
    ]);
  });
  test('an earlier step that is told after it begins nothing', () =>
    expect(
      tried(
        LADDER[0]!,
        LADDER,
        history(
          [
            ['breach', 60],
            [80, 61],
          ],
          75,
        ),
      ),
    ).toEqual([]));
});

/** Some steps in their order, each some minutes after the one before, and then the stop. */
const course = fc
  .tuple(fc.subarray([...STEPS], { minLength: 1 }), fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 7, maxLength: 7 }))
  .map(([steps, gaps]) => {
    let now = 0;
    const reached = steps.map((step, index) => [step, (now += gaps[index]!)] as const);
    return { reached, stop: now + gaps.at(-1)! };
  });

test('whatever steps there are rules on: at any moment at most one alert stands, the last to the end, and each fires once', () =>
  fc.assert(
    fc.property(course, fc.subarray([...STEPS], { minLength: 1 }), ({ reached, stop }, ruled) => {
      const rules = ruled.map((step) => ruleOn(step));
      const told = reached.filter(([step]) => ruled.includes(step));
      const alerts = rules.flatMap((rule) => tried(rule, rules, history(reached, stop)));
      expect(alerts).toHaveLength(told.length);
      const spans = alerts.map((moments) => moments.map(([, minutes]) => minutes as number)).toSorted((a, b) => a[0]! - b[0]!);
      expect(spans).toEqual(told.map(([, from], index) => [from, told[index + 1]?.[1] ?? stop]));
    }),
  ));

describe('the thread of a promise', () => {
  const [spec] = [LADDER[0]!.spec];
  const member = (ticket: string, cycle: string, step: SlaStep = 80) => slaMember(ticket, { clock: 'first_response', cycle, step });
  test('is one for all its steps, and no other’s', () => {
    expect(promiseThread(spec, member('s:1', 'c'))).toBe('sla:s%3A1:first_response:c');
    expect(promiseThread(LADDER[2]!.spec, member('s:1', 'c', 'breach'))).toBe(promiseThread(spec, member('s:1', 'c')));
    const ids = fc.stringMatching(/^[a-z:%\\/ ]{1,8}$/);
    fc.assert(
      fc.property(ids, ids, ids, ids, (ticket, cycle, other, third) => {
        const isSame = ticket === other && cycle === third;
        expect(promiseThread(spec, member(ticket, cycle)) === promiseThread(spec, member(other, third))).toBe(isSame);
      }),
    );
  });
  test.each<[string, Partial<RuleInput>, boolean]>([
    ['by ticket and clock', {}, true],
    ['by ticket, of one clock', { subject: { kind: 'sla', clock: 'first_response', step: 80 }, dedupe: ['ticket'] }, true],
    ['by ticket, of any clock', { dedupe: ['ticket'] }, false],
    ['by team', { dedupe: ['team', 'clock'] }, false],
    ['of all tickets', { dedupe: ['rule'] }, false],
  ])('an alert %s', (_what, more, isOne) => {
    const { spec: given } = ruleOn(80, more);
    expect(promiseThread(given, member('s:1', 'c')) !== null).toBe(isOne);
    expect(overtakes(ruleOn('breach').spec, given)).toBe(isOne);
  });
  test('of ids too long for it there is none', () => expect(promiseThread(spec, member('ö'.repeat(60), 'c'))).toBeNull());
});
