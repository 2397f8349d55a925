/** Channels: where a workspace is told of things besides its people. Their secrets go in and never come out. */
import { z } from 'zod';
import { whoIs } from '../accounts/index.ts';
import { CHANNEL_KINDS, channelChange, newChannel } from '../notifications/index.ts';
import { refusePersona } from './caller.ts';
import type { Routes } from './routes.ts';
import { idIn, instantOut, problems } from './schemas/basics.ts';
import { channel, channelName, listedChannel } from './schemas/notifications.ts';

const tags = ['Notifications'];
const config = { access: 'admin' } as const;
/** Each calls an address of the caller's choosing. */
const calling = { access: 'admin', rateLimit: { max: 20, timeWindow: '1 minute' } } as const;
const params = z.strictObject({ id: idIn });
const signed = z.string().nullable().meta({ description: 'What a webhook is signed with. Shown this once.' });

export const channelRoutes: Routes =
  ({ notifications }) =>
  async (app) => {
    app.get(
      '/channels/names',
      {
        config: { access: 'tickets:read' },
        schema: {
          operationId: 'listChannelNames',
          tags,
          summary: 'What can be chosen as where to tell of something',
          response: { 200: z.object({ channels: z.array(channelName) }), ...problems },
        },
      },
      async ({ viewer }) => ({
        channels: (await notifications.channels.list(viewer.workspace)).map(({ id, kind, name, active, settings: { from } }) => ({
          id,
          kind,
          name,
          active,
          from,
        })),
      }),
    );

    app.get(
      '/channels',
      {
        config,
        schema: {
          operationId: 'listChannels',
          tags,
          summary: 'The channels',
          response: { 200: z.object({ channels: z.array(listedChannel) }), ...problems },
        },
      },
      async ({ viewer }) => ({ channels: await notifications.channels.list(viewer.workspace) }),
    );

    app.post(
      '/channels',
      {
        config: calling,
        schema: {
          operationId: 'createChannel',
          tags,
          summary: 'Add a channel',
          description:
            'Of a webhook the answer holds the secret that it is signed with (Standard Webhooks). An address that is not of the public internet is refused.',
          body: newChannel,
          response: { 201: z.object({ channel, secret: signed }), ...problems },
        },
      },
      async ({ viewer, body, ip }, reply) => {
        refusePersona(viewer);
        void reply.code(201);
        return notifications.channels.create(viewer.workspace, body, whoIs(viewer, ip));
      },
    );

    app.post(
      '/channels/preview',
      {
        config,
        schema: {
          operationId: 'previewChannel',
          tags,
          summary: 'What a channel would be sent, of an example',
          body: z.strictObject({
            kind: z.enum(CHANNEL_KINDS, `must be one of ${CHANNEL_KINDS.join(', ')}`),
            isPersonal: z.boolean().default(false),
            template: z.string().max(200).nullable().default(null),
          }),
          response: { 200: z.object({ text: z.string() }), ...problems },
        },
      },
      ({ viewer, body: { kind, ...settings } }) => ({ text: notifications.channels.preview(kind, settings, viewer.workspace) }),
    );

    app.get(
      '/channels/:id',
      { config, schema: { operationId: 'getChannel', tags, summary: 'One channel', params, response: { 200: channel, ...problems } } },
      ({ viewer, params: { id } }) => notifications.channels.show(viewer.workspace, id),
    );

    app.patch(
      '/channels/:id',
      {
        config: calling,
        schema: {
          operationId: 'changeChannel',
          tags,
          summary: 'Change a channel, turn it off, or on again',
          description: 'What waits for a channel that is turned off is given up.',
          params,
          body: channelChange,
          response: { 200: channel, ...problems },
        },
      },
      ({ viewer, params: { id }, body, ip }) => {
        refusePersona(viewer);
        return notifications.channels.change(viewer.workspace, id, body, whoIs(viewer, ip));
      },
    );

    app.post(
      '/channels/:id/secret',
      {
        config,
        schema: {
          operationId: 'renewChannelSecret',
          tags,
          summary: 'Sign a webhook with another secret',
          description: 'Until `previousUntil` it is signed with both, so that nothing is refused meanwhile.',
          params,
          body: z.strictObject({
            overlapSeconds: z
              .int('must be a whole number')
              .min(0, 'must be at least 0')
              .max(30 * 86_400, 'must be at most 30 days')
              .optional(),
          }),
          response: { 200: z.object({ secret: z.string(), previousUntil: instantOut }), ...problems },
        },
      },
      ({ viewer, params: { id }, body: { overlapSeconds }, ip }) => {
        refusePersona(viewer);
        return notifications.channels.renewSecret(viewer.workspace, id, overlapSeconds, whoIs(viewer, ip));
      },
    );

    app.post(
      '/channels/:id/test',
      {
        config: calling,
        schema: {
          operationId: 'testChannel',
          tags,
          summary: 'Send an example at once, and tell what the receiver said',
          params,
          response: { 200: z.object({ ok: z.boolean(), reason: z.string().nullable() }), ...problems },
        },
      },
      ({ viewer, params: { id }, ip }) => {
        refusePersona(viewer);
        return notifications.channels.test(viewer.workspace, id, whoIs(viewer, ip));
      },
    );

    app.delete(
      '/channels/:id',
      {
        config,
        schema: { operationId: 'removeChannel', tags, summary: 'Remove a channel', params, response: { 204: z.undefined(), ...problems } },
      },
      async ({ viewer, params: { id }, ip }, reply) => {
        refusePersona(viewer);
        await notifications.channels.remove(viewer.workspace, id, whoIs(viewer, ip));
        return reply.code(204).send();
      },
    );
  };
