/**
 * A proposed incident: the cell that explains best what comes, and the evidence for it. It grows as long as more comes than usual, takes
 * another cell when that one explains it better, and ends when it has been quiet.
 */
import type { Cell } from './cell.ts';
import type { CommonWord } from './common-words.ts';
import type { HeardTicket } from './ticket.ts';

export const VERDICTS = ['accepted', 'merged', 'dismissed'] as const;
/** What somebody made of it: an incident, a part of one that is known, or nothing. */
export type Verdict = (typeof VERDICTS)[number];

/** The window that stands out most. */
export interface Peak {
  readonly from: number;
  readonly to: number;
  /** Customers who wrote in it, and how many usually do. */
  readonly observed: number;
  readonly expected: number;
  /** The logarithm of the likelihood ratio (Kulldorff). */
  readonly likelihood: number;
  /** The probability of as many by chance, and below which a look at this cell proposes. */
  readonly probability: number;
  readonly threshold: number;
}

export interface RegionShare {
  readonly region: string;
  /** Who wrote, and how many customers the region has; null where that is not known. */
  readonly customers: number;
  readonly of: number | null;
}

export interface Proposal {
  /** The ticket by which it was found. */
  readonly id: string;
  readonly cell: Cell;
  /** The first ticket that belongs to it, the instant it was found, and the newest ticket. */
  readonly from: number;
  readonly foundAt: number;
  readonly lastAt: number;
  /** The last instant at which more came than usual. */
  readonly unusualAt: number;
  /** Null while it grows. */
  readonly endedAt: number | null;
  /** The proposal it turned out to be a part of. */
  readonly partOf: string | null;
  readonly verdict: Verdict | null;
  readonly peak: Peak;
  /** How many customers wrote in all, and where. */
  readonly customers: number;
  readonly regions: readonly RegionShare[];
  readonly words: readonly CommonWord[];
  /** How many there are; of very many the first are listed, and the words are of those. */
  readonly ticketCount: number;
  readonly tickets: readonly HeardTicket[];
  /** How many came in each of its first steps, by the instant at which the step begins. What was kept before they were counted has none. */
  readonly steps?: Steps;
}

/** In steps of five minutes. */
export type Steps = readonly (readonly [from: number, tickets: number])[];

/** So many tickets of a proposal are listed. */
export const MOST_TICKETS = 300;
