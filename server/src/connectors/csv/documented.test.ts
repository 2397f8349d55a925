/** The mappings of docs/mappings, each on a table as it expects. The ServiceNow, Zendesk and log ones also meet real files in server/test/real. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readEvent } from '@watchdesk/domain/event';
import { expect, it } from 'vitest';
import { prepared } from '../../../test/tables.ts';

const documented = (name: string): object =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, `../../../../docs/mappings/${name}.json`), 'utf8')) as object;

const TABLES: readonly [name: string, columns: Record<string, string>, events: readonly (readonly [type: string, data: object])[]][] = [
  [
    'tickets',
    {
      'Ticket number': '7',
      Created: '2026-03-02 09:00',
      'First reply': '2026-03-02 09:20',
      'First reply by': 'ann',
      Solved: '2026-03-02 10:00',
      Closed: '',
      Updated: '2026-03-02 10:00',
      Subject: 'Broken',
      Customer: 'c1',
      Company: 'o1',
      Channel: 'Mail',
      Status: 'Solved',
      Priority: 'Urgent',
      Tier: 'L2',
      Group: 'T1',
      Agent: 'bob',
      Category: 'printer',
      Tags: 'a; b',
      'Order value': '12.50',
      Refunded: 'no',
    },
    [
      [
        'ticket.created',
        {
          subject: 'Broken',
          requester: 'c1',
          organisation: 'o1',
          channel: 'email',
          priority: 'P1',
          supportTier: 'L2',
          team: 'T1',
          assignee: 'bob',
          tags: ['a', 'b'],
          customFields: { 'order value': 12.5, refunded: false },
        },
      ],
      ['ticket.message', { visibility: 'public' }],
      ['status.changed', { to: 'resolved', rawTo: 'Solved', reason: 'milestone' }],
    ],
  ],
  [
    'events',
    { CaseID: '2', ActivityID: '6', CompleteTimestamp: '2012-04-05 17:15:52' },
    [
      ['ticket.created', {}],
      ['status.changed', { to: 'closed', rawTo: '6' }],
    ],
  ],
  [
    'history',
    { field_name: 'status', ticket_id: '11', updated: '2020-08-28 11:01:27', user_id: '', value: 'hold' },
    [
      ['ticket.created', { status: 'on_hold' }],
      ['status.changed', { to: 'on_hold', rawTo: 'hold' }],
    ],
  ],
  [
    'agents',
    {
      Id: 'a1',
      Name: 'Ann',
      Teams: 'T1;T2',
      Level: '2nd',
      Skills: 'vpn:4;mail',
      Languages: 'en;de',
      'Time zone': 'Europe/Berlin',
      Started: '2020-01-01',
      'Cost per hour': '31.5',
      Active: 'yes',
    },
    [
      [
        'agent.upserted',
        {
          agent: 'a1',
          name: 'Ann',
          teams: ['T1', 'T2'],
          supportTier: 'L2',
          skills: { vpn: 4, mail: 3 },
          languages: ['en', 'de'],
          timeZone: 'Europe/Berlin',
          startedOn: '2020-01-01',
          hourlyCost: 31.5,
          active: true,
        },
      ],
    ],
  ],
  ['teams', { id: 'T1', name: 'First line', updated_at: '2020-02-04 00:40:57' }, [['team.upserted', { id: 'T1', name: 'First line' }]]],
  [
    'organisations',
    {
      'Account ID': 'o1',
      'Account name': 'Ox',
      'Last modified': '2026-01-05',
      Website: 'ox.example',
      Tier: 'A',
      Plan: 'gold',
      MRR: '99',
      Currency: 'EUR',
      'Customer since': '2020-01-01',
      Health: 'good',
      CSM: 'ann',
      Region: 'EMEA',
    },
    [
      [
        'organisation.upserted',
        {
          organisation: 'o1',
          name: 'Ox',
          domain: 'ox.example',
          customerTier: 'enterprise',
          plan: 'gold',
          mrr: 99,
          currency: 'EUR',
          since: '2020-01-01',
          health: 'good',
          csm: 'ann',
          region: 'EMEA',
        },
      ],
    ],
  ],
  [
    'customers',
    {
      id: 'c1',
      name: 'Cy',
      email: 'cy@example.com',
      organization_id: 'o1',
      locale: 'en-GB',
      created_at: '2020-02-26 22:55:12',
      updated_at: '2020-02-27 00:00:00',
    },
    [
      [
        'customer.upserted',
        { customer: 'c1', name: 'Cy', email: 'cy@example.com', organisation: 'o1', language: 'en-GB', since: '2020-02-26' },
      ],
    ],
  ],
];

it.each(TABLES)('docs/mappings/%s.json', async (name, columns, expected) => {
  const { events, rejected, warnings } = await prepared(
    documented(name),
    `${Object.keys(columns).join(',')}\n${Object.values(columns).join(',')}\n`,
  );
  expect([rejected, warnings]).toEqual([[], []]);
  expect(events.filter((event) => !readEvent(event, 'source').ok)).toEqual([]);
  const said = events.filter(({ type }) => expected.some(([one]) => one === type));
  expect(said.map(({ type, data }) => [type, data])).toMatchObject(expected);
});
