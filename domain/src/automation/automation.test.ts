/** What an automation may say, what is said of one that is wrong, how it reads, and the templates. */
import { describe, expect, test } from 'vitest';
import { notice } from '../notification/index.ts';
import { created } from '../ticket/example.ts';
import { automationSpec } from './automation.ts';
import { decide } from './decide.ts';
import { after, automation } from './example.ts';
import { FIELD_NAMES } from './fields.ts';
import { keywordIn } from './keywords.ts';
import { noticeOf } from './notice.ts';
import { TEMPLATES } from './templates/index.ts';
import { actionWords, automationSentence } from './words.ts';

const base = { name: 'One', trigger: { kind: 'event', events: ['ticket.created'] }, actions: [{ do: 'team', to: 't' }] };

test.each<[object, string, RegExp]>([
  [{ name: ' ' }, 'name', /empty/],
  [{ trigger: { kind: 'never' } }, 'trigger.kind', /event, a clock or a time/],
  [{ trigger: { kind: 'event', events: ['ticket.sealed'] } }, 'trigger.events.0', /type of event/],
  [{ trigger: { kind: 'time', since: 'update', seconds: 5 } }, 'trigger.seconds', /at least 1 minute/],
  [{ trigger: { kind: 'clock', steps: [70] } }, 'trigger.steps.0', /50, 80/],
  [{ conditions: { all: [{ any: [{ field: 'colour', is: ['x'] }] }] } }, 'conditions.all.0.any.0.field', /must be one of/],
  [{ conditions: {} }, 'conditions.field', /one of all, any, not and field/],
  [{ conditions: { all: [], field: 'team' } }, 'conditions.all', /at least one/],
  [{ conditions: { all: [{ field: 'vip', is: ['yes'] }], is: ['x'] } }, 'conditions.is', /left out beside all/],
  [{ conditions: { not: { field: 'priority', is: ['P9'] } } }, 'conditions.not.is', /P1, P2/],
  [{ conditions: { field: 'mrr', is: ['1'] } }, 'conditions.is', /takes atLeast, atMost/],
  [{ conditions: { field: 'mrr', atLeast: 2, atMost: 1 } }, 'conditions.atMost', /below/],
  [{ conditions: { field: 'subject', contains: [' * '] } }, 'conditions.contains', /not empty/],
  [{ conditions: { field: 'openHours', is: ['yes'] } }, 'conditions.calendar', /given for openHours/],
  [{ conditions: { field: 'team', is: ['x'], calendar: 'c' } }, 'conditions.calendar', /left out for team/],
  [
    { trigger: { kind: 'time', since: 'update', seconds: 60 }, conditions: { all: [{ field: 'event.to', is: ['x'] }] } },
    'conditions.all.0.field',
    /looks by time/,
  ],
  [{ actions: [] }, 'actions', /at least one/],
  [{ actions: [{ do: 'dance' }] }, 'actions.0.do', /something that an automation does/],
  [{ actions: [{ do: 'priority' }] }, 'actions.0.to', /raiseBy/],
  [{ actions: [{ do: 'assignee' }] }, 'actions.0.to', /or onCall or policy/],
  [{ actions: [{ do: 'assignee', onCall: 's', policy: 'p' }] }, 'actions.0.policy', /left out beside onCall/],
  [{ actions: [{ do: 'tag' }] }, 'actions.0.add', /must have a tag/],
  [{ actions: [{ do: 'wait', seconds: 60 }] }, 'actions.0.do', /followed/],
  [{ actions: [{ do: 'suggest', article: 'a', similar: true }] }, 'actions.0.article', /similar/],
  [{ actions: [{ do: 'suggest', article: 'a', url: 'javascript:alert(1)' }] }, 'actions.0.url', /https/],
  [{ actions: [{ do: 'notify', audience: {}, title: '{{customer_name}}' }] }, 'actions.0.title', /customer_name/],
  [{ actions: [{ do: 'notify', audience: {}, message: 'See {{nonsense}}' }] }, 'actions.0.message', /nonsense/],
  [{ actions: [{ do: 'note', body: 'a\0b' }] }, 'actions.0.body', /NUL/],
  [{ actions: [{ do: 'reply', body: 'Hello {{customer_name}}' }] }, 'actions.0.body', /nothing is filled in/],
  [{ colour: 'red' }, '', /colour/],
])('%o is refused at %s', (more, field, message) => {
  const { error } = automationSpec.safeParse({ ...base, ...more });
  expect(error!.issues.map(({ path, message: said }) => `${path.join('.')}: ${said}`)).toContainEqual(
    expect.stringMatching(new RegExp(`^${field.replaceAll('.', '\\.')}: .*${message.source}`)),
  );
});

test('a tree is neither too deep nor too large', () => {
  const nested = (depth: number): object => (depth === 0 ? { field: 'team', is: ['x'] } : { not: nested(depth - 1) });
  const many = (count: number) => ({
    any: Array.from({ length: 2 }, () => ({ all: Array.from({ length: count }, () => ({ field: 'team', is: ['x'] })) })),
  });
  const isTaken = (conditions: object) => automationSpec.safeParse({ ...base, conditions }).success;
  expect([isTaken(nested(5)), isTaken(nested(6)), isTaken(many(25)), isTaken(many(26))]).toEqual([true, false, true, false]);
});

describe('words are found', () => {
  test.each<[string, string, boolean]>([
    ['password*', 'My PASSWORDS', true],
    ['password', 'My passwords', false],
    ["can't access", 'I can’t  access it', true],
    ['log in', 'blog in', false],
    ['error 502', 'Error 5021', false],
    ['café', 'the cafe\u0301 is closed', true],
    ['パスワード', '新しいパスワードを忘れました', true],
    ['a.b', 'axb', false],
    ['(x', 'f (x)', true],
  ])('%s in %s: %s', (word, text, is) => expect(keywordIn([word], [null, text])).toBe(is ? word : null));
});

