import { TENURES, tenureOf } from '@watchdesk/domain/fact';
import { expect, test } from 'vitest';
import { SMALL, START } from '../example.ts';
import { DAY } from '../zone.ts';
import { createCustomers } from './customers.ts';
import { createOrganisations } from './organisations.ts';

const organisations = createOrganisations(7, 1000, START);

test('organisations have been customers for days and for years, and each has a domain', () => {
  const spread = (at: number) =>
    TENURES.map((band) => organisations.filter(({ since }) => tenureOf(since, at) === band).length / organisations.length);
  for (const share of spread(START)) expect(share).toBeGreaterThan(0.1);
  for (const share of spread(START + 75 * DAY)) expect(share).toBeGreaterThan(0.05);
  for (const { domain } of organisations) expect(domain).toMatch(/^[a-z0-9-]+\.example$/);
});

test('nobody is a customer before their organisation', () => {
  const customers = createCustomers(7, SMALL.customers, organisations.slice(0, SMALL.organisations), START);
  for (const { sinceAt, organisation } of customers) expect(sinceAt).toBeGreaterThanOrEqual(Date.parse(organisation.since));
});
