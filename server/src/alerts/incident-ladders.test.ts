/** A ladder that an incident began ends with it, and of several escalation policies that are due together each pages. */
import { STANDARD_POLICY } from '@watchdesk/domain/incident';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { actor, maker, type Paging, SEV1, startPaging } from '../../test/incident-paging.ts';
import { ANNA, BERT, CLEO, type Told, WHO } from '../../test/told.ts';

const MINUTE = 60_000;
let paging: Paging;
let told: Told;
beforeAll(async () => {
  paging = await startPaging();
  ({ told } = paging);
});
afterAll(() => paging.close());
beforeEach(async () => {
  await paging.empty();
  await told.postgres.pool.query('delete from alert');
});

/** Whoever has `Second` is called five minutes after whoever has `First`. */
async function twoSteps() {
  const [first, second] = [await paging.always(`person:${BERT}`, 'First'), await paging.always(`person:${CLEO}`, 'Second')];
  await paging.policies.save({ name: 'Outage', steps: [{ tell: { onCall: [first.id] }, minutes: 5 }, { tell: { onCall: [second.id] } }] });
  await paging.standard('incidents.major', { incidentPath: true });
  await paging.alerts.watch.catchUp();
}
const declared = async (more: object = {}) => {
  const id = await paging.declare({ ...SEV1, ...more });
  await paging.alerts.watch.catchUp();
  return id;
};
const resolve = { name: 'status', status: 'resolved' } as const;
const steps = async () =>
  (await told.postgres.pool.query<{ ended: string | null }>('select ended from notice_step order by notice, step')).rows.map(
    ({ ended }) => ended,
  );
const said = async () =>
  (await paging.log()).flatMap(({ way, notice, recipient, reason }) =>
    way === 'none' || notice.event === 'resolved' ? [`${notice.event} ${recipient.name} ${way} ${reason}`] : [],
  );
/** Whatever is due by then has been told. */
const after = async (minutes: number) => {
  told.clock.move(minutes * MINUTE);
  await vi.waitFor(
    async () => {
      const { rows } = await told.postgres.pool.query('select from notice_step where ended is null and due_at <= $1', [
        new Date(told.clock.now()),
      ]);
      expect(rows).toHaveLength(0);
    },
    { timeout: 20_000, interval: 30 },
  );
};
const timeline = async (id: string) =>
  (await paging.incidents.get(actor, id)).timeline.flatMap(({ type, said: { title, reason } }) =>
    type.startsWith('alert.') ? [`${type} ${title} ${reason ?? ''}`.trimEnd()] : [],
  );

const reader = { ...maker, sight: { to: 'all' }, me: null } as never;
const RULE = 'A SEV1 or SEV2 is declared';

test('once it is resolved nobody further is called, and the log and the timeline say so', async () => {
  await twoSteps();
  const id = await declared();
  await paging.incidents.act(actor, id, resolve);
  await paging.alerts.watch.catchUp();
  await after(60);
  expect([await paging.reached(), await steps()]).toEqual([['Bert'], ['settled']]);
  expect(await said()).toEqual([
    `resolved ladder none its ladder ends 1 step early. ${id} is resolved: nobody further is called.`,
    'resolved Bert mail null',
    'resolved Bert inbox null',
  ]);
  expect(await timeline(id)).toEqual([`alert.fired ${RULE}`, `alert.resolved ${RULE} ${id} is resolved`]);
});

test('likewise one that is dismissed', async () => {
  await twoSteps();
  const id = await declared();
  await paging.incidents.act(actor, id, { name: 'dismiss', reason: 'In vain' });
  await paging.alerts.watch.catchUp();
  await after(60);
  expect([await paging.reached(), await steps()]).toEqual([['Bert'], ['settled']]);
  expect((await timeline(id)).at(-1)).toBe(`alert.resolved ${RULE} ${id} is dismissed`);
});

test.each(['merged', 'declared'] as const)('of one that was proposed nobody further is called once it is %s', async (how) => {
  const other = await paging.declare();
  const [first, second] = [await paging.always(`person:${BERT}`, 'First'), await paging.always(`person:${CLEO}`, 'Second')];
  const policy = await paging.policies.save({ name: 'P', steps: [{ tell: { onCall: [first.id] } }, { tell: { onCall: [second.id] } }] });
  await paging.standard('incidents.proposed', { policy: policy.id });
  await paging.alerts.watch.catchUp();
  const id = await declared({ isProposed: true });
  await paging.incidents.act(actor, id, how === 'merged' ? { name: 'dismiss', mergedInto: other } : { name: 'declare' });
  await paging.alerts.watch.catchUp();
  await after(60);
  expect([await paging.reached(), await steps()]).toEqual([['Bert'], ['settled']]);
  const { timeline: all, mergedInto } = await paging.incidents.get(actor, id);
  const ended = how === 'merged' ? `${id} is merged into ${other}` : `${id} is declared`;
  expect((await timeline(id)).at(-1)).toBe(`alert.resolved An incident is proposed ${ended}`);
  expect(all.find(({ type }) => type === 'incident.dismissed')?.said['mergedInto'] ?? null).toBe(mergedInto);
});

