/** Rules and alerts over HTTP and on the stream: who makes and sees which, what is refused and how, what people do about an alert, and a dry run. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { NOW } from '../../test/api.ts';
import { openWatching } from '../../test/watching.ts';

const { api, watch, asPersona, hangUp, close } = await openWatching();
const MINUTE = 60_000;

/** Tickets escalated, which anybody can bring about at an instant. */
const RULE = {
  name: 'Escalated',
  subject: { kind: 'event', event: 'ticket.escalated', where: [] as object[], quietSeconds: 3600 },
  severity: 'warning',
  audience: { roles: ['manager'] },
  advice: ['See who has it.'],
};
const ofTeam = (team: string) => ({
  ...RULE,
  name: `Escalated in ${team}`,
  subject: { ...RULE.subject, where: [{ field: 'team', is: [team] }] },
});
const metric = (more: object = {}, condition: object | null = { compare: 'above', value: 5 }) => ({
  name: 'Many',
  subject: { kind: 'metric', metric: 'backlog', windowSeconds: 3600, ...more },
  condition,
  severity: 'critical',
});

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
interface Told {
  status: number;
  body: Record<string, any>;
}
let ask: (method: Method, url: string, payload?: object) => Promise<Told>;
const as =
  (headers: Record<string, string>) =>
  async (method: Method, url: string, payload?: object): Promise<Told> => {
    const answer = await api.app.inject({ method, url: `/api/v1${url}`, headers, ...(payload && { payload }) });
    return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() };
  };
const persona = async (role: string) => as({ cookie: (await asPersona(role)).cookie });

const made: string[] = [];
async function make(rule: object, by = ask): Promise<Record<string, any> & { id: string }> {
  const { status, body } = await by('POST', '/rules', { rule });
  expect([status, body]).toEqual([201, expect.anything()]);
  made.push(body['id']);
  return body as Record<string, any> & { id: string };
}

let tickets = 0;
/** A ticket of the team that is escalated at this instant, and heard of. */
async function escalate(team: string): Promise<string> {
  const ticket = `api:e${(tickets += 1)}`;
  const event = { ticket, at: NOW, actor: { kind: 'agent', id: 'a-1' } };
  const outcomes = await api.door.accept('a', 'api', [
    {
      ...event,
      id: `${ticket} c`,
      at: NOW - MINUTE,
      type: 'ticket.created',
      data: { subject: 'The till is down', requester: 'c', team, priority: 'P2' },
    },
    { ...event, id: `${ticket} e`, type: 'ticket.escalated', data: { toTier: 'L2', kind: 'technical' } },
  ]);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
  await api.alerts.watch.catchUp();
  return ticket;
}

beforeAll(async () => {
  ask = as({ authorization: `Bearer ${api.keys.a}` });
  await api.alerts.watch.catchUp();
});
afterEach(async () => {
  hangUp();
  for (const id of made.splice(0)) await ask('DELETE', `/rules/${id}`);
});
afterAll(close);

const alertsOf = async (rule: string, by = ask) => (await by('GET', `/alerts?rule=${rule}`)).body['alerts'] as Record<string, any>[];

test('fires, and says why, of which tickets, and what to do; people acknowledge, snooze, comment and resolve it by name', async () => {
  const { id, sentence } = await make(RULE);
  expect(sentence).toBe('A ticket is escalated.');
  const ticket = await escalate('billing');
  const [alert] = await alertsOf(id);
  expect(alert).toMatchObject({
    status: 'firing',
    severity: 'warning',
    title: 'Escalated',
    ticket,
    tickets: 1,
    subject: 'The till is down',
    advice: ['See who has it.'],
  });
  expect((await ask('GET', '/alerts/count')).body).toMatchObject({ firing: 1, warning: 1, critical: 0 });

  const lead = await persona('lead');
  const deed = (what: string, payload?: object) => lead('POST', `/alerts/${alert!['id']}/${what}`, payload);
  expect((await deed('acknowledge')).body).toMatchObject({ status: 'acknowledged', acknowledged: { by: 'Name of z-lead' } });
  expect((await deed('acknowledge')).status).toBe(409);
  expect((await deed('comment', { text: 'Called them' })).status).toBe(200);
  expect((await deed('snooze', { until: new Date(NOW + 60 * MINUTE).toISOString() })).body).toMatchObject({ status: 'snoozed' });
  const { body } = await deed('resolve');
  expect(body['status']).toBe('resolved');
  expect(body['moments'].map(({ kind, by, note }: Record<string, unknown>) => [kind, by, note])).toEqual([
    ['fired', null, null],
    ['acknowledged', 'Name of z-lead', null],
    ['comment', 'Name of z-lead', 'Called them'],
    ['snoozed', 'Name of z-lead', null],
    ['resolved', 'Name of z-lead', null],
  ]);
  const [of] = body['ofTickets'];
  expect(of).toMatchObject({ id: ticket, priority: 'P2', subject: 'The till is down', team: { id: 'billing' }, requester: { id: 'c' } });
  expect(await alertsOf(`${id}&status=firing`)).toEqual([]);
  const { deliveries } = (await ask('GET', `/notifications/log?thread=${encodeURIComponent(`alert:${alert!['id']}`)}`)).body;
  expect(deliveries.map(({ notice, recipient }: Record<string, any>) => [notice.event, recipient.id])).toContainEqual(['fired', 'manager']);
});

