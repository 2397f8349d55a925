import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IncidentEvent } from '../event/index.ts';
import { incidentEvents } from './arbitrary.ts';
import { costOf } from './cost.ts';
import { foldIncident } from './fold.ts';
import { ROUND_ITEMS } from './checklists.ts';
import { roundAt, roundsOf } from './rounds.ts';
import { declared, MINUTE, START, told } from './scenario.ts';

const fold = (...events: IncidentEvent[]) => foldIncident('INC-1', events)!;
const at = (minute: number) => START + minute * MINUTE;
const minutes = (instant: number) => (instant - START) / MINUTE;
const status = (minute: number, to: string) => told('incident.status_changed', minute, { to });
const tick = (minute: number, item = 'active.updates', by = 'ann') => told('incident.checklist_item_done', minute, { item }, by);
const spans = (events: IncidentEvent[], minute: number) =>
  roundsOf(fold(...events), at(minute)).map(({ from, to, isOver }) => [minutes(from), minutes(to), isOver]);

describe('rounds', () => {
  it('come every quarter of an hour of a SEV1, the first once the initiation is over', () => {
    expect(spans([declared()], 50)).toEqual([
      [0, 30, true],
      [30, 45, true],
      [45, 60, false],
    ]);
  });

  it('begin anew with another severity and with being opened again, and what is cut short is not missed', () => {
    const events = [
      declared(),
      told('incident.severity_changed', 40, { to: 'SEV2' }),
      status(80, 'resolved'),
      status(100, 'investigating'),
    ];
    expect(spans(events, 101)).toEqual([
      [0, 30, true],
      [30, 40, false],
      [40, 70, true],
      [70, 80, false],
      [100, 130, false],
    ]);
    expect(roundAt(fold(...events), at(90))).toBeNull();
    expect(roundAt(fold(...events), at(101))?.number).toBe(5);
  });

  it('say who ticked which, and what was missed', () => {
    const [first, second, third] = roundsOf(fold(declared(), tick(3), tick(31, 'active.timeline', 'bo'), tick(32)), at(46));
    expect(first!.ticked).toEqual({ 'active.updates': { at: at(3), by: 'ann' } });
    expect(second!.ticked['active.timeline']).toEqual({ at: at(31), by: 'bo' });
    expect([first!.open.length, second!.open.length, third!.open.length]).toEqual([4, 3, 5]);
  });

  it('lie one after the other, none overlapping, and each item is ticked or open', () => {
    fc.assert(
      fc.property(incidentEvents, fc.integer({ min: 0, max: 2000 }), (events, minute) => {
        const rounds = roundsOf(foldIncident('INC-1', events)!, at(minute));
        for (const [index, { number, from, to, ticked, open }] of rounds.entries()) {
          expect(number).toBe(index + 1);
          expect(from).toBeLessThan(to);
          expect(from).toBeGreaterThanOrEqual(rounds[index - 1]?.to ?? -Infinity);
          expect(Object.keys(ticked).length + open.length).toBe(ROUND_ITEMS.length);
        }
      }),
    );
  });
});

describe('the cost', () => {
  const role = (minute: number, agent: string, name: string, is = true) =>
    told('incident.role_assigned', minute, { role: name, agent, is });
  const terms = { currency: 'EUR', perTicket: 10, perHour: null, overheadPercent: 20, creditPercent: 5 };

  it('counts somebody with two roles once, and only while it goes on', () => {
    const state = fold(
      declared(),
      role(0, 'bo', 'commander'),
      role(10, 'bo', 'scribe'),
      status(60, 'resolved'),
      status(90, 'investigating'),
    );
    const { people, totals, tickets } = costOf(state, [], terms, () => 30, at(120));
    expect(people).toEqual([{ agent: 'bo', seconds: 90 * 60, hourly: 30, amount: 54 }]);
    expect([tickets.amount, totals]).toEqual([0, [{ currency: 'EUR', amount: 54 }]]);
  });

  it('says nothing of what is not known', () => {
    const state = fold(declared(), role(0, 'bo', 'commander'));
    expect(costOf(state, [], undefined, undefined, at(60))).toMatchObject({
      tickets: { amount: null },
      people: [{ agent: 'bo', seconds: 3600, hourly: null, amount: null }],
      totals: [],
    });
  });
});
