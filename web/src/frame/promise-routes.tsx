/** The addresses of the place of promises. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
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
import { inside, reading } from './entry-routes.tsx';

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

export const promises = sla.addChildren([
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
