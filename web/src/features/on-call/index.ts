/** On-call: who has it now and next, the plan, whom a page reaches when, and how evenly it is shared. */
export { FairnessPage } from './FairnessPage.tsx';
export { OnCallPage } from './OnCallPage.tsx';
export { OnCallPlace } from './OnCallPlace.tsx';
export { PoliciesPage } from './PoliciesPage.tsx';
export { SchedulePage } from './SchedulePage.tsx';
