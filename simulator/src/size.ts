/** How large the simulated centre is, and the check of what was asked for. */
export interface Size {
  /** Besides these there is one lead for each of the five teams. */
  readonly agents: number;
  readonly customers: number;
  readonly organisations: number;
  /** The mean over a year's weekdays and weekends; single days differ by season and chance. */
  readonly conversationsPerDay: number;
}

export const DEFAULT_SIZE: Size = { agents: 30, customers: 2_500, organisations: 300, conversationsPerDay: 500 };

const BOUNDS: Readonly<Record<keyof Size, readonly [number, number]>> = {
  agents: [5, 2_000],
  customers: [50, 500_000],
  organisations: [1, 50_000],
  conversationsPerDay: [1, 100_000],
};

/** The size with defaults filled in. Throws a RangeError that names the first number outside its bounds. */
export function sizeOf(wanted: Partial<Size> = {}): Size {
  const size = { ...DEFAULT_SIZE, ...wanted };
  for (const [name, [least, most]] of Object.entries(BOUNDS) as [keyof Size, readonly [number, number]][]) {
    if (!Number.isInteger(size[name]) || size[name] < least || size[name] > most)
      throw new RangeError(`size.${name} must be a whole number from ${least} to ${most}, not ${size[name]}`);
  }
  if (size.organisations > size.customers) throw new RangeError('size.organisations must not exceed size.customers');
  return size;
}
