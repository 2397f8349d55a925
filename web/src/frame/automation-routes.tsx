/** The addresses of the place of automations. Messages lead to `/automations/{id}`. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type NewAutomationSearch, readNewAutomationSearch } from '../features/automations/search.ts';
import { inside, reading } from './entry-routes.tsx';

const place = createRoute({
  getParentRoute: () => inside,
  path: '/automations',
  component: lazyRouteComponent(() => import('../features/automations/index.ts'), 'AutomationsPlace'),
});

const list = createRoute({
  getParentRoute: () => place,
  path: '/',
  component: lazyRouteComponent(() => import('../features/automations/index.ts'), 'AutomationsPage'),
});

const templates = createRoute({
  getParentRoute: () => place,
  path: '/templates',
  component: lazyRouteComponent(() => import('../features/automations/index.ts'), 'TemplatesPage'),
});

const runs = createRoute({
  getParentRoute: () => place,
  path: '/runs',
  component: lazyRouteComponent(() => import('../features/automations/index.ts'), 'RunsPage'),
});

const fresh = createRoute({
  getParentRoute: () => place,
  path: '/new',
  validateSearch: reading<NewAutomationSearch>(readNewAutomationSearch, ['template']),
  component: lazyRouteComponent(() => import('../features/automations/index.ts'), 'NewAutomationPage'),
});

const one = createRoute({
  getParentRoute: () => place,
  path: '/$automationId',
  component: lazyRouteComponent(() => import('../features/automations/index.ts'), 'AutomationPage'),
});

export const automations = place.addChildren([list, templates, runs, fresh, one]);
