/** What a provider calls itself must be what it was set up as, whatever the library lets pass. */
import { expect, test } from 'vitest';
import { createProviders } from './provider.ts';

/** A provider that says this of itself. */
function calling(itself: string) {
  const metadata = { issuer: itself, authorization_endpoint: 'https://a.example/auth', token_endpoint: 'https://a.example/token' };
  const body = Buffer.from(JSON.stringify({ ...metadata, jwks_uri: 'https://a.example/keys', response_types_supported: ['code'] }));
  return createProviders({
    call: () => Promise.resolve({ ok: true as const, status: 200, headers: { 'content-type': 'application/json' }, body }),
    clock: { now: () => 0 },
    settings: { secret: () => Promise.resolve(null) },
  });
}

test.each(['https://login.example.com', 'https://login.example.com/'])(
  '%s is taken for itself, with a slash at the end or without',
  async (issuer) => {
    expect(await calling('https://login.example.com').test(issuer)).toMatchObject({ ok: true });
  },
);

test('one that calls itself otherwise is not', async () => {
  expect(await calling('https://elsewhere.example').test('https://login.example.com')).toMatchObject({ ok: false });
});

test.each(['common', 'organizations', 'consumers'])(
  'one for all of Microsoft’s tenants (%s) is not, since it stands for none',
  async (all) => {
    const tested = await calling('https://login.microsoftonline.com/{tenantid}/v2.0').test(`https://login.microsoftonline.com/${all}/v2.0`);
    expect(tested).toEqual({ ok: false, detail: 'calls itself https://login.microsoftonline.com/{tenantid}/v2.0' });
  },
);
