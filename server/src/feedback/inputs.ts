/** What may move satisfaction, as numbers that a regression takes: durations by their doubling, everything else by one more. */
import type { Answer } from './answers.ts';

/** A driver that is a number, and how its effect is told: for twice as long, or for one more. */
interface Amount {
  readonly id: string;
  readonly step: 'doubling' | 'one';
  readonly of: (answer: Rateable) => number;
}

/** An answer whose ticket has all that the inputs need. */
export type Rateable = Answer & { readonly lived: NonNullable<Answer['lived']> & { readonly firstResponseMs: number } };

/** Durations spread over five powers of ten: what counts is how many times as long, and below a second nobody feels a difference. */
const doublings = (ms: number) => Math.log2(Math.max(1, ms / 1000));

/** The resolve that was rated: of a ticket that came back before it was asked about, the last one. */
const resolveMs = ({ reopens, lived }: Pick<Rateable, 'reopens'> & { readonly lived: NonNullable<Answer['lived']> }) =>
  reopens === 0 ? lived.firstResolveMs : lived.lastResolveMs;

export const AMOUNTS = [
  { id: 'first_response', step: 'doubling', of: ({ lived }) => doublings(lived.firstResponseMs) },
  { id: 'resolution', step: 'doubling', of: (answer) => doublings(resolveMs(answer)!) },
  { id: 'longest_wait', step: 'doubling', of: ({ lived }) => doublings(lived.longestWaitMs ?? lived.firstResponseMs) },
  { id: 'replies', step: 'one', of: ({ lived }) => lived.replies },
  { id: 'handed_on', step: 'one', of: ({ lived }) => lived.handedOn },
  { id: 'escalations', step: 'one', of: ({ escalations }) => escalations },
  { id: 'reopens', step: 'one', of: ({ reopens }) => reopens },
] as const satisfies readonly Amount[];

/** Drivers that are a choice of one: each value beside the most frequent. */
export const CHOICES = ['channel', 'category'] as const;
const IDS: readonly string[] = [...AMOUNTS.map(({ id }) => id), ...CHOICES];
export const DRIVERS = IDS as [string, ...string[]];

/** Why an answer is in no figure of the regression. */
export const LEFT_OUT = ['no_reply', 'not_resolved', 'unknown_ticket', 'older'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

export function whyLeftOut({ reopens, lived }: Answer): LeftOut | null {
  if (lived === null) return 'unknown_ticket';
  if (lived.firstResponseMs === null) return 'no_reply';
  return resolveMs({ reopens, lived }) === null ? 'not_resolved' : null;
}

export const isRateable = (answer: Answer): answer is Rateable => whyLeftOut(answer) === null;
