/** SCIM 2.0 (RFC 7643, RFC 7644): a company's own directory provides its people, by a key with the scope people:write. */
import { readAsJson } from '../bodies.ts';
import type { Routes } from '../routes.ts';
import { scimAbilities } from './abilities.ts';
import { scimGroups } from './groups.ts';
import { BASE } from './resources.ts';
import { scimUsers } from './users.ts';
import { answerScimErrors, SCIM_TYPE } from './words.ts';

export const scimRoutes: Routes = (parts) => async (v1) => {
  await v1.register(
    async (app) => {
      readAsJson(app, 'application/scim+json');
      answerScimErrors(app);
      app.addHook('preHandler', async (_request, reply) => void reply.type(SCIM_TYPE));
      for (const routes of [scimAbilities, scimUsers, scimGroups]) await app.register(routes(parts));
    },
    { prefix: BASE.replace('/api/v1', '') },
  );
};
