/** Privacy by the API: rules are saved, tried and applied at the door; periods are saved; who is no administrator is refused. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const RULES = { cardNumbers: true, emailAddresses: false, phoneNumbers: false, patterns: [] as object[] };
const PERIODS = { personalMonths: 25, rawDays: 30, alertMonths: 25, auditYears: 7 };
const CARD = '4111 1111 1111 1111';

async function save(payload: object) {
  const answer = await api.ask({ method: 'PUT', url: '/api/v1/privacy', payload });
  return { status: answer.statusCode, body: answer.json() };
}
const preview = async (redaction: object, text: string) =>
  (await api.ask({ method: 'POST', url: '/api/v1/privacy/preview', payload: { redaction, text } })).json();

/** All that is stored of the workspace, as text. */
async function stored(): Promise<string> {
  const { rows } = await api.postgres.pool.query<{ all: string }>(
    `select concat((select string_agg(p::text, ' ') from personal_data p where workspace_id = 'a'),
       (select string_agg(l::text, ' ') from event_log l where workspace_id = 'a'), (select string_agg(t::text, ' ') from ticket t where workspace_id = 'a')) as all`,
  );
  return rows[0]!.all;
}
/** Every event that may hold a text, with this one in all its places. */
const eventsWith = (text: string, name: string) => {
  const event = (type: string, data: object, more: object = { ticket: `api:${name}` }) => ({
    id: `${name} ${type}`,
    at: NOW - 1000,
    type,
    data,
    ...more,
  });
  return [
    event('ticket.created', { subject: text, requester: 'c', customFields: { note: text, seats: 4 } }),
    event('ticket.message', { messageId: 'm', visibility: 'public', text }),
    event('subject.changed', { to: text, reason: text }),
    event('customField.changed', { name: 'other', to: text }),
    event('ticket.escalated', { toTier: 'L2', kind: 'other', reason: text }),
    event('pause.requested', { reason: text, note: text }),
    event('pause.ended', { note: text }),
    event('survey.answered', { survey: 'csat', score: 1, scale: 5, comment: text }),
    event('customer.upserted', { customer: 'c', name: text }, {}),
    event('agent.upserted', { agent: 'g', name: text }, {}),
  ];
};

test('at first card numbers are taken, and texts and customers are kept for 25 months', async () => {
  expect((await api.ask('/api/v1/privacy')).json()).toEqual({ redaction: RULES, retention: PERIODS });
});

test('a card number is in nothing that is stored, by whichever gear it came', async () => {
  for (const accept of [api.door.accept, api.door.bulk]) {
    const outcomes = await accept('a', 'api', eventsWith(`card ${CARD}, ada@mail.example`, accept.name));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array(10).fill('accepted'));
  }
  const all = await stored();
  expect(all).not.toContain(CARD);
  expect(all.split('card [card number], ada@mail.example').length - 1).toBeGreaterThanOrEqual(20);
});

test('rules are tried before they are saved, and hold at once', async () => {
  const rules = { ...RULES, emailAddresses: true, patterns: [{ name: 'order', pattern: 'ORD-[0-9]+', on: true }] };
  const text = 'ORD-77 of ada@mail.example';
  expect(await preview(rules, text)).toEqual({ text: '[order] of [e-mail address]', taken: { '[order]': 1, '[e-mail address]': 1 } });
  expect(await preview(RULES, text)).toEqual({ text, taken: {} });
  expect((await save({ redaction: rules })).body).toEqual({ redaction: rules, retention: PERIODS });
  await api.door.accept('a', 'api', eventsWith(text, 'saved'));
  expect(await stored()).not.toContain('ORD-77');
  // The address that a customer is reached by is no text.
  const email = { id: 'email', at: NOW, type: 'customer.upserted', data: { customer: 'c', email: 'contact@mail.example' } };
  await api.door.accept('a', 'api', [email]);
  expect(await stored()).toContain('contact@mail.example');
  // The other workspace has rules of its own.
  await api.door.accept('b', 'api', eventsWith(text, 'saved'));
  const { rows } = await api.postgres.pool.query(`select from personal_data where workspace_id = 'b' and fields::text like '%ORD-77%'`);
  expect(rows.length).toBeGreaterThan(0);
  expect((await save({ redaction: RULES })).status).toBe(200);
});

test.each([
  [{ redaction: { ...RULES, patterns: [{ name: 'x', pattern: '(', on: true }] } }, 'redaction.patterns.0.pattern', /RE2/],
  [{ redaction: { ...RULES, patterns: [{ name: '[x]', pattern: 'a', on: false }] } }, 'redaction.patterns.0.name', /square brackets/],
  [{ redaction: { cardNumbers: true } }, 'redaction.emailAddresses', /./],
  [{ retention: { ...PERIODS, personalMonths: 0 } }, 'retention.personalMonths', /at least 1/],
  [{ retention: { ...PERIODS, auditYears: 99 } }, 'retention.auditYears', /at most 30/],
  [{}, 'body', /redaction, retention or both/],
])('%j is refused', async (payload, field, message) => {
  const { status, body } = await save(payload);
  expect([status, body.field ?? '']).toEqual([400, field]);
  expect(body.detail).toMatch(message);
});

test('what was saved is in the audit log, with what it was before', async () => {
  await save({ retention: { ...PERIODS, rawDays: 10 } });
  const { entries } = (await api.ask('/api/v1/audit?actions=privacy.saved')).json();
  expect(entries[0]).toMatchObject({ subject: { kind: 'privacy', id: 'retention' }, before: PERIODS, after: { ...PERIODS, rawDays: 10 } });
});

test('all of it is for administrators', async () => {
  const key = await api.keyOf('a', ['tickets:read', 'tickets:write', 'rules:write', 'events:write']);
  for (const [method, url] of [
    ['GET', '/privacy'],
    ['PUT', '/privacy'],
    ['POST', '/privacy/preview'],
    ['GET', '/privacy/retention'],
    ['POST', '/customers/c/erase'],
    ['GET', '/customers/c/export'],
  ] as const) {
    const answer = await api.ask({
      method,
      url: `/api/v1${url}`,
      headers: { authorization: `Bearer ${key}` },
      ...(method !== 'GET' && { payload: {} }),
    });
    expect([url, answer.statusCode]).toEqual([url, 403]);
  }
});
