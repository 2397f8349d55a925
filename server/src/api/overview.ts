/** The first page: this moment, and what grows. The numbers of a period are asked of the catalogue. */
import { askerOf } from './asker.ts';
import type { Routes } from './routes.ts';
import { problems } from './schemas/basics.ts';
import { overview, overviewQuery, peers, peersQuery, trendQuery, trends } from './schemas/overview.ts';

const config = { access: 'tickets:read' } as const;
const tags = ['Live'];

export const overviewRoutes: Routes = (parts) => async (app) => {
  app.get(
    '/overview',
    {
      config,
      schema: {
        operationId: 'getOverview',
        tags,
        summary: 'What is true this moment: who waits, who is there, and what is on fire',
        querystring: overviewQuery,
        response: { 200: overview, ...problems },
      },
    },
    async ({ viewer }, reply) => parts.overview.now(await askerOf(parts, viewer, reply)),
  );

  app.get(
    '/overview/peers',
    {
      config,
      schema: {
        operationId: 'getPeers',
        tags: ['Numbers'],
        summary: 'How an agent’s colleagues do in the middle',
        description: 'Of each number by agent the median of the others of the teams. Withheld where they are fewer than five.',
        querystring: peersQuery,
        response: { 200: peers, ...problems },
      },
    },
    async ({ viewer, query }, reply) => parts.overview.peers(await askerOf(parts, viewer, reply), query),
  );

  app.get(
    '/overview/trending',
    {
      config,
      schema: {
        operationId: 'getTrending',
        tags: ['Numbers'],
        summary: 'Categories of which more tickets are created than usual',
        description:
          'Beside the three periods before, each as far as this one has come; those beyond what chance does in one of a hundred.',
        querystring: trendQuery,
        response: { 200: trends, ...problems },
      },
    },
    async ({ viewer, query }, reply) => parts.overview.trending(await askerOf(parts, viewer, reply), query),
  );
};
