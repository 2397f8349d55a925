/** Dashboards: numbers side by side, standard ones and those people arrange. */
export { DashboardPage } from './DashboardPage.tsx';
export { DashboardsPage } from './DashboardsPage.tsx';
