/** What a notice says of the ticket that made an alert: ids and codes, and the promise that it is about. Who the customer is and what they wrote is not in it. */
import type { KeptClock } from '../sla/index.ts';
import type { TicketFacts } from './conditions.ts';
import { announcedIn } from './sla-step.ts';
import { clockWords, durationWords } from './words.ts';

export interface TicketTold {
  readonly facts: TicketFacts;
  readonly clocks: readonly KeptClock[];
}

type Line = readonly [label: string, value: string];

/** `member`: of a rule on the ladder, what holds the alert. */
export function ticketLines(ticket: string, told: TicketTold | null, member: string | undefined): readonly Line[] {
  const { facts = {}, clocks = [] } = told ?? {};
  const line = (label: string, value: string | null | undefined): Line[] => (value ? [[label, value]] : []);
  return [
    ['Ticket', ticket],
    ...line('Priority', facts.priority),
    ...line('Team', facts.team),
    ...line('Support tier', facts.supportTier),
    ...line('Customer tier', facts.customerTier),
    ...(member === undefined ? [] : promiseLines(clocks, member)),
  ];
}

function promiseLines(clocks: readonly KeptClock[], member: string): Line[] {
  const { clock, cycle } = announcedIn(member);
  const own = clocks.find((one) => one.metric === clock && one.cycle === cycle);
  if (!own || own.target === null) return [];
  return [
    ['Promise', `${clockWords(clock)} within ${durationWords(own.target)}`],
    ...(own.breachAt !== null ? [['Breached at', instantWords(own.breachAt)] as const] : []),
    ...(own.breachAt === null && own.due !== null ? [['Due', instantWords(own.due)] as const] : []),
    ...(own.stop !== null ? [['Taken', durationWords(own.elapsed)] as const] : []),
  ];
}

/** `2026-06-02 12:15 UTC`. */
const instantWords = (seconds: number): string => `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
