/** Explorations: the questions that one keeps, and those that are shared. */
import { z } from 'zod';
import { keeperOf } from './actor.ts';
import { answerOnce } from './idempotency.ts';
import type { Routes } from './routes.ts';
import { idIn, problems } from './schemas/basics.ts';
import { exploration, explorationDraft, explorations as list, explorationSave, explorationSharing } from './schemas/explorations.ts';

const tags = ['Explorations'];
const config = { access: 'tickets:read' } as const;
/** Whoever may look may keep what they see; a key that was made to read changes nothing. */
const keep = { ...config, ofKeys: 'rules:write' } as const;
const params = z.strictObject({ id: idIn });

export const explorationRoutes: Routes = (parts) => {
  const { explorations } = parts;
  return async (app) => {
    app.get(
      '/explorations',
      {
        config,
        schema: {
          operationId: 'listExplorations',
          tags,
          summary: 'One’s own, and those that are shared',
          response: { 200: list, ...problems },
        },
      },
      async ({ viewer, ip }) => ({ explorations: await explorations.list(keeperOf(viewer, ip)) }),
    );

    app.get(
      '/explorations/:id',
      {
        config,
        schema: { operationId: 'getExploration', tags, summary: 'An exploration', params, response: { 200: exploration, ...problems } },
      },
      ({ viewer, ip, params: { id } }) => explorations.get(keeperOf(viewer, ip), id),
    );

    app.post(
      '/explorations',
      {
        config: keep,
        schema: {
          operationId: 'createExploration',
          tags,
          summary: 'Keep a question',
          description: 'It is checked as a query is.',
          headers: z.object({ 'idempotency-key': idIn.optional() }),
          body: explorationDraft,
          response: { 201: exploration, ...problems },
        },
      },
      async (request, reply) => {
        const { spec, shared = false } = request.body;
        const keeper = keeperOf(request.viewer, request.ip);
        void reply.code(201);
        return answerOnce(parts, request, () => explorations.create(keeper, spec, shared));
      },
    );

    app.put(
      '/explorations/:id',
      {
        config: keep,
        schema: {
          operationId: 'saveExploration',
          tags,
          summary: 'Replace one’s own exploration',
          params,
          body: explorationSave,
          response: { 200: exploration, ...problems },
        },
      },
      ({ viewer, ip, params: { id }, body: { spec } }) => explorations.save(keeperOf(viewer, ip), id, spec),
    );

    app.put(
      '/explorations/:id/sharing',
      {
        config: keep,
        schema: {
          operationId: 'shareExploration',
          tags,
          summary: 'Show one’s own exploration to everybody, or no longer',
          params,
          body: explorationSharing,
          response: { 200: exploration, ...problems },
        },
      },
      ({ viewer, ip, params: { id }, body: { shared } }) => explorations.share(keeperOf(viewer, ip), id, shared),
    );

    app.delete(
      '/explorations/:id',
      {
        config: keep,
        schema: {
          operationId: 'deleteExploration',
          tags,
          summary: 'Delete one’s own exploration',
          params,
          response: { 204: z.undefined(), ...problems },
        },
      },
      async ({ viewer, ip, params: { id } }, reply) => {
        await explorations.delete(keeperOf(viewer, ip), id);
        return reply.code(204).send();
      },
    );
  };
};
