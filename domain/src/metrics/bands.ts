/** Bands in which durations are counted, so that one sees how they spread. A band is named by its lower edge in seconds; the last has no upper one. */
const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];

/** Where people speak of another speed: from at once to more than a month. They widen, as durations do. */
export const DURATION_BANDS = [
  0,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  DAY,
  2 * DAY,
  3 * DAY,
  7 * DAY,
  14 * DAY,
  30 * DAY,
] as const;

const UNITS = [
  [DAY, 'd'],
  [HOUR, 'h'],
  [MINUTE, 'm'],
] as const;

/** The band that a duration in milliseconds falls into. */
export const bandOf = (bands: readonly number[], ms: number): string => String(bands.findLast((edge) => edge * 1000 <= ms) ?? bands[0]);

/** `1 h to 2 h`. */
export function bandWords(bands: readonly number[], band: string): string {
  const from = Number(band);
  const to = bands[bands.indexOf(from) + 1];
  if (to === undefined) return `${edgeWords(from)} and longer`;
  return from === 0 ? `under ${edgeWords(to)}` : `${edgeWords(from)} to ${edgeWords(to)}`;
}

function edgeWords(seconds: number): string {
  const [size, unit] = UNITS.find(([one]) => seconds >= one) ?? UNITS[2];
  return `${seconds / size} ${unit}`;
}
