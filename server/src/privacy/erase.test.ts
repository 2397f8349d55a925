/**
 * Erasing: words that stand nowhere else are planted in everything one customer may leave, and then looked for in every table of both
 * engines. Around it everything goes on: other customers' words, and every number.
 */
import { METRICS } from '@watchdesk/domain/metrics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';
import { clickhouseDatabase } from '../../test/databases.ts';
import { checkStores, replay } from '../ingest/index.ts';
import { ensureRules } from '../rules/index.ts';
import { type Analytics, createLoader, openAnalytics } from '../store/analytics/index.ts';

const DAY = 86_400_000;
const WORDS = [
  'Zebulonia',
  'zebulonia@private.example',
  '+44 20 7946 0958',
  'quixotic',
  'vermilion',
  'sassafras',
  'obelisk',
  'Llanfairpwll',
  'persimmon',
];
const KEPT = ['Ordinary', 'ordinary@private.example', 'usual words', 'bystanding'];

let api: TestApi;
let analytics: Analytics;
let loader: ReturnType<typeof createLoader>;

const event = (id: string, day: number, type: string, data: object, more: object = {}) => ({
  id,
  at: NOW - day * DAY,
  type,
  data,
  ...more,
});
const asker = { actor: { kind: 'customer', id: 'z' } };
const agent = { actor: { kind: 'agent', id: 'a-1' } };

const TOLD = [
  event('who', 40, 'customer.upserted', {
    customer: 'z',
    name: 'Zebulonia',
    email: 'zebulonia@private.example',
    city: 'Llanfairpwll',
    latitude: 53.221,
    longitude: -4.199,
    country: 'GB',
    timeZone: 'Europe/London',
  }),
  event(
    'created',
    30,
    'ticket.created',
    { subject: 'My vermilion order', requester: 'z', customFields: { phone: '+44 20 7946 0958', seats: 12 } },
    { ticket: 'api:1', ...asker },
  ),
  event(
    'asked',
    30,
    'ticket.message',
    { messageId: 'q', visibility: 'public', text: 'It is quixotic; ring +44 20 7946 0958' },
    { ticket: 'api:1', ...asker },
  ),
  event(
    'noted',
    29,
    'ticket.message',
    { messageId: 'n', visibility: 'internal', text: 'Zebulonia sounds upset' },
    { ticket: 'api:1', ...agent },
  ),
  event('answered', 29, 'ticket.message', { messageId: 'a', visibility: 'public', text: 'Dear Zebulonia' }, { ticket: 'api:1', ...agent }),
  event('field', 28, 'customField.changed', { name: 'colour', to: 'sassafras' }, { ticket: 'api:1', ...agent }),
  event('renamed', 28, 'subject.changed', { to: 'The vermilion order', reason: 'obelisk' }, { ticket: 'api:1', ...agent }),
  event('up', 27, 'ticket.escalated', { toTier: 'L2', kind: 'technical', reason: 'obelisk of Zebulonia' }, { ticket: 'api:1', ...agent }),
  event('paused', 26, 'pause.requested', { reason: 'customer', note: 'persimmon' }, { ticket: 'api:1', ...agent }),
  event('resolved', 25, 'status.changed', { to: 'resolved' }, { ticket: 'api:1', ...agent }),
  event(
    'rated',
    24,
    'survey.answered',
    {
      survey: 'csat',
      score: 1,
      scale: 5,
      comment: 'quixotic to the end',
      furtherAnswers: [{ question: 'Why?', answer: 'quixotic all through' }],
    },
    { ticket: 'api:1', ...asker },
  ),
  // A ticket that was merged into theirs, and what they say on another's.
  event(
    'second',
    23,
    'ticket.created',
    { subject: 'Still vermilion', requester: 'z', customFields: { colour: 'sassafras' } },
    { ticket: 'api:2', ...asker },
  ),
  event('merged', 22, 'ticket.merged', { into: 'api:1' }, { ticket: 'api:2', ...agent }),
  event(
    'elsewhere',
    21,
    'ticket.message',
    { messageId: 'e', visibility: 'public', text: 'I, Zebulonia, agree' },
    { ticket: 'api:3', ...asker },
  ),
];
const OTHERS = [
  event('who else', 40, 'customer.upserted', { customer: 'o', name: 'Ordinary', email: 'ordinary@private.example' }),
  event(
    'other',
    31,
    'ticket.created',
    { subject: 'usual words', requester: 'o', customFields: { colour: 'bystanding' } },
    { ticket: 'api:3', actor: { kind: 'customer', id: 'o' } },
  ),
  event('other up', 30, 'ticket.escalated', { toTier: 'L2', kind: 'technical', reason: 'bystanding' }, { ticket: 'api:3', ...agent }),
];

