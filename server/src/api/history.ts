/** How far back a workspace's past has come in, for whoever reads figures while older tickets are still on their way. */
import { z } from 'zod';
import type { Routes } from './routes.ts';
import { dayOut, problems } from './schemas/basics.ts';

const history = z
  .object({
    complete: z
      .boolean()
      .meta({ description: 'False while older tickets are still coming in, newest first: figures of their days are not whole.' }),
    since: dayOut
      .nullable()
      .meta({ description: 'The first day, in the workspace’s zone, that is in; null before any is, and when all are.' }),
  })
  .meta({ id: 'History' });

export const historyRoutes: Routes = (parts) => async (app) => {
  app.get(
    '/history',
    {
      config: { access: 'tickets:read' },
      schema: {
        operationId: 'getHistory',
        tags: ['Live'],
        summary: 'How far back the past has come in',
        response: { 200: history, ...problems },
      },
    },
    ({ viewer }) => parts.history(viewer.workspace),
  );
};
