export { absenceMember, missedSince, missedTooLongAt } from './absence.ts';
export {
  ALERT_STATUSES,
  type AlertState,
  type AlertStatus,
  isFiring,
  isLive,
  membersBetween,
  type Moment,
  type MomentKind,
  MOMENTS,
  stepAlert,
  type Stepped,
} from './alert.ts';
export {
  type Condition,
  CONDITION_FIELDS,
  type ConditionField,
  type IncidentFacts,
  isMet,
  type KnownOf,
  knownOf,
  TICKET_FIELDS,
  type TicketFacts,
} from './conditions.ts';
export { type Happened } from './happened.ts';
export {
  absenceHold,
  besideOf,
  holdOf,
  keyOfTicket,
  type Past,
  pastOf,
  pulseOf,
  signalsOf,
  type TicketHistory,
  toldInTurn,
} from './history.ts';
export { type AlertTold, closingOf, noticeOf, ruleWords, takenOf, titleOf } from './notice.ts';
export { owedNotice } from './owed.ts';
export { isOfOnePromise, overtakes, promiseThread } from './promise.ts';
export { type KeyedSignal, replay, type ReplayedAlert } from './replay.ts';
export {
  dedupeOf,
  groupKey,
  groupOfKey,
  isAboutIncidents,
  isRuleOf,
  type Rule,
  type RuleInput,
  type RuleOf,
  ruleSpec,
  type RuleSpec,
  termsOf,
} from './rule.ts';
export { type AbsenceIndex, indexAbsences, indexRules, type RuleIndex } from './rule-index.ts';
export { nextScheduled } from './schedule.ts';
export { hear, type Signal, tickDueAt } from './signal.ts';
export {
  type Announced,
  announcedBy,
  announcedIn,
  isBeyond,
  slaMember,
  slaStanding,
  type SlaStep,
  stepWords,
  turnedOut,
} from './sla-step.ts';
export { everyOf, type Subject, SUBJECT_KINDS, type SubjectKind, type SubjectOf, WINDOWS } from './subject.ts';
export { type RuleTemplate, TEMPLATES } from './templates/index.ts';
export { type Figure, holdsNow, type Threshold } from './threshold.ts';
export { HOUR_MS, hourOfWeek, type HourValue, type Unusual, unusualness, WEEK_MS } from './usual.ts';
export { conditionSentence, durationWords, type NameOfValue, ruleSentence, valueWords } from './words.ts';
