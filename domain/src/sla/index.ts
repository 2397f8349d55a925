export { type Clock, type ClockEvent, type Signal, SIGNALS, type Target, type Terms, type TicketNow } from './clock.ts';
export { type Cycle, type CycleState, type Step, STEPS } from './cycle.ts';
export { clocksOf, type Family } from './presets.ts';
export { runClock } from './run-clock.ts';
export { runScenarios, scenarioFile, type ScenarioResult } from './scenario.ts';
export { type ClockInput, clockSettings, type ClockSettings, createClock } from './settings.ts';
