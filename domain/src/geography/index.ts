export { CENTRES, CODES } from './countries.ts';
export { fromMercator, mercator } from './mercator.ts';
