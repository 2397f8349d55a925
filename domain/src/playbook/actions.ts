/**
 * What can be done about each kind of issue, and which numbers of a category call for it. A workspace adds its own, changes
 * and hides these.
 */
import type { IssueTypeId } from './issue-types.ts';
import type { SignalId } from './signals.ts';

export interface Action {
  readonly id: string;
  readonly issueType: IssueTypeId;
  readonly action: string;
  readonly signals: readonly SignalId[];
}

const of = (issueType: IssueTypeId, actions: Readonly<Record<string, readonly [action: string, ...signals: SignalId[]]>>): Action[] =>
  Object.entries(actions).map(([id, [action, ...signals]]) => ({ id: `${issueType}-${id}`, issueType, action, signals }));

export const ACTIONS: readonly Action[] = [
  ...of('api', {
    documentation: [
      'Check that the documentation and an article answer the question as customers ask it, and send the link along with the reply.',
      'fcr',
      'replies_per_ticket',
    ],
    solutions: ['Look at those that were solved well and write the steps down, so that the next one is answered from them.', 'resolution'],
    recurring: ['Put what keeps coming back before what came once, and look for its cause.', 'reopen'],
    critical: ['Hand what is critical to the specialists at once, with the call that failed and its answer.', 'backlog_age_p90'],
  }),
  ...of('login', {
    unresolved: ['Look into everybody who still cannot get in before anything else.', 'backlog_age_p90', 'first_response'],
    seniors: ['Give those that drag on to a senior agent or to the team that knows sign-in.', 'resolution'],
    account: ['Look first at the state of the account, its password resets and what was changed lately.', 'fcr', 'replies_per_ticket'],
    automation: ['Let the bot walk people through the usual steps, so that the simple ones need nobody.', 'containment'],
  }),
  ...of('reports', {
    dissatisfaction: ['Read what the dissatisfied say about their reports, and sort it by what is wrong with them.', 'csat'],
    requirements: ['Set what the report was to show beside what it shows, and find what is missing or different.', 'reopen', 'fcr'],
    customisation: [
      'Offer ways to adapt the report, a filter, a column or a format, before calling it done.',
      'csat',
      'replies_per_ticket',
    ],
    ignored: ['Begin with those that nobody has touched for longest.', 'backlog_age_p90', 'first_response'],
  }),
  ...of('data_import', {
    causes: ['Find out why the same imports fail again and have it mended for good, not once more by hand.', 'reopen'],
    similar: ['Take the other failed imports of the same customer up together with this one.', 'fcr', 'replies_per_ticket'],
    ahead: ['Help before it fails: check the file with the customer, send a template, watch the first run.', 'csat'],
    specialists: ['Hand what stays unsolved to the specialists, with a sample of the file.', 'backlog_age_p90', 'resolution'],
  }),
  ...of('feature_request', {
    status: ['Ask the developers where the request stands, and note it on the ticket.', 'resolution'],
    timeline: ['Tell the customer when it may come, even if roughly, or that it will not.', 'csat'],
    reminders: ['Set a day on which to write again, so that nobody has to ask.', 'backlog_age_p90', 'replies_per_ticket'],
  }),
  ...of('billing', {
    bottlenecks: ['Follow a few from arrival to end and see where they lie and wait: an approval, a refund, another team.', 'resolution'],
    alerts: ['Have an alert remind somebody before the reply is late.', 'first_response'],
    seniors: ['Give what is critical, or about a large sum, to those with the most experience of billing.', 'backlog_age_p90', 'csat'],
    history: ['Read the customer’s earlier invoices and tickets and look for what repeats or does not fit.', 'reopen', 'fcr'],
  }),
  ...of('ui_bug', {
    critical: ['Take first what stops people from working and what many report.', 'first_response', 'reopen'],
    element: ['Pin down the very element, the page and the browser, so that it can be reproduced.', 'replies_per_ticket', 'fcr'],
    workaround: ['Give the customer a way around it for the time being.', 'csat'],
    specialists: ['Hand what stays unsolved to the specialists, with the steps to reproduce it.', 'backlog_age_p90', 'resolution'],
  }),
];
