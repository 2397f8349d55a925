export type { Cell, Place, Topic } from './cell.ts';
export type { CommonWord } from './common-words.ts';
export { createDetection, type Detection, type DetectionParts, type DetectionState, type Hearing } from './detection.ts';
export type { Peak, Proposal, RegionShare, Verdict } from './proposal.ts';
export { wordsOf } from './subject-words.ts';
export type { HeardTicket } from './ticket.ts';
export { type HourOfRegion, usualRates, type UsualRates } from './usual-rates.ts';
