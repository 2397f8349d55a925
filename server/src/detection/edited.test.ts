/** What a person wrote of a proposal is theirs: it stays while the proposal grows, and what they left alone goes on being told. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MINUTE, NOON, outage, startDetectionDesk } from '../../test/detection-desk.ts';
import type { Actor } from '../incidents/index.ts';

let desk: Awaited<ReturnType<typeof startDetectionDesk>>;
let actor: Actor;
beforeAll(async () => {
  desk = await startDetectionDesk();
  const workspaceId = await desk.newWorkspace();
  actor = { workspaceId, sight: { to: 'all' }, by: 'ann', who: { kind: 'person', id: 'p', name: 'Ann', from: null } };
  await desk.begin();
}, 300_000);
afterAll(() => desk.close());

test('a title and services that somebody wrote stay, and the regions grow', async () => {
  const north = outage('first', NOON + 10 * MINUTE, 30, 40_000, 20);
  // From customers of the South, so that it turns out to be everywhere.
  const south = north.slice(8).map((one, number) => {
    const requester = `c${number * 2 + 101}`;
    return { ...one, actor: { kind: 'customer', id: requester } as const, data: { ...one.data, requester } };
  });
  await desk.tell(actor.workspaceId, north.slice(0, 8));
  expect(await desk.incidents.get(actor, 'INC-1')).toMatchObject({ stage: 'proposed', services: ['Login'], regions: ['North'] });
  await desk.incidents.act(actor, 'INC-1', { name: 'affected', title: 'Router fault at the exchange', services: ['Broadband'] });
  await desk.tell(actor.workspaceId, south);
  const { title, services, regions, timeline } = await desk.incidents.get(actor, 'INC-1');
  expect([title, services]).toEqual(['Router fault at the exchange', ['Broadband']]);
  expect(regions.toSorted()).toEqual(['North', 'South']);
  expect(timeline.filter(({ type }) => type === 'incident.affected_changed').length).toBeGreaterThan(1);
  await desk.incidents.act(actor, 'INC-1', { name: 'affected', regions: ['Leeds'] });
  await desk.tell(actor.workspaceId, outage('more', desk.clock.now() + MINUTE, 12, 20_000, 120));
  expect((await desk.incidents.get(actor, 'INC-1')).regions).toEqual(['Leeds']);
  expect(desk.troubles).toEqual([]);
}, 120_000);
