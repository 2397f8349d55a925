import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR_MS } from '../../alerting/index.ts';
import { createDetection, type Detection } from './detection.ts';
import { inOrder, learned, MINUTE_MS, NOW, trouble, USUAL, usualTickets } from './example.ts';
import type { Proposal } from './proposal.ts';
import type { HeardTicket } from './ticket.ts';

const LATER = NOW + 2.5 * HOUR_MS;
/** All proposals, each as it was last; time passes from ticket to ticket. */
function listen(detection: Detection, tickets: readonly HeardTicket[]): Proposal[] {
  const found = new Map<string, Proposal>();
  for (const ticket of tickets) {
    for (const proposal of detection.hear(ticket, ticket.at).proposals) found.set(proposal.id, proposal);
    for (const proposal of detection.pass(ticket.at)) found.set(proposal.id, proposal);
  }
  return [...found.values()];
}
const quiet = usualTickets(NOW, LATER, 5);
const odd = trouble(9, NOW + HOUR_MS, 90_000);

describe('what is proposed', () => {
  const detection = learned();
  const [proposal, ...others] = listen(detection, inOrder(quiet, odd));

  test('is the narrowest cell that explains all of it, once', () => {
    expect(others).toEqual([]);
    expect(proposal!.cell).toEqual({ place: { kind: 'site', site: 'North 1', region: 'North' }, topic: { kind: 'word', name: 'cannot' } });
    expect(odd.map(({ id }) => id)).toContain(proposal!.id);
  });

  test('is found while it is a few tickets', () => {
    expect(proposal!.foundAt).toBeLessThan(NOW + HOUR_MS + 6 * MINUTE_MS);
  });

  test('says what came beside what usually does, and how likely that is', () => {
    const { observed, expected, probability, threshold, likelihood, from, to } = proposal!.peak;
    expect(observed).toBe(9);
    expect(expected).toBeLessThan(0.1);
    expect(probability).toBeLessThan(threshold);
    expect(likelihood).toBeCloseTo(9 * Math.log(9 / expected) - (9 - expected), 9);
    expect([from < odd[0]!.at, to]).toEqual([true, odd.at(-1)!.at]);
  });

  test('grows by what comes later, and knows its customers, its region and its words', () => {
    expect(proposal!.tickets.map(({ id }) => id).toSorted()).toEqual(odd.map(({ id }) => id).toSorted());
    expect(proposal).toMatchObject({
      ticketCount: 9,
      customers: 9,
      from: odd[0]!.at,
      lastAt: odd.at(-1)!.at,
      endedAt: null,
      verdict: null,
    });
    expect(proposal!.regions).toEqual([{ region: 'North', customers: 9, of: 1000 }]);
    expect(new Map(proposal!.words.map(({ word, tickets }) => [word, tickets]))).toEqual(
      new Map([
        ['login', 9],
        ['cannot', 9],
      ]),
    );
  });

  test('comes later, or not at all, the fewer false alarms are allowed', () => {
    const slow = trouble(9, NOW + HOUR_MS, 6 * MINUTE_MS);
    const foundAt = (falseAlarmsPerWeek: number) =>
      listen(learned({ falseAlarmsPerWeek }), inOrder(quiet, slow)).find(({ tickets }) => tickets.some(({ id }) => id === slow[0]!.id))
        ?.foundAt ?? Infinity;
    const [many, one, hardly, none] = [50, 1, 1e-6, 1e-30].map(foundAt);
    expect(many).toBeLessThanOrEqual(one!);
    expect(one).toBeLessThan(hardly!);
    expect([Number.isFinite(hardly), none]).toEqual([true, Infinity]);
    const threshold = (falseAlarmsPerWeek: number) => listen(learned({ falseAlarmsPerWeek }), inOrder(quiet, slow))[0]!.peak.threshold;
    expect(threshold(10) / threshold(1)).toBeCloseTo(10, 9);
  });

  test('ends when nothing unusual has come for an hour and a half', () => {
    const last = odd.at(-1)!.at;
    expect(detection.pass(last + 90 * MINUTE_MS)).toEqual([]);
    expect(detection.pass(last + 91 * MINUTE_MS)).toEqual([{ ...proposal, endedAt: last }]);
    expect(detection.open()).toEqual([]);
  });
});

