/**
 * How late the timer is: 50,000 clocks run, and in a minute of real time a third of them reach a step. Measured from the
 * instant of the step to the moment at which its announcement can be read by another connection.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../server/src/clock.ts';
import { createTimer } from '../server/src/sla/index.ts';
import { openBench, WORKSPACE } from './engines.ts';
import { quantile, report, whole } from './report.ts';

const TICKETS = 17_000;
const SECONDS = 60;
/** The first response to a P1 is promised in a quarter of an hour, around the clock: half of it is over after this. */
const HALF_MS = 450_000;
const LEAD_MS = 30_000;

const { postgres, door, close } = await openBench();
const from = Date.now() + LEAD_MS;
for (let start = 0; start < TICKETS; start += 5000)
  await door.bulk(
    WORKSPACE,
    'bench',
    Array.from({ length: Math.min(5000, TICKETS - start) }, (_, index) => ({
      id: `created-${start + index}`,
      at: from - HALF_MS + Math.floor(((start + index) / TICKETS) * SECONDS) * 1000,
      ticket: `bench:${start + index}`,
      actor: { kind: 'customer', id: 'c' },
      type: 'ticket.created',
      data: { priority: 'P1', requester: 'c', channel: 'email' },
    })),
  );
const { rows: open } = await postgres.pool.query<{ clocks: number }>(
  `select sum(json_array_length(clocks))::int as clocks from ticket where clock_next_at is not null`,
);
const timers = [1, 2].map(() => createTimer({ postgres, clock: systemClock, onTrouble: (error) => console.error(error) }));
for (const timer of timers) timer.start();
await sleep(Math.max(0, from - 1000 - Date.now()));

const lateness: number[] = [];
let position = 0;
for (const until = from + (SECONDS + 3) * 1000; Date.now() < until; await sleep(15)) {
  const { rows } = await postgres.pool.query<{ position: number; at: number }>(
    `select position, at from event_log where workspace_id = $1 and position > $2 and type = 'sla.warned' order by position`,
    [WORKSPACE, position],
  );
  const seenAt = Date.now();
  for (const { at } of rows) if (at >= from) lateness.push(seenAt - at);
  position = rows.at(-1)?.position ?? position;
}
for (const timer of timers) await timer.stop();
const { rows: all } = await postgres.pool.query<{ made: number; tickets: number }>(
  `select count(*) as made, count(distinct stream) as tickets from event_log where type = 'sla.warned' and data->>'clock' = 'first_response'`,
);
await close();

report({
  title: 'The timer',
  method: `${whole(open[0]!.clocks)} open clocks of ${whole(TICKETS)} tickets; in ${SECONDS} s the first response of each comes half way, a batch every second; two timers, as of two server processes. From the instant of a step to the moment another connection reads its announcement (it looks every 15 ms).`,
  rows: [
    {
      what: 'announced',
      value: `${whole(all[0]!.made)} of ${whole(TICKETS)}, each once: ${all[0]!.made === all[0]!.tickets ? 'yes' : 'no'}`,
    },
    { what: 'late, median', value: `${whole(quantile(lateness, 0.5))} ms` },
    { what: 'late, p99', value: `${whole(quantile(lateness, 0.99))} ms` },
    { what: 'late, most', value: `${whole(Math.max(...lateness))} ms`, budget: '≤ 1,000 ms', within: Math.max(...lateness) <= 1000 },
  ],
  where:
    'Each batch is one transaction that locks the tickets, writes the events, rewrites their clocks and leaves word; PostgreSQL’s updates of the ticket rows are most of it.',
});
