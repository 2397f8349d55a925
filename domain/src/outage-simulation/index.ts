/** What an outage would do to the desk, played through many times (docs/outage-simulation.md). */
export { type Assumption, type AssumptionName, ASSUMPTION_NAMES, ASSUMPTIONS, assumed, CONTACT_RATES } from './assumptions.ts';
export {
  type Actual,
  type Baseline,
  type ChannelBaseline,
  type Fitted,
  HOURS_OF_WEEK,
  PLACES,
  type Promised,
  type SatisfactionSlope,
  type Work,
} from './baseline.ts';
export { fitQueue, reproduce, type Reproduced } from './fit.ts';
export { modelOf, runOnce, type Setting } from './run.ts';
export {
  DO_NOTHING,
  MOST_DAYS,
  MOST_RESPONSES,
  MOST_RUNS,
  PRESETS,
  type Response,
  responseSpec,
  type Scenario,
  scenarioSpec,
  type SimulationSpec,
  simulationSpec,
} from './scenario.ts';
export { type Band, createSummary, type Figure, type ResponseSummary, type Summary } from './summary.ts';
export { percentHit } from './percent-hit.ts';
export { hourOfWeek, type Timeline, timelineOf } from './timeline.ts';
