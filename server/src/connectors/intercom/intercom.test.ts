import { describe, expect, test } from 'vitest';
import { hear } from '../../../test/webhook-body.ts';
import { intercom } from './index.ts';

const AT = 1_780_927_200;
const user = { type: 'user', id: 'u1', name: 'Ada', email: 'ada@example.com' };
const admin = { type: 'admin', id: '99', name: 'Kim' };
const part = (id: number, part_type: string, more: object = {}) => ({
  type: 'conversation_part',
  id,
  part_type,
  body: null,
  created_at: AT + id,
  author: admin,
  ...more,
});
const notify = (topic: string, item: object, id = 'notif_1') => ({
  type: 'notification_event',
  id,
  topic,
  created_at: AT + 500,
  data: { type: 'notification_event_data', item },
});
const conversation = (parts: object[], more: object = {}) => ({
  type: 'conversation',
  id: '503',
  conversation_parts: { conversation_parts: parts },
  ...more,
});

describe('Intercom', () => {
  test('a conversation that a customer began', () => {
    const source = { type: 'email', id: '40', subject: '<p>Help</p>', body: '<p>It <b>fails</b></p>', author: user };
    const { told, events } = hear(intercom, [notify('conversation.user.created', conversation([], { created_at: AT, source }))]);
    expect(told).toEqual([
      ['customer.upserted', '', { customer: 'desk:u1', name: 'Ada', email: 'ada@example.com' }],
      ['ticket.created', 'customer desk:u1', { subject: 'Help', channel: 'email', requester: 'desk:u1' }],
      ['ticket.message', 'customer desk:u1', { messageId: 'source:40', visibility: 'public', text: 'It fails' }],
    ]);
    expect(events[1]).toMatchObject({ ticket: 'desk:503', at: AT * 1000 });
  });

  test('one that an agent began, to a contact', () => {
    const source = { type: 'conversation', id: '41', body: '<p>Hello</p>', author: admin };
    const item = conversation([], { created_at: AT, source, contacts: { contacts: [{ id: 'u1' }] } });
    expect(hear(intercom, [notify('conversation.admin.single.created', item)]).told[0]).toEqual([
      'ticket.created',
      'agent desk:99',
      { channel: 'chat', requester: 'desk:u1' },
    ]);
  });

  test.each<[string, object, readonly (readonly [string, string, unknown])[]]>([
    [
      'comment',
      { body: '<p>Yes</p>', author: user },
      [['ticket.message', 'customer desk:u1', { messageId: '7', visibility: 'public', text: 'Yes' }]],
    ],
    [
      'comment',
      { body: '<p>Yes</p>', author: { type: 'lead', id: 'l1' } },
      [['ticket.message', 'customer desk:l1', { messageId: '7', visibility: 'public', text: 'Yes' }]],
    ],
    [
      'comment',
      { body: '<p>Yes</p>', author: { type: 'bot', id: 'fin' } },
      [['ticket.message', 'bot fin', { messageId: '7', visibility: 'public', text: 'Yes' }]],
    ],
    ['note', { body: '<p>Hm</p>' }, [['ticket.message', 'agent desk:99', { messageId: '7', visibility: 'internal', text: 'Hm' }]]],
    ['close', {}, [['status.changed', 'agent desk:99', { to: 'resolved', rawTo: 'closed' }]]],
    [
      'close',
      { body: '<p>Bye</p>' },
      [
        ['ticket.message', 'agent desk:99', { messageId: '7', visibility: 'public', text: 'Bye' }],
        ['status.changed', 'agent desk:99', { to: 'resolved', rawTo: 'closed' }],
      ],
    ],
    ['open', {}, [['status.changed', 'agent desk:99', { to: 'open', rawTo: 'open' }]]],
    ['snoozed', {}, [['status.changed', 'agent desk:99', { to: 'pending', rawTo: 'snoozed' }]]],
    ['timer_unsnooze', { author: { type: 'bot', id: 'op' } }, [['status.changed', 'bot op', { to: 'open', rawTo: 'open' }]]],
    ['assignment', { assigned_to: { type: 'admin', id: '98' } }, [['assignee.changed', 'agent desk:99', { to: 'desk:98' }]]],
    ['assignment', { assigned_to: { type: 'team', id: '5' } }, [['team.changed', 'agent desk:99', { to: 'desk:5' }]]],
    ['assignment', { assigned_to: { type: 'nobody_admin', id: null } }, [['assignee.changed', 'agent desk:99', { to: null }]]],
    ['custom_action_started', {}, []],
  ])('a part %s %j', (kind, more, expected) => {
    const { told } = hear(intercom, [notify('conversation.admin.replied', conversation([part(7, kind, more)]))]);
    expect(told.filter(([type]) => type !== 'agent.upserted')).toEqual(expected);
  });

  test('a part that comes in several notifications is told once', () => {
    const parts = [part(1, 'comment', { body: 'a', author: user }), part(2, 'close')];
    const { events } = hear(intercom, [
      notify('conversation.user.replied', conversation(parts.slice(0, 1))),
      notify('conversation.admin.closed', conversation(parts), 'notif_2'),
    ]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(3);
    expect(events).toHaveLength(4);
  });

  test('ratings, tags, priority, deletion', () => {
    const rated = conversation([], { conversation_rating: { rating: 2, remark: 'Slow', created_at: AT + 90 } });
    expect(hear(intercom, [notify('conversation.rating.added', rated)]).told).toEqual([
      ['survey.answered', 'customer', { survey: 'csat', surveyId: 'rating:503', score: 2, scale: 5, comment: 'Slow' }],
    ]);
    expect(
      hear(intercom, [notify('conversation_part.tag.created', conversation([], { tags_added: { tags: [{ name: 'vip' }] } }))]).told,
    ).toEqual([['tag.changed', 'system', { added: ['vip'] }]]);
    expect(hear(intercom, [notify('conversation.priority.updated', conversation([], { priority: 'priority' }))]).told).toEqual([
      ['priority.changed', 'system', { to: 'P2' }],
    ]);
    expect(hear(intercom, [notify('conversation.deleted', conversation([]))]).told).toEqual([['ticket.deleted', 'system', {}]]);
  });

  test('a ping and what is no conversation are passed over; what is broken is told of', () => {
    expect(hear(intercom, [notify('ping', { type: 'ping' }), notify('contact.created', { type: 'contact', id: 'c' })])).toMatchObject({
      events: [],
      dead: [],
    });
    expect(hear(intercom, [{ type: 'notification_event', topic: 'conversation.user.replied' }]).dead).toMatchObject([
      { field: 'body.created_at' },
    ]);
  });
});
