/** Incidents page whoever is on call: an incident that is raised calls them, whoever does not acknowledge is gone past, and rules look at what it comes to. */
import { STANDARD_POLICY } from '@watchdesk/domain/incident';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { actor, type Paging, SEV1, startPaging } from '../../test/incident-paging.ts';
import { BERT, CLEO, type Told, WHO } from '../../test/told.ts';

const MINUTE = 60_000;
let paging: Paging;
let told: Told;
beforeAll(async () => {
  paging = await startPaging();
  ({ told } = paging);
});
afterAll(() => paging.close());
beforeEach(() => paging.empty());

test('declared as SEV3 it calls nobody; raised to SEV1 it pages whoever is on call, and goes past who does not acknowledge', async () => {
  const [first, second] = [await paging.always(`person:${BERT}`, 'First'), await paging.always(`person:${CLEO}`, 'Second')];
  await paging.policies.save({ name: 'Outage', steps: [{ tell: { onCall: [first.id] }, minutes: 5 }, { tell: { onCall: [second.id] } }] });
  for (const id of ['incidents.major', 'incidents.raised']) await paging.standard(id, { incidentPath: true });
  await paging.alerts.watch.catchUp();
  const id = await paging.declare();
  await paging.alerts.watch.catchUp();
  expect(await paging.reached()).toEqual([]);
  await paging.raise(id);
  await paging.alerts.watch.catchUp();
  expect([await paging.reached(), await paging.titles()]).toEqual([['Bert'], [`${id} is raised to SEV1.`]]);
  told.clock.move(6 * MINUTE);
  await vi.waitFor(async () => expect(await paging.reached()).toEqual(['Bert', 'Cleo']), { timeout: 20_000, interval: 30 });
});

test('who is named by the path of the policy is called when their step comes, and none is called twice', async () => {
  const { id: schedule } = await paging.always(`person:${BERT}`, 'First');
  const { terms } = STANDARD_POLICY;
  const [onCallStep, second, ...further] = terms.SEV1.escalation;
  const escalation = [{ ...onCallStep!, who: { onCall: [schedule] } }, { ...second!, who: { people: [CLEO] } }, ...further];
  await paging.incidents.savePolicy(
    { workspaceId: 'a', who: WHO, name: 'Anna' },
    { reviewSeconds: 3600, terms: { ...terms, SEV1: { ...terms.SEV1, escalation } } } as never,
    undefined,
  );
  for (const id of ['incidents.major', 'incidents.raised', 'incidents.escalation_due']) await paging.standard(id, { incidentPath: true });
  await paging.alerts.watch.catchUp();
  const id = await paging.declare(SEV1);
  await paging.alerts.watch.catchUp();
  expect(await paging.reached()).toEqual(['Bert']);
  // Down and up again: who is in it already is not called again.
  await paging.incidents.act(actor, id, { name: 'severity', users: 'multiple', block: 'complete', overrides: [] });
  await told.postgres.pool.query('delete from notice');
  await paging.raise(id);
  await paging.alerts.watch.catchUp();
  expect(await paging.reached()).toEqual([]);
  told.clock.move(31 * MINUTE);
  await paging.timer();
  expect(await paging.reached()).toEqual(['Cleo']);
  expect((await paging.titles()).at(-1)).toBe(`VP Engineering is to be brought into ${id} (SEV1) now.`);
});

test('rules look at what an incident comes to, not at what an event says of it, and hear of no incident that nobody declared', async () => {
  await paging.standard('incidents.major', { people: [BERT] });
  await paging.standard('incidents.reopened', { people: [BERT] });
  await paging.alerts.watch.catchUp();
  const at = told.clock.now();
  const sent = (id: string, type: string, incident: string, data: object, later = 0) => ({
    id,
    at: at + later,
    type,
    data: { incident, ...data },
  });
  await paging.door.accept('a', 'pager', [
    // It says nothing of a severity: that follows from what is hit.
    sent('d1', 'incident.declared', 'P-1', { title: 'All down', users: 'all', block: 'complete' }),
    // It says SEV4, and is; one that nobody declared is none, whatever is said of it.
    sent('d2', 'incident.declared', 'P-2', { title: 'A trifle', users: 'all', block: 'complete', severity: 'SEV4' }),
    sent('g1', 'incident.status_changed', 'P-9', { to: 'investigating' }),
    sent('s1', 'incident.status_changed', 'P-1', { to: 'resolved' }, 1),
    sent('s2', 'incident.status_changed', 'P-1', { to: 'investigating' }, 2),
  ]);
  await paging.alerts.watch.catchUp();
  expect((await paging.titles()).toSorted()).toEqual(['P-1 (SEV1) is declared: All down.', 'P-1 (SEV1) is investigating now.']);
  expect((await paging.incidents.list(actor, {}, { limit: 50 })).incidents.map(({ id }) => id)).not.toContain('P-9');
  await expect(paging.incidents.get(actor, 'P-9')).rejects.toMatchObject({ code: 'not_found' });
  // Once it is declared, what was said of it before counts.
  await paging.door.accept('a', 'pager', [
    sent('g2', 'incident.declared', 'P-9', { title: 'There after all', users: 'one', block: 'minor' }, 3),
  ]);
  expect((await paging.incidents.get(actor, 'P-9')).stage).toBe('investigating');
});
