import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IncidentEvent } from '../event/index.ts';
import {
  announcementsUntil,
  escalationSteps,
  nextAnnouncementAt,
  responseClock,
  reviewDueAt,
  stepsBroughtIn,
  updateClock,
} from './cadence.ts';
import { foldIncident } from './fold.ts';
import { incidentEvents } from './arbitrary.ts';
import { STANDARD_POLICY } from './policy.ts';
import { declared, MINUTE, START, told, update } from './scenario.ts';

const fold = (...events: IncidentEvent[]) => foldIncident('INC-1', events)!;
const minutes = (instant: number | null) => (instant === null ? null : (instant - START) / MINUTE);
const at = (minute: number) => START + minute * MINUTE;
const skippedOf = (events: IncidentEvent[], minute: number) =>
  updateClock(fold(...events), at(minute)).skipped.map((one) => minutes(one.at));
const dueOf = (events: IncidentEvent[], minute: number) => minutes(updateClock(fold(...events), at(minute)).dueAt);
const status = (minute: number, to: string) => told('incident.status_changed', minute, { to });
const severity = (minute: number, to: string) => told('incident.severity_changed', minute, { to });
const SEV3 = { users: 'multiple', block: 'major' };
const SEV5 = { users: 'one', block: 'minor' };

describe('the update clock', () => {
  it.each([
    ['SEV1', { users: 'all', block: 'complete' }, 15],
    ['SEV2', { users: 'all', block: 'major' }, 30],
    ['SEV3', SEV3, 120],
    ['SEV4', { users: 'one', block: 'major' }, 480],
    ['SEV5', SEV5, null],
  ])('of %s is due as requirement 166 says', (_, hit, minute) => {
    expect(dueOf([declared(hit)], 0)).toBe(minute);
  });

  it('restarts when customers are told, and not when only the inside is', () => {
    expect(dueOf([declared(), update(10)], 11)).toBe(25);
    expect(dueOf([declared(), update(10, 'internal')], 11)).toBe(15);
  });

  it('counts every interval that passes as skipped, and one at its very instant as in time', () => {
    expect(skippedOf([declared()], 15)).toEqual([]);
    expect(skippedOf([declared()], 46)).toEqual([15, 30, 45]);
    expect(dueOf([declared()], 46)).toBe(60);
    expect(skippedOf([declared(), update(15)], 29)).toEqual([]);
    expect(updateClock(fold(declared()), at(46)).missing).toBe(3);
    expect(updateClock(fold(declared(), update(40)), at(46))).toMatchObject({ missing: 0, since: at(40) });
  });

  it('stops at the resolve, and begins anew where it turns out not to be over', () => {
    expect(dueOf([declared(), status(10, 'resolved')], 60)).toBeNull();
    expect(skippedOf([declared(), status(10, 'resolved')], 60)).toEqual([]);
    expect(dueOf([declared(), status(10, 'resolved'), status(40, 'investigating')], 41)).toBe(55);
    expect(dueOf([declared(), told('incident.dismissed', 5)], 60)).toBeNull();
  });

  it('is due sooner once it is more severe, and never later than it was', () => {
    expect(dueOf([declared(SEV3), severity(50, 'SEV1')], 51)).toBe(65);
    expect(dueOf([declared(SEV3), severity(110, 'SEV1')], 111)).toBe(120);
    expect(dueOf([declared(), severity(5, 'SEV3')], 6)).toBe(120);
  });

  it('is due by the first new interval that is not over where the severity falls, though shorter ones were skipped', () => {
    const lowered = [declared(), severity(61, 'SEV3')];
    expect(dueOf(lowered, 62)).toBe(120);
    expect(skippedOf(lowered, 241)).toEqual([15, 30, 45, 60, 120, 240]);
    expect(dueOf([declared(), severity(61, 'SEV2')], 62)).toBe(90);
    expect(dueOf([declared(), severity(60, 'SEV2')], 60)).toBe(60);
    expect(dueOf([declared(), severity(61, 'SEV5')], 62)).toBeNull();
  });
});

