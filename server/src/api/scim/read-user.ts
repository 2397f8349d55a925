/**
 * What a directory says of a person, whole or as changes, read into what we keep of it. Attributes are told apart without regard to case; those we keep
 * nothing of are passed over, since directories send more than they are asked for. Okta sends changes as an object, Entra ID by paths and truths as texts.
 */
import { isEmailAddress } from '@watchdesk/domain/account';
import { type Provided, ROLES, type Role } from '../../accounts/index.ts';
import { ScimRefusal } from './words.ts';

export interface Operation {
  readonly op: 'add' | 'replace' | 'remove';
  readonly path?: string | undefined;
  readonly value?: unknown;
}

/** `role` null: taken away, so that the usual one is to hold. */
export type Said = { -readonly [Part in keyof Omit<Provided, 'role'>]: Provided[Part] } & { role?: Role | null };

const URN = /^urn:ietf:params:scim:schemas:core:2\.0:user(?::|$)/i;
const WITHIN = /\[[^\]]*\]/;
const LONGEST = 254;

/** A whole resource. */
export const readUser = (body: Readonly<Record<string, unknown>>): Said => readOperations([{ op: 'replace', value: body }]);

/** The result of all changes, one after another. */
export function readOperations(operations: readonly Operation[]): Said {
  const said: Said & { displayName?: string; formatted?: string } = {};
  const say = (path: string, value: unknown, isRemoved: boolean): void => {
    const attribute = path.replace(URN, '').replace(WITHIN, '').toLowerCase();
    if (isRemoved) {
      if (attribute === 'externalid') said.externalId = null;
      if (attribute === 'roles' || attribute === 'roles.value') said.role = null;
      if (attribute === 'name.givenname') said.givenName = null;
      if (attribute === 'name.familyname') said.familyName = null;
      return;
    }
    switch (attribute) {
      case '':
      case 'name':
        if (value !== null && typeof value === 'object')
          for (const [key, part] of Object.entries(value)) say(attribute === '' ? key : `name.${key}`, part, false);
        return;
      case 'username':
        said.userName = textOf('userName', value);
        return;
      case 'externalid':
        said.externalId = value === null ? null : textOf('externalId', value);
        return;
      case 'active':
        said.active = truthOf(value);
        return;
      case 'displayname':
        if (hasText(value)) said.displayName = textOf('displayName', value);
        return;
      case 'name.formatted':
        if (hasText(value)) said.formatted = textOf('name.formatted', value);
        return;
      case 'name.givenname':
        said.givenName = hasText(value) ? textOf('name.givenName', value) : null;
        return;
      case 'name.familyname':
        said.familyName = hasText(value) ? textOf('name.familyName', value) : null;
        return;
      case 'emails':
      case 'emails.value': {
        const email = chosen(value);
        if (email === undefined) return;
        said.email = textOf('emails', email).toLowerCase();
        if (!isEmailAddress(said.email)) throw new ScimRefusal('invalidValue', 'emails must hold an e-mail address');
        return;
      }
      case 'roles':
      case 'roles.value': {
        const role = chosen(value);
        said.role = role === undefined ? null : roleOf(role);
        return;
      }
      default: // of no interest here
    }
  };
  for (const { op, path = '', value } of operations) say(path, value, op === 'remove');
  const { displayName, formatted, ...rest } = said;
  const name = displayName ?? formatted;
  return { ...rest, ...(name !== undefined && { name: name.slice(0, 100) }) };
}

/** The name that parts make where no whole one was said. */
export function nameOf(said: Said, before: { readonly givenName: string | null; readonly familyName: string | null }): string | undefined {
  if (said.name !== undefined) return said.name;
  if (said.givenName === undefined && said.familyName === undefined) return undefined;
  const { givenName, familyName } = { ...before, ...said };
  return [givenName, familyName].filter(Boolean).join(' ').slice(0, 100) || undefined;
}

/** Of several values the primary one, else the first. */
function chosen(value: unknown): unknown {
  const all = (Array.isArray(value) ? value : [value]) as unknown[];
  const isPrimary = (one: unknown) => truthy((one as { primary?: unknown } | null)?.primary);
  const one = all.find(isPrimary) ?? all[0];
  return one !== null && typeof one === 'object' ? (one as { value?: unknown }).value : (one ?? undefined);
}

const hasText = (value: unknown) => typeof value === 'string' && value.trim() !== '';
const truthy = (value: unknown) => value === true || (typeof value === 'string' && value.toLowerCase() === 'true');

function textOf(attribute: string, value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '' || value.length > LONGEST || value.includes('\0') || !value.isWellFormed())
    throw new ScimRefusal('invalidValue', `${attribute} must be a text of 1 to ${LONGEST} characters`);
  return value.trim();
}

function truthOf(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string' && /^(true|false)$/i.test(value)) return truthy(value);
  throw new ScimRefusal('invalidValue', 'active must be true or false');
}

function roleOf(value: unknown): Role {
  const wanted = typeof value === 'string' ? value.trim().toLowerCase() : '';
  const role = ROLES.find((one) => one === wanted);
  if (!role) throw new ScimRefusal('invalidValue', `roles must hold one of ${ROLES.join(', ')}`);
  return role;
}
