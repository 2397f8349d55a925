/** Alerts: what demands attention now and what did, why, and the rules that they are made by. */
export { AlertPage } from './AlertPage.tsx';
export { AlertsPlace } from './AlertsPlace.tsx';
export { HistoryPage } from './HistoryPage.tsx';
export { NowPage } from './NowPage.tsx';
export { NewRulePage, RulePage } from './rules/RulePage.tsx';
export { RulesPage } from './rules/RulesPage.tsx';
