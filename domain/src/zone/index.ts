export { instantWords } from './instant-words.ts';
export { type Disambiguation, DISAMBIGUATIONS, isZone, type Zone, zoneOf } from './zone.ts';
