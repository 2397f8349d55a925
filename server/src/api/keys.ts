/** API keys: shown once when made, kept as a hash. */
import { z } from 'zod';
import { type Scope, SCOPES, type Viewer, whoIs } from '../accounts/index.ts';
import { Refusal } from '../errors.ts';
import type { Routes } from './routes.ts';
import { idIn, instantIn, instantOut, plain, problems } from './schemas/basics.ts';

const key = z
  .object({
    id: z.string(),
    name: z.string(),
    source: z.string().meta({ description: 'The source its events get.' }),
    scopes: z.array(z.enum(SCOPES)),
    createdAt: instantOut,
    lastUsedAt: instantOut.nullable(),
    revokedAt: instantOut.nullable(),
    expiresAt: instantOut.nullable().meta({ description: 'From then on it is refused; null for never.' }),
    allowedFrom: z.array(z.string()).nullable().meta({ description: 'Addresses and ranges it is taken from; null for anywhere.' }),
    previousUntil: instantOut.nullable().meta({ description: 'Until when the secret before the last renewal is taken as well.' }),
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
  expiresAt: instantIn.nullable().optional().meta({ description: 'Never where left out' }),
  allowedFrom: z
    .array(plain(100))
    .max(100, 'must be at most 100')
    .nullable()
    .optional()
    .meta({ description: 'Addresses and ranges such as 192.0.2.0/24; from anywhere where left out' }),
});

const config = { access: 'admin' } as const;
const tags = ['Administration'];

/** Nobody makes themselves more than they are by a key. */
function refuseBeyond({ scopes }: Viewer, given: readonly Scope[]): void {
  const beyond = given.find((scope) => !scopes.includes(scope));
  if (beyond === undefined) return;
  const message = `must be of your own; you do not have ${beyond}`;
  throw new Refusal('forbidden', `scopes ${message}`, { fields: [{ field: 'scopes', message }] });
}

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
        refuseBeyond(viewer, body.scopes);
        return accounts.keys.create(viewer.workspace, body, whoIs(viewer, ip));
      },
    );

    app.post(
      '/keys/:id/renew',
      {
        config,
        schema: {
          operationId: 'renewKey',
          tags,
          summary: 'Give an API key another secret',
          description:
            'The secret is in this answer and never again. The one before works for `overlapSeconds` more, so that no program stands still; ' +
            'until then the key is renewed again only with 0, which ends all secrets before at once.',
          params: z.strictObject({ id: idIn }),
          body: z.strictObject({
            overlapSeconds: z
              .int('must be a whole number')
              .min(0, 'must be at least 0')
              .max(30 * 86_400, 'must be at most 30 days')
              .default(86_400),
          }),
          response: { 200: z.object({ key, secret: z.string() }), ...problems },
        },
      },
      async ({ viewer, params, body, ip }, reply) => {
        void reply.header('cache-control', 'no-store');
        const known = (await accounts.keys.list(viewer.workspace)).find(({ id }) => id === params.id);
        refuseBeyond(viewer, known?.scopes ?? []);
        return accounts.keys.renew(viewer.workspace, params.id, body.overlapSeconds, whoIs(viewer, ip));
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
