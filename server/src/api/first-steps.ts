/** The way of a new workspace to its first insight. */
import { z } from 'zod';
import { whoIs } from '../accounts/index.ts';
import type { Routes } from './routes.ts';
import { problems } from './schemas/basics.ts';

const tags = ['Workspace'];

const firstSteps = z
  .object({
    connected: z.boolean().meta({ description: 'A help desk is connected, a file was brought, or there is a key that may send events.' }),
    tickets: z.boolean().meta({ description: 'A ticket has come in.' }),
    promise: z.boolean().meta({ description: 'Somebody has saved an SLA policy, or said that those to begin with are to stay.' }),
    insight: z.boolean().meta({ description: 'Somebody has read a dashboard with tickets in it.' }),
    dismissed: z.boolean().meta({ description: 'They are not to be shown any more.' }),
  })
  .meta({ id: 'FirstSteps' });

const note = z
  .strictObject({
    promise: z.literal(true).optional().meta({ description: 'The policies are to stay as they are.' }),
    insight: z.literal(true).optional().meta({ description: 'A dashboard was read; refused before the first ticket.' }),
    dismissed: z.boolean().optional(),
  })
  .refine((one) => Object.keys(one).length > 0, 'must say something');

export const firstStepRoutes: Routes = (parts) => async (app) => {
  app.get(
    '/first-steps',
    {
      config: { access: 'tickets:read' },
      schema: { operationId: 'getFirstSteps', tags, summary: 'How far the workspace is', response: { 200: firstSteps, ...problems } },
    },
    ({ viewer }) => parts.firstSteps.read(viewer.workspace),
  );

  app.patch(
    '/first-steps',
    {
      config: { access: 'rules:write' },
      schema: {
        operationId: 'noteFirstStep',
        tags,
        summary: 'Say what the server cannot know, or put the steps away',
        body: note,
        response: { 200: firstSteps, ...problems },
      },
    },
    ({ viewer, body, ip }) => parts.firstSteps.note(viewer.workspace, body, whoIs(viewer, ip)),
  );
};