describe('templates', () => {
  test('have ids of their own, can be taken as they are, and read as sentences', () => {
    expect(new Set(TEMPLATES.map(({ id }) => id)).size).toBe(TEMPLATES.length);
    expect(TEMPLATES.map(({ id, spec }) => `${id}: ${automationSentence(automationSpec.parse(spec))}`)).toMatchSnapshot();
  });
  test.each(TEMPLATES.map((one) => [one.id, one] as const))('%s asks for what is there', (_id, { spec, asks }) => {
    const parsed = automationSpec.parse(spec);
    for (const { path } of asks) {
      const at = path.split('.').reduce<unknown>((one, key) => (one as Record<string, unknown> | undefined)?.[key], parsed);
      expect([path, at === undefined]).toEqual([path, false]);
    }
  });
});

test('every field can be asked about, and what it saw is no word of a customer', () => {
  const secret = 'Xyzzy';
  for (const field of FIELD_NAMES) {
    const asked = { is: ['yes'], name: 'n', calendar: 'office', from: '09:00', until: '10:00', contains: ['nothing'], atLeast: 1 };
    const shapes = [['is'], ['is', 'name'], ['atLeast'], ['contains'], ['is', 'calendar'], ['is', 'from', 'until']].map((keys) => ({
      field,
      ...Object.fromEntries(keys.map((key) => [key, asked[key as keyof typeof asked]])),
    }));
    const tried = shapes
      .flatMap((one) => [one, { ...one, is: undefined, isNot: ['zz'] }])
      .filter((conditions) => automationSpec.safeParse({ ...base, conditions }).success);
    const withKnown = [
      'status',
      'priority',
      'supportTier',
      'channel',
      'sentiment',
      'event.kind',
      'event.toTier',
      'event.survey',
      'event.visibility',
      'event.actor',
    ];
    if (!withKnown.includes(field)) expect([field, tried.length > 0]).toEqual([field, true]);
    for (const conditions of tried) {
      const decision = decide(automation({ conditions }), after([created(0)], { subject: secret, message: secret }));
      expect(JSON.stringify(decision)).not.toContain(secret);
    }
  }
});

test.each<[object, string]>([
  [{ do: 'assignee', onCall: 's' }, 'assign it to whoever is on call in schedule s'],
  [
    { do: 'assignee', policy: 'p', to: null },
    'assign it to whoever is on call by the policy policy p (where nobody is, put it back into the queue)',
  ],
  [{ do: 'assignee', onCall: 's', to: 'a' }, 'assign it to whoever is on call in schedule s (where nobody is, assign it to agent a)'],
  [{ do: 'notify', audience: { onCall: ['s'], policy: 'p' } }, 'tell whoever is on call in schedule s and those of the policy policy p'],
  [
    { do: 'notify', audience: { ladder: [{ roles: ['manager'], afterMs: 60_000 }] } },
    'tell nobody at once, and others until somebody acknowledges',
  ],
])('%o reads as a sentence', (action, words) => {
  const { actions } = automationSpec.parse({ ...base, actions: [action] });
  expect(actionWords(actions[0]!, (kind, id) => `${kind} ${id}`)).toBe(words);
});

test('what people are told is a notice, with its reason, and no word of the customer', () => {
  const own = automation({
    name: 'Upset',
    conditions: { field: 'text', contains: ['angry'] },
    actions: [
      {
        do: 'notify',
        audience: { roles: ['lead'] },
        severity: 'warning',
        title: '{{workspace}}: look at {{ticket}}',
        message: '{{ticket}} is {{severity}}.',
        advice: ['Call.'],
      },
    ],
  });
  const looking = after([created(0)], { message: 'I am angry, says Bob', customerTier: 'enterprise' });
  const [effect] = decide(own, looking).effects;
  const told = noticeOf({
    automation: own,
    run: 'r',
    action: 0,
    told: (effect as Extract<typeof effect, { kind: 'tell' }>).told,
    facts: looking.facts,
    at: looking.now,
    workspace: 'Field & Sons',
  });
  expect(notice.parse(told)).toMatchObject({
    key: 'automation:r:0',
    thread: 'automation:a:t:1',
    severity: 'warning',
    title: 'Field & Sons: look at #1',
    what: '#1 is warning.',
    why: {
      text: 'The automation “Upset” (version 1): When a ticket is created, if the subject or latest message has “angry”: tell the leads “{{ticket}} is {{severity}}.”',
    },
    ticketId: 't:1',
    facts: expect.arrayContaining([{ label: 'Ticket', value: '#1' }]),
    links: [{ label: 'Open the ticket', path: '/tickets/t%3A1' }, { label: 'Open the automation' }],
  });
  expect(JSON.stringify(told)).not.toContain('Bob');
});

test.each([
  ['enterprise', 'Enterprise', 'ran'],
  ['Enterprise', 'enterprise ', 'ran'],
  ['free', 'Enterprise', 'not_met'],
  ['', null, 'ran'],
  ['free', null, 'not_met'],
] as const)('the tier “%s” asked of “%s”', (asked, had, outcome) => {
  const own = automation({ name: 'T', conditions: { field: 'customerTier', is: [asked] }, actions: [{ do: 'tag', add: ['x'] }] });
  expect(decide(own, after([created(0)], { customerTier: had })).outcome).toBe(outcome);
});
