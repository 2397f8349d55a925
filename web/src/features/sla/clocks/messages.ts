/** The words of the open clocks. */
export const messages = {
  headline: (breached: string, soon: string) => `${breached} breached, ${soon} close to it`,
  nobodyClose: 'none',
  calm: 'No promise is about to break',
  text: 'Every clock that has not ended, the next to break first. The time left is business time: nights and closed days do not count.',
  filters: { label: 'Narrow the clocks', risk: 'State', clock: 'Clock' },
  list: 'Open clocks',
  order: 'The next to break first',
  more: 'Show more',
  showing: (shown: string, all: string) => `The next to break first: ${shown} of ${all}`,
  changes: (count: number) => `${count} change${count === 1 ? '' : 's'}: show`,
  gone: 'No longer in this list',
  none: 'No open clock of this kind',
  noneText: 'Clocks stand here from the moment a ticket is promised something until it is done.',
  due: 'due',
} as const;
