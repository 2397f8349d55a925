/** Whose pages a viewer may open, and the links that follow from it. */
export { AgentLink } from './AgentLink.tsx';
export { useMaySee } from './use-reach.ts';
