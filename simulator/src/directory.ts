/** The people, companies, teams and places of the centre, as the events that make them known. */
import type { SentEvent } from '@watchdesk/domain/event';
import { SITES } from './geography.ts';
import type { Customer } from './people/customers.ts';
import type { Organisation } from './people/organisations.ts';
import { type AgentProfile, TEAMS } from './people/roster.ts';

export interface People {
  readonly organisations: readonly Organisation[];
  readonly customers: readonly Customer[];
  readonly agents: readonly AgentProfile[];
}

/** Everybody who is there at the start; customers who join later are told of when they do. */
export function directoryEvents({ organisations, customers, agents }: People, startAt: number): SentEvent[] {
  const leads = agents.filter(({ isLead }) => isLead);
  const at = startAt;
  return [
    ...TEAMS.map(({ id, name }): SentEvent => ({ id: `directory-${id}`, at, type: 'team.upserted', data: { id, name } })),
    ...SITES.map((site): SentEvent => ({ id: `directory-${site.id}`, at, type: 'site.upserted', data: { ...site } })),
    ...agents.map((agent): SentEvent => ({ id: `directory-${agent.id}`, at, type: 'agent.upserted', data: agentData(agent) })),
    ...organisations.map((organisation, place): SentEvent => ({
      id: `directory-${organisation.id}`,
      at,
      type: 'organisation.upserted',
      data: organisationData(organisation, leads[place % leads.length]?.id ?? null),
    })),
    ...customers
      .filter(({ sinceAt }) => sinceAt <= startAt)
      .map((customer): SentEvent => ({ id: `directory-${customer.id}`, at, type: 'customer.upserted', data: customerData(customer) })),
  ];
}

function agentData({
  id,
  name,
  team,
  tier,
  skills,
  languages,
  timeZone,
  startedOn,
  hourlyCost,
}: AgentProfile): SentEvent<'agent.upserted'>['data'] {
  return {
    agent: id,
    name,
    teams: [team],
    supportTier: tier,
    skills,
    languages: [...languages],
    timeZone,
    startedOn,
    hourlyCost,
    active: true,
  };
}

/** Only the larger accounts have somebody of ours who looks after them. */
function organisationData({ id, ...rest }: Organisation, lead: string | null): SentEvent<'organisation.upserted'>['data'] {
  const hasManager = rest.customerTier === 'enterprise' || rest.customerTier === 'business';
  return { organisation: id, ...rest, csm: hasManager ? lead : null };
}

export function customerData({ id, name, email, organisation, city, language, sinceAt }: Customer): SentEvent<'customer.upserted'>['data'] {
  return {
    customer: id,
    name,
    email,
    organisation: organisation.id,
    country: city.country,
    region: city.region,
    city: city.name,
    latitude: city.latitude,
    longitude: city.longitude,
    language,
    timeZone: city.timeZone,
    since: new Date(sinceAt).toISOString().slice(0, 10),
  };
}
