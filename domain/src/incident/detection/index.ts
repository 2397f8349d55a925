export { type Cell, isIn, type Place, type Topic } from './cell.ts';
export type { CommonWord } from './common-words.ts';
export { createDetection, type Detection, type DetectionParts, type DetectionState, type Hearing } from './detection.ts';
export { affectedBy, type Bucket, BUCKETS_AN_HOUR, bucketsOf, type Rate, rateOf, titleOf } from './evidence.ts';
export { proposalWithout, stateWithout, withoutPeople } from './forget.ts';
export type { Peak, Proposal, RegionShare, Verdict } from './proposal.ts';
export { wordsOf } from './subject-words.ts';
export type { HeardTicket } from './ticket.ts';
export { type HourOfRegion, usualRates, type UsualRates } from './usual-rates.ts';
