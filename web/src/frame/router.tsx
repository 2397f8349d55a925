/**
 * The places and their addresses. Each place is a part of its own that the browser fetches when it is first gone to.
 * The period, the time zone and wall mode go along from place to place; filters belong to theirs.
 */
import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { readDashboardSearch, type DashboardSearch } from '../features/dashboards/search.ts';
import { EXPLORE_NAMES, readExploreSearch, type ExploreSearch } from '../features/explore/search.ts';
import { readPeopleSearch, type PeopleSearch } from '../features/people/search.ts';
import { LISTS as QUEUE_LISTS, readQueueSearch, type QueueSearch } from '../features/queue/search.ts';
import { readNewSearch, readPartSearch, type NewSearch, type PartSearch } from '../features/connections/search.ts';
import { type MappingSearch, readMappingSearch } from '../features/connections/webhook-mapping/search.ts';
import { DELIVERY_NAMES, type DeliverySearch, readDeliverySearch } from '../features/settings/deliveries/search.ts';
import { readAuditSearch, type AuditSearch } from '../features/settings/search.ts';
import { readStorySearch, type StorySearch } from '../features/ticket/search.ts';
import { LISTS as TICKET_LISTS, readTicketSearch, type TicketSearch } from '../features/tickets/filters.ts';
import { alerts } from './alert-routes.tsx';
import { incidents } from './incident-routes.tsx';
import { automations } from './automation-routes.tsx';
import { NotFound, PageError, PageLoading } from './PageStates.tsx';
import { doorRoutes } from './door-routes.tsx';
import { home, inside, reading, root } from './entry-routes.tsx';
import { ownRoutes } from './own-routes.tsx';
import { onCall } from './on-call-routes.tsx';
import { promises } from './promise-routes.tsx';
import { incidentPolicy, settings } from './settings-routes.tsx';

const overview = createRoute({
  getParentRoute: () => inside,
  path: '/overview',
  component: lazyRouteComponent(() => import('../features/overview/index.ts'), 'OverviewPage'),
});

const queue = createRoute({
  getParentRoute: () => inside,
  path: '/queue',
  validateSearch: reading<QueueSearch>(readQueueSearch, [...QUEUE_LISTS, 'mine', 'sort', 'open']),
  component: lazyRouteComponent(() => import('../features/queue/index.ts'), 'QueuePage'),
});

const tickets = createRoute({
  getParentRoute: () => inside,
  path: '/tickets',
  validateSearch: reading<TicketSearch>(readTicketSearch, [...TICKET_LISTS, 'q', 'created', 'waiting', 'sort', 'direction', 'open']),
  component: lazyRouteComponent(() => import('../features/tickets/index.ts'), 'TicketsPage'),
});

const ticket = createRoute({
  getParentRoute: () => inside,
  path: '/tickets/$ticketId',
  validateSearch: reading<StorySearch>(readStorySearch, ['at', 'event']),
  component: lazyRouteComponent(() => import('../features/ticket/index.ts'), 'TicketPage'),
});

const explore = createRoute({
  getParentRoute: () => inside,
  path: '/explore',
  validateSearch: reading<ExploreSearch>(readExploreSearch, EXPLORE_NAMES),
  component: lazyRouteComponent(() => import('../features/explore/index.ts'), 'ExplorePage'),
});

const people = createRoute({
  getParentRoute: () => inside,
  path: '/people',
  validateSearch: reading<PeopleSearch>(readPeopleSearch, ['team', 'sort']),
  component: lazyRouteComponent(() => import('../features/people/index.ts'), 'PeoplePage'),
});

const person = createRoute({
  getParentRoute: () => inside,
  path: '/people/$agentId',
  component: lazyRouteComponent(() => import('../features/people/index.ts'), 'AgentPage'),
});

const feedback = createRoute({
  getParentRoute: () => inside,
  path: '/feedback',
  component: lazyRouteComponent(() => import('../features/feedback/index.ts'), 'FeedbackPage'),
});

const dashboards = createRoute({
  getParentRoute: () => inside,
  path: '/dashboards',
  component: lazyRouteComponent(() => import('../features/dashboards/index.ts'), 'DashboardsPage'),
});

const dashboard = createRoute({
  getParentRoute: () => inside,
  path: '/dashboards/$dashboardId',
  validateSearch: reading<DashboardSearch>(readDashboardSearch, ['filters', 'compare', 'calendar', 'edit']),
  component: lazyRouteComponent(() => import('../features/dashboards/index.ts'), 'DashboardPage'),
});

const goals = createRoute({
  getParentRoute: () => inside,
  path: '/goals',
  component: lazyRouteComponent(() => import('../features/goals/index.ts'), 'GoalsPlace'),
});

const goalList = createRoute({
  getParentRoute: () => goals,
  path: '/',
  component: lazyRouteComponent(() => import('../features/goals/index.ts'), 'GoalsPage'),
});

