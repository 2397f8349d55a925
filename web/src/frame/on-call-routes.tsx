/** The addresses of the place of on-call. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from './entry-routes.tsx';

const place = createRoute({
  getParentRoute: () => inside,
  path: '/on-call',
  component: lazyRouteComponent(() => import('../features/on-call/index.ts'), 'OnCallPlace'),
});

const now = createRoute({
  getParentRoute: () => place,
  path: '/',
  component: lazyRouteComponent(() => import('../features/on-call/index.ts'), 'OnCallPage'),
});

const schedule = createRoute({
  getParentRoute: () => place,
  path: '/schedules/$scheduleId',
  component: lazyRouteComponent(() => import('../features/on-call/index.ts'), 'SchedulePage'),
});

const policies = createRoute({
  getParentRoute: () => place,
  path: '/policies',
  component: lazyRouteComponent(() => import('../features/on-call/index.ts'), 'PoliciesPage'),
});

const fairness = createRoute({
  getParentRoute: () => place,
  path: '/fairness',
  component: lazyRouteComponent(() => import('../features/on-call/index.ts'), 'FairnessPage'),
});

export const onCall = place.addChildren([now, schedule, policies, fairness]);
