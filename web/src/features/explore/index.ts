/** Explore. */
export { ExplorePage } from './ExplorePage.tsx';
