export {
  filtersOf,
  type GoalDraft,
  goalDraft,
  type GoalFilter,
  type GoalSpec,
  goalSpec,
  type Outcome,
  OUTCOMES,
  type Whose,
} from './goal.ts';
export { addsUp, draftFault, stepOf, targetFault } from './measure.ts';
export { type Pace, PACES, paceOf } from './pace.ts';
export { directionOf, expectedAt, isHeld, type Path, progressOf } from './path.ts';
export { projectedLine, type Projection, projectionOf, withinUnit } from './projection.ts';
