/** Outage simulation: what an outage would do to the desk, and what each response would change. */
export { SimulationPage } from './SimulationPage.tsx';
