/** A help desk's own verdicts, through the door and out again beside the clocks of the preset policies. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLoaded } from '../../test/loaded.ts';
import { SEES_ALL } from '../accounts/index.ts';
import { createDoor } from '../ingest/index.ts';
import { ensureRules } from '../rules/index.ts';
import { createSla } from './index.ts';

const START = Date.UTC(2026, 2, 2, 9);
const clock = { now: () => Date.UTC(2026, 2, 3, 9) };
const loaded = await openLoaded();
const door = createDoor({ postgres: loaded.postgres, clock });
const sla = createSla({ postgres: loaded.postgres, analytics: loaded.analytics, clock, door });
let workspace: string;
let ids = 0;
afterAll(() => loaded.close());

const event = (minutes: number, type: string, data: object, kind = 'agent') => ({
  id: `v${(ids += 1)}`,
  at: START + minutes * 60_000,
  actor: { kind, id: `${kind}-1` },
  ticket: 'zd:1',
  type,
  data,
});
const vendor = (minutes: number, metric: string, kind: string, detail: object = {}) =>
  event(minutes, 'sla.vendor', { metric, kind, verdict: JSON.stringify({ instance: 1, ...detail }) }, 'system');

beforeAll(async () => {
  workspace = await loaded.newWorkspace();
  await ensureRules(loaded.postgres, workspace);
  const outcomes = await door.bulk(workspace, 'zd', [
    event(0, 'ticket.created', { requester: 'c', priority: 'P1' }, 'customer'),
    event(0, 'ticket.message', { messageId: 'm1', visibility: 'public', text: 'Help' }, 'customer'),
    event(20, 'ticket.message', { messageId: 'm2', visibility: 'public', text: 'So' }),
    event(60, 'status.changed', { to: 'resolved' }),
    vendor(0, 'reply_time', 'activate'),
    vendor(0, 'reply_time', 'apply_sla', { targetSeconds: 1800, isBusiness: false, policy: '7' }),
    vendor(20, 'reply_time', 'fulfill'),
    vendor(0, 'requester_wait_time', 'activate'),
    vendor(0, 'requester_wait_time', 'apply_sla', { targetSeconds: 14_400, isBusiness: false }),
    vendor(60, 'requester_wait_time', 'fulfill'),
  ]);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(outcomes.map(() => 'accepted'));
});

test('the two stand side by side, with the reason of the difference', async () => {
  const { comparisons } = await sla.vendorVerdicts(workspace, SEES_ALL, 'zd:1');
  const told = comparisons.map(({ isSame, reasons, theirs, ours }) => [
    theirs?.metric,
    theirs?.state,
    ours?.metric,
    ours?.state,
    isSame,
    reasons,
  ]);
  expect(told).toEqual([
    ['reply_time', 'met', 'first_response', 'breached', false, ['other_target']],
    ['requester_wait_time', 'met', 'resolution', 'met', true, []],
  ]);
  expect(comparisons[0]).toMatchObject({
    theirs: { targetSeconds: 1800, endedAt: '2026-03-02T09:20:00.000Z' },
    ours: { targetSeconds: 900, elapsedSeconds: 1200, breachedAt: '2026-03-02T09:15:00.000Z', isBusiness: false },
  });
});

test('not of a ticket that is not seen, nor of another workspace', async () => {
  await expect(sla.vendorVerdicts(workspace, { to: 'none', why: 'Numbers only.' }, 'zd:1')).rejects.toThrow('no ticket zd:1');
  await expect(sla.vendorVerdicts(workspace, SEES_ALL, 'zd:2')).rejects.toThrow('zd:2');
  await expect(sla.vendorVerdicts(await loaded.newWorkspace(), SEES_ALL, 'zd:1')).rejects.toThrow('zd:1');
});
