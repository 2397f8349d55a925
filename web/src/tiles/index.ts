/** Tiles: questions to the catalogue on a grid, as dashboards and places show them. */
export { questionOf, type Comparison, type View } from './asked.ts';
export { inReadingOrder } from './reading-order.ts';
export { TileGrid } from './TileGrid.tsx';
export { TileView } from './TileView.tsx';
