/** The words on a map of outages. */
import { counted, formatCount } from '../ui/index.ts';

export const words = {
  cannotDraw: 'This browser cannot draw the map. Everything that would be on it is in the table.',
  label: 'Map of outages. What is on it is in the table below.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show all',
  kilometres: (count: number) => (count < 1 ? `${count * 1000} m` : `${count.toLocaleString('en-GB')} km`),
  now: {
    title: 'Out now, by place',
    picture: 'Map of what is out now; the list beside it says the same',
    toMap: 'Open the map',
    sentence: (outages: number, places: number, lost: number) =>
      `${counted(outages, 'outage')}, ${counted(places, 'place')}${lost > 0 ? `; ${counted(lost, 'incident')} at no place that is known` : ''}`,
    nowhere: (lost: number) =>
      lost === 0
        ? 'No outage runs now, and no incident is open at a place.'
        : `No outage runs now; ${counted(lost, 'open incident')} ${lost === 1 ? 'is' : 'are'} at no place that is known.`,
    planned: (severity: string) => `${severity}, planned`,
    others: (count: number) => `, and ${formatCount(count)} more`,
    more: (count: number) => `And ${counted(count, 'place')} more, on the map.`,
  },
};
