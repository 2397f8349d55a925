import { describe, expect, test } from 'vitest';
import { hear, RECEIVED_AT } from '../../../test/webhook-body.ts';
import { chatwoot } from './index.ts';

const sender = { id: 9, name: 'Ada', email: 'ada@example.com', type: 'contact' };
const conversation = {
  id: 31,
  status: 'pending',
  priority: 'high',
  labels: ['billing'],
  channel: 'Channel::Email',
  additional_attributes: { mail_subject: 'My bill' },
  meta: { sender, assignee: { id: 4, name: 'Kim' }, team: { id: 2, name: 'Money' } },
  created_at: 1_780_927_200,
  updated_at: 1_780_927_260.5,
};
const changed = (changes: unknown, more: object = {}) => ({
  ...conversation,
  event: 'conversation_updated',
  changed_attributes: changes,
  meta: null,
  ...more,
});
const message = (more: object) => ({
  event: 'message_created',
  id: 70,
  content: 'Hello',
  message_type: 'incoming',
  private: false,
  sender,
  created_at: '2026-06-08T14:02:00.000Z',
  conversation,
  ...more,
});

describe('Chatwoot', () => {
  test('a new conversation: people, team, ticket; waiting for the bot is open', () => {
    const { events, told } = hear(chatwoot, [{ ...conversation, event: 'conversation_created' }]);
    expect(told).toEqual([
      ['customer.upserted', '', { customer: 'desk:9', name: 'Ada', email: 'ada@example.com' }],
      ['agent.upserted', '', { agent: 'desk:4', name: 'Kim' }],
      ['team.upserted', '', { id: 'desk:2', name: 'Money' }],
      [
        'ticket.created',
        'customer desk:9',
        {
          subject: 'My bill',
          channel: 'email',
          requester: 'desk:9',
          priority: 'P2',
          assignee: 'desk:4',
          team: 'desk:2',
          tags: ['billing'],
          status: 'open',
          rawStatus: 'pending',
        },
      ],
    ]);
    expect(events.at(-1)).toMatchObject({ ticket: 'desk:31', at: 1_780_927_200_000 });
  });

  test('changes, given as an array of objects of one key or as one object', () => {
    const changes = {
      assignee_id: { previous_value: null, current_value: 4 },
      team_id: { previous_value: 2, current_value: null },
      priority: { previous_value: null, current_value: 'urgent' },
      label_list: { previous_value: ['a', 'b'], current_value: ['b', 'c'] },
      status: { previous_value: 'open', current_value: 'snoozed' },
    };
    const list = Object.entries(changes).map(([key, value]) => ({ [key]: value }));
    const { told, events } = hear(chatwoot, [changed(list)]);
    expect(told.map(([type, , data]) => [type, data])).toEqual([
      ['team.changed', { to: null }],
      ['assignee.changed', { to: 'desk:4' }],
      ['priority.changed', { to: 'P1' }],
      ['tag.changed', { added: ['c'], removed: ['a'] }],
      ['status.changed', { to: 'pending', rawTo: 'snoozed' }],
    ]);
    expect(events[0]!.at).toBe(1_780_927_260_500);
    expect(hear(chatwoot, [changed(changes)]).events).toEqual(events);
  });

  test('a change of status is told by two events of theirs and is one of ours', () => {
    const status = [{ status: { previous_value: 'open', current_value: 'resolved' } }];
    const { events } = hear(chatwoot, [changed(status), changed(status, { event: 'conversation_status_changed', status: 'resolved' })]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(1);
  });

  test('an event without a time happened when it came', () => {
    const { events } = hear(chatwoot, [{ event: 'conversation_status_changed', id: 31, status: 'resolved' }]);
    expect(events).toMatchObject([{ at: RECEIVED_AT, data: { to: 'resolved' } }]);
  });

  test.each<[string, object, string, string]>([
    ['of the customer', {}, 'customer desk:9', 'public'],
    ['of the customer, as a number', { message_type: 0 }, 'customer desk:9', 'public'],
    ['of an agent', { message_type: 'outgoing', sender: { id: 4, name: 'Kim', type: 'user' } }, 'agent desk:4', 'public'],
    ['of an agent among themselves', { message_type: 1, private: true, sender: { id: 4, type: 'user' } }, 'agent desk:4', 'internal'],
    ['of a bot', { message_type: 'outgoing', sender: { id: 5, type: 'agent_bot' } }, 'bot 5', 'public'],
    ['of a template', { message_type: 'template', sender: null }, 'bot', 'public'],
    ['of nobody', { message_type: 'outgoing', sender: null }, 'automation', 'public'],
  ])('a message %s', (_, more, who, visibility) => {
    const { told } = hear(chatwoot, [message(more)]);
    expect(told.at(-1)).toEqual(['ticket.message', who, { messageId: '70', visibility, text: 'Hello' }]);
  });

  test('notes of the system and surveys that are offered are no messages; an answer is one of a survey', () => {
    expect(
      hear(chatwoot, [message({ message_type: 'activity' }), message({ message_type: 'template', content_type: 'input_csat' })]).events,
    ).toEqual([]);
    const answered = message({
      event: 'message_updated',
      message_type: 'template',
      content_type: 'input_csat',
      content_attributes: { submitted_values: { csat_survey_response: { rating: 4, feedback_message: 'Fine' } } },
    });
    expect(hear(chatwoot, [answered]).told).toEqual([
      ['survey.answered', 'customer', { survey: 'csat', surveyId: '70', score: 4, scale: 5, comment: 'Fine' }],
    ]);
  });

  test('what is of no ticket is passed over, an unknown status is open, and a broken one is told of', () => {
    expect(hear(chatwoot, [{ event: 'webwidget_triggered', id: 1 }, { event: 'contact_updated' }])).toMatchObject({ events: [], dead: [] });
    expect(hear(chatwoot, [changed([{ status: { previous_value: 'open', current_value: 'odd' } }])])).toMatchObject({
      warnings: [{ what: 'status', value: 'odd' }],
      events: [{ data: { to: 'open', rawTo: 'odd' } }],
    });
    expect(hear(chatwoot, [{ event: 'message_created', id: 1 }]).dead).toHaveLength(1);
  });
});
