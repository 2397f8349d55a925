/** What the audit log is told of what people do with their accounts, and of what others try with them. */
import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startApi, type TestApi } from '../../test/api.ts';
import { actionsOf, ANN, Browser, PASSWORD, setUpByAnn } from '../../test/browser.ts';

let api: TestApi;
let ann: Browser;
const browser = () => new Browser(api);

beforeAll(async () => {
  api = await startApi();
  await api.postgres.pool.query(`insert into workspace (workspace_id, name, kind) values ('main', 'My company', 'own')`);
});
afterAll(() => api.close());
beforeEach(async () => {
  ann = await setUpByAnn(api);
});

test('a second step that fails is told of, and so are new recovery codes', async () => {
  const { body } = await ann.ask('POST', '/account/second-factor', { password: PASSWORD });
  const secret = new URL(body!['address']).searchParams.get('secret')!;
  const code = await createOTP(new TextDecoder().decode(base32.decode(secret))).totp();
  expect((await ann.ask('PUT', '/account/second-factor', { code })).status).toBe(204);
  const refusals = async () => (await actionsOf(ann)).filter((action) => action === 'session.refused').length;
  const before = await refusals();
  const visitor = browser();
  await visitor.signIn(ANN.email);
  expect((await visitor.ask('POST', '/sign-in/code', { code: '000000' })).status).toBe(400);
  expect((await visitor.ask('POST', '/sign-in/code', { code: 'not-one-of-them', isRecovery: true })).status).toBe(400);
  expect((await refusals()) - before).toBe(2);
  // Nobody knows whose account a stranger without a first step is at.
  expect((await browser().ask('POST', '/sign-in/code', { code: '000000' })).status).toBe(401);
  expect((await refusals()) - before).toBe(2);
  expect((await ann.ask('POST', '/account/recovery-codes', { password: PASSWORD })).status).toBe(200);
  expect((await actionsOf(ann))[0]).toBe('recovery_codes.renewed');
});

test('a passkey that fails is told of to whose it is, and one that is nobody’s to nobody', async () => {
  await api.postgres.pool.query(
    `insert into auth_passkey ("publicKey", "userId", "credentialID", counter, "deviceType", "backedUp")
     select 'x', id, 'annspasskey', 0, 'singleDevice', false from auth_user where email = 'ann@example.com'`,
  );
  const refusals = async () => (await actionsOf(ann)).filter((action) => action === 'session.refused').length;
  const before = await refusals();
  const attempt = async (id: string) => {
    const visitor = browser();
    await visitor.ask('POST', '/sign-in/passkey/options');
    const response = { clientDataJSON: 'e30', authenticatorData: 'e30', signature: 'e30' };
    const payload = { response: { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} } };
    return (await visitor.ask('POST', '/sign-in/passkey', payload)).status;
  };
  expect(await attempt('annspasskey')).toBeGreaterThanOrEqual(400);
  expect((await refusals()) - before).toBe(1);
  expect(await attempt('nobodys')).toBeGreaterThanOrEqual(400);
  expect((await refusals()) - before).toBe(1);
});

test('another name of one’s own is told of with the one before', async () => {
  expect((await ann.ask('PUT', '/account/name', { name: 'Ann Meadow' })).status).toBe(204);
  expect((await ann.ask('GET', '/audit?limit=1')).body!['entries']).toMatchObject([
    { action: 'person.changed', who: { name: 'Ann Meadow' }, before: { name: 'Ann Field' }, after: { name: 'Ann Meadow' } },
  ]);
});
