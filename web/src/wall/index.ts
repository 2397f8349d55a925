/** Screens that hang on a wall. */
export { Wall, WallList, type WallPage } from './Wall.tsx';
export { WallFact } from './WallFact.tsx';
export { WallFigure } from './WallFigure.tsx';
export { WallTable } from './WallTable.tsx';