describe('the response', () => {
  it('is missed once its time is over, by the severity of then', () => {
    expect(responseClock(fold(declared()), at(15))).toMatchObject({ dueAt: at(15), missedAt: null });
    expect(responseClock(fold(declared()), at(15) + 1)).toMatchObject({ missedAt: at(15) });
    expect(responseClock(fold(declared(), update(14, 'internal')), at(60))).toMatchObject({ stoppedAt: at(14), missedAt: null });
    expect(responseClock(fold(declared(SEV3), severity(40, 'SEV1')), at(40))).toMatchObject({ dueAt: at(40) });
  });
});

describe('the response of one that is opened again', () => {
  const reopened = [declared(), update(5, 'internal'), status(10, 'resolved'), status(40, 'investigating')];
  const missed = (...events: IncidentEvent[]) =>
    announcementsUntil(fold(...events), at(200))
      .filter(({ type }) => type === 'incident.response_missed')
      .map((one) => minutes(one.at));

  it('is another one, owed from then on, and opening it is none', () => {
    expect(responseClock(fold(...reopened), at(41))).toEqual({ dueAt: at(55), stoppedAt: null, missedAt: null });
    expect(responseClock(fold(...reopened, update(50, 'internal')), at(90))).toEqual({ dueAt: at(55), stoppedAt: at(50), missedAt: null });
    expect(responseClock(fold(...reopened), at(39))).toMatchObject({ stoppedAt: at(5) });
  });

  it('is missed by itself, at its own instant', () => {
    expect(missed(...reopened)).toEqual([55]);
    expect(missed(...reopened, update(50, 'internal'))).toEqual([]);
    expect(missed(declared(), status(30, 'resolved'), status(40, 'investigating'))).toEqual([15, 55]);
    expect(nextAnnouncementAt(fold(...reopened, update(41)), at(41))).not.toBeNull();
  });
});

describe('the steps up', () => {
  it('are those of the grid of requirement 165', () => {
    expect(escalationSteps(fold(declared())).map(({ to, dueAt }) => [to, minutes(dueAt)])).toEqual([
      ['On-call engineer', 0],
      ['VP Engineering', 30],
      ['CTO', 60],
      ['CEO', 120],
      ['Board', 240],
    ]);
  });

  it('of a lower path are not owed once somebody higher up is in it', () => {
    const state = fold(declared(), severity(45, 'SEV3'));
    expect(escalationSteps(state).map(({ to, dueAt }) => [to, minutes(dueAt)])).toEqual([
      ['On-call engineer', 0],
      ['VP Engineering', 30],
      ['Engineering manager', 60],
    ]);
  });

  it('bring nobody in twice: not when the severity falls and rises again, and not by another path', () => {
    const again = fold(declared(), severity(35, 'SEV2'), severity(50, 'SEV1'));
    const named = escalationSteps(again).map(({ to, dueAt }) => [to, minutes(dueAt)]);
    expect(named).toEqual([
      ['On-call engineer', 0],
      ['VP Engineering', 30],
      ['CTO', 60],
      ['CEO', 120],
      ['Board', 240],
    ]);
    expect(stepsBroughtIn(again, { type: 'incident.severity_changed', at: at(50) })).toEqual([]);
  });

  it('are said at their own time, the first of them too where it is later than at once', () => {
    const { version, reviewSeconds, terms } = STANDARD_POLICY;
    const escalation = [
      { afterSeconds: 300, to: 'Somebody' },
      { afterSeconds: 0, to: 'Somebody else' },
    ];
    const policy = { version, reviewSeconds, terms: { ...terms, SEV1: { ...terms.SEV1, escalation } } };
    const state = fold(declared({ policy }));
    const said = announcementsUntil(state, at(14)).map((one) => [one.type, minutes(one.at), 'to' in one && one.to]);
    expect(said).toEqual([['incident.escalation_due', 5, 'Somebody']]);
    expect(stepsBroughtIn(state, { type: 'incident.declared', at: START }).map(({ to }) => to)).toEqual(['Somebody else']);
    expect(stepsBroughtIn(state, { type: 'incident.escalation_due', at: at(5), severity: 'SEV1', step: 0 }).map(({ to }) => to)).toEqual([
      'Somebody',
    ]);
    expect(stepsBroughtIn(state, { type: 'incident.update_skipped', at: at(15) })).toHaveLength(2);
  });

  it('whose time is over when the severity rises are due at once', () => {
    const state = fold(declared(SEV5), severity(45, 'SEV1'));
    expect(
      escalationSteps(state)
        .filter((one) => one.severity === 'SEV1')
        .map(({ dueAt }) => minutes(dueAt)),
    ).toEqual([45, 45, 60, 120, 240]);
  });
});

