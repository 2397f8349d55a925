/** `kill -9` of the process that hears: whatever it was in the middle of, each ticket counts once, and what was proposed is told once and is not lost. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DetectionState } from '@watchdesk/domain/incident/detection';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { outage, startDetectionDesk } from '../../test/detection-desk.ts';
import { type KilledChild, killedChild } from '../../test/killed-child.ts';

const WORKSPACE = 'w1';
const who = { kind: 'person', id: 'p', name: 'Ann', from: null } as const;
let desk: Awaited<ReturnType<typeof startDetectionDesk>>;
let child: KilledChild;
let environment: NodeJS.ProcessEnv;
let ahead = 0;
let told = 0;
beforeAll(async () => {
  desk = await startDetectionDesk();
  await desk.newWorkspace();
  await desk.begin();
  ahead = desk.clock.now() - Date.now();
  child = killedChild('detection-child.ts', desk.url);
  environment = { WATCHDESK_CLICKHOUSE_URL: desk.analyticsUrl, WATCHDESK_AHEAD_MS: String(ahead) };
}, 300_000);
afterAll(async () => {
  await child.kill();
  await desk.close();
});

/** So many more customers write of it, now. */
async function write(count: number): Promise<void> {
  desk.goTo(Date.now() + ahead);
  const tickets = outage(`o${told}`, desk.clock.now() - 1000, count, 10, told);
  told += count;
  await desk.door.accept(WORKSPACE, 's', tickets);
}
const rows = async <Row extends object>(text: string): Promise<Row[]> => (await desk.postgres.pool.query<Row>(text, [WORKSPACE])).rows;
const eventually = (look: () => Promise<void>) => vi.waitFor(look, { timeout: 60_000, interval: 20 });

test('a process that is killed while it hears, keeps and tells counts no ticket twice and neither loses nor doubles a proposal', async () => {
  await write(15);
  // It has heard, and not kept it.
  await child.killAt('select from detection where workspace_id = $1 for update', [WORKSPACE], environment);
  expect(await rows('select from detection_proposal where workspace_id = $1')).toHaveLength(0);
  // It has kept what it proposes, and not told it.
  await child.killAt('lock table incident in share mode', [], environment);
  expect(await rows('select from detection_proposal where workspace_id = $1')).toHaveLength(1);
  expect(await rows(`select from event_log where workspace_id = $1 and type = 'incident.proposed'`)).toHaveLength(0);
  // It has told it, and not noted that.
  await child.killAt('select from detection_proposal where workspace_id = $1 for update', [WORKSPACE], environment);
  expect(await rows(`select from event_log where workspace_id = $1 and type = 'incident.proposed'`)).toHaveLength(1);
  expect(await rows('select from detection_proposal where workspace_id = $1 and told is null and due')).toHaveLength(1);
  // And at any moment while more come.
  for (let round = 0; round < 3; round += 1) {
    child.start(environment);
    await write(5);
    await sleep(700 + Math.random() * 900);
    await write(3);
    await sleep(Math.random() * 400);
    await child.kill();
  }
  child.start(environment);
  const [found] = await rows<{ incident: string }>('select incident from detection_proposal where workspace_id = $1');
  const actor = { workspaceId: WORKSPACE, sight: { to: 'all' }, by: 'ann', who } as const;
  await desk.incidents.act(actor, found!.incident, { name: 'declare' });
  await eventually(async () => {
    expect(await rows('select from detection_ticket where workspace_id = $1 and linked')).toHaveLength(told);
    expect(await rows('select from detection_proposal where workspace_id = $1 and due')).toHaveLength(0);
  });
  await child.kill();

  expect(told).toBe(39);
  const proposals = await rows<{ proposal: { ticketCount: number }; verdict: string }>(
    'select proposal, verdict from detection_proposal where workspace_id = $1',
  );
  expect(proposals.map(({ proposal: { ticketCount }, verdict }) => [ticketCount, verdict])).toEqual([[told, 'accepted']]);
  expect(await rows(`select from event_log where workspace_id = $1 and type = 'incident.proposed'`)).toHaveLength(1);
  const links = await rows<{ stream: string }>(`select stream from event_log where workspace_id = $1 and type = 'ticket.linked'`);
  expect([links.length, new Set(links.map(({ stream }) => stream)).size]).toEqual([told, told]);
  const [kept] = await rows<{ state: string }>('select state from detection where workspace_id = $1');
  const remembered = (JSON.parse(kept!.state) as DetectionState).recent.map(([{ id }]) => id).filter((id) => id.startsWith('s:o'));
  expect([remembered.length, new Set(remembered).size]).toEqual([told, told]);
}, 180_000);
