/** API keys: shown once when made, kept as a hash. */
import { z } from 'zod';
import { SCOPES, whoIs } from '../accounts/index.ts';
import type { Routes } from './routes.ts';
import { idIn, instantOut, plain, problems } from './schemas/basics.ts';

const key = z
  .object({
    id: z.string(),
    name: z.string(),
    source: z.string().meta({ description: 'The source its events get.' }),
    scopes: z.array(z.enum(SCOPES)),
    createdAt: instantOut,
    lastUsedAt: instantOut.nullable(),
    revokedAt: instantOut.nullable(),
  })
  .meta({ id: 'ApiKey' });

const wanted = z.strictObject({
  name: plain(100).refine((text) => text.trim() !== '', 'must not be empty'),
  source: z
    .string()
    .regex(/^[\w.-]{1,64}$/, 'must be 1 to 64 letters, digits, points, hyphens or underscores')
    .default('api'),
  scopes: z.array(z.enum(SCOPES)).min(1, 'must name at least one scope'),
  writable: z
    .boolean()
    .default(true)
    .meta({ description: 'Whether tickets of this source may be worked on here. Only for a source not seen before.' }),
});

const config = { access: 'admin' } as const;
const tags = ['Administration'];

export const keyRoutes: Routes =
  ({ accounts }) =>
  async (app) => {
    app.get(
      '/keys',
      {
        config,
        schema: {
          operationId: 'listKeys',
          tags,
          summary: 'List API keys',
          response: { 200: z.object({ keys: z.array(key) }), ...problems },
        },
      },
      async ({ viewer }) => ({ keys: await accounts.keys.list(viewer.workspace) }),
    );

    app.post(
      '/keys',
      {
        config,
        schema: {
          operationId: 'createKey',
          tags,
          summary: 'Make an API key',
          description: 'The secret is in this answer and never again.',
          body: wanted,
          response: { 201: z.object({ key, secret: z.string() }), ...problems },
        },
      },
      async ({ viewer, body, ip }, reply) => {
        void reply.code(201).header('cache-control', 'no-store');
        return accounts.keys.create(viewer.workspace, body, whoIs(viewer, ip));
      },
    );

    app.delete(
      '/keys/:id',
      {
        config,
        schema: {
          operationId: 'revokeKey',
          tags,
          summary: 'Revoke an API key',
          params: z.strictObject({ id: idIn }),
          response: { 204: z.undefined(), ...problems },
        },
      },
      async ({ viewer, params, ip }, reply) => {
        await accounts.keys.revoke(viewer.workspace, params.id, whoIs(viewer, ip));
        return reply.code(204).send();
      },
    );
  };
