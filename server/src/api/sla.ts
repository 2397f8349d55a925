/** Promises about time: policies, the clocks they run, and how they were kept. */
import { z } from 'zod';
import { whoIs } from '../accounts/index.ts';
import { actingAs } from './actor.ts';
import type { Routes } from './routes.ts';
import { idIn, plain, problems } from './schemas/basics.ts';
import {
  applied,
  applyIn,
  audit,
  auditQuery,
  backtest,
  backtestIn,
  compliance,
  complianceQuery,
  openClocks,
  openClocksQuery,
  policies,
  policy,
  policyDraft,
  policyHistory,
  policyPreview,
  policyPreviewIn,
  policySave,
  presets,
  setup,
  setupStepIn,
  setupTickIn,
  ticketClocks,
} from './schemas/sla.ts';
import { vendorVerdicts } from './schemas/vendor-verdicts.ts';

const tags = ['Promises'];
const reading = { access: 'tickets:read' } as const;
const writing = { access: 'rules:write' } as const;
const params = z.strictObject({ id: idIn });

export const slaRoutes: Routes =
  ({ audit: log, sla }) =>
  async (app) => {
    app.get(
      '/tickets/:id/clocks',
      {
        config: reading,
        schema: {
          operationId: 'getTicketClocks',
          tags: ['Tickets'],
          summary: 'The clocks of a ticket, explained',
          params,
          response: { 200: ticketClocks, ...problems },
        },
      },
      ({ viewer, sight, params: { id } }) => sla.clocksOf(viewer.workspace, sight, id),
    );

    app.get(
      '/tickets/:id/vendor-verdicts',
      {
        config: reading,
        schema: {
          operationId: 'getVendorVerdicts',
          tags: ['Tickets'],
          summary: 'What the ticket’s own help desk says of its promises, beside the clocks here',
          description: 'Theirs is for reference and in no figure.',
          params,
          response: { 200: vendorVerdicts, ...problems },
        },
      },
      ({ viewer, sight, params: { id } }) => sla.vendorVerdicts(viewer.workspace, sight, id),
    );

    app.get(
      '/sla/clocks',
      {
        config: reading,
        schema: {
          operationId: 'listOpenClocks',
          tags,
          summary: 'Cycles that have not ended, the next breach first',
          querystring: openClocksQuery,
          response: { 200: openClocks, ...problems },
        },
      },
      ({ viewer, sight, query }) => sla.open(viewer.workspace, sight, query),
    );

    app.get(
      '/sla/compliance',
      {
        config: reading,
        schema: {
          operationId: 'getCompliance',
          tags,
          summary: 'How promises were kept in a period',
          description:
            'Met ÷ (met + breached) of the cycles that the period decided: by their breach, or else by their stop or due instant.',
          querystring: complianceQuery,
          response: { 200: compliance, ...problems },
        },
      },
      ({ viewer, scope, query }) => sla.compliance(viewer.workspace, scope, query),
    );

    app.get(
      '/sla/audit',
      {
        config: reading,
        schema: {
          operationId: 'getSlaAudit',
          tags,
          summary: 'Exceptions and pauses of a period, and what deserves a second look',
          description: 'At most the newest 200 of each are listed; totals count all.',
          querystring: auditQuery,
          response: { 200: audit, ...problems },
        },
      },
      ({ viewer, sight, query }) => sla.audit(viewer.workspace, sight, query),
    );

    app.get(
      '/sla/policies',
      {
        config: reading,
        schema: {
          operationId: 'listPolicies',
          tags,
          summary: 'The policies in force, in their order',
          response: { 200: policies, ...problems },
        },
      },
      async ({ viewer }) => ({ policies: await sla.policies.list(viewer.workspace) }),
    );

    app.get(
      '/sla/policies/:id/versions',
      {
        config: reading,
        schema: {
          operationId: 'listPolicyVersions',
          tags,
          summary: 'The versions of a policy, the latest first',
          params,
          response: { 200: policyHistory, ...problems },
        },
      },
      async ({ viewer, params: { id } }) => ({ versions: await sla.policies.versions(viewer.workspace, id) }),
    );

    app.get(
      '/sla/presets',
      {
        config: reading,
        schema: {
          operationId: 'listPresets',
          tags,
          summary: 'Policies to begin with',
          querystring: z.strictObject({ business: plain(200).default('business-hours'), always: plain(200).default('always') }),
          response: { 200: presets, ...problems },
        },
      },
      async ({ query }) => ({ presets: sla.policies.presets(query) }),
    );

    app.post(
      '/sla/policies/preview',
      {
        config: reading,
        schema: {
          operationId: 'previewPolicy',
          tags,
          summary: 'What is wrong with a policy, or what it promises',
          body: policyPreviewIn,
          response: { 200: policyPreview, ...problems },
        },
      },
      ({ viewer, body: { id, spec } }) => sla.policies.preview(viewer.workspace, id, spec),
    );

    app.post(
      '/sla/policies/backtest',
      {
        config: reading,
        schema: {
          operationId: 'backtestPolicy',
          tags,
          summary: 'What a policy would have meant for the tickets of a period',
          body: backtestIn,
          response: { 200: backtest, ...problems },
        },
      },
      ({ viewer, body }) => sla.policies.backtest(viewer.workspace, body),
    );

    app.post(
      '/sla/policies',
      {
        config: writing,
        schema: { operationId: 'createPolicy', tags, summary: 'Make a policy', body: policyDraft, response: { 201: policy, ...problems } },
      },
      async ({ viewer, body: { spec }, ip }, reply) => {
        void reply.code(201);
        return sla.policies.save(viewer.workspace, whoIs(viewer, ip), null, spec);
      },
    );

    app.put(
      '/sla/policies/:id',
      {
        config: writing,
        schema: {
          operationId: 'savePolicy',
          tags,
          summary: 'Add a version of a policy',
          description:
            'Cycles that begin from now on keep to it. Those that run go on as they were promised, unless it is applied to them.',
          params,
          body: policySave,
          response: { 200: policy, ...problems },
        },
      },
      ({ viewer, params: { id }, body: { spec, baseVersion }, ip }) =>
        sla.policies.save(viewer.workspace, whoIs(viewer, ip), id, spec, baseVersion),
    );

    app.delete(
      '/sla/policies/:id',
      {
        config: writing,
        schema: { operationId: 'retirePolicy', tags, summary: 'Retire a policy', params, response: { 204: z.undefined(), ...problems } },
      },
      async ({ viewer, params: { id }, ip }, reply) => {
        await sla.policies.retire(viewer.workspace, whoIs(viewer, ip), id);
        return reply.code(204).send();
      },
    );

    app.get(
      '/sla/setup',
      {
        config: reading,
        schema: {
          operationId: 'getSlaSetup',
          tags,
          summary: 'What belongs to promising, step by step, and what of it is done',
          response: { 200: setup, ...problems },
        },
      },
      ({ viewer }) => sla.setup(viewer.workspace),
    );

    app.put(
      '/sla/setup/:step',
      {
        config: writing,
        schema: {
          operationId: 'tickSlaSetup',
          tags,
          summary: 'Say that a step is done, or that it is not',
          params: setupStepIn,
          body: setupTickIn,
          response: { 200: setup, ...problems },
        },
      },
      ({ viewer, params: { step }, body: { isDone }, ip }) => sla.tick(viewer.workspace, whoIs(viewer, ip), step, isDone),
    );

    for (const [path, operationId, what] of [
      ['/sla/policies/:id/apply', 'applyPolicy', 'policy'],
      ['/calendars/:id/apply', 'applyCalendar', 'calendar'],
    ] as const)
      app.post(
        path,
        {
          config: writing,
          schema: {
            operationId,
            tags,
            summary: `Put running cycles under the ${what} as it is now`,
            description: 'One `policy.applied` for each. With `dryRun`, which is the default, only what would change.',
            params,
            body: applyIn,
            response: { 200: applied, ...problems },
          },
        },
        async ({ viewer, params: { id }, body, ip }) => {
          const answer = await sla.apply(viewer.workspace, { [what]: id, ...body, by: actingAs(viewer) });
          const subject = { kind: what, id, name: null };
          if (answer.applied) await log.record(viewer.workspace, whoIs(viewer, ip), { action: 'rules.applied', subject, after: answer });
          return answer;
        },
      );
  };
