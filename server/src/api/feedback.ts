/** What customers say: reports beyond what an aggregate can tell. */
import { askerOf } from './asker.ts';
import type { Routes } from './routes.ts';
import { problems } from './schemas/basics.ts';
import { drivers, feedbackQuery, followUps } from './schemas/feedback.ts';

const config = { access: 'tickets:read' } as const;
const tags = ['Feedback'];

export const feedbackRoutes: Routes = (parts) => async (app) => {
  app.get(
    '/feedback/drivers',
    {
      config,
      schema: {
        operationId: 'getFeedbackDrivers',
        tags,
        summary: 'What goes along with satisfaction',
        description:
          'A regression of the CSAT scores given in the period on what their tickets went through, each driver with the others as they are. ' +
          'It says what goes along with what, and not what causes it. Few answers, and those of few people, give none.',
        querystring: feedbackQuery,
        response: { 200: drivers, ...problems },
      },
    },
    async ({ viewer, query }, reply) => parts.feedback.drivers(await askerOf(parts, viewer, reply), query),
  );

  app.get(
    '/feedback/follow-ups',
    {
      config,
      schema: {
        operationId: 'getFollowUps',
        tags,
        summary: 'Low answers of the period, and whether somebody followed up',
        description:
          'The newest 200 that the viewer may see one by one: those that can still be in time, the overdue, and those that were followed up.',
        querystring: feedbackQuery,
        response: { 200: followUps, ...problems },
      },
    },
    async ({ viewer, query }, reply) => parts.feedback.followUps(await askerOf(parts, viewer, reply), query),
  );
};
