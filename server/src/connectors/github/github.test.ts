import { describe, expect, test } from 'vitest';
import { hear } from '../../../test/webhook-body.ts';
import { github } from './index.ts';

const ada = { id: 1, login: 'ada', type: 'User' };
const maintainer = { id: 7, login: 'kim', type: 'User' };
const issue = {
  id: 900,
  number: 12,
  title: 'It breaks',
  body: 'When I press it.',
  html_url: 'https://github.com/acme/lamp/issues/12',
  user: ada,
  author_association: 'NONE',
  labels: [{ name: 'bug' }, { name: 'priority: high' }, { name: 'category: login' }],
  assignee: null as typeof maintainer | null,
  created_at: '2026-03-01T09:00:00Z',
  updated_at: '2026-03-01T10:00:00Z',
  state: 'open',
  closed_at: null as string | null,
  state_reason: null as string | null,
};
const event = (action: string, more: object = {}, change: Partial<typeof issue> = {}) => ({
  action,
  issue: { ...issue, ...change },
  repository: { full_name: 'acme/lamp' },
  sender: maintainer,
  ...more,
});
const comment = (user: object, relation: string) => ({
  comment: {
    id: 55,
    body: 'Try again',
    user,
    author_association: relation,
    created_at: '2026-03-01T11:00:00Z',
    updated_at: '2026-03-01T11:00:00Z',
  },
});

describe('GitHub issues', () => {
  test('opened: the ticket, what it says, and who asks', () => {
    const { events, told } = hear(github, [event('opened')]);
    expect(told).toEqual([
      ['customer.upserted', '', { customer: 'desk:1', name: 'ada' }],
      [
        'ticket.created',
        'customer desk:1',
        {
          subject: 'It breaks',
          requester: 'desk:1',
          priority: 'P2',
          category: 'login',
          tags: ['bug'],
          url: 'https://github.com/acme/lamp/issues/12',
        },
      ],
      ['ticket.message', 'customer desk:1', { messageId: 'body:900', visibility: 'public', text: 'When I press it.' }],
    ]);
    expect(events[1]).toMatchObject({ ticket: 'desk:acme/lamp#12', at: Date.UTC(2026, 2, 1, 9) });
  });

  test.each<[string, object, Partial<typeof issue>, string, unknown]>([
    [
      'closed',
      {},
      { closed_at: '2026-03-01T10:00:00Z', state_reason: 'not_planned' },
      'status.changed',
      { to: 'resolved', rawTo: 'closed', reason: 'not_planned' },
    ],
    ['reopened', {}, {}, 'status.changed', { to: 'open', rawTo: 'open' }],
    ['labeled', { label: { name: 'P1' } }, {}, 'priority.changed', { to: 'P1' }],
    ['labeled', { label: { name: 'help wanted' } }, {}, 'tag.changed', { added: ['help wanted'] }],
    ['unlabeled', { label: { name: 'bug' } }, {}, 'tag.changed', { removed: ['bug'] }],
    ['labeled', { label: { name: 'category/billing' } }, {}, 'category.changed', { to: 'billing' }],
    ['unassigned', { assignee: maintainer }, {}, 'assignee.changed', { to: null }],
    ['edited', { changes: { title: { from: 'x' } } }, {}, 'subject.changed', { to: 'It breaks' }],
    ['deleted', {}, {}, 'ticket.deleted', {}],
    [
      'transferred',
      { changes: { new_issue: { number: 3 }, new_repository: { full_name: 'acme/desk' } } },
      {},
      'ticket.merged',
      { into: 'desk:acme/desk#3' },
    ],
  ])('%s %j', (action, more, change, type, data) => {
    expect(hear(github, [event(action, more, change)]).told).toEqual([[type, 'agent desk:7', data]]);
  });

  test('assigned names the agent, who may be known by another id here', () => {
    const { told } = hear(github, [event('assigned', { assignee: maintainer })], { maps: { users: { 7: 'kim@acme' } } });
    expect(told).toEqual([
      ['agent.upserted', '', { agent: 'kim@acme', name: 'kim' }],
      ['assignee.changed', 'agent kim@acme', { to: 'kim@acme' }],
    ]);
  });

  test('a label that the status map names is a status', () => {
    const maps = { status: { 'waiting for reporter': 'pending' as const } };
    const label = { label: { name: 'Waiting for reporter' } };
    expect(hear(github, [event('labeled', label), event('unlabeled', label)], { maps }).told.map(([, , data]) => data)).toEqual([
      { to: 'pending', rawTo: 'Waiting for reporter' },
      { to: 'open', rawTo: 'open' },
    ]);
  });

  test('a label that is put on a closed issue or taken off it leaves it closed', () => {
    const maps = { status: { 'waiting for reporter': 'pending' as const } };
    const label = { label: { name: 'waiting for reporter' } };
    const closed = { state: 'closed', closed_at: '2026-03-01T09:30:00Z' };
    expect(hear(github, [event('labeled', label, closed), event('unlabeled', label, closed)], { maps }).told).toEqual([]);
    expect(hear(github, [event('unlabeled', { label: { name: 'bug' } }, closed)], { maps }).told.map(([type]) => type)).toEqual([
      'tag.changed',
    ]);
  });

  test.each([
    ['NONE', ada, 'customer desk:1'],
    ['CONTRIBUTOR', ada, 'customer desk:1'],
    ['MEMBER', maintainer, 'agent desk:7'],
    ['OWNER', maintainer, 'agent desk:7'],
    ['NONE', { id: 3, login: 'stale[bot]', type: 'Bot' }, 'bot 3'],
  ])('a comment by %s is public', (relation, user, who) => {
    expect(hear(github, [event('created', comment(user, relation))]).told).toEqual([
      ['ticket.message', who, { messageId: '55', visibility: 'public', text: 'Try again' }],
    ]);
  });

  test('pull requests are no tickets, and what was told twice is one', () => {
    expect(hear(github, [event('opened', {}, { pull_request: {} } as object)]).events).toEqual([]);
    const { events } = hear(github, [event('closed'), event('closed')]);
    expect(events[0]!.id).toBe(events[1]!.id);
  });

  test('what is not of this shape is a dead letter with its field', () => {
    expect(hear(github, [{ action: 'opened', repository: { full_name: 'a/b' } }]).dead).toMatchObject([
      { field: 'body.issue', reason: expect.stringContaining('must be') as string },
    ]);
  });
});
