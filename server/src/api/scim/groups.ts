/** Roles, as groups: whoever is put into one has that role, and whoever is taken out of theirs has the usual one. There are these and no others. */
import { type Accounts, type ProvidedPerson, type Role, ROLES, type Viewer, whoIs } from '../../accounts/index.ts';
import { Refusal } from '../../errors.ts';
import { peopleOf } from '../caller.ts';
import { refuseMakingAdmins } from '../making-admins.ts';
import type { Routes } from '../routes.ts';
import { readFilter } from './filter.ts';
import { answerList, anyResource, asGroup, group, listing, listOf, MOST_LISTED, params, patch, roleNamed } from './resources.ts';
import { schemaOf } from './schema-of.ts';
import { ScimRefusal } from './words.ts';

const config = { access: 'people:write' } as const;
const VALUE_IN_PATH = /^members\[\s*value\s+eq\s+"([^"]{1,200})"\s*\]$/i;

export const scimGroups: Routes =
  ({ accounts }) =>
  async (app) => {
    app.get(
      '/Groups',
      {
        config,
        schema: schemaOf({ operationId: 'listScimGroups', summary: 'The roles, as groups', querystring: listing }, 200, listOf(group)),
      },
      async ({ viewer, query }) => {
        const { address } = peopleOf(accounts);
        const found = query.filter === undefined ? ROLES : rolesBy(query.filter);
        const startIndex = Math.max(query.startIndex, 1);
        const page = found.slice(startIndex - 1, startIndex - 1 + Math.min(query.count, MOST_LISTED));
        const members = hidesMembers(query.excludedAttributes) ? undefined : await accounts.members.list(viewer.workspace);
        return answerList(
          page.map((role) => asGroup(role, address, members)),
          found.length,
          startIndex,
        );
      },
    );

    app.get(
      '/Groups/:id',
      {
        config,
        schema: schemaOf(
          { operationId: 'getScimGroup', summary: 'A role, and who has it', params, querystring: listing.partial() },
          200,
          group,
        ),
      },
      async ({ viewer, params: { id }, query }) => {
        const role = existing(id);
        const members = hidesMembers(query.excludedAttributes) ? undefined : await accounts.members.list(viewer.workspace);
        return asGroup(role, peopleOf(accounts).address, members);
      },
    );

    app.post(
      '/Groups',
      {
        config,
        schema: schemaOf(
          { operationId: 'createScimGroup', summary: 'Refused: the groups are the roles there are', body: anyResource },
          201,
          group,
        ),
      },
      ({ body }) => {
        const name = typeof body['displayName'] === 'string' ? body['displayName'] : '';
        if (roleNamed(name)) throw new ScimRefusal('uniqueness', `There is a group ${name} already: link to it.`);
        throw new ScimRefusal('invalidValue', `displayName must be one of ${ROLES.join(', ')}: the groups are the roles there are`);
      },
    );

    app.put(
      '/Groups/:id',
      {
        config,
        schema: schemaOf({ operationId: 'replaceScimGroup', summary: 'Say who has a role', params, body: anyResource }, 200, group),
      },
      async ({ viewer, params: { id }, body, ip }) => {
        const role = existing(id);
        refuseAnotherName(role, body['displayName']);
        if (body['members'] !== undefined) await setMembers({ accounts, viewer, ip, role }, idsIn(body['members']));
        return asGroup(role, peopleOf(accounts).address, await accounts.members.list(viewer.workspace));
      },
    );

    app.patch(
      '/Groups/:id',
      {
        config,
        schema: schemaOf(
          { operationId: 'changeScimGroup', summary: 'Give a role to people, or take it from them', params, body: patch },
          200,
          group,
        ),
      },
      async ({ viewer, params: { id }, body, ip }) => {
        const role = existing(id);
        const deed = { accounts, viewer, ip, role };
        for (const { op, path = '', value } of body.Operations) {
          const [, single] = VALUE_IN_PATH.exec(path) ?? [];
          if (op === 'remove' && single !== undefined) await takeFrom(deed, [single]);
          else if (path.toLowerCase() === 'displayname') refuseAnotherName(role, value);
          else if (path === '' && value !== null && typeof value === 'object' && !Array.isArray(value)) {
            const said = value as { displayName?: unknown; members?: unknown };
            refuseAnotherName(role, said.displayName);
            if (said.members !== undefined) await (op === 'replace' ? setMembers : giveTo)(deed, idsIn(said.members));
          } else if (path.toLowerCase() === 'members') {
            if (op === 'add') await giveTo(deed, idsIn(value));
            else if (op === 'replace') await setMembers(deed, idsIn(value));
            else if (value === undefined || value === null) await setMembers(deed, []);
            else await takeFrom(deed, idsIn(value));
          } else if (path.toLowerCase() !== 'externalid')
            throw new ScimRefusal('invalidPath', 'path must be members, or members[value eq "…"]');
        }
        return asGroup(role, peopleOf(accounts).address, await accounts.members.list(viewer.workspace));
      },
    );
  };

