import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MINUTE } from './example.ts';
import { conversationsOf, type Intervention, type Message, type Said, type Setting } from './index.ts';

const first = (ticket: number, minute: number, more: Partial<Message> = {}): Message => ({
  ticket,
  at: minute * MINUTE,
  isFirst: true,
  lot: 0,
  isLive: false,
  effort: 1,
  ...more,
});
const again = (ticket: number, minute: number): Message => first(ticket, minute, { isFirst: false });
const ANN = { id: 'ann', pace: 1 };
const BO = { id: 'bo', pace: 1.2 };
const NOTHING = { crew: [ANN], told: [], turns: [], interventions: [] };
const minutes = (...all: readonly number[]) => all.map((minute) => minute * MINUTE);
const deed = (kind: Intervention['kind'], ticket: number, minute: number): Intervention => ({ kind, ticket, at: minute * MINUTE });
const turn = (minute: number, isResolved: boolean) => ({ at: minute * MINUTE, isResolved });

/** `2 ?` a customer, `8 looking ann` an agent; minutes. */
const told = (setting: Partial<Setting<Message>> & Pick<Setting<Message>, 'messages'>, until = 300): string[] =>
  conversationsOf({ ...NOTHING, ...setting }, until * MINUTE).map((said) => {
    const minute = Math.round((10 * said.at) / MINUTE) / 10;
    return 'message' in said
      ? `${minute} ${said.message.ticket}${said.reopens ? ' reopened' : ''}`
      : `${minute} ${said.answer.ticket} ${said.answer.kind} ${said.answer.agent}`;
  });

describe('what agents say', () => {
  test('is one thing after another, in the order of what waits, and as many at once as they are', () => {
    const messages = [first(0, 0), first(1, 1), first(2, 2)];
    expect(told({ messages })).toEqual(['0 0', '1 1', '2 2', '6 0 looking ann', '12 1 looking ann', '18 2 looking ann']);
    expect(told({ messages, crew: [ANN, BO] }).slice(3)).toEqual(['6 0 looking ann', '8.2 1 looking bo', '12 2 looking ann']);
    expect(told({ messages, crew: [] })).toEqual(['0 0', '1 1', '2 2']);
  });

  test('comes sooner to whoever looks on', () => {
    expect(told({ messages: [first(0, 0), first(1, 1), first(2, 5, { isLive: true })] }).slice(3)).toEqual([
      '6 0 looking ann',
      '9 2 looking ann',
      '15 1 looking ann',
    ]);
  });

  test('is short once customers were told publicly, and nobody answered asks again for a while', () => {
    const messages = [first(0, 10), again(0, 30), again(0, 45)];
    expect(told({ messages, told: minutes(5) })).toEqual(['10 0', '13 0 known ann', '45 0', '48 0 known ann']);
    expect(told({ messages: [first(0, 0), again(0, 20), again(0, 40)] })).toEqual(['0 0', '6 0 looking ann', '40 0', '46 0 looking ann']);
  });

  test('ends each ticket once the incident is resolved, and is taken up again by whoever writes where that was too early', () => {
    const messages = [first(0, 0), first(1, 1), again(0, 60)];
    expect(told({ messages, turns: [turn(0, false), turn(20, true), turn(50, false)] })).toEqual([
      '0 0',
      '1 1',
      '6 0 looking ann',
      '12 1 looking ann',
      '20.7 0 over ann',
      '21.3 1 over ann',
      '60 0 reopened',
      '66 0 looking ann',
    ]);
  });

  test('leaves alone what a person took, and what they resolved; what they only answered waits for the end', () => {
    const messages = [first(0, 0), first(1, 1), first(2, 2)];
    const interventions = [deed('taken', 0, 3), deed('answered', 1, 8), deed('resolved', 2, 9)];
    expect(told({ messages, interventions, turns: [turn(30, true)] })).toEqual(['0 0', '1 1', '2 2', '30.7 1 over ann']);
  });
});

const setting: fc.Arbitrary<Setting<Message>> = fc
  .record({
    firsts: fc.array(
      fc.record({
        minute: fc.nat(60),
        lot: fc.double({ min: 0, max: 0.99, noNaN: true }),
        isLive: fc.boolean(),
        more: fc.array(fc.nat(60)),
      }),
      { maxLength: 12 },
    ),
    crew: fc.subarray([ANN, BO]),
    told: fc.array(fc.nat(80), { maxLength: 3 }),
    turns: fc.array(fc.record({ minute: fc.nat(90), isResolved: fc.boolean() }), { maxLength: 4 }),
    interventions: fc.array(fc.record({ minute: fc.nat(90), ticket: fc.nat(11), kind: fc.constantFrom('answered', 'taken', 'resolved') }), {
      maxLength: 6,
    }),
  })
  .map(({ firsts, crew, ...met }) => ({
    messages: firsts
      .flatMap(({ minute, lot, isLive, more }, ticket) => [
        first(ticket, minute, { lot, isLive }),
        ...more.map((later) => first(ticket, minute + later + 1, { lot, isLive, isFirst: false })),
      ])
      .toSorted((a, b) => a.at - b.at),
    crew,
    told: minutes(...met.told),
    turns: met.turns.map(({ minute, isResolved }) => turn(minute, isResolved)).toSorted((a, b) => a.at - b.at),
    interventions: met.interventions.map(({ kind, ticket, minute }) => deed(kind, ticket, minute)).toSorted((a, b) => a.at - b.at),
  }));

const answersOf = (said: readonly Said<Message>[]) => said.flatMap((one) => ('answer' in one ? [one.answer] : []));

describe('laws', () => {
  test('what was said stays said, whatever is done later', () => {
    fc.assert(
      fc.property(setting, fc.nat(120), (all, minute) => {
        const until = minute * MINUTE;
        const by = <T extends { readonly at: number }>(list: readonly T[]) => list.filter(({ at }) => at <= until);
        const known = { ...all, told: all.told.filter((at) => at <= until), turns: by(all.turns), interventions: by(all.interventions) };
        expect(conversationsOf(known, until)).toEqual(by(conversationsOf(all, Infinity)));
      }),
    );
  });

  test('is in order; nobody is answered before they wrote, nor twice by the same number, nor after a person took the ticket', () => {
    fc.assert(
      fc.property(setting, (all) => {
        const said = conversationsOf(all, Infinity);
        expect(said.map(({ at }) => at)).toEqual(said.map(({ at }) => at).toSorted((a, b) => a - b));
        const answers = answersOf(said);
        expect(new Set(answers.map(({ ticket, place }) => `${ticket} ${place}`)).size).toBe(answers.length);
        for (const { ticket, at } of answers) {
          const wrote = said.find((one) => 'message' in one && one.message.ticket === ticket)!.at;
          expect(wrote < at).toBe(true);
          const taken = all.interventions.find((one) => one.kind === 'taken' && one.ticket === ticket && one.at >= wrote);
          expect(at <= (taken?.at ?? Infinity)).toBe(true);
        }
      }),
    );
  });

  test('once it is resolved for good, every ticket that nobody took or answered last is resolved', () => {
    fc.assert(
      fc.property(setting, (all) => {
        const said = conversationsOf({ ...all, crew: [ANN], turns: [...all.turns, turn(200, true)], interventions: [] }, Infinity);
        const tickets = new Set(said.flatMap((one) => ('message' in one ? [one.message.ticket] : [])));
        for (const ticket of tickets) expect(answersOf(said).findLast((one) => one.ticket === ticket)!.kind).toBe('over');
      }),
    );
  });
});
