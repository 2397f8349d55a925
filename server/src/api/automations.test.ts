/** Automations over HTTP: who makes them and who reads them, what is refused and how, a dry run, and what was done. */
import { beforeAll, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';

let api: TestApi;
const AUTOMATION = {
  name: 'Passwords',
  trigger: { kind: 'event', events: ['ticket.created'] },
  conditions: { all: [{ field: 'subject', contains: ['password*'] }, { not: { field: 'tags', is: ['known'] } }] },
  actions: [{ do: 'category', to: 'Authentication' }],
};
const created = (ticket: string, subject: string, team: string) => ({
  id: ticket,
  at: NOW - 3_600_000,
  ticket: `api:${ticket}`,
  actor: { kind: 'customer', id: 'c' },
  type: 'ticket.created',
  data: { subject, requester: 'c', team },
});

beforeAll(async () => {
  api = await startApi();
  await api.door.accept('a', 'api', [
    created('1', 'My password', 't'),
    created('2', 'Colours', 't'),
    created('3', 'Passwords again', 'elsewhere'),
  ]);
});

const ask = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) => {
  const answer = await api.ask({ method, url: `/api/v1/automations${url}`, ...(payload && { payload }) });
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
};

test('is made, read as a sentence, changed, ordered, switched and removed', async () => {
  const { status, body: made } = await ask('POST', '', { automation: AUTOMATION });
  expect([status, made.version, made.sentence]).toEqual([
    201,
    1,
    'When a ticket is created, if the subject has “password*” and not (the tags include known): set the category to Authentication.',
  ]);
  const { body: other } = await ask('POST', '', { automation: { ...AUTOMATION, name: 'Other' } });
  expect((await ask('PUT', `/${made.id}`, { automation: { ...AUTOMATION, name: 'Better' }, baseVersion: 1 })).body).toMatchObject({
    version: 2,
  });
  expect((await ask('PUT', `/${made.id}`, { automation: AUTOMATION, baseVersion: 1 })).status).toBe(409);
  expect(
    (await ask('PUT', '/order', { ids: [other.id, made.id] })).body.automations.map(({ spec }: { spec: { name: string } }) => spec.name),
  ).toEqual(['Other', 'Better']);
  expect((await ask('PUT', `/${made.id}/enabled`, { enabled: false })).body).toMatchObject({ enabledAt: null, version: 3 });
  expect((await ask('GET', `/${made.id}/versions`)).body.versions).toHaveLength(3);
  expect((await ask('DELETE', `/${other.id}`)).status).toBe(204);
  expect((await ask('GET', `/${other.id}`)).status).toBe(404);
});

test.each<[object, string]>([
  [{ ...AUTOMATION, conditions: { all: [{ field: 'priority', is: ['P9'] }] } }, 'automation.conditions.all.0.is'],
  [{ ...AUTOMATION, actions: [{ do: 'wait', seconds: 1 }] }, 'automation.actions.0.seconds'],
  [{ ...AUTOMATION, trigger: { kind: 'sometimes' } }, 'automation.trigger.kind'],
])('what is wrong is named: %o', async (automation, field) => {
  const { status, body } = await ask('POST', '', { automation });
  expect([status, body.field]).toEqual([400, field]);
});

test('has templates that can be taken as they are', async () => {
  const { body } = await ask('GET', '/templates');
  expect(body.templates.length).toBeGreaterThan(20);
  for (const { spec } of body.templates) expect((await ask('POST', '/sentence', { automation: spec })).status).toBe(200);
});

test('a dry run says which tickets it would have been, of those in sight, and why not the others', async () => {
  const { body } = await ask('POST', '/dry-run', { automation: AUTOMATION, days: 7, also: true });
  expect([
    body.count,
    body.runs.map(({ ticket, outcome }: { ticket: string; outcome: string }) => `${ticket} ${outcome}`).toSorted(),
  ]).toEqual([2, ['api:1 ran', 'api:2 not_met', 'api:3 ran']]);
  expect(JSON.stringify(body)).not.toContain('My password');
  expect((await ask('GET', '/runs')).body.runs).toEqual([]);
});

test('what it names that is not known is said at its fields, and only calendars are refused', async () => {
  const actions = [
    { do: 'team', to: 'nowhere' },
    { do: 'notify', audience: {} },
    { do: 'hook', channel: 'none' },
    { do: 'wait', seconds: 60, calendar: 'never' },
    { do: 'tag', add: ['x'] },
  ];
  const { status, body } = await ask('POST', '/sentence', { automation: { ...AUTOMATION, actions } });
  expect([status, body.unknown]).toEqual([
    200,
    [
      { field: 'automation.actions.0.to', message: 'is not a known team: nowhere' },
      { field: 'automation.actions.2.channel', message: 'is not a channel of the workspace: none' },
      { field: 'automation.actions.3.calendar', message: 'must be a calendar of the workspace: never' },
      { field: 'automation.actions.1.audience', message: 'tells nobody yet' },
    ],
  ]);
  const refused = await ask('POST', '', { automation: { ...AUTOMATION, actions } });
  expect([refused.status, refused.body.fields]).toEqual([400, [body.unknown[2]]]);
});

test('a dry run says in words what each step would have done, and what comes after a wait', async () => {
  const actions = [
    { do: 'priority', to: 'P1' },
    { do: 'wait', seconds: 20 * 86_400 },
    { do: 'survey', survey: 'csat' },
  ];
  const { body } = await ask('POST', '/dry-run', { automation: { ...AUTOMATION, actions }, days: 7, ticket: 'api:1' });
  expect(body.runs).toMatchObject([{ outcome: 'waits', effects: [{ words: 'set the priority to P1' }], later: ['ask for CSAT'] }]);
});

test('the cursor of the run log has to be one', async () => {
  expect((await ask('GET', '/runs?cursor=x')).body).toMatchObject({ status: 400, field: 'cursor' });
});
