/** The overview: what is on fire, and how the period went. */
export { OverviewPage } from './OverviewPage.tsx';
