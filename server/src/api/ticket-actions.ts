/**
 * What people do to a ticket: each becomes events of the source `application` where the ticket's connection is writable, and an order to the help desk
 * where that takes them.
 */
import { CONTEXTS, ESCALATION_KINDS, LIMITS, PRIORITIES, STATUSES, SUPPORT_TIERS, ticketId } from '@watchdesk/domain/event';
import { z } from 'zod';
import { whoIs } from '../accounts/index.ts';
import type { ActionName, Actions } from '../tickets/index.ts';
import { actorOf } from './actor.ts';
import { answerOnce } from './idempotency.ts';
import type { Routes } from './routes.ts';
import { idIn, plain, problems } from './schemas/basics.ts';
import { ticketRow } from './schemas/ticket.ts';

const reason = plain(500).optional();
const prose = plain(100_000).refine((text) => text.trim() !== '', 'must not be empty');
const agent = idIn.optional().meta({ description: 'Who acts, where an API key asks; a signed-in person acts as themselves' });
const idOrNone = idIn.nullable();
const tags = z.array(plain(200).trim().min(1, 'must not be empty')).max(LIMITS.tags).default([]);

const BODIES = {
  claim: z.strictObject({ agent }),
  assign: z.strictObject({ agent, assignee: idOrNone, team: idOrNone.optional() }),
  reply: z.strictObject({ agent, text: prose }),
  note: z.strictObject({ agent, text: prose }),
  escalate: z.strictObject({
    agent,
    toTier: z.enum(SUPPORT_TIERS),
    kind: z.enum(ESCALATION_KINDS),
    reason,
    context: z.enum(CONTEXTS).optional(),
    team: idIn.optional(),
  }),
  priority: z.strictObject({ agent, priority: z.enum(PRIORITIES), reason }),
  status: z.strictObject({ agent, status: z.enum(STATUSES), reason }),
  tag: z
    .strictObject({ agent, added: tags, removed: tags })
    .refine(({ added, removed }) => added.length + removed.length > 0, { path: ['added'], error: 'must have a tag, or `removed` one' }),
  merge: z.strictObject({ agent, into: ticketId }),
} satisfies { [K in ActionName]: z.ZodType<Actions[K] & { agent?: string | undefined }> };

const SUMMARIES: Record<ActionName, string> = {
  claim: 'Take a ticket nobody holds',
  assign: 'Give it to an agent or a team, or to nobody',
  reply: 'Answer the customer',
  note: 'Write an internal note',
  escalate: 'Pass it up',
  priority: 'Change its priority',
  status: 'Change its status',
  tag: 'Add tags and take tags away',
  merge: 'Merge it into another ticket',
};

export const ticketActionRoutes: Routes = (parts) => async (app) => {
  for (const name of Object.keys(BODIES) as ActionName[]) {
    app.post(
      `/tickets/:id/${name}`,
      {
        config: { access: 'tickets:write' },
        schema: {
          operationId: `${name}Ticket`,
          tags: ['Tickets'],
          summary: SUMMARIES[name],
          params: z.strictObject({ id: idIn }),
          headers: z.object({ 'idempotency-key': idIn.optional() }),
          body: BODIES[name],
          response: { 200: z.object({ ticket: ticketRow }), ...problems },
        },
      },
      (request) =>
        answerOnce(parts, request, async (requestId) => {
          const { agent: named, ...wanted } = request.body;
          // The schema of this route's body is the one of this action; the union of all is what the compiler sees.
          const action = { name, ...wanted } as Parameters<typeof parts.tickets.act>[4];
          const ticket = await parts.tickets.act(
            request.viewer.workspace,
            request.sight,
            request.params.id,
            { agent: actorOf(request.viewer, named), who: whoIs(request.viewer, request.ip) },
            action,
            requestId,
          );
          return { ticket };
        }),
    );
  }

  app.delete(
    '/tickets/:id/orders/:order',
    {
      config: { access: 'tickets:write' },
      schema: {
        operationId: 'dismissOrder',
        tags: ['Tickets'],
        summary: 'Take what was asked of the help desk and has come to its end out of sight',
        params: z.strictObject({ id: idIn, order: idIn }),
        response: { 204: z.null(), ...problems },
      },
    },
    async ({ viewer, sight, params: { id, order } }, answer) => {
      await parts.tickets.dismiss(viewer.workspace, sight, id, order);
      return answer.code(204).send(null);
    },
  );
};
