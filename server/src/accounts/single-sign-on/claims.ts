/** What a provider says of somebody, read; and what that makes of them here. Pure. */
import { isEmailAddress } from '@watchdesk/domain/account';
import type { Role } from '../roles.ts';
import type { Claims } from './provider.ts';
import { NotLetIn } from './refusals.ts';
import type { SingleSignOn } from './settings.ts';

export interface Told {
  readonly subject: string;
  /** In small letters. */
  readonly email: string;
  readonly name: string;
  readonly groups: readonly string[];
}

const LONGEST_NAME = 100;

/** Throws NotLetIn for whom the provider does not vouch for, and for addresses that may not come. */
export function toldBy(claims: Claims, { domains, groupsClaim, groups }: SingleSignOn): Told {
  const email = text(claims['email'])?.toLowerCase();
  if (email === undefined || !isEmailAddress(email)) throw new NotLetIn('no_email');
  // Left out by those that verify every address (Entra ID); some say it as a text.
  if (claims['email_verified'] === false || claims['email_verified'] === 'false') throw new NotLetIn('unverified_email', { email });
  if (!domains.includes(email.slice(email.lastIndexOf('@') + 1))) throw new NotLetIn('foreign_domain', { email });
  const told = claims[groupsClaim];
  // Entra ID tells who is in more than 200 groups where they may be asked for instead of what they are.
  const elsewhere = claims['_claim_names'] as Record<string, unknown> | undefined;
  if (groups.length > 0 && told === undefined && (elsewhere?.[groupsClaim] !== undefined || claims['hasgroups'] !== undefined))
    throw new NotLetIn('too_many_groups', { email });
  return {
    subject: claims.sub,
    email,
    name: nameOf(claims) ?? email.slice(0, email.lastIndexOf('@')),
    groups: (Array.isArray(told) ? told : [told]).filter((one): one is string => typeof one === 'string'),
  };
}

function nameOf(claims: Claims): string | undefined {
  const parts = [text(claims['given_name']), text(claims['family_name'])].filter(Boolean).join(' ');
  return (text(claims['name']) ?? text(parts))?.slice(0, LONGEST_NAME);
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' && value.isWellFormed() && !value.includes('\0') ? value.trim() : undefined;

/**
 * What the groups make of somebody: undefined for what they say nothing of. Throws NotLetIn where a group must say the role and none does.
 */
export function standingBy({ groups, email }: Told, settings: SingleSignOn): { role?: Role; teams?: string[] } {
  const mine = settings.groups.filter(({ group }) => groups.includes(group));
  const saysRoles = settings.groups.some(({ role }) => role !== null);
  const saysTeams = settings.groups.some(({ teams }) => teams.length > 0);
  const role = mine.find((rule) => rule.role !== null)?.role ?? settings.defaultRole;
  if (saysRoles && role === null) throw new NotLetIn('no_group', { email });
  return {
    ...(saysRoles && role !== null && { role }),
    ...(saysTeams && { teams: [...new Set(mine.flatMap(({ teams }) => teams))] }),
  };
}
