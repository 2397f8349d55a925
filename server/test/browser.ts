/** A browser as far as the API can tell: it keeps cookies and comes from our own origin. And the people of a workspace that is set up. */
import type { InjectOptions } from 'fastify';
import { expect } from 'vitest';
import type { TestApi } from './api.ts';

export const PASSWORD = 'copper lantern drifts north';
export const ANN = { name: 'Ann Field', email: 'ann@example.com', password: PASSWORD, company: 'Field & Sons', timeZone: 'Europe/Berlin' };

let browsers = 0;

export class Browser {
  readonly jar = new Map<string, string>();
  private readonly api: TestApi;
  private readonly from: string;

  /** Each from an address of its own, so that limits of addresses are met only where they are meant. */
  constructor(api: TestApi, from = `192.0.2.${(browsers += 1)}`) {
    this.api = api;
    this.from = from;
  }

  async ask(method: NonNullable<InjectOptions['method']>, url: string, payload?: object, headers: Record<string, string> = {}) {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.api.app.inject({
      method,
      url: `/api/v1${url}`,
      remoteAddress: this.from,
      headers: { origin: 'http://localhost:8080', host: 'localhost:8080', ...(cookie && { cookie }), ...headers },
      ...(payload && { payload }),
    });
    for (const { name, value, maxAge } of answer.cookies as { name: string; value: string; maxAge?: number }[])
      if (value === '' || maxAge === 0) this.jar.delete(name);
      else this.jar.set(name, encodeURIComponent(value));
    return { status: answer.statusCode, body: answer.body === '' ? null : answer.json<Record<string, any>>(), headers: answer.headers };
  }

  signIn = (email: string, password = PASSWORD) => this.ask('POST', '/sign-in', { email, password });
}

export const secretOf = (link: string): string => link.split('/').at(-1)!;

/** Nobody has an account any more, and Ann sets the workspace up. */
export async function setUpByAnn(api: TestApi): Promise<Browser> {
  const { pool } = api.postgres;
  await pool.query('delete from member');
  await pool.query('delete from invitation');
  await pool.query('delete from sign_in_failure');
  await pool.query('delete from auth_user');
  api.accounts.sessions.forget();
  const ann = new Browser(api);
  expect((await ann.ask('POST', '/set-up', ANN)).status).toBe(204);
  return ann;
}

/** Somebody whom Ann invites and who comes. Their password is Ann's and their name. */
export async function invited(api: TestApi, ann: Browser, email: string, standing: object): Promise<Browser> {
  const name = email.split('@')[0]!;
  const { body } = await ann.ask('POST', '/members/invitations', { email, ...standing });
  const browser = new Browser(api);
  const { status } = await browser.ask('POST', `/invitations/${secretOf(body!['link'])}/account`, {
    name,
    password: `${PASSWORD} ${name}`,
  });
  expect(status).toBe(204);
  return browser;
}

/** What the audit log tells that holds the text, the newest first. */
export async function actionsOf(ann: Browser, text = ''): Promise<string[]> {
  const { body } = await ann.ask('GET', `/audit?text=${encodeURIComponent(text)}&limit=500`);
  return (body!['entries'] as { action: string }[]).map(({ action }) => action);
}
