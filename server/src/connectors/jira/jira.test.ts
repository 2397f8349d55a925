import { describe, expect, test } from 'vitest';
import { hear } from '../../../test/webhook-body.ts';
import { jira } from './index.ts';

const AT = Date.UTC(2026, 2, 1, 10);
const kim = { accountId: 'kim', accountType: 'atlassian', displayName: 'Kim' };
const ada = { accountId: 'ada', accountType: 'customer', displayName: 'Ada' };
const fields = {
  summary: 'Down',
  description: 'All of it',
  status: { name: 'To Do', statusCategory: { key: 'new' } },
  priority: { name: 'Highest' },
  issuetype: { name: 'Incident' },
  reporter: ada,
  assignee: kim,
  labels: ['vpn'],
  created: '2026-03-01T09:00:00.000+0100',
};
const event = (webhookEvent: string, more: object = {}, change: object = {}) => ({
  timestamp: AT,
  webhookEvent,
  user: kim,
  issue: { key: 'OPS-12', self: 'https://acme.atlassian.net/rest/api/2/issue/10012', fields: { ...fields, ...change } },
  ...more,
});
const changelog = (...items: object[]) => ({ changelog: { id: '501', items } });
const comment = (more: object) => ({
  comment: { id: '900', body: 'Try again', author: kim, created: '2026-03-01T10:00:00.000+0000', ...more },
});

describe('Jira', () => {
  test('an issue that was made', () => {
    const { told, events } = hear(jira, [event('jira:issue_created')]);
    expect(told).toEqual([
      ['customer.upserted', '', { customer: 'desk:ada', name: 'Ada' }],
      ['agent.upserted', '', { agent: 'desk:kim', name: 'Kim' }],
      [
        'ticket.created',
        'customer desk:ada',
        {
          subject: 'Down',
          channel: 'portal',
          requester: 'desk:ada',
          priority: 'P1',
          category: 'Incident',
          assignee: 'desk:kim',
          tags: ['vpn'],
          status: 'new',
          rawStatus: 'To Do',
          url: 'https://acme.atlassian.net/browse/OPS-12',
        },
      ],
      ['ticket.message', 'customer desk:ada', { messageId: 'description:OPS-12', visibility: 'public', text: 'All of it' }],
    ]);
    expect(events[2]).toMatchObject({ ticket: 'desk:OPS-12', at: Date.UTC(2026, 2, 1, 8) });
  });

  test.each<[object, object, string, unknown]>([
    [{ field: 'status', toString: 'Waiting for customer' }, {}, 'status.changed', { to: 'pending', rawTo: 'Waiting for customer' }],
    [
      { field: 'status', toString: 'Shipped' },
      { status: { name: 'Shipped', statusCategory: { key: 'done' } }, resolution: { name: 'Done' } },
      'status.changed',
      { to: 'resolved', rawTo: 'Shipped', reason: 'Done' },
    ],
    [{ field: 'priority', toString: 'Lowest' }, {}, 'priority.changed', { to: 'P5' }],
    [{ field: 'assignee', to: 'desk:tom', toString: 'Tom' }, {}, 'assignee.changed', { to: 'desk:tom' }],
    [{ field: 'assignee', to: null, toString: null }, {}, 'assignee.changed', { to: null }],
    [{ field: 'labels', fromString: 'vpn wifi', toString: 'vpn lan' }, {}, 'tag.changed', { added: ['lan'], removed: ['wifi'] }],
    [{ field: 'issuetype', toString: 'Question' }, {}, 'category.changed', { to: 'Question' }],
    [{ field: 'summary', toString: 'Up' }, {}, 'subject.changed', { to: 'Up' }],
    [{ field: 'Floor', fieldId: 'customfield_10101', toString: '3' }, {}, 'customField.changed', { name: 'floor', to: '3' }],
    [{ field: 'Link', to: 'OPS-3', toString: 'This issue duplicates OPS-3' }, {}, 'ticket.linked', { to: 'desk:OPS-3', kind: 'duplicate' }],
    [
      { field: 'Link', to: 'OPS-3', toString: 'This issue duplicates OPS-3' },
      { resolution: { name: 'Duplicate' } },
      'ticket.merged',
      { into: 'desk:OPS-3' },
    ],
  ])('a change %j', (item, change, type, data) => {
    const { told, events } = hear(jira, [event('jira:issue_updated', changelog(item), change)], {
      maps: { customFields: { customfield_10101: 'floor' } },
    });
    expect(told).toEqual([[type, 'agent desk:kim', data]]);
    expect(events[0]!.id).toBe('change:501:0');
  });

  test('a status that neither name nor category tells is open, and told of', () => {
    const { warnings, told } = hear(jira, [event('jira:issue_updated', changelog({ field: 'status', toString: 'Limbo' }))]);
    expect([warnings, told[0]![2]]).toEqual([[{ what: 'status', value: 'Limbo' }], { to: 'open', rawTo: 'Limbo' }]);
  });

  test('an issue that moves is merged into what it becomes, and unknown fields are passed over', () => {
    const { events } = hear(jira, [
      event('jira:issue_updated', changelog({ field: 'Key', fromString: 'IT-4', toString: 'OPS-12' }, { field: 'Sprint', toString: '7' })),
    ]);
    expect(events.map(({ ticket, type, data }) => [ticket, type, data])).toEqual([['desk:IT-4', 'ticket.merged', { into: 'desk:OPS-12' }]]);
  });

  test.each<[string, object, string, string, string]>([
    ['to the customer', { jsdPublic: true }, 'agent desk:kim', 'public', 'Try again'],
    ['among those who work there', { jsdPublic: false }, 'agent desk:kim', 'internal', 'Try again'],
    ['outside service projects', {}, 'agent desk:kim', 'internal', 'Try again'],
    ['of a customer', { jsdPublic: true, author: ada }, 'customer desk:ada', 'public', 'Try again'],
    ['of an app', { jsdPublic: true, author: { accountId: 'x', accountType: 'app' } }, 'bot x', 'public', 'Try again'],
    [
      'of the editor',
      {
        body: {
          type: 'doc',
          content: [
            {
              type: 'paragraph',
              content: [
                { type: 'text', text: 'Hello ' },
                { type: 'mention', attrs: { text: '@Ada' } },
              ],
            },
            { type: 'paragraph', content: [{ type: 'text', text: 'Bye' }] },
          ],
        },
      },
      'agent desk:kim',
      'internal',
      'Hello @Ada\nBye',
    ],
  ])('a comment %s', (_, more, who, visibility, text) => {
    const { told } = hear(jira, [event('comment_created', comment(more))]);
    expect(told.at(-1)).toEqual(['ticket.message', who, { messageId: '900', visibility, text }]);
  });

  test('deletions; an update and a comment that come together; what has no issue', () => {
    expect(hear(jira, [event('jira:issue_deleted'), event('comment_deleted', comment({}))]).told.map(([type]) => type)).toEqual([
      'ticket.deleted',
      'message.redacted',
    ]);
    const both = event('jira:issue_updated', { ...changelog({ field: 'priority', toString: 'Low' }), ...comment({ jsdPublic: true }) });
    expect(hear(jira, [both]).told.map(([type]) => type)).toEqual(['priority.changed', 'agent.upserted', 'ticket.message']);
    expect(hear(jira, [{ timestamp: AT, webhookEvent: 'sprint_started' }])).toMatchObject({ events: [], dead: [] });
    expect(hear(jira, [{ timestamp: AT, webhookEvent: 'jira:issue_updated' }]).dead).toMatchObject([{ field: 'issue' }]);
  });
});
