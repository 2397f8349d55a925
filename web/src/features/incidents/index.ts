/** Incidents: what is broken, who works on it, what customers were told, and what was learned. */
export { IncidentPage } from './IncidentPage.tsx';
export { IncidentsPage } from './IncidentsPage.tsx';
export { IncidentsPlace } from './IncidentsPlace.tsx';
