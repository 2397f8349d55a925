/** On-call: schedules and who has them now, what is agreed for single stretches, policies, and how evenly it is shared. */
import { z } from 'zod';
import { writerOf } from './on-call-writer.ts';
import type { Routes } from './routes.ts';
import { idIn, problems } from './schemas/basics.ts';
import {
  fairnessOut,
  fairnessQuery,
  override,
  overrideIn,
  people,
  policy,
  policyIn,
  policyList,
  policySave,
  schedule,
  scheduleIn,
  scheduleList,
  scheduleSave,
  shiftsOut,
  shiftsQuery,
} from './schemas/on-call.ts';

const tags = ['On-call'];
const reading = { access: 'tickets:read' } as const;
/** Whoever works takes over; for whom, the agreement itself decides. */
const agreeing = { access: 'tickets:write' } as const;
const writing = { access: 'rules:write' } as const;
const params = z.strictObject({ id: idIn });
const FORTNIGHT_MS = 14 * 86_400_000;
const FOUR_WEEKS_MS = 28 * 86_400_000;
const nothing = { 204: z.undefined(), ...problems };

export const onCallRoutes: Routes =
  ({ onCall, clock }) =>
  async (app) => {
    app.delete(
      '/on-call/overrides/:id',
      {
        config: agreeing,
        schema: {
          operationId: 'endOnCallOverride',
          tags,
          summary: 'End an override; one that has not begun was never',
          params,
          response: nothing,
        },
      },
      async (request, reply) => {
        await onCall.agreements.end(writerOf(request), request.params.id);
        return reply.code(204).send();
      },
    );

    app.get(
      '/on-call/schedules',
      {
        config: reading,
        schema: {
          operationId: 'listOnCallSchedules',
          tags,
          summary: 'The schedules, with who is on call now, who is next, and what is wrong with them',
          response: { 200: scheduleList, ...problems },
        },
      },
      ({ viewer }) => onCall.schedules.list(viewer.workspace),
    );

    app.post(
      '/on-call/schedules',
      {
        config: writing,
        schema: {
          operationId: 'createOnCallSchedule',
          tags,
          summary: 'Make a schedule',
          body: scheduleIn,
          response: { 201: schedule, ...problems },
        },
      },
      async (request, reply) => {
        void reply.code(201);
        return onCall.schedules.save(writerOf(request), null, request.body.schedule);
      },
    );

    app.get(
      '/on-call/schedules/:id',
      {
        config: reading,
        schema: { operationId: 'getOnCallSchedule', tags, summary: 'A schedule', params, response: { 200: schedule, ...problems } },
      },
      ({ viewer, params: { id } }) => onCall.schedules.get(viewer.workspace, id),
    );

    app.put(
      '/on-call/schedules/:id',
      {
        config: writing,
        schema: {
          operationId: 'saveOnCallSchedule',
          tags,
          summary: 'Change a schedule from now on',
          description: 'Who was on call until now stays as it was.',
          params,
          body: scheduleSave,
          response: { 200: schedule, ...problems },
        },
      },
      (request) => onCall.schedules.save(writerOf(request), request.params.id, request.body.schedule, request.body.baseVersion),
    );

    app.delete(
      '/on-call/schedules/:id',
      {
        config: writing,
        schema: { operationId: 'removeOnCallSchedule', tags, summary: 'Remove a schedule, and its past', params, response: nothing },
      },
      async (request, reply) => {
        await onCall.schedules.remove(writerOf(request), request.params.id);
        return reply.code(204).send();
      },
    );

    app.get(
      '/on-call/schedules/:id/shifts',
      {
        config: reading,
        schema: {
          operationId: 'listOnCallShifts',
          tags,
          summary: 'The shifts of a stretch: of each layer, and who is on call in the end',
          params,
          querystring: shiftsQuery,
          response: { 200: shiftsOut, ...problems },
        },
      },
      ({ viewer, params: { id }, query: { from = clock.now(), to = from + FORTNIGHT_MS } }) =>
        onCall.schedules.shifts(viewer.workspace, id, { from, to }),
    );

    app.post(
      '/on-call/schedules/:id/overrides',
      {
        config: agreeing,
        schema: {
          operationId: 'createOnCallOverride',
          tags,
          summary: 'Somebody takes over for a stretch',
          description: 'Anybody may take over themselves; for others it takes the scope `rules:write`.',
          params,
          body: overrideIn,
          response: { 201: override, ...problems },
        },
      },
      async (request, reply) => {
        void reply.code(201);
        return onCall.agreements.override(writerOf(request), request.params.id, request.body);
      },
    );

    app.get(
      '/on-call/people',
      {
        config: reading,
        schema: { operationId: 'listOnCallPeople', tags, summary: 'Who can be on call', response: { 200: people, ...problems } },
      },
      ({ viewer }) => onCall.people(viewer.workspace),
    );

    app.get(
      '/on-call/escalation-policies',
      {
        config: reading,
        schema: {
          operationId: 'listEscalationPolicies',
          tags,
          summary: 'The escalation policies',
          response: { 200: policyList, ...problems },
        },
      },
      ({ viewer }) => onCall.policies.list(viewer.workspace),
    );

    app.post(
      '/on-call/escalation-policies',
      {
        config: writing,
        schema: {
          operationId: 'createEscalationPolicy',
          tags,
          summary: 'Make a policy',
          body: policyIn,
          response: { 201: policy, ...problems },
        },
      },
      async (request, reply) => {
        void reply.code(201);
        return onCall.policies.save(writerOf(request), null, request.body.policy);
      },
    );

    app.put(
      '/on-call/escalation-policies/:id',
      {
        config: writing,
        schema: {
          operationId: 'saveEscalationPolicy',
          tags,
          summary: 'Change a policy; what runs keeps its steps',
          params,
          body: policySave,
          response: { 200: policy, ...problems },
        },
      },
      (request) => onCall.policies.save(writerOf(request), request.params.id, request.body.policy, request.body.baseVersion),
    );

    app.delete(
      '/on-call/escalation-policies/:id',
      { config: writing, schema: { operationId: 'removeEscalationPolicy', tags, summary: 'Remove a policy', params, response: nothing } },
      async (request, reply) => {
        await onCall.policies.remove(writerOf(request), request.params.id);
        return reply.code(204).send();
      },
    );

    app.get(
      '/on-call/fairness',
      {
        config: reading,
        schema: {
          operationId: 'getOnCallFairness',
          tags,
          summary: 'How evenly on-call was shared in a stretch of at most 92 days',
          description: 'Of everybody, of the caller’s teams, or the caller’s own, as single figures of people are seen.',
          querystring: fairnessQuery,
          response: { 200: fairnessOut, ...problems },
        },
      },
      (request) => {
        const { viewer, scope, query } = request;
        const to = Math.min(query.to ?? clock.now(), clock.now());
        const { from = to - FOUR_WEEKS_MS, schedule: one } = query;
        return onCall.fairness({ workspaceId: viewer.workspace, scope, self: writerOf(request).self }, { from, to, schedule: one });
      },
    );
  };
