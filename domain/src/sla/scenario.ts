/**
 * Scenarios: a policy, a clock and the events of one ticket in a file, and what the clock makes of them. The format is
 * that of the worked examples (domain/vectors), so that whoever writes a policy can test it before it meets a customer.
 */
import { z } from 'zod';
import { type Calendar, calendarSpec, createCalendar, instantOf, textOf } from '../calendar/index.ts';
import { type Status, STATUSES } from '../event/index.ts';
import type { ClockEvent, Signal, Terms, TicketNow } from './clock.ts';
import type { Cycle } from './cycle.ts';
import { runClock } from './run-clock.ts';
import { clockSettings, type ClockSettings, createClock } from './settings.ts';
import { targetOf } from './terms.ts';

const name = z.string().min(1).max(200);

/** In the words of other help desks as well. */
const OTHER_WORDS: Readonly<Record<string, Status>> = { solved: 'resolved', hold: 'on_hold' };
const isStatus = (text: string): text is Status => (STATUSES as readonly string[]).includes(text);
const target = z.union([z.int().positive(), z.strictObject({ business_days: z.int().min(1).max(1000) }), z.null()]);

const { shape } = clockSettings;

/** The settings of a clock (settings.ts) in the words of the file. */
const clock = z
  .strictObject({
    metric: shape.metric,
    start: shape.start,
    stop: shape.stop,
    cancel: shape.cancel,
    /** Statuses in which it stands still. */
    pause: z.array(name).default([]),
    after_agent_reply: shape.afterAgentReply,
    once: shape.once,
    reopen: shape.reopen,
    on_priority: shape.onPriority,
    on_policy: shape.onPolicy,
    created_solved: shape.createdSolved,
    skip_if_created_by_agent: shape.skipIfCreatedByAgent,
  })
  .transform(({ pause, after_agent_reply, on_priority, on_policy, created_solved, skip_if_created_by_agent, ...same }): ClockSettings => ({
    ...same,
    pause: { statuses: pause, statusesWithReason: [], onRequest: false, afterFollowUps: null },
    afterAgentReply: after_agent_reply,
    onPriority: on_priority,
    onPolicy: on_policy,
    createdSolved: created_solved,
    skipIfCreatedByAgent: skip_if_created_by_agent,
  }));

const policy = z.strictObject({
  /** A calendar, or calendars by priority with a `default`. */
  calendar: z.union([name, z.record(name, name)]),
  targets: z.record(name, target),
  cells: z.record(name, target).default({}),
  tiers: z.record(name, z.number().positive()).default({}),
  rounding: z.enum(['floor_second', 'floor_minute']).default('floor_second'),
});

const placed = { at: instantOf, seq: z.int().default(0), id: name.optional() };
const event = z.discriminatedUnion('type', [
  z.object({
    ...placed,
    type: z.literal('created'),
    priority: name.default('P3'),
    status: name.default('new'),
    tier: name.optional(),
    author: z.enum(['customer', 'agent', 'bot', 'system']).default('customer'),
    visibility: z.enum(['public', 'internal', 'private']).default('public'),
  }),
  z.object({
    ...placed,
    type: z.literal('message'),
    author: z.enum(['customer', 'agent', 'bot', 'system']).default('agent'),
    visibility: z.enum(['public', 'internal', 'private']).default('public'),
  }),
  z.object({ ...placed, type: z.enum(['status', 'priority', 'policy']), to: name }),
  z.object({ ...placed, type: z.enum(['assigned', 'merged', 'cancel']) }),
]);
type ScenarioEvent = z.output<typeof event>;

export const scenarioFile = z.object({
  calendars: z.record(name, calendarSpec),
  vectors: z.array(
    z.object({
      id: z.union([name, z.number()]),
      clock,
      policies: z.record(name, policy),
      tier: name.default('business'),
      policy: name.default('A'),
      events: z.array(event),
      as_of: instantOf,
    }),
  ),
});
export type ScenarioFile = z.output<typeof scenarioFile>;
type Scenario = ScenarioFile['vectors'][number];

export interface ScenarioResult {
  readonly id: string | number;
  readonly cycles: readonly Record<string, unknown>[];
}

/** Every scenario of the file with its cycles. Throws an Error that names the scenario, and the field, which names something unknown. */
export function runScenarios({ calendars, vectors }: ScenarioFile): ScenarioResult[] {
  const made = new Map<string, Calendar>();
  const calendarOf = (id: string): Calendar => {
    const spec = Object.hasOwn(calendars, id) ? calendars[id] : undefined;
    if (!spec) throw new Error(`there is no calendar "${id}"`);
    const calendar = made.get(id) ?? createCalendar(spec);
    made.set(id, calendar);
    return calendar;
  };
  return vectors.map((scenario) => {
    try {
      return { id: scenario.id, cycles: cyclesOf(inOurWords(scenario), calendarOf).map(written) };
    } catch (error) {
      throw new Error(`scenario ${scenario.id}: ${(error as Error).message}`, { cause: error });
    }
  });
}

