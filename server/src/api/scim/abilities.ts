/** What this server can do of SCIM, as clients ask for it before anything else (RFC 7643, sections 5 to 7). */
import { z } from 'zod';
import { Refusal } from '../../errors.ts';
import { peopleOf } from '../caller.ts';
import type { Routes } from '../routes.ts';
import { answerList, BASE, listOf, MOST_LISTED, params } from './resources.ts';
import { schemaOf } from './schema-of.ts';
import { URN } from './words.ts';

const config = { access: 'people:write' } as const;
const resource = z.looseObject({ schemas: z.array(z.string()) });

interface Described {
  readonly id: string;
  readonly schemas: string[];
  readonly [more: string]: unknown;
}

const attribute = (name: string, more: object = {}) => ({
  name,
  type: 'string',
  multiValued: false,
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  ...more,
});
const several = (name: string, subAttributes: object[], more: object = {}) =>
  attribute(name, { type: 'complex', multiValued: true, subAttributes, ...more });
const truth = (name: string) => attribute(name, { type: 'boolean' });

const SCHEMAS = [
  {
    id: URN.user,
    name: 'User',
    description: 'A person of the workspace',
    attributes: [
      attribute('userName', { required: true, uniqueness: 'server' }),
      attribute('externalId', { caseExact: true }),
      attribute('displayName'),
      attribute('name', { type: 'complex', subAttributes: [attribute('formatted'), attribute('givenName'), attribute('familyName')] }),
      several('emails', [attribute('value'), attribute('type'), truth('primary')]),
      truth('active'),
      several('roles', [attribute('value'), attribute('display'), truth('primary')]),
      several('groups', [attribute('value'), attribute('display')], { mutability: 'readOnly' }),
    ],
  },
  {
    id: URN.group,
    name: 'Group',
    description: 'A role, and who has it',
    attributes: [
      attribute('displayName', { required: true, mutability: 'immutable', uniqueness: 'server' }),
      several('members', [attribute('value', { mutability: 'immutable' }), attribute('display')]),
    ],
  },
] as const;

const TYPES = [
  { id: 'User', name: 'User', endpoint: '/Users', description: 'People of the workspace', schema: URN.user },
  { id: 'Group', name: 'Group', endpoint: '/Groups', description: 'Roles', schema: URN.group },
] as const;

const CONFIG = {
  schemas: [URN.config],
  documentationUri: 'https://datatracker.ietf.org/doc/html/rfc7644',
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: MOST_LISTED },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: false },
  authenticationSchemes: [
    { type: 'oauthbearertoken', name: 'API key', description: 'An API key with the scope people:write, as a bearer token', primary: true },
  ],
};

export const scimAbilities: Routes =
  ({ accounts }) =>
  async (app) => {
    const located = (resourceType: string, path: string) => ({
      meta: { resourceType, location: new URL(`${BASE}/${path}`, peopleOf(accounts).address).href },
    });
    const types = (): Described[] =>
      TYPES.map((type) => ({ schemas: [URN.resourceType], ...type, ...located('ResourceType', `ResourceTypes/${type.id}`) }));
    const allSchemas = (): Described[] =>
      SCHEMAS.map((schema) => ({ schemas: [URN.schema], ...schema, ...located('Schema', `Schemas/${schema.id}`) }));

    app.get(
      '/ServiceProviderConfig',
      { config, schema: schemaOf({ operationId: 'getScimConfig', summary: 'What of SCIM is there' }, 200, resource) },
      () => ({ ...CONFIG, ...located('ServiceProviderConfig', 'ServiceProviderConfig') }),
    );
    for (const [path, operationId, summary, all] of [
      ['ResourceTypes', 'ScimResourceType', 'kinds of resources', types],
      ['Schemas', 'ScimSchema', 'schemas of resources', allSchemas],
    ] as const) {
      app.get(
        `/${path}`,
        { config, schema: schemaOf({ operationId: `list${operationId}s`, summary: `The ${summary}` }, 200, listOf(resource)) },
        () => answerList(all(), all().length, 1),
      );
      app.get(
        `/${path}/:id`,
        { config, schema: schemaOf({ operationId: `get${operationId}`, summary: `One of the ${summary}`, params }, 200, resource) },
        ({ params: { id } }) => {
          const found = all().find((one) => one.id === id);
          if (!found) throw new Refusal('not_found', 'There is nothing of this name.');
          return found;
        },
      );
    }
  };
