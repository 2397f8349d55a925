/** The same verdict for every cycle of every ticket of a simulated stretch of time, whoever is asked. */
import { readEvent, type SentEvent, type TicketEvent } from '@watchdesk/domain/event';
import { type KeptClock, wholeClocks } from '@watchdesk/domain/sla';
import { foldTicket, handsOf } from '@watchdesk/domain/ticket';
import { createContactCentre } from '@watchdesk/simulator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLoaded } from '../../test/loaded.ts';
import { SEES_ALL } from '../accounts/index.ts';
import { announceDue, checkStores, clockWorkFor, createDoor, replay } from '../ingest/index.ts';
import { ensureRules } from '../rules/index.ts';
import { createCommands } from '../connectors/runtime/index.ts';
import { createTickets } from '../tickets/index.ts';
import { readClocks } from '../store/packed-clocks.ts';
import { createSla, type Sla } from './index.ts';

const DAYS = process.env['WATCHDESK_LONG'] ? 90 : 4;
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 5, 10, 15, 30);
const START = NOW - DAYS * DAY;
const clock = { now: () => NOW };
const EVERYTHING = { rows: { to: 'all' }, aggregate: { to: 'all' }, text: true } as const;

const loaded = await openLoaded();
const { postgres, pool, analytics, loader } = loaded;
const door = createDoor({ postgres, clock });
const tickets = createTickets({
  postgres,
  analytics,
  door,
  clock,
  commands: createCommands({ postgres, pace: clock, connectors: new Map() }),
});
let sla: Sla;
let workspace: string;
let told: TicketEvent[];
afterAll(async () => {
  await tickets.close();
  await loaded.close();
});

/** What became of a cycle. */
const verdictOf = ({ state, breachAt }: Pick<KeptClock, 'state' | 'breachAt'>) => (breachAt === null ? state : `breached ${breachAt}`);

beforeAll(async () => {
  workspace = await loaded.newWorkspace();
  await ensureRules(postgres, workspace);
  const centre = createContactCentre({ seed: 5, startAt: START, liveFrom: NOW });
  const events: SentEvent[] = [...centre.directory(), ...[...centre.history({ to: NOW })].flat()];
  for (const chunk of inChunks(events)) {
    const outcomes = await door.bulk(workspace, 's', chunk);
    expect(outcomes.filter(({ outcome }) => outcome === 'rejected')).toEqual([]);
  }
  told = events.flatMap((event) => {
    const reading = readEvent(event, 's');
    return reading.ok && reading.event.ticket !== undefined ? [reading.event] : [];
  });
  for (const lane of ['live', 'history'] as const) while ((await announceDue(pool, lane, NOW, 2000)).tickets > 0);
  await loader.drain();
  sla = createSla({ postgres, analytics, clock, door });
}, 600_000);

function inChunks(events: readonly SentEvent[]): SentEvent[][] {
  const chunks: SentEvent[][] = [[]];
  for (const own of Map.groupBy(events, ({ ticket }) => ticket ?? '').values()) {
    if (chunks.at(-1)!.length >= 2000) chunks.push([]);
    chunks.at(-1)!.push(...own);
  }
  return chunks;
}

