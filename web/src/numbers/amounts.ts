/** Values of metrics as people type them: shares in per cent, durations in the unit they speak of. */
import type { Metric } from '../api/client.ts';

/** The seconds of minutes, hours and days. */
export const PERS = [60, 3600, 86_400] as const;

/** The largest unit in which a duration is a plain number: 5400 seconds are 1.5 hours, and 600 are 10 minutes. */
export const perOf = (seconds: number): number => PERS.findLast((per) => seconds >= per && Number.isInteger((10 * seconds) / per)) ?? 60;

/** By what an amount is larger as it is typed. `per`: of durations, the seconds of the unit. */
const scaleOf = (unit: Metric['unit'], per: number): number => (unit === 'share' ? 100 : unit === 'seconds' ? 1 / per : 1);

/** Sums of tenths are not exact in twos: what is typed comes out as it was typed. */
const rounded = (value: number): number => Number(value.toPrecision(12));

export const typedAmount = (value: number, unit: Metric['unit'], per: number): number => rounded(value * scaleOf(unit, per));
export const readAmount = (typed: number, unit: Metric['unit'], per: number): number => rounded(typed / scaleOf(unit, per));
