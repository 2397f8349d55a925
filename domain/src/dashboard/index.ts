export { appended } from './append.ts';
export * from './asked.ts';
export * from './charts.ts';
export * from './dashboard.ts';
export { STANDARD_DASHBOARDS } from './standard/index.ts';
export { shapeFault } from './shape.ts';
