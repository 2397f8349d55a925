import { describe, expect, it } from 'vitest';
import { announcementsUntil, calledOff, foldIncident, isStillOwed, stepsBroughtIn, updateClock } from './index.ts';
import { declared, MINUTE, START, told, update } from './scenario.ts';

const fold = (...events: Parameters<typeof foldIncident>[1]) => foldIncident('INC-1', events)!;
const at = (minute: number) => START + minute * MINUTE;
const event = (type: Parameters<typeof isStillOwed>[1]['type'], data: object = {}) => ({ type, data: data as Record<string, unknown> });

describe('what is still owed', () => {
  it.each([
    ['a declaration while it goes on', event('incident.declared'), [declared()], true],
    ['not once it is resolved', event('incident.declared'), [declared(), told('incident.status_changed', 5, { to: 'resolved' })], false],
    ['a response that nobody gave', event('incident.response_missed'), [declared()], true],
    [
      'not one that came late',
      event('incident.response_missed'),
      [declared(), told('incident.note', 20, { text: 'x' }), update(21)],
      false,
    ],
    ['an update that customers still wait for', event('incident.update_skipped'), [declared()], true],
    ['not one that they had since', event('incident.update_skipped'), [declared(), update(50)], false],
    ['not a severity that it has no more', event('incident.severity_changed', { to: 'SEV2' }), [declared()], false],
    ['no note', event('incident.note'), [declared()], false],
    [
      'a proposal that nobody decided',
      event('incident.proposed'),
      [told('incident.proposed', 0, { title: 'x', users: 'all', block: 'minor' })],
      true,
    ],
  ] as const)('%s', (_, what, events, isOwed) => {
    expect(isStillOwed(fold(...events), what, at(51))).toBe(isOwed);
  });

  it('brings in with a declaration that is heard of late whoever would have been since', () => {
    const steps = (heardAt?: number) =>
      stepsBroughtIn(fold(declared()), { type: 'incident.declared', at: START }, heardAt).map(({ to }) => to);
    expect(steps()).toEqual(['On-call engineer']);
    expect(steps(at(70))).toEqual(['On-call engineer', 'VP Engineering', 'CTO']);
  });
});

it('asks for nobody any more once customers are told, or somebody responds', () => {
  const skipped = { type: 'incident.update_skipped', at: at(15) } as const;
  expect(calledOff(fold(declared()), skipped)).toBeNull();
  expect(calledOff(fold(declared(), update(5)), skipped)).toBeNull();
  expect(calledOff(fold(declared(), update(20)), skipped)).toEqual({ at: at(20), how: 'INC-1 has an update for customers' });
  const missed = { type: 'incident.response_missed', at: at(15) } as const;
  expect(calledOff(fold(declared(), update(20)), missed)).toEqual({ at: at(20), how: 'INC-1 has somebody who responds' });
});

it('tells of skipped updates however long nobody tends it', () => {
  const state = fold(declared());
  const later = START + 20 * 1440 * MINUTE;
  expect(updateClock(state, later).skipped.at(-1)!.at).toBe(later - 15 * MINUTE);
  expect(announcementsUntil(state, later).at(-1)).toMatchObject({ type: 'incident.update_skipped', at: later - 15 * MINUTE });
});
