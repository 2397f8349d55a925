/** When people are told: storms become a handful of messages with every notice in one of them, nights are kept but for what is critical, and tries follow their schedule. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CAP,
  DEFAULT_PREFERENCES,
  gather,
  holdOf,
  nextTryAt,
  peopleOf,
  preferences as preferencesSchema,
  type QuietHours,
  quietUntil,
  retryAfterMs,
  SEVERITIES,
  type Notice,
  type Severity,
  TRIES_AFTER_MS,
  verdictOf,
  type Waiting,
} from './index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Lets notices come as they do and gathers each so often; gives all messages with their instants. */
function played(arrivals: readonly { at: number; severity: Severity }[], everyMs: number, until: number) {
  const all: Waiting[] = arrivals.map(({ at, severity }, index) => ({ id: `n${index}`, severity, at, hold: null }));
  const messages: { at: number; of: readonly Waiting[] }[] = [];
  const told = new Set<string>();
  for (let now = 0; now <= until; now += everyMs) {
    const due = all.filter(({ id, at }) => at <= now && !told.has(id));
    const { messages: made, held } = gather(
      due,
      messages.map(({ at, of }) => ({ at, isPressing: of.some(({ severity }) => severity === 'critical') })),
      now,
    );
    expect([...made.flat().map(({ id }) => id), ...held.map(({ id }) => id)].toSorted()).toEqual(due.map(({ id }) => id).toSorted());
    expect(held.every((one) => one.until > now)).toBe(true);
    for (const of of made) {
      messages.push({ at: now, of });
      for (const { id } of of) told.add(id);
    }
  }
  return { messages, told };
}

