/** Connections to other systems, for administrators: made, watched, mapped, paused and removed. Their secrets go in and never come out. */
import { z } from 'zod';
import { whoIs } from '../accounts/index.ts';
import { refusePersona } from './caller.ts';
import type { Routes } from './routes.ts';
import { flagIn, idIn, instantOut, plain, problems } from './schemas/basics.ts';
import {
  connection,
  connectionChange,
  connectionList,
  mapsAnswer,
  mapsDraft,
  newConnection,
  system,
  tryOut,
} from './schemas/connections.ts';

const tags = ['Connections'];
const config = { access: 'admin' } as const;
const params = z.strictObject({ id: idIn });

const schemaOf = (shape: z.ZodType): unknown => z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' });

export const connectionRoutes: Routes =
  ({ connections }) =>
  async (app) => {
    app.get(
      '/connections/systems',
      {
        config,
        schema: {
          operationId: 'listSystems',
          tags,
          summary: 'What can be connected',
          response: { 200: z.object({ systems: z.array(system) }), ...problems },
        },
      },
      async () => ({
        systems: connections.systems().map((one) => ({
          system: one.system,
          label: one.label,
          isRead: one.streams.length > 0,
          takesWebhooks: one.webhook !== undefined,
          triggerBody: one.webhook?.triggerBody ? JSON.stringify(one.webhook.triggerBody, null, 2) : null,
          isWritable: one.command !== undefined,
          credentials: schemaOf(one.credentials),
          options: schemaOf(one.options),
        })),
      }),
    );

    app.get(
      '/connections',
      {
        config,
        schema: {
          operationId: 'listConnections',
          tags,
          summary: 'The connections, and how they are',
          response: { 200: connectionList, ...problems },
        },
      },
      ({ viewer }) => connections.all(viewer.workspace),
    );

    app.post(
      '/connections/try',
      {
        config: { access: 'admin', rateLimit: { max: 20, timeWindow: '1 minute' } },
        schema: {
          operationId: 'tryConnection',
          tags,
          summary: 'Ask a system once with these credentials, and keep nothing',
          description: 'Refused with the field that is wrong, and with what the system said.',
          body: tryOut,
          response: { 204: z.undefined(), ...problems },
        },
      },
      async ({ viewer, body }, reply) => {
        refusePersona(viewer);
        await connections.tryOut(body);
        return reply.code(204).send();
      },
    );

    app.post(
      '/connections',
      {
        config: { access: 'admin', rateLimit: { max: 20, timeWindow: '1 minute' } },
        schema: {
          operationId: 'createConnection',
          tags,
          summary: 'Connect a system',
          description: 'The credentials are tried first. Its history is read from then on; `health` says how far that is.',
          body: newConnection,
          response: { 201: connection, ...problems },
        },
      },
      async ({ viewer, body, ip }, reply) => {
        refusePersona(viewer);
        void reply.code(201);
        return connections.create(viewer.workspace, body, whoIs(viewer, ip));
      },
    );

    app.get(
      '/connections/:id',
      {
        config,
        schema: {
          operationId: 'getConnection',
          tags,
          summary: 'One connection, and how it is',
          params,
          response: { 200: connection, ...problems },
        },
      },
      ({ viewer, params: { id } }) => connections.show(viewer.workspace, id),
    );

    app.patch(
      '/connections/:id',
      {
        config,
        schema: {
          operationId: 'changeConnection',
          tags,
          summary: 'Change a connection',
          params,
          body: connectionChange,
          response: { 200: connection, ...problems },
        },
      },
      ({ viewer, params: { id }, body, ip }) => {
        refusePersona(viewer);
        return connections.change(viewer.workspace, id, body, whoIs(viewer, ip));
      },
    );

    for (const [verb, summary] of [
      ['pause', 'Ask nothing of the system until it is resumed'],
      ['resume', 'Go on where it was paused'],
    ] as const)
      app.post(
        `/connections/:id/${verb}`,
        { config, schema: { operationId: `${verb}Connection`, tags, summary, params, response: { 200: connection, ...problems } } },
        ({ viewer, params: { id }, ip }) => connections[verb](viewer.workspace, id, whoIs(viewer, ip)),
      );

    app.delete(
      '/connections/:id',
      {
        config,
        schema: {
          operationId: 'removeConnection',
          tags,
          summary: 'Remove a connection',
          description:
            'Its credentials, raw payloads, cursors, maps and dead letters go; with `tickets=true` also every ticket and event that came through it. It happens from now on, and cannot be undone.',
          params,
          querystring: z.strictObject({ tickets: flagIn.optional() }),
          response: { 202: z.undefined(), ...problems },
        },
      },
      async ({ viewer, params: { id }, query, ip }, reply) => {
        await connections.remove(viewer.workspace, id, query.tickets ?? false, whoIs(viewer, ip));
        return reply.code(202).send();
      },
    );

    const mapsOf = async (workspace: string, id: string) => {
      const { latest, versions, unknown, titles } = await connections.maps(workspace, id);
      return {
        version: latest.version,
        maps: latest.maps,
        versions: versions.map((one) => ({ ...one, savedAt: one.savedAt.toISOString() })),
        unknown: unknown.map((one) => ({ ...one, firstAt: one.firstAt.toISOString(), lastAt: one.lastAt.toISOString() })),
        titles,
      };
    };

    app.get(
      '/connections/:id/maps',
      {
        config,
        schema: {
          operationId: 'getConnectionMaps',
          tags,
          summary: 'What the words of a system mean here, and those that nobody said anything about',
          params,
          response: { 200: mapsAnswer, ...problems },
        },
      },
      ({ viewer, params: { id } }) => mapsOf(viewer.workspace, id),
    );

    app.put(
      '/connections/:id/maps',
      {
        config,
        schema: {
          operationId: 'saveConnectionMaps',
          tags,
          summary: 'Say what the words of a system mean here',
          description: 'A new version, for what comes from now on. POST /connections/{id}/map-again takes it to what came before.',
          params,
          body: mapsDraft,
          response: { 200: mapsAnswer, ...problems },
        },
      },
      async ({ viewer, params: { id }, body, ip }) => {
        await connections.saveMaps(viewer.workspace, id, body.maps, body.base, whoIs(viewer, ip));
        return mapsOf(viewer.workspace, id);
      },
    );

    app.post(
      '/connections/:id/map-again',
      {
        config,
        schema: {
          operationId: 'mapConnectionAgain',
          tags,
          summary: 'Map history again by the present maps',
          description:
            'As far back as raw payloads are kept. Events that say something else by them are replaced, and their tickets follow.',
          params,
          response: {
            202: z.object({ payloads: z.int(), since: instantOut.nullable().meta({ description: 'When the oldest that is kept came.' }) }),
            ...problems,
          },
        },
      },
      async ({ viewer, params: { id }, ip }, reply) => {
        void reply.code(202);
        return connections.mapAgain(viewer.workspace, id, whoIs(viewer, ip));
      },
    );

    app.put(
      '/connections/:id/webhook-secret',
      {
        config,
        schema: {
          operationId: 'changeWebhookSecret',
          tags,
          summary: 'Set what the webhooks of a connection are signed with',
          description: 'It is in this answer and never again. The one before works for a day more.',
          params,
          body: z.strictObject({
            secret: plain(500).min(12, 'must have at least 12 characters').optional().meta({ description: 'Made here where left out.' }),
          }),
          response: { 200: z.object({ secret: z.string() }), ...problems },
        },
      },
      async ({ viewer, params: { id }, body, ip }, reply) => {
        void reply.header('cache-control', 'no-store');
        return { secret: await connections.changeWebhookSecret(viewer.workspace, id, body.secret, whoIs(viewer, ip)) };
      },
    );
  };
