/** Entries of the directory as callers see them, one shape for each kind. */
import type { DirectoryState } from '@watchdesk/domain/directory';
import type { SupportTier } from '@watchdesk/domain/event';
import { type Company, isInCompany } from '../accounts/index.ts';
import type { DirectoryEntry } from './entry.ts';
import type { Named, NamedKind, Names } from './names.ts';

export const KINDS = {
  customers: 'customer',
  organisations: 'organisation',
  agents: 'agent',
  teams: 'team',
  sites: 'site',
} as const satisfies Record<string, DirectoryState['kind']>;
/** As in an address. */
export type DirectoryKind = keyof typeof KINDS;

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const list = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);
const iso = (ms: number) => new Date(ms).toISOString();

/** Whom an entry refers to, so that their names can be asked. */
export function refersTo(kind: DirectoryKind, { attributes }: DirectoryEntry): (readonly [NamedKind, string | null])[] {
  switch (kind) {
    case 'customers':
      return [['organisation', text(attributes['organisation'])]];
    case 'organisations':
      return [['agent', text(attributes['csm'])]];
    case 'agents':
      return list(attributes['teams']).map((team) => ['team', team] as const);
    case 'teams':
    case 'sites':
      return [];
  }
}

const customer = ({ attributes: a, personal: p, erased }: DirectoryEntry, names: Names) => ({
  erased,
  email: text(p['email']),
  organisation: names.of('organisation', text(a['organisation'])),
  country: text(a['country']),
  region: text(a['region']),
  city: text(p['city']),
  latitude: number(p['latitude']),
  longitude: number(p['longitude']),
  language: text(a['language']),
  timeZone: text(a['timeZone']),
  since: text(a['since']),
});

const organisation = ({ attributes: a }: DirectoryEntry, names: Names) => ({
  domain: text(a['domain']),
  customerTier: text(a['customerTier']),
  plan: text(a['plan']),
  mrr: number(a['mrr']),
  currency: text(a['currency']),
  since: text(a['since']),
  health: text(a['health']),
  csm: names.of('agent', text(a['csm'])),
  region: text(a['region']),
});

const agent = ({ id, attributes: a, presence }: DirectoryEntry, names: Names, company: Company) => ({
  teams: list(a['teams']).map((team): Named => names.of('team', team)),
  supportTier: text(a['supportTier']) as SupportTier | null,
  skills: (a['skills'] ?? {}) as Record<string, number>,
  languages: list(a['languages']),
  timeZone: text(a['timeZone']),
  startedOn: text(a['startedOn']),
  active: a['active'] !== false,
  ...(isInCompany(company, { id, teams: list(a['teams']) }) && {
    presence: presence && {
      state: presence.state,
      since: iso(presence.since),
      reason: presence.reason,
      until: presence.until === null ? null : iso(presence.until),
    },
  }),
});

const site = ({ attributes: a }: DirectoryEntry) => ({
  service: text(a['service']),
  region: text(a['region']),
  latitude: number(a['latitude']),
  longitude: number(a['longitude']),
});

const SHAPES = { customers: customer, organisations: organisation, agents: agent, teams: () => ({}), sites: site };

export type Shaped = Named & Record<string, unknown>;

export const shaped = (kind: DirectoryKind, entry: DirectoryEntry, names: Names, company: Company): Shaped => ({
  id: entry.id,
  name: text(entry.personal['name']) ?? text(entry.attributes['name']) ?? entry.id,
  ...SHAPES[kind](entry, names, company),
});