describe('gathering', () => {
  test('five thousand breaches in a minute are a handful of messages, with each breach in one', () => {
    const storm = Array.from({ length: 5000 }, (_, index) => ({ at: Math.floor((index * MINUTE) / 5000), severity: 'critical' as const }));
    const { messages, told } = played(storm, 2_000, 3 * MINUTE);
    expect(messages.length).toBeLessThanOrEqual(5);
    expect(told.size).toBe(5000);
    expect(messages.reduce((sum, { of }) => sum + of.length, 0)).toBe(5000);
  });

  test('never are there more messages in a minute than go singly, nor in an hour than the cap', () => {
    const arrival = fc.record({ at: fc.integer({ min: 0, max: 90 * MINUTE }), severity: fc.constantFrom<Severity>('info', 'warning') });
    fc.assert(
      fc.property(fc.array(arrival, { maxLength: 300 }), (arrivals) => {
        const { messages } = played(arrivals, 30_000, 95 * MINUTE);
        for (const { at } of messages) {
          expect(messages.filter((other) => other.at > at - MINUTE && other.at <= at).length).toBeLessThanOrEqual(CAP.singly);
          expect(messages.filter((other) => other.at > at - HOUR && other.at <= at).length).toBeLessThanOrEqual(CAP.perHour);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('a single one goes at once, and something critical waits a minute at the most', () => {
    expect(gather([{ id: 'a', severity: 'info', at: 0, hold: null }], [], 5).messages).toHaveLength(1);
    const sent = Array.from({ length: 20 }, (_, index) => ({ at: 50 * MINUTE + index * 1000, isPressing: true }));
    const now = 51 * MINUTE;
    const of = (severity: Severity, isPressing = false) =>
      gather([{ id: 'a', severity, isPressing, at: now, hold: null }], sent, now).held[0]?.until ?? now;
    expect(of('critical')).toBeLessThanOrEqual(now + MINUTE);
    expect(of('warning', true)).toBeLessThanOrEqual(now + MINUTE);
    expect(of('warning')).toBeGreaterThan(now + 30 * MINUTE);
  });

  test('one a second: three of a minute go at once, those that follow together, a minute after the last of them', () => {
    const steady = Array.from({ length: 130 }, (_, index) => ({ at: index * 1000, severity: 'critical' as const }));
    const { messages } = played(steady, 1000, 3 * MINUTE);
    expect(messages.map(({ at, of }) => [at / 1000, of.length])).toEqual([
      [0, 1],
      [1, 1],
      [2, 1],
      [62, 60],
      [63, 1],
      [64, 1],
      [124, 60],
      [125, 1],
      [126, 1],
    ]);
  });

  test('the first that is critical goes at once, whatever else has gone or waits; those that follow it wait a minute at the most', () => {
    const arrival = fc.record({ at: fc.integer({ min: 0, max: 20 * MINUTE }), severity: fc.constantFrom<Severity>('info', 'critical') });
    fc.assert(
      fc.property(fc.array(arrival, { maxLength: 200 }), (arrivals) => {
        const { messages } = played(arrivals, 1000, 22 * MINUTE);
        const critical = messages.flatMap(({ at, of }) =>
          of.flatMap((one) => (one.severity === 'critical' ? [{ sent: at, at: one.at }] : [])),
        );
        for (const { sent, at } of critical) {
          expect(sent - at).toBeLessThanOrEqual(MINUTE + 1000);
          if (sent - at > 1000) expect(critical.some((other) => other.sent <= at + 1000 && other.sent > at - MINUTE - 1000)).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('what is held does not hold the others', () => {
    const hold = { until: HOUR, why: 'quiet hours' };
    const { messages, held } = gather(
      [
        { id: 'a', severity: 'info', at: 0, hold },
        { id: 'b', severity: 'critical', at: 0, hold: null },
      ],
      [],
      1,
    );
    expect(messages).toEqual([[expect.objectContaining({ id: 'b' })]]);
    expect(held).toEqual([{ id: 'a', ...hold }]);
  });
});

describe('quiet hours', () => {
  const at = (text: string) => Date.parse(text);
  const night: QuietHours = { from: '22:00', to: '07:00', days: [] };

  test.each([
    ['2026-03-10T21:30:00Z', '2026-03-11T06:00:00.000Z'], // 22:30 in Berlin
    ['2026-03-10T20:59:59Z', null],
    ['2026-03-11T05:59:59Z', '2026-03-11T06:00:00.000Z'],
    ['2026-03-11T06:00:00Z', null],
    // The clock is put forward in this night: it is shorter.
    ['2026-03-28T23:00:00Z', '2026-03-29T05:00:00.000Z'],
  ])('in Berlin at %s until %s', (now, end) => {
    const until = quietUntil(night, 'Europe/Berlin', at(now));
    expect(until === null ? null : new Date(until).toISOString()).toBe(end);
  });

  test('a quiet weekend lasts until Monday morning', () => {
    const until = quietUntil({ ...night, days: [6, 7] }, 'Europe/Berlin', at('2026-03-13T22:00:00Z'));
    expect(new Date(until!).toISOString()).toBe('2026-03-16T06:00:00.000Z');
  });

  test('end later than they are asked about, at an instant that is not quiet', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30'))
      .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
    const hours = fc
      .record({ from: time, to: time, days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 6 }) })
      .filter(({ from, to }) => from !== to);
    fc.assert(
      fc.property(
        hours,
        fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC'),
        fc.integer({ min: 0, max: 2_000_000_000 }),
        (quiet, zone, second) => {
          const now = second * 1000;
          const until = quietUntil(quiet, zone, now);
          if (until === null) return;
          expect(until).toBeGreaterThan(now);
          expect(quietUntil(quiet, zone, until)).toBeNull();
        },
      ),
    );
  });
});

describe('who is held back', () => {
  const noon = Date.parse('2026-03-10T12:00:00Z');
  const around = { shifts: [{ from: noon + HOUR, to: noon + 9 * HOUR }], workspaceZone: 'UTC' };
  const all = { ...DEFAULT_PREFERENCES, quiet: { from: '11:00', to: '13:00', days: [] }, onShiftOnly: true, digestAt: '17:00' };

  const of = (severity: Severity, more: Partial<Pick<Notice, 'event' | 'priority'>> = {}) => ({
    event: 'fired' as const,
    severity,
    ...more,
  });

  test.each([
    ['fired', 'warning', 'P1', false],
    ['escalated', 'critical', 'P1', false],
    ['fired', 'critical', null, false],
    ['fired', 'critical', undefined, false],
    ['fired', 'critical', 'P4', true],
    ['fired', 'critical', 'P2', true],
    ['fired', 'info', 'P1', true],
    ['fired', 'warning', null, true],
    ['resolved', 'critical', 'P1', true],
    ['resolved', 'critical', null, true],
    ['acknowledged', 'critical', 'P1', true],
  ] as const)('%s and %s, of a ticket of %s: %s', (event, severity, priority, isHeld) => {
    expect(holdOf(of(severity, { event, priority }), 'mail', all, around, noon)).toEqual(
      isHeld ? { until: noon + HOUR, why: 'quiet hours' } : null,
    );
  });

  test('for nothing critical, and for the inbox never', () => {
    expect(holdOf(of('critical'), 'mail', all, around, noon)).toBeNull();
    for (const severity of SEVERITIES) expect(holdOf(of(severity), 'inbox', all, around, noon)).toBeNull();
  });

  test('in quiet hours, off shift, and until the digest, with the reason', () => {
    expect(holdOf(of('warning'), 'mail', all, around, noon)).toEqual({ until: noon + HOUR, why: 'quiet hours' });
    expect(holdOf(of('warning'), 'mail', { ...all, quiet: null }, around, noon)).toEqual({ until: noon + HOUR, why: 'off shift' });
    expect(holdOf(of('info'), 'mail', { ...all, quiet: null }, around, noon + 2 * HOUR)).toEqual({ until: noon + 5 * HOUR, why: 'digest' });
    expect(holdOf(of('warning'), 'mail', { ...all, quiet: null }, around, noon + 2 * HOUR)).toBeNull();
  });

  test('by no shift where none is known to come', () => {
    expect(holdOf(of('warning'), 'mail', { ...all, quiet: null }, { ...around, shifts: [] }, noon)).toBeNull();
  });

  test('preferences name zones and times that there are', () => {
    expect(preferencesSchema.safeParse(all).success).toBe(true);
    expect(preferencesSchema.safeParse({ ...all, timeZone: 'Mars/Base' }).success).toBe(false);
    expect(preferencesSchema.safeParse({ ...all, digestAt: '25:00' }).success).toBe(false);
    expect(preferencesSchema.safeParse({ ...all, quiet: { from: '08:00', to: '08:00', days: [] } }).success).toBe(false);
  });
});

describe('tries', () => {
  test('follow the schedule, a little later by chance, and end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), fc.double({ min: 0, max: 1, noNaN: true }), (tries, share) => {
        const next = nextTryAt(tries, 1000, { share });
        expect(next === null).toBe(tries >= TRIES_AFTER_MS.length);
        if (next === null) return;
        expect(next - 1000).toBeGreaterThanOrEqual(TRIES_AFTER_MS[tries]!);
        expect(next - 1000).toBeLessThanOrEqual(TRIES_AFTER_MS[tries]! * 1.1 + 1);
      }),
    );
    expect(TRIES_AFTER_MS.map((ms) => ms / 1000)).toEqual([0, 5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]);
  });

  test('heed what the receiver asks for, up to a day', () => {
    expect(nextTryAt(1, 0, { askedMs: 60_000, share: 0 })).toBe(60_000);
    expect(nextTryAt(1, 0, { askedMs: 1, share: 0 })).toBe(5000);
    expect(nextTryAt(1, 0, { askedMs: 900 * HOUR, share: 0 })).toBe(24 * HOUR);
    expect(retryAfterMs('120', 0)).toBe(120_000);
    expect(retryAfterMs('Thu, 01 Jan 1970 00:01:00 GMT', 1000)).toBe(59_000);
    expect(retryAfterMs('soon', 0)).toBeUndefined();
  });

  test.each([
    [200, 'sent'],
    [202, 'sent'],
    [299, 'sent'],
    [301, 'later'],
    [307, 'later'],
    [404, 'later'],
    [410, 'gone'],
    [413, 'never'],
    [429, 'later'],
    [500, 'later'],
  ])('%d is %s', (status, outcome) => {
    expect(verdictOf(status, { answer: '', now: 0, unfit: [413] }).outcome).toBe(outcome);
  });
});

describe('whom an audience is', () => {
  const people = [
    { id: 'anna', role: 'lead', teams: ['billing'], agentId: 'a1' },
    { id: 'bert', role: 'lead', teams: ['tech'], agentId: null },
    { id: 'cleo', role: 'agent', teams: ['billing'], agentId: 'a3' },
    { id: 'dora', role: 'manager', teams: [], agentId: null },
  ];
  const nobody = { people: [], roles: [], teams: [], channels: [] };

  test.each([
    [{ roles: ['lead'] }, ['anna', 'bert']],
    [{ teams: ['billing'] }, ['anna', 'cleo']],
    [{ roles: ['lead'], teams: ['billing'] }, ['anna']],
    [{ roles: ['manager'], teams: ['billing'] }, ['dora']],
    [{ ticketAssignee: true }, ['cleo']],
    [{ ticketTeamLeads: true }, ['anna']],
    [{ ticketAssignee: true, ticketTeamLeads: true, roles: ['manager'] }, ['anna', 'cleo', 'dora']],
    [{ people: ['anna', 'nobody'], roles: ['lead'] }, ['anna', 'bert']],
    [{}, []],
  ])('%j is %j', (group, expected) => {
    expect(peopleOf({ ...nobody, ...group }, people, [{ assignee: 'a3', team: 'billing' }]).toSorted()).toEqual(expected);
  });

  test.each([null, 'sales'])('the leads of a ticket of the team %s, which has none, are all leads', (team) => {
    expect(peopleOf({ ...nobody, ticketTeamLeads: true }, people, [{ assignee: null, team }])).toEqual(['anna', 'bert']);
  });
});
