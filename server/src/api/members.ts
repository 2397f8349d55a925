/** The people of the workspace, for its administrators: who belongs to it, who is invited, what each role sees. */
import { z } from 'zod';
import { hasShownTwo, ROLES, type Viewer, visibility, whoIs } from '../accounts/index.ts';
import { Refusal } from '../errors.ts';
import { saverOf } from './actor.ts';
import { refuseMakingAdmins } from './making-admins.ts';
import { peopleOf } from './caller.ts';
import type { Routes } from './routes.ts';
import { idIn, instantOut, problems } from './schemas/basics.ts';
import { emailIn } from './schemas/sign-in.ts';

const tags = ['People of the workspace'];
const config = { access: 'people:write' } as const;

const standing = {
  role: z.enum(ROLES),
  agentId: z.string().nullable().meta({ description: 'The agent of the help desk that the person is.' }),
  teams: z.array(z.string()).readonly().meta({ description: 'Teams they see besides those of the agent.' }),
};
const standingIn = {
  role: z.enum(ROLES),
  agentId: idIn.nullable().default(null),
  teams: z.array(idIn).max(200, 'must be at most 200').default([]),
};
const member = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    ...standing,
    active: z.boolean(),
    hasSecondFactor: z.boolean(),
    joinedAt: instantOut,
    lastSeenAt: instantOut.nullable(),
    externalId: z.string().nullable(),
  })
  .meta({ id: 'Member' });
const invitation = z
  .object({ id: z.string(), email: z.string(), ...standing, invitedBy: z.string(), createdAt: instantOut, expiresAt: instantOut })
  .meta({ id: 'Invitation' });
const link = z.string().meta({ description: 'To be passed on: it is in this answer and never again.' });
/** Anybody may step in as a persona, and must not make themselves an account by that. */
function refusePersona(viewer: Viewer): void {
  if (viewer.kind === 'person' && !viewer.account) throw new Refusal('forbidden', 'A persona of the demonstration invites nobody.');
}

const memberParams = z.strictObject({ id: z.uuid('must be the id of a person') });

