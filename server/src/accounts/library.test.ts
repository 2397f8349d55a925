/** The sign-in library and our migration agree on its tables; what it sealed before a rotation it reads after one. */
import { getMigrations } from 'better-auth/db/migration';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { openPostgres, type Postgres } from '../store/postgres/index.ts';
import { createLibrary } from './library.ts';
import { rotateSecondFactors } from './rotate-second-factors.ts';

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

test('a rotation encrypts second factors anew, so that the older secret may go, and tells of those that no secret opens', async () => {
  const [before, after, gone] = [
    'the older secret of a test, long',
    'the newer secret of a test, long',
    'a secret that nobody has any more',
  ];
  const configOf = async (...secrets: [string, ...string[]]) =>
    (await createLibrary({ postgres, secrets, address: ADDRESS }).$context).secretConfig;
  const { pool } = postgres;
  const add = async (email: string, secret: string) => {
    const { rows } = await pool.query<{ id: string }>(
      `insert into auth_user (name, email, "emailVerified") values ('x', $1, true) returning id`,
      [email],
    );
    const sealed = (data: string) => configOf(secret).then((key) => symmetricEncrypt({ key, data }));
    await pool.query('insert into auth_two_factor (secret, "backupCodes", "userId") values ($1, $2, $3)', [
      await sealed('JBSWY3DP'),
      await sealed('["a","b"]'),
      rows[0]!.id,
    ]);
    return rows[0]!.id;
  };
  const ann = await add('ann@example.com', before);
  const lee = await add('lee@example.com', gone);
  const lost = [`the second factor of ${lee} was encrypted with a key that is not there`];
  expect(await rotateSecondFactors(postgres, [after, before])).toEqual({ secondFactors: 2, rotated: 1, lost });
  expect(await rotateSecondFactors(postgres, [after])).toEqual({ secondFactors: 2, rotated: 0, lost });
  const { rows } = await pool.query<{ secret: string; backupCodes: string }>(
    'select secret, "backupCodes" from auth_two_factor where "userId" = $1',
    [ann],
  );
  const key = await configOf(after);
  expect(await symmetricDecrypt({ key, data: rows[0]!.secret })).toBe('JBSWY3DP');
  expect(await symmetricDecrypt({ key, data: rows[0]!.backupCodes })).toBe('["a","b"]');
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