test('the log folded by hand, the stored clocks, the page of a ticket, its row, and the facts agree', async () => {
  const stored = await pool.query<{ id: string; clocks: unknown; hidden: boolean }>(
    'select id, clocks, hidden from ticket where workspace_id = $1 and state is not null',
    [workspace],
  );
  const rows = stored.rows.map(({ clocks, ...row }) => ({ ...row, clocks: readClocks(clocks)! }));
  const at = Math.floor(NOW / 1000);
  const clockWork = clockWorkFor(postgres);
  const rulebook = await clockWork.rulebook(pool, workspace);
  const tierOf = await tiersIn(workspace);
  const own = Map.groupBy(told, ({ ticket }) => ticket);
  const merges = Map.groupBy(
    told.filter((event) => event.type === 'ticket.merged'),
    (event) => event.data.into,
  );
  let cycles = 0;
  for (const { id, clocks } of rows) {
    const family = [id, ...(merges.get(id) ?? []).map(({ ticket }) => ticket)];
    const byHand = foldTicket(
      id,
      family.flatMap((member) => own.get(member) ?? []),
    )!;
    const expected = Object.fromEntries(
      wholeClocks(byHand.clockLog, rulebook, tierOf(), at, handsOf(byHand)).map((one) => [`${one.metric} ${one.cycle}`, verdictOf(one)]),
    );
    expect(Object.fromEntries(clocks.map((one) => [`${one.metric} ${one.cycle}`, verdictOf(atPresent(one, at))]))).toEqual(expected);
    cycles += clocks.length;
  }
  expect(cycles).toBeGreaterThan(DAYS * 500);

  for (const { id, clocks } of rows.filter((_, index) => index % 10 === 0)) {
    const page = await sla.clocksOf(workspace, SEES_ALL, id);
    expect(
      Object.fromEntries(
        page.clocks.map((one) => [
          `${one.metric} ${one.cycle}`,
          verdictOf({ ...one, breachAt: one.breachAt && Date.parse(one.breachAt) / 1000 } as never),
        ]),
      ),
    ).toEqual(Object.fromEntries(clocks.map((one) => [`${one.metric} ${one.cycle}`, verdictOf(atPresent(one, at))])));
  }

  const visible = rows.filter(({ hidden }) => !hidden);
  const listed = await tickets.rows(
    workspace,
    visible.map(({ id }) => id),
  );
  const breachedRows = listed.flatMap((row) =>
    row.clocks.filter(({ breachesAt }) => breachesAt !== null && Date.parse(breachesAt) < NOW).map(({ metric }) => `${row.id} ${metric}`),
  );
  const breachedOpen = visible.flatMap(({ id, clocks }) =>
    clocks.filter((one) => one.stop === null && atPresent(one, at).breachAt !== null).map(({ metric }) => `${id} ${metric}`),
  );
  expect(breachedRows.toSorted()).toEqual(breachedOpen.toSorted());

  // The time until a breach, less the closed hours in it, is what is left of the target: screens count so, without a calendar.
  const running = visible.flatMap(({ id, clocks }) =>
    clocks.filter((one) => one.isRunning && one.wouldBreachAt !== null).map((one) => ({ id, ...one })),
  );
  const listedById = new Map(listed.map((row) => [row.id, row]));
  for (const { id, metric, asOf, target, elapsed, wouldBreachAt } of running) {
    const { closings, closedAfterSeconds } = listedById.get(id)!.clocks.find((one) => one.metric === metric)!;
    const closed = closings.reduce((sum, seconds, index) => (index % 2 === 0 ? sum + seconds : sum - seconds), closedAfterSeconds);
    expect(wouldBreachAt! - asOf - closed).toBe(target! - elapsed);
  }
  expect(running.length).toBeGreaterThan(10);

  const decided = visible.flatMap(({ clocks }) => clocks.map((one) => atPresent(one, at))).filter((one) => one.target !== null);
  const kept = await sla.compliance(workspace, EVERYTHING, { metric: 'first_response', from: START - DAY, to: NOW });
  for (const { metric, current } of kept.metrics) {
    const mine = decided.filter((one) => one.metric === metric);
    expect([metric, current.met, current.breached]).toEqual([
      metric,
      mine.filter(({ state }) => state === 'met').length,
      mine.filter(({ state, breachAt }) => state !== 'cancelled' && breachAt !== null).length,
    ]);
  }
  expect(kept.metrics.map(({ metric }) => metric)).toEqual(expect.arrayContaining(['first_response', 'next_response', 'resolution']));
});

test('a replay gives the same clocks, announced as far as they were', async () => {
  const digest = `select md5(string_agg(id || clocks::text || coalesce(least(clock_next_at, clock_past_at)::text, ''), '' order by id)) as digest from ticket where workspace_id = $1`;
  const before = (await pool.query(digest, [workspace])).rows;
  await pool.query('update ticket set clocks = null, clock_log = null where workspace_id = $1', [workspace]);
  await replay(postgres, { workspaceId: workspace });
  expect((await pool.query(digest, [workspace])).rows).toEqual(before);
  expect((await checkStores(postgres, workspace)).findings).toEqual([]);
});

/** A stored cycle as of now, worked out from nothing but when it said it would be breached. */
function atPresent(one: KeptClock, at: number): KeptClock {
  const isLate = one.stop === null && one.wouldBreachAt !== null && one.wouldBreachAt < at;
  return isLate ? { ...one, state: 'breached', breachAt: one.wouldBreachAt } : one;
}

/** The customer's tier as of the creation, from the directory's events alone: the simulator tells each once. */
async function tiersIn(id: string) {
  const { rows } = await pool.query<{ stream: string; data: Record<string, unknown> }>(
    `select stream, data from event_log where workspace_id = $1 and type in ('customer.upserted', 'organisation.upserted') order by at`,
    [id],
  );
  const said = new Map(rows.map(({ stream, data }) => [stream, data]));
  return () => (ticket: { organisation: string | null; requester: string | null }) => {
    const organisation = ticket.organisation ?? said.get(`customer/${ticket.requester}`)?.['organisation'];
    return (said.get(`organisation/${String(organisation)}`)?.['customerTier'] as string | undefined) ?? null;
  };
}