test.each<[string, object, string]>([
  ['comment', { text: ' ' }, 'text'],
  ['snooze', { until: 'tomorrow' }, 'until'],
  ['snooze', { until: new Date(NOW - MINUTE).toISOString() }, 'until'],
  ['snooze', { until: new Date(NOW + 91 * 86_400_000).toISOString() }, 'until'],
])('%s of %j is refused at its field', async (deed, payload, field) => {
  const { id } = await make(RULE);
  await escalate('billing');
  const [alert] = await alertsOf(id);
  expect(await ask('POST', `/alerts/${alert!['id']}/${deed}`, payload)).toMatchObject({ status: 400, body: { code: 'invalid', field } });
});

test.each<[string, object, string]>([
  ['a name', { ...RULE, name: ' ' }, 'rule.name'],
  ['a severity', { ...RULE, severity: 'awful' }, 'rule.severity'],
  ['a kind', { ...RULE, subject: { kind: 'weather' } }, 'rule.subject.kind'],
  ['a field', { ...RULE, subject: { ...RULE.subject, where: [{ field: 'mood', is: ['bad'] }] } }, 'rule.subject.where.0.field'],
  ['values', { ...RULE, subject: { ...RULE.subject, where: [{ field: 'team', is: [] }] } }, 'rule.subject.where.0.is'],
  ['an hour', { ...RULE, subject: { kind: 'schedule', at: '25:00', timeZone: 'UTC' } }, 'rule.subject.at'],
  ['a zone', { ...RULE, subject: { kind: 'schedule', at: '09:00', timeZone: 'Mars' } }, 'rule.subject.timeZone'],
  ['a metric', metric({ metric: 'happiness' }), 'rule.subject.metric'],
  ['a window', metric({ windowSeconds: 7 }), 'rule.subject.windowSeconds'],
  ['a dimension', metric({ by: 'presence' }), 'rule.subject.by'],
  ['no condition', metric({}, null), 'rule.condition'],
  ['a band', metric({}, { compare: 'above', value: 5, clear: 6 }), 'rule.condition.clear'],
  ['hours', { ...RULE, activeHours: 'nights' }, 'rule.activeHours'],
  ['a step', { ...RULE, audience: { ladder: [{ afterMs: 1 }] } }, 'rule.audience.ladder.0.afterMs'],
])('%s that is none is refused at its field', async (_what, rule, field) => {
  expect(await ask('POST', '/rules', { rule })).toMatchObject({ status: 400, body: { code: 'invalid', field } });
});

test('of two who change a rule the later one is told; each change is a version, and what is removed is gone', async () => {
  const { id } = await make(RULE);
  const save = (name: string, baseVersion: number) => ask('PUT', `/rules/${id}`, { rule: { ...RULE, name }, baseVersion });
  expect((await save('First', 1)).body).toMatchObject({ version: 2 });
  expect((await save('Second', 1)).status).toBe(409);
  expect((await ask('POST', `/rules/${id}/enable`, { enabled: false })).body).toMatchObject({ version: 3, spec: { enabled: false } });
  const until = NOW + 60 * MINUTE;
  expect((await ask('POST', `/rules/${id}/snooze`, { until: new Date(until).toISOString() })).body).toMatchObject({
    spec: { snoozedUntil: until },
  });
  expect((await ask('GET', `/rules/${id}/versions`)).body['versions'].map(({ spec }: Record<string, any>) => spec.name)).toEqual([
    'First',
    'First',
    'First',
    'Escalated',
  ]);
  expect((await ask('DELETE', `/rules/${id}`)).status).toBe(204);
  expect((await ask('GET', `/rules/${id}`)).status).toBe(404);
});

