/**
 * Viewers who may read no texts: words that stand nowhere else are planted in every personal field, every GET route of the API's
 * description is asked, and so are the questions that are posted and the stream. Each word is seen by who may read it, so that the test
 * would notice it; a route that is added later is asked like the others.
 */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { NOW, startApi, type TestApi } from '../../test/api.ts';
import { clickhouseDatabase } from '../../test/databases.ts';
import type { ViewScope } from '../accounts/index.ts';
import { masked } from '../masking/index.ts';
import { ensureRules } from '../rules/index.ts';
import { createLoader, openAnalytics } from '../store/analytics/index.ts';

const MINUTE = 60_000;
const WORDS = {
  further: 'heliotrope answer',
  name: 'Zebulonia',
  email: 'zebulonia@private.example',
  city: 'Llanfairpwll',
  latitude: '53.2211',
  subject: 'vermilion',
  renamed: 'cerulean',
  question: 'quixotic',
  note: 'gossamer',
  comment: 'lugubrious',
  pause: 'persimmon',
  field: 'sassafras',
  changedField: 'tamarind',
  escalation: 'obelisk',
  change: 'monolith',
};
const all = Object.values(WORDS);

let api: TestApi;
let gets: string[];
let scope: ViewScope | null = null;

const event = (id: string, minutes: number, type: string, data: object, actor = 'system') => ({
  id,
  at: NOW - minutes * MINUTE,
  ...(type.startsWith('customer') || type.startsWith('agent') || type.startsWith('team')
    ? {}
    : { ticket: id.startsWith('second') ? 'api:2' : 'api:1' }),
  actor: actor === 'customer' ? { kind: 'customer', id: 'z' } : actor === 'agent' ? { kind: 'agent', id: 'a-1' } : { kind: 'system' },
  type,
  data,
});
const EVENTS = [
  event('who', 900, 'customer.upserted', {
    customer: 'z',
    name: WORDS.name,
    email: WORDS.email,
    city: WORDS.city,
    latitude: Number(WORDS.latitude),
    longitude: 4,
  }),
  event('a-1', 900, 'agent.upserted', { agent: 'a-1', name: 'Anna', teams: ['billing'], supportTier: 'L1' }),
  event('team', 900, 'team.upserted', { id: 'billing', name: 'Billing' }),
  event(
    'created',
    600,
    'ticket.created',
    {
      subject: WORDS.subject,
      requester: 'z',
      team: 'billing',
      priority: 'P1',
      customFields: { phone: WORDS.field, seats: 12 },
    },
    'customer',
  ),
  event('asked', 600, 'ticket.message', { messageId: 'q', visibility: 'public', text: WORDS.question }, 'customer'),
  event('noted', 590, 'ticket.message', { messageId: 'n', visibility: 'internal', text: WORDS.note }, 'agent'),
  event('answered', 300, 'ticket.message', { messageId: 'a', visibility: 'public', text: `Dear ${WORDS.name}` }, 'agent'),
  event('field', 290, 'customField.changed', { name: 'colour', to: WORDS.changedField }, 'agent'),
  event('up', 280, 'ticket.escalated', { toTier: 'L2', kind: 'technical', reason: WORDS.escalation }, 'agent'),
  event('urgent', 270, 'priority.changed', { to: 'P2', reason: WORDS.change }, 'agent'),
  event('paused', 260, 'pause.requested', { reason: 'customer', note: WORDS.pause }, 'agent'),
  event(
    'rated',
    250,
    'survey.answered',
    { survey: 'csat', score: 1, scale: 5, comment: WORDS.comment, furtherAnswers: [{ question: 'Why?', answer: WORDS.further }] },
    'customer',
  ),
  event('renamed', 240, 'subject.changed', { to: WORDS.renamed }, 'agent'),
  event('again', 20, 'ticket.message', { messageId: 'w', visibility: 'public', text: WORDS.question }, 'customer'),
  event('second', 30, 'ticket.created', { subject: WORDS.subject, requester: 'z', team: 'billing', priority: 'P1' }, 'customer'),
  event('second asked', 30, 'ticket.message', { messageId: 'q', visibility: 'public', text: WORDS.question }, 'customer'),
];

