/** What rules on connections and on times of day hear. */
import { expect, test } from 'vitest';
import { MINUTE, NOON, startAlerting } from '../../test/alerting.ts';

const desk = await startAlerting();
const { reader, rule, seeConnections, told, turnTo } = desk;

test('a connection that is silent is told of, and is over when it speaks', async () => {
  const { id } = await rule({ kind: 'connection', seconds: 900 }, { name: 'Silent' });
  seeConnections([{ id: 'zd', name: 'Zendesk', troubledSince: desk.now - 600_000 }]);
  await desk.alerts.look.lookOnce();
  expect((await desk.alerts.list(reader(), { rule: [id] }, { limit: 5 })).alerts).toEqual([]);
  turnTo(desk.now + 600_000);
  await desk.alerts.look.lookOnce();
  expect((await desk.alerts.list(reader(), { rule: [id] }, { limit: 5 })).alerts).toMatchObject([
    { status: 'firing', title: 'Silent: Zendesk' },
  ]);
  seeConnections([{ id: 'zd', name: 'Zendesk', troubledSince: null }]);
  turnTo(desk.now + 60_000);
  await desk.alerts.look.lookOnce();
  expect((await desk.alerts.list(reader(), { rule: [id] }, { limit: 5 })).alerts).toMatchObject([{ status: 'resolved' }]);
  seeConnections([{ id: 'zd', name: 'Zendesk', troubledSince: desk.now - 3_600_000 }]);
  turnTo(desk.now + 60_000);
  await desk.alerts.look.lookOnce();
  expect((await desk.alerts.list(reader(), { rule: [id], status: ['firing'] }, { limit: 5 })).alerts.length).toBe(1);
  // It is removed.
  seeConnections([]);
  turnTo(desk.now + 60_000);
  await desk.alerts.look.lookOnce();
  expect((await desk.alerts.list(reader(), { rule: [id], status: ['firing'] }, { limit: 5 })).alerts).toEqual([]);
});

test('a schedule is due at its time, once', async () => {
  turnTo(NOON);
  const { id } = await rule({ kind: 'schedule', at: '14:00', timeZone: 'Europe/London' }, { name: 'Look' });
  const firing = async () => (await desk.alerts.list(reader(), { rule: [id] }, { limit: 5 })).alerts.length;
  await desk.alerts.look.lookOnce();
  turnTo(NOON + 60 * MINUTE - 1000);
  await desk.alerts.look.lookOnce();
  expect(await firing()).toBe(0);
  turnTo(NOON + 60 * MINUTE + 1000);
  await desk.alerts.look.lookOnce();
  await desk.alerts.look.lookOnce();
  expect(await firing()).toBe(1);
  // After a stop of three days.
  const before = (await told()).length;
  turnTo(desk.now + 83 * 60 * MINUTE);
  for (let look = 0; look < 5; look += 1) await desk.alerts.look.lookOnce();
  expect((await told()).slice(before).map(({ title }) => title)).toEqual(['Look: 3 earlier']);
});
