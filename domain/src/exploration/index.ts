export { explorationSpec, type ExplorationSpec } from './exploration.ts';
