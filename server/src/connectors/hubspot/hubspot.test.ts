import { describe, expect, test } from 'vitest';
import { hear, RECEIVED_AT } from '../../../test/webhook-body.ts';
import { hubspot } from './index.ts';

const AT = 1_780_927_000_000;
const change = (subscriptionType: string, more: object = {}) => ({
  eventId: 1,
  portalId: 62515,
  occurredAt: AT,
  objectId: 77,
  subscriptionType,
  changeSource: 'CRM_UI',
  sourceId: 'userId:42',
  ...more,
});
const property = (propertyName: string, propertyValue: string) => change('ticket.propertyChange', { propertyName, propertyValue });

describe('HubSpot tickets', () => {
  test('a list of changes, each by whom it was made', () => {
    const { told, events } = hear(hubspot, [
      [change('ticket.creation', { changeSource: 'FORM', sourceId: null }), property('hs_pipeline_stage', '2')],
    ]);
    expect(told).toEqual([
      ['ticket.created', 'customer', {}],
      ['status.changed', 'agent desk:42', { to: 'pending', rawTo: '2' }],
    ]);
    expect(events.map(({ ticket, at }) => [ticket, at])).toEqual([
      ['desk:77', AT],
      ['desk:77', AT],
    ]);
  });

  test.each<[string, string, string, unknown]>([
    ['hs_ticket_priority', 'URGENT', 'priority.changed', { to: 'P1' }],
    ['hubspot_owner_id', '42', 'assignee.changed', { to: 'desk:42' }],
    ['hubspot_owner_id', '', 'assignee.changed', { to: null }],
    ['hubspot_team_id', '3', 'team.changed', { to: 'desk:3' }],
    ['hs_ticket_category', 'BILLING_ISSUE', 'category.changed', { to: 'BILLING_ISSUE' }],
    ['subject', 'New words', 'subject.changed', { to: 'New words' }],
    ['floor', '3', 'customField.changed', { name: 'floor', to: '3' }],
    ['product_line', 'lamp', 'product.changed', { to: 'lamp' }],
  ])('%s becomes %s', (name, value, type, data) => {
    const maps = { customFields: { floor: 'floor', product_line: 'product' } };
    expect(hear(hubspot, [[property(name, value)]], { maps }).told).toEqual([[type, 'agent desk:42', data]]);
  });

  test('a stage and a property that nobody named are told of', () => {
    const { warnings, events } = hear(hubspot, [[property('hs_pipeline_stage', 'ai-triage'), property('color', 'red')]]);
    expect(warnings).toEqual([
      { what: 'status', value: 'ai-triage' },
      { what: 'customFields', value: 'color' },
    ]);
    expect(events).toMatchObject([{ data: { to: 'open', rawTo: 'ai-triage' } }]);
  });

  test('a merge is of the tickets that are no more', () => {
    const merge = change('ticket.merge', { primaryObjectId: 77, mergedObjectIds: [78, 79], newObjectId: 90 });
    expect(hear(hubspot, [[merge]]).events.map(({ ticket, data }) => [ticket, data])).toEqual([
      ['desk:78', { into: 'desk:90' }],
      ['desk:79', { into: 'desk:90' }],
      ['desk:77', { into: 'desk:90' }],
    ]);
  });

  test('the same again is the same; deletions; a change without a time; other objects', () => {
    const one = [property('subject', 'x')];
    const { events } = hear(hubspot, [one, one]);
    expect(events[0]!.id).toBe(events[1]!.id);
    expect(hear(hubspot, [[change('ticket.deletion'), change('ticket.restore')]]).told.map(([type]) => type)).toEqual([
      'ticket.deleted',
      'ticket.undeleted',
    ]);
    expect(hear(hubspot, [[{ ...property('subject', 'x'), occurredAt: undefined }]]).events[0]!.at).toBe(RECEIVED_AT);
    expect(hear(hubspot, [[change('contact.creation')]]).events).toEqual([]);
    expect(hear(hubspot, [[{ subscriptionType: 'ticket.creation' }]]).dead).toMatchObject([{ field: 'body.objectId' }]);
  });

  test('verifies by version 3, or by the first where the connection says so', () => {
    const request = {
      method: 'POST',
      url: 'https://x.test/',
      headers: { 'x-hubspot-signature': 'x' },
      body: Buffer.from('[]'),
      receivedAt: 0,
    };
    const read = (options: object) => hubspot.options.parse(options);
    expect(hubspot.webhook!.verify(request, ['s'], read({}))).toEqual({ ok: false, reason: 'missing' });
    expect(hubspot.webhook!.verify(request, ['s'], read({ signature: 'v1' }))).toEqual({ ok: false, reason: 'wrong' });
  });
});