const playbook = createRoute({
  getParentRoute: () => goals,
  path: '/playbook',
  component: lazyRouteComponent(() => import('../features/goals/index.ts'), 'PlaybookPage'),
});

const goal = createRoute({
  getParentRoute: () => goals,
  path: '/$goalId',
  component: lazyRouteComponent(() => import('../features/goals/index.ts'), 'GoalPage'),
});

const members = createRoute({
  getParentRoute: () => settings,
  path: '/',
  component: lazyRouteComponent(() => import('../features/settings/index.ts'), 'MembersPage'),
});

const roles = createRoute({
  getParentRoute: () => settings,
  path: '/roles',
  component: lazyRouteComponent(() => import('../features/settings/index.ts'), 'RolesPage'),
});

const singleSignOn = createRoute({
  getParentRoute: () => settings,
  path: '/single-sign-on',
  component: lazyRouteComponent(() => import('../features/settings/index.ts'), 'SingleSignOnPage'),
});

const keys = createRoute({
  getParentRoute: () => settings,
  path: '/keys',
  component: lazyRouteComponent(() => import('../features/settings/index.ts'), 'KeysPage'),
});

const importing = createRoute({
  getParentRoute: () => settings,
  path: '/import',
  component: lazyRouteComponent(() => import('../features/import/index.ts'), 'ImportPage'),
});

const importFile = createRoute({
  getParentRoute: () => settings,
  path: '/import/$importId',
  component: lazyRouteComponent(() => import('../features/import/index.ts'), 'ImportFilePage'),
});

const privacy = createRoute({
  getParentRoute: () => settings,
  path: '/privacy',
  component: lazyRouteComponent(() => import('../features/settings/index.ts'), 'PrivacyPage'),
});

const surveys = createRoute({
  getParentRoute: () => settings,
  path: '/surveys',
  component: lazyRouteComponent(() => import('../features/settings/index.ts'), 'SurveysPage'),
});

const statusPage = createRoute({
  getParentRoute: () => settings,
  path: '/status-page',
  component: lazyRouteComponent(() => import('../features/settings/index.ts'), 'StatusPage'),
});

const audit = createRoute({
  getParentRoute: () => settings,
  path: '/audit',
  validateSearch: reading<AuditSearch>(readAuditSearch, ['actions', 'q']),
  component: lazyRouteComponent(() => import('../features/settings/index.ts'), 'AuditPage'),
});

const mail = createRoute({
  getParentRoute: () => settings,
  path: '/mail',
  component: lazyRouteComponent(() => import('../features/settings/index.ts'), 'MailPage'),
});

const channels = createRoute({
  getParentRoute: () => settings,
  path: '/channels',
  component: lazyRouteComponent(() => import('../features/settings/index.ts'), 'ChannelsPage'),
});

const deliveries = createRoute({
  getParentRoute: () => settings,
  path: '/deliveries',
  validateSearch: reading<DeliverySearch>(readDeliverySearch, DELIVERY_NAMES),
  component: lazyRouteComponent(() => import('../features/settings/index.ts'), 'DeliveriesPage'),
});

const connections = createRoute({
  getParentRoute: () => settings,
  path: '/connections',
  component: lazyRouteComponent(() => import('../features/connections/index.ts'), 'ConnectionsPage'),
});

const newConnection = createRoute({
  getParentRoute: () => settings,
  path: '/connections/new',
  validateSearch: reading<NewSearch>(readNewSearch, ['system']),
  component: lazyRouteComponent(() => import('../features/connections/index.ts'), 'NewConnectionPage'),
});

const connection = createRoute({
  getParentRoute: () => settings,
  path: '/connections/$connectionId',
  validateSearch: reading<PartSearch>(readPartSearch, ['part']),
  component: lazyRouteComponent(() => import('../features/connections/index.ts'), 'ConnectionPage'),
});

const webhookMapping = createRoute({
  getParentRoute: () => settings,
  path: '/webhook-mapping',
  validateSearch: reading<MappingSearch>(readMappingSearch, ['connection']),
  component: lazyRouteComponent(() => import('../features/connections/index.ts'), 'WebhookMappingPage'),
});

/** What is no place, told where the way on is in sight. What cannot even be read as an address is left to the root. */
const elsewhere = createRoute({ getParentRoute: () => inside, path: '$', component: NotFound });

const tree = root.addChildren([
  ...doorRoutes,
  inside.addChildren([
    home,
    overview,
    queue,
    alerts,
    ...incidents,
    tickets,
    ticket,
    promises,
    automations,
    people,
    person,
    onCall,
    feedback,
    dashboards,
    dashboard,
    explore,
    goals.addChildren([goalList, playbook, goal]),
    settings.addChildren([
      members,
      roles,
      singleSignOn,
      keys,
      connections,
      newConnection,
      connection,
      webhookMapping,
      importing,
      importFile,
      surveys,
      statusPage,
      incidentPolicy,
      privacy,
      audit,
      mail,
      channels,
      deliveries,
    ]),
    ...ownRoutes,
    elsewhere,
  ]),
]);

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
