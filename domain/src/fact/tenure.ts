/** For how long somebody had been a customer when a ticket came: by months for organisations, by days for people who are new. */

const DAY_MS = 86_400_000;

export const TENURES = ['0-3', '3-12', '12-24', '24+'] as const;
export type Tenure = (typeof TENURES)[number];

export const LIFECYCLES = ['1-7', '8-30', '31-90', '91+'] as const;
export type Lifecycle = (typeof LIFECYCLES)[number];

/** In whole months since the day (`2026-03-31`) on which it became a customer, days by UTC; null before that day and without one. */
export function tenureOf(since: string | null, at: number): Tenure | null {
  const day = dayOf(since);
  if (day === null || at < day) return null;
  // Three months after the 30th of November are over on the last day of February.
  const months = [3, 12, 24].filter((many) => at >= monthsAfter(day, many)).length;
  return TENURES[months]!;
}

/** The day of the customer's life, the first being the day on which they became one; null before it. */
export function lifecycleOf(since: string | null, at: number): Lifecycle | null {
  const day = dayOf(since);
  if (day === null || at < day) return null;
  const days = Math.floor((at - day) / DAY_MS) + 1;
  return LIFECYCLES[[7, 30, 90].filter((last) => days > last).length]!;
}

function dayOf(since: string | null): number | null {
  const day = since === null ? Number.NaN : Date.parse(`${since.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(day) ? null : day;
}

/** The same day so many months later, or the last of that month where it has no such day. */
function monthsAfter(day: number, months: number): number {
  const date = new Date(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last));
}
