import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { welcome } from './welcome.ts';

const told = (env: Record<string, string>, setUp: { code: string | null } | null, listensAt = 'http://127.0.0.1:8080') =>
  welcome({ ...readConfig(env), dataDir: '/data', listensAt, ms: 1234, setUp }).split('\n');

test('an empty installation on this machine: where to look around, and where to set it up', () => {
  expect(told({ PORT: '8080' }, { code: null })).toEqual([
    'Watchdesk is at http://localhost:8080/ (after 1.2 s)',
    'Look around there as an agent, a lead, a manager or somebody else of the demonstration.',
    'Set up your own company at http://localhost:8080/set-up',
    'Data: /data',
  ]);
});

test('one that others reach: its own address, where it listens, and the code', () => {
  const env = { HOST: '0.0.0.0', WATCHDESK_URL: 'https://desk.example', DATABASE_URL: 'postgresql://localhost/watchdesk' };
  expect(told(env, { code: 'abc' }, 'http://0.0.0.0:8080')).toEqual([
    'Watchdesk is at https://desk.example/ (after 1.2 s)',
    'It listens at http://0.0.0.0:8080.',
    'Set up your own company at https://desk.example/set-up',
    'The code for that is abc.',
  ]);
});

test('one that is set up says nothing of it', () => {
  const env = { HOST: '0.0.0.0', WATCHDESK_URL: 'https://desk.example' };
  expect(told(env, null).join(' ')).not.toContain('set-up');
  expect(told(env, null)).toContain('Open it and sign in.');
});
