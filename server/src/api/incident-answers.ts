/** Tickets of an incident answered with what customers were told of it. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { whoIs } from '../accounts/index.ts';
import { actorOf } from './actor.ts';
import type { Routes } from './routes.ts';
import { idIn, instantOut, problems } from './schemas/basics.ts';

const tags = ['Incidents'];
const params = z.strictObject({ id: idIn });
const update = z
  .string()
  .min(1, 'must not be empty')
  .max(600, 'must be at most 600 characters')
  .optional()
  .meta({ description: 'The update: its `source:id` in the timeline. The last that customers were told unless given.' });
const answerPlan = z
  .object({
    update: z.object({ id: z.string(), at: instantOut, subject: z.string().nullable(), text: z.string() }).nullable(),
    tickets: z
      .array(
        z.object({
          id: z.string(),
          state: z.enum(['ready', 'answered', 'refused']),
          way: z.enum(['here', 'ordered']).nullable().meta({ description: 'At once, or as an order to the help desk.' }),
          reason: z.string().nullable(),
        }),
      )
      .readonly()
      .meta({ description: 'Of those linked that are in sight, 500 at most: those not answered first.' }),
    counts: z.object({ ready: z.int(), answered: z.int(), refused: z.int() }),
  })
  .meta({ id: 'IncidentAnswers' });

export const incidentAnswerRoutes: Routes = (parts) => async (app) => {
  const readerOf = ({ viewer, sight }: FastifyRequest) => ({ workspaceId: viewer.workspace, sight });

  app.get(
    '/incidents/:id/answers',
    {
      config: { access: 'tickets:read' },
      schema: {
        operationId: 'planIncidentAnswers',
        tags,
        summary: 'Which tickets would be answered with an update, which were, and which cannot be',
        params,
        querystring: z.strictObject({ update }),
        response: { 200: answerPlan, ...problems },
      },
    },
    (request) => parts.incidentAnswers.plan(readerOf(request), request.params.id, request.query.update),
  );

  app.post(
    '/incidents/:id/answers',
    {
      config: { access: 'tickets:write' },
      schema: {
        operationId: 'answerIncidentTickets',
        tags,
        summary: 'Reply to the tickets of an incident with an update; each once, however often it is asked for',
        description: 'Of very many those that can be answered in some twenty seconds: ask again while any is ready.',
        params,
        body: z.strictObject({ update, agent: idIn.optional().meta({ description: 'Who replies; of API keys only.' }) }),
        response: { 200: answerPlan, ...problems },
      },
    },
    async (request) => {
      const { viewer, ip, params: asked, body } = request;
      await parts.incidents.refuseUnknown(viewer.workspace, asked.id);
      const actor = { agent: actorOf(viewer, body.agent), who: whoIs(viewer, ip) };
      return parts.incidentAnswers.answer(readerOf(request), asked.id, actor, body.update);
    },
  );
};
