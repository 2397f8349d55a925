/** Dashboards: the standard ones, one's own, and those that are shared. */
import { z } from 'zod';
import { keeperOf } from './actor.ts';
import type { Routes } from './routes.ts';
import { idIn, problems } from './schemas/basics.ts';
import {
  dashboard,
  dashboardDraft,
  dashboardHistory,
  dashboards as list,
  dashboardSave,
  restoreIn,
  sharingIn,
} from './schemas/dashboards.ts';

const tags = ['Dashboards'];
const config = { access: 'tickets:read' } as const;
/** Whoever may look may keep what they see; a key that was made to read changes nothing. */
const keep = { ...config, ofKeys: 'rules:write' } as const;
const params = z.strictObject({ id: idIn });

export const dashboardRoutes: Routes =
  ({ dashboards }) =>
  async (app) => {
    app.get(
      '/dashboards',
      {
        config,
        schema: {
          operationId: 'listDashboards',
          tags,
          summary: 'The standard dashboards, one’s own, and those that are shared',
          response: { 200: list, ...problems },
        },
      },
      async ({ viewer, ip }) => ({ dashboards: await dashboards.list(keeperOf(viewer, ip)) }),
    );

    app.get(
      '/dashboards/:id',
      { config, schema: { operationId: 'getDashboard', tags, summary: 'A dashboard', params, response: { 200: dashboard, ...problems } } },
      ({ viewer, ip, params: { id } }) => dashboards.get(keeperOf(viewer, ip), id),
    );

    app.post(
      '/dashboards',
      {
        config: keep,
        schema: {
          operationId: 'createDashboard',
          tags,
          summary: 'Make a dashboard',
          description: 'Every question is checked as a query is; what is wrong is named by its tile and field.',
          body: dashboardDraft,
          response: { 201: dashboard, ...problems },
        },
      },
      async ({ viewer, ip, body: { spec, shared = false } }, reply) => {
        void reply.code(201);
        return dashboards.create(keeperOf(viewer, ip), spec, shared);
      },
    );

    app.put(
      '/dashboards/:id',
      {
        config: keep,
        schema: {
          operationId: 'saveDashboard',
          tags,
          summary: 'Add a version of one’s own dashboard',
          params,
          body: dashboardSave,
          response: { 200: dashboard, ...problems },
        },
      },
      ({ viewer, ip, params: { id }, body: { spec, baseVersion } }) => dashboards.save(keeperOf(viewer, ip), id, spec, baseVersion),
    );

    app.put(
      '/dashboards/:id/sharing',
      {
        config: keep,
        schema: {
          operationId: 'shareDashboard',
          tags,
          summary: 'Show one’s own dashboard to everybody, or no longer',
          params,
          body: sharingIn,
          response: { 200: dashboard, ...problems },
        },
      },
      ({ viewer, ip, params: { id }, body: { shared } }) => dashboards.share(keeperOf(viewer, ip), id, shared),
    );

    app.get(
      '/dashboards/:id/versions',
      {
        config,
        schema: {
          operationId: 'listDashboardVersions',
          tags,
          summary: 'The versions of a dashboard, the latest first',
          description: 'A standard one has none.',
          params,
          response: { 200: dashboardHistory, ...problems },
        },
      },
      async ({ viewer, ip, params: { id } }) => ({ versions: await dashboards.versions(keeperOf(viewer, ip), id) }),
    );

    app.post(
      '/dashboards/:id/restore',
      {
        config: keep,
        schema: {
          operationId: 'restoreDashboard',
          tags,
          summary: 'Make an old version the newest',
          description: 'Also of one that was deleted, which is there again.',
          params,
          body: restoreIn,
          response: { 200: dashboard, ...problems },
        },
      },
      ({ viewer, ip, params: { id }, body: { version, baseVersion } }) =>
        dashboards.restore(keeperOf(viewer, ip), id, version, baseVersion),
    );

    app.delete(
      '/dashboards/:id',
      {
        config: keep,
        schema: {
          operationId: 'deleteDashboard',
          tags,
          summary: 'Delete one’s own dashboard',
          params,
          response: { 204: z.undefined(), ...problems },
        },
      },
      async ({ viewer, ip, params: { id } }, reply) => {
        await dashboards.delete(keeperOf(viewer, ip), id);
        return reply.code(204).send();
      },
    );
  };
