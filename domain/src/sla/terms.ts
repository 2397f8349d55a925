/** From what is written in a policy to a target: cells before multipliers, multipliers exactly, rounded down once. */
import { tierKey } from '../directory/index.ts';
import type { Target } from './clock.ts';

export type Rounding = 'floor_second' | 'floor_minute';

export interface TargetTable {
  /** By priority. */
  readonly targets: Readonly<Record<string, Target>>;
  /** By "priority/tier", such as "P1/free": they stand as they are, multiplied by nothing. */
  readonly cells: Readonly<Record<string, Target>>;
  /** By customer tier, 1 where one is not named. Business days are not multiplied: half of one is none. */
  readonly tiers: Readonly<Record<string, number>>;
  readonly rounding: Rounding;
}

/** What is promised to a tier at a priority; null for nothing. */
export function targetOf({ targets, cells, tiers, rounding }: TargetTable, priority: string, tier: string): Target {
  const cell = own(cells, `${priority}/${tier}`) ?? ofTier(cells, `${priority}/${tier}`);
  if (cell !== undefined) return cell;
  const target = own(targets, priority) ?? null;
  if (typeof target !== 'number') return target;
  const seconds = timesRoundedDown(target, own(tiers, tier) ?? ofTier(tiers, tier) ?? 1);
  return rounding === 'floor_minute' ? seconds - (seconds % 60) : seconds;
}

/** Of a tier that is written in another way. The priority before it is always written in one. */
const ofTier = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.entries(record).find(([name]) => tierKey(name) === tierKey(key))?.[1];

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(record, key) ? record[key] : undefined);

/** The product of a whole number and a decimal one, without what binary fractions add to it: 100 × 0.29 is 29, not 28. */
function timesRoundedDown(whole: number, decimal: number): number {
  const scale = 10 ** (String(decimal).split('.')[1]?.length ?? 0);
  const product = whole * Math.round(decimal * scale);
  return (product - (product % scale)) / scale;
}
