/**
 * Who works when. Everybody works five days in seven; which two are off and which of the four shifts it is follows
 * from the agent's place on the rota, which moves on every week. Leads keep office hours.
 */
import type { AgentProfile } from '../people/roster.ts';
import { chance, stream } from '../random.ts';
import type { Zone } from '../zone.ts';

export interface Shift {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

/** Local hours. */
const HOURS: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  early: [[6, 14]],
  core: [[9, 17]],
  late: [[12, 20]],
  split: [
    [9, 13],
    [16, 20],
  ],
};
const KINDS = ['core', 'late', 'early', 'core', 'late', 'early', 'core', 'split', 'late'] as const;

/** Days off counted from Monday, so that four in seven work on either day of the weekend. */
const DAYS_OFF: readonly (readonly number[])[] = [
  [5, 6],
  [6, 0],
  [0, 1],
  [4, 5],
  [2, 3],
  [5, 6],
  [3, 4],
];

/** Weeks are numbered from the Monday of 5 January 1970. */
export const weekOf = (day: number): number => Math.floor((day - 4) / 7);
export const mondayOf = (week: number): number => week * 7 + 4;

/** The shifts of one week, in order of time; nothing for a week of holiday, less a day for an illness. */
export function shiftsOf(seed: number, agent: AgentProfile, zone: Zone, number: number, week: number): Shift[] {
  const random = stream(seed, 7, number, week);
  if (chance(random, 0.06)) return [];
  const kind = agent.isLead ? 'core' : KINDS[(((agent.rota + week) % KINDS.length) + KINDS.length) % KINDS.length]!;
  const off = agent.isLead ? [5, 6] : DAYS_OFF[agent.rota % DAYS_OFF.length]!;
  const shifts: Shift[] = [];
  for (let weekday = 0; weekday < 7; weekday++) {
    if (off.includes(weekday) || chance(random, 0.02)) continue;
    const day = mondayOf(week) + weekday;
    for (const [from, to] of HOURS[kind]!) shifts.push({ kind, from: zone.instant(day, from), to: zone.instant(day, to) });
  }
  return shifts;
}
