/** Many runs as medians with the band that eight in ten runs lie in. */
import type { Outcome, Numbers, Model } from './run.ts';
import type { Response } from './scenario.ts';

/** Of the runs, one in ten is below `low` and one in ten above `high`. Null for what cannot be said, or is not within the time simulated. */
export interface Band {
  readonly low: number | null;
  readonly middle: number | null;
  readonly high: number | null;
}

export type Figure =
  | Exclude<keyof Numbers, 'satisfaction'>
  | 'moreTickets'
  | 'cost'
  | 'satisfactionLoss'
  | 'mostExtraAgents'
  | 'extraAgentHours';

export interface ResponseSummary {
  readonly response: Response;
  readonly numbers: Readonly<Record<Figure, Band>>;
  /** As against the first response, run by run. */
  readonly difference: Readonly<Record<Figure, Band>>;
  /** By channel and hour, and of all channels. */
  readonly tickets: readonly (readonly Band[])[];
  readonly allTickets: readonly Band[];
  readonly waiting: readonly Band[];
  readonly serviceLevel: readonly Band[];
  /** Beyond those at work, and beyond what the ordinary day lacks. */
  readonly extraAgents: readonly Band[];
}

interface Kept {
  readonly outcome: Outcome;
  readonly figures: Readonly<Record<Figure, number | null>>;
  readonly extraAgents: readonly number[];
}

/** Gathers runs one by one, and sums them up at any time. */
export function createSummary(model: Model) {
  const { responses } = model.spec;
  const usual: Outcome[] = [];
  const kept = responses.map((): Kept[] => []);
  return {
    add(run: { usual: Outcome; responses: readonly Outcome[] }): void {
      usual.push(run.usual);
      for (const [place, outcome] of run.responses.entries()) kept[place]!.push(keep(model, responses[place]!, outcome, run.usual));
    },
    result: () => ({
      usual: {
        allTickets: hoursOf(usual, sumOfChannels),
        waiting: hoursOf(usual, ({ waiting }) => waiting),
        serviceLevel: hoursOf(usual, ({ serviceLevel }) => serviceLevel),
        tickets: bandOf(usual.map(({ numbers }) => numbers.tickets)),
        meanWait: bandOf(usual.map(({ numbers }) => numbers.meanWait)),
        breaches: bandOf(usual.map(({ numbers }) => numbers.breaches)),
        satisfaction: bandOf(usual.map(({ numbers }) => numbers.satisfaction)),
      },
      responses: kept.map((runs, place): ResponseSummary => summedUp(responses[place]!, runs, kept[0]!)),
    }),
  };
}

export type Summary = ReturnType<ReturnType<typeof createSummary>['result']>;

function keep({ setting, timeline, assumptions }: Model, response: Response, outcome: Outcome, usual: Outcome): Kept {
  const { satisfaction, ...numbers } = outcome.numbers;
  const week = setting.baseline.staff;
  const extraAgents = outcome.agentsNeeded.map((needed, hour) => {
    const ofWeek = timeline.hours[timeline.from + hour]!;
    const there = week.reduce((sum, one) => sum + one[ofWeek]!, 0) / week.length;
    return Math.max(0, Math.ceil(needed - Math.max(there, usual.agentsNeeded[hour]!)));
  });
  const paid = response.extraAgents * response.extraHours;
  const more = numbers.workHours - usual.numbers.workHours;
  const was = usual.numbers.satisfaction;
  return {
    outcome,
    extraAgents,
    figures: {
      ...numbers,
      moreTickets: numbers.tickets - usual.numbers.tickets,
      // Extra agents do as much of the added work as they are paid for.
      cost: assumptions.costPerHour * ((paid === 0 ? more : Math.max(0, more - paid)) + paid * assumptions.overtimeFactor),
      satisfactionLoss: satisfaction === null || was === null ? null : was - satisfaction,
      mostExtraAgents: Math.max(0, ...extraAgents),
      extraAgentHours: extraAgents.reduce((sum, one) => sum + one, 0),
    },
  };
}

function summedUp(response: Response, runs: readonly Kept[], first: readonly Kept[]): ResponseSummary {
  const names = Object.keys(runs[0]?.figures ?? {}) as Figure[];
  const outcomes = runs.map(({ outcome }) => outcome);
  const record = (of: (name: Figure) => Band) => Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Figure, Band>;
  return {
    response,
    numbers: record((name) => bandOf(runs.map(({ figures }) => figures[name]))),
    difference: record((name) => bandOf(runs.map(({ figures }, run) => less(figures[name], first[run]!.figures[name])))),
    tickets: (outcomes[0]?.tickets ?? []).map((_, channel) => hoursOf(outcomes, ({ tickets }) => tickets[channel]!)),
    allTickets: hoursOf(outcomes, sumOfChannels),
    waiting: hoursOf(outcomes, ({ waiting }) => waiting),
    serviceLevel: hoursOf(outcomes, ({ serviceLevel }) => serviceLevel),
    extraAgents: hoursOf(runs, (one) => one.extraAgents),
  };
}

/** Of two that both did not end nobody knows which is longer. */
const less = (a: number | null, b: number | null) => (a === null || b === null || (a === b && !Number.isFinite(a)) ? null : a - b);

const sumOfChannels = ({ tickets }: Outcome) => tickets[0]?.map((_, hour) => tickets.reduce((sum, one) => sum + one[hour]!, 0)) ?? [];

function hoursOf<T>(runs: readonly T[], of: (run: T) => readonly (number | null)[]): Band[] {
  const lists = runs.map(of);
  return (lists[0] ?? []).map((_, hour) => bandOf(lists.map((one) => one[hour]!)));
}

function bandOf(values: readonly (number | null)[]): Band {
  const sorted = values.filter((one) => one !== null).toSorted((a, b) => a - b);
  const at = (place: number) => {
    const value = sorted[Math.round(place * (sorted.length - 1))];
    return value === undefined || !Number.isFinite(value) ? null : Math.round(value * 1000) / 1000;
  };
  return { low: at(0.1), middle: at(0.5), high: at(0.9) };
}
