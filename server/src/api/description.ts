/** The OpenAPI document, derived from the routes, at /api/v1/openapi.json, and a page to read it at /api/docs. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyContextConfig, FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { Scope } from '../accounts/index.ts';
import { withTrigger } from './power-automate.ts';

const DESCRIPTION = `Everything Watchdesk knows enters as events and can be asked for here.

Send an API key as \`Authorization: Bearer …\`. Keys belong to one workspace and carry scopes. Failures are RFC 9457 problem
documents whose \`code\` is from a closed set. Lists are walked with \`cursor\`. A write with an \`Idempotency-Key\` is done once.`;

export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Watchdesk', version: '1', description: DESCRIPTION, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'bearer', description: 'An API key' },
          session: { type: 'apiKey', in: 'cookie', name: 'watchdesk.session_token', description: 'A person signed in' },
        },
      },
      security: [{ key: [] }, { session: [] }],
    },
    transform: (described) => {
      const { schema, ...rest } = jsonSchemaTransform(described);
      return { ...rest, schema: { ...schema, security: securityOf(described.route.config) } };
    },
    transformObject: (document) => {
      const whole = jsonSchemaTransformObject(document) as Described;
      return withoutUnused(withTrigger(whole, '/api/v1/hooks', 'TriggerRecord'));
    },
  });
  app.get('/api/v1/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, () => app.swagger());
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    uiConfig: { docExpansion: 'none', deepLinking: true, displayRequestDuration: true, url: '/api/v1/openapi.json' },
    staticCSP: true,
    transformStaticCSP: (header) => header.replace(' upgrade-insecure-requests;', ''),
  });
}

/** What the caller must be, or must be allowed: the scopes a key was made with, or that go with the role of whoever is signed in. */
function securityOf({ access = 'public', ofKeys }: FastifyContextConfig = {}): Record<string, Scope[]>[] {
  if (access === 'public') return [];
  const scopes = access === 'anybody' ? [] : [access];
  return [{ key: ofKeys ? [...scopes, ofKeys] : scopes }, { session: scopes }];
}

interface Described {
  paths?: Record<string, object>;
  components?: { schemas?: Record<string, unknown> };
}

/** Each named schema is described as it is read and as it is written; what no route refers to is left out. */
function withoutUnused(document: Described): Described {
  const schemas = document.components?.schemas;
  if (!schemas) return document;
  const used = new Set<string>();
  const visit = (part: unknown) => {
    for (const [, name] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (used.has(name!)) continue;
      used.add(name!);
      visit(schemas[name!] ?? {});
    }
  };
  visit({ ...document, components: undefined });
  const kept = Object.entries(schemas).filter(([name]) => used.has(name));
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(kept) } };
}
