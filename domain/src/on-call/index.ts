export {
  answeredOf,
  fairnessOf,
  HINTS,
  type Hint,
  LEAST_PAGES,
  LEAST_PERIOD,
  type OnCallPerson,
  responseOf,
  type Share,
  type Shared,
  sharedOf,
  type Told,
} from './fairness.ts';
export { type History, layerShifts, onCallAt, type Override, type Shift, shiftsBetween, turnShiftsBetween } from './line.ts';
export {
  audienceOf,
  ESCALATE_MINUTES,
  hasBackup,
  type Page,
  pagedAt,
  pagesOf,
  policySpec,
  type PolicySpec,
  RESPOND_MINUTES,
} from './policy.ts';
export { type Layer, MOST_LAYERS, overrideDraft, type OverrideDraft, scheduleSpec, type ScheduleSpec, type Unit, UNITS } from './spec.ts';
export { type Warning, type WarningKind, WARNINGS, warningsOf } from './warnings.ts';
