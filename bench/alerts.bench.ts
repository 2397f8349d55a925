/**
 * Ten thousand rules beside a thousand events a second: whether the watcher keeps up, and what part of the processor it takes. The same
 * events are taken in once without and once with it, so that its share is a ratio of one run.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { createAlerts } from '../server/src/alerts/index.ts';
import { systemClock } from '../server/src/clock.ts';
import { openBench, WORKSPACE } from './engines.ts';
import { quantile, report, whole } from './report.ts';

const RULES = 10_000;
const PER_SECOND = 1_000;
const SECONDS = 20;
const { postgres, door, close } = await openBench();
const told: number[] = [];
const alerts = createAlerts({
  postgres,
  clock: systemClock,
  query: () => Promise.reject(new Error('no rule asks for numbers')),
  factsAsOf: async () => Date.now(),
  connectionsOf: async () => [],
  onTrouble: (error) => console.error(error),
  telling: { post: async (_tx, _workspace, { at }) => void told.push(Date.now() - at), settle: async () => {} },
});
const spec = (customer: number) => ({
  name: `Customer ${customer}`,
  severity: 'warning',
  subject: { kind: 'event', event: 'ticket.created', where: [{ field: 'requester', is: [`c${customer}`] }] },
});
await postgres.pool.query(
  `with r as (select n::text as id from generate_series(1, ${RULES}) n), made as (insert into alert_rule (workspace_id, id) select $1, id from r)
   insert into alert_rule_version (workspace_id, id, version, spec, saved_by) select $1, id, 1, replace($2, 'c0"', 'c' || id || '"')::jsonb, 'bench' from r`,
  [WORKSPACE, JSON.stringify(spec(0))],
);
await postgres.pool.query('update workspace set alert_rules_revision = 1');

/** One in a hundred is of a customer that a rule names. Processor milliseconds of this process. */
async function takeIn(round: string): Promise<number> {
  const before = process.cpuUsage();
  for (let second = 0; second < SECONDS; second += 1) {
    const began = Date.now();
    for (let part = 0; part < PER_SECOND; part += 100)
      await door.accept(
        WORKSPACE,
        'bench',
        Array.from({ length: 100 }, (_, index) => ({
          id: `${round}-${second}-${part + index}`,
          at: Date.now(),
          ticket: `bench:${round}-${second}-${part + index}`,
          type: 'ticket.created' as const,
          data: { requester: index === 0 ? `c${second * 10 + part / 100 + 1}` : `x${index}` },
        })),
      );
    await sleep(Math.max(0, 1000 - (Date.now() - began)));
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const without = await takeIn('without');
alerts.watch.start();
await sleep(3_000);
told.length = 0;
const beside = await takeIn('beside');
await sleep(2_000);
await alerts.watch.stop();
await close();

report({
  title: 'Alerts',
  method: `${whole(RULES)} rules, each about the new tickets of one customer; ${whole(PER_SECOND)} events a second for ${SECONDS} s in batches of a hundred, one in a hundred of a customer that a rule names. Once without the watcher and once with it, in one process.`,
  rows: [
    { what: 'alerts told', value: `${whole(told.length)} of ${whole(SECONDS * 10)}`, budget: 'all', within: told.length === SECONDS * 10 },
    {
      what: 'event to notice, p99',
      value: `${whole(quantile(told, 0.99))} ms`,
      budget: '≤ 2,000 ms',
      within: quantile(told, 0.99) <= 2000,
    },
    { what: 'processor beside that of taking events in', value: `${((beside - without) / without).toFixed(2)} ×` },
    { what: 'processor of it, of one core', value: `${whole(((beside - without) / (SECONDS * 1000)) * 100)} %` },
  ],
  where: 'Reading the outbox, the events and the tickets’ facts of each batch; an event looks up the few rules filed under its customer.',
});