/** Each by itself is what a role may become; an executive is the one there is today. */
const VIEWERS: Record<string, ViewScope> = {
  'all rows': { rows: { to: 'all' }, aggregate: { to: 'all' }, text: false },
  'rows of teams': { rows: { to: 'teams', teams: ['billing'] }, aggregate: { to: 'all' }, text: false },
  'rows of one': { rows: { to: 'agent', agent: 'a-1' }, aggregate: { to: 'teams', teams: ['billing'] }, text: false },
  'no rows': { rows: { to: 'none' }, aggregate: { to: 'all' }, text: false },
};

beforeAll(async () => {
  const url = await clickhouseDatabase();
  const analytics = openAnalytics(url);
  await analytics.migrate();
  api = await startApi(undefined, {}, url);
  await ensureRules(api.postgres, 'a');
  const { scopeOf } = api.accounts;
  Object.assign(api.accounts, { scopeOf: async (viewer: Parameters<typeof scopeOf>[0]) => scope ?? scopeOf(viewer) });
  const outcomes = await api.door.accept('a', 'api', EVENTS);
  expect(outcomes.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
  await createLoader({ postgres: api.postgres, analytics, clock: api.clock }).drain();
  await analytics.close();
  await api.live.start();
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  const described = (await api.app.inject('/api/v1/openapi.json')).json<{ paths: Record<string, object> }>();
  gets = Object.entries(described.paths).flatMap(([path, methods]) => ('get' in methods ? [path] : []));
}, 60_000);
afterAll(() => api.close());

const IDS: Record<string, string> = {
  tickets: 'api:1',
  customers: 'z',
  agents: 'a-1',
  people: 'a-1',
  teams: 'billing',
  calendars: 'business-hours',
  policies: 'standard',
};
/** What a route needs to answer at all, and what would find a text by its words. */
const QUERIES: Record<string, readonly string[]> = {
  '/api/v1/search': ['?q=vermilion', '?q=cerulean', '?q=Zebulonia', '?q=api:1'],
  '/api/v1/tickets': ['', '?q=cerulean'],
  '/api/v1/tickets/export': ['', '?q=cerulean'],
  '/api/v1/tickets/facets': ['', '?q=cerulean'],
  '/api/v1/directory/customers': ['', '?q=Zebulonia'],
  '/api/v1/sla/audit': ['?from=2026-03-09T00:00:00Z', ''],
  '/api/v1/sla/compliance': ['?from=2026-03-09T00:00:00Z', ''],
};
const POSTS = [
  ['query', { metrics: ['created', 'csat'], dimensions: ['team', 'agent', 'category', 'organisation'], period: { last: '7d' } }],
  ['query/explain', { metric: 'first_response', period: { last: '7d' } }],
  ['query/drill', { metric: 'created', period: { last: '7d' } }],
] as const;

interface Answered {
  readonly address: string;
  readonly status: number;
  readonly body: string;
}

/** As an administrator's key, but for what the viewer's scope says. */
async function everyAnswer(): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const path of gets) {
    if (path.includes('/stream')) continue;
    const kind = Object.keys(IDS).find((name) => path.includes(`/${name}/{`));
    const address = path.replace(/\{\w+\}/, encodeURIComponent(IDS[kind ?? ''] ?? 'none'));
    for (const query of QUERIES[path] ?? ['']) {
      const { statusCode: status, body } = await api.ask(address + query);
      answers.push({ address: address + query, status, body });
    }
  }
  for (const [path, payload] of POSTS) {
    const { statusCode: status, body } = await api.ask({ method: 'POST', url: `/api/v1/${path}`, payload });
    answers.push({ address: `POST ${path}`, status, body });
  }
  return answers;
}

