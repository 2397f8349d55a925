/** Incidents page whoever is on call: an incident that is raised calls them, whoever does not acknowledge is gone past, and rules look at what it comes to. */
import { type RuleInput, ruleSpec, TEMPLATES } from '@watchdesk/domain/alerting';
import { STANDARD_POLICY } from '@watchdesk/domain/incident';
import { policySpec, scheduleSpec } from '@watchdesk/domain/on-call';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { BERT, CLEO, startTold, type Told, WHO } from '../../test/told.ts';
import { createIncidents, type Incidents } from '../incidents/index.ts';
import { announceIncidents, createDoor, type Door } from '../ingest/index.ts';
import { createOnCall, type OnCall } from '../on-call/index.ts';
import { ensureRules } from '../rules/index.ts';
import { type Alerts, createAlerts } from './index.ts';

const MINUTE = 60_000;
const scope = { rows: { to: 'all' }, aggregate: { to: 'all' }, text: true } as const;
const maker = { workspaceId: 'a', scope, writesRules: true, who: WHO };
const writer = { workspaceId: 'a', who: WHO, name: 'Anna', writesRules: true, self: [] };
const actor = { workspaceId: 'a', sight: { to: 'all' }, by: 'ann', who: WHO } as const;
const SEV3 = { users: 'multiple', block: 'major', overrides: [] } as const;
const SEV1 = { users: 'all', block: 'complete', overrides: [] } as const;

let told: Told;
let onCall: OnCall;
let door: Door;
let alerts: Alerts;
let incidents: Incidents;

beforeAll(async () => {
  told = await startTold({
    onCall: { standing: (...asked) => onCall.standing(...asked), policyOf: (...asked) => onCall.policyOf(...asked) },
  });
  const { postgres, clock, vault, notifications } = told;
  onCall = createOnCall({
    postgres,
    clock,
    vault,
    address: 'https://desk.example',
    colleagues: notifications.colleagues,
    post: notifications.post,
  });
  door = createDoor({ postgres, clock });
  const onTrouble = (error: unknown) => {
    throw error;
  };
  alerts = createAlerts({
    postgres,
    clock,
    telling: { postAll: (...posted) => notifications.postAll(...posted), usuallyCalled: (...asked) => onCall.usuallyCalled(...asked) },
    query: () => Promise.reject(new Error('no rule here asks for numbers')),
    factsAsOf: async () => clock.now(),
    connectionsOf: async () => [],
    onTrouble,
  });
  incidents = createIncidents({ postgres, clock, door, onTrouble });
  await ensureRules(postgres, 'a');
  notifications.start();
});
afterAll(async () => {
  await incidents.close();
  await told.close();
});
beforeEach(async () => {
  for (const { id } of await alerts.rules.list('a')) await alerts.rules.remove(maker, id);
  await told.postgres.pool.query(
    'delete from notice; delete from outbox_message; delete from on_call_schedule; delete from on_call_policy; delete from incident_policy; delete from incident',
  );
});

const always = (person: string, name: string) =>
  onCall.schedules.save(
    writer,
    null,
    scheduleSpec.parse({
      name,
      zone: 'UTC',
      layers: [{ name, people: [person], turn: { count: 1, unit: 'weeks' }, handOff: { at: '09:00' }, startsOn: '2020-01-06' }],
    }),
  );
async function standard(id: string, audience?: RuleInput['audience']): Promise<void> {
  const { spec } = TEMPLATES.find((one) => one.id === id)!;
  await alerts.rules.create(maker, ruleSpec.parse({ ...spec, ...(audience && { audience }), template: id }));
}
const reached = async () =>
  [
    ...new Set(
      (await told.notifications.log('a', { person: null, limit: 200 })).deliveries
        .filter(({ way }) => way !== 'none')
        .map(({ recipient }) => recipient.name),
    ),
  ].toSorted();
const titles = async () => {
  const { rows } = await told.postgres.pool.query<{ what: string }>(
    `select body->>'what' as what from notice where body->>'event' = 'fired' order by place`,
  );
  return rows.map(({ what }) => what);
};
const declare = (more: object = {}) =>
  incidents.open(actor, {
    isProposed: false,
    title: 'Sign-in fails',
    services: [],
    regions: [],
    customers: [],
    tickets: [],
    ...SEV3,
    ...more,
  });
const raise = (id: string) => incidents.act(actor, id, { name: 'severity', ...SEV1 });
const timer = async () => {
  while ((await announceIncidents(told.postgres.pool, told.clock.now(), 10)) > 0);
  await alerts.watch.catchUp();
};

