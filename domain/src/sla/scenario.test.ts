/** What a file of scenarios may not say, and in whose words it may say it. */
import { expect, test } from 'vitest';
import { runScenarios, scenarioFile } from './scenario.ts';

const scenario = (more: { pause?: string[]; created?: string; to?: string }) => ({
  id: 'two breaks',
  clock: { metric: 'resolution', start: ['created'], stop: ['solved'], pause: more.pause ?? ['pending'] },
  policies: { A: { calendar: 'always', targets: { P1: 3600 } } },
  events: [
    { type: 'created', at: '2026-06-08T09:00:00Z', priority: 'P1', ...(more.created && { status: more.created }) },
    { type: 'status', at: '2026-06-08T09:10:00Z', to: more.to ?? 'pending' },
  ],
  as_of: '2026-06-08T10:00:00Z',
});
const run = (more: Parameters<typeof scenario>[0]) =>
  runScenarios(scenarioFile.parse({ calendars: { always: { zone: 'UTC', always: true } }, vectors: [scenario(more)] }))[0]!.cycles;

test.each([
  ['clock.pause.1', { pause: ['pending', 'on-hold'] }, 'on-hold'],
  ['events.0.status', { created: 'fresh' }, 'fresh'],
  ['events.1.to', { to: 'Pending' }, 'Pending'],
  ['events.1.to', { to: 'constructor' }, 'constructor'],
])('an unknown status is refused with the scenario and the field: %s', (field, more, said) =>
  expect(() => run(more)).toThrow(
    `scenario two breaks: ${field}: "${said}" is not a status; it must be one of new, open, pending, on_hold, resolved, closed, solved, hold`,
  ),
);

test.each([
  ['hold', 'on_hold'],
  ['on_hold', 'hold'],
])('a pause in %s stands still in %s', (pause, to) =>
  expect(run({ pause: [pause], to })).toMatchObject([{ state: 'paused', elapsed_s: 600 }]),
);

test.each(['solved', 'resolved', 'closed'])('%s ends a clock that stops when solved', (to) =>
  expect(run({ to })).toMatchObject([{ state: 'met', stop: '2026-06-08T09:10:00Z' }]),
);
