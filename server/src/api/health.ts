/** Whether everything works, for people and for whatever watches the server. */
import { z } from 'zod';
import type { Routes } from './routes.ts';
import { instantOut, problems } from './schemas/basics.ts';

const detail = z.string().nullable();
const health = z
  .object({
    ok: z.boolean().meta({ description: 'Events are accepted and lists answer.' }),
    postgres: z.object({ ok: z.boolean(), detail }),
    analytics: z.object({ ok: z.boolean(), asOf: instantOut.nullable(), detail }),
    live: z.object({ listening: z.boolean(), watchers: z.int(), number: z.string() }),
  })
  .meta({ id: 'Health' });

export const healthRoutes: Routes = (parts) => async (app) => {
  app.get(
    '/health',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'getHealth',
        tags: ['Administration'],
        summary: 'Whether everything works',
        response: { 200: health, 503: health, '4xx': problems['4xx'] },
      },
    },
    async (_request, reply) => {
      const answer = await parts.health();
      return reply.code(answer.ok ? 200 : 503).send(answer);
    },
  );
};
