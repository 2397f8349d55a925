import { describe, expect, test } from 'vitest';
import { hear, RECEIVED_AT } from '../../../test/webhook-body.ts';
import { freshdesk } from './index.ts';

const ticket = {
  id: 21,
  subject: 'Broken',
  status: 2,
  priority: 1,
  source: 2,
  type: 'Question',
  tags: ['lamp'],
  requester_id: 670,
  requester: { id: 670, name: 'Ada', email: 'ada@example.com' },
  responder_id: null as number | null,
  group_id: null,
  company_id: 44,
  product_id: null,
  description_text: 'It is dark',
  custom_fields: { cf_floor: '3', cf_secret: 'x' },
  fr_escalated: false,
  nr_escalated: false,
  is_escalated: false,
  created_at: '2026-03-01T09:00:00Z',
  updated_at: '2026-03-01T09:00:00Z',
  stats: { status_updated_at: null as string | null },
};
const flat = {
  ticket_id: 21,
  ticket_subject: 'Broken',
  ticket_status: 'Open',
  ticket_priority: 'Low',
  ticket_source: 'Portal',
  ticket_tags: 'lamp, hall',
  ticket_group_name: 'First line',
  ticket_agent_name: 'Kim',
  ticket_agent_email: 'kim@example.com',
  ticket_contact_name: 'Ada',
  ticket_contact_email: 'Ada@Example.com',
};

describe('Freshdesk', () => {
  test('a ticket as its API has it: codes, and of custom fields those that are named', () => {
    const { told, warnings } = hear(freshdesk, [{ ticket }], { maps: { customFields: { cf_floor: 'floor' } } });
    expect(warnings).toEqual([]);
    expect(told.map(([type, who, data]) => [type, who, data])).toEqual([
      ['customer.upserted', '', { customer: 'desk:670', name: 'Ada', email: 'ada@example.com', organisation: 'desk:44' }],
      [
        'ticket.created',
        'customer desk:670',
        {
          subject: 'Broken',
          requester: 'desk:670',
          organisation: 'desk:44',
          priority: 'P4',
          team: null,
          assignee: null,
          category: 'Question',
          product: null,
          tags: ['lamp'],
          customFields: { floor: '3' },
          channel: 'portal',
        },
      ],
      ['status.changed', 'system', { to: 'open', rawTo: '2' }],
      ['ticket.message', 'customer desk:670', { messageId: 'description:21', visibility: 'public', text: 'It is dark' }],
    ]);
  });

  test('changes at the time of the update, the status at its own', () => {
    const next = {
      ...ticket,
      status: 4,
      responder_id: 13,
      updated_at: '2026-03-01T12:00:00Z',
      stats: { status_updated_at: '2026-03-01T11:30:00Z' },
    };
    const { events } = hear(freshdesk, [ticket, next]);
    expect(
      events
        .filter(({ type, at }) => type.endsWith('changed') && Number(at) > Date.UTC(2026, 2, 1, 10))
        .map(({ type, at, data }) => [type, at, data]),
    ).toEqual([
      ['assignee.changed', Date.UTC(2026, 2, 1, 12), { to: 'desk:13' }],
      ['status.changed', Date.UTC(2026, 2, 1, 11, 30), { to: 'resolved', rawTo: '4' }],
    ]);
  });

  test('written by an agent of their own accord, and its own verdicts apart from ours', () => {
    const { told } = hear(freshdesk, [{ ticket: { ...ticket, source: 10, responder_id: 13, fr_escalated: true, status: 9 } }]);
    expect(told.map(([type, who]) => [type, who])).toEqual([
      ['customer.upserted', ''],
      ['ticket.created', 'agent desk:13'],
      ['status.changed', 'system'],
      ['ticket.message', 'agent desk:13'],
      ['sla.vendor', 'system'],
    ]);
    expect(told.at(-1)![2]).toEqual({ metric: 'first_response', kind: 'breach' });
    expect(told[2]![2]).toEqual({ to: 'open', rawTo: '9' });
  });

  test('its verdicts each time a flag is raised, spam and the bin as they come and go', () => {
    const at = (hour: number, more: object) => ({ ...ticket, updated_at: `2026-03-01T${hour}:00:00Z`, ...more });
    const late = { due_by: '2026-03-01T15:00:00Z', is_escalated: true };
    const sent = [
      at(10, { nr_escalated: true, ...late }),
      at(11, { nr_escalated: true, ...late }),
      at(12, { nr_escalated: false, ...late, spam: true }),
      // Older than what is known: it says nothing of now.
      at(11, { spam: false }),
      at(13, { nr_escalated: true, ...late, spam: false, deleted: true }),
      at(16, { nr_escalated: true, ...late, deleted: false }),
    ];
    const flags = ['sla.vendor', 'ticket.spam', 'ticket.deleted', 'ticket.undeleted'];
    const { events } = hear(freshdesk, sent);
    const told = events.filter(({ type }) => flags.includes(type));
    expect(told.map(({ type, at: when, data }) => [type, new Date(when).getUTCHours(), data])).toEqual([
      ['sla.vendor', 10, { metric: 'next_response', kind: 'breach' }],
      ['ticket.spam', 12, { is: true }],
      ['sla.vendor', 13, { metric: 'next_response', kind: 'breach' }],
      ['ticket.spam', 13, { is: false }],
      ['ticket.deleted', 13, {}],
      ['sla.vendor', 16, { metric: 'resolution', kind: 'breach' }],
      ['ticket.undeleted', 16, {}],
    ]);
    expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
  });

  test('an escalation for any reason is no late resolution where another promise is what was broken', () => {
    const { told } = hear(freshdesk, [
      { ...ticket, fr_escalated: true, is_escalated: true },
      { ...ticket, id: 22, is_escalated: true },
    ]);
    expect(told.filter(([type]) => type === 'sla.vendor').map(([, , data]) => (data as { metric: string }).metric)).toEqual([
      'first_response',
      'resolution',
    ]);
  });

  test('the default form, without times and ids: as of when it came, and no address in an id', () => {
    const { told, events } = hear(freshdesk, [
      { freshdesk_webhook: flat },
      { freshdesk_webhook: { ...flat, ticket_status: 'Waiting on Customer', ticket_tags: '' } },
    ]);
    const created = events.find(({ type }) => type === 'ticket.created')!;
    expect(created).toMatchObject({
      at: RECEIVED_AT,
      ticket: 'desk:21',
      data: { priority: 'P4', tags: ['lamp', 'hall'], team: 'desk:First line', channel: 'portal' },
    });
    expect(JSON.stringify(created)).not.toMatch(/@/);
    expect(told.slice(-2).map(([type, , data]) => [type, data])).toEqual([
      ['tag.changed', { added: [], removed: ['lamp', 'hall'] }],
      ['status.changed', { to: 'pending', rawTo: 'Waiting on Customer' }],
    ]);
    expect(events.at(-1)!.at).toBe(RECEIVED_AT + 60_000);
  });

  test('is known by a secret in a header, as it cannot sign', () => {
    const request = { method: 'POST', url: 'https://x.test/', body: Buffer.from('{}'), receivedAt: 0 };
    const { verify } = freshdesk.webhook!;
    expect(verify({ ...request, headers: { 'x-watchdesk-secret': 'open sesame' } }, ['open sesame'])).toMatchObject({ ok: true });
    expect(verify({ ...request, headers: { 'x-watchdesk-secret': 'open' } }, ['open sesame'])).toEqual({ ok: false, reason: 'wrong' });
    expect(verify({ ...request, headers: {} }, ['open sesame'])).toEqual({ ok: false, reason: 'missing' });
  });
});
