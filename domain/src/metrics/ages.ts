/** Ages in bands: what is open is young, a day old, or forgotten. A band is called by the hours from which it goes, so that they stand in order. */

const HOUR = 3600;
const DAY = 24 * HOUR;

export const AGES = [
  { id: '0', label: 'under 4 hours', fromSeconds: 0 },
  { id: '4', label: '4 to 24 hours', fromSeconds: 4 * HOUR },
  { id: '24', label: '1 to 3 days', fromSeconds: DAY },
  { id: '72', label: '3 to 7 days', fromSeconds: 3 * DAY },
  { id: '168', label: '7 to 30 days', fromSeconds: 7 * DAY },
  { id: '720', label: 'over 30 days', fromSeconds: 30 * DAY },
] as const;

/** The band of an age; what is dated ahead is in the youngest. */
export const ageOf = (seconds: number): string => AGES.findLast(({ fromSeconds }) => seconds >= fromSeconds)?.id ?? AGES[0].id;
