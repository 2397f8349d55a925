/** Events that wait for what they refer to. */
import { z } from 'zod';
import type { Routes } from './routes.ts';
import { cursorIn, instantOut, limitIn, nextOut, problems } from './schemas/basics.ts';

const parked = z
  .object({
    source: z.string(),
    id: z.string(),
    awaits: z.string(),
    reason: z.string(),
    type: z.string(),
    ticket: z.string().nullable(),
    at: instantOut,
    parkedAt: instantOut,
  })
  .meta({ id: 'ParkedEvent' });

export const parkedRoutes: Routes =
  ({ tickets }) =>
  async (app) => {
    app.get(
      '/parked',
      {
        config: { access: 'tickets:read' },
        schema: {
          operationId: 'listParked',
          tags: ['Events'],
          summary: 'Accepted events that wait for what they refer to',
          querystring: z.strictObject({ limit: limitIn(100), cursor: cursorIn }),
          response: { 200: z.object({ parked: z.array(parked), next: nextOut }), ...problems },
        },
      },
      ({ viewer, sight, query }) => tickets.parked(viewer.workspace, sight, query),
    );
  };
