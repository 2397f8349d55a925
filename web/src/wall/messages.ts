/** The words of wall screens. */
export const messages = {
  leave: 'Leave the wall screen',
  keys: 'Wall screen',
  next: 'Next page',
  hold: 'Stop or go on turning pages',
  page: (page: number, pages: number) => `${page} of ${pages}`,
  held: 'held',
  age: (age: string) => `Data ${age} old`,
  lost: (age: string) => `No live connection · data ${age} old`,
  behind: (age: string) => `The numbers have fallen behind: ${age} old`,
  noData: 'No data yet',
  unanswered: 'The numbers do not come: the server does not answer for them',
  some: (age: string, count: number) => `${age} · ${count === 1 ? '1 number does not come' : `${count} numbers do not come`}`,
  nothing: 'Nothing is on this dashboard yet',
  missed: (target: string) => `${target}, missed`,
  withheld: 'withheld',
  what: 'Of what',
  noRows: 'Nothing to measure in this period.',
  part: (rows: string, allRows: string, numbers: number, allNumbers: number) =>
    [
      ...(rows === allRows ? [] : [`the first ${rows} of ${allRows} rows`]),
      ...(numbers === allNumbers ? [] : [`${numbers} of ${allNumbers} numbers`]),
    ].join(', '),
  partOf: (part: string) => `Here ${part}; the dashboard has all.`,
} as const;