describe('one matter is one proposal', () => {
  test('in two regions at once it is everywhere', () => {
    const both = inOrder(
      trouble(8, NOW + HOUR_MS, 90_000),
      trouble(8, NOW + HOUR_MS + 40_000, 90_000, { region: 'South', site: 'South 2' }),
    );
    const left = listen(learned(), inOrder(quiet, both)).filter(({ partOf }) => partOf === null);
    expect(left.map(({ cell }) => cell.place.kind)).toEqual(['everywhere']);
    expect(left[0]!.customers).toBe(16);
    expect(left[0]!.regions.map(({ region }) => region)).toEqual(['North', 'South']);
  });

  test('two that fail at once and have nothing in common stay two, also once one of them is accepted', () => {
    const south = { region: 'South', site: 'South 2', category: 'Billing', product: 'Billing', words: ['imports', 'stuck'] };
    const both = inOrder(trouble(14, NOW + HOUR_MS, 60_000), trouble(14, NOW + HOUR_MS + 3 * MINUTE_MS, 60_000, south));
    const detection = learned();
    const found = new Map<string, Proposal>();
    for (const ticket of inOrder(quiet, both)) {
      for (const proposal of detection.hear(ticket, ticket.at).proposals) found.set(proposal.id, proposal);
      const [first] = detection.open();
      if (first && first.verdict === null) detection.judge(first, 'accepted');
    }
    expect(
      [...found.values()].map(({ partOf, regions, ticketCount }) => [partOf, regions.map(({ region }) => region), ticketCount]),
    ).toEqual([
      [null, ['North'], 14],
      [null, ['South'], 14],
    ]);
  });

  test('two matters in two places are two', () => {
    const billing = { region: 'South', site: 'South 1', category: 'Billing', product: 'Billing', words: ['charged', 'twice'] };
    const found = listen(learned(), inOrder(quiet, odd, trouble(8, NOW + HOUR_MS, 80_000, billing)));
    expect(found.map(({ regions }) => regions[0]!.region).toSorted()).toEqual(['North', 'South']);
    expect(found.map(({ partOf }) => partOf)).toEqual([null, null]);
  });

  test('what customers call by other names belongs to it by its words', () => {
    const renamed = { category: 'Export', product: 'Export', words: ['cannot', 'login', 'export'] };
    expect(listen(learned(), inOrder(quiet, odd, trouble(5, NOW + HOUR_MS + 10_000, 100_000, renamed))).length).toBe(1);
  });
});

describe('what is not proposed', () => {
  test.each([1, 2, 3, 4, 5, 6])('a day as usual (%i)', (seed) => {
    expect(listen(learned(), usualTickets(NOW, NOW + 24 * HOUR_MS, seed))).toEqual([]);
  });
  test('one customer who writes twenty times', () => {
    expect(listen(learned(), inOrder(quiet, trouble(20, NOW + HOUR_MS, 60_000, { customer: 'angry' })))).toEqual([]);
  });
  test('three customers, however odd', () => {
    expect(listen(learned(), inOrder(quiet, trouble(3, NOW + HOUR_MS, 1000)))).toEqual([]);
  });
  test('anything while next to nothing is known', () => {
    expect(listen(createDetection({ usual: USUAL, localOf: (at) => at }), inOrder(quiet, odd))).toEqual([]);
  });
});

