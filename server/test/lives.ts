/** Random tickets, each a life of a few steps, of few people and few values, so that groups are neither empty nor all alike. */
import fc from 'fast-check';

/** An event as it is sent. */
export interface Told {
  readonly at: number;
}

const START = Date.UTC(2026, 1, 26);
export const LIVES_UNTIL = START + 25 * 86_400_000;

const STEPS: Record<string, [actor: string, type: string, data: object]> = {
  reply: ['agent', 'ticket.message', { visibility: 'public' }],
  note: ['agent', 'ticket.message', { visibility: 'internal' }],
  question: ['customer', 'ticket.message', { visibility: 'public' }],
  answer: ['bot', 'ticket.message', { visibility: 'public', confidence: 0.5 }],
  handOver: ['bot', 'ticket.escalated', { toTier: 'L1', kind: 'customer_request' }],
  escalate: ['agent', 'ticket.escalated', { toTier: 'L2', kind: 'technical', to: 'technical', context: 'full' }],
  tier: ['agent', 'supportTier.changed', { to: 'L3' }],
  team: ['agent', 'team.changed', { to: 'technical' }],
  assign: ['agent', 'assignee.changed', { to: 'agent-3' }],
  drop: ['agent', 'assignee.changed', { to: null }],
  urgent: ['agent', 'priority.changed', { to: 'P1' }],
  tag: ['agent', 'tag.changed', { added: ['vip'] }],
  recategorise: ['agent', 'category.changed', { to: 'billing' }],
  reproduct: ['agent', 'product.changed', { to: 'site' }],
  resolve: ['agent', 'status.changed', { to: 'resolved' }],
  close: ['automation', 'status.changed', { to: 'closed' }],
  reopen: ['customer', 'status.changed', { to: 'open' }],
  pend: ['agent', 'status.changed', { to: 'pending' }],
  hold: ['agent', 'status.changed', { to: 'on_hold' }],
  spam: ['agent', 'ticket.spam', { is: true }],
  work: ['agent', 'agent.activity', {}],
  askCsat: ['automation', 'survey.requested', { survey: 'csat' }],
  csat: ['customer', 'survey.answered', { survey: 'csat', scale: 5, comment: 'fine' }],
  nps: ['customer', 'survey.answered', { survey: 'nps', scale: 10 }],
  ces: ['customer', 'survey.answered', { survey: 'ces', scale: 5 }],
};
/** What would leave too little of lives that do it by chance. */
const RARE: typeof STEPS = { merge: ['agent', 'ticket.merged', { into: 't:0' }] };
const COMMON = ['reply', 'reply', 'question', 'question', 'resolve', 'resolve', 'reopen', 'work', 'pend', 'assign', 'askCsat', 'csat'];
const step = fc.record({
  name: fc.constantFrom(...COMMON, ...Object.keys(STEPS)),
  gap: fc.constantFrom(1, 7, 7, 60, 60, 500, 3_000),
  who: fc.constantFrom(1, 1, 2, 3),
  score: fc.integer({ min: 1, max: 5 }),
});
const maybe = <T>(...values: T[]) => fc.constantFrom<T | null>(...values, null);
const life = fc.record({
  createdAfter: fc.integer({ min: 0, max: 16 * 1440 }),
  by: fc.constantFrom('customer', 'customer', 'agent'),
  about: fc.record({
    channel: fc.constantFrom('email', 'chat'),
    requester: maybe('c-1', 'c-2'),
    priority: fc.constantFrom('P1', 'P2', 'P3'),
    supportTier: maybe('L1'),
    team: maybe('billing', 'technical'),
    assignee: maybe('agent-1', 'agent-2'),
    category: maybe('login', 'a/b "c"'),
    product: maybe('app'),
    language: maybe('en', 'de'),
    serviceSite: maybe('leeds'),
    tags: fc.constantFrom([], ['bug'], ['bug', 'vip']),
    customFields: fc.constantFrom({}, { plan_code: 'a/b "c"' }, { plan_code: 7, open: true }),
  }),
  steps: fc.array(step, { minLength: 1, maxLength: 9, size: 'max' }),
});

/** The organisation is a customer for three months within these weeks, and the person since a day of them. */
export const SINCE = { organisation: '2025-12-06', customer: '2026-03-02' };

