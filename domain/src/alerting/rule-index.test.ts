import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONDITION_FIELDS, isMet, knownOf, type TicketFacts } from './conditions.ts';
import { type Rule, type RuleOf, ruleSpec } from './rule.ts';
import { indexAbsences, indexRules } from './rule-index.ts';
import { announcedBy } from './sla-step.ts';
import { TEMPLATES } from './templates/index.ts';

const word = fc.constantFrom('a', 'A', 'b', 'c', '');
const field = fc.constantFrom(...CONDITION_FIELDS.filter((one) => !one.startsWith('event.')), 'event.to' as const);
const condition = fc.oneof(
  fc.record({ field, is: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }) }),
  fc.record({ field, isNot: fc.uniqueArray(word, { minLength: 1, maxLength: 2 }) }),
);
const subject = fc.oneof(
  fc.record({
    kind: fc.constant('event'),
    event: fc.constantFrom('team.changed', 'sla.warned'),
    where: fc.array(condition, { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('sla'),
    clock: fc.constantFrom('x', 'y', null),
    step: fc.constantFrom(80, 'breach'),
    where: fc.array(condition, { maxLength: 2 }).map((all) => all.filter((one) => one.field !== 'event.to')),
  }),
);
const rules = fc.array(subject, { maxLength: 30 }).map((subjects): Rule[] =>
  subjects.map((one, index) => ({
    id: String(index),
    version: 1,
    spec: ruleSpec.parse({ name: 'n', severity: 'info', subject: one, enabled: index % 7 !== 6 }),
  })),
);
const known = fc.constantFrom('a', 'b', 'c', null);
const facts: fc.Arbitrary<TicketFacts> = fc.record({
  team: known,
  requester: known,
  priority: known,
  customerTier: fc.constantFrom('A', 'a ', 'b', null),
  tags: fc.subarray(['a', 'b', 'c']),
});
const event = fc.oneof(
  fc.record({ type: fc.constant('team.changed' as const), data: fc.record({ to: known }) }),
  fc.record({
    type: fc.constant('sla.warned' as const),
    data: fc.record({ clock: fc.constantFrom('x', 'y'), cycle: fc.constant('c'), step: fc.constantFrom(50, 80) }),
  }),
  fc.record({ type: fc.constant('sla.breached' as const), data: fc.record({ clock: fc.constantFrom('x', 'y'), cycle: fc.constant('c') }) }),
);

test.each([
  ['customerTier', 'enterprise', true],
  ['customerTier', ' ENTERPRISE', true],
  ['customerTier', 'enter', false],
  ['team', 'billing', false],
] as const)('%s compared with %s: a tier is the same however it is written, nothing else is', (of, value, same) => {
  const rule: Rule = {
    id: 'r',
    version: 1,
    spec: ruleSpec.parse({ name: 'n', severity: 'info', subject: { kind: 'sla', step: 80, where: [{ field: of, is: [value] }] } }),
  };
  const ticket = knownOf({ customerTier: 'Enterprise', team: 'Billing' });
  const found = indexRules([rule]).matching({ type: 'sla.warned', data: { clock: 'x', cycle: 'c', step: 80 } }, ticket);
  expect(found).toHaveLength(same ? 1 : 0);
  expect(isMet([{ field: of, isNot: [value] }], ticket)).toBe(!same);
});

describe('the index', () => {
  test('finds exactly the rules that looking at each would', () =>
    fc.assert(
      fc.property(rules, facts, event, (all, ticket, happened) => {
        const of = knownOf(ticket, { ...happened, actor: { kind: 'agent' } });
        const announced = announcedBy(happened);
        const wanted = all.filter(({ spec: { enabled, subject: about } }) => {
          if (!enabled || (about.kind !== 'event' && about.kind !== 'sla') || !isMet(about.where, of)) return false;
          if (about.kind === 'event') return about.event === happened.type;
          return announced !== null && announced.step === about.step && (about.clock === null || about.clock === announced.clock);
        });
        const found = indexRules(all).matching(happened, of);
        expect(found.map(({ id }) => id).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
      }),
    ));

  test('looks at few of many', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      id: String(index),
      version: 1,
      spec: ruleSpec.parse({
        name: 'n',
        severity: 'info',
        subject: {
          kind: 'event',
          event: 'ticket.created',
          where: [
            { field: 'priority', is: ['P1'] },
            { field: 'organisation', is: [`o${index}`] },
          ],
        },
      }),
    }));
    let looked = 0;
    const ticket = knownOf({ priority: 'P1', organisation: 'o77' });
    const found = indexRules(many).matching({ type: 'ticket.created', data: {} }, (asked) => {
      looked += 1;
      return ticket(asked);
    });
    expect(found.map(({ id }) => id)).toEqual(['77']);
    expect(looked).toBeLessThan(10);
  });

  test('looks at few of many that are about what is missed', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      id: String(index),
      version: 1,
      spec: ruleSpec.parse({
        name: 'n',
        severity: 'info',
        subject: { kind: 'absence', of: 'reply', seconds: 3600, where: [{ field: 'organisation', is: [`o${index}`] }] },
      }) as RuleOf<'absence'>,
    }));
    let looked = 0;
    const ticket = knownOf({ organisation: 'o77' });
    const found = indexAbsences(many).matching((asked) => {
      looked += 1;
      return ticket(asked);
    });
    expect(found.map(({ id }) => id)).toEqual(['77']);
    expect(looked).toBeLessThan(10);
  });
});

test.each([
  [2, 5, true],
  [3, 5, false],
  [4, 10, true],
  [2, 2, false],
  [1, 3, true],
])('a rating of %i of %i is low: %s', (score, scale, isLow) => {
  const template = TEMPLATES.find(({ id }) => id === 'tickets.low_rating')!;
  const index = indexRules([{ id: 'low', version: 1, spec: ruleSpec.parse(template.spec) }]);
  const happened = { type: 'survey.answered', actor: { kind: 'customer' }, data: { survey: 'csat', score, scale } } as const;
  expect(index.matching(happened, knownOf(null, happened)).length > 0).toBe(isLow);
});
