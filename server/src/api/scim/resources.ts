/** People and roles as SCIM resources, and the forms they are asked for and answered in. */
import { z } from 'zod';
import { type Member, type ProvidedPerson, ROLES, type Role, TITLE_OF } from '../../accounts/index.ts';
import { plain, wholeIn } from '../schemas/basics.ts';
import { URN } from './words.ts';

export const BASE = '/api/v1/scim/v2';
/** So many are answered at once. */
export const MOST_LISTED = 200;

const text = z.string();
const meta = z.object({ resourceType: text, created: text.optional(), location: text });
const schemas = z.array(text).readonly();

export const user = z
  .object({
    schemas,
    id: text,
    externalId: text.optional(),
    userName: text,
    displayName: text,
    name: z.object({ formatted: text, givenName: text.optional(), familyName: text.optional() }),
    emails: z.array(z.object({ value: text, type: text, primary: z.boolean() })),
    active: z.boolean(),
    roles: z.array(z.object({ value: text, display: text, primary: z.boolean() })),
    groups: z.array(z.object({ value: text, display: text, $ref: text })),
    meta,
  })
  .meta({ id: 'ScimUser' });

export const group = z
  .object({
    schemas,
    id: text,
    displayName: text,
    members: z.array(z.object({ value: text, display: text, $ref: text })).optional(),
    meta,
  })
  .meta({ id: 'ScimGroup' });

export const listOf = <T extends z.ZodType>(resource: T) =>
  z.object({ schemas, totalResults: z.int(), startIndex: z.int(), itemsPerPage: z.int(), Resources: z.array(resource) });

export const params = z.strictObject({ id: plain(200).min(1, 'must not be empty') });

export const listing = z.looseObject({
  filter: plain(500).optional().meta({ description: 'One attribute that equals one value, such as `userName eq "anna@example.com"`' }),
  startIndex: z.coerce.number('must be a number').int('must be a whole number').max(10_000_000, 'must be at most 10,000,000').default(1),
  count: wholeIn(0, 10_000).default(MOST_LISTED),
  excludedAttributes: plain(500).optional(),
});

/** Any whole resource: what is of interest in it is read where it is used. */
export const anyResource = z.looseObject({ schemas: z.array(z.string()).max(20, 'must be at most 20').optional() });

export const patch = z.looseObject({
  Operations: z
    .array(
      z.looseObject({
        op: z
          .string()
          .transform((op) => op.toLowerCase())
          .pipe(z.enum(['add', 'replace', 'remove'], 'must be add, replace or remove')),
        path: plain(500).optional(),
        value: z.unknown().optional(),
      }),
    )
    .min(1, 'must hold at least one')
    .max(1000, 'must be at most 1,000'),
});

export const asUser = (person: ProvidedPerson, address: string): z.infer<typeof user> => {
  const { id, externalId, userName, name, givenName, familyName, email, active, role, joinedAt } = person;
  return {
    schemas: [URN.user],
    id,
    ...(externalId !== null && { externalId }),
    userName,
    displayName: name,
    name: { formatted: name, ...(givenName !== null && { givenName }), ...(familyName !== null && { familyName }) },
    emails: [{ value: email, type: 'work', primary: true }],
    active,
    roles: [{ value: role, display: TITLE_OF[role], primary: true }],
    groups: [{ value: role, display: role, $ref: new URL(`${BASE}/Groups/${role}`, address).href }],
    meta: { resourceType: 'User', created: joinedAt, location: new URL(`${BASE}/Users/${id}`, address).href },
  };
};

/** Without `members`: as those ask for it who exclude them. */
export const asGroup = (role: Role, address: string, members?: readonly Member[]): z.infer<typeof group> => ({
  schemas: [URN.group],
  id: role,
  displayName: role,
  ...(members && {
    members: members
      .filter((one) => one.role === role)
      .map(({ id, name }) => ({ value: id, display: name, $ref: new URL(`${BASE}/Users/${id}`, address).href })),
  }),
  meta: { resourceType: 'Group', location: new URL(`${BASE}/Groups/${role}`, address).href },
});

export function answerList<T>(resources: readonly T[], total: number, startIndex: number) {
  return { schemas: [URN.list], totalResults: total, startIndex, itemsPerPage: resources.length, Resources: [...resources] };
}

export const roleNamed = (name: string): Role | undefined => ROLES.find((role) => role === name.toLowerCase());
