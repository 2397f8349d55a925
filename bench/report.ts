/**
 * What one benchmark found, as it says it to `npm run bench`: one JSON document on standard output.
 * A bench is `bench/<name>.bench.ts`; it runs in a process of its own, so that none warms or slows another.
 */

export interface BenchReport {
  title: string;
  /** What was done, on what, how often; enough to do it again. */
  method: string;
  rows: BenchRow[];
  /** Where the time goes: what a profile or the shares of the steps showed. */
  where: string;
}

export interface BenchRow {
  what: string;
  /** With its unit: "23,400 events/s". */
  value: string;
  /** The budget of the design, where there is one: "≥ 5,000 events/s". */
  budget?: string;
  /** Whether the value is within it. */
  within?: boolean;
}

/** Says it. The last thing a bench does. */
export function report(found: BenchReport): void {
  console.log(JSON.stringify(found));
}

/** "12,345 events/s" */
export const perSecond = (count: number, ms: number, unit: string): string => `${whole((count / ms) * 1000)} ${unit}/s`;

/** Three digits that say something, and thousands apart: 0.0123, 4.56, 1,234. */
export function whole(value: number): string {
  return value.toLocaleString('en-GB', value >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 });
}

/** The value below which the share `p` of the samples lies, interpolated between neighbours (type 7). NaN of none. */
export function quantile(samples: readonly number[], p: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  return low + ((sorted[Math.ceil(place)] ?? low) - low) * (place - Math.floor(place));
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);
