/** The addresses of what is one's own, and no place of the workspace: the account, what one is told, and the inbox. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { DELIVERY_NAMES, type DeliverySearch, readDeliverySearch } from '../features/settings/deliveries/search.ts';
import { inside, reading } from './entry-routes.tsx';

const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/account/index.ts'), 'AccountPlace'),
});

const ownAccount = createRoute({
  getParentRoute: () => account,
  path: '/',
  component: lazyRouteComponent(() => import('../features/account/index.ts'), 'AccountPage'),
});

const preferences = createRoute({
  getParentRoute: () => account,
  path: '/notifications',
  component: lazyRouteComponent(() => import('../features/account/index.ts'), 'NotificationsPage'),
});

const ownDeliveries = createRoute({
  getParentRoute: () => account,
  path: '/deliveries',
  validateSearch: reading<DeliverySearch>(readDeliverySearch, DELIVERY_NAMES),
  component: lazyRouteComponent(() => import('../features/settings/index.ts'), 'OwnDeliveriesPage'),
});

const inbox = createRoute({
  getParentRoute: () => inside,
  path: '/inbox',
  component: lazyRouteComponent(() => import('../features/inbox/index.ts'), 'InboxPage'),
});

export const ownRoutes = [account.addChildren([ownAccount, preferences, ownDeliveries]), inbox] as const;
