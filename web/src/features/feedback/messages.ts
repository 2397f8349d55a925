/** The words of feedback. */
export const messages = {
  title: 'Feedback',
  headline: (open: number, overdue: number, all: number): string => {
    if (all === 0) return 'Nobody said they were unhappy in this period';
    if (open === 0 && overdue === 0) return 'Every low answer was followed up';
    const waiting =
      open === 0 ? null : open === 1 ? '1 low answer can be followed up in time' : `${open} low answers can be followed up in time`;
    const late = overdue === 0 ? null : overdue === 1 ? '1 is overdue' : `${overdue} are overdue`;
    if (waiting === null)
      return overdue === 1
        ? '1 low answer waits for a follow-up for more than a day'
        : `${overdue} low answers wait for a follow-up for more than a day`;
    return late === null ? waiting : `${waiting}, ${late}`;
  },
  headlineMore: 'A follow-up within a day is what brings unhappy customers back.',
  more: 'All about satisfaction',
  followUps: {
    title: 'Low answers to follow up',
    definition:
      'CSAT answers of 2 of 5 or less and NPS answers of 6 or less. Followed up: a person wrote a public reply on the ticket after the answer, or opened a ticket for the customer, as of a call; within 24 hours is in time.',
    sentence: (all: string, done: string, inTime: string, isWhole: boolean) =>
      `${isWhole ? all : `The newest ${all}`}: ${done} followed up, ${inTime} of them within a day.`,
    none: 'No low answer in this period',
    noneText: 'When a customer is unhappy, the answer stands here until somebody has spoken to them.',
    hidden: 'Answers are not shown to you one by one',
    hiddenText: 'You see numbers summed up. How many low answers there are is among them.',
    noComment: 'Without a comment',
    unreadable: 'With a comment, which was erased or is not yours to read',
    servedBy: (name: string) => `served by ${name}`,
    ago: 'ago',
    score: (score: string, scale: string) => `${score} of ${scale}`,
    surveys: { csat: 'CSAT', nps: 'NPS', ces: 'Effort' } as Readonly<Record<string, string>>,
    states: { open: 'To follow up', overdue: 'Overdue', late: 'Followed up late', in_time: 'Followed up in time' },
    left: (time: string) => `${time} left`,
    overdue: (time: string) => `overdue for ${time}`,
    after: (time: string, what: string) => `after ${time}: ${what}`,
    replied: (name: string | null) => (name === null ? 'reply' : `reply by ${name}`),
    called: (name: string | null) => (name === null ? 'new ticket for the customer' : `new ticket by ${name}`),
    all: (count: string) => `Show all ${count}`,
    columns: ['Ticket', 'Survey', 'Score', 'Scale', 'Answered', 'Customer', 'Served by', 'Comment', 'Further answers', 'State', 'Contact'],
  },
  drivers: {
    title: 'What moves satisfaction',
    definition:
      'Ridge regression of the CSAT scores of the period, as 1 to 5, on everything listed at once, so that each effect is with the others as they are. A bar is the effect of one standard deviation more, the line across it its 95 % interval. Times count by their doubling. Answers whose tickets no person answered or resolved are left out.',
    columns: ['Driver', 'Effect of one deviation', 'From', 'To', 'Effect of one step', 'Explained by it alone'],
    names: {
      first_response: 'First response',
      resolution: 'Time to resolve',
      longest_wait: 'Longest wait for a reply',
      replies: 'Replies it took',
      handed_on: 'Handed on',
      escalations: 'Escalated',
      reopens: 'Reopened',
    } as Readonly<Record<string, string>>,
    lower: {
      doubling: (size: string) => `twice as long goes with ${size} less`,
      one: (size: string) => `one more goes with ${size} less`,
    },
    higher: {
      doubling: (size: string) => `twice as long goes with ${size} more`,
      one: (size: string) => `one more goes with ${size} more`,
    },
    unsure: '(may be none)',
    most: (name: string, effect: string) => `${name} matters most: ${effect}, in points of a score from 1 to 5.`,
    second: (name: string, effect: string) => `Then ${name.toLowerCase()}: ${effect}.`,
    nothingSure: 'None of these clearly goes along with the scores of this period.',
    caution: 'This says what goes together and not what causes it: what nobody measured may be behind both.',
    rests: (n: string, share: string) => `It rests on ${n} answers and explains ${share} of their differences.`,
    leftOut: (reasons: string) => `Left out: ${reasons}.`,
    reasons: {
      no_reply: (n: string | null) => `${n} of tickets no person answered`,
      not_resolved: (n: string | null) => `${n} of tickets open again`,
      older: () => 'answers before the newest 20,000',
    } as const satisfies Record<string, (n: string | null) => string>,
    withheld: 'Withheld: it would say what single people did',
    withheldText: 'The answers speak of fewer than five people.',
    alike: 'Every answer has the same score, so that nothing moves it',
    tooFew: 'Too few answers to tell what moves satisfaction',
    tooFewText: (used: string, needed: string) => `There are ${used} that can be used; ${needed} are needed. Choose a longer period.`,
    choices: { channel: 'Channels, all else alike', category: 'Kinds of issue, all else alike' } as Readonly<Record<string, string>>,
    choiceDefinition:
      'Of the same regression: the score beside that of the most frequent one, with everything else as it is. The line is the 95 % interval.',
    choiceSentence: (reference: string, share: string) =>
      `In points of 5 beside ${reference}; by itself it explains ${share} of the differences.`,
    choiceColumns: ['Effect', 'From', 'To', 'n'],
    others: 'Others',
    none: 'None',
    n: (n: string) => `n ${n}`,
  },
  bands: {
    title: 'Satisfaction by what the ticket went through',
    definition:
      'Plain mean scores, as 1 to 5, of the CSAT answers in each band, with the share of 4 and 5. Nothing else is held as it is. Pale: fewer than 20.',
    sentence: 'Plain means: who waits long often has a hard case as well.',
    by: {
      first_response: 'First response',
      handed_on: 'Handed on to others',
      escalations: 'Escalated',
      reopens: 'Reopened before it was rated',
    } as Readonly<Record<string, string>>,
    names: {
      first_response: {
        '2m': 'under 2 minutes',
        '5m': '2 to 5 minutes',
        '10m': '5 to 10 minutes',
        '1h': '10 minutes to 1 hour',
        '4h': '1 to 4 hours',
        '24h': '4 to 24 hours',
        longer: 'over a day',
      },
      handed_on: { '0': 'never', '1': 'once', '2': 'twice or more' },
      escalations: { '0': 'never', '1': 'once', '2': 'twice or more' },
      reopens: { '0': 'never', '1': 'once', '2': 'twice or more' },
    } as Readonly<Record<string, Readonly<Record<string, string>>>>,
    rests: (satisfied: string, n: string) => `${satisfied} satisfied, n ${n}`,
    withheld: 'withheld: it would say what single people did',
    columns: ['By', 'Band', 'Mean of 5', 'Satisfied', 'n'],
  },
  whoAnswers: {
    title: 'Who answers',
    text: 'Scores speak for those who answer. Where few do, or late answers differ from prompt ones, those who never answer may think otherwise.',
    channel: 'Response by channel',
    tier: 'Response by tier of the customer',
    when: 'Prompt and late answers',
    whenNote: 'Within a day of being asked, and later.',
  },
} as const;
