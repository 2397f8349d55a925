/**
 * Ten thousand rules beside a thousand events a second: whether the watcher keeps up, and what part of the processor it takes. The same
 * events are taken in once without and once with it, so that its share is a ratio of one run.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { createAlerts } from '../server/src/alerts/index.ts';
import { systemClock } from '../server/src/clock.ts';
import { openBench, WORKSPACE } from './engines.ts';
import { median, quantile, report, whole } from './report.ts';

const RULES = 10_000;
const PER_SECOND = 1_000;
const SECONDS = 20;
const PAIRS = 3;
const { postgres, door, close } = await openBench();
const told: number[] = [];
const alerts = createAlerts({
  postgres,
  clock: systemClock,
  query: () => Promise.reject(new Error('no rule asks for numbers')),
  factsAsOf: async () => Date.now(),
  connectionsOf: async () => [],
  onTrouble: (error) => console.error(error),
  telling: { post: async (_tx, _workspace, { at }) => void told.push(Date.now() - at), taken: async () => {}, settle: async () => {} },
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

const RULED = SECONDS * 10;
/** Waits for all that a round has to tell, at most a minute. */
async function allTold(): Promise<void> {
  for (const end = Date.now() + 60_000; told.length < RULED && Date.now() < end;) await sleep(50);
}
const rounds: { readonly without: number; readonly beside: number }[] = [];
const notices: number[] = [];
for (let pair = 0; pair <= PAIRS; pair += 1) {
  const without = await takeIn(`without ${pair}`);
  told.length = 0;
  alerts.watch.start();
  await allTold();
  // What the watcher had missed is looked at by now; a moment, so that none of it runs on into the count.
  await sleep(2_000);
  told.length = 0;
  const beside = await takeIn(`beside ${pair}`);
  await allTold();
  await alerts.watch.stop();
  // The first pair warms up: both its rounds run before the compiler is done.
  if (pair === 0) continue;
  rounds.push({ without, beside });
  notices.push(...told);
}
await close();
const share = median(rounds.map(({ without, beside }) => (beside - without) / without));
const ofCore = median(rounds.map(({ without, beside }) => (beside - without) / (SECONDS * 1000)));

report({
  title: 'Alerts',
  method: `${whole(RULES)} rules, each about the new tickets of one customer; ${whole(PER_SECOND)} events a second for ${SECONDS} s in batches of a hundred, one in a hundred of a customer that a rule names. In one process, without the watcher and with it in turn, ${PAIRS} times after a round that warms up; medians of the pairs.`,
  rows: [
    {
      what: 'alerts told',
      value: `${whole(notices.length)} of ${whole(PAIRS * RULED)}`,
      budget: 'all',
      within: notices.length === PAIRS * RULED,
    },
    {
      what: 'event to notice, p99',
      value: `${whole(quantile(notices, 0.99))} ms`,
      budget: '≤ 2,000 ms',
      within: quantile(notices, 0.99) <= 2000,
    },
    { what: 'processor beside that of taking events in', value: `${share.toFixed(2)} ×` },
    { what: 'processor of it, of one core', value: `${whole(ofCore * 100)} %` },
  ],
  where: 'Reading the outbox, the events and the tickets’ facts of each batch; an event looks up the few rules filed under its customer.',
});