beforeAll(async () => {
  const url = await clickhouseDatabase();
  analytics = openAnalytics(url);
  await analytics.migrate();
  api = await startApi(undefined, {}, url);
  await ensureRules(api.postgres, 'a');
  loader = createLoader({ postgres: api.postgres, analytics, clock: api.clock });
  const outcomes = await api.door.accept('a', 'api', [...TOLD, ...OTHERS]);
  expect(outcomes.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
  // Somebody works on the ticket, and may ask for the same answer again for a day.
  const reply = await api.ask({
    method: 'POST',
    url: '/api/v1/tickets/api:1/note',
    payload: { agent: 'a-1', text: 'quixotic indeed' },
    headers: { 'idempotency-key': 'once' },
  });
  expect(reply.statusCode).toBe(200);
  await api.ask('/api/v1/tickets/export?q=vermilion');
  await loader.drain();
}, 60_000);
afterAll(async () => {
  await analytics.close();
  await api.close();
});

/** Every row of every table, and what PostgreSQL noted of common values. */
async function everything(): Promise<string> {
  const { pool } = api.postgres;
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  expect(rows.length).toBeGreaterThan(20);
  await pool.query('analyze');
  const texts: string[] = [];
  for (const { name } of [...rows, { name: 'pg_stats' }])
    texts.push((await pool.query<{ all: string | null }>(`select string_agg(r::text, E'\\n') as all from ${name} r`)).rows[0]!.all ?? '');
  const tables = await analytics.client.query({
    query: 'select name from system.tables where database = currentDatabase()',
    format: 'JSONEachRow',
  });
  const names = await tables.json<{ name: string }>();
  expect(names.length).toBeGreaterThan(5);
  for (const { name } of names)
    texts.push(await (await analytics.client.query({ query: `select * from \`${name}\``, format: 'TabSeparated' })).text());
  return texts.join('\n').toLowerCase();
}
const foundIn = (all: string, words: readonly string[]) => words.filter((word) => all.includes(word.toLowerCase()));

/** Every number of the catalogue, of a server that has not been asked before. */
async function numbers(app: TestApi['app']): Promise<unknown[]> {
  const period = { from: new Date(NOW - 60 * DAY).toISOString(), to: new Date(NOW).toISOString() };
  const ids = METRICS.map(({ id }) => id);
  const answers = [];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const payload = { metrics: ids.slice(start, start + AT_ONCE), period };
    const answer = await app.inject({ method: 'POST', url: '/api/v1/query', payload, headers: { authorization: `Bearer ${api.keys.a}` } });
    expect(answer.statusCode).toBe(200);
    const { values } = answer.json<{ total: { values: Record<string, { value: number | null }> } }>().total;
    // Means over time are added up in whatever order the rows lie in.
    answers.push(
      Object.entries(values).map(([metric, figure]) => [
        metric,
        { ...figure, value: figure.value && Number(figure.value.toPrecision(12)) },
      ]),
    );
  }
  return answers;
}
const AT_ONCE = 10;

const erase = (id: string, confirm = id, key = api.keys.a) =>
  api.app.inject({
    method: 'POST',
    url: `/api/v1/customers/${id}/erase`,
    payload: { confirm },
    headers: { authorization: `Bearer ${key}` },
  });
const exported = (id: string) => api.ask(`/api/v1/customers/${id}/export`);