/** What is known of the customers before any ticket is created. */
const KNOWN = [
  {
    id: 'o',
    at: START - 1,
    type: 'organisation.upserted',
    data: { organisation: 'o-1', customerTier: 'enterprise', plan: 'pro', domain: 'acme.example', since: SINCE.organisation },
  },
  {
    id: 'c',
    at: START - 1,
    type: 'customer.upserted',
    data: { customer: 'c-1', organisation: 'o-1', country: 'DE', region: 'EMEA', since: SINCE.customer },
  },
  { id: 'c-2', at: START - 1, type: 'customer.upserted', data: { customer: 'c-2' } },
  // Never wrote, and is erased in the middle of it all.
  { id: 'c-3', at: START + 9 * 86_400_000, type: 'customer.upserted', data: { customer: 'c-3', country: 'FR' } },
  { id: 'c-3 erased', at: START + 12 * 86_400_000, type: 'customer.erased', data: { customer: 'c-3' } },
  { id: 's', at: START - 1, type: 'site.upserted', data: { id: 'leeds', region: 'UK North' } },
];

/** What chance seldom brings together: a quick next reply, a contained conversation, a survey answered badly, and ones answered well after an escalation, at once, and late;
 * what is escalated twice, and what is merged away. */
const STORIES = [
  ['reply', 'question', 'reply', 'note', 'assign', 'pend', 'question', 'resolve', 'askCsat', 'csat'],
  ['answer', 'resolve'],
  ['reply', 'resolve'],
  ['answer', 'handOver', 'escalate', 'team', 'work', 'hold', 'reply', 'note', 'resolve', 'askCsat', 'csat'],
  ['reply', 'resolve', 'askCsat', 'csat', 'note', 'note', 'askCsat', 'late csat'],
  ['reply', 'escalate', 'reply', 'escalate', 'resolve'],
  ['merge'],
];
const stories = [0, 3, 6, 9, 12].flatMap((days) =>
  STORIES.map((names, index) => ({
    createdAfter: days * 1440 + 600,
    by: 'customer',
    about: { channel: 'email', requester: days % 2 === 0 ? 'c-1' : 'c-2', team: 'billing', assignee: 'agent-1', category: 'a/b "c"' },
    steps: names.map((name) => ({
      name: name.replace(/^late /, ''),
      gap: name.startsWith('late ') ? 2_000 : 7,
      who: index + 1,
      score: index >= 3 ? 5 : 2,
    })),
  })),
);

/** People of one team, of two, of another one later, and one of whom nothing is told; each is in one state after another. */
const TEAMS = [
  { who: 1, after: 0, teams: ['billing'] },
  { who: 2, after: 0, teams: ['technical', 'billing'] },
  { who: 3, after: 2 * 1440, teams: ['billing'] },
  { who: 3, after: 9 * 1440, teams: ['technical'] },
].map(({ who, after, teams }, index) => ({
  id: `teams-${index}`,
  at: START + after * 60_000,
  type: 'agent.upserted',
  data: { agent: `agent-${who}`, teams },
}));
const presence = fc.record({
  who: fc.constantFrom(1, 2, 3, 4),
  after: fc.integer({ min: 0, max: 20 * 1440 }),
  state: fc.constantFrom('available', 'busy', 'away', 'offline'),
});
const presences = fc.array(presence, { minLength: 40, maxLength: 40 }).map((all) =>
  all.map(({ who, after, state }, index) => ({
    id: `presence-${index}`,
    at: START + after * 60_000,
    type: 'agent.presence',
    data: { agent: `agent-${who}`, state },
  })),
);

/** Without fast-check's bias towards first and small values, which in so few runs would leave most steps out. */
export const ticketLives = (tickets: number): fc.Arbitrary<Told[]> =>
  fc.noBias(fc.tuple(fc.array(life, { minLength: tickets, maxLength: tickets }), presences)).map(([lives, people]) => [
    ...KNOWN,
    ...TEAMS,
    ...people,
    ...[...lives, ...stories].flatMap(({ createdAfter, by, about, steps }, ticket) => {
      let at = START + createdAfter * 60_000;
      const event = (index: number, kind: string, who: number, type: string, data: object) => ({
        id: `${ticket}-${index}`,
        at,
        seq: index,
        actor: { kind, id: `${kind}-${who}` },
        ticket: `t:${ticket}`,
        type,
        data,
      });
      return [
        event(0, by, 1, 'ticket.created', about),
        ...steps.map(({ name, gap, who, score }, index) => {
          at += gap * 60_000;
          const [kind, type, data] = (STEPS[name] ?? RARE[name])!;
          const more = {
            'ticket.message': { messageId: `m-${index}` },
            'survey.requested': { surveyId: `s-${index}` },
            'survey.answered': {
              score: name === 'nps' ? score * 2 : score,
              ...(name === 'ces' && index % 3 === 0 && { scale: 7 }),
              ...(index % 2 === 0 && { surveyId: `s-${index}` }),
            },
            'agent.activity': { agent: `agent-${who}`, from: at - 240_000, to: at },
          }[type];
          return event(index + 1, kind, who, type, { ...data, ...more });
        }),
      ];
    }),
  ]);
