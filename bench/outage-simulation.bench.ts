/** How long an outage takes to be played through, and how well weeks without one come out like those that were. */
import { DO_NOTHING, type SimulationSpec } from '@watchdesk/domain/outage-simulation';
import { createContactCentre } from '@watchdesk/simulator';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { OPERATOR } from '../server/src/audit/index.ts';
import { systemClock } from '../server/src/clock.ts';
import { createIncidents } from '../server/src/incidents/index.ts';
import { createOutageSimulations, type Player } from '../server/src/outage-simulation/index.ts';
import { createLoader, openAnalytics } from '../server/src/store/analytics/index.ts';
import { startEmbeddedClickHouse } from '../server/src/store/embedded/clickhouse.ts';
import { openBench, WORKSPACE } from './engines.ts';
import { report, whole } from './report.ts';

const DAYS = 70;
const DAY_MS = 86_400_000;
const MORNING_MS = 10 * 3_600_000;
const CHUNK = 2_000;
const RUNS = 200;
/** Not one that the model was made with. */
const SEED = 90_210;

const directory = await mkdtemp(join(tmpdir(), 'watchdesk-bench-'));
await chmod(directory, 0o755);
const [{ postgres, door, close }, clickhouse] = await Promise.all([
  openBench(),
  startEmbeddedClickHouse({ dataDir: join(directory, 'clickhouse') }),
]);
const analytics = openAnalytics(clickhouse.url, { readerUrl: clickhouse.readerUrl });
await analytics.migrate();
const now = systemClock.now();
const centre = createContactCentre({ seed: SEED, startAt: now - DAYS * DAY_MS, liveFrom: now });
for (const events of [centre.directory(), ...centre.history({ to: now })])
  for (let first = 0; first < events.length; first += CHUNK) await door.bulk(WORKSPACE, 'demo', events.slice(first, first + CHUNK));
await createLoader({ postgres, analytics, clock: systemClock }).drain();

const onTrouble = (error: unknown) => {
  throw error;
};
const incidents = createIncidents({ postgres, clock: systemClock, door, onTrouble });
const simulations = createOutageSimulations({ postgres, analytics, clock: systemClock, incidents });
const scope = { rows: { to: 'all' }, aggregate: { to: 'all' }, text: true } as const;
const player: Player = { workspaceId: WORKSPACE, owner: 'bench', name: 'Bench', who: OPERATOR, scope };
const never = new AbortController().signal;
const spec = (responses: SimulationSpec['responses'], days: number): SimulationSpec => ({
  scenario: {
    kind: 'outage',
    size: { by: 'rise', percent: 300 },
    severity: 'SEV1',
    service: null,
    regions: [],
    startAt: new Date(Math.ceil(now / DAY_MS) * DAY_MS + MORNING_MS).toISOString(),
    durationMinutes: 60,
    curve: 'front',
  },
  responses,
  assumptions: {},
  runs: RUNS,
  days,
  seed: 1,
});

const timed = async <T>(work: () => Promise<T>): Promise<[seconds: number, value: T]> => {
  const startedAt = performance.now();
  const value = await work();
  return [(performance.now() - startedAt) / 1000, value];
};
const [learning, baseline] = await timed(() => simulations.baseline(player));
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const [day] = await timed(() => simulations.run(player, spec([DO_NOTHING], 1), never));
delay.disable();
const four = [0, 1, 2, 3].map((extraAgents) => ({ ...DO_NOTHING, name: `${extraAgents} more`, extraAgents }));
const [week] = await timed(() => simulations.run(player, spec(four, 7), never));

const off = (simulated: number | null, actual: number | null) => 100 * Math.abs(simulated! / actual! - 1);
const { actual, simulated } = baseline.all;
const apart = [
  ['tickets', off(simulated.tickets, actual.tickets)],
  ['mean wait', off(simulated.meanWait, actual.meanWait)],
  ['median wait', off(simulated.medianWait, actual.medianWait)],
] as const;

simulations.stop();
await incidents.close();
await analytics.close();
await clickhouse.stop();
await close();
await rm(directory, { recursive: true, force: true });

const part = (seconds: number) => `${whole((100 * seconds) / (learning + day + week))} %`;

report({
  title: 'Outage simulation',
  method: `${DAYS} simulated days of 500 conversations go through the door and the loader; the last ${baseline.weeks} whole weeks are learnt and the queue is fitted to them. Then an outage is played through ${RUNS} times: once over a day with nothing done about it, and over a week with four responses. The seed was not used while it was built.`,
  rows: [
    { what: `${RUNS} runs of a day`, value: `${whole(day)} s`, budget: '≤ 20 s', within: day <= 20 },
    { what: `${RUNS} runs of a week, four responses`, value: `${whole(week)} s` },
    { what: 'learning, fitting and checking the baseline, once in six hours', value: `${whole(learning)} s` },
    { what: 'the server’s clock meanwhile late by at most', value: `${whole(delay.max / 1e6)} ms` },
    ...apart.map(([what, percent]) => ({
      what: `weeks without an outage, ${what}: off by`,
      value: `${percent.toFixed(1)} %`,
      budget: '≤ 5 %',
      within: percent <= 5,
    })),
  ],
  where: `Of what was measured, learning takes ${part(learning)}, the day ${part(day)} and the week with four responses ${part(week)}. It was not profiled further.`,
});
