/**
 * What is another workspace's is answered like what is nobody's: for every route that takes an id, and for every caller, the id of
 * something of the other workspace and one that was never given get the same status and the same body but for the id itself.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';
import { clickhouseDatabase } from '../../test/databases.ts';
import {
  AUTOMATION,
  CALENDAR,
  EXPLORATION,
  GOAL,
  LADDER,
  MAINTENANCE,
  offeredSwap,
  ON_CALL_BODIES,
  OUTAGES,
  ROTA,
  RULE,
  SPEC,
  STAND_IN,
  STATUS_PAGE,
} from '../../test/foreign-bodies.ts';
import { ALERT, fire, ONLY, OURS, PEOPLE, waiting } from '../../test/foreign-events.ts';
import { incidentBody, OPENING } from '../../test/incident-deeds.ts';
import { keepSimulation } from '../../test/kept-simulation.ts';
import { smallConnector, type SmallDesk, smallDesk } from '../../test/small-desk.ts';
import { ROLES } from '../accounts/index.ts';
import { ensureRules } from '../rules/index.ts';
import { createLoader, openAnalytics } from '../store/analytics/index.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
interface Asked {
  readonly method: Method;
  readonly url: string;
  readonly payload?: object;
}

let api: TestApi;
let desk: SmallDesk;
let callers: (readonly [name: string, headers: Record<string, string>])[];
let policySpec: object;
const PERSON = '00000000-0000-4000-8000-00000000000b';
const PROVIDED = '00000000-0000-4000-8000-00000000000d';
/** What there is in B and not in A, by the folder of its route. */
const THEIRS: Record<string, string> = {};

/** The second row is not taken. */
const FILE = 'a,b\n1,2026-03-01\n2,never\n';

beforeAll(async () => {
  const analyticsUrl = await clickhouseDatabase();
  const analytics = openAnalytics(analyticsUrl);
  await analytics.migrate();
  api = await startApi(undefined, {}, analyticsUrl, [smallConnector]);
  desk = await smallDesk();
  for (const workspace of ['a', 'b']) {
    await ensureRules(api.postgres, workspace);
    await api.door.accept(workspace, 'api', [...PEOPLE, OURS]);
  }
  await api.door.accept('b', 'api', ONLY);
  for (const id of [PERSON, PROVIDED]) await join('b', id);
  await createLoader({ postgres: api.postgres, analytics, clock: api.clock }).drain();
  await analytics.close();
  const made = async (url: string, payload: object, idOf = (body: any): string => body.id) => {
    const answer = await inB({ method: 'POST', url, payload });
    expect([url, answer.statusCode, answer.statusCode < 300 ? '' : answer.body]).toEqual([url, answer.statusCode, '']);
    return idOf(answer.json());
  };
  policySpec = (await inB({ method: 'GET', url: '/sla/policies' })).json<{ policies: { spec: object }[] }>().policies[0]!.spec;
  Object.assign(THEIRS, {
    tickets: 'api:only-b',
    ...Object.fromEntries(['customers', 'organisations', 'agents', 'teams', 'sites', 'people'].map((kind) => [kind, 'only-b'])),
    dashboards: await made('/dashboards', { spec: SPEC, shared: true }),
    explorations: await made('/explorations', { spec: EXPLORATION, shared: true }),
    'outage-simulations': await keepSimulation(api.postgres.pool, 'b'),
    goals: await made('/goals', { goal: GOAL }),
    schedules: await made('/on-call/schedules', { schedule: ROTA }),
    'escalation-policies': await made('/on-call/escalation-policies', { policy: LADDER }),
    incidents: await made('/incidents', OPENING),
    drills: await made('/drills', { scenario: 'surprise' }),
    automations: await made('/automations', { automation: AUTOMATION }),
    rules: await made('/rules', { rule: RULE }),
    actions: await made(
      '/playbook/actions',
      { category: 'only-b', action: 'Look', signals: [] },
      (body) => /"id":"([^"]+)"[^}]*"action":"Look"/.exec(JSON.stringify(body))![1]!,
    ),
    calendars: await made('/calendars', CALENDAR),
    policies: await made('/sla/policies', {
      spec: { ...policySpec, name: 'Theirs', rank: 50, match: [{ field: 'channel', is: 'any_of', values: ['chat'] }] },
    }),
    connections: await made('/connections', {
      system: 'small',
      name: 'Theirs',
      credentials: { token: 'let-me-in' },
      options: { address: desk.address },
    }),
    channels: await made('/channels', { kind: 'webhook', name: 'Theirs', credentials: { url: desk.address } }, ({ channel }) => channel.id),
    hooks: await made('/hooks', { targetUrl: desk.address, event: 'ticket.created' }),
    members: PERSON,
    Users: PROVIDED,
    invitations: await made('/members/invitations', { email: 'new@example.com', role: 'lead' }, ({ invitation }) => invitation.id),
    imports: await made('/imports', { name: 'theirs.csv', bytes: FILE.length }),
    keys: await made('/keys', { name: 'theirs', source: 'theirs', scopes: ['tickets:read'] }, ({ key }) => key.id),
    alerts: ALERT,
    inbox: await waiting(api.postgres.pool, 'b'),
  });
  THEIRS['overrides'] = await made(`/on-call/schedules/${THEIRS['schedules']}/overrides`, STAND_IN);
  THEIRS['swap-offers'] = await offeredSwap(api.postgres, 'b', THEIRS['schedules']!, NOW);
  await inB({ method: 'POST', url: '/outages', payload: OUTAGES });
  THEIRS['outages'] = (await inB({ method: 'GET', url: '/outages' })).json<{ outages: { id: string }[] }>().outages[0]!.id;
  await inB({ method: 'PUT', url: '/status-page', payload: { settings: STATUS_PAGE } });
  THEIRS['maintenances'] = await made('/status-page/maintenances', MAINTENANCE, ({ maintenances }) => maintenances[0].id);
  await fire(api.postgres.pool, 'b', THEIRS['rules']!);
  callers = [
    ['key', { authorization: `Bearer ${api.keys.a}` }],
    ...(await Promise.all(
      ROLES.map(async (persona) => {
        const begun = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona } });
        return [persona, { cookie: String(begun.headers['set-cookie']).split(';')[0]! }] as const;
      }),
    )),
  ];
});
afterAll(async () => {
  await api.close();
  await desk.close();
});

