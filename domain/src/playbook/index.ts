export { type Action, ACTIONS } from './actions.ts';
export { ISSUE_TYPE_IDS, ISSUE_TYPES, type IssueTypeId, issueTypeOf } from './issue-types.ts';
export { type Call, callOf, SIGNAL_IDS, type SignalId, signalMetric } from './signals.ts';
