/** What rules on connections and on times of day hear. */
import { ruleSpec } from '@watchdesk/domain/alerting';
import { expect, test } from 'vitest';
import { MINUTE, NOON, startAlerting } from '../../test/alerting.ts';
import { Refusal } from '../errors.ts';
import { createAlerts } from './index.ts';

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

test('a rule on a number is looked at as far as the facts go, and says since when where they stand still', async () => {
  turnTo(NOON);
  let lag = 61_000;
  const seen: number[] = [];
  const { alerts } = startBehind(
    () => desk.now - lag,
    (to) => seen.push(to),
  );
  const who = desk.maker();
  const subject = { kind: 'metric', metric: 'created', windowSeconds: 3_600 } as const;
  const { id } = await alerts.rules.create(
    who,
    ruleSpec.parse({ name: 'Backlog', severity: 'critical', subject, condition: { compare: 'above', value: 5 } }),
  );
  seen.length = 0;
  for (let look = 0; look < 10 * 6; look += 1) {
    turnTo(desk.now + 10_000);
    await alerts.look.lookOnce();
  }
  expect(seen.map((to) => (to - NOON) / MINUTE)).toEqual([-1, 0, 1, 2, 3, 4, 5, 6, 7, 8]);
  const since = async () => (await alerts.rules.get(desk.workspace, id)).unlookedSince;
  expect(await since()).toBeNull();
  // The facts stand still from here on.
  const stoodAt = desk.now - lag;
  for (let minute = 0; minute < 5; minute += 1) {
    turnTo(desk.now + MINUTE);
    lag = desk.now - stoodAt;
    await alerts.look.lookOnce();
  }
  expect(await since()).toBe(new Date(NOON + 8 * MINUTE).toISOString());
  expect((await alerts.rules.list(desk.workspace)).map((one) => one.unlookedSince)).toEqual([await since()]);
  await alerts.rules.enable(who, id, false);
  expect(await since()).toBeNull();
});

/** Alerts whose facts end at an instant; each question is told of, and refused. */
const startBehind = (asOf: () => number, onAsked: (to: number) => void) => ({
  alerts: createAlerts({
    postgres: desk.postgres,
    clock: { now: () => desk.now },
    telling: { postAll: async () => {} },
    query: async (_asking, { period }) => {
      onAsked((period as { to: number }).to);
      throw new Refusal('not_possible', 'nothing is known');
    },
    factsAsOf: async () => asOf(),
    connectionsOf: async () => [],
  }),
});
