/** The place Teams & agents: teams, people compared fairly, and one person's page. */
export { AgentPage } from './AgentPage.tsx';
export { PeoplePage } from './PeoplePage.tsx';
