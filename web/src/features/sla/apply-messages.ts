/** The words of what follows a change of the rules: whether running clocks go by it, and retiring. */
import { counted } from '../../ui/index.ts';

export const messages = {
  title: 'Apply to running clocks?',
  text: 'New clocks keep to it already. Those that run go on as they were promised, unless you apply it to them now.',
  mode: 'How the time already used counts',
  modes: {
    segment: 'From now on: the time used stays as it was counted',
    retroactive: 'As if it had always been so: the whole time is counted anew',
    restart: 'Begin anew: running clocks start at zero now',
  },
  nothing: 'No running clock would change.',
  would: (cycles: number, tickets: number) => `${counted(cycles, 'running clock')} of ${counted(tickets, 'ticket')} would go by it.`,
  moved: (count: string) => `${count} would be due at another time.`,
  breached: (count: string) => `${count} would be breached by it at once.`,
  noneBreached: 'None would be breached by it.',
  ticket: 'Ticket',
  clock: 'Clock',
  before: 'Due now',
  after: 'Due then',
  apply: (count: number) => `Apply to ${counted(count, 'clock')}`,
  leave: 'Leave them as they are',
  done: (count: number) => `Applied to ${counted(count, 'running clock')}.`,
  refused: (count: string) => `${count} could not be changed: their tickets hold as many events as a ticket may.`,
  close: 'Close',
  keep: 'Keep it',
} as const;
