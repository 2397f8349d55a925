import { describe, expect, test } from 'vitest';
import { hear } from '../../../test/webhook-body.ts';
import { zammad } from './index.ts';

const ticket = {
  id: 81,
  number: '10081',
  title: 'No light',
  state: 'new' as string,
  priority: { id: 2, name: '2 normal' },
  group: { id: 3, name: 'Service Desk' },
  group_id: 3,
  owner: { id: 1, firstname: '-', lastname: '' },
  owner_id: 1,
  customer: { id: 8, firstname: 'Emily', lastname: 'Adams', email: 'emily@example.com', organization_id: 5 },
  customer_id: 8,
  organization: { id: 5, name: 'Awesome' },
  organization_id: 5,
  create_article_type: 'phone',
  create_article_sender: 'Customer',
  created_at: '2026-03-01T09:00:00.282Z',
  updated_at: '2026-03-01T09:00:00.333Z',
};
const article = {
  id: 104,
  body: 'It is <b>dark</b>.<div><br></div><div>Help&nbsp;us</div>',
  content_type: 'text/html',
  sender: 'Customer',
  internal: false,
  attachments: [{ id: 1 }],
  origin_by_id: 8,
  created_by_id: 3,
  created_at: '2026-03-01T09:00:00.318Z',
};
const later = (change: Partial<typeof ticket>, minute = 10) => ({
  ticket: { ...ticket, updated_at: `2026-03-01T09:${minute}:00.000Z`, ...change },
  article: {},
});
const kim = { id: 5, firstname: 'Kim', lastname: 'Taylor' };

describe('Zammad', () => {
  test('the first of a ticket is its creation, with its people and its article', () => {
    const { told, events, warnings } = hear(zammad, [{ ticket, article }]);
    expect(warnings).toEqual([]);
    expect(told).toEqual([
      ['customer.upserted', '', { customer: 'desk:8', name: 'Emily Adams', email: 'emily@example.com', organisation: 'desk:5' }],
      ['team.upserted', '', { id: 'desk:3', name: 'Service Desk' }],
      ['organisation.upserted', '', { organisation: 'desk:5', name: 'Awesome' }],
      [
        'ticket.created',
        'customer desk:8',
        {
          subject: 'No light',
          requester: 'desk:8',
          organisation: 'desk:5',
          priority: 'P3',
          team: 'desk:3',
          assignee: null,
          channel: 'phone',
          status: 'new',
          rawStatus: 'new',
        },
      ],
      // An agent wrote down what the customer said on the phone.
      ['ticket.message', 'customer desk:8', { messageId: '104', visibility: 'public', text: 'It is dark.\n\nHelp us', attachments: 1 }],
    ]);
    expect(events[3]).toMatchObject({ ticket: 'desk:81', at: Date.UTC(2026, 2, 1, 9, 0, 0, 282), raw: { synthetic: true } });
  });

  test('what comes later tells what is another, as of its update', () => {
    const { told, events } = hear(zammad, [
      { ticket, article },
      later({ state: 'open', owner: kim, owner_id: 5 }),
      later({ state: 'pending reminder', owner: kim, owner_id: 5, priority: { id: 3, name: '3 high' } }, 20),
      later({ state: 'closed', owner_id: 1 }, 30),
    ]);
    expect(
      told
        .slice(5)
        .filter(([type]) => !type.endsWith('upserted'))
        .map(([type, , data]) => [type, data]),
    ).toEqual([
      ['assignee.changed', { to: 'desk:5' }],
      ['status.changed', { to: 'open', rawTo: 'open' }],
      ['priority.changed', { to: 'P2' }],
      ['status.changed', { to: 'pending', rawTo: 'pending reminder' }],
      ['assignee.changed', { to: null }],
      ['priority.changed', { to: 'P3' }],
      ['status.changed', { to: 'resolved', rawTo: 'closed' }],
    ]);
    expect(events.at(-1)!.at).toBe(Date.UTC(2026, 2, 1, 9, 30));
  });

  test.each([
    ['Agent', false, 'agent desk:5', 'public'],
    ['Agent', true, 'agent desk:5', 'internal'],
    ['System', false, 'system', 'public'],
  ])('an article by %s, internal %s', (sender, internal, who, visibility) => {
    const { told } = hear(zammad, [
      {
        ticket,
        article: { ...article, sender, internal, origin_by_id: null, created_by_id: 5, content_type: 'text/plain', body: 'a < b' },
      },
    ]);
    expect(told.at(-1)).toEqual(['ticket.message', who, expect.objectContaining({ visibility, text: 'a < b' })]);
  });

  test('names in the place of objects do as well; an unknown state is open; a merged ticket is closed', () => {
    const named = {
      ...ticket,
      priority: '3 high',
      group: 'Service Desk',
      owner: 'kim@example.com',
      customer: 'desk:emily@example.com',
      organization: 'Awesome',
      state: 'merged',
    };
    expect(hear(zammad, [{ ticket: named }]).told.map(([type, , data]) => [type, data])).toEqual([
      ['ticket.created', expect.objectContaining({ priority: 'P2', team: 'desk:3', requester: 'desk:8' })],
      ['status.changed', { to: 'closed', rawTo: 'merged' }],
    ]);
    expect(hear(zammad, [{ ticket: { ...ticket, state: 'waiting for parts' } }]).warnings).toEqual([
      { what: 'status', value: 'waiting for parts' },
    ]);
  });

  test('what is not of this shape is told of by its field', () => {
    expect(hear(zammad, [{ ticket: { ...ticket, updated_at: 'yesterday' } }]).dead).toMatchObject([{ field: 'ticket.updated_at' }]);
    expect(hear(zammad, [{}]).dead).toMatchObject([{ field: 'body.ticket' }]);
    expect(hear(zammad, [{ ticket, article: { ...article, sender: 'Ghost' } }])).toMatchObject({
      events: [],
      dead: [{ field: 'article.sender' }],
    });
  });
});