/** What the stream tells of a ticket that changes, of the past, and of a watched question. */
async function told(id: string): Promise<string> {
  const { port } = api.app.server.address() as { port: number };
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/v1/stream`, { headers: { authorization: `Bearer ${api.keys.a}` } });
  const heard: string[] = [];
  socket.on('message', (data: Buffer) => heard.push(...data.toString().split('\n')));
  await once(socket, 'open');
  socket.send(
    JSON.stringify({ subscribe: ['queue', 'tickets', 'directory', 'ticket:api:1'], since: '0.0', watch: { now: { overview: {} } } }),
  );
  const until = async (holds: () => boolean) => {
    for (const end = Date.now() + 5000; !holds() && Date.now() < end; await sleep(10));
  };
  await until(
    () => heard.some((line) => line.includes('"ready"')) && heard.some((line) => line.includes('"answer"') || line.includes('"refused"')),
  );
  const before = heard.length;
  await api.door.accept('a', 'api', [
    event(id, 5, 'ticket.message', { messageId: id, visibility: 'public', text: WORDS.question }, 'customer'),
  ]);
  if (scope !== null) await sleep(300);
  else await until(() => heard.slice(before).some((line) => line.includes('"change"')));
  socket.terminate();
  return heard.join('\n');
}

/** A route may give back what it was asked; that is the asker's own. */
const leaks = ({ address, body }: Answered) => all.filter((word) => body.includes(word) && !address.includes(`q=${word}`));

test('who may read texts finds every word, so each is planted where it would be seen', async () => {
  scope = null;
  const answers = await everyAnswer();
  expect(answers.length).toBeGreaterThan(40);
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  const text = answers.map(({ body }) => body).join('\n');
  expect(all.filter((word) => !text.includes(word))).toEqual([]);
  const leaking = answers.filter((one) => leaks(one).length > 0).map(({ address }) => address.split('?')[0]);
  for (const path of [
    '/tickets',
    '/tickets/api%3A1',
    '/tickets/api%3A1/timeline',
    '/tickets/api%3A1/messages',
    '/tickets/export',
    '/queue',
    '/search',
  ])
    expect(leaking).toContain(`/api/v1${path}`);
  expect(await told('seen')).toContain(WORDS.renamed);
}, 60_000);

/** What such a viewer is refused, or finds nothing by, before there is anything to mask. */
const REFUSED = /\/(directory\/customers|search|customers\/z\/export|tickets\/export)/;

test('the mask by itself takes every word out of every answer, whatever else would have kept it back', async () => {
  scope = null;
  const answers = (await everyAnswer()).filter(({ address, status }) => status === 200 && !REFUSED.test(address));
  const leaking = answers.filter((one) => leaks(one).length > 0);
  expect(leaking.length).toBeGreaterThan(6);
  const masks = leaking.map((one) => ({ ...one, body: JSON.stringify(masked(JSON.parse(one.body))) }));
  expect(masks.flatMap((one) => leaks(one).map((word) => `${one.address}: ${word}`))).toEqual([]);
}, 60_000);

describe.each(Object.entries(VIEWERS))('%s, and no texts', (name, own) => {
  beforeAll(() => void (scope = own));
  afterAll(() => void (scope = null));

  test('no route says a word of it', async () => {
    const answers = await everyAnswer();
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect(answers.flatMap((one) => leaks(one).map((word) => `${one.address}: ${word}`))).toEqual([]);
    // What is found by a word tells that it stands there.
    const found = answers.filter(({ address }) => /\/(tickets|search)(\/export)?\?q=(cerulean|vermilion|Zebulonia)/.test(address));
    for (const { address, body } of found) expect(`${address} ${body}`).not.toContain('api:1');
    // Tickets one by one are for whoever may read what they are about.
    expect(answers.find(({ address }) => address === '/api/v1/tickets')!.status).toBe(403);
  }, 60_000);

  test('nor does the stream', async () => {
    const heard = await told(`told ${name}`);
    expect(heard).toContain('"answer"');
    expect(all.filter((word) => heard.includes(word))).toEqual([]);
  }, 60_000);
});
