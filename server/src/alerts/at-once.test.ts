/** What fired and was over before anybody could be told: told once, as what was. */
import { expect, test } from 'vitest';
import { created, MINUTE, NOON, reply, startAlerting } from '../../test/alerting.ts';
import { announceDue } from '../ingest/index.ts';

const desk = await startAlerting();
const { door, postgres, rule, told, turnTo } = desk;

test('a breach that was answered during a short stop is told as over, in the past', async () => {
  await rule({ kind: 'sla', clock: 'first_response', step: 'breach' }, { severity: 'critical', advice: ['Call them.'] });
  await door.accept(desk.workspace, 's', [created('1', NOON)]);
  await desk.alerts.watch.catchUp();
  turnTo(NOON + 15 * MINUTE);
  await announceDue(postgres.pool, 'live', NOON + 15 * MINUTE, 500);
  turnTo(NOON + 18 * MINUTE);
  await door.accept(desk.workspace, 's', [reply('1', NOON + 18 * MINUTE)]);
  turnTo(NOON + 20 * MINUTE);
  await desk.alerts.watch.catchUp();
  const notices = await told();
  expect(notices.map(({ event, title, advice }) => [event, title, advice])).toEqual([['resolved', 'Mine: #1', []]]);
  expect(notices[0]!.what).toMatch(/was breached.*Resolved by itself after 3\sm/);
});
