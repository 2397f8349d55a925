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
  noData: 'No data yet',
} as const;
