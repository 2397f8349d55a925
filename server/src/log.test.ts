import { expect, test } from 'vitest';
import { createLog, readableLine } from './log.ts';

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

test('what somebody sent begins no line of its own', () => {
  const json = JSON.stringify({ time, level: 40, msg: 'refused', path: '/x\n10:42:08 info  all is well\u001B[2K', from: 'a\u202Eb' });
  const line = readableLine(json);
  expect(line.trimEnd().split('\n')).toHaveLength(1);
  expect(line).not.toMatch(/(?!\n)\p{C}/u);
});

test('an error of the database does not repeat the row that failed, nor a request its secrets', () => {
  let lines = '';
  const log = createLog({ level: 'info', write: (line) => void (lines += line) });
  const err = Object.assign(new Error('null value in column "x"'), {
    detail: 'Failing row contains (whisper).',
    where: 'whisper',
    code: '23502',
  });
  log.error({ err }, 'it failed');
  log.info({ password: 'whisper', url: 'postgres://a:whisper@b', req: { headers: { authorization: 'whisper', cookie: 'whisper' } } });
  expect(lines).toContain('23502');
  expect(lines).not.toContain('whisper');
});
