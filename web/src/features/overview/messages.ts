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
    summed: (waiting: number) => (waiting === 0 ? 'Nobody is waiting' : waiting === 1 ? '1 customer waits' : `${waiting} customers wait`),
    longest: (wait: string) => `the longest for ${wait}`,
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
    withheld: 'Withheld: it would say what single people did',
    queue: 'Queue',
    labels: { waiting: 'Waiting', handling: 'Being handled', unassigned: 'Without anyone', available: 'Available' },
    meanings: {
      waiting: 'Active tickets whose customer waits for a person and that nobody has, as in the live queue.',
      handling: 'Active tickets that somebody has, or whose customer waits for nobody.',
      unassigned: 'Active tickets that are nobody’s, whether their customer waits or not.',
      available: 'Agents who are online and free for the next ticket, of all who are online.',
    },
    explain: '. Explain',
    explainWithheld: ', withheld. Explain',
    inSight: 'Counted from the tickets in your sight, each as it stands.',
    inSum: 'Counted as a sum: you see no tickets one by one.',
    asOf: (time: string) => `As of ${time}; it moves as things happen.`,
  },
  fresh: {
    asOf: 'Facts as of',
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
  period: 'How the period went',
  own: 'Your own work in the period',
  groups: {
    work: 'Work',
    queue: 'Queue',
    volume: 'Volume',
    speed: 'Speed',
    quality: 'Quality',
    path: 'Path',
    customers: 'Customers',
    promises: 'Promises and speed',
    resolved: 'How tickets are resolved',
  },
  charts: {
    flow: 'Created and resolved',
    age: 'Age of the backlog',
    response: 'Course of the first response',
    backlog: 'Backlog',
    load: 'Load of the team',
    kept: 'Promises kept',
    satisfaction: 'CSAT',
    channel: 'By channel',
    channels: 'Channels compared',
    mix: 'Channel mix',
    volumes: 'Channels beside the period before',
    priority: 'By priority',
    team: 'By team',
    tiers: 'By tier of the customer',
    category: 'By category',
    escalation: 'Why people escalated',
    ownFlow: 'Your replies and resolved tickets',
    ownUrgency: 'Your open tickets, by urgency',
    ownAge: 'Your open tickets, by age',
    ownCategory: 'What you resolved',
    ownResponse: 'Your first response',
  },
  notes: {
    flow: 'Where the lines part, the backlog grows or shrinks.',
    load: 'What each has in hand at the end of the period.',
  },
  trending: {
    title: 'Trending issues',
    sentence: 'More tickets created than in the periods before, beyond what chance does.',
    none: 'No kind of issue comes in more than usual.',
    young: 'Too little of the past is known to tell what is usual. Choose a shorter period.',
    usual: (count: string) => `usually ${count}`,
    noCategory: 'Without a category',
  },
  team: {
    title: 'You and your team',
    sentence: 'Colleagues stand in the middle, each counted once, and nobody is named. What fewer than five others are in is withheld.',
    number: 'Number',
    own: 'You',
    peers: 'Colleagues, median',
    people: (count: number) => `of ${count} colleagues`,
    few: 'withheld: too few colleagues',
    team: 'Team as a whole',
    n: 'n of the team',
    explain: (label: string, value: string) => `${label} of the team: ${value}. Explain`,
  },
  wall: { tiles: 'The period so far', fire: 'Who waits longest', nobody: 'Nobody waits' },
} as const;
