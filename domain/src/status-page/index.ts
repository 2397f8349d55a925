/** The status page: which state components are in, what became of ninety days, and all that a page says. */
export { HISTORY_DAYS } from './history.ts';
export { MAINTENANCE_STAGES, type Maintenance, type MaintenanceStage, maintenanceStage } from './maintenance.ts';
export {
  type CustomerUpdate,
  type PageFacts,
  pageOf,
  type PastIncident,
  type ShownComponent,
  type ShownIncident,
  type ShownMaintenance,
  type StatusPage,
} from './page.ts';
export { placedOn } from './placed.ts';
export { type Accent, ACCENTS, type StatusComponent, type StatusPageSettings, statusPageSettings } from './settings.ts';
export { COMPONENT_STATES, type ComponentState } from './state.ts';
