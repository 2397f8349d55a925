/** The mapping of a webhook while it is being made: nothing here is kept. It is saved among the maps of its connection. */
import { z } from 'zod';
import { fieldsOf, MAPPED_TYPES, previewMapping, readMapping, suggestMapping } from '../connectors/webhook/index.ts';
import type { Routes } from './routes.ts';
import { idIn, problems } from './schemas/basics.ts';
import { draftAnswer, draftQuestion, mappedTypes, previewAnswer, previewQuestion, received } from './schemas/webhook-mapping.ts';

const tags = ['Connections'];
const config = { access: 'admin' } as const;
const params = z.strictObject({ id: idIn });

/** Longer ones are shown by their beginning. */
const MOST_OF_ITEM = 2000;
const NO_MAPS = { status: {}, priority: {}, customFields: {}, users: {} };

export const webhookMappingRoutes: Routes =
  ({ connections }) =>
  async (app) => {
    const types = MAPPED_TYPES.map((type) => ({ type, fields: fieldsOf(type) }));

    app.get(
      '/connections/webhook-mapping/types',
      {
        config,
        schema: {
          operationId: 'listMappedTypes',
          tags,
          summary: 'The events that a mapping may make, and their fields',
          response: { 200: mappedTypes, ...problems },
        },
      },
      async () => ({ types }),
    );

    app.post(
      '/connections/webhook-mapping/draft',
      {
        config,
        schema: {
          operationId: 'draftWebhookMapping',
          tags,
          summary: 'A mapping to begin with, from a payload',
          body: draftQuestion,
          response: { 200: draftAnswer, ...problems },
        },
      },
      async ({ body }) => ({ mapping: suggestMapping(body.sample) }),
    );

    app.post(
      '/connections/webhook-mapping/preview',
      {
        config,
        schema: {
          operationId: 'previewWebhookMapping',
          tags,
          summary: 'What a mapping makes of payloads',
          description:
            'The samples are taken one after the other, so that of states of a ticket the second shows what changed. Nothing is kept.',
          body: previewQuestion,
          response: { 200: previewAnswer, ...problems },
        },
      },
      async ({ viewer, body }) => {
        const mapping = readMapping(body.mapping);
        if (body.connection === undefined) return shown(previewMapping(mapping, body.samples, { source: 'preview', maps: NO_MAPS }));
        const { source } = await connections.show(viewer.workspace, body.connection);
        const { latest } = await connections.maps(viewer.workspace, body.connection);
        return shown(previewMapping(mapping, body.samples, { source, maps: latest.maps }));
      },
    );

    app.get(
      '/connections/:id/received',
      {
        config,
        schema: {
          operationId: 'listReceived',
          tags,
          summary: 'What webhooks brought last, as it came',
          description: 'Payloads are kept for 30 days.',
          params,
          response: { 200: received, ...problems },
        },
      },
      async ({ viewer, params: { id } }) => {
        const bodies = await connections.received(viewer.workspace, id);
        return { received: bodies.map(({ receivedAt, body }) => ({ at: receivedAt.toISOString(), body: body.toString('utf8') })) };
      },
    );
  };

const shown = ({ events, warnings, dead }: ReturnType<typeof previewMapping>): z.input<typeof previewAnswer> => ({
  events: events.map(({ id, at, type, ticket, actor = { kind: 'system' }, data, raw }) => ({
    id,
    at: new Date(at).toISOString(),
    type,
    ...(ticket !== undefined && { ticket }),
    actor: { kind: actor.kind, ...(actor.id !== undefined && { id: actor.id }) },
    data: data as Record<string, unknown>,
    isSynthetic: raw?.synthetic ?? false,
  })),
  warnings,
  rejects: dead.map(({ field, reason, item }) => ({ field, reason, item: JSON.stringify(item ?? null).slice(0, MOST_OF_ITEM) })),
});