interface Deed {
  readonly accounts: Accounts;
  readonly viewer: Viewer;
  readonly ip: string;
  readonly role: Role;
}

async function giveTo({ accounts, viewer, ip, role }: Deed, ids: readonly string[]): Promise<void> {
  const { provisioning } = peopleOf(accounts);
  const found = await membersBy(accounts, viewer, ids);
  for (const { role: present } of found) refuseMakingAdmins(viewer, { role }, { role: present });
  for (const { id, role: present } of found) {
    if (present !== role) await provisioning.change(viewer.workspace, id, { role }, whoIs(viewer, ip));
  }
}

/** Whoever has another role already was put into that before they were taken out of this, and keeps it. */
async function takeFrom({ accounts, viewer, ip, role }: Deed, ids: readonly string[]): Promise<void> {
  const { provisioning } = peopleOf(accounts);
  const usual = await provisioning.usualRole(viewer.workspace);
  const found = await membersBy(accounts, viewer, ids);
  for (const { role: present } of found) refuseMakingAdmins(viewer, { role: usual }, { role: present });
  for (const { id, role: present } of found) {
    if (present === role && usual !== role) await provisioning.change(viewer.workspace, id, { role: usual }, whoIs(viewer, ip));
  }
}

async function setMembers(deed: Deed, ids: readonly string[]): Promise<void> {
  await giveTo(deed, ids);
  const wanted = new Set(ids);
  const all = await deed.accounts.members.list(deed.viewer.workspace);
  await takeFrom(
    deed,
    all.filter(({ id, role }) => role === deed.role && !wanted.has(id)).map(({ id }) => id),
  );
}

const member = (accounts: Accounts, viewer: Viewer, id: string) =>
  peopleOf(accounts)
    .provisioning.find(viewer.workspace, id)
    .catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'not_found')
        throw new ScimRefusal('invalidValue', 'members must be people of this workspace');
      throw error;
    });

/** All of them, or none where one is nobody here: nothing is changed by half. */
async function membersBy(accounts: Accounts, viewer: Viewer, ids: readonly string[]): Promise<ProvidedPerson[]> {
  const found: ProvidedPerson[] = [];
  for (const id of ids) found.push(await member(accounts, viewer, id));
  return found;
}

/** More are sent in several requests, as the directories do by themselves. */
const MOST_MEMBERS = 1_000;

function idsIn(value: unknown): string[] {
  const all = (Array.isArray(value) ? value : [value]) as unknown[];
  if (all.length > MOST_MEMBERS)
    throw new ScimRefusal('invalidValue', `members must hold at most ${MOST_MEMBERS.toLocaleString('en')} people at once`);
  return all.map((one) => {
    const id = one !== null && typeof one === 'object' ? (one as { value?: unknown }).value : one;
    if (typeof id !== 'string') throw new ScimRefusal('invalidValue', 'members must each have a value: the id of a person');
    return id;
  });
}

function existing(id: string): Role {
  const role = roleNamed(id);
  if (!role) throw new Refusal('not_found', 'There is no such group.');
  return role;
}

function refuseAnotherName(role: Role, name: unknown): void {
  if (name !== undefined && (typeof name !== 'string' || name.toLowerCase() !== role))
    throw new ScimRefusal('mutability', `displayName must stay ${role}: the groups are the roles there are`);
}

function rolesBy(filter: string): readonly Role[] {
  const { attribute, value } = readFilter(filter);
  if (attribute === 'externalid') return [];
  if (attribute !== 'displayname' && attribute !== 'id') throw new ScimRefusal('invalidFilter', 'filter must be by displayName or id');
  const role = roleNamed(value);
  return role ? [role] : [];
}

const hidesMembers = (excluded: string | undefined) => excluded?.split(',').some((one) => one.trim().toLowerCase() === 'members') === true;
