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
import { readDashboardSearch, type DashboardSearch } from '../features/dashboards/search.ts';
import { EXPLORE_NAMES, readExploreSearch, type ExploreSearch } from '../features/explore/search.ts';
import { readPeopleSearch, type PeopleSearch } from '../features/people/search.ts';
import { LISTS as QUEUE_LISTS, readQueueSearch, type QueueSearch } from '../features/queue/search.ts';
import { readAuditSearch, type AuditSearch } from '../features/settings/search.ts';
import {
  readClockSearch,
  readComplianceSearch,
  readDocumentSearch,
  readDraftSearch,
  type ClockSearch,
  type ComplianceSearch,
  type DocumentSearch,
  type DraftSearch,
} from '../features/sla/search.ts';
import { readStorySearch, type StorySearch } from '../features/ticket/search.ts';
import { LISTS as TICKET_LISTS, readTicketSearch, type TicketSearch } from '../features/tickets/filters.ts';
import { readExplain, type ExplainSearch } from '../numbers/explain-search.ts';
import { readViewing, type Viewing } from '../period/viewing.ts';
import { sessionQuery } from '../session/session.ts';
import { NotFound, PageError, PageLoading } from './PageStates.tsx';
import { landingOf, landingSearchOf } from './places.ts';
import { Shell } from './Shell.tsx';
import { SignIn } from './SignIn.tsx';

/**
 * What a route reads of its part of the address. The router lays that over the raw address, so what was not understood must
 * be there as undefined, or it would come back.
 */
const reading =
  <Search extends object>(read: (raw: Record<string, unknown>) => Search, names: readonly (keyof Search)[]) =>
  (raw: Record<string, unknown>): Search => ({ ...(Object.fromEntries(names.map((name) => [name, undefined])) as Search), ...read(raw) });

interface Next {
  next?: string;
}

/** Where stepping in leads. Only an address of ours: `//elsewhere` would lead away. */
function readNext({ next }: Record<string, unknown>): Next {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {};
}

const root = createRootRouteWithContext<{ client: QueryClient }>()({ notFoundComponent: NotFound });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: reading<Next>(readNext, ['next']),
  beforeLoad: async ({ context, search }) => {
    const session = await context.client.ensureQueryData(sessionQuery);
    if (session) throw redirect({ href: search.next ?? landingOf(session.persona.role) });
  },
  component: SignIn,
});

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  validateSearch: reading<Viewing & ExplainSearch>(
    (raw) => ({ ...readViewing(raw), ...readExplain(raw) }),
    ['period', 'tz', 'wall', 'explain'],
  ),
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
    const { role } = context.session.persona;
    throw redirect({ to: landingOf(role), search: landingSearchOf(role) });
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
  validateSearch: reading<StorySearch>(readStorySearch, ['at']),
  component: lazyRouteComponent(() => import('../features/ticket/index.ts'), 'TicketPage'),
});

const sla = createRoute({
  getParentRoute: () => inside,
  path: '/sla',
  component: lazyRouteComponent(() => import('../features/sla/index.ts'), 'SlaPlace'),
});

const compliance = createRoute({
  getParentRoute: () => sla,
  path: '/',
  validateSearch: reading<ComplianceSearch>(readComplianceSearch, ['clock']),
  component: lazyRouteComponent(() => import('../features/sla/index.ts'), 'CompliancePage'),
});

const clocks = createRoute({
  getParentRoute: () => sla,
  path: '/clocks',
  validateSearch: reading<ClockSearch>(readClockSearch, ['risk', 'clock']),
  component: lazyRouteComponent(() => import('../features/sla/index.ts'), 'ClocksPage'),
});

const exceptions = createRoute({
  getParentRoute: () => sla,
  path: '/exceptions',
  component: lazyRouteComponent(() => import('../features/sla/index.ts'), 'AuditPage'),
});

const policies = createRoute({
  getParentRoute: () => sla,
  path: '/policies',
  component: lazyRouteComponent(() => import('../features/sla/index.ts'), 'PoliciesPage'),
});

const policy = createRoute({
  getParentRoute: () => sla,
  path: '/policies/$policyId',
  component: lazyRouteComponent(() => import('../features/sla/index.ts'), 'PolicyPage'),
});

/** Beside the list and not in it, since a policy may be called new. */
const newPolicy = createRoute({
  getParentRoute: () => sla,
  path: '/new-policy',
  validateSearch: reading<DraftSearch>(readDraftSearch, ['preset']),
  component: lazyRouteComponent(() => import('../features/sla/index.ts'), 'NewPolicyPage'),
});

const calendars = createRoute({
  getParentRoute: () => sla,
  path: '/calendars',
  component: lazyRouteComponent(() => import('../features/sla/index.ts'), 'CalendarsPage'),
});

const calendar = createRoute({
  getParentRoute: () => sla,
  path: '/calendars/$calendarId',
  component: lazyRouteComponent(() => import('../features/sla/index.ts'), 'CalendarPage'),
});

const newCalendar = createRoute({
  getParentRoute: () => sla,
  path: '/new-calendar',
  component: lazyRouteComponent(() => import('../features/sla/index.ts'), 'NewCalendarPage'),
});

const promise = createRoute({
  getParentRoute: () => sla,
  path: '/document',
  validateSearch: reading<DocumentSearch>(readDocumentSearch, ['tier']),
  component: lazyRouteComponent(() => import('../features/sla/index.ts'), 'DocumentPage'),
});

const setup = createRoute({
  getParentRoute: () => sla,
  path: '/setup',
  component: lazyRouteComponent(() => import('../features/sla/index.ts'), 'SetupPage'),
});

const promises = sla.addChildren([
  compliance,
  clocks,
  exceptions,
  policies,
  policy,
  newPolicy,
  calendars,
  calendar,
  newCalendar,
  promise,
  setup,
]);

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

const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/index.ts'), 'SettingsPlace'),
});

const keys = createRoute({
  getParentRoute: () => settings,
  path: '/',
  component: lazyRouteComponent(() => import('../features/settings/index.ts'), 'KeysPage'),
});

const audit = createRoute({
  getParentRoute: () => settings,
  path: '/audit',
  validateSearch: reading<AuditSearch>(readAuditSearch, ['actions', 'q']),
  component: lazyRouteComponent(() => import('../features/settings/index.ts'), 'AuditPage'),
});

/** What is no place, told where the way on is in sight. What cannot even be read as an address is left to the root. */
const elsewhere = createRoute({ getParentRoute: () => inside, path: '$', component: NotFound });

const tree = root.addChildren([
  signIn,
  inside.addChildren([
    home,
    overview,
    queue,
    tickets,
    ticket,
    promises,
    people,
    person,
    feedback,
    dashboards,
    dashboard,
    explore,
    goals.addChildren([goalList, playbook, goal]),
    settings.addChildren([keys, audit]),
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
