/**
 * In which order a person should look: what needs someone next stands first. A critical ticket comes before all others;
 * the rest by how much of the patience that its priority leaves has been used up, so that a low one that has waited for
 * a day passes a normal one that has just come. Patience here orders a list; what was promised to whom is for the clocks,
 * which are the other order: the next breach first, whoever's it is.
 */
import type { Queue, QueueItem } from '../../api/client.ts';
import { compared, nextBreachMs } from '../../clocks/index.ts';
import { valuesOf, type QueueSearch } from './search.ts';

const MINUTE_MS = 60_000;

const PATIENCE_MS: Record<QueueItem['priority'], number> = {
  P1: 15 * MINUTE_MS,
  P2: 60 * MINUTE_MS,
  P3: 4 * 60 * MINUTE_MS,
  P4: 8 * 60 * MINUTE_MS,
  P5: 24 * 60 * MINUTE_MS,
};

const waitedMs = ({ waitingSince }: QueueItem, now: number): number =>
  waitingSince === null ? 0 : Math.max(0, now - Date.parse(waitingSince));

/** How much of its patience a wait has used: 1 is all of it. */
const urgency = (item: QueueItem, now: number): number => waitedMs(item, now) / PATIENCE_MS[item.priority];

const critical = ({ priority }: QueueItem): number => (priority === 'P1' ? 0 : 1);
const byId = (one: QueueItem, other: QueueItem): number => (one.id < other.id ? -1 : 1);

const byNeed =
  (now: number) =>
  (one: QueueItem, other: QueueItem): number =>
    critical(one) - critical(other) || urgency(other, now) - urgency(one, now) || byId(one, other);

const waits = ({ waitingSince }: QueueItem): number => (waitingSince === null ? 1 : 0);

/** What is owed soonest, and longest overdue, first; then what has nothing to breach, by need. */
const byBreach =
  (now: number) =>
  (one: QueueItem, other: QueueItem): number =>
    compared(nextBreachMs(one), nextBreachMs(other)) || waits(one) - waits(other) || byNeed(now)(one, other);

/** A column in its order at `now` (ms). Not-waiting tickets in hand come last, those held longest first. */
export function inOrder(state: QueueItem['state'], items: readonly QueueItem[], now: number, sort?: QueueSearch['sort']): QueueItem[] {
  if (state === 'resolved') return items.toSorted((one, other) => Date.parse(other.since) - Date.parse(one.since) || byId(one, other));
  if (sort === 'breach') return items.toSorted(byBreach(now));
  if (state === 'waiting') return items.toSorted(byNeed(now));
  return items.toSorted((one, other) => {
    const turn = waits(one) - waits(other);
    if (turn !== 0) return turn;
    return one.waitingSince === null ? Date.parse(one.since) - Date.parse(other.since) || byId(one, other) : byNeed(now)(one, other);
  });
}

/** Whether a ticket is among those asked for; `me` is the viewer's agent. */
export function isShown(item: QueueItem, search: QueueSearch, me: string | null): boolean {
  const fits = (wanted: string | undefined, value: string | null | undefined): boolean =>
    wanted === undefined || valuesOf(wanted).includes(value ?? 'none');
  return (
    fits(search.team, item.team?.id) &&
    fits(search.channel, item.channel) &&
    fits(search.priority, item.priority) &&
    fits(search.customerTier, item.organisation?.customerTier) &&
    (!search.mine || (me !== null && item.assignee?.id === me))
  );
}

/** The people of the teams that are filtered for; everyone where no team is. */
export const inTeams = (agents: Queue['agents'], teams: string | undefined): Queue['agents'] =>
  teams === undefined ? agents : agents.filter(({ team }) => valuesOf(teams).includes(team?.id ?? 'none'));

/** How loud the wait is drawn, in steps: most of the patience used, all of it, twice of it. */
export type Alarm = 'calm' | 'near' | 'over' | 'far';

export function alarmOf(item: QueueItem, now: number): Alarm {
  // Where a promise runs, its ladder speaks; two alarms of different measure would contradict each other.
  if (item.waitingSince === null || nextBreachMs(item) < Infinity) return 'calm';
  const used = urgency(item, now);
  if (used >= 2) return 'far';
  return used >= 1 ? 'over' : used >= 0.5 ? 'near' : 'calm';
}