describe('the steps up of one that is opened again', () => {
  const calledAt = (...events: IncidentEvent[]) =>
    announcementsUntil(fold(...events), at(300))
      .filter(({ type }) => type === 'incident.escalation_due')
      .map((one) => [one.severity, minutes(one.at)]);

  it('go on, and those whose time came while it was over are due then, once', () => {
    const events = [declared(), status(40, 'resolved'), status(70, 'investigating')];
    expect(calledAt(...events)).toEqual([
      ['SEV1', 30],
      ['SEV1', 70],
      ['SEV1', 120],
      ['SEV1', 240],
    ]);
    expect(calledAt(...events, status(80, 'resolved'))).toEqual([
      ['SEV1', 30],
      ['SEV1', 70],
    ]);
    expect(nextAnnouncementAt(fold(...events, update(119)), at(119))).toBe(at(120));
  });

  it('are those of the severity that it has then', () => {
    const raised = [declared(SEV3), status(40, 'resolved'), severity(50, 'SEV1'), status(130, 'investigating')];
    expect(calledAt(...raised).slice(0, 2)).toEqual([
      ['SEV3', 30],
      ['SEV1', 130],
    ]);
    const lowered = [declared(), status(40, 'resolved'), severity(65, 'SEV3'), status(130, 'investigating')];
    expect(calledAt(...lowered)).toEqual([['SEV1', 30]]);
  });
});

describe('a review', () => {
  it('is due 48 hours after the resolve of what was ever SEV1 or SEV2', () => {
    expect(minutes(reviewDueAt(fold(declared(), severity(3, 'SEV4'), status(10, 'resolved'))))).toBe(10 + 48 * 60);
    expect(reviewDueAt(fold(declared(SEV3), status(10, 'resolved')))).toBeNull();
    const late = announcementsUntil(fold(declared(), status(10, 'resolved')), at(10 + 48 * 60));
    expect(late.at(-1)).toMatchObject({ type: 'incident.review_overdue' });
  });
});

describe('announcements', () => {
  it('stand in the order in which they became true', () => {
    const said = announcementsUntil(fold(declared()), at(31)).map(({ type, ...one }) => [type, minutes(one.at)]);
    expect(said).toEqual([
      ['incident.response_missed', 15],
      ['incident.update_skipped', 15],
      ['incident.update_skipped', 30],
      ['incident.escalation_due', 30],
    ]);
  });

  it('come exactly when the timer was told to look again, and none in between', () => {
    fc.assert(
      fc.property(incidentEvents, fc.integer({ min: 600, max: 2000 }), (events, minute) => {
        const state = foldIncident('INC-1', events)!;
        const now = at(minute);
        const next = nextAnnouncementAt(state, now);
        const count = announcementsUntil(state, now).length;
        expect(announcementsUntil(state, next === null ? now + 1e10 : next - 1)).toHaveLength(count);
        if (next !== null) expect(announcementsUntil(state, next).length).toBeGreaterThan(count);
      }),
    );
  });

  it('stay what they were as time goes on', () => {
    fc.assert(
      fc.property(incidentEvents, fc.integer({ min: 600, max: 2000 }), fc.integer({ min: 0, max: 2000 }), (events, minute, more) => {
        const state = foldIncident('INC-1', events)!;
        const before = announcementsUntil(state, at(minute));
        const later = announcementsUntil(state, at(minute + more));
        expect(later.filter((one) => one.at < at(minute))).toEqual(before.filter((one) => one.at < at(minute)));
      }),
    );
  });
});
