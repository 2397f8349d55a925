/** People, as a directory provides them. */
import { z } from 'zod';
import { type Accounts, type Viewer, whoIs } from '../../accounts/index.ts';
import { peopleOf } from '../caller.ts';
import { refuseMakingAdmins } from '../making-admins.ts';
import type { Routes } from '../routes.ts';
import { userFilter } from './filter.ts';
import { nameOf, readOperations, readUser, type Said } from './read-user.ts';
import { answerList, anyResource, asUser, BASE, listing, listOf, MOST_LISTED, params, patch, user } from './resources.ts';
import { ScimRefusal } from './words.ts';
import { schemaOf } from './schema-of.ts';

const config = { access: 'people:write' } as const;

export const scimUsers: Routes =
  ({ accounts }) =>
  async (app) => {
    app.get(
      '/Users',
      {
        config,
        schema: schemaOf(
          { operationId: 'listScimUsers', summary: 'People, by page or by what they are called', querystring: listing },
          200,
          listOf(user),
        ),
      },
      async ({ viewer, query }) => {
        const { provisioning, address } = peopleOf(accounts);
        const startIndex = Math.max(query.startIndex, 1);
        const page = { skip: startIndex - 1, limit: Math.min(query.count, MOST_LISTED) };
        const { total, people } = await provisioning.list(viewer.workspace, userFilter(query.filter), page);
        return answerList(
          people.map((one) => asUser(one, address)),
          total,
          startIndex,
        );
      },
    );

    app.get(
      '/Users/:id',
      { config, schema: schemaOf({ operationId: 'getScimUser', summary: 'A person', params }, 200, user) },
      async ({ viewer, params: { id } }) => {
        const { provisioning, address } = peopleOf(accounts);
        return asUser(await provisioning.find(viewer.workspace, id), address);
      },
    );

    app.post(
      '/Users',
      {
        config,
        schema: schemaOf(
          {
            operationId: 'createScimUser',
            summary: 'Make a person',
            description: 'They come in by single sign-on; where there is none, they are sent a link that sets their first password.',
            body: anyResource,
          },
          201,
          user,
        ),
      },
      async ({ viewer, body, ip }, reply) => {
        const { provisioning, address } = peopleOf(accounts);
        const { userName, email, role, ...said } = readUser(body);
        if (userName === undefined) throw new ScimRefusal('invalidValue', 'userName is required');
        const addressed = email ?? (userName.includes('@') ? userName : undefined);
        if (addressed === undefined) throw new ScimRefusal('invalidValue', 'emails must hold an address where userName is none');
        const name = nameOf(said, { givenName: null, familyName: null });
        refuseMakingAdmins(viewer, { role: role ?? (await provisioning.usualRole(viewer.workspace)) });
        const made = await provisioning.create(
          viewer.workspace,
          { ...said, userName, email: addressed, ...(role && { role }), ...(name !== undefined && { name }) },
          whoIs(viewer, ip),
        );
        return reply
          .code(201)
          .header('location', new URL(`${BASE}/Users/${made.id}`, address).href)
          .send(asUser(made, address));
      },
    );

    app.put(
      '/Users/:id',
      {
        config,
        schema: schemaOf(
          { operationId: 'replaceScimUser', summary: 'Change a person to what is said; what is left out stays', params, body: anyResource },
          200,
          user,
        ),
      },
      ({ viewer, params: { id }, body, ip }) => change(accounts, { viewer, id, said: readUser(body), ip }),
    );

    app.patch(
      '/Users/:id',
      {
        config,
        schema: schemaOf(
          {
            operationId: 'changeScimUser',
            summary: 'Change parts of a person',
            description: 'With `active` false their sessions here end at once; they stay, and may be let in again.',
            params,
            body: patch,
          },
          200,
          user,
        ),
      },
      ({ viewer, params: { id }, body, ip }) => change(accounts, { viewer, id, said: readOperations(body.Operations), ip }),
    );

    app.delete(
      '/Users/:id',
      {
        config,
        schema: schemaOf(
          {
            operationId: 'deleteScimUser',
            summary: 'Take a person out of the workspace',
            description: 'For good; the account goes with it unless another workspace has it. What they did stays as it was.',
            params,
          },
          204,
          z.undefined(),
        ),
      },
      async ({ viewer, params: { id }, ip }, reply) => {
        await peopleOf(accounts).provisioning.remove(viewer.workspace, id, whoIs(viewer, ip));
        return reply.code(204).send();
      },
    );
  };

interface Change {
  readonly viewer: Viewer;
  readonly id: string;
  readonly said: Said;
  readonly ip: string;
}

async function change(accounts: Accounts, { viewer, id, said: { role, ...said }, ip }: Change) {
  const { provisioning, address } = peopleOf(accounts);
  const { workspace } = viewer;
  const before = await provisioning.find(workspace, id);
  const name = nameOf(said, before);
  const wanted = role === null ? await provisioning.usualRole(workspace) : role;
  // Where the address was the userName, it follows it.
  const email = said.email ?? (said.userName?.includes('@') && before.email === before.userName.toLowerCase() ? said.userName : undefined);
  refuseMakingAdmins(viewer, { role: wanted, email }, before);
  const changed = await provisioning.change(
    workspace,
    id,
    { ...said, ...(name !== undefined && { name }), ...(wanted !== undefined && { role: wanted }), ...(email !== undefined && { email }) },
    whoIs(viewer, ip),
  );
  return asUser(changed, address);
}
