/** One run: the ordinary day and the same day with what happens, each response on the same luck. */
import { type Calendar, createCalendar } from '../calendar/index.ts';
import { type Assumptions, assumed } from './assumptions.ts';
import type { Baseline, Fitted } from './baseline.ts';
import { agentsFor } from './erlang.ts';
import { answers } from './fit.ts';
import { type Drawn, ordinaryTickets, staffOf } from './ordinary.ts';
import { DO_NOTHING, type Response, type SimulationSpec } from './scenario.ts';
import { type Timeline, timelineOf } from './timeline.ts';
import { type Event, underResponse, waveOf } from './wave.ts';

/** What a simulation is of, besides its spec. */
export interface Setting {
  readonly baseline: Baseline;
  readonly fitted: Fitted;
  readonly timeZone: string;
  /** The customers of the scenario's regions. */
  readonly customers: number;
  /** What a ticket of the scenario's service takes as against all. */
  readonly slower: number;
}

/** The figures of one response in one run; hours are those shown. */
export interface Outcome {
  /** By channel and hour. */
  readonly tickets: readonly (readonly number[])[];
  /** At the end of each hour. */
  readonly waiting: readonly number[];
  /** Of those who came in the hour and want a person, in per cent; null where nobody came. */
  readonly serviceLevel: readonly (number | null)[];
  /** By hour. */
  readonly agentsNeeded: readonly number[];
  readonly numbers: Numbers;
}

/** Null for what cannot be said; infinite for what did not end in the time simulated. */
export interface Numbers {
  readonly tickets: number;
  readonly answered: number;
  readonly gaveUp: number;
  /** At the end of the run. */
  readonly stillWaiting: number;
  /** Of those answered, as the next. */
  readonly meanWait: number | null;
  /** What nine in ten waits stay below. */
  readonly longWait: number | null;
  readonly breaches: number;
  readonly mostWaiting: number;
  /** Of those who were answered, or wait still. */
  readonly workHours: number;
  /** Of those who were answered or gave up, who are not satisfied. */
  readonly satisfaction: number | null;
  readonly recoveryMinutes: number | null;
}

export interface Model {
  readonly setting: Setting;
  readonly spec: SimulationSpec;
  readonly assumptions: Assumptions;
  readonly timeline: Timeline;
  readonly event: Event;
  readonly calendars: readonly Calendar[];
}

export function modelOf(setting: Setting, spec: SimulationSpec): Model {
  const { scenario, days } = spec;
  const startAt = Date.parse(scenario.startAt);
  const timeline = timelineOf(startAt, days, setting.timeZone);
  const startsAt = (startAt / 1000 - timeline.beginsAt) / 60;
  return {
    setting,
    spec,
    assumptions: assumed(scenario.severity, spec.assumptions),
    timeline,
    event: { ...scenario, ...setting, startsAt, endsAt: startsAt + scenario.durationMinutes },
    calendars: setting.baseline.calendars.map(createCalendar),
  };
}

/** Nothing happens at all: the first; then each response. */
export function runOnce(model: Model, run: number): { usual: Outcome; responses: Outcome[] } {
  const { setting, spec, timeline, event, assumptions } = model;
  const ordinary = ordinaryTickets(setting.baseline, timeline.hours, spec.seed, run);
  const wave = waveOf(setting.baseline, timeline.hours, event, assumptions, spec.seed, run);
  const staff = staffOf(setting.baseline, timeline.hours, spec.seed, run);
  const usual = play(model, ordinary, staff, DO_NOTHING, null);
  const responses = spec.responses.map(
    (response) => play(model, underResponse(ordinary, wave, event, response, assumptions), staff, response, usual.waits).outcome,
  );
  return { usual: usual.outcome, responses };
}

/** Quarters of an hour: how finely the number of those who wait is known. */
const STEP = 15;

function play(
  model: Model,
  tickets: readonly Drawn[],
  usualStaff: readonly number[],
  response: Response,
  usualWaits: readonly number[] | null,
) {
  const { setting, timeline, event } = model;
  const extraFrom = Math.floor((event.startsAt + response.extraFromMinutes) / 60);
  const staff = usualStaff.map(
    (agents, hour) => agents + (hour >= extraFrom && hour < extraFrom + response.extraHours ? response.extraAgents : 0),
  );
  const queued = tickets.filter(({ wantsPerson }) => wantsPerson);
  const { answeredAt, gaveUpAt } = answers(queued, staff, setting.fitted);
  const end = timeline.hours.length * 60;
  const leftAt = queued.map((_, number) =>
    Math.min(answeredAt[number]! <= end ? answeredAt[number]! : end, Number.isNaN(gaveUpAt[number]!) ? end : gaveUpAt[number]!),
  );
  const judged = queued.map((ticket, number) => ({
    ticket,
    isAnswered: answeredAt[number]! <= end,
    gaveUp: !Number.isNaN(gaveUpAt[number]!),
    wait: leftAt[number]! - ticket.at,
  }));
  const waits = waitingBy(queued, leftAt, end);
  return { waits, outcome: outcomeOf(model, tickets, judged, waits, usualWaits) };
}

interface Judged {
  readonly ticket: Drawn;
  readonly isAnswered: boolean;
  readonly gaveUp: boolean;
  /** Until the answer, the giving up or the end. */
  readonly wait: number;
}

/** How many wait at the end of each quarter of an hour. */
function waitingBy(queued: readonly Drawn[], leftAt: readonly number[], end: number): number[] {
  const change = Array.from({ length: end / STEP + 1 }, () => 0);
  for (const [number, { at }] of queued.entries()) {
    const [from, to] = [Math.ceil(at / STEP), Math.ceil(leftAt[number]! / STEP)];
    change[from]! += 1;
    // Whoever waits when the run ends waits at its last quarter too.
    if (leftAt[number]! < end) change[to]! -= 1;
  }
  let sum = 0;
  return change.map((one) => (sum += one));
}

