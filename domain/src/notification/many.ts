/** What a message of many tickets says before anybody looks: whose they are, how bad, and which to open first. */
import { PRIORITIES, type Priority } from '../event/index.ts';
import { ticketNumber } from '../ticket/index.ts';
import { oneLine, shortened } from './text.ts';

/** A ticket as far as it is known; of one team and priority each. */
export interface OfMany {
  readonly ticket: string;
  readonly priority: Priority | null;
  /** What its team is called; null where it has none. */
  readonly team: string | null;
}

/** So many are named, each with a link. */
const MOST_URGENT = 3;
const MOST_TEAMS = 5;
const LONGEST_NAME = 60;

const rank = ({ priority }: OfMany): number => (priority === null ? PRIORITIES.length : PRIORITIES.indexOf(priority));

/** Those to open first: by priority, of equal ones as they are given. Each ticket once. */
function mostUrgent(tickets: readonly OfMany[]): OfMany[] {
  const each = [...new Map(tickets.toReversed().map((one) => [one.ticket, one])).values()].toReversed();
  return each.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_URGENT);
}

/** In lines of a name and what is said of it; at least one ticket. `all`: how many there are, where not all of them are known. */
export function manyLines(tickets: readonly OfMany[], all = tickets.length) {
  const first = mostUrgent(tickets);
  const most = first[0]?.priority ?? null;
  const among = all > tickets.length ? ` of the first ${tickets.length}` : '';
  const line = (label: string, value: string) => ({ label, value: shortened(value, 500) });
  return [
    line('Teams', `${teamsOf(tickets)}${among && `,${among}`}`),
    ...(most === null ? [] : [line('Highest priority', `${most}: ${tickets.filter(({ priority }) => priority === most).length}${among}`)]),
    line('Most urgent', first.map(inWords).join(', ')),
  ];
}

/** Of each team how many, the one with most in front. */
function teamsOf(tickets: readonly OfMany[]): string {
  const counts = [...Map.groupBy(tickets, ({ team }) => team)]
    .map(([team, own]) => ({ team: team === null ? 'no team' : oneLine(team, LONGEST_NAME), count: own.length }))
    .toSorted((a, b) => b.count - a.count || (a.team < b.team ? -1 : 1));
  const named = counts.slice(0, MOST_TEAMS).map(({ team, count }) => `${team} (${count})`);
  return [...named, ...(counts.length > MOST_TEAMS ? [`${counts.length - MOST_TEAMS} more teams`] : [])].join(', ');
}

/** `#4711 (P1, Billing)`. */
function inWords({ ticket, priority, team }: OfMany): string {
  const more = [priority, team && oneLine(team, LONGEST_NAME)].filter((part) => part !== null && part !== '');
  return `${oneLine(ticketNumber(ticket), LONGEST_NAME)}${more.length > 0 ? ` (${more.join(', ')})` : ''}`;
}

/** The way to each of the most urgent. */
export const urgentLinks = (tickets: readonly OfMany[]): { label: string; path: string }[] =>
  mostUrgent(tickets).map(({ ticket }) => ({
    label: `Open ${oneLine(ticketNumber(ticket), LONGEST_NAME - 'Open '.length)}`,
    path: `/tickets/${encodeURIComponent(ticket)}`,
  }));
