/** Drills: an outage that is no outage, what customers make of it, and how well people met it. */
export { type Candidate, type Course, courseOf, type DrillFacts, incidentOf, isDone, nextUpdateAt, othersOf } from './course.ts';
export { type Answer, conversationsOf, type CrewMember, type Intervention, type Message, type Said, type Setting } from './conversation.ts';
export { type Hint, HINT_COST, HINT_TITLES, hintOf, HINTS } from './hints.ts';
export { drillTime, type Pace, wallTime } from './pace.ts';
export * from './scenario.ts';
export { type PartId, PARTS, type Score, scoreOf, type ScorePart } from './score.ts';
export { type Intended, isSaid } from './talk.ts';
export { type Moment, timelineOf } from './timeline.ts';
