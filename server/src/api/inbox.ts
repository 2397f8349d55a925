/** What somebody was told, what they want to be told, and what became of it on its way. */
import { preferences } from '@watchdesk/domain/notification';
import { z } from 'zod';
import { sightOf, type Viewer, type ViewScope, whoIs } from '../accounts/index.ts';
import { Refusal } from '../errors.ts';
import type { InboxQuestion } from '../notifications/index.ts';
import type { Parts, Routes } from './routes.ts';
import { problems } from './schemas/basics.ts';
import { inboxOut, inboxQuery, logOut, logQuery, readIn, recipientList } from './schemas/notifications.ts';

const tags = ['Notifications'];
const config = { access: 'tickets:read', isOwn: true } as const;

interface Asked {
  readonly workspaceId: string;
  readonly scope: ViewScope;
  readonly person: string;
}

/** With what their tickets are about, as far as the reader may know. */
export async function inboxFor(
  { notifications, tickets }: Pick<Parts, 'notifications' | 'tickets'>,
  { workspaceId, scope, person }: Asked,
  question: InboxQuestion,
) {
  const inbox = await notifications.inbox(workspaceId, person, question);
  const subjects = await tickets.subjects(
    { workspaceId, scope, sight: sightOf(scope) },
    inbox.items.flatMap(({ ticketId }) => ticketId ?? []),
  );
  return {
    ...inbox,
    items: inbox.items.map((item) => ({ ...item, subject: (item.ticketId !== null && subjects.get(item.ticketId)) || null })),
  };
}

export const inboxRoutes: Routes =
  ({ notifications, tickets, alerts }) =>
  async (app) => {
    app.get(
      '/inbox',
      {
        config,
        schema: {
          operationId: 'getInbox',
          tags,
          summary: 'What the caller was told, newest first',
          description: 'On the stream it is the question `inbox`.',
          querystring: inboxQuery,
          response: { 200: inboxOut, ...problems },
        },
      },
      ({ viewer, scope, query }) =>
        inboxFor({ notifications, tickets }, { workspaceId: viewer.workspace, scope, person: personOf(viewer) }, query),
    );

    app.post(
      '/inbox/read',
      {
        config,
        schema: {
          operationId: 'markInboxRead',
          tags,
          summary: 'Mark as read, or as unread again',
          body: readIn,
          response: { 204: z.undefined(), ...problems },
        },
      },
      async ({ viewer, body }, reply) => {
        await notifications.markRead(viewer.workspace, personOf(viewer), body);
        return reply.code(204).send();
      },
    );

    app.post(
      '/inbox/:id/acknowledge',
      {
        config,
        schema: {
          operationId: 'acknowledgeInInbox',
          tags,
          summary: 'Acknowledge what is no alert and waits for it',
          description: 'As what an automation tells by a ladder. Alerts are acknowledged by themselves.',
          params: z.object({ id: z.string().max(200) }),
          response: {
            200: z.object({ done: z.boolean().meta({ description: 'False where somebody has done it before.' }) }),
            ...problems,
          },
        },
      },
      async ({ viewer, params, ip }) => ({
        done: await notifications.acknowledge(viewer.workspace, personOf(viewer), { notice: params.id, who: whoIs(viewer, ip) }),
      }),
    );

    app.get(
      '/notifications/preferences',
      {
        config,
        schema: {
          operationId: 'getNotificationPreferences',
          tags,
          summary: 'What the caller wants to be told, how and when',
          response: { 200: preferences, ...problems },
        },
      },
      ({ viewer }) => notifications.preferences(viewer.workspace, personOf(viewer)),
    );

    app.put(
      '/notifications/preferences',
      {
        config,
        schema: {
          operationId: 'saveNotificationPreferences',
          tags,
          summary: 'Say what one wants to be told, how and when',
          description:
            'Quiet hours, shifts and the digest hold back mail, and not the inbox. They do not hold back what somebody has to do something about at once: what fired or escalated about a ticket of P1, unless it is info, and what is critical and about no single ticket. Whoever is on call is told whatever they keep.',
          body: preferences,
          response: { 200: preferences, ...problems },
        },
      },
      async ({ viewer, body }) => {
        await notifications.savePreferences(viewer.workspace, personOf(viewer), body);
        return body;
      },
    );

    app.get(
      '/notifications/recipients',
      {
        config: { access: 'tickets:read' },
        schema: {
          operationId: 'listRecipients',
          tags,
          summary: 'The people who can be chosen to be told of something',
          description: 'By name. Channels are at `/channels/names`.',
          response: { 200: recipientList, ...problems },
        },
      },
      async ({ viewer }) => ({ people: await notifications.recipients(viewer.workspace) }),
    );

    app.get(
      '/notifications/log',
      {
        config: { access: 'tickets:read' },
        schema: {
          operationId: 'listDeliveries',
          tags,
          summary: 'Why did this (not) reach whom?',
          description:
            'One line for each notice, each of whom it was for, and each way, the newest first. Who may not change rules sees their own, and a lead those of an alert of a rule about the lead’s teams.',
          querystring: logQuery,
          response: { 200: logOut, ...problems },
        },
      },
      async ({ viewer, scope, sight, query: { outcome, severity, alert, ...question } }) => {
        const workspaceId = viewer.workspace;
        const person = viewer.scopes.includes('rules:write') ? null : personOf(viewer);
        const isOpen = person !== null && alert !== undefined && (await alerts.isOfMaker({ workspaceId, scope, sight, person }, alert));
        const asked = { ...question, person, outcomes: outcome, severities: severity, ...(isOpen && { openAlert: alert }) };
        const of = person === null ? 'everybody' : isOpen ? 'alert' : 'own';
        return { ...(await notifications.log(workspaceId, asked)), of } as const;
      },
    );
  };

function personOf(viewer: Viewer): string {
  if (viewer.kind === 'key') throw new Refusal('forbidden', 'This needs a person; a key is told nothing.');
  return viewer.person.id;
}
