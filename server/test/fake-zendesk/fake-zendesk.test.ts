import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FakeZendesk, fakeZendesk } from './index.ts';

interface CursorPage {
  readonly tickets: readonly {
    readonly id: number;
    readonly generated_timestamp: number;
    readonly updated_at: string;
    readonly status: string;
  }[];
  readonly after_cursor: string;
  readonly end_of_stream: boolean;
}
interface EventPage {
  readonly ticket_events: readonly { readonly id: number; readonly ticket_id: number; readonly child_events: readonly unknown[] }[];
  readonly count: number;
  readonly end_time: number | null;
  readonly end_of_stream: boolean;
}

let now = Date.parse('2026-03-20T00:00:00Z');
let fake: FakeZendesk;
const ask = (path: string, headers: Record<string, string> = { authorization: `Bearer ${fake.oauth.accessToken}` }) =>
  fetch(`${fake.origin}/api/v2${path}`, { headers });
const read = async <T>(path: string) => (await (await ask(path)).json()) as T;

beforeAll(async () => {
  fake = await fakeZendesk({
    tickets: 300,
    mostRows: 50,
    incrementalPerMinute: 10_000,
    perMinute: 10_000,
    now: () => now,
    tokenLifetimeMs: 1e12,
  });
});
afterAll(() => fake.stop());

describe('the export of tickets', () => {
  test('gives each once, by a stamp that is not that of the last change', async () => {
    const tickets: CursorPage['tickets'][number][] = [];
    for (let path = '/incremental/tickets/cursor.json?start_time=0'; ;) {
      const page = await read<CursorPage>(path);
      tickets.push(...page.tickets);
      if (page.end_of_stream) break;
      path = `/incremental/tickets/cursor.json?cursor=${page.after_cursor}`;
    }
    expect(new Set(tickets.map(({ id }) => id)).size).toBe(300);
    expect(tickets.length).toBe(300);
    const stamps = tickets.map(({ generated_timestamp: stamp }) => stamp);
    expect(stamps).toEqual(stamps.toSorted((a, b) => a - b));
    expect(tickets.some((ticket) => Date.parse(ticket.updated_at) / 1000 < ticket.generated_timestamp)).toBe(true);
    expect(tickets.some(({ status }) => status === 'deleted')).toBe(true);
  });
});

describe('the export of events', () => {
  test('gives all that happened, the last second of each page again, and not the last minute', async () => {
    const seen = new Map<number, number>();
    let start = 0;
    let given = 0;
    for (;;) {
      const page = await read<EventPage>(`/incremental/ticket_events.json?start_time=${start}&include=comment_events`);
      given += page.count;
      for (const { id, ticket_id: ticket } of page.ticket_events) seen.set(id, ticket);
      if (page.end_of_stream) break;
      start = page.end_time!;
    }
    expect(given).toBeGreaterThan(seen.size);
    const steps = [...fake.truths()].reduce((sum, { timeline }) => sum + new Set(timeline.map(({ at }) => at)).size, 0);
    expect(seen.size).toBeGreaterThanOrEqual(steps);
    expect((await ask(`/incremental/ticket_events.json?start_time=${Math.floor(now / 1000) - 30}`)).status).toBe(422);
  });

  test('and the audits of one ticket are the same by their ids', async () => {
    const { audits } = await read<{ audits: readonly { id: number; events: readonly { id: number }[] }[] }>('/tickets/7/audits.json');
    const { ticket_events: events } = await read<EventPage>('/incremental/ticket_events.json?start_time=0&include=comment_events');
    const ids = new Set(events.filter((event) => event.ticket_id === 7).map(({ id }) => id));
    for (const id of ids) expect(audits.map((audit) => audit.id)).toContain(id);
  });
});

test('refuses wrong and old credentials, and gives new ones for the refresh token', async () => {
  expect((await ask('/users/me.json', {})).status).toBe(401);
  const { email, apiToken } = fake.apiToken;
  const basic = `Basic ${Buffer.from(`${email}/token:${apiToken}`).toString('base64')}`;
  expect((await ask('/users/me.json', { authorization: basic })).status).toBe(200);
  const short = await fakeZendesk({ tickets: 1, tokenLifetimeMs: 1000, now: () => now });
  const me = (token: string) => fetch(`${short.origin}/api/v2/users/me.json`, { headers: { authorization: `Bearer ${token}` } });
  expect((await me(short.oauth.accessToken)).status).toBe(200);
  await short.advance(2);
  expect((await me(short.oauth.accessToken)).status).toBe(401);
  const { clientId, clientSecret, refreshToken } = short.oauth;
  const body = JSON.stringify({
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    client_id: clientId,
    client_secret: clientSecret,
  });
  const renewed = (await (await fetch(`${short.origin}/oauth/tokens`, { method: 'POST', body })).json()) as { access_token: string };
  expect((await me(renewed.access_token)).status).toBe(200);
  await short.stop();
});

test('counts requests within a minute, and says when to come back', async () => {
  const busy = await fakeZendesk({ tickets: 5, incrementalPerMinute: 2, now: () => now });
  const { email, apiToken } = busy.apiToken;
  const headers = { authorization: `Basic ${Buffer.from(`${email}/token:${apiToken}`).toString('base64')}` };
  const one = () => fetch(`${busy.origin}/api/v2/incremental/users/cursor.json?start_time=0`, { headers });
  expect([(await one()).status, (await one()).status]).toEqual([200, 200]);
  await busy.advance(20);
  const refused = await one();
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '40']);
  expect(busy.requests.at(-1)).toMatchObject({ isOverLimit: true });
  await busy.advance(40);
  expect((await one()).status).toBe(200);
  await busy.stop();
});

test('goes on when the clock does', async () => {
  const before = now;
  now = Date.parse('2026-02-02T00:00:00Z');
  const early = [...fake.truths()];
  now = before;
  expect(early.length).toBeGreaterThan(100);
  expect(early.length).toBeLessThan(200);
  fake.act(12, { by: fake.account.agentId(1), via: 'web', set: { tags: ['late'] } });
  expect(fake.truth(12)!.tags).toEqual(['late']);
});

test('a large account is there at once', async () => {
  const large = await fakeZendesk({ tickets: 20_000, now: () => now, incrementalPerMinute: 1e6, perMinute: 1e6 });
  const { email, apiToken } = large.apiToken;
  const headers = { authorization: `Basic ${Buffer.from(`${email}/token:${apiToken}`).toString('base64')}` };
  const started = performance.now();
  const page = (await (
    await fetch(`${large.origin}/api/v2/incremental/ticket_events.json?start_time=0&include=comment_events`, { headers })
  ).json()) as EventPage;
  expect(page.count).toBeGreaterThanOrEqual(1000);
  expect(performance.now() - started).toBeLessThan(5000);
  await large.stop();
});
