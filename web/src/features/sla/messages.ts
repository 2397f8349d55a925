/** The words that all pages of the place share: tabs, tables, and what clocks are for. */
export const messages = {
  /** Of what a new version means. */
  running: 'Clocks that begin from now on keep to it. Those that run go on as they were promised, unless you apply it to them next.',
  tabs: {
    label: 'Parts of this place',
    compliance: 'Compliance',
    clocks: 'Clocks at risk',
    audit: 'Exceptions',
    policies: 'Policies',
    calendars: 'Calendars',
    document: 'Document',
    setup: 'Set-up',
  },
  priority: 'Priority',
  more: (count: string) => `Show all ${count}`,
  meanings: {
    first_response: 'From the creation of a ticket to the first public answer of a person.',
    next_response: 'From each further message of the customer to the next public answer.',
    periodic_update: 'Between two public answers while the ticket is not solved.',
    pausable_update: 'Between two public answers while the ticket is not solved and does not wait for the customer.',
    resolution: 'From the creation of a ticket to its solution, without the time it waits for the customer.',
    escalation_response: 'From a bot’s handing over to the first public answer of a person.',
    requester_wait: 'The time in which the customer waits for us until the solution.',
    agent_work: 'The time in which an agent works on the ticket until the solution.',
    total_resolution: 'From the creation to the solution, whatever happens in between.',
  } as Readonly<Record<string, string>>,
} as const;
