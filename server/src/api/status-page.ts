/** The status page, for administrators: what it is and what it shows, maintenances, and how many are told. */
import type { FastifyRequest } from 'fastify';
import { whoIs } from '../accounts/index.ts';
import { saverOf } from './actor.ts';
import type { Routes } from './routes.ts';
import { problems } from './schemas/basics.ts';
import {
  componentIn,
  componentParams,
  maintenanceIn,
  maintenanceParams,
  previewIn,
  previewOut,
  saveIn,
  statusPageOut,
  stepParams,
} from './schemas/status-page.ts';

const config = { access: 'admin' } as const;
const tags = ['Status page'];
const response = { 200: statusPageOut, ...problems };
const saver = ({ viewer, ip }: FastifyRequest) => ({ workspaceId: viewer.workspace, who: whoIs(viewer, ip), name: saverOf(viewer) });

export const statusPageSettingRoutes: Routes =
  ({ statusPages }) =>
  async (app) => {
    app.get(
      '/status-page',
      {
        config,
        schema: {
          operationId: 'getStatusPage',
          tags,
          summary: 'The status page, what its components are in, and how many are told',
          response,
        },
      },
      ({ viewer }) => statusPages.state(viewer.workspace),
    );

    app.put(
      '/status-page',
      {
        config,
        schema: {
          operationId: 'saveStatusPage',
          tags,
          summary: 'Say what the status page is, and whether it is public',
          description: 'The public sees it about a second later. Of incidents it shows what customers were told of them, and nothing else.',
          body: saveIn,
          response,
        },
      },
      async (request) => {
        await statusPages.save(saver(request), request.body.settings, request.body.base);
        return statusPages.state(request.viewer.workspace);
      },
    );

    app.post(
      '/status-page/preview',
      {
        config,
        schema: {
          operationId: 'previewStatusPage',
          tags,
          summary: 'The page as it would be, as HTML',
          body: previewIn,
          response: { 200: previewOut, ...problems },
        },
      },
      async ({ viewer, body }) => ({ html: await statusPages.preview(viewer.workspace, body.settings) }),
    );

    app.put(
      '/status-page/components/:component/state',
      {
        config,
        schema: {
          operationId: 'setStatusComponent',
          tags,
          summary: 'Set a component by hand, or let it follow incidents',
          params: componentParams,
          body: componentIn,
          response,
        },
      },
      async (request) => {
        await statusPages.setByHand(saver(request), request.params.component, request.body.state);
        return statusPages.state(request.viewer.workspace);
      },
    );

    app.post(
      '/status-page/maintenances',
      { config, schema: { operationId: 'planMaintenance', tags, summary: 'Plan a maintenance', body: maintenanceIn, response } },
      async (request) => {
        await statusPages.plan(saver(request), request.body);
        return statusPages.state(request.viewer.workspace);
      },
    );

    app.put(
      '/status-page/maintenances/:id',
      {
        config,
        schema: {
          operationId: 'changeMaintenance',
          tags,
          summary: 'Plan a maintenance otherwise',
          params: maintenanceParams,
          body: maintenanceIn,
          response,
        },
      },
      async (request) => {
        await statusPages.replan(saver(request), request.params.id, request.body);
        return statusPages.state(request.viewer.workspace);
      },
    );

    app.post(
      '/status-page/maintenances/:id/:step',
      {
        config,
        schema: { operationId: 'stepMaintenance', tags, summary: 'Begin, end or cancel a maintenance now', params: stepParams, response },
      },
      async (request) => {
        await statusPages.step(saver(request), request.params.id, request.params.step);
        return statusPages.state(request.viewer.workspace);
      },
    );
  };
