import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

test('nothing set: both engines embedded, the demonstration on', () => {
  expect(readConfig({ PATH: '/bin' })).toMatchObject({
    host: '127.0.0.1',
    port: 8080,
    dataDir: undefined,
    databaseUrl: undefined,
    demonstration: { on: true, days: 90, speed: 1 },
    logLevel: 'info',
  });
});

test('a database of somebody’s own is not filled with the demonstration unless asked', () => {
  const DATABASE_URL = 'postgresql://a:b@db:5432/watchdesk';
  expect(readConfig({ DATABASE_URL }).demonstration.on).toBe(false);
  expect(readConfig({ DATABASE_URL, WATCHDESK_DEMO: 'on' }).demonstration.on).toBe(true);
  expect(readConfig({ WATCHDESK_DEMO: 'off' }).demonstration.on).toBe(false);
});

test('an empty variable is one that is not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 8080, databaseUrl: undefined });
});

test.each([
  [{}, 'personas', true],
  [{ HOST: 'localhost' }, 'personas', true],
  [{ HOST: '::1' }, 'personas', true],
  [{ HOST: '0.0.0.0' }, 'off', false],
  [{ HOST: '::' }, 'off', false],
  [{ HOST: '127.0.0.1.evil.example' }, 'off', false],
  [{ HOST: '0.0.0.0', WATCHDESK_SIGN_IN: 'personas' }, 'personas', false],
  [{ WATCHDESK_SIGN_IN: 'off' }, 'off', true],
  [{ WATCHDESK_NAMES: 'desk.example' }, 'off', true],
] as const)('%o: the sign-in is %s', (env, signIn, checksNames) => {
  const config = readConfig(env);
  expect([config.signIn, config.hostNames !== undefined]).toEqual([signIn, checksNames]);
});

test('names besides those of this machine', () => {
  expect(readConfig({ HOST: '0.0.0.0', WATCHDESK_NAMES: 'Desk.example, other' }).hostNames).toEqual([
    'localhost',
    '127.0.0.1',
    '[::1]',
    'desk.example',
    'other',
  ]);
});

test.each([
  [{ WATCHDESK_SIGN_IN: 'on' }, 'WATCHDESK_SIGN_IN must be one of personas, off, not "on"'],
  [{ WATCHDESK_NAMES: 'https://desk.example' }, 'WATCHDESK_NAMES must be host names without ports'],
  [{ PORT: 'eighty' }, 'PORT must be a whole number from 0 to 65535, not "eighty"'],
  [{ PORT: '99999' }, 'PORT must be a whole number from 0 to 65535, not "99999"'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must be a URL such as postgresql://'],
  [{ CLICKHOUSE_URL: 'tcp://x:9000' }, 'CLICKHOUSE_URL must be a URL such as http://'],
  [{ WATCHDESK_DEMO: 'yes' }, 'WATCHDESK_DEMO must be one of on, off, not "yes"'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
  [{ WATCHDESK_CLICKHOUSE_CLUSTER: 'a b' }, 'WATCHDESK_CLICKHOUSE_CLUSTER must be the name of a cluster'],
])('%o is refused by name', (env, message) => {
  expect(() => readConfig(env)).toThrow(ConfigError);
  expect(() => readConfig(env)).toThrow(message);
});

test('all faults are said at once', () => {
  expect(() => readConfig({ PORT: '-1', WATCHDESK_DEMO_DAYS: '0' })).toThrow(/PORT.*\n.*WATCHDESK_DEMO_DAYS/);
});
