/** The ready mappings on payloads of others: documented examples, captures and shapes of public tests (fixtures/SOURCES.md tells whence). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hear } from '../../test/webhook-body.ts';
import { chatwoot } from './chatwoot/index.ts';
import { freshdesk } from './freshdesk/index.ts';
import { github } from './github/index.ts';
import { hubspot } from './hubspot/index.ts';
import { intercom } from './intercom/index.ts';
import { previewMapping, readMapping, suggestMapping } from './webhook/index.ts';
import { zammad } from './zammad/index.ts';

const fixture = (path: string): unknown => JSON.parse(readFileSync(join(process.env['WATCHDESK_REAL_DATA']!, 'fixtures', path), 'utf8'));
const typesOf = ({ events, dead, warnings }: ReturnType<typeof hear>) => {
  expect([dead, warnings]).toEqual([[], []]);
  return events.filter(({ type }) => !type.endsWith('.upserted')).map(({ type, data }) => [type, data] as const);
};

describe('payloads of others', () => {
  test('GitHub', () => {
    const told = (name: string) => typesOf(hear(github, [fixture(`github/${name}.json`)]));
    expect(told('issues_opened')).toEqual([
      [
        'ticket.created',
        expect.objectContaining({ subject: 'Spelling error in the README file', tags: ['bug'], assignee: 'desk:21031067' }),
      ],
      ['ticket.message', expect.objectContaining({ visibility: 'public' })],
    ]);
    expect(told('issues_labeled')).toEqual([['tag.changed', { added: ['bug'] }]]);
    expect(told('issues_assigned')).toEqual([['assignee.changed', { to: 'desk:21031067' }]]);
    expect(told('issues_reopened')).toEqual([['status.changed', { to: 'open', rawTo: 'open' }]]);
    expect(told('issue_comment_created')).toEqual([['ticket.message', expect.objectContaining({ visibility: 'public' })]]);
    expect(told('issues_transferred')).toEqual([['ticket.merged', { into: expect.stringMatching(/^desk:.+\/.+#\d+$/) as string }]]);
  });

  test('Chatwoot', () => {
    expect(typesOf(hear(chatwoot, [fixture('chatwoot/public_doc_message_created.json')]))).toEqual([
      ['ticket.message', { messageId: '12345', visibility: 'public', text: 'User message text' }],
    ]);
    expect(typesOf(hear(chatwoot, [fixture('chatwoot/public_test_status_changed.json')]))).toEqual([
      ['status.changed', { to: 'open', rawTo: 'pending' }],
    ]);
  });

  test('Zammad', () => {
    expect(typesOf(hear(zammad, [fixture('zammad/manage_webhook_payload_1.json')]))).toEqual([
      [
        'ticket.created',
        expect.objectContaining({
          subject: 'Webhook-Test',
          priority: 'P3',
          assignee: 'desk:5',
          team: 'desk:3',
          organisation: 'desk:3',
          channel: 'phone',
        }),
      ],
      ['status.changed', { to: 'open', rawTo: 'open' }],
      ['ticket.message', { messageId: '104', visibility: 'public', text: 'This is a simple Webhook Test.', attachments: 1 }],
    ]);
    // Its API says states and priorities by number, which are a workspace's own: they are left out.
    for (const number of [1, 2, 3, 4, 5, 6])
      for (const ticket of [fixture(`zammad/api_ticket_index_${number}.json`)].flat())
        if (typeof (ticket as { id?: unknown }).id === 'number')
          expect(hear(zammad, [{ ticket }]).events.map(({ type }) => type)).toContain('ticket.created');
  });

  test('Freshdesk', () => {
    const [ticket] = fixture('freshdesk/airbyte_tickets.json') as object[];
    const { events } = hear(freshdesk, [ticket]);
    expect(typesOf(hear(freshdesk, [{ ticket }]))).toEqual([
      ['ticket.created', expect.objectContaining({ subject: 'Test', priority: 'P4', channel: 'email', assignee: 'desk:67013469919' })],
      ['status.changed', { to: 'closed', rawTo: '5' }],
      ['ticket.message', { messageId: 'description:21', visibility: 'public', text: 'Test' }],
    ]);
    expect(events.find(({ type }) => type === 'ticket.created')!.actor).toEqual({ kind: 'agent', id: 'desk:67013469919' });
  });

  test('Intercom', () => {
    expect(typesOf(hear(intercom, [fixture('intercom/public_test_user_replied.json')]))).toEqual([
      ['ticket.message', { messageId: 'part-1', visibility: 'public', text: 'It still fails' }],
    ]);
    const item = fixture('intercom/openapi_conversation.json');
    const body = { type: 'notification_event', id: 'n', topic: 'conversation.admin.replied', created_at: 1_740_141_900, data: { item } };
    expect(typesOf(hear(intercom, [body])).map(([type]) => type)).toEqual(['ticket.created', 'ticket.message', 'ticket.message']);
  });

  test('HubSpot', () => {
    expect(hear(hubspot, [fixture('hubspot/docs_webhook_batch.json')])).toMatchObject({ events: [], dead: [] });
    expect(hear(hubspot, [fixture('hubspot/public_test_ticket_property_change.json')])).toMatchObject({
      events: [{ type: 'status.changed', ticket: 'desk:ticket-triage', data: { to: 'open', rawTo: 'ai-triage' } }],
      warnings: [{ what: 'status', value: 'ai-triage' }],
      dead: [],
    });
  });
});

test.each(['zammad/manage_webhook_payload_1.json', 'github/issues_opened.json', 'zendesk/prismatic_webhook_ticket_created.json'])(
  'a mapping is drafted of %s',
  (path) => {
    const sample = fixture(path);
    const draft = suggestMapping(sample);
    if (!draft) return expect(path).toContain('zendesk');
    const { events, dead } = previewMapping(readMapping(draft), [sample], {
      source: 'desk',
      maps: { status: {}, priority: {}, customFields: {}, users: {} },
    });
    expect(dead).toEqual([]);
    expect(events.map(({ type }) => type)).toContain('ticket.created');
  },
);