async function join(workspace: string, id: string): Promise<void> {
  const { pool } = api.postgres;
  await pool.query(
    `insert into auth_user (id, name, email, "emailVerified") values ($1::uuid, 'Pat', $1::text || '@example.com', true) on conflict do nothing`,
    [id],
  );
  await pool.query(`insert into member (workspace_id, user_id, role) values ($1, $2, 'lead')`, [workspace, id]);
}

const send = ({ method, url, payload }: Asked, headers: Record<string, string>) =>
  api.app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { ...headers, ...(payload instanceof Buffer && { 'content-type': 'application/octet-stream' }) },
    ...(payload && { payload }),
  });
const inB = (asked: Asked) => send(asked, { authorization: `Bearer ${api.keys.b}` });

/** A body that gets as far as the id. */
function bodyFor(method: Method, url: string): object | undefined {
  if (url.startsWith('/incidents/')) return incidentBody(method, url);
  const agent = 'g';
  const bodies: Record<string, object> = {
    'POST claim': { agent },
    'POST assign': { agent, assignee: 'g' },
    'POST reply': { agent, text: 'x' },
    'POST note': { agent, text: 'x' },
    'POST escalate': { agent, toTier: 'L2', kind: 'other' },
    'POST priority': { agent, priority: 'P1' },
    'POST tag': { agent, added: ['seen'], removed: [] },
    'POST status': { agent, status: 'pending' },
    'POST merge': { agent, into: 'api:ours' },
    'PUT dashboards': { spec: SPEC },
    'PUT explorations': { spec: EXPLORATION },
    'PUT sharing': { shared: true },
    'POST restore': { version: 1 },
    'PUT goals': { goal: GOAL },
    ...ON_CALL_BODIES,
    'PUT maintenances': MAINTENANCE,
    'PUT automations': { automation: AUTOMATION },
    'PUT rules': { rule: RULE, baseVersion: 1 },
    'POST enable': { enabled: true },
    'POST hints': { hint: 'where' },
    'POST snooze': { until: new Date(NOW + 3600_000).toISOString() },
    'POST comment': { text: 'x' },
    'PUT enabled': { enabled: false },
    'POST close': { outcome: 'dropped' },
    'PUT actions': { action: 'Look twice' },
    'PUT calendars': CALENDAR,
    'PUT policies': { spec: { ...policySpec, name: 'Theirs', rank: 50, match: [{ field: 'channel', is: 'any_of', values: ['chat'] }] } },
    'POST apply': {},
    'POST preview': { mapping: {} },
    'POST run': { mapping: {} },
    'POST renew': { overlapSeconds: 0 },
    'PATCH connections': { name: 'Still theirs' },
    'PUT maps': { maps: {} },
    'PUT webhook-secret': {},
    'PATCH channels': { active: true },
    'POST secret': {},
    'POST rules': { calendars: [], policies: [] },
    'POST retry': {},
    'PATCH members': { role: 'manager' },
    'POST erase': { confirm: '{id}' },
    'PUT Users': { active: false },
    'PATCH Users': { Operations: [{ op: 'replace', value: { active: false } }] },
  };
  const word = url.split('/').findLast((part) => part !== '{id}')!;
  return bodies[`${method} ${word}`];
}

