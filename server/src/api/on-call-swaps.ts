/** Shifts that change hands: set by who writes the rules, or offered and accepted. */
import { z } from 'zod';
import { writerOf } from './on-call-writer.ts';
import type { Routes } from './routes.ts';
import { idIn, problems } from './schemas/basics.ts';
import { swapIn, swapOffer, swapOut } from './schemas/on-call.ts';

const tags = ['On-call'];
const agreeing = { access: 'tickets:write' } as const;
const params = z.strictObject({ id: idIn });
const nothing = { 204: z.undefined(), ...problems };

export const onCallSwapRoutes: Routes =
  ({ onCall }) =>
  async (app) => {
    app.post(
      '/on-call/schedules/:id/swaps',
      {
        config: agreeing,
        schema: {
          operationId: 'swapOnCallShifts',
          tags,
          summary: 'Two shifts change hands',
          params,
          body: swapIn,
          response: { 201: swapOut, ...problems },
        },
      },
      async (request, reply) => {
        void reply.code(201);
        return onCall.swaps.swap(writerOf(request), request.params.id, request.body);
      },
    );

    app.post(
      '/on-call/schedules/:id/swap-offers',
      {
        config: agreeing,
        schema: {
          operationId: 'offerOnCallSwap',
          tags,
          summary: 'Offer a shift of one’s own for one of a colleague’s',
          description: 'Nothing changes before they accept it. It ends when the first of both shifts begins.',
          params,
          body: swapIn,
          response: { 201: swapOffer, ...problems },
        },
      },
      async (request, reply) => {
        void reply.code(201);
        return onCall.swaps.offer(writerOf(request), request.params.id, request.body);
      },
    );

    app.post(
      '/on-call/swap-offers/:id/accept',
      {
        config: agreeing,
        schema: {
          operationId: 'acceptOnCallSwap',
          tags,
          summary: 'Accept an offer: both shifts change hands',
          params,
          response: { 200: swapOut, ...problems },
        },
      },
      (request) => onCall.swaps.accept(writerOf(request), request.params.id),
    );

    app.delete(
      '/on-call/swap-offers/:id',
      {
        config: agreeing,
        schema: { operationId: 'endOnCallSwapOffer', tags, summary: 'Decline an offer, or take it back', params, response: nothing },
      },
      async (request, reply) => {
        await onCall.swaps.drop(writerOf(request), request.params.id);
        return reply.code(204).send();
      },
    );
  };
