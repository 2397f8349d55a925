/** Automations: if this happens to a ticket and that is true of it, then do so. */
import { z } from 'zod';
import { type Viewer, whoIs } from '../accounts/index.ts';
import type { Saver } from '../automations/index.ts';
import { saverOf } from './actor.ts';
import { goneOf } from './asker.ts';
import type { Routes } from './routes.ts';
import {
  automation,
  automationDryRun,
  automationIn,
  automationList,
  automationOrder,
  automationRead,
  automationRuns,
  automationSave,
  automationSwitch,
  automationTemplates,
  automationVersions,
  dryRunIn,
  runsAsked,
} from './schemas/automations.ts';
import { idIn, problems } from './schemas/basics.ts';

const tags = ['Automations'];
const reading = { access: 'tickets:read' } as const;
const writing = { access: 'rules:write' } as const;
const params = z.strictObject({ id: idIn });

const saver = (viewer: Viewer, from: string): Saver => ({ workspaceId: viewer.workspace, who: whoIs(viewer, from), name: saverOf(viewer) });

export const automationRoutes: Routes =
  ({ automations }) =>
  async (app) => {
    app.get(
      '/automations',
      {
        config: reading,
        schema: {
          operationId: 'listAutomations',
          tags,
          summary: 'The automations, in their order',
          response: { 200: automationList, ...problems },
        },
      },
      ({ viewer }) => automations.list(viewer.workspace),
    );

    app.post(
      '/automations',
      {
        config: writing,
        schema: {
          operationId: 'createAutomation',
          tags,
          summary: 'Make an automation',
          body: automationIn,
          response: { 201: automation, ...problems },
        },
      },
      async ({ viewer, body, ip }, reply) => {
        void reply.code(201);
        return automations.create(saver(viewer, ip), body.automation);
      },
    );

    app.get(
      '/automations/templates',
      {
        config: reading,
        schema: {
          operationId: 'listAutomationTemplates',
          tags,
          summary: 'Automations ready to be made one’s own',
          response: { 200: automationTemplates, ...problems },
        },
      },
      async () => automations.templates(),
    );

    app.get(
      '/automations/runs',
      {
        config: reading,
        schema: {
          operationId: 'listAutomationRuns',
          tags,
          summary: 'What automations did about tickets in sight, and why, the latest first',
          description:
            'Of all, of one automation, or of one ticket. Kept for 90 days. Where conditions were not met nothing is kept; a dry run tells of it.',
          querystring: runsAsked,
          response: { 200: automationRuns, ...problems },
        },
      },
      ({ viewer, sight, query }) => automations.runs(viewer.workspace, sight, query),
    );

    app.post(
      '/automations/dry-run',
      {
        config: reading,
        schema: {
          operationId: 'dryRunAutomation',
          tags,
          summary: 'What an automation would have done',
          description:
            'Decided of the tickets in sight as they were at each moment of the days before. Nothing is changed and nobody is told. Each person has one at a time: a newer one ends the one before.',
          body: dryRunIn,
          response: { 200: automationDryRun, ...problems },
        },
      },
      ({ viewer, sight, ip, body: { automation: spec, ...asked } }, reply) =>
        automations.dryRun(viewer.workspace, sight, spec, asked, { person: whoIs(viewer, ip).id, gone: goneOf(reply) }),
    );

    app.post(
      '/automations/sentence',
      {
        config: reading,
        schema: {
          operationId: 'readAutomation',
          tags,
          summary: 'An automation in plain words, before it is kept',
          body: automationIn,
          response: { 200: automationRead, ...problems },
        },
      },
      ({ viewer, body }) => automations.sentence(viewer.workspace, body.automation),
    );

    app.put(
      '/automations/order',
      {
        config: writing,
        schema: {
          operationId: 'orderAutomations',
          tags,
          summary: 'Say in which order automations look',
          body: automationOrder,
          response: { 200: automationList, ...problems },
        },
      },
      ({ viewer, body: { ids }, ip }) => automations.order(saver(viewer, ip), ids),
    );

    app.get(
      '/automations/:id',
      {
        config: reading,
        schema: { operationId: 'getAutomation', tags, summary: 'One automation', params, response: { 200: automation, ...problems } },
      },
      ({ viewer, params: { id } }) => automations.get(viewer.workspace, id),
    );

    app.put(
      '/automations/:id',
      {
        config: writing,
        schema: {
          operationId: 'saveAutomation',
          tags,
          summary: 'Add a version of an automation',
          description: 'What waits goes on by the version it began with.',
          params,
          body: automationSave,
          response: { 200: automation, ...problems },
        },
      },
      ({ viewer, params: { id }, body, ip }) => automations.save(saver(viewer, ip), id, body.automation, body.baseVersion),
    );

    app.put(
      '/automations/:id/enabled',
      {
        config: writing,
        schema: {
          operationId: 'switchAutomation',
          tags,
          summary: 'Switch an automation on or off',
          description: 'What happened while it was off is not made up for; what waits when it is switched off stops.',
          params,
          body: automationSwitch,
          response: { 200: automation, ...problems },
        },
      },
      ({ viewer, params: { id }, body: { enabled }, ip }) => automations.enable(saver(viewer, ip), id, enabled),
    );

    app.delete(
      '/automations/:id',
      {
        config: writing,
        schema: {
          operationId: 'removeAutomation',
          tags,
          summary: 'Remove an automation',
          params,
          response: { 204: z.undefined(), ...problems },
        },
      },
      async ({ viewer, params: { id }, ip }, reply) => {
        await automations.remove(saver(viewer, ip), id);
        return reply.code(204).send();
      },
    );

    app.get(
      '/automations/:id/versions',
      {
        config: reading,
        schema: {
          operationId: 'listAutomationVersions',
          tags,
          summary: 'How an automation came to be, the latest version first',
          params,
          response: { 200: automationVersions, ...problems },
        },
      },
      ({ viewer, params: { id } }) => automations.versions(viewer.workspace, id),
    );
  };
