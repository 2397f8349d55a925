/** The words of the overview. */
export const messages = {
  title: 'Overview',
  headline: {
    calm: 'Nothing is on fire',
    calmMore: (waiting: number) =>
      waiting === 0
        ? 'nobody is waiting'
        : waiting === 1
          ? '1 customer waits, none of them critical for long'
          : `${waiting} customers wait, none of them critical for long`,
    fire: (count: number) => (count === 1 ? '1 thing needs you now' : `${count} things need you now`),
  },
  fire: {
    label: 'What is on fire',
    nobodyFree: (waiting: number) =>
      waiting === 1 ? 'Nobody is available while 1 customer waits' : `Nobody is available while ${waiting} customers wait`,
    nobodyFreeDetail: (online: number) =>
      online === 0
        ? 'No agent is online'
        : online === 1
          ? '1 agent is online, but not free'
          : `${online} agents are online, none of them free`,
    long: (count: number) => (count === 1 ? '1 customer waits' : `${count} customers wait`),
    unassigned: (count: string) => `${count} active tickets have no one`,
    waits: 'waits',
    seeQueue: 'Open the live queue',
    all: 'See all who wait',
  },
  now: {
    label: 'Right now',
    waiting: 'waiting',
    handling: 'being handled',
    unassigned: 'without anyone',
    available: (online: string) => `available of ${online} online`,
  },
  fresh: {
    asOf: 'Facts as of',
    none: 'The facts are being prepared',
    behind: 'behind: what is live still works',
    compared: (from: string, to: string) => `compared with ${from} to ${to}`,
  },
  nothing: {
    title: 'No tickets in this period',
    text: 'Look at',
    newest: 'the newest tickets',
    or: 'or at',
    wider: 'the last 90 days',
  },
  tiles: {
    label: 'How the period went',
    groups: { volume: 'Volume', speed: 'Speed', quality: 'Quality', path: 'Path' },
    target: (sign: string, value: string) => `target ${sign} ${value}`,
    n: (n: string) => `n ${n}`,
    none: 'Nothing to measure in this period',
    noPrevious: 'nothing before to compare with',
    table: { at: 'From', value: 'Value', n: 'n' },
  },
  charts: {
    flow: {
      title: 'Created and resolved',
      definition:
        'Tickets by the hour or day in which they were created, and in which they were resolved for the last time. Hatched or dashed: not over yet.',
      created: 'Created',
      resolved: 'Resolved',
      at: 'From',
    },
    backlog: {
      title: 'Backlog',
      series: 'Backlog',
    },
    response: {
      title: 'Course of the first response',
      series: 'Median',
    },
    age: {
      title: 'Age of the backlog',
      definition: 'Tickets in the backlog at the end of the period, by the time since their creation.',
      column: 'Age',
    },
    channel: { title: 'By channel', definition: 'Tickets created in the period, by the channel they came through.', column: 'Channel' },
    priority: { title: 'By priority', definition: 'Tickets created in the period, by their priority at creation.', column: 'Priority' },
    team: { title: 'By team', definition: 'Tickets created in the period, by the team they were given to first.', column: 'Team' },
    category: { title: 'By category', definition: 'Tickets created in the period, by their category at creation.', column: 'Category' },
    escalation: {
      title: 'Why people escalated',
      definition: 'Escalations in the period, by kind; a bot’s handing over to people is counted with its reason.',
      column: 'Kind',
    },
    noTeam: { '': 'No team', none: 'No team' },
    noCategory: { '': 'No category', none: 'No category' },
    count: 'Tickets',
    share: 'Share',
  },
  sentence: {
    grew: (by: string) => `With what was reopened or merged, the backlog grew by ${by}`,
    shrank: (by: string) => `With what was reopened or merged, the backlog shrank by ${by}`,
    even: 'The backlog is as large as before',
    flow: (created: string, resolved: string, verdict: string | null) =>
      `${created} created, ${resolved} resolved.${verdict === null ? '' : ` ${verdict}.`}`,
    busiest: (when: string, count: string) => `Busiest: ${when}, with ${count}.`,
    old: (share: string) => `${share} of the backlog is older than 3 days.`,
    fresh: 'None of the backlog is older than 3 days.',
    largest: (label: string, share: string) => `${label} is the largest part: ${share}.`,
    slower: (change: string) => `${change} slower than the period before.`,
    quicker: (change: string) => `${change} quicker than the period before.`,
    same: 'As quick as the period before.',
    backlog: (count: string, before: string) => `${count} now, ${before} at the start of the period.`,
    unknown: 'Not enough to say anything yet.',
  },
  wall: { tiles: 'The period so far', fire: 'Who waits longest', nobody: 'Nobody waits' },
} as const;
