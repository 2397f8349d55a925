import { afterAll, expect, test } from 'vitest';
import { openLoaded } from '../../test/loaded.ts';
import { openAnalytics } from '../store/analytics/index.ts';
import { agentsToday } from './agents-today.ts';

const loaded = await openLoaded();
const { postgres, analytics, pool } = loaded;
afterAll(() => loaded.close());

/** `openLoaded` counts minutes from here. */
const START = Date.UTC(2026, 2, 2, 9);
const at = (minutes: number) => START + minutes * 60_000;

test('replies, their median and resolves since midnight of the workspace, agent by agent', async () => {
  const workspace = await loaded.newWorkspace();
  await pool.query(`update workspace set time_zone = 'Asia/Kolkata' where workspace_id = $1`, [workspace]);
  const { created, reply, event } = loaded;
  const resolve = (ticket: string, minutes: number) => event(ticket, minutes, 'status.changed', { to: 'resolved' });
  const asked = (ticket: string, minutes: number) =>
    event(ticket, minutes, 'ticket.message', { messageId: `c${minutes}`, visibility: 'public' }, 'customer');
  // 09:00 UTC is 14:30 in Kolkata: midnight there comes after 570 minutes.
  await loaded.door.accept(workspace, 's', [
    created('t:1'),
    reply('t:1', 10),
    resolve('t:1', 20),
    created('t:2', 560),
    reply('t:2', 580),
    asked('t:2', 590),
    reply('t:2', 594),
    resolve('t:2', 600),
    created('t:3', 610),
    event('t:3', 611, 'ticket.spam', { is: true }),
  ]);
  await loaded.loader.drain();
  const stores = { postgres, analytics };
  const before = await agentsToday(stores, workspace, at(569));
  expect(before?.get('agent-1')).toMatchObject({ repliesToday: 3, resolvedToday: 2 }); // facts know no future: the clock of a test does
  const after = await agentsToday(stores, workspace, at(700));
  expect([...after!]).toEqual([['agent-1', { resolvedToday: 1, repliesToday: 2, medianReplySecondsToday: (20 * 60 + 4 * 60) / 2 }]]);
});

test('without the facts nothing is said, not even nought', async () => {
  const workspace = await loaded.newWorkspace();
  const nowhere = openAnalytics('http://127.0.0.1:9');
  expect(await agentsToday({ postgres, analytics: nowhere }, workspace, at(0))).toBeNull();
  await nowhere.close();
});
