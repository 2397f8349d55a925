export { type Disambiguation, isZone, type Zone, zoneOf } from './zone.ts';
