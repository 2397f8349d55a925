/** A small desk whose weeks are all alike, for tests. */
import { type Baseline, type ChannelBaseline, HOURS_OF_WEEK, PLACES, type Work } from './baseline.ts';
import { DO_NOTHING, type SimulationSpec } from './scenario.ts';

const everyHour = (value: number) => Array.from({ length: HOURS_OF_WEEK }, () => value);
/** Exponential handling times of a mean, as an even sample of them. */
const exponentialWork = (mean: number): Work[] =>
  Array.from({ length: 400 }, (_, place) => [-mean * Math.log(1 - (place + 0.5) / 400), 0, 0] as const);

export function channelOf(more: Partial<ChannelBaseline> = {}): ChannelBaseline {
  return {
    channel: 'email',
    hourly: everyHour(6),
    personShare: 1,
    work: exponentialWork(10),
    patience: null,
    promised: [{ minutes: 60, calendar: null, weight: 1 }],
    actual: {
      tickets: 4000,
      answered: 4000,
      meanWait: 12,
      medianWait: 9,
      waits: PLACES.map((place) => -12 * Math.log(1 - Math.min(place, 0.9999))),
    },
    ...more,
  };
}

export function baselineOf(agents: number, channels: readonly ChannelBaseline[] = [channelOf()], more: Partial<Baseline> = {}): Baseline {
  return {
    channels,
    staff: [everyHour(agents)],
    staffFrom: 'presence',
    dispersion: 0,
    calendars: [],
    satisfaction: { at1: 95, perDoubling: -2, responses: 500 },
    actual: channels[0]!.actual,
    ...more,
  };
}

/** On a Wednesday. */
export const SPEC: SimulationSpec = {
  scenario: {
    kind: 'outage',
    size: { by: 'customers', percent: 20 },
    severity: 'SEV2',
    service: null,
    regions: [],
    startAt: '2026-06-10T09:00:00Z',
    durationMinutes: 120,
    curve: 'front',
  },
  responses: [DO_NOTHING],
  assumptions: {},
  runs: 10,
  days: 1,
  seed: 1,
};
