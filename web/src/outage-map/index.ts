/** The map of outages and incidents, wherever it stands: what it is drawn from, its canvas, its marks, and the clock that moves it. */
export { isPlaced } from './by-place.ts';
export { extentOf } from './extent.ts';
export { MapCanvas } from './MapCanvas.tsx';
export type { Extent } from './map-view.ts';
export { coordinates, nameOf, whereOf } from './naming.ts';
export { createPlayClock, type PlayClock } from './play-clock.ts';
export { type Shown, shownOf, spanOf } from './scene.ts';
export { Shape } from './Shape.tsx';
export { useMapVersion } from './use-map-version.ts';
export { type OutageBrief, type OutageIncident, type OutageMap, type Stretch, useOutageMap } from './use-outage-map.ts';
