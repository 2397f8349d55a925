/** The addresses of the place of alerts. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import {
  ALERT_NAMES,
  HISTORY_NAMES,
  readAlertSearch,
  readHistorySearch,
  readNewRuleSearch,
  readRulesSearch,
  type AlertSearch,
  type HistorySearch,
  type NewRuleSearch,
  type RulesSearch,
} from '../features/alerts/search.ts';
import { inside, reading } from './entry-routes.tsx';

const place = createRoute({
  getParentRoute: () => inside,
  path: '/alerts',
  component: lazyRouteComponent(() => import('../features/alerts/index.ts'), 'AlertsPlace'),
});

const now = createRoute({
  getParentRoute: () => place,
  path: '/',
  validateSearch: reading<AlertSearch>(readAlertSearch, ALERT_NAMES),
  component: lazyRouteComponent(() => import('../features/alerts/index.ts'), 'NowPage'),
});

const history = createRoute({
  getParentRoute: () => place,
  path: '/history',
  validateSearch: reading<HistorySearch>(readHistorySearch, HISTORY_NAMES),
  component: lazyRouteComponent(() => import('../features/alerts/index.ts'), 'HistoryPage'),
});

const rules = createRoute({
  getParentRoute: () => place,
  path: '/rules',
  validateSearch: reading<RulesSearch>(readRulesSearch, ['q']),
  component: lazyRouteComponent(() => import('../features/alerts/index.ts'), 'RulesPage'),
});

const rule = createRoute({
  getParentRoute: () => place,
  path: '/rules/$ruleId',
  component: lazyRouteComponent(() => import('../features/alerts/index.ts'), 'RulePage'),
});

const newRule = createRoute({
  getParentRoute: () => place,
  path: '/new-rule',
  validateSearch: reading<NewRuleSearch>(readNewRuleSearch, ['template', 'metric', 'filters', 'value']),
  component: lazyRouteComponent(() => import('../features/alerts/index.ts'), 'NewRulePage'),
});

/** As messages link to it. Its id is never one of the words above. */
const alert = createRoute({
  getParentRoute: () => place,
  path: '/$alertId',
  component: lazyRouteComponent(() => import('../features/alerts/index.ts'), 'AlertPage'),
});

export const alerts = place.addChildren([now, history, rules, rule, newRule, alert]);