/** Ids that do not stand in the path. */
const ELSEWHERE: readonly Asked[] = [
  ...['assignee', 'team', 'organisation', 'requester', 'category'].map((name): Asked => ({ method: 'GET', url: `/tickets?${name}={id}` })),
  { method: 'GET', url: '/tickets/facets?team={id}' },
  { method: 'GET', url: '/tickets/export?organisation={id}' },
  { method: 'GET', url: '/search?q={id}' },
  { method: 'GET', url: '/directory/customers?q={id}' },
  {
    method: 'POST',
    url: '/query',
    payload: { metrics: ['created'], dimensions: ['category'], filters: [{ dimension: 'team', values: ['{id}'] }] },
  },
  { method: 'POST', url: '/query/drill', payload: { metric: 'created', filters: [{ dimension: 'category', values: ['{id}'] }] } },
  { method: 'POST', url: '/query/explain', payload: { metric: 'created', filters: [{ dimension: 'organisation', values: ['{id}'] }] } },
  { method: 'POST', url: '/tickets/api%3Aours/merge', payload: { agent: 'g', into: 'api:{id}' } },
  { method: 'POST', url: '/playbook/advice', payload: { category: '{id}' } },
];

const filled = ({ method, url, payload }: Asked, id: string): Asked => ({
  method,
  url: url.replace('{id}', encodeURIComponent(id)),
  ...(payload && { payload: payload instanceof Buffer ? payload : (JSON.parse(JSON.stringify(payload).replaceAll('{id}', id)) as object) }),
});

/** As long as the other and in the same letters, so that nothing but being there tells them apart. */
const neverGiven = (id: string) =>
  /^[\da-f-]{36}$/.test(id)
    ? `${id.slice(0, -1)}${id.endsWith('c') ? 'd' : 'c'}`
    : id.replace(/[a-zA-Z](?=[^a-zA-Z]*$)/, (last) => (last === 'q' ? 'w' : 'q'));

const routesWithIds = async (): Promise<Asked[]> => {
  const { paths } = (await api.app.inject('/api/v1/openapi.json')).json<{ paths: Record<string, object> }>();
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).flatMap((name): Asked[] => {
      const [method, url] = [name.toUpperCase() as Method, path.replace('/api/v1', '').replace('{step}', 'begin')];
      // What is of one's own account is of no workspace, and roles as groups are in every one.
      if (!url.includes('{id}') || url.startsWith('/account/') || /^\/scim\/v2\/(Groups|ResourceTypes|Schemas)\//.test(url)) return [];
      const payload = bodyFor(method, url);
      return [{ method, url, ...(payload && { payload }) }];
    }),
  );
};
const theirIdIn = (url: string) => THEIRS[url.split('/{id}')[0]!.split('/').at(-1)!];

test('the other workspace’s ids are nobody’s, on every route and for everybody', async () => {
  const routes = await routesWithIds();
  expect(routes.length).toBeGreaterThan(35);
  for (const route of [...routes, ...ELSEWHERE]) {
    const theirs = ELSEWHERE.includes(route) ? 'only-b' : theirIdIn(route.url);
    expect([route.url, typeof theirs]).toEqual([route.url, 'string']);
    expect(neverGiven(theirs!)).not.toBe(theirs);
    await Promise.all(
      callers.map(async ([name, headers]) => {
        const said: [status: number, body: string][] = [];
        for (const id of [theirs!, neverGiven(theirs!)]) {
          const { statusCode, body } = await send(filled(route, id), headers);
          // How fresh an answer is may move between the two.
          said.push([
            statusCode,
            body
              .replaceAll(id, 'ID')
              .replaceAll(encodeURIComponent(id), 'ID')
              .replace(/"asOf":"[^"]*"/g, ''),
          ]);
        }
        expect([name, route.method, route.url, ...said[0]!]).toEqual([name, route.method, route.url, ...said[1]!]);
        // Of an inbox a key has none.
        if (name === (route.url.startsWith('/inbox/') ? 'lead' : 'key') && !ELSEWHERE.includes(route))
          expect([route.method, route.url, said[0]![0]]).toEqual([route.method, route.url, 404]);
      }),
    );
  }
}, 120_000);

