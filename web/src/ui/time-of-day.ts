/** A time of day as people write it, as the product writes it: `9`, `930`, `9.30` and `9:30 pm` become `09:00`, `09:30`, `09:30` and `21:30`. */
const WRITTEN = /^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(?:([ap])\.?m\.?)?$/i;

/** Null where it is none. */
export function timeOfDay(text: string): string | null {
  const [, hour, minute = '00', half] = WRITTEN.exec(text.trim()) ?? [];
  if (hour === undefined || Number(minute) > 59) return null;
  const isHalf = half !== undefined;
  if (isHalf && (Number(hour) < 1 || Number(hour) > 12)) return null;
  const hours = isHalf ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour);
  return hours > 23 ? null : `${String(hours).padStart(2, '0')}:${minute}`;
}
