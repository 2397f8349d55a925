/** A question played through on the workspace's baseline, and its answer as callers see it. */
import { type SimulationSpec, type Summary, timelineOf } from '@watchdesk/domain/outage-simulation';
import { invalid } from '../errors.ts';
import type { Postgres } from '../store/postgres/index.ts';
import type { Known } from './baselines.ts';
import { inThread } from './in-thread.ts';
import { regionsOf } from './regions.ts';

export interface Outcome extends Summary {
  /** When each of the hours begins. */
  readonly hours: readonly string[];
  readonly timeZone: string;
  readonly channels: readonly string[];
  /** The customers of the regions. */
  readonly customers: number;
  /** What tickets of the service take as against all. */
  readonly slower: number;
  /** Agents at work by hour: the mean of the weeks learnt. */
  readonly atWork: readonly number[];
  /** What it was learnt from. */
  readonly learnt: { readonly from: string; readonly to: string; readonly weeks: number; readonly efficiency: number };
}

/** Rejects when `signal` ends it. A mistake of the question is refused with its field, before it begins. */
export async function simulate(
  postgres: Postgres,
  workspaceId: string,
  known: Known,
  spec: SimulationSpec,
  signal: AbortSignal,
  { onBegin, onDone }: { readonly onBegin: () => Promise<void>; readonly onDone: (runs: number) => void },
): Promise<Outcome> {
  const { scenario, days } = spec;
  const { baseline, fitted, timeZone, weeks } = known;
  const startAt = Date.parse(scenario.startAt);
  if (Math.abs(startAt) > MOST_FAR_MS) throw invalid('scenario.startAt', 'must be between 1970 and 2200');
  const timeline = timelineOf(startAt, days, timeZone);
  const end = timeline.beginsAt * 1000 + timeline.to * HOUR_MS;
  if (startAt + scenario.durationMinutes * 60_000 > end) throw invalid('days', 'must be as many as it takes to see the end of it');
  const slower = scenario.service === null ? 1 : known.services.find(({ service }) => service === scenario.service)?.slower;
  if (slower === undefined) throw invalid('scenario.service', 'must be a service of which there were tickets');
  const regions = await regionsOf(postgres, workspaceId);
  const unknown = scenario.regions.find((one) => !regions.some(({ region }) => region === one));
  if (unknown !== undefined) throw invalid('scenario.regions', `must be regions of customers; there is none in ${JSON.stringify(unknown)}`);
  const customers = regions
    .filter(({ region }) => scenario.regions.length === 0 || scenario.regions.includes(region))
    .reduce((sum, one) => sum + one.customers, 0);
  await onBegin();
  const summary = await inThread({ kind: 'simulate', setting: { baseline, fitted, timeZone, customers, slower }, spec }, signal, onDone);
  const shown = timeline.hours.slice(timeline.from, timeline.to);
  return {
    ...summary,
    hours: shown.map((_, hour) => new Date((timeline.beginsAt + (timeline.from + hour) * 3600) * 1000).toISOString()),
    timeZone,
    channels: baseline.channels.map(({ channel }) => channel),
    customers,
    slower,
    atWork: shown.map((ofWeek) => baseline.staff.reduce((sum, week) => sum + week[ofWeek]!, 0) / baseline.staff.length),
    learnt: {
      from: new Date(weeks.from).toISOString(),
      to: new Date(weeks.to).toISOString(),
      weeks: weeks.count,
      efficiency: fitted.efficiency,
    },
  };
}

const HOUR_MS = 3_600_000;
const MOST_FAR_MS = Date.UTC(2200, 0, 1);