function outcomeOf(
  model: Model,
  tickets: readonly Drawn[],
  judged: readonly Judged[],
  waits: readonly number[],
  usualWaits: readonly number[] | null,
): Outcome {
  const { setting, timeline, assumptions } = model;
  const { from, to } = timeline;
  const length = to - from;
  const isShown = (at: number) => at >= from * 60 && at < to * 60;
  const byHour = setting.baseline.channels.map(() => Array.from({ length }, () => 0));
  for (const { at, channel } of tickets) if (isShown(at)) byHour[channel]![Math.floor(at / 60) - from]! += 1;
  const shown = judged.filter(({ ticket }) => isShown(ticket.at));
  const inTime = Array.from({ length }, () => 0);
  const came = Array.from({ length }, () => 0);
  const work = Array.from({ length }, () => 0);
  let done = 0;
  let breaches = 0;
  for (const one of shown) {
    const hour = Math.floor(one.ticket.at / 60) - from;
    came[hour]! += 1;
    const minutes = one.ticket.first + one.ticket.later;
    work[hour]! += minutes;
    // Whoever gave up is nobody's work; who waits still is owed theirs.
    if (!one.gaveUp) done += minutes;
    const { isKept, isBreached } = verdictOf(model, one);
    if (isKept) inTime[hour]! += 1;
    if (isBreached) breaches += 1;
  }
  const answered = shown.filter(({ isAnswered }) => isAnswered);
  const times = Float64Array.from(answered, ({ wait }) => wait).toSorted();
  const { efficiency } = setting.fitted;
  return {
    tickets: byHour,
    waiting: Array.from({ length }, (_, hour) => waits[((from + hour + 1) * 60) / STEP]!),
    serviceLevel: came.map((count, hour) => (count === 0 ? null : (100 * inTime[hour]!) / count)),
    agentsNeeded: work.map((minutes, hour) => neededFor(minutes / efficiency, came[hour]!, assumptions)),
    numbers: {
      tickets: byHour.flat().reduce((sum, one) => sum + one, 0),
      answered: answered.length,
      gaveUp: shown.filter(({ gaveUp }) => gaveUp).length,
      stillWaiting: shown.filter(({ isAnswered, gaveUp }) => !isAnswered && !gaveUp).length,
      meanWait: times.length === 0 ? null : times.reduce((sum, one) => sum + one, 0) / times.length,
      longWait: times.length === 0 ? null : times[Math.floor(0.9 * (times.length - 1))]!,
      breaches,
      mostWaiting: waits.slice((from * 60) / STEP, (to * 60) / STEP + 1).reduce((most, one) => Math.max(most, one), 0),
      workHours: done / 60,
      satisfaction: satisfactionOf(
        setting.baseline,
        shown.filter(({ isAnswered, gaveUp }) => isAnswered || gaveUp),
      ),
      recoveryMinutes: usualWaits === null ? null : recoveryOf(model, waits, usualWaits),
    },
  };
}

/** By the policy's promise where there is one, and by the service level for what is promised nothing. */
function verdictOf({ setting, timeline, assumptions, calendars }: Model, { ticket, isAnswered, wait }: Judged) {
  const promise = setting.baseline.channels[ticket.channel]!.promised[ticket.promise];
  const minutes = promise?.minutes ?? null;
  const calendar = promise?.calendar ?? null;
  const from = timeline.beginsAt + ticket.at * 60;
  const elapsed =
    calendar === null || minutes === null ? wait : calendars[calendar]!.elapsed(Math.floor(from), Math.floor(from + wait * 60)) / 60;
  const isWithin = elapsed <= (minutes ?? assumptions.serviceLevelMinutes);
  return { isKept: isAnswered && isWithin, isBreached: minutes !== null && !isWithin };
}

/** Within the hour: by Erlang C, and never busier than people should be. */
function neededFor(minutes: number, count: number, { serviceLevelPercent, serviceLevelMinutes, occupancy }: Assumptions): number {
  if (count === 0) return 0;
  const load = minutes / 60;
  const byErlang = agentsFor(load, minutes / count, { share: serviceLevelPercent / 100, within: serviceLevelMinutes });
  return Math.max(byErlang, Math.ceil(load / (occupancy / 100)));
}

/** Of those whose waiting is over: nobody who gave up is satisfied. */
function satisfactionOf({ satisfaction }: Baseline, over: readonly Judged[]): number | null {
  if (satisfaction === null || over.length === 0) return null;
  const points = over.map(({ wait, gaveUp }) =>
    gaveUp ? 0 : Math.min(100, Math.max(0, satisfaction.at1 + satisfaction.perDoubling * Math.log2(1 + wait))),
  );
  return points.reduce((sum, one) => sum + one, 0) / over.length;
}

/** As many wait as on the same day without it, a tenth and two more at most, for an hour. */
const SLACK = 1.1;
const SLACK_TICKETS = 2;
const CALM_STEPS = 60 / STEP;

/** From its end until the queue is as long as it would have been; infinite where that is not within the run. */
function recoveryOf({ event, timeline }: Model, waits: readonly number[], usual: readonly number[]): number {
  const end = (timeline.hours.length * 60) / STEP;
  let calm = 0;
  for (let step = Math.ceil(event.endsAt / STEP); step < end; step += 1) {
    calm = waits[step]! <= usual[step]! * SLACK + SLACK_TICKETS ? calm + 1 : 0;
    if (calm === CALM_STEPS) return Math.max(0, (step - CALM_STEPS + 1) * STEP - event.endsAt);
  }
  return Number.POSITIVE_INFINITY;
}
