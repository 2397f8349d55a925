/** What browser tests do with accounts: sign in with and without the screens, hold a device for passkeys, find a member, invite one. */
import { expect, type Page } from '@playwright/test';
import { freshTotp } from './totp.ts';

export interface Credentials {
  email: string;
  password: string;
}

/** Signs in without the screens, as a page of the host would. `secret`: of the authenticator, where the account has one. */
export async function signIn(page: Page, origin: string, who: Credentials, secret: string): Promise<void> {
  const headers = { origin };
  const answer = await page.request.post('/api/v1/sign-in', { headers, data: who });
  expect(answer.ok()).toBe(true);
  if (((await answer.json()) as { needsSecondFactor: boolean }).needsSecondFactor)
    expect((await page.request.post('/api/v1/sign-in/code', { headers, data: { code: await freshTotp(secret) } })).ok()).toBe(true);
}

export async function fillIn(page: Page, { email, password }: Credentials): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
}

/** A device that makes and gives passkeys unasked, as one does whose owner nods. */
export async function holdDevice(page: Page): Promise<void> {
  const devices = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** The id of a member, asked for by an administrator. */
export async function memberId(page: Page, email: string): Promise<string> {
  const { members } = (await (await page.request.get('/api/v1/members')).json()) as { members: { id: string; email: string }[] };
  return members.find((one) => one.email === email)?.id ?? '';
}

/** The link of an invitation, made by an administrator, as an executive: who reads no texts must come in all the same. */
export async function invite(page: Page, email: string): Promise<string> {
  const made = await page.request.post('/api/v1/members/invitations', { data: { email, role: 'executive' } });
  return ((await made.json()) as { link: string }).link;
}
