/** The tabs of a place. */
export { PlaceTabs } from './PlaceTabs.tsx';
