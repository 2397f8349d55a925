/** What a notice says of the ticket that made an alert: its number, where it is, and the promise that it is about. Who the customer is and what they wrote is not in it. */
import type { KeptClock } from '../sla/index.ts';
import { ticketNumber } from '../ticket/index.ts';
import { instantWords } from '../zone/index.ts';
import type { TicketFacts } from './conditions.ts';
import { announcedIn } from './sla-step.ts';
import { capital, clockWords, durationWords, type NameOfValue, shortDuration } from './words.ts';

export interface TicketTold {
  readonly facts: TicketFacts;
  readonly clocks: readonly KeptClock[];
}

/** How it is said: what ids are called, in which zone, and beside which instant; milliseconds. */
export interface Saying {
  readonly nameOf: NameOfValue;
  readonly timeZone: string;
  readonly at: number;
}

type Line = readonly [label: string, value: string];

/** `member`: of a rule on the ladder, what holds the alert. */
export function ticketLines(ticket: string, told: TicketTold | null, member: string | null, saying: Saying): readonly Line[] {
  const { facts = {}, clocks = [] } = told ?? {};
  const line = (label: string, value: string | null | undefined, words = String(value)): Line[] => (value ? [[label, words]] : []);
  const named = (field: 'team' | 'assignee') => (facts[field] ? (saying.nameOf(field, facts[field]) ?? facts[field]) : undefined);
  return [
    ['Ticket', ticketNumber(ticket)],
    ...line('Priority', facts.priority),
    ...line('Team', facts.team, named('team')),
    ...line('Assignee', facts.assignee, named('assignee')),
    ...line('Support tier', facts.supportTier),
    ...line('Customer tier', facts.customerTier, capital(facts.customerTier ?? '')),
    ...(member === null ? [] : promiseLines(clocks, member, saying)),
  ];
}

/** The cycle that it is about, where something is promised of it. */
function promiseOf(clocks: readonly KeptClock[], member: string) {
  const { clock, cycle, step } = announcedIn(member);
  const own = clocks.find((one) => one.metric === clock && one.cycle === cycle);
  return own && own.target !== null ? { own, target: own.target, clock: clockWords(clock), step } : null;
}

function promiseLines(clocks: readonly KeptClock[], member: string, { timeZone, at }: Saying): Line[] {
  const promise = promiseOf(clocks, member);
  if (!promise) return [];
  const { own, target, clock } = promise;
  const instant = (seconds: number) => instantWords(seconds * 1000, timeZone, at);
  return [
    ['Promise', `${clock} within ${durationWords(target)}`],
    ...(own.breachAt !== null ? [['Breached at', instant(own.breachAt)] as const] : []),
    ...(own.breachAt === null && own.due !== null ? [['Due', instant(own.due)] as const] : []),
    ...(own.stop !== null ? [['Taken', shortDuration(own.elapsed)] as const] : []),
  ];
}

/**
 * The step that was reached with the numbers of the ticket: how much of which promise, until when, and who has it. Null where they are not known.
 * `isFresh`: it has just been reached; later, who has the ticket says nothing of then.
 */
export function promiseWords(told: TicketTold | null, member: string, isFresh: boolean, { nameOf, timeZone, at }: Saying): string | null {
  const promise = promiseOf(told?.clocks ?? [], member);
  if (!told || !promise) return null;
  const { own, target, clock, step } = promise;
  const used = (target * (step === 'breach' ? 100 : step)) / 100;
  const reached = own.announcements?.find((one) => one.step === step)?.at ?? null;
  // Outside opening hours, and paused, it does not count.
  const counting = reached !== null && reached - own.start > used + 1 ? ' of the time that counts' : '';
  const dueAt = own.due ?? own.breachAt;
  const isPast = dueAt !== null && dueAt * 1000 <= at;
  const due = dueAt === null ? '' : `${isPast || !isFresh ? 'it was due' : 'due'} at ${instantWords(dueAt * 1000, timeZone, at)}`;
  const assignee = told.facts.assignee ?? null;
  const whose = !isFresh ? '' : assignee === null ? 'nobody is assigned' : `assigned to ${nameOf('assignee', assignee) ?? assignee}`;
  const after = [due, whose].filter((part) => part !== '').join(', ');
  const stopped = own.stop === null ? '' : ` The clock stopped at ${shortDuration(own.elapsed)}.`;
  const sentence = `The promised ${clock} within ${durationWords(target)} ${isFresh ? 'has' : 'had'} used ${shortDuration(used)}${counting}`;
  return `${sentence}${after === '' ? '' : `: ${after}`}.${stopped}`;
}
