import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneOf } from '../zone/index.ts';
import { foldIncident } from '../incident/index.ts';
import { incidentEvents } from '../incident/arbitrary.ts';
import { declared, MINUTE, START, told } from '../incident/scenario.ts';
import { countedWithin, dayOf, HISTORY_DAYS, historyDays, historyOf, startOfDay } from './history.ts';
import { COMPONENT_STATES, rankOfState } from './state.ts';
import { type ByHand, type Span, spansOfIncident, stretchesOf } from './stretches.ts';

const DAY = 86_400_000;
const state = fc.constantFrom(...COMPONENT_STATES);
const NOW = Date.UTC(2026, 10, 30, 11, 30);
const within = fc.integer({ min: NOW - 120 * DAY, max: NOW });
const span: fc.Arbitrary<Span> = fc
  .tuple(within, within, state)
  .map(([a, b, one]) => ({ from: Math.min(a, b), to: Math.max(a, b), state: one }));
const byHand: fc.Arbitrary<ByHand> = fc.record({ at: within, state: fc.option(state) });
const said = fc.uniqueArray(byHand, { maxLength: 5, selector: ({ at }) => at });
const at = (minute: number) => START + minute * MINUTE;

describe('stretches', () => {
  it('lie end to end, differ from their neighbours, and say at each instant what holds then', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), said, within, (spans, hand, moment) => {
        const [from, to] = [NOW - 100 * DAY, NOW + 1];
        const stretches = stretchesOf(spans, hand, from, to);
        expect([stretches[0]!.from, stretches.at(-1)!.to]).toEqual([from, to]);
        for (const [index, one] of stretches.slice(1).entries()) {
          expect(one.from).toBe(stretches[index]!.to);
          expect(one.state).not.toBe(stretches[index]!.state);
        }
        fc.pre(moment >= from);
        const last = hand.filter((one) => one.at <= moment).toSorted((a, b) => b.at - a.at)[0]?.state;
        const worst = Math.max(0, ...spans.filter((one) => one.from <= moment && moment < one.to).map((one) => rankOfState(one.state)));
        expect(stretches.find((one) => one.from <= moment && moment < one.to)!.state).toBe(last ?? COMPONENT_STATES[worst]);
      }),
    );
  });

  it('follow an incident through its severities, its resolve and its reopening', () => {
    const status = (minute: number, to: string) => told('incident.status_changed', minute, { to });
    const incident = foldIncident('INC-1', [
      declared(),
      told('incident.severity_changed', 10, { to: 'SEV2' }),
      status(20, 'resolved'),
      status(30, 'investigating'),
      told('incident.severity_changed', 35, { to: 'SEV5' }),
      status(40, 'closed'),
    ])!;
    expect(spansOfIncident(incident, at(60))).toEqual([
      { from: at(0), to: at(10), state: 'major_outage' },
      { from: at(10), to: at(20), state: 'partial_outage' },
      { from: at(30), to: at(35), state: 'partial_outage' },
      { from: at(35), to: at(40), state: 'operational' },
    ]);
    expect(spansOfIncident(incident, at(15)).at(-1)).toEqual({ from: at(10), to: at(15), state: 'partial_outage' });
  });

  it('of any incident never overlap and never last beyond now', () => {
    fc.assert(
      fc.property(incidentEvents, fc.integer({ min: -20, max: 700 }), (events, minute) => {
        const spans = spansOfIncident(foldIncident('INC-1', events)!, at(minute));
        for (const [index, one] of spans.entries()) {
          expect(one.from).toBeLessThan(one.to);
          expect(one.to).toBeLessThanOrEqual(spans[index + 1]?.from ?? at(minute));
        }
      }),
    );
  });
});

describe('the history', () => {
  it('counts each millisecond once: its days add up to the whole', () => {
    fc.assert(
      fc.property(
        fc.array(span, { maxLength: 8 }),
        said,
        fc.constantFrom('UTC', 'Europe/Berlin', 'Pacific/Apia', 'America/St_Johns'),
        (spans, hand, zone) => {
          const days = historyDays(zone, NOW);
          const first = startOfDay(zoneOf(zone), days[0]!);
          const stretches = stretchesOf(spans, hand, first, NOW + 1);
          const history = historyOf(stretches, zone, NOW);
          const { knownMs, downTenths } = countedWithin(stretches, first, NOW);
          expect(knownMs).toBe(NOW - first);
          expect(history.up).toBe(1 - downTenths / (10 * knownMs));
          expect(history.days).toHaveLength(HISTORY_DAYS);
          for (const { day, up, state: worst } of history.days) {
            const from = startOfDay(zoneOf(zone), day);
            expect(dayOf(zoneOf(zone), from)).toBe(day);
            if (worst === 'operational') expect(up).toBe(1);
          }
        },
      ),
    );
  });

  it('knows nothing of days before it began, and weighs a partial outage by three tenths', () => {
    const from = Date.UTC(2026, 10, 29, 12);
    const stretches = stretchesOf([{ from, to: from + 6 * 3_600_000, state: 'partial_outage' }], [], from, Date.UTC(2026, 10, 30) + 1);
    const { days, up, knownDays, recent } = historyOf(stretches, 'UTC', Date.UTC(2026, 10, 30));
    expect(days.slice(-3)).toEqual([
      { day: '2026-11-28', state: null, up: null },
      { day: '2026-11-29', state: 'partial_outage', up: 0.85 },
      { day: '2026-11-30', state: null, up: null },
    ]);
    expect(up).toBe(0.85);
    expect([knownDays, recent]).toEqual([1, { up: 0.85, knownDays: 1 }]);
  });

  it('gives to each day of the page’s zone what happened in it, to the millisecond before and after its midnight', () => {
    const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'Pacific/Apia', 'America/St_Johns', 'Asia/Kathmandu', 'America/Santiago');
    const length = fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 * DAY }));
    fc.assert(
      fc.property(zone, fc.integer({ min: 1, max: 88 }), fc.integer({ min: -2, max: 2 }), length, (name, index, shift, ms) => {
        const there = zoneOf(name);
        const from = startOfDay(there, historyDays(name, NOW)[index]!) + shift;
        const to = Math.min(from + ms, NOW);
        const stretches = stretchesOf([{ from, to, state: 'major_outage' }], [], startOfDay(there, historyDays(name, NOW)[0]!), NOW + 1);
        const bad = historyOf(stretches, name, NOW).days.filter(({ state: worst }) => worst === 'major_outage');
        const [first, last] = [dayOf(there, from), dayOf(there, to - 1)];
        expect(bad.map(({ day }) => day)).toEqual(historyDays(name, NOW).filter((day) => day >= first && day <= last));
      }),
    );
  });

  it('has days of 23 and 25 hours where clocks are changed', () => {
    const berlin = zoneOf('Europe/Berlin');
    const hours = (day: string, next: string) => (startOfDay(berlin, next) - startOfDay(berlin, day)) / 3_600_000;
    expect([hours('2026-03-29', '2026-03-30'), hours('2026-10-25', '2026-10-26')]).toEqual([23, 25]);
  });
});
