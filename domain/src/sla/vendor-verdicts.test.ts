import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compareVerdicts,
  type OwnClaim,
  type Reason,
  type VendorClaim,
  vendorClaims,
  type VendorDetail,
  type VendorEvent,
} from './vendor-verdicts.ts';

const event = (at: number, kind: string, detail: Partial<VendorDetail> = {}, metric = 'reply_time'): VendorEvent => ({
  at,
  metric,
  kind,
  verdict: JSON.stringify({ instance: 1, ...detail }),
});
const terms = (targetSeconds: number, isBusiness = false) => ({ targetSeconds, isBusiness });
const first = (more: Partial<OwnClaim> = {}): OwnClaim => ({
  metric: 'first_response',
  ordinal: 1,
  state: 'met',
  start: 1000,
  stop: 2000,
  target: 3600,
  elapsed: 1000,
  breachAt: null,
  isAlways: true,
  ...more,
});

test('a promise is what was applied last, broken where a breach stands', () => {
  const events = [event(1000, 'activate'), event(1000, 'apply_sla', terms(600)), event(1600, 'breach'), event(2000, 'fulfill')];
  expect(vendorClaims(events)).toMatchObject([{ state: 'breached', targetSeconds: 600, startedAt: 1000, endedAt: 2000, breachedAt: 1600 }]);
  const takenBack = [...events, event(1700, 'apply_sla', terms(3600)), event(1600, 'breach_deleted')];
  expect(vendorClaims(takenBack)).toMatchObject([
    { state: 'met', targetSeconds: 3600, breachedAt: null, isTakenBack: true, isRetargeted: true },
  ]);
  expect(vendorClaims([event(1000, 'activate')])).toMatchObject([{ state: 'unpromised' }]);
  expect(vendorClaims([{ at: 1, metric: 'first_response', kind: 'verdict', verdict: 'met' }])).toEqual([]);
});

test('any order of their events gives the same', () => {
  const events = [
    event(1000, 'apply_sla', terms(600)),
    event(1001, 'activate'),
    event(1600, 'breach'),
    event(1700, 'pause'),
    event(1800, 'activate'),
    event(2000, 'fulfill'),
    event(2100, 'update_status', { minutes: { calendar: 16, business: 3 } }),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (some) => {
      expect(vendorClaims(some)).toEqual(vendorClaims(events));
    }),
  );
});

const claim = (more: Partial<VendorClaim> = {}): VendorClaim => ({
  metric: 'reply_time',
  instance: 1,
  state: 'breached',
  targetSeconds: 3600,
  isBusiness: false,
  startedAt: 1000,
  endedAt: 2000,
  breachedAt: 1600,
  isTakenBack: false,
  isRetargeted: false,
  elapsedSeconds: 960,
  ...more,
});

test.for<[VendorClaim, OwnClaim | null, readonly Reason[]]>([
  [claim({ state: 'met' }), first(), []],
  [claim(), null, ['not_here']],
  [claim({ state: 'unpromised' }), first(), ['not_there']],
  [claim(), first({ target: 7200 }), ['other_target']],
  [claim(), first({ isAlways: false }), ['other_hours']],
  [claim({ startedAt: 800 }), first(), ['other_start']],
  [claim({ endedAt: 9000 }), first(), ['other_end']],
  [claim({ endedAt: null }), first(), ['still_running']],
  [claim(), first({ state: 'cancelled' }), ['cancelled']],
  [claim({ state: 'met', isTakenBack: true }), first({ state: 'breached' }), ['taken_back']],
  [claim(), first({ elapsed: 3590 }), ['within_a_minute']],
  [claim({ elapsedSeconds: 5000 }), first(), ['other_pauses']],
  [claim(), first(), ['unexplained']],
])('%#: why it is not the same', ([theirs, ours, reasons]) => {
  const [compared] = compareVerdicts([theirs], ours ? [ours] : []);
  expect(compared).toMatchObject({ isSame: reasons.length === 0, reasons });
});

test('later replies are compared with the clock of later replies, and what comes near is told', () => {
  const next = first({ metric: 'next_response', ordinal: 1, state: 'breached' });
  expect(compareVerdicts([claim({ instance: 2 })], [first(), next]).map(({ ours }) => ours?.metric)).toEqual([
    'next_response',
    'first_response',
  ]);
  const [waited] = compareVerdicts([claim({ metric: 'requester_wait_time' })], [first({ metric: 'resolution' })]);
  expect(waited!.reasons).toEqual(['other_clock']);
});
