/** What may move satisfaction, as numbers that a regression takes: durations by their doubling, everything else by one more. */
import type { Answer } from './answers.ts';

/** A driver that is a number, and how its effect is told: for twice as long, or for one more. */
interface Amount {
  readonly id: string;
  readonly step: 'doubling' | 'one';
  readonly of: (answer: Rateable) => number;
}

/** An answer whose ticket had all that the inputs need. */
export type Rateable = Answer & { readonly firstResponseMs: number; readonly resolveMs: number };

/** Durations spread over five powers of ten: what counts is how many times as long, and below a second nobody feels a difference. */
const doublings = (ms: number) => Math.log2(Math.max(1, ms / 1000));

export const AMOUNTS = [
  { id: 'first_response', step: 'doubling', of: ({ firstResponseMs }) => doublings(firstResponseMs) },
  { id: 'resolution', step: 'doubling', of: ({ resolveMs }) => doublings(resolveMs) },
  { id: 'longest_wait', step: 'doubling', of: ({ longestWaitMs, firstResponseMs }) => doublings(longestWaitMs ?? firstResponseMs) },
  { id: 'replies', step: 'one', of: ({ replies }) => replies },
  { id: 'handed_on', step: 'one', of: ({ handedOn }) => handedOn },
  { id: 'escalations', step: 'one', of: ({ escalations }) => escalations },
  { id: 'reopens', step: 'one', of: ({ reopens }) => reopens },
] as const satisfies readonly Amount[];

/** Drivers that are a choice of one: each value beside the most frequent. */
export const CHOICES = ['channel', 'category'] as const;
const IDS: readonly string[] = [...AMOUNTS.map(({ id }) => id), ...CHOICES];
export const DRIVERS = IDS as [string, ...string[]];

/** Why an answer is in no figure of the regression. */
export const LEFT_OUT = ['no_reply', 'not_resolved', 'older'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

export function whyLeftOut({ firstResponseMs, resolveMs }: Answer): LeftOut | null {
  if (firstResponseMs === null) return 'no_reply';
  return resolveMs === null ? 'not_resolved' : null;
}

export const isRateable = (answer: Answer): answer is Rateable => whyLeftOut(answer) === null;
