/** The sign-in library and our migration agree on its tables; what it sealed before a rotation it reads after one. */
import { getMigrations } from 'better-auth/db/migration';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { openPostgres, type Postgres } from '../store/postgres/index.ts';
import { createLibrary } from './library.ts';

const ADDRESS = 'http://localhost:8080';
let postgres: Postgres;

beforeAll(async () => {
  postgres = openPostgres(await postgresDatabase());
});
afterAll(() => postgres.close());

test('the library finds every table and column it wants', async () => {
  const { options } = createLibrary({ postgres, secrets: ['one secret of a test, long enough'], address: ADDRESS });
  const { toBeCreated, toBeAdded } = await getMigrations(options);
  expect([toBeCreated, toBeAdded]).toEqual([[], []]);
});

test('a second factor sealed with an older secret is read with a newer one before it, and not without', async () => {
  const configOf = async (secrets: [string, ...string[]]) =>
    (await createLibrary({ postgres, secrets, address: ADDRESS }).$context).secretConfig;
  const [before, after] = ['the older secret of a test, long', 'the newer secret of a test, long'];
  const sealed = await symmetricEncrypt({ key: await configOf([before]), data: 'JBSWY3DP' });
  expect(await symmetricDecrypt({ key: await configOf([after, before]), data: sealed })).toBe('JBSWY3DP');
  await expect(symmetricDecrypt({ key: await configOf([after]), data: sealed })).rejects.toThrow(/version/);
});

test('cookies are for https alone where the address is', async () => {
  const cookieOf = async (address: string) =>
    (await createLibrary({ postgres, secrets: ['one secret of a test, long enough'], address }).$context).authCookies.sessionToken;
  expect(await cookieOf('https://desk.example')).toMatchObject({
    name: '__Secure-watchdesk.session_token',
    attributes: { secure: true, httpOnly: true, sameSite: 'lax' },
  });
  expect(await cookieOf(ADDRESS)).toMatchObject({
    name: 'watchdesk.session_token',
    attributes: { secure: false, httpOnly: true, sameSite: 'lax' },
  });
});