test('standard rules can be turned on as they are, and know what was made of them', async () => {
  const { templates } = (await ask('GET', '/rules/templates')).body;
  expect(templates.length).toBeGreaterThanOrEqual(36);
  for (const { spec } of templates.filter(({ group }: { group: string }) => group !== 'kpi')) await make(spec);
  const after = (await ask('GET', '/rules/templates')).body['templates'];
  expect(after.find(({ id }: { id: string }) => id === 'sla.enterprise.first_response.80').rules).toHaveLength(1);
});

test('managers make any rule, leads those of their teams, others none', async () => {
  const [manager, lead, agent, executive] = await Promise.all(['manager', 'lead', 'agent', 'executive'].map(persona));
  await make(RULE, manager);
  const own = await make(ofTeam('billing'), lead);
  expect(await lead!('POST', '/rules', { rule: RULE })).toMatchObject({ status: 400, body: { field: 'rule.subject.where' } });
  expect(await lead!('POST', '/rules', { rule: ofTeam('technical') })).toMatchObject({
    status: 400,
    body: { field: 'rule.subject.where' },
  });
  expect(await lead!('POST', '/rules', { rule: metric() })).toMatchObject({ status: 400, body: { field: 'rule.subject.filters' } });
  await make(metric({ filters: [{ dimension: 'team', values: ['billing'] }] }), lead);
  expect((await lead!('POST', '/rules', { rule: { ...RULE, subject: { kind: 'connection' } } })).status).toBe(403);
  expect((await lead!('POST', '/rules/dry-run', { rule: RULE })).status).toBe(400);
  expect([(await agent!('POST', '/rules', { rule: ofTeam('billing') })).status, (await agent!('GET', '/rules')).status]).toEqual([
    403, 200,
  ]);
  expect((await executive!('POST', '/rules', { rule: RULE })).status).toBe(403);
  expect((await executive!('DELETE', `/rules/${own.id}`)).status).toBe(403);
  // Whom a lead may choose is told without being told how they are reached.
  expect((await lead!('GET', '/people/reach')).body).toMatchObject({ to: 'some', teams: ['billing'] });
  const { people } = (await lead!('GET', '/notifications/recipients')).body;
  expect(people).toContainEqual({ id: 'lead', name: 'Name of z-lead', role: 'lead' });
});

test('a lead sees the alerts about tickets of the own team, and another workspace none', async () => {
  const { id } = await make(RULE);
  await escalate('technical');
  await escalate('billing');
  const lead = await persona('lead');
  const seen = await alertsOf(id, lead);
  expect([(await alertsOf(id)).length, seen.length]).toEqual([2, 1]);
  const hidden = (await alertsOf(id)).find((one) => one['id'] !== seen[0]!['id'])!;
  expect((await lead('GET', `/alerts/${hidden['id']}`)).status).toBe(404);
  expect((await lead('POST', `/alerts/${hidden['id']}/acknowledge`)).status).toBe(404);
  const executive = await persona('executive');
  expect((await executive('POST', `/alerts/${hidden['id']}/acknowledge`)).status).toBe(403);
  const theirs = as({ authorization: `Bearer ${api.keys.b}` });
  expect([(await alertsOf(id, theirs)).length, (await theirs('GET', `/alerts/${hidden['id']}`)).status]).toEqual([0, 404]);
});

