/** Outages on a map: where it is out, now and on any day; and outages brought in from a table. */
export { ImportOutagesPage } from './ImportOutagesPage.tsx';
export { PlacesPage } from './PlacesPage.tsx';
export { OutageMapPage } from './OutageMapPage.tsx';
