import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TicketEvent } from '../event/index.ts';
import { createCalendar } from '../calendar/index.ts';
import type { AlertState, Moment } from './alert.ts';
import { pastOf, signalsOf } from './history.ts';
import { type KeyedSignal, replay } from './replay.ts';
import { ruleSpec, type RuleInput, type RuleSpec } from './rule.ts';
import { hear, tickDueAt } from './signal.ts';

const MINUTE = 60_000;
const START = Date.UTC(2026, 2, 10, 9);
const at = (minutes: number) => START + minutes * MINUTE;

const event = (minutes: number, type: string, data: object, kind = 'agent'): TicketEvent =>
  ({ id: `${minutes}`, source: 's', at: at(minutes), seq: 0, actor: { kind, id: 'x' }, ticket: 's:1', type, data }) as TicketEvent;
const created = event(
  0,
  'ticket.created',
  { channel: 'email', requester: 'c', status: 'new', priority: 'P2', tags: [], team: 'blue' },
  'customer',
);
const message = (minutes: number, by: string) => event(minutes, 'ticket.message', { messageId: String(minutes), visibility: 'public' }, by);

const past = (spec: RuleSpec, events: readonly TicketEvent[]) => pastOf(spec, 's:1', events, ({ now }) => ({ ...now, customerTier: null }));
const rule = (subject: RuleInput['subject'], more: Partial<RuleInput> = {}) =>
  ruleSpec.parse({ name: 'n', severity: 'warning', subject, ...more });
const told = (signals: readonly KeyedSignal[]) => signals.map((one) => [one.type, (one.at - START) / MINUTE]);

describe('an absence', () => {
  const spec = rule({ kind: 'absence', of: 'reply', seconds: 3600 });
  test('is over with the reply, and begins anew with the next question', () =>
    expect(
      told(
        signalsOf(
          spec,
          { events: past(spec, [created, message(90, 'agent'), message(100, 'customer'), message(120, 'agent')]), clocks: [] },
          at(1000),
          null,
        ),
      ),
    ).toEqual([
      ['hold', 60],
      ['release', 90],
    ]));
  test('is not there yet before its time, nor after the end of what is looked at', () => {
    const history = { events: past(spec, [created, message(100, 'customer')]), clocks: [] };
    expect(told(signalsOf(spec, history, at(59), null))).toEqual([]);
    expect(told(signalsOf(spec, history, at(60), null))).toEqual([['hold', 60]]);
  });
  test('counts opening hours where it is to', () => {
    const hours = createCalendar({ zone: 'UTC', hours: { tue: [['09:00', '09:30']], wed: [['09:00', '10:00']] } });
    const business = rule({ kind: 'absence', of: 'reply', seconds: 3600, calendar: 'c' });
    expect(told(signalsOf(business, { events: past(business, [created]), clocks: [] }, at(5000), hours))).toEqual([['hold', 24 * 60 + 30]]);
  });
  test('of anything at all begins anew with whatever happens', () => {
    const idle = rule({ kind: 'absence', of: 'update', seconds: 3600 });
    expect(
      told(
        signalsOf(idle, { events: past(idle, [created, message(50, 'customer'), message(200, 'customer')]), clocks: [] }, at(220), null),
      ),
    ).toEqual([
      ['hold', 110],
      ['release', 200],
    ]);
  });
});

test('a step of a promise holds until its clock stopped', () => {
  const spec = rule({ kind: 'sla', clock: 'first_response', step: 80 });
  const warned = (minutes: number, step: number) =>
    event(minutes, 'sla.warned', { clock: 'first_response', cycle: '0', at: at(minutes), step }, 'system');
  const events = past(spec, [created, warned(30, 50), warned(48, 80), message(55, 'agent')]);
  const clock = { metric: 'first_response', cycle: '0', stop: at(55) / 1000, announcements: [{ step: 80, at: at(48) / 1000 }] };
  expect(told(signalsOf(spec, { events, clocks: [clock] as never }, at(100), null))).toEqual([
    ['hold', 48],
    ['release', 55],
  ]);
});

describe('history told at once and bit by bit', () => {
  /** As live: each signal when it comes, each timer when it is due, whichever is first, on one clock. */
  function live(spec: ReturnType<typeof rule>, signals: readonly KeyedSignal[], until: number) {
    const states = new Map<string, AlertState>();
    const moments = new Map<string, Moment[]>();
    const step = (key: string, signal: KeyedSignal | { type: 'tick'; at: number }) => {
      const { state, moments: made, ended = [] } = hear(spec, states.get(key) ?? null, signal, null);
      if (state) states.set(key, state);
      else states.delete(key);
      moments.set(key, [...(moments.get(key) ?? []), ...ended, ...made]);
    };
    const left = [...signals];
    for (let now = START; now <= until; now += MINUTE / 2) {
      for (const [key, state] of states) {
        const due = tickDueAt(spec, state, null);
        if (due !== null && due <= now) step(key, { type: 'tick', at: due });
      }
      while (left[0] && left[0].at <= now) step(left[0].key, left.shift()!);
    }
    return moments;
  }

  const kinds = fc.constantFrom('pulse' as const, 'hold' as const, 'release' as const);
  const signals = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 600 }), kinds, fc.constantFrom('a', 'b'), fc.constantFrom('k', 'l')), { maxLength: 30 })
    .map((all) =>
      all.map(([minutes, type, member, key]): KeyedSignal => ({ type, at: at(minutes), key, member })).toSorted((a, b) => a.at - b.at),
    );
  test('make the same moments', () =>
    fc.assert(
      fc.property(signals, fc.option(fc.integer({ min: 0, max: 600 })), (all, snoozed) => {
        const spec = rule(
          { kind: 'event', event: 'team.changed', quietSeconds: 1800 },
          { snoozedUntil: snoozed === null ? null : at(snoozed) },
        );
        const replayed = replay(spec, all, at(700), null);
        const running = live(spec, all, at(700));
        for (const key of ['k', 'l'])
          expect(replayed.filter((one) => one.key === key).flatMap(({ moments }) => moments)).toEqual(running.get(key) ?? []);
      }),
    ));
});
