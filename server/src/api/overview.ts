/** The numbers of the first page. */
import type { Routes } from './routes.ts';
import { problems } from './schemas/basics.ts';
import { overview, overviewQuery } from './schemas/overview.ts';

export const overviewRoutes: Routes = (parts) => async (app) => {
  app.get(
    '/overview',
    {
      config: { access: 'tickets:read' },
      schema: {
        operationId: 'getOverview',
        tags: ['Live'],
        summary: 'The numbers of the first page',
        querystring: overviewQuery,
        response: { 200: overview, ...problems },
      },
    },
    ({ viewer, query }) => parts.overview.ask(viewer.workspace, query),
  );
};
