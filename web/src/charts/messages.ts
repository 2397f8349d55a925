/** The words around every chart. */
export const messages = {
  table: 'Show as a table',
  chart: 'Show as a chart',
  download: 'Download as CSV',
  explain: 'What is this?',
  incomplete: 'not over yet',
  keys: 'Arrow keys move through the points',
  share: 'Share',
  target: 'target',
} as const;
