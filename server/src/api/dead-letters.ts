/** What of a connection could not be taken, for administrators: listed with its reason, and read again when they say so. */
import { z } from 'zod';
import { whoIs } from '../accounts/index.ts';
import type { Routes } from './routes.ts';
import { cursorIn, idIn, limitIn, nextOut, problems } from './schemas/basics.ts';
import { deadLetter } from './schemas/connections.ts';

const tags = ['Connections'];
const config = { access: 'admin' } as const;
const params = z.strictObject({ id: idIn });

export const deadLetterRoutes: Routes =
  ({ connections }) =>
  async (app) => {
    app.get(
      '/connections/:id/dead-letters',
      {
        config,
        schema: {
          operationId: 'listDeadLetters',
          tags,
          summary: 'What could not be taken, and why',
          params,
          querystring: z.strictObject({ cursor: cursorIn, limit: limitIn(50) }),
          response: { 200: z.object({ letters: z.array(deadLetter), next: nextOut }), ...problems },
        },
      },
      ({ viewer, params: { id }, query }) => connections.deadLetters(viewer.workspace, id, query),
    );

    app.post(
      '/connections/:id/dead-letters/retry',
      {
        config,
        schema: {
          operationId: 'retryDeadLetters',
          tags,
          summary: 'Read dead letters again',
          params,
          body: z.strictObject({
            letters: z
              .array(z.string().regex(/^\d{1,15}$/, 'must be the id of a dead letter'))
              .min(1, 'must name at least one')
              .max(500, 'must be at most 500')
              .optional()
              .meta({ description: 'All of them where left out.' }),
          }),
          response: { 202: z.object({ tried: z.int() }), ...problems },
        },
      },
      async ({ viewer, params: { id }, body, ip }, reply) => {
        void reply.code(202);
        return { tried: await connections.retry(viewer.workspace, id, body.letters, whoIs(viewer, ip)) };
      },
    );
  };
