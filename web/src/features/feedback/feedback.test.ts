import { describe, expect, test } from 'vitest';
import type { FeedbackDrivers } from '../../api/client.ts';
import { amountEffects, choiceEffects, driversSentence, leftOutWords } from './driver-words.ts';
import { signed } from './EffectBars.tsx';
import { leftWords, scoreWords } from './follow-up-words.ts';
import { messages } from './messages.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-');

type Amount = FeedbackDrivers['amounts'][number];
const amount = (id: string, perDeviation: number, more: Partial<Amount> = {}): Amount => ({
  id: id as Amount['id'],
  step: 'one',
  varies: true,
  perDeviation,
  interval: [perDeviation - 0.1, perDeviation + 0.1],
  perStep: perDeviation / 2,
  explained: 0.01,
  ...more,
});

describe('drivers', () => {
  const amounts = [
    amount('replies', -0.2),
    amount('first_response', -0.4, { step: 'doubling' }),
    amount('reopens', 0.05),
    amount('escalations', 0, { varies: false }),
  ];
  test('stand with the strongest first, and those that never vary are left out', () =>
    expect(amountEffects({ amounts }).map(({ id, isSure }) => [id, isSure])).toEqual([
      ['first_response', true],
      ['replies', true],
      ['reopens', false],
    ]));
  test('are said by the strongest two that are sure', () => {
    expect(driversSentence({ amounts })).toBe(
      'First response matters most: twice as long goes with 0.20 less, in points of a score from 1 to 5. Then replies it took: one more goes with 0.10 less.',
    );
    expect(driversSentence({ amounts: amounts.slice(2) })).toBe('None of these clearly goes along with the scores of this period.');
  });
  test('that are a choice stand beside the most frequent', () => {
    const values = [
      { value: 'chat', n: 80, effect: -0.5, interval: [-0.6, -0.4] },
      { value: '…', n: 12, effect: 0.1, interval: [-0.2, 0.4] },
    ];
    expect(
      choiceEffects({ id: 'channel', reference: 'email', explained: 0.1, values }),
    ).toMatchObject({
      reference: 'E-mail',
      effects: [
        { label: 'Chat', isSure: true },
        { label: 'Others', isSure: false },
      ],
    });
  });
  test('say who was left out', () => {
    expect(
      leftOutWords({
        leftOut: [
          { reason: 'no_reply', answers: 1200 },
          { reason: 'older', answers: null },
        ],
      }),
    ).toBe('Left out: 1,200 of tickets no person answered, answers before the newest 20,000.');
    expect(leftOutWords({ leftOut: [] })).toBeNull();
  });
  test('carry their sign', () => expect([0.2, -0.2, 0].map((one) => plain(signed(one)))).toEqual(['+0.20', '-0.20', '0.00']));
});

describe('a low answer', () => {
  const answeredAt = '2026-11-20T10:00:00Z';
  const at = (hours: number) => Date.parse(answeredAt) + hours * 3_600_000;
  const contact = { at: '2026-11-20T14:30:00Z', kind: 'reply' as const, by: { id: 'a', name: 'Anna' }, ticket: 's:1' };
  test('says how long is left, how long it is overdue, or what was done', () => {
    expect(plain(leftWords({ answeredAt, contact: null }, at(3)))).toBe('21 h 00 m left');
    expect(plain(leftWords({ answeredAt, contact: null }, at(49)))).toBe('overdue for 1 d 1 h');
    expect(plain(leftWords({ answeredAt, contact }, at(49)))).toBe('after 4 h 30 m: reply by Anna');
    expect(plain(leftWords({ answeredAt, contact: { ...contact, kind: 'new_ticket', by: null, ticket: null } }, at(49)))).toBe(
      'after 4 h 30 m: new ticket for the customer',
    );
  });
  test('has its score in its scale', () =>
    expect([scoreWords({ score: 2, scale: 5 }), scoreWords({ score: 1.5, scale: 5 })]).toEqual(['2 of 5', '1.5 of 5']));
});

test.each([
  [0, 0, 'Every low answer was followed up'],
  [1, 0, '1 low answer can be followed up in time'],
  [2, 1, '2 low answers can be followed up in time, 1 is overdue'],
  [0, 3, '3 low answers wait for a follow-up for more than a day'],
])('%d open and %d overdue', (open, overdue, words) => expect(messages.headline(open, overdue, 5)).toBe(words));
