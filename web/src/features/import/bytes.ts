/** A length in bytes as a person reads it: `3.4 MB`. */
const UNITS = ['bytes', 'kB', 'MB', 'GB'] as const;

export function bytes(length: number): string {
  const unit = length < 1000 ? 0 : Math.min(Math.floor(Math.log10(length) / 3), UNITS.length - 1);
  const size = length / 1000 ** unit;
  return `${size.toFixed(unit === 0 || size >= 100 ? 0 : 1)}\u00A0${UNITS[unit]}`;
}
