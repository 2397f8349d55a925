/**
 * The places and their addresses. Each place is a part of its own that the browser fetches when it is first gone to.
 * The period, the time zone and wall mode go along from place to place; filters belong to theirs.
 */
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { readQueueSearch } from '../features/queue/search.ts';
import { readTicketSearch } from '../features/tickets/filters.ts';
import { readViewing } from '../period/viewing.ts';
import { sessionQuery } from '../session/session.ts';
import { NotFound, PageError, PageLoading } from './PageStates.tsx';
import { landingOf } from './places.ts';
import { Shell } from './Shell.tsx';
import { SignIn } from './SignIn.tsx';

const root = createRootRouteWithContext<{ client: QueryClient }>()({ notFoundComponent: NotFound });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } => {
    // Only an address of ours: `//elsewhere` would lead away.
    const next = search['next'];
    return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {};
  },
  beforeLoad: async ({ context, search }) => {
    const session = await context.client.ensureQueryData(sessionQuery);
    if (session) throw redirect({ href: search.next ?? landingOf(session.persona.role) });
  },
  component: SignIn,
});

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  validateSearch: readViewing,
  search: { middlewares: [retainSearchParams(['period', 'tz'])] },
  beforeLoad: async ({ context, location }) => {
    const session = await context.client.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
    return { session };
  },
  component: Shell,
});

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: landingOf(context.session.persona.role) });
  },
});

const overview = createRoute({
  getParentRoute: () => inside,
  path: '/overview',
  component: lazyRouteComponent(() => import('../features/overview/index.ts'), 'OverviewPage'),
});

const queue = createRoute({
  getParentRoute: () => inside,
  path: '/queue',
  validateSearch: readQueueSearch,
  component: lazyRouteComponent(() => import('../features/queue/index.ts'), 'QueuePage'),
});

const tickets = createRoute({
  getParentRoute: () => inside,
  path: '/tickets',
  validateSearch: readTicketSearch,
  component: lazyRouteComponent(() => import('../features/tickets/index.ts'), 'TicketsPage'),
});

const ticket = createRoute({
  getParentRoute: () => inside,
  path: '/tickets/$ticketId',
  component: lazyRouteComponent(() => import('../features/ticket/index.ts'), 'TicketPage'),
});

const tree = root.addChildren([signIn, inside.addChildren([home, overview, queue, tickets, ticket])]);

/** The router over a query cache of its own; it asks the session before it lets anyone in. */
export function createAppRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 200,
    defaultPendingComponent: PageLoading,
    defaultErrorComponent: PageError,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
