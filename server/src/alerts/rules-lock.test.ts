/** Whoever changes a rule and whoever hears by it, at once: neither waits for what the other has. */
import { ruleSpec } from '@watchdesk/domain/alerting';
import { expect, test, vi } from 'vitest';
import { created, MINUTE, NOON, startAlerting } from '../../test/alerting.ts';
import { createAlerts, type Telling } from './index.ts';

const desk = await startAlerting();

/** Alerts that stop as they tell, holding what they hold, until they are let go on. */
function stopping() {
  let go = (): void => {};
  let stopped = (): void => {};
  const isStopped = new Promise<void>((resolve) => (stopped = resolve));
  const goes = new Promise<void>((resolve) => (go = resolve));
  const telling: Telling = {
    async postAll() {
      stopped();
      await goes;
    },
  };
  const alerts = createAlerts({
    postgres: desk.postgres,
    clock: { now: () => desk.now },
    telling,
    query: () => Promise.reject(new Error('no rule here asks for numbers')),
    factsAsOf: async () => desk.now,
    connectionsOf: async () => [],
  });
  return { alerts, isStopped, go: () => go() };
}

/** Until so many wait for a lock. */
const waiting = (count: number) =>
  vi.waitFor(
    async () => {
      const { rows } = await desk.postgres.pool.query<{ count: number }>(
        `select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      expect(rows[0]!.count).toBe(count);
    },
    { timeout: 10_000, interval: 20 },
  );

const spec = ruleSpec.parse({
  name: 'Mine',
  severity: 'warning',
  subject: { kind: 'event', event: 'ticket.created', quietSeconds: 3600 },
  dedupe: ['team'],
});
const late = NOON - 30 * MINUTE;

// What is heard is of an alert that there is, and its rule is written last: whoever changes the rule begins with the rule.
test('a rule is changed while what it hears is counted as untold', async () => {
  await desk.alerts.watch.catchUp();
  const { id } = await desk.alerts.rules.create(desk.maker(), spec);
  await desk.door.accept(desk.workspace, 's', [created('1', NOON, { team: 'red' })]);
  await desk.alerts.watch.catchUp();
  expect((await desk.alerts.list(desk.reader(), {}, { limit: 10 })).alerts).toHaveLength(1);
  const { alerts, isStopped, go } = stopping();
  await desk.door.accept(desk.workspace, 's', [created('2', late, { team: 'blue' }), created('3', NOON, { team: 'red' })]);
  const hearing = alerts.watch.catchUp();
  await isStopped;
  const changing = desk.alerts.rules.save(desk.maker(), id, { ...spec, severity: 'critical', enabled: false }, undefined);
  await waiting(1);
  go();
  const [, changed] = await Promise.all([hearing, changing]);
  expect(changed).toMatchObject({ version: 2, spec: { enabled: false } });
  const { alerts: all } = await desk.alerts.list(desk.reader(), {}, { limit: 10 });
  expect(all.map(({ status }) => status)).toEqual(all.map(() => 'superseded'));
});

test('a rule is changed while its digest is told', async () => {
  await desk.alerts.watch.catchUp();
  const { id } = await desk.alerts.rules.create(desk.maker(), spec);
  await desk.alerts.watch.catchUp();
  await desk.postgres.pool.query('update alert_rule set untold = 3 where workspace_id = $1 and id = $2', [desk.workspace, id]);
  const { alerts, isStopped, go } = stopping();
  const hearing = alerts.watch.catchUp();
  await isStopped;
  const changing = desk.alerts.rules.remove(desk.maker(), id);
  await waiting(1);
  go();
  await Promise.all([hearing, changing]);
  await expect(desk.alerts.rules.get(desk.workspace, id)).rejects.toMatchObject({ code: 'not_found' });
});

/** Once, as what changed has been read and before it is written. */
function onceRead(then: () => Promise<unknown>): void {
  const { pool } = desk.postgres;
  const query: (...asked: unknown[]) => Promise<unknown> = pool.query.bind(pool);
  const asking = async (...asked: unknown[]) => {
    const answer = await query(...asked);
    if ((asked[0] as { name?: string }).name === 'events-for-alerts') {
      Object.assign(pool, { query });
      await then();
    }
    return answer;
  };
  Object.assign(pool, { query: asking });
}

test('a rule is turned off, or changed, while what happened is read: it is heard by what it says now', async () => {
  const promise = { kind: 'sla', clock: 'first_response', step: 50 } as const;
  const off = await desk.rule(promise);
  const other = await desk.rule(promise, { name: 'Of others', audience: { roles: ['admin'] } });
  await desk.door.accept(desk.workspace, 's', [created('1', NOON)]);
  await desk.goTo(0);
  onceRead(async () => {
    await desk.alerts.rules.enable(desk.maker(), off.id, false);
    await desk.alerts.rules.save(desk.maker(), other.id, { ...other.spec, name: 'Renamed' }, undefined);
  });
  await desk.goTo(8);
  expect((await desk.told()).map(({ title }) => title)).toEqual([expect.stringContaining('Renamed')]);
  const { alerts } = await desk.alerts.list(desk.reader(), {}, { limit: 10 });
  expect(alerts.map(({ rule, status }) => [rule.id, status])).toEqual([[other.id, 'firing']]);
});
