export { createClusters, type Cluster, type Clusters } from './clusters.ts';
export { AS_MAPPED, type OutageMapping, outageMapping, saidBy } from './mapping.ts';
export { LIMITS as OUTAGE_LIMITS, type Outage, OUTAGE_STAGES, type OutageStage, severityRank, type Span, stageAt } from './outage.ts';
export { createPlayback, type Playback } from './playback.ts';
export { readOutageRow, type ReadRow, type RowReading } from './read-row.ts';
