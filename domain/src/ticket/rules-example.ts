/** Policies that promise nothing but a resolution, in versions, and what tickets are promised by them, for tests of rulebooks. */
import { createRulebook, type PolicyInput, type PolicyVersion } from '../sla/index.ts';
import { CALENDARS, clocksAfter, created, policy, secondOf, type Short, story } from './example.ts';

export const HOUR = 3600;

/** A policy that promises nothing but a resolution: so many hours at every priority, from nine to five. */
export const resolution = (hours: number, more: Partial<PolicyInput> = {}) =>
  policy({
    calendar: { default: 'office' },
    clocks: [{ metric: 'resolution', start: ['created'], stop: ['solved'], reopen: 'new_cycle' }],
    targets: {
      resolution: { P1: hours * HOUR, P2: hours * HOUR, P3: hours * HOUR, P4: hours * HOUR, P5: hours * HOUR },
    },
    cells: {},
    ...more,
  });
export const version = (id: string, number: number, from: number | null, spec: PolicyVersion['spec']): PolicyVersion => ({
  id,
  version: number,
  from: from === null ? null : secondOf(from),
  spec,
});
export const rules = (...policies: PolicyVersion[]) => createRulebook(policies, CALENDARS);

/** What the resolutions of a ticket were promised by at last: policy, version and hours. */
export const promised = (rulebook: ReturnType<typeof rules>, ...shorts: Short[]) =>
  clocksAfter(story(...shorts), 'resolution', { rulebook, asOf: 3000 }).map((clock) => [
    clock.policy.id,
    clock.policy.version,
    clock.target === null ? null : clock.target / HOUR,
  ]);
export const tagged = (when: number, added: string[], removed: string[] = []): Short => [
  when,
  'agent a',
  'tag.changed',
  { added, removed },
];
export const plain = (when: number, tags: string[] = []) => created(when, { priority: 'P2', tags });
