/** The live queue as one snapshot. */
import type { Routes } from './routes.ts';
import { problems } from './schemas/basics.ts';
import { queue } from './schemas/queue.ts';

export const queueRoutes: Routes =
  ({ tickets }) =>
  async (app) => {
    app.get(
      '/queue',
      {
        config: { access: 'tickets:read' },
        schema: {
          operationId: 'getQueue',
          tags: ['Live'],
          summary: 'The live queue: waiting, being handled, resolved in the last hour, and the people',
          description: 'Of the tickets in sight and, where those are of teams, of the people of these.',
          response: { 200: queue, ...problems },
        },
      },
      ({ viewer, scope }) => tickets.queue(viewer.workspace, scope),
    );
  };