test('what was resolved while no rule listened calls nobody when a step is due before the rules have heard of it', async () => {
  await twoSteps();
  const id = await declared();
  await paging.incidents.act(actor, id, resolve);
  await after(60);
  expect([await paging.reached(), await steps()]).toEqual([['Bert'], ['settled']]);
  expect(await said()).toEqual([`fired ladder none ${id} is resolved: whoever is next is not called`]);
  await paging.alerts.watch.catchUp();
  expect((await timeline(id)).at(-1)).toBe(`alert.resolved ${RULE} ${id} is resolved`);
});

test('declared and resolved in one breath it calls nobody further', async () => {
  await twoSteps();
  const id = await paging.declare(SEV1);
  await paging.incidents.act(actor, id, resolve);
  await paging.alerts.watch.catchUp();
  await after(60);
  expect((await timeline(id)).at(-1)).toBe(`alert.resolved ${RULE} ${id} is resolved`);
  expect([await paging.reached(), await steps()]).toEqual([['Bert'], ['settled']]);
});

test('who has acknowledged hears no more of it, and one that was opened again meanwhile goes on', async () => {
  await twoSteps();
  const [seen, again] = [await declared(), await declared()];
  const { alerts } = await paging.alerts.list(reader, {}, { limit: 10 });
  const ofSeen = alerts.find(({ what }) => what.startsWith(seen))!;
  await paging.alerts.act(reader, ofSeen.id, { type: 'acknowledge' });
  await paging.incidents.act(actor, seen, resolve);
  await paging.incidents.act(actor, again, resolve);
  await paging.incidents.act(actor, again, { name: 'status', status: 'investigating' });
  await paging.alerts.watch.catchUp();
  await after(6);
  expect((await said()).filter((line) => line.startsWith('resolved'))).toEqual([]);
  expect((await timeline(seen)).at(-1)).toBe(`alert.resolved ${RULE} ${seen} is resolved`);
  expect(await timeline(again)).toEqual([`alert.fired ${RULE}`, `alert.escalated ${RULE}`]);
  expect(await paging.reached()).toEqual(['Bert', 'Cleo']);
});

test('of several policies that are due at once each pages, whoever is in two of them once, and each goes on', async () => {
  const on = async (person: string, name: string) => ({ onCall: [(await paging.always(`person:${person}`, name)).id] });
  const [anna, bert, cleo] = [await on(ANNA, 'A'), await on(BERT, 'B'), await on(CLEO, 'C')];
  const one = await paging.policies.save({ name: 'One', respondMinutes: 10, steps: [{ tell: bert, minutes: 5 }, { tell: cleo }] });
  const two = await paging.policies.save({
    name: 'Two',
    respondMinutes: 3,
    steps: [{ tell: bert, minutes: 5 }, { tell: { onCall: [...anna.onCall, ...cleo.onCall] } }],
  });
  const three = await paging.policies.save({ name: 'Three', steps: [{ tell: anna, minutes: 9 }, { tell: cleo }] });
  const { terms } = STANDARD_POLICY;
  const escalation = [one, two, three].map(({ id }, index) => ({ to: `Team ${index}`, afterSeconds: 0, who: { policy: id } }));
  await paging.incidents.savePolicy(
    { workspaceId: 'a', who: WHO, name: 'Anna' },
    { reviewSeconds: 3600, terms: { ...terms, SEV1: { ...terms.SEV1, escalation } } } as never,
    undefined,
  );
  await paging.standard('incidents.major', { incidentPath: true });
  await paging.alerts.watch.catchUp();
  await declared();
  const inboxes = async () =>
    (await paging.log())
      .flatMap(({ way, recipient, notice: { event } }) => (way === 'inbox' ? [`${event} ${recipient.name}`] : []))
      .toSorted();
  expect(await inboxes()).toEqual(['fired Anna', 'fired Bert']);
  await after(6);
  expect(await inboxes()).toEqual(['escalated Anna', 'escalated Cleo', 'fired Anna', 'fired Bert']);
  await after(4);
  expect(await inboxes()).toEqual(['escalated Anna', 'escalated Cleo', 'escalated Cleo', 'fired Anna', 'fired Bert']);
  const { rows } = await told.postgres.pool.query(`select distinct body->'respondSeconds' as within from notice`);
  expect(rows).toEqual([{ within: 180 }]);
});
