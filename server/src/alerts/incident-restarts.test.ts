/** The clocks of an incident across a stop of the server, by the real timer: what became due meanwhile is said once, at its instant, and calls people once. */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { actor, type Paging, SEV1, startPaging } from '../../test/incident-paging.ts';
import { BERT, type Told } from '../../test/told.ts';

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
  await paging.standard('incidents.update_skipped', { people: [BERT] });
});

/** When it was declared. */
const begun = async (id: string): Promise<number> => Date.parse((await paging.incidents.get(actor, id)).declaredAt!);
/** In minutes from then. */
const skips = async (id: string) => {
  const from = await begun(id);
  const { rows } = await told.postgres.pool.query<{ at: string }>(
    `select at from event_log where workspace_id = 'a' and stream = $1 and type = 'incident.update_skipped' order by at`,
    [`incident/${id}`],
  );
  return rows.map(({ at }) => (Number(at) - from) / MINUTE);
};
const alerts = async () => {
  const { rows } = await told.postgres.pool.query<{ times: number; silent: boolean; events: string[] }>(
    `select times, silent, array(select body->>'event' from notice where body->>'alertId' = a.id order by place) as events from alert a`,
  );
  return rows.map(({ times, silent, events }) => ({ times, silent, events }));
};
const inboxOfBert = async () => (await paging.log()).flatMap(({ way, notice }) => (way === 'inbox' ? [notice.title] : []));
/** A moment in which every loop has had its turn. */
const rest = () => new Promise((settle) => setTimeout(settle, 1500));
const eventually = (look: () => Promise<void>) => vi.waitFor(look, { timeout: 20_000, interval: 30 });

test.each([
  ['a minute ago', 16, [15], /^An update on an incident was skipped$/],
  ['half an hour and more ago, and again since', 50, [15, 30, 45], /goes on, and nobody was called in time/],
])('an update that became due while the server was stopped, %s', async (_, minutes, due, title) => {
  const first = paging.process();
  const id = await paging.declare(SEV1);
  await rest();
  await first.stop();
  told.clock.move(minutes * MINUTE);
  expect(await skips(id)).toEqual([]);
  const second = paging.process();
  await eventually(async () => expect(await inboxOfBert()).toHaveLength(1));
  await rest();
  await second.stop();
  // And whoever starts once more says nothing again.
  const third = paging.process();
  await rest();
  await third.stop();
  expect(await skips(id)).toEqual(due);
  // Each is an alert of its own, and all that is owed is one page.
  const all = await alerts();
  expect(all.map(({ times, silent }) => [times, silent])).toEqual(due.map(() => [1, false]));
  expect(all.flatMap(({ events }) => events)).toEqual(['fired']);
  expect(await inboxOfBert()).toEqual([expect.stringMatching(title)]);
  const { timeline } = await paging.incidents.get(actor, id);
  const from = await begun(id);
  expect(timeline.flatMap(({ type, at }) => (type === 'incident.update_skipped' ? [(Date.parse(at) - from) / MINUTE] : []))).toEqual(due);
});

test('one skip alone that is long past calls people too while the incident goes on, and nobody once it is resolved', async () => {
  const first = paging.process();
  const sev2 = { users: 'multiple', block: 'complete', overrides: [] } as const;
  const [open, over] = [await paging.declare(sev2), await paging.declare(sev2)];
  await rest();
  await first.stop();
  told.clock.move(50 * MINUTE);
  await paging.incidents.act(actor, over, { name: 'status', status: 'resolved' });
  const second = paging.process();
  await eventually(async () => expect(await inboxOfBert()).toHaveLength(1));
  await rest();
  await second.stop();
  expect([await skips(open), await skips(over)]).toEqual([[30], [30]]);
  expect((await alerts()).filter(({ silent }) => !silent)).toEqual([{ times: 1, silent: false, events: ['fired'] }]);
});

test('what was skipped before anybody told us of the incident is history, and calls nobody', async () => {
  const process = paging.process();
  const at = told.clock.now() - 50 * MINUTE;
  await paging.door.accept('a', 'pager', [
    { id: 'late', at, type: 'incident.declared', data: { incident: 'P-1', title: 'Down', users: 'multiple', block: 'complete' } },
  ]);
  await eventually(async () => expect(await skips('P-1')).toEqual([30]));
  await rest();
  await process.stop();
  expect(await inboxOfBert()).toEqual([]);
});
