/** `POST /events`: the door for everyone who sends events themselves. */
import { z } from 'zod';
import { whoIs } from '../accounts/index.ts';
import type { Routes } from './routes.ts';
import { problems } from './schemas/basics.ts';

/** As docs/events.md says: at most 1,000 events and 5 MB. The door judges each event by itself, so a batch is never refused for one of them. */
const batch = z.strictObject({
  events: z.array(z.unknown(), 'must be a list of events').max(1000, 'must hold at most 1,000 events').meta({
    description: 'Events in any order: `{ id, at, seq?, actor?, ticket?, type, data }`. A repeated id changes nothing.',
  }),
});

const outcome = z
  .object({
    id: z.string().nullable(),
    outcome: z.enum(['accepted', 'duplicate', 'parked', 'rejected']),
    field: z.string().optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'Outcome' });

export const eventRoutes: Routes =
  ({ door }) =>
  async (app) => {
    app.post(
      '/events',
      {
        config: { access: 'events:write' },
        schema: {
          operationId: 'sendEvents',
          tags: ['Events'],
          summary: 'Send a batch of events',
          description:
            'Answers 200 with one outcome for each event, in order, whatever the mixture. What is accepted or parked is durable.',
          body: batch,
          response: { 200: z.object({ outcomes: z.array(outcome) }), ...problems },
        },
      },
      async ({ viewer, body, ip }) => ({
        outcomes: await door.accept(viewer.workspace, viewer.source, body.events, { who: whoIs(viewer, ip) }),
      }),
    );
  };
