/** What takes longer than a question may is refused by the server. A bench says so, and goes on: it took longer than anything that was answered. */
import { whole } from './report.ts';

/** The answer that it takes too long. */
export class TooLong extends Error {}

/** Far above anything that is measured in milliseconds, and still so between two of which one was answered. */
const REFUSED_MS = 1e15;
export const isRefused = (ms: number): boolean => ms > 1e9;

export const msOf = (ms: number): string => (isRefused(ms) ? 'refused, as it takes more than 15 s' : `${whole(ms)} ms`);

/** Milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  try {
    await work();
  } catch (error) {
    if (error instanceof TooLong) return REFUSED_MS;
    throw error;
  }
  return performance.now() - startedAt;
}
