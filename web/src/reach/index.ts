/** Whose pages a viewer may open, and the links that follow from it. */
export { AgentLink } from './AgentLink.tsx';
export { useMaySee, useOwnTeams } from './use-reach.ts';
