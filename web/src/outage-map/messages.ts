/** The words on a map of outages. */
export const words = {
  cannotDraw: 'This browser cannot draw the map. Everything that would be on it is in the table.',
  label: 'Map of outages. What is on it is in the table below.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show all',
  kilometres: (count: number) => (count < 1 ? `${count * 1000} m` : `${count.toLocaleString('en-GB')} km`),
};
