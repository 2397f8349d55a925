/** Drills: an outage that is none, to train on. */
export { DrillPage } from './DrillPage.tsx';
export { OneDrillPage } from './OneDrillPage.tsx';
