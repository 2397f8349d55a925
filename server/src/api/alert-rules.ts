/** The rules that alerts are made by. */
import type { FastifyRequest } from 'fastify';
import { ruleSentence, ruleSpec } from '@watchdesk/domain/alerting';
import { z } from 'zod';
import { whoIs } from '../accounts/index.ts';
import type { Maker } from '../alerts/index.ts';
import { goneOf } from './asker.ts';
import type { Routes } from './routes.ts';
import {
  dryRunIn,
  dryRunOut,
  enableIn,
  ruleHistory,
  ruleIn,
  ruleList,
  ruleOut,
  ruleSave,
  ruleSnoozeIn,
  templateList,
  USUAL_DRY_RUN_MS,
} from './schemas/alerts.ts';
import { idIn, problems } from './schemas/basics.ts';

const tags = ['Alerts'];
const config = { access: 'tickets:read' } as const;
/** Who makes which rule, the rule itself decides: a lead writes no rules for everybody, and has some for the team. */
const making = { access: 'tickets:write', ofKeys: 'rules:write' } as const;
const params = z.strictObject({ id: idIn });

const makerOf = ({ viewer, scope, ip }: FastifyRequest): Maker => ({
  workspaceId: viewer.workspace,
  scope,
  writesRules: viewer.scopes.includes('rules:write'),
  who: whoIs(viewer, ip),
});

export const alertRuleRoutes: Routes =
  ({ alerts, clock }) =>
  async (app) => {
    app.get(
      '/rules',
      { config, schema: { operationId: 'listAlertRules', tags, summary: 'The rules, by name', response: { 200: ruleList, ...problems } } },
      async ({ viewer }) => ({ rules: await alerts.rules.list(viewer.workspace) }),
    );

    app.get(
      '/rules/templates',
      {
        config,
        schema: {
          operationId: 'listAlertRuleTemplates',
          tags,
          summary: 'The standard rules',
          response: { 200: templateList, ...problems },
        },
      },
      async ({ viewer }) => ({
        templates: (await alerts.rules.templates(viewer.workspace)).map(({ spec, ...template }) => {
          const read = ruleSpec.parse({ ...spec, template: template.id });
          return { ...template, spec: read, sentence: ruleSentence(read) };
        }),
      }),
    );

    app.get(
      '/rules/:id',
      { config, schema: { operationId: 'getAlertRule', tags, summary: 'A rule', params, response: { 200: ruleOut, ...problems } } },
      async ({ viewer, params: { id } }) => alerts.rules.get(viewer.workspace, id),
    );

    app.get(
      '/rules/:id/versions',
      {
        config,
        schema: {
          operationId: 'listAlertRuleVersions',
          tags,
          summary: 'How a rule came to be, the latest version first',
          params,
          response: { 200: ruleHistory, ...problems },
        },
      },
      async ({ viewer, params: { id } }) => ({ versions: await alerts.rules.versions(viewer.workspace, id) }),
    );

    app.post(
      '/rules/dry-run',
      {
        config: making,
        schema: {
          operationId: 'dryRunAlertRule',
          tags,
          summary: 'What a rule would have done',
          description:
            'The past is told to it again, by the evaluation that runs live. Nothing is kept, and nobody is told. Each person has one at a time: a newer one ends the one before.',
          body: dryRunIn,
          response: { 200: dryRunOut, ...problems },
        },
      },
      async (request, reply) => {
        const { id, rule, to = clock.now(), from = to - USUAL_DRY_RUN_MS } = request.body;
        return alerts.dryRun(makerOf(request), rule, { id, from, to }, goneOf(reply));
      },
    );

    app.post(
      '/rules',
      {
        config: making,
        schema: {
          operationId: 'createAlertRule',
          tags,
          summary: 'Make a rule',
          description: 'Managers and administrators make any rule, leads those that name teams of theirs.',
          body: ruleIn,
          response: { 201: ruleOut, ...problems },
        },
      },
      async (request, reply) => {
        void reply.code(201);
        return alerts.rules.create(makerOf(request), request.body.rule);
      },
    );

    app.put(
      '/rules/:id',
      {
        config: making,
        schema: {
          operationId: 'saveAlertRule',
          tags,
          summary: 'Add a version of a rule',
          description: 'Where it watches something else from now on, the alerts it has made are superseded.',
          params,
          body: ruleSave,
          response: { 200: ruleOut, ...problems },
        },
      },
      async (request) => alerts.rules.save(makerOf(request), request.params.id, request.body.rule, request.body.baseVersion),
    );

    app.post(
      '/rules/:id/enable',
      {
        config: making,
        schema: {
          operationId: 'enableAlertRule',
          tags,
          summary: 'Switch a rule on or off',
          params,
          body: enableIn,
          response: { 200: ruleOut, ...problems },
        },
      },
      async (request) => alerts.rules.enable(makerOf(request), request.params.id, request.body.enabled),
    );

    app.post(
      '/rules/:id/snooze',
      {
        config: making,
        schema: {
          operationId: 'snoozeAlertRule',
          tags,
          summary: 'Let a rule tell nobody until then; null ends it',
          params,
          body: ruleSnoozeIn,
          response: { 200: ruleOut, ...problems },
        },
      },
      async (request) => alerts.rules.snooze(makerOf(request), request.params.id, request.body.until),
    );

    app.delete(
      '/rules/:id',
      {
        config: making,
        schema: {
          operationId: 'removeAlertRule',
          tags,
          summary: 'Remove a rule',
          description: 'Its alerts that are in force are superseded; what it made stays in the history.',
          params,
          response: { 204: z.undefined(), ...problems },
        },
      },
      async (request, reply) => {
        await alerts.rules.remove(makerOf(request), request.params.id);
        return reply.code(204).send();
      },
    );
  };
