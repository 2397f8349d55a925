/** People, organisations, teams and sites: a list and one of each. */
import { z } from 'zod';
import type { DirectoryKind } from '../directory/index.ts';
import type { Routes } from './routes.ts';
import { cursorIn, idIn, limitIn, nextOut, plain, problems } from './schemas/basics.ts';
import { agent, customer, organisation, site, team } from './schemas/people.ts';

const KINDS = { customers: customer, organisations: organisation, agents: agent, teams: team, sites: site } satisfies Record<
  DirectoryKind,
  z.ZodObject
>;

const querystring = z.strictObject({
  q: plain(200).optional().meta({ description: 'Part of the name' }),
  limit: limitIn(50),
  cursor: cursorIn,
});
const config = { access: 'tickets:read' } as const;

export const directoryRoutes: Routes =
  ({ directory }) =>
  async (app) => {
    for (const kind of Object.keys(KINDS) as DirectoryKind[]) {
      const [tags, one] = [['Directory'], KINDS[kind] as z.ZodObject];
      app.get(
        `/directory/${kind}`,
        {
          config,
          schema: {
            operationId: `list_${kind}`,
            tags,
            summary: `List ${kind}`,
            querystring,
            response: { 200: z.object({ items: z.array(one), total: z.int(), next: nextOut }), ...problems },
          },
        },
        ({ viewer, scope, query }) => directory.list(viewer.workspace, scope, kind, query),
      );
      app.get(
        `/directory/${kind}/:id`,
        {
          config,
          schema: {
            operationId: `get_${kind}`,
            tags,
            summary: `One of the ${kind}`,
            params: z.strictObject({ id: idIn }),
            response: { 200: one, ...problems },
          },
        },
        ({ viewer, scope, params }) => directory.one(viewer.workspace, scope, kind, params.id),
      );
    }
  };