/** An import goes through its states in this order. */
const WALK = ['PUT content', 'GET detection', 'POST preview', 'POST run', 'GET rejects', 'GET mapping', 'POST cancel', 'DELETE imports'];
const TABLE = { shape: 'tickets', source: 'their-file', zone: 'UTC', ticket: 'a', createdAt: 'b' };
/** What brings it into the state that the next wants. */
const BEFORE: Record<string, () => Promise<unknown>> = {
  'GET rejects': () => stateOfImport('finished'),
  'POST cancel': () => setStateOfImport('running'),
  'DELETE imports': () => setStateOfImport('cancelled'),
  'POST dismiss': () => inB({ method: 'POST', url: `/incidents/${THEIRS['incidents']}/status`, payload: { status: 'investigating' } }),
};
async function stateOfImport(state: string): Promise<void> {
  const shown = async () => (await inB({ method: 'GET', url: `/imports/${THEIRS['imports']}` })).json<object>();
  await expect.poll(shown, { timeout: 20_000, interval: 50 }).toMatchObject({ state });
}
const setStateOfImport = (state: string) =>
  api.postgres.pool.query(`update import_file set state = $2, beat_at = now() where id = $1`, [THEIRS['imports'], state]);

/** In their own workspace the bodies are such as do something. */
function ownBodyOf(name: string, asked: Asked): Asked {
  if (name === 'PUT content') return { ...asked, payload: Buffer.from(FILE) };
  return name === 'POST preview' || name === 'POST run' ? { ...asked, payload: { mapping: TABLE } } : asked;
}

test('and in their own workspace each is found, with the same body', async () => {
  const nameOf = ({ method, url }: Asked) => `${method} ${url.split('/').findLast((part) => part !== '{id}')}`;
  // What ends it comes last.
  const rank = (asked: Asked) => {
    const step = WALK.indexOf(nameOf(asked));
    if (asked.url.startsWith('/imports/') && step >= 0) return 10 + step;
    return asked.method === 'DELETE' ? 3 : /(merge|erase|solve|dismiss|stop)$/.test(asked.url) ? 2 : asked.url.endsWith('/reopen') ? 1 : 0;
  };
  // Nothing was asked of a help desk: zendesk-orders.test.ts takes one out of sight. What somebody simulated is theirs, and a key has neither a shift nor an inbox.
  const routes = (await routesWithIds()).filter(({ url }) => !/\/orders\/|^\/outage-simulations\/|swap-offers|^\/inbox\//.test(url));
  for (const route of routes.toSorted((a, b) => rank(a) - rank(b))) {
    const isImport = route.url.startsWith('/imports/');
    if (isImport || route.url.startsWith('/incidents/')) await BEFORE[nameOf(route)]?.();
    const { statusCode, body } = await inB(filled(isImport ? ownBodyOf(nameOf(route), route) : route, theirIdIn(route.url)!));
    expect([route.method, route.url, statusCode, statusCode < 300 ? '' : body]).toEqual([route.method, route.url, statusCode, '']);
  }
});

test('who is taken out of one workspace stays in the other, and signed in', async () => {
  const id = '00000000-0000-4000-8000-0000000000ab';
  const { pool } = api.postgres;
  for (const workspace of ['a', 'b']) await join(workspace, id);
  await pool.query(
    `insert into auth_session ("expiresAt", token, "updatedAt", "userId") values (now() + interval '1 day', 'x', now(), $1)`,
    [id],
  );
  const left = async () =>
    (
      await pool.query(
        `select (select array_agg(workspace_id) from member where user_id = $1) as workspaces,
           (select count(*) from auth_user where id = $1) as accounts, (select count(*) from auth_session where "userId" = $1) as sessions`,
        [id],
      )
    ).rows[0] as unknown;
  const remove = (key: string) => send({ method: 'DELETE', url: `/members/${id}` }, { authorization: `Bearer ${key}` });
  expect((await remove(api.keys.a)).statusCode).toBe(204);
  expect(await left()).toEqual({ workspaces: ['b'], accounts: 1, sessions: 1 });
  expect((await remove(api.keys.b)).statusCode).toBe(204);
  expect(await left()).toEqual({ workspaces: null, accounts: 0, sessions: 0 });
});
