import { expect, test } from 'vitest';
import { readableLine } from './log.ts';

const time = Date.UTC(2026, 2, 1, 10, 42, 7);

test('a line for people: time, level, message, then what else there is', () => {
  const json = JSON.stringify({ time, level: 40, msg: 'tickets were loaded', tickets: 12, workspace: 'demo' });
  expect(readableLine(json)).toBe('10:42:07 warn  tickets were loaded  tickets=12  workspace=demo\n');
});

test('an error brings its stack along', () => {
  const json = JSON.stringify({
    time,
    level: 50,
    msg: 'it failed',
    err: { type: 'Error', message: 'no', stack: 'Error: no\n    at here' },
  });
  expect(readableLine(json)).toBe('10:42:07 error it failed\nError: no\n    at here\n');
});
