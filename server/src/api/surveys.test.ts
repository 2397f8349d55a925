/** Surveys as callers and customers have them: settings for administrators, and the pages behind the links for whoever holds one. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AskingDesk, ON, startAsking } from '../../test/asking.ts';
import { NOW, startApi, type TestApi } from '../../test/api.ts';
import { postgresDatabase } from '../../test/databases.ts';
import { createDoor, type Door } from '../ingest/index.ts';
import { openPostgres, type Postgres } from '../store/postgres/index.ts';
import type { Role } from '../accounts/index.ts';

let api: TestApi;
let desk: AskingDesk;
let postgres: Postgres;
let door: Door;
let key: string;
let now = NOW;
const clock = { now: () => now };
const DAY = 86_400_000;
const pass = (ms: number): void => api.clock.set((now += ms));

beforeAll(async () => {
  const url = await postgresDatabase();
  postgres = openPostgres(url);
  door = createDoor({ postgres, clock });
  desk = await startAsking(postgres, clock, door);
  api = await startApi(url, { surveys: desk.surveys, door });
  // No demonstration, from which no letter goes.
  await postgres.pool.query(`insert into workspace (workspace_id, name) values ('own', 'Field & Sons')`);
  key = await api.keyOf('own');
  await desk.surveys.turn();
});
afterAll(async () => {
  await api.close();
  await desk.close();
  await postgres.close();
});

const ask = async (method: 'GET' | 'PUT' | 'POST', path: string, payload?: object, authorization = `Bearer ${key}`) => {
  const answer = await api.app.inject({ method, url: `/api/v1${path}`, headers: { authorization }, ...(payload && { payload }) });
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
};
const page = (method: 'GET' | 'POST', url: string, form?: Record<string, string>, headers: Record<string, string> = {}) =>
  api.app.inject({
    method,
    url,
    headers: { accept: 'text/html', ...(form && { 'content-type': 'application/x-www-form-urlencoded' }), ...headers },
    ...(form && { payload: new URLSearchParams(form).toString() }),
  });
const events = async (type: string) => {
  const { rows } = await postgres.pool.query<{ data: Record<string, unknown> }>(
    `select data from event_log where workspace_id = 'own' and type = $1 order by position`,
    [type],
  );
  return rows.map(({ data }) => data);
};

describe('the settings', () => {
  test('are off at first, saved in versions, and in the audit log', async () => {
    const first = await ask('GET', '/surveys/settings');
    expect(first).toMatchObject({
      status: 200,
      body: { version: 0, savedAt: null, settings: { enabled: false, throttleDays: 7, delayMinutes: 120 } },
    });
    const saved = await ask('PUT', '/surveys/settings', { settings: { ...ON, throttleDays: 3 }, base: 0 });
    expect(saved).toMatchObject({
      status: 200,
      body: { version: 1, savedBy: expect.stringMatching(/^key /), settings: { enabled: true, throttleDays: 3 } },
    });
    expect(await ask('PUT', '/surveys/settings', { settings: ON, base: 0 })).toMatchObject({ status: 409, body: { code: 'not_possible' } });
    const { entries } = (await ask('GET', '/audit')).body as { entries: { action: string }[] };
    expect(entries[0]).toMatchObject({
      action: 'surveys.saved',
      subject: { kind: 'surveys' },
      before: { throttleDays: 7 },
      after: { throttleDays: 3 },
    });
    expect((await ask('GET', '/surveys/settings', undefined, `Bearer ${api.keys.b}`)).body).toMatchObject({ version: 0 });
  });
  test.each([
    [{ throttleDays: 0 }, 'settings.throttleDays'],
    [{ kinds: { ...ON.kinds, csat: { on: false, everyDays: 0 } } }, 'settings.kinds'],
    [{ wordings: { de: { csat: { subject: 'x\r\nBcc: all@example.com' } } } }, 'settings.wordings.de.csat.subject'],
    [{ wordings: { 'x<': {} } }, 'settings.wordings.x<'],
    [{ more: 1 }, 'settings.more'],
  ])('%j is refused by its field', async (more, field) => {
    expect(await ask('PUT', '/surveys/settings', { settings: { ...ON, ...more } })).toMatchObject({
      status: 400,
      body: { code: 'invalid', field },
    });
  });
  test('are for administrators, and a trial for whoever has an address', async () => {
    const cookieOf = async (persona: Role) => {
      const begun = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona } });
      return String(begun.headers['set-cookie']).split(';')[0]!;
    };
    for (const role of ['agent', 'lead', 'manager', 'executive'] as const) {
      const headers = { cookie: await cookieOf(role) };
      for (const url of ['/api/v1/surveys', '/api/v1/surveys/settings'])
        expect((await api.app.inject({ url, headers })).statusCode).toBe(403);
    }
    const headers = { cookie: await cookieOf('admin') };
    expect((await api.app.inject({ url: '/api/v1/surveys', headers })).statusCode).toBe(200);
    for (const authorization of [`Bearer ${key}`, undefined]) {
      const asked = { method: 'POST', url: '/api/v1/surveys/test', payload: { survey: 'csat' } } as const;
      expect((await api.app.inject({ ...asked, headers: authorization ? { authorization } : headers })).statusCode).toBe(403);
    }
    expect(desk.smtp.delivered).toEqual([]);
  });
});

describe('the page', () => {
  let link: string;
  let ticket = 0;
  beforeEach(async () => {
    pass(30 * DAY);
    desk.smtp.delivered.length = 0;
    ticket += 1;
    await desk.say('own', { delayMinutes: 0 });
    await desk.know('own', `c${ticket}`, `c${ticket}@customer.example`);
    await door.accept('own', 'api', [
      {
        id: `created ${ticket}`,
        at: now,
        ticket: `api:${ticket}`,
        type: 'ticket.created',
        data: { requester: `c${ticket}`, subject: 'Export' },
      },
      { id: `resolved ${ticket}`, at: now, seq: 1, ticket: `api:${ticket}`, type: 'status.changed', data: { to: 'resolved' } },
    ]);
    await desk.surveys.turn();
    await desk.deliver();
    await desk.surveys.turn();
    link = desk.link();
  });

  test('is there without a sign-in, asks, and writes nothing by being looked at', async () => {
    const before = await events('survey.answered');
    for (const url of [link, `${link}?score=4`, `${link}?score=4`, `${link}/stop`]) expect((await page('GET', url)).statusCode).toBe(200);
    for (const method of ['HEAD', 'OPTIONS'] as const) await api.app.inject({ method, url: `${link}?score=1` });
    expect(await events('survey.answered')).toEqual(before);
    const shown = await page('GET', `${link}?score=4`);
    expect(shown.body).toContain('How satisfied are you');
    expect(shown.body).toContain('Field &amp; Sons');
    expect(shown.body.match(/ checked/g)).toHaveLength(1);
    expect(shown.body).toContain('value="4" required checked');
    expect(shown.body).not.toMatch(/<script|api:\d|customer\.example|Export/);
    expect(shown.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-robots-tag': 'noindex',
      'x-frame-options': 'DENY',
    });
    const nonce = /style nonce="([^"]+)"/.exec(shown.body)![1]!;
    expect(shown.headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
    expect((await page('GET', link)).body).not.toContain(nonce);
  });

  test('takes one answer, says thanks, and from then on that it is answered', async () => {
    const before = (await events('survey.answered')).length;
    const sent = await page('POST', link, { score: '5', comment: 'Quick.\r\nThanks!' });
    expect([sent.statusCode, sent.body.includes('Your answer is in'), sent.body.includes('Quick.')]).toEqual([200, true, false]);
    for (const again of [await page('POST', link, { score: '1', comment: '' }), await page('GET', link)])
      expect([again.statusCode, again.body.includes('Your answer is in'), again.body.includes('<form')]).toEqual([200, true, false]);
    expect((await events('survey.answered')).slice(before)).toMatchObject([{ survey: 'csat', score: 5, scale: 5 }]);
    const seen = await ask('GET', `/tickets/${encodeURIComponent(`api:${ticket}`)}`);
    expect(JSON.stringify(seen.body)).toContain('Quick.\\nThanks!');
    expect((await ask('GET', '/surveys?outcome=answered')).body).toMatchObject({
      counts: { answered: expect.any(Number) },
      surveys: [{ ticket: `api:${ticket}`, outcome: 'answered' }],
    });
  });

  describe('with further questions', () => {
    const question = (id: string, kind: 'choice' | 'words', asked: string, choices: readonly string[] = []) => ({
      id,
      kind,
      texts: { en: { question: asked, choices } },
    });
    const more = [
      question('most', 'choice', 'What mattered “most”?', ['Speed', '<b>Kindness</b>']),
      question('better', 'words', 'Better?'),
    ];
    beforeEach(() => desk.say('own', { delayMinutes: 0, further: more }));
    afterEach(() => desk.say('own', { delayMinutes: 0, further: [] }));
    const form = { score: '5', comment: '', 'further-most': '<b>Kindness</b>', 'further-better': 'More <i>tea</i>' };

    test('asks them, takes their answers with the score, and shows them with the ticket until the customer is erased', async () => {
      const shown = (await page('GET', link)).body;
      expect(shown).toContain('value="&lt;b&gt;Kindness&lt;/b&gt;"');
      expect(shown).not.toContain('<b>Kindness');
      expect((await page('POST', link, form)).body).toContain('Your answer is in');
      expect((await page('POST', link, { ...form, 'further-most': 'Speed' })).statusCode).toBe(200);
      const path = `/tickets/${encodeURIComponent(`api:${ticket}`)}`;
      const answers = async () => (await ask('GET', path)).body.ticket.surveys[0].furtherAnswers;
      expect(await answers()).toEqual([
        { question: 'What mattered “most”?', answer: '<b>Kindness</b>' },
        { question: 'Better?', answer: 'More <i>tea</i>' },
      ]);
      expect(JSON.stringify((await events('survey.answered')).at(-1))).not.toContain('tea');
      expect(JSON.stringify(await ask('GET', `/customers/c${ticket}/export`))).toContain('More <i>tea</i>');
      await ask('POST', `/customers/c${ticket}/erase`, { confirm: `c${ticket}` });
      expect(await answers()).toEqual([]);
    });

    test('keeps what was typed where something is missing or too long, and takes no choice that is none', async () => {
      const { score: _, ...without } = form;
      const faulty = (await page('POST', link, without)).body;
      expect(faulty).toContain('value="&lt;b&gt;Kindness&lt;/b&gt;" checked');
      expect(faulty).toContain('More &lt;i&gt;tea&lt;/i&gt;');
      expect((await page('POST', link, { ...form, 'further-better': 'x'.repeat(2_001) })).statusCode).toBe(400);
      await page('POST', link, { ...form, 'further-most': 'Neither', 'further-other': 'x' });
      const path = `/tickets/${encodeURIComponent(`api:${ticket}`)}`;
      expect((await ask('GET', path)).body.ticket.surveys[0].furtherAnswers).toEqual([{ question: 'Better?', answer: 'More <i>tea</i>' }]);
    });
  });

  test('keeps what was typed where the score is missing, and shows hostile text as text', async () => {
    const hostile = '</textarea><script>alert(1)</script>" onfocus="x';
    const faulty = await page('POST', link, { comment: hostile });
    expect(faulty.statusCode).toBe(400);
    expect(faulty.body).toContain('Choose a number.');
    expect(faulty.body).toContain('&lt;/textarea&gt;&lt;script&gt;');
    expect(faulty.body).not.toContain('<script');
    for (const score of ['"><script>', '6', '4\r\nSet-Cookie: a=b']) {
      const shown = await page('GET', `${link}?score=${encodeURIComponent(score)}`);
      expect([shown.statusCode, shown.body.includes('<script'), shown.body.includes(' checked'), shown.headers['set-cookie']]).toEqual([
        200,
        false,
        false,
        undefined,
      ]);
      expect((await page('POST', link, { score, comment: '' })).statusCode).toBe(400);
    }
    expect((await page('POST', link, { score: '4', comment: 'x'.repeat(2_001) })).body).toContain('at most 2000 characters');
    expect((await page('POST', link, { score: '4', comment: 'x'.repeat(100_000) })).statusCode).toBe(413);
  });

  test('of a forged link, one of another use, and one that has ended: nothing is said and nothing taken', async () => {
    const before = (await events('survey.answered')).length;
    const [text, signature] = link.slice('/survey/'.length).split('.') as [string, string];
    const other = Buffer.from(JSON.stringify({ w: 'own', n: null, p: 'person x', d: 'unsubscribe', x: now + DAY })).toString('base64url');
    for (const forged of ['x', `${text}.`, `${text}x.${signature}`, `${other}.${signature}`, `${'a'.repeat(500)}.b`, '%00', '..%2f']) {
      const [shown, sent] = [await page('GET', `/survey/${forged}`), await page('POST', `/survey/${forged}`, { score: '5', comment: '' })];
      expect([forged, shown.statusCode, sent.statusCode, shown.body.includes('Field')]).toEqual([forged, 404, 404, false]);
    }
    pass(14 * DAY);
    const [shown, sent] = [await page('GET', link), await page('POST', link, { score: '5', comment: '' })];
    expect([shown.statusCode, sent.statusCode, shown.body.includes('This survey has ended')]).toEqual([410, 410, true]);
    expect((await events('survey.answered')).length).toBe(before);
  });

  test('takes no form of another site', async () => {
    expect((await page('POST', link, { score: '5', comment: '' }, { origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await page('GET', link)).body).toContain('<form');
    expect(
      (await page('POST', link, { score: '5', comment: '' }, { origin: 'https://desk.example', host: 'desk.example' })).statusCode,
    ).toBe(200);
  });

  test('lets somebody say, by one click of a mail program too, that they want no more', async () => {
    const stop = /^List-Unsubscribe: <https:\/\/desk\.example([^>]+)>/m
      .exec(desk.smtp.delivered[0]!.raw.replaceAll(/\r\n\s+/g, ' '))![1]!
      .replaceAll(' ', '');
    expect(stop).toBe(`${link}/stop`);
    expect((await page('GET', stop)).body).toContain('No more surveys?');
    expect((await page('POST', stop, { 'List-Unsubscribe': 'One-Click' })).body).toContain('We will not ask you again');
    const { rows } = await postgres.pool.query('select contact from survey_refusal');
    expect(rows).toHaveLength(1);
    expect(rows[0].contact).not.toContain('@');
  });

  test('of a customer who is erased: the link has ended, and what they said is gone', async () => {
    await page('POST', link, { score: '2', comment: 'Only I know this.' });
    expect((await ask('POST', `/customers/c${ticket}/erase`, { confirm: `c${ticket}` })).status).toBe(200);
    const { rows } = await postgres.pool.query(`select from personal_data where fields->>'comment' = 'Only I know this.'`);
    expect(rows).toEqual([]);
    const kept = await postgres.pool.query('select contact, message from survey_request where ticket = $1', [`api:${ticket}`]);
    expect(kept.rows).toMatchObject([{ contact: null }]);
    const letters = await postgres.pool.query('select from outbox_message where id = $1', [kept.rows[0].message]);
    expect(letters.rows).toEqual([]);
  });
});

test('a letter that waits is taken back when its customer is erased, and its link, had anybody it, has ended', async () => {
  pass(30 * DAY);
  await desk.say('own', { delayMinutes: 0 });
  await desk.know('own', 'gone', 'gone@customer.example');
  await door.accept('own', 'api', [
    { id: 'created gone', at: now, ticket: 'api:gone', type: 'ticket.created', data: { requester: 'gone' } },
    { id: 'resolved gone', at: now, seq: 1, ticket: 'api:gone', type: 'status.changed', data: { to: 'resolved' } },
  ]);
  await desk.surveys.turn();
  desk.smtp.delivered.length = 0;
  expect((await ask('POST', '/customers/gone/erase', { confirm: 'gone' })).status).toBe(200);
  await desk.deliver();
  await desk.surveys.turn();
  expect(desk.smtp.delivered).toEqual([]);
  expect((await ask('GET', '/surveys?outcome=failed')).body).toMatchObject({
    surveys: [{ ticket: 'api:gone', detail: 'it was taken back' }],
  });
});

test('guessing is made slow', async () => {
  let answer = await page('GET', '/survey/x');
  for (let index = 0; index < 70 && answer.statusCode !== 429; index += 1) answer = await page('GET', '/survey/x');
  expect([answer.statusCode, answer.headers['content-type'], answer.body.includes('Wait a minute')]).toEqual([
    429,
    'text/html; charset=utf-8',
    true,
  ]);
});