describe('time', () => {
  test('within the hour any order finds the same matter', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(odd, { minLength: odd.length }), (shuffled) => {
        const detection = learned();
        const last = odd.at(-1)!.at;
        const found = new Map<string, Proposal>();
        for (const ticket of [...quiet.filter(({ at }) => at < odd[0]!.at), ...shuffled])
          for (const proposal of detection.hear(ticket, last).proposals) found.set(proposal.id, proposal);
        expect([...found.values()].map(({ ticketCount, customers }) => [ticketCount, customers])).toEqual([[9, 9]]);
      }),
      { numRuns: 15 },
    );
  });
  test('what is heard again is known, and what is an hour older than the newest is late', () => {
    const detection = learned();
    const [first, second] = trouble(2, NOW + HOUR_MS, MINUTE_MS);
    expect(detection.hear(second!, LATER).outcome).toBe('heard');
    expect(detection.hear(second!, LATER)).toMatchObject({ outcome: 'known', proposals: [] });
    expect(detection.hear({ ...first!, at: second!.at - HOUR_MS }, LATER).outcome).toBe('late');
    expect(detection.hear(first!, LATER).outcome).toBe('heard');
  });
  test('an instant in the future is taken as now, so that a wrong clock does not make all others late', () => {
    const detection = learned();
    const [first, second] = trouble(2, NOW + HOUR_MS, MINUTE_MS);
    detection.hear({ ...first!, at: Date.UTC(2099, 0) }, first!.at);
    expect(detection.hear(second!, second!.at).outcome).toBe('heard');
  });
  test('one made of a state goes on as the one it was taken from', () => {
    const tickets = inOrder(quiet, odd);
    const whole = listen(learned(), tickets);
    fc.assert(
      fc.property(fc.nat(tickets.length), (stop) => {
        const first = learned();
        const before = listen(first, tickets.slice(0, stop));
        const state = JSON.parse(JSON.stringify(first.state()));
        const found = new Map(before.map((proposal) => [proposal.id, proposal]));
        for (const proposal of listen(createDetection({ usual: USUAL, localOf: (at) => at, state }), tickets.slice(stop)))
          found.set(proposal.id, proposal);
        const main = (list: Iterable<Proposal>) =>
          [...list].map(({ id, cell, foundAt, ticketCount, words }) => ({ id, cell, foundAt, ticketCount, words: words.length }));
        expect(main(found.values())).toEqual(main(whole));
      }),
      { numRuns: 12 },
    );
  });
});

describe('verdicts', () => {
  const DAY = 24 * HOUR_MS;
  const again = (day: number) =>
    inOrder(usualTickets(NOW + day * DAY, NOW + (day + 1) * DAY, 40 + day), trouble(6, NOW + HOUR_MS + day * DAY, 3 * MINUTE_MS));
  const proposedOn = (judge: (detection: Detection, proposal: Proposal) => void) => {
    const detection = learned();
    return [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((day) => {
      const found = listen(detection, again(day)).filter(
        ({ tickets }) => 2 * tickets.filter(({ id }) => id.startsWith('odd')).length > tickets.length,
      );
      for (const proposal of found) judge(detection, proposal);
      return found.length > 0;
    });
  };
  test('dismissed day after day it is not proposed any more; left alone it is, every day', () => {
    const expected: number[] = [];
    expect(proposedOn((_, { peak }) => expected.push(peak.expected))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    // What an outage brings does not become usual.
    expect(expected.at(-1)).toBeLessThan(2 * expected[0]!);
    const days = proposedOn((detection, proposal) => detection.judge(proposal, 'dismissed'));
    expect(days).toEqual(days.map((_, day) => day));
    expect(days.length).toBeLessThanOrEqual(7);
    expect(days.length).toBeGreaterThan(0);
  });
  test('dismissed while it is open it goes on in silence', () => {
    const detection = learned();
    const [proposal] = listen(detection, odd.slice(0, 7));
    detection.judge(proposal!, 'dismissed');
    const found = odd.slice(7).flatMap((ticket) => detection.hear(ticket, ticket.at).proposals);
    expect(found.map(({ id, verdict }) => [id, verdict])).toEqual(odd.slice(7).map(() => [proposal!.id, 'dismissed']));
  });
  test('accepted, the like is proposed sooner', () => {
    const detection = learned();
    const before = listen(detection, again(0));
    detection.judge(before[0]!, 'accepted');
    const other = learned();
    listen(other, again(0));
    const sooner = (one: Detection) => listen(one, again(1)).map(({ peak }) => peak.threshold)[0]!;
    expect(sooner(detection)).toBeGreaterThan(sooner(other));
  });
});

test('hostile words and names change nothing', () => {
  const names = { region: '__proto__', site: 'constructor', category: '"\n*', product: '<b>', words: ['__proto__', 'tostring'] };
  const found = listen(learned(), inOrder(quiet, trouble(8, NOW + HOUR_MS, 60_000, names)));
  expect(found.length).toBe(1);
  expect(found[0]!.regions).toEqual([{ region: '__proto__', customers: 8, of: null }]);
});
