/** The words around every chart, and of the files that are made of it. */

/** Beside a chart on paper. */
export const paperWords = {
  period: 'Period',
  compared: 'Compared with',
  zone: 'Time zone',
  filters: 'Filters',
  noFilters: 'none',
  not: 'not',
  scope: 'Seen by',
  asOf: 'Facts as of',
  hours: 'Time counted',
  segment: 'Beside',
  everything: 'everything',
  stage: 'Benchmark',
  withheld: 'Withheld',
  and: 'and',
  printed: 'Printed',
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
} as const;

export const messages = {
  table: 'Show as a table',
  chart: 'Show as a chart',
  files: {
    label: 'Download',
    of: 'Shows',
    table: 'Table',
    about: 'About',
    csv: 'Table as CSV',
    xlsx: 'Table as Excel file',
    json: 'Answer as JSON',
    png: 'Picture as PNG',
    svg: 'Picture as SVG',
    pdf: 'Page as PDF',
    failed: 'The file could not be made',
    more: (rows: string) => `${rows} more rows are in the files of the table.`,
  },
  explain: 'What is this?',
  incomplete: 'not over yet',
  keys: 'Arrow keys move through the points',
  share: 'Share',
  target: 'target',
} as const;