test('who was told of an alert finds it, opens it and has it in hand, and learns no more of its tickets than before', async () => {
  const { id } = await make({ ...RULE, audience: { roles: ['lead'] } });
  await escalate('technical');
  const [alert] = await alertsOf(id);
  const lead = await persona('lead');
  const agent = await persona('agent');
  expect(await alertsOf(id, lead)).toMatchObject([{ id: alert!['id'], subject: null }]);
  expect(await alertsOf(id, agent)).toEqual([]);
  const firing = async (who: typeof lead) => (await who('GET', '/alerts/count')).body['firing'] as number;
  expect([(await firing(lead)) > 0, await firing(agent)]).toEqual([true, 0]);
  expect(await lead('GET', `/alerts/${alert!['id']}`)).toMatchObject({ status: 200, body: { subject: null, ofTickets: [] } });
  const list = { alerts: { rule: [id] } };
  const one = await watch({ one: { alert: { id: alert!['id'] } }, list }, await asPersona('lead'));
  expect((await one.until('list')).answer).toMatchObject({ alerts: [{ id: alert!['id'] }] });
  expect((await lead('POST', `/alerts/${alert!['id']}/acknowledge`)).status).toBe(200);
  await one.until('one', ({ answer }) => answer?.['status'] === 'acknowledged');
  const other = await watch({ one: { alert: { id: alert!['id'] } }, list }, await asPersona('agent'));
  expect((await other.until('list')).answer).toMatchObject({ alerts: [] });
  expect((await other.until('one')).problem).toMatchObject({ status: 404 });
});

test('a lead sees whom an alert of a rule of the team told, and of others what was for the lead', async () => {
  const [lead, agent] = [await persona('lead'), await persona('agent')];
  const { id: own } = await make(ofTeam('billing'), lead);
  const { id: others } = await make(RULE);
  await escalate('billing');
  const told = async (rule: string, by: typeof lead) => {
    const alert = (await alertsOf(rule))[0]!['id'] as string;
    const { body } = await by('GET', `/notifications/log?thread=${encodeURIComponent(`alert:${alert}`)}&alert=${alert}`);
    return [body['of'], body['deliveries'].map(({ recipient }: Record<string, any>) => recipient.id)];
  };
  expect(await told(own, lead)).toEqual(['alert', expect.arrayContaining(['manager'])]);
  expect(await told(others, lead)).toEqual(['own', []]);
  expect(await told(own, agent)).toEqual(['own', []]);
  expect(await told(others, ask)).toEqual(['everybody', expect.arrayContaining(['manager'])]);
});

test('a dry run finds what fired, and says where no history is kept', async () => {
  const { id } = await make(RULE);
  const ticket = await escalate('billing');
  const fired = (await alertsOf(id))[0]!;
  const { body } = await ask('POST', '/rules/dry-run', { rule: RULE });
  expect(body).toMatchObject({ isExact: true, everySeconds: null });
  expect(body['alerts']).toContainEqual(expect.objectContaining({ firedAt: fired['firedAt'], tickets: [ticket] }));
  expect((await ask('POST', '/rules/dry-run', { rule: { ...RULE, subject: { kind: 'connection' } } })).body).toMatchObject({
    code: 'not_possible',
  });
  const from = new Date(NOW + MINUTE).toISOString();
  expect(await ask('POST', '/rules/dry-run', { rule: RULE, from })).toMatchObject({ status: 400, body: { field: 'from' } });
});

test('the stream tells of alerts as they fire and as people act, to each what they may see', async () => {
  const { id } = await make(RULE);
  const questions = { count: { alertCount: {} }, list: { alerts: { rule: [id] } } };
  const all = await watch(questions);
  const lead = await watch(questions, await asPersona('lead'));
  const firing = (count: number) => (message: { answer?: Record<string, any> }) => message.answer?.['firing'] === count;
  const before = (await all.until('count')).answer!['firing'] as number;
  const own = (await lead.until('count')).answer!['firing'] as number;
  await escalate('technical');
  await all.until('count', firing(before + 1));
  const ticket = await escalate('billing');
  await all.until('count', firing(before + 2));
  await lead.until('count', firing(own + 1));
  const told = await lead.until('list', ({ answer }) => answer?.['alerts'].length === 1);
  const [alert] = told.answer!['alerts'];
  expect(alert).toMatchObject({ ticket, status: 'firing' });
  const one = await watch({ one: { alert: { id: alert.id } } }, await asPersona('lead'));
  await one.until('one', ({ answer }) => answer?.['status'] === 'firing');
  await ask('POST', `/alerts/${alert.id}/acknowledge`);
  await one.until('one', ({ answer }) => answer?.['status'] === 'acknowledged');
  await lead.until('count', firing(own));
  const wrong = await watch({ list: { alerts: { status: ['loud'] } }, one: { alert: {} } });
  expect((await wrong.until('list')).problem).toMatchObject({ code: 'invalid' });
  expect((await wrong.until('one')).problem).toMatchObject({ code: 'invalid' });
});
