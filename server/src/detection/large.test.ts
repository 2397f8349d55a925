/** An outage of far more customers than what is listed of it: the screen says how many there are, and its chart goes on. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MINUTE, NOON, startDetectionDesk, ticketOf } from '../../test/detection-desk.ts';
import type { Actor } from '../incidents/index.ts';

const COUNT = 500;
let desk: Awaited<ReturnType<typeof startDetectionDesk>>;
let actor: Actor;
beforeAll(async () => {
  desk = await startDetectionDesk();
  const workspaceId = await desk.newWorkspace();
  actor = { workspaceId, sight: { to: 'all' }, by: 'ann', who: { kind: 'person', id: 'p', name: 'Ann', from: null } };
  await desk.begin();
}, 300_000);
afterAll(() => desk.close());

test('five hundred customers are five hundred tickets, all of which are its own once it is accepted', async () => {
  const from = NOON + 10 * MINUTE;
  const flood = Array.from({ length: COUNT }, (_, number) =>
    ticketOf(`flood-${number}`, from + number * 4_000, 10_000 + number, { subject: 'router offline', category: 'Login', product: 'Login' }),
  );
  await desk.tell(actor.workspaceId, flood.slice(0, 350), 50);
  desk.restart();
  await desk.tell(actor.workspaceId, flood.slice(350), 50);
  const { proposals } = await desk.detection().proposals(actor);
  const [proposal] = proposals;
  expect(proposals).toMatchObject([{ incident: 'INC-1', tickets: COUNT, customers: COUNT }]);
  const steps = proposal!.chart.steps.map(({ tickets }) => tickets);
  expect(steps.reduce((sum, tickets) => sum + tickets, 0)).toBe(COUNT);
  expect(steps.at(-1)).toBeGreaterThan(0);
  expect(proposal!.words.find(({ word }) => word === 'router')).toMatchObject({ tickets: 300, of: 300 });
  await desk.incidents.act(actor, 'INC-1', { name: 'declare' });
  await desk.detection().watch.catchUp();
  expect(await desk.incidents.ticketsOf(actor, 'INC-1')).toHaveLength(COUNT);
  expect(desk.troubles).toEqual([]);
}, 240_000);