/** A status that nobody knows would pause and end nothing, and the scenario would prove nothing. */
function inOurWords(scenario: Scenario): Scenario {
  const statusOf = (field: string, said: string): Status => {
    const status = Object.hasOwn(OTHER_WORDS, said) ? OTHER_WORDS[said]! : said;
    if (isStatus(status)) return status;
    throw new Error(`${field}: "${said}" is not a status; it must be one of ${[...STATUSES, ...Object.keys(OTHER_WORDS)].join(', ')}`);
  };
  const { clock: settings, events } = scenario;
  const statuses = settings.pause.statuses.map((said, index) => statusOf(`clock.pause.${index}`, said));
  return {
    ...scenario,
    clock: { ...settings, pause: { ...settings.pause, statuses } },
    events: events.map((one, index): ScenarioEvent => {
      if (one.type === 'created') return { ...one, status: statusOf(`events.${index}.status`, one.status) };
      return one.type === 'status' ? { ...one, to: statusOf(`events.${index}.to`, one.to) } : one;
    }),
  };
}

function cyclesOf(scenario: Scenario, calendarOf: (id: string) => Calendar): Cycle[] {
  const termsOf = (id: string): Terms => {
    const found = Object.hasOwn(scenario.policies, id) ? scenario.policies[id] : undefined;
    if (!found) throw new Error(`there is no policy "${id}"`);
    const { calendar, targets, cells, tiers, rounding } = found;
    const table = { targets: inWords(targets), cells: inWords(cells), tiers, rounding };
    return {
      calendarOf: (priority) => calendarOf(typeof calendar === 'string' ? calendar : (calendar[priority] ?? calendar['default'] ?? '')),
      targetOf: (priority, tier) => targetOf(table, priority, tier),
    };
  };
  return runClock(createClock(scenario.clock), clockEvents(scenario), termsOf, scenario.as_of);
}

const inWords = (targets: Readonly<Record<string, z.output<typeof target>>>) =>
  Object.fromEntries(
    Object.entries(targets).map(([key, value]) => [
      key,
      value === null || typeof value === 'number' ? value : { businessDays: value.business_days },
    ]),
  );

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const SOLVED = new Set(['resolved', 'closed']);

/** In order, each id once, with the ticket as it is after each. */
function clockEvents({ events, tier, policy: id }: Scenario): (ClockEvent & { readonly policy: string })[] {
  const seen = new Set<string>();
  const ordered = events
    .filter((one) => one.id === undefined || (!seen.has(one.id) && seen.add(one.id)))
    .toSorted((a, b) => a.at - b.at || a.seq - b.seq || compareText(a.id ?? '', b.id ?? ''));
  let inForce = id;
  let now: TicketNow = {
    status: 'new',
    isSolved: false,
    statusReason: null,
    isPauseRequested: false,
    isGone: false,
    priority: 'P3',
    tier,
    followUps: 0,
    agentReplied: false,
  };
  return ordered.map((one, index) => {
    const before = now;
    now = { ...before, ...changeOf(one, before) };
    if (one.type === 'policy') inForce = one.to;
    const isByAgent = one.type === 'created' && one.author === 'agent' && one.visibility === 'public';
    return { id: one.id ?? String(index), at: one.at, signals: signalsOf(one, before, now), isByAgent, policy: inForce, now };
  });
}

function changeOf(one: ScenarioEvent, before: TicketNow): Partial<TicketNow> {
  switch (one.type) {
    case 'created': {
      const opening = { status: one.status, isSolved: SOLVED.has(one.status), priority: one.priority, tier: one.tier ?? before.tier };
      return { ...opening, ...spoken(one, before) };
    }
    case 'message':
      return spoken(one, before);
    case 'status':
      return { status: one.to, isSolved: SOLVED.has(one.to) };
    case 'priority':
      return { priority: one.to };
    case 'merged':
      return { isGone: true };
    default:
      return {};
  }
}

function spoken({ author, visibility }: { author: string; visibility: string }, before: TicketNow): Partial<TicketNow> {
  if (visibility !== 'public') return {};
  if (author === 'customer') return { followUps: 0 };
  return author === 'agent' ? { followUps: before.followUps + 1, agentReplied: true } : {};
}

function signalsOf(one: ScenarioEvent, before: TicketNow, now: TicketNow): Signal[] {
  switch (one.type) {
    case 'created':
      return ['created'];
    case 'message': {
      const isPublic = one.visibility === 'public';
      if (one.author === 'agent') return isPublic ? ['agent_public', 'agent_any'] : ['agent_any'];
      if (!isPublic || one.author === 'system') return [];
      return [one.author === 'customer' ? 'customer_public' : 'bot_public'];
    }
    case 'status':
      if (before.isSolved === now.isSolved) return [];
      return [now.isSolved ? 'solved' : 'reopened'];
    case 'assigned':
    case 'merged':
    case 'cancel':
      return [one.type];
    default:
      return [];
  }
}

/** In the shape of the worked examples. */
function written(cycle: Cycle): Record<string, unknown> {
  return {
    start: textOf(cycle.start),
    counts_from: textOf(cycle.countsFrom),
    stop: textOf(cycle.stop),
    target_s: cycle.target,
    elapsed_s: cycle.elapsed,
    calendar_elapsed_s: cycle.wallElapsed,
    pauses: cycle.pauses.map((pause) => pause.map(textOf)),
    due: textOf(cycle.due),
    due_projected: cycle.dueIsProjected,
    breach_at: textOf(cycle.breachAt),
    would_breach_at: textOf(cycle.wouldBreachAt),
    remaining_s: cycle.remaining,
    warn: Object.fromEntries(Object.entries(cycle.warned).map(([step, at]) => [step, textOf(at)])),
    state: cycle.state,
  };
}