export const memberRoutes: Routes =
  ({ accounts }) =>
  async (app) => {
    app.get(
      '/members',
      {
        config,
        schema: {
          operationId: 'listMembers',
          tags,
          summary: 'Who belongs to the workspace, and who is invited',
          response: {
            200: z.object({
              members: z.array(member),
              invitations: z.array(invitation),
              wantsSecondFactor: z.boolean().meta({ description: 'Whether whoever comes in by password needs a second factor.' }),
              sendsMail: z.boolean().meta({ description: 'Whether invitations are sent; else their links are passed on.' }),
            }),
            ...problems,
          },
        },
      },
      async ({ viewer: { workspace } }) => {
        const { invitations, sendsMail } = peopleOf(accounts);
        const [members, invited, wantsSecondFactor] = await Promise.all([
          accounts.members.list(workspace),
          invitations.list(workspace),
          accounts.secondFactor.isWanted(workspace),
        ]);
        return { members, invitations: invited, wantsSecondFactor, sendsMail };
      },
    );

    app.post(
      '/members/invitations',
      {
        config,
        schema: {
          operationId: 'invite',
          tags,
          summary: 'Invite somebody',
          body: z.strictObject({ email: emailIn, ...standingIn }),
          response: { 201: z.object({ invitation, link }), ...problems },
        },
      },
      async ({ viewer, body, ip }, reply) => {
        refusePersona(viewer);
        refuseMakingAdmins(viewer, body);
        const { invitations, invitationLink } = peopleOf(accounts);
        const { invitation: made, secret } = await invitations.create(viewer.workspace, body, saverOf(viewer), whoIs(viewer, ip));
        return reply.code(201).send({ invitation: made, link: invitationLink(secret) });
      },
    );

    app.delete(
      '/members/invitations/:id',
      {
        config,
        schema: {
          operationId: 'revokeInvitation',
          tags,
          summary: 'Revoke an invitation',
          params: z.strictObject({ id: idIn }),
          response: { 204: z.undefined(), ...problems },
        },
      },
      async ({ viewer, params, ip }, reply) => {
        await peopleOf(accounts).invitations.revoke(viewer.workspace, params.id, whoIs(viewer, ip));
        return reply.code(204).send();
      },
    );

    app.patch(
      '/members/:id',
      {
        config,
        schema: {
          operationId: 'changeMember',
          tags,
          summary: 'Change what somebody is in the workspace',
          params: memberParams,
          body: z
            .strictObject({
              role: z.enum(ROLES),
              agentId: idIn.nullable(),
              teams: z.array(idIn).max(200, 'must be at most 200'),
              active: z.boolean(),
            })
            .partial(),
          response: { 200: member, ...problems },
        },
      },
      async ({ viewer, params, body, ip }) => {
        refuseMakingAdmins(viewer, body, await accounts.members.find(viewer.workspace, params.id));
        return accounts.members.change(viewer.workspace, params.id, body, whoIs(viewer, ip));
      },
    );

    app.delete(
      '/members/:id',
      {
        config,
        schema: {
          operationId: 'removeMember',
          tags,
          summary: 'Take somebody out of the workspace',
          params: memberParams,
          response: { 204: z.undefined(), ...problems },
        },
      },
      async ({ viewer, params, ip }, reply) => {
        await accounts.members.remove(viewer.workspace, params.id, whoIs(viewer, ip));
        return reply.code(204).send();
      },
    );

    app.post(
      '/members/:id/reset-link',
      {
        config: { access: 'admin' },
        schema: {
          operationId: 'makeResetLink',
          tags,
          summary: 'Make a link that sets another password for somebody',
          params: memberParams,
          response: { 201: z.object({ link }), ...problems },
        },
      },
      async ({ viewer, params, ip }, reply) => {
        const { resets, resetLink } = peopleOf(accounts);
        const found = await accounts.members.find(viewer.workspace, params.id);
        return reply.code(201).send({ link: resetLink(await resets.linkFor(viewer.workspace, found, whoIs(viewer, ip))) });
      },
    );

    app.put(
      '/settings/second-factor',
      {
        config: { access: 'admin' },
        schema: {
          operationId: 'wantSecondFactor',
          tags,
          summary: 'Want a second factor of everybody, or no longer',
          description:
            'Whoever comes in without one can then open their account alone, to add one. A passkey stands for both factors. Only who has come in by two can want it.',
          body: z.strictObject({ isWanted: z.boolean('must be true or false') }),
          response: { 204: z.undefined(), ...problems },
        },
      },
      async ({ viewer, body: { isWanted }, ip }, reply) => {
        if (isWanted && viewer.kind === 'person' && !hasShownTwo(viewer.account))
          throw new Refusal(
            'not_possible',
            'Add a second factor to your own account first, or come in by your passkey: this would shut you out.',
          );
        await accounts.secondFactor.want(viewer.workspace, isWanted, whoIs(viewer, ip));
        return reply.code(204).send();
      },
    );

    app.get(
      '/settings/visibility',
      {
        config: { access: 'admin' },
        schema: {
          operationId: 'getVisibility',
          tags,
          summary: 'What each role sees',
          response: { 200: visibility.meta({ id: 'Visibility' }), ...problems },
        },
      },
      ({ viewer }) => accounts.visibility.read(viewer.workspace),
    );

    app.put(
      '/settings/visibility',
      {
        config: { access: 'admin' },
        schema: {
          operationId: 'saveVisibility',
          tags,
          summary: 'Change what each role sees',
          description: 'Administrators see everything, and API keys what their scopes allow.',
          body: visibility,
          response: { 200: visibility, ...problems },
        },
      },
      ({ viewer, body, ip }) => accounts.visibility.save(viewer.workspace, body, whoIs(viewer, ip)),
    );
  };
