export * from './dashboard.ts';
export { STANDARD_DASHBOARDS } from './standard/index.ts';
