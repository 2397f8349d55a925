export { type ExceptionKind, EXCEPTIONS, exceptionsOf, type SlaException, type Suspicion, SUSPICIONS, suspicionsOf } from './audit.ts';
export { businessTimeOf, type Measure } from './business-time.ts';
export {
  type AppliedVersion,
  type CancelReason,
  type ClockEntry,
  clockEventsOf,
  type Matters,
  policyKey,
  type TicketClockEvent,
  type TierOf,
} from './clock-log.ts';
export { type Clock, type ClockEvent, type Signal, SIGNALS, type Target, type Terms, type TicketNow } from './clock.ts';
export { type Cycle, type CycleState, type Step, STEPS } from './cycle.ts';
export {
  type Condition,
  MATCHABLE,
  type Matchable,
  type PolicyInput,
  policySpec,
  type PolicySpec,
  RECIPIENTS,
  VALUES_OF,
} from './policy.ts';
export { type Surroundings, policyFaults } from './policy-faults.ts';
export { handbookPolicy, liveEscalationPolicy, type PresetCalendars, segmentPolicy } from './policy-presets.ts';
export { clocksOf, type Family } from './presets.ts';
export {
  calendarIdOf,
  type CalendarVersion,
  createRulebook,
  type Policy,
  type PolicyVersion,
  type Rulebook,
  type Version,
} from './rulebook.ts';
export { runClock } from './run-clock.ts';
export { runScenarios, scenarioFile, type ScenarioResult } from './scenario.ts';
export { type ClockInput, clockSettings, type ClockSettings, createClock } from './settings.ts';
export { targetOf } from './terms.ts';
export { type Hands, type Share, sharesOf } from './shares.ts';
export {
  type Announcement,
  kept,
  type KeptClock,
  promisedCycles,
  type TicketClock,
  ticketClocks,
  verdictAt,
  type WholeClock,
  wholeClocks,
} from './ticket-clocks.ts';
export {
  type Comparison,
  compareVerdicts,
  type OwnClaim,
  type Reason,
  REASONS,
  type VendorClaim,
  vendorClaims,
  type VendorDetail,
  type VendorEvent,
} from './vendor-verdicts.ts';
