/** Screens that hang on a wall. */
export { Wall, WallFact, WallList, type WallPage } from './Wall.tsx';
