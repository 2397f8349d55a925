/** Hooks and triggers, for Zapier, Power Automate and the like: an address to be called when something happens, and what happened lately. */
import { TRIGGERS } from '@watchdesk/domain/notification';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { whoIs } from '../accounts/index.ts';
import { Refusal } from '../errors.ts';
import type { HookOwner } from '../notifications/index.ts';
import { refusePersona } from './caller.ts';
import { NOTIFICATION_URL } from './power-automate.ts';
import type { Routes } from './routes.ts';
import { idIn, instantOut, problems, wholeIn } from './schemas/basics.ts';

const tags = ['Hooks'];
/** What they tell is of all tickets, which not everybody sees. */
const config = { access: 'tickets:read' } as const;
const trigger = z.enum(TRIGGERS, `must be one of ${TRIGGERS.join(', ')}`);

const record = z
  .object({
    id: z.string().meta({ description: 'The same for ever: what it is known by when it is told of again.' }),
    event: trigger,
    occurredAt: instantOut,
    ticketId: z.string(),
    ticketUrl: z.string(),
  })
  .catchall(z.union([z.string(), z.number(), z.null()]))
  .meta({
    id: 'TriggerRecord',
    description: 'Flat: labels of the ticket as they are now, and what the event adds. Nothing of who the customer is.',
  });

export const hookRoutes: Routes =
  ({ notifications }) =>
  async (app) => {
    app.get(
      '/hooks',
      {
        config,
        schema: {
          operationId: 'listHooks',
          tags,
          summary: 'The hooks, newest first',
          response: {
            200: z.object({
              hooks: z.array(
                z.object({
                  id: z.string(),
                  event: trigger,
                  leadsTo: z.string().meta({ description: 'The host that is called.' }),
                  createdBy: z.string(),
                  createdAt: instantOut,
                }),
              ),
            }),
            ...problems,
          },
        },
      },
      async (request) => {
        refusePartial(request);
        return { hooks: await notifications.hooks.list(request.viewer.workspace) };
      },
    );

    app.post(
      '/hooks',
      {
        // Each calls an address of the caller's choosing.
        config: { access: 'tickets:read', rateLimit: { max: 60, timeWindow: '1 minute' } },
        schema: {
          operationId: 'createHook',
          tags,
          summary: 'Be called when something happens',
          description:
            'By a POST of a flat record with a permanent `id`, signed as Standard Webhooks says with the `secret` of this answer. Whoever answers 410 is called no more, as is whose key was revoked or who does not see all tickets any more.',
          body: z.strictObject({
            targetUrl: z.string().min(1, 'must not be empty').max(2048, 'must have at most 2048 characters').meta(NOTIFICATION_URL),
            event: trigger,
          }),
          response: { 201: z.object({ id: z.string(), secret: z.string() }), ...problems },
        },
      },
      async (request, reply) => {
        refusePartial(request);
        refusePersona(request.viewer);
        const made = await notifications.hooks.create(request.viewer.workspace, request.body, ownerOf(request));
        // Where Power Automate finds what to delete when its flow is turned off.
        return reply.code(201).header('location', `/api/v1/hooks/${made.id}`).send(made);
      },
    );

    app.delete(
      '/hooks/:id',
      {
        config,
        schema: {
          operationId: 'removeHook',
          tags,
          summary: 'Be called no more',
          description: 'By whoever left the hook, or who may write rules.',
          params: z.strictObject({ id: idIn }),
          response: { 204: z.undefined(), ...problems },
        },
      },
      async (request, reply) => {
        refusePartial(request);
        refusePersona(request.viewer);
        await notifications.hooks.remove(request.viewer.workspace, request.params.id, {
          ...ownerOf(request),
          writesRules: request.viewer.scopes.includes('rules:write'),
        });
        return reply.code(204).send();
      },
    );

    app.get(
      '/triggers/:event',
      {
        config,
        schema: {
          operationId: 'listTriggerSamples',
          tags,
          summary: 'What happened lately, newest first',
          description: 'Samples for whoever builds something, and a list to poll: of the tickets that changed last.',
          params: z.strictObject({ event: trigger }),
          querystring: z.strictObject({ limit: wholeIn(1, 100).default(50) }),
          response: { 200: z.array(record), ...problems },
        },
      },
      (request) => {
        refusePartial(request);
        return notifications.hooks.samples(request.viewer.workspace, request.params.event, request.query.limit);
      },
    );
  };

function refusePartial({ sight }: FastifyRequest): void {
  if (sight.to !== 'all') throw new Refusal('forbidden', 'Hooks tell of all tickets of the workspace, and you see part of them.');
}

function ownerOf({ viewer, ip }: FastifyRequest): HookOwner {
  return {
    who: whoIs(viewer, ip),
    key: viewer.kind === 'key' ? viewer.id.slice(viewer.id.indexOf('/') + 1) : null,
    person: viewer.kind === 'person' ? viewer.person.id : null,
  };
}
