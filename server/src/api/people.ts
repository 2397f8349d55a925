/** People compared, and one of them. */
import { z } from 'zod';
import type { Routes } from './routes.ts';
import { askerOf } from './asker.ts';
import { idIn, problems } from './schemas/basics.ts';
import { comparisonOut, comparisonQuery, profileOut, profileQuery, reachOut } from './schemas/compared-people.ts';

const tags = ['People'];
const config = { access: 'tickets:read' } as const;

export const peopleRoutes: Routes = (parts) => async (app) => {
  app.get(
    '/people/reach',
    {
      config,
      schema: {
        operationId: 'getReach',
        tags,
        summary: 'Whose single figures the caller may see',
        response: { 200: reachOut, ...problems },
      },
    },
    async ({ viewer }) => {
      const scope = await parts.accounts.scopeOf(viewer);
      const reach = await parts.people.reach(viewer.workspace, scope);
      const teams = scope.rows.to === 'teams' ? [...scope.rows.teams] : [];
      return { to: reach.to, teams, ...(reach.to === 'some' && { agents: [...reach.agents] }) };
    },
  );

  app.get(
    '/people/comparison',
    {
      config,
      schema: {
        operationId: 'comparePeople',
        tags,
        summary: 'The people of a team, or of all, beside each other',
        description:
          'Each figure stands beside what all together achieve with cases that are alike. Nobody is ranked on fewer than 20 cases, and what would say what single people did is withheld.',
        querystring: comparisonQuery,
        response: { 200: comparisonOut, ...problems },
      },
    },
    async ({ viewer, query }, reply) => parts.people.compare(await askerOf(parts, viewer, reply), query),
  );

  app.get(
    '/people/:id',
    {
      config,
      schema: {
        operationId: 'getPersonProfile',
        tags,
        summary: 'One person: figures against what can be expected, strengths, growth areas, skills',
        params: z.strictObject({ id: idIn }),
        querystring: profileQuery,
        response: { 200: profileOut, ...problems },
      },
    },
    async ({ viewer, params, query }, reply) => parts.people.profile(await askerOf(parts, viewer, reply), { ...query, agent: params.id }),
  );
};