test('declared as SEV3 it calls nobody; raised to SEV1 it pages whoever is on call, and goes past who does not acknowledge', async () => {
  const [first, second] = [await always(`person:${BERT}`, 'First'), await always(`person:${CLEO}`, 'Second')];
  await onCall.policies.save(
    writer,
    null,
    policySpec.parse({ name: 'Outage', steps: [{ tell: { onCall: [first.id] }, minutes: 5 }, { tell: { onCall: [second.id] } }] }),
  );
  for (const id of ['incidents.major', 'incidents.raised']) await standard(id, { incidentPath: true });
  await alerts.watch.catchUp();
  const id = await declare();
  await alerts.watch.catchUp();
  expect(await reached()).toEqual([]);
  await raise(id);
  await alerts.watch.catchUp();
  expect([await reached(), await titles()]).toEqual([['Bert'], [`${id} is raised to SEV1.`]]);
  told.clock.move(6 * MINUTE);
  await vi.waitFor(async () => expect(await reached()).toEqual(['Bert', 'Cleo']), { timeout: 20_000, interval: 30 });
});

test('who is named by the path of the policy is called when their step comes, and none is called twice', async () => {
  const { id: schedule } = await always(`person:${BERT}`, 'First');
  const { terms } = STANDARD_POLICY;
  const [onCallStep, second, ...further] = terms.SEV1.escalation;
  const escalation = [{ ...onCallStep!, who: { onCall: [schedule] } }, { ...second!, who: { people: [CLEO] } }, ...further];
  await incidents.savePolicy(
    { workspaceId: 'a', who: WHO, name: 'Anna' },
    { reviewSeconds: 3600, terms: { ...terms, SEV1: { ...terms.SEV1, escalation } } } as never,
    undefined,
  );
  for (const id of ['incidents.major', 'incidents.raised', 'incidents.escalation_due']) await standard(id, { incidentPath: true });
  await alerts.watch.catchUp();
  const id = await declare(SEV1);
  await alerts.watch.catchUp();
  expect(await reached()).toEqual(['Bert']);
  // Down and up again: who is in it already is not called again.
  await incidents.act(actor, id, { name: 'severity', users: 'multiple', block: 'complete', overrides: [] });
  await told.postgres.pool.query('delete from notice');
  await raise(id);
  await alerts.watch.catchUp();
  expect(await reached()).toEqual([]);
  told.clock.move(31 * MINUTE);
  await timer();
  expect(await reached()).toEqual(['Cleo']);
  expect((await titles()).at(-1)).toBe(`VP Engineering is to be brought into ${id} (SEV1) now.`);
});

test('rules look at what an incident comes to, not at what an event says of it, and hear of no incident that nobody declared', async () => {
  await standard('incidents.major', { people: [BERT] });
  await standard('incidents.reopened', { people: [BERT] });
  await alerts.watch.catchUp();
  const at = told.clock.now();
  const sent = (id: string, type: string, incident: string, data: object, later = 0) => ({
    id,
    at: at + later,
    type,
    data: { incident, ...data },
  });
  await door.accept('a', 'pager', [
    // It says nothing of a severity: that follows from what is hit.
    sent('d1', 'incident.declared', 'P-1', { title: 'All down', users: 'all', block: 'complete' }),
    // It says SEV4, and is; one that nobody declared is none, whatever is said of it.
    sent('d2', 'incident.declared', 'P-2', { title: 'A trifle', users: 'all', block: 'complete', severity: 'SEV4' }),
    sent('g1', 'incident.status_changed', 'P-9', { to: 'investigating' }),
    sent('s1', 'incident.status_changed', 'P-1', { to: 'resolved' }, 1),
    sent('s2', 'incident.status_changed', 'P-1', { to: 'investigating' }, 2),
  ]);
  await alerts.watch.catchUp();
  expect((await titles()).toSorted()).toEqual(['P-1 (SEV1) is declared: All down.', 'P-1 (SEV1) is investigating now.']);
  expect((await incidents.list(actor, {}, { limit: 50 })).incidents.map(({ id }) => id)).not.toContain('P-9');
  await expect(incidents.get(actor, 'P-9')).rejects.toMatchObject({ code: 'not_found' });
  // Once it is declared, what was said of it before counts.
  await door.accept('a', 'pager', [sent('g2', 'incident.declared', 'P-9', { title: 'There after all', users: 'one', block: 'minor' }, 3)]);
  expect((await incidents.get(actor, 'P-9')).stage).toBe('investigating');
});