test('nobody is erased by a slip, by whoever is no administrator, or from another workspace', async () => {
  expect((await erase('z', 'y')).json()).toMatchObject({ code: 'invalid', field: 'confirm' });
  expect((await erase('nobody')).statusCode).toBe(404);
  expect((await erase('z', 'z', api.keys.b)).statusCode).toBe(404);
  expect((await erase('z', 'z', await api.keyOf('a', ['tickets:read', 'rules:write']))).statusCode).toBe(403);
  expect(foundIn(await everything(), WORDS)).toEqual(WORDS);
});

test('the export holds all that is kept of them, and nothing another customer wrote', async () => {
  const answer = await exported('z');
  expect(answer.headers['content-disposition']).toContain('customer.json');
  const file = answer.json<{ tickets: { id: string; events: unknown[] }[]; elsewhere: unknown[]; events: unknown[] }>();
  expect(file.tickets.map(({ id }) => id)).toEqual(['api:1', 'api:2']);
  expect(file.elsewhere).toHaveLength(1);
  expect(foundIn(answer.body.toLowerCase(), WORDS)).toEqual(WORDS);
  expect(foundIn(answer.body.toLowerCase(), KEPT)).toEqual([]);
  expect((await exported('nobody')).statusCode).toBe(404);
});

describe('once erased', () => {
  let before: unknown;
  beforeAll(async () => {
    before = await numbers(api.app);
    const answer = await erase('z');
    expect(answer.json()).toEqual({ erasedAt: new Date(NOW).toISOString(), tickets: 2, texts: 11, idTells: false });
    await loader.drain();
  }, 60_000);

  test('not a word of theirs is in any table, and everybody else’s are', async () => {
    const all = await everything();
    expect(foundIn(all, WORDS)).toEqual([]);
    expect(foundIn(all, KEPT)).toEqual(KEPT);
    expect(foundIn((await exported('z')).body.toLowerCase(), WORDS)).toEqual([]);
  }, 60_000);

  test('every number of the catalogue is what it was', async () => {
    const after = await numbers((await api.another()).app);
    expect(after).toEqual(before);
    expect(JSON.stringify(after)).toMatch(/[1-9]/);
  }, 60_000);

  test('the stores agree with the log, and a replay brings nothing back', async () => {
    expect((await checkStores(api.postgres, 'a')).findings).toEqual([]);
    await replay(api.postgres, { workspaceId: 'a' });
    expect(foundIn(await everything(), WORDS)).toEqual([]);
  }, 60_000);

  test('what comes late or once more stays erased', async () => {
    const late = [
      event('late', 20, 'ticket.message', { messageId: 'l', visibility: 'public', text: 'quixotic, late' }, { ticket: 'api:1', ...asker }),
      event('late field', 20, 'customField.changed', { name: 'mood', to: 'sassafras' }, { ticket: 'api:1', ...agent }),
      event(
        'late ticket',
        20,
        'ticket.created',
        { subject: 'vermilion', requester: 'z', customFields: { colour: 'sassafras' } },
        { ticket: 'api:9', ...asker },
      ),
      event('late name', 20, 'customer.upserted', { customer: 'z', name: 'Zebulonia', email: 'zebulonia@private.example' }),
    ];
    const outcomes = await api.door.accept('a', 'api', late);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
    await api.door.accept('a', 'api', TOLD);
    // From another source the same is new to the log.
    await api.door.bulk('a', 'other', TOLD);
    await loader.drain();
    expect(foundIn(await everything(), WORDS)).toEqual([]);
    expect((await checkStores(api.postgres, 'a')).findings).toEqual([]);
  }, 60_000);

  test('both are in the audit log, and the log says nothing of who it was', async () => {
    const { entries } = (await api.ask('/api/v1/audit?text=%22customer%22')).json<{ entries: { action: string; subject: unknown }[] }>();
    expect(entries.map(({ action }) => action)).toEqual(['customer.exported', 'customer.erased', 'customer.exported']);
    expect(entries[1]!.subject).toEqual({ kind: 'customer', id: 'z', name: null });
  });
});
