/**
 * What is told of an incident, filled from the incident (requirements 223, 226). A template is text with names in double braces; each is
 * put in once, as text, so that nothing that somebody wrote is read as a template again. The next update is what the policy promises (A.25 I8).
 */
import type { UpdateAudience } from '../event/index.ts';
import { updateClock } from './cadence.ts';
import { termsOf } from './policy.ts';
import { type IncidentState, resolvedAtOf } from './state.ts';

export interface IncidentTemplate {
  readonly id: 'customers.initial' | 'customers.update' | 'customers.resolved' | 'internal.escalation';
  readonly label: string;
  readonly audience: UpdateAudience;
  readonly subject: string;
  readonly text: string;
}

export const TEMPLATES: readonly IncidentTemplate[] = [
  {
    id: 'customers.initial',
    label: 'First notice',
    audience: 'customers',
    subject: '{{service}}: service disruption',
    text: `We are currently experiencing an issue affecting {{service}}.

Impact: {{summary}}
Status: {{status}}
Next update: {{next}}

We apologise for the inconvenience and will keep you updated.`,
  },
  {
    id: 'customers.update',
    label: 'Update',
    audience: 'customers',
    subject: '{{service}}: update',
    text: `The issue affecting {{service}} goes on.

Impact: {{summary}}
Status: {{status}}
Next update: {{next}}`,
  },
  {
    id: 'customers.resolved',
    label: 'Resolved',
    audience: 'customers',
    subject: '{{service}}: issue resolved',
    text: `The issue affecting {{service}} has been resolved.

Duration: {{started}} to {{ended}}
Impact: {{summary}}
Resolution: {{resolution}}

We apologise for any inconvenience caused.{{report}}`,
  },
  {
    id: 'internal.escalation',
    label: 'Internal escalation',
    audience: 'internal',
    subject: '{{id}} {{severity}}: {{title}}',
    text: `Escalation summary
Severity: {{severity}} ({{reason}})
Time detected: {{started}}
Escalated by: {{by}}
Escalated to: {{to}}

Issue
{{summary}}

Customer impact
- Affected customers: {{customers}}
- Impact: {{block}}
- Tickets: {{tickets}}, {{breached}} with a breached promise

Investigation so far
- {{status}}

Communication
- Customers: {{told}}`,
  },
];

/** What is filled in that the incident itself does not know. */
export interface TemplateFacts {
  readonly now: number;
  /** Said of instants in the reader's zone. */
  readonly instant: (at: number) => string;
  readonly by: string;
  readonly customers: number;
  readonly tickets: number;
  readonly breached: number;
}

const STATUS_WORDS = {
  investigating: 'Our team is investigating',
  identified: 'The cause is known and a fix is under way',
  monitoring: 'A fix is in place and we are watching it',
  resolved: 'Resolved',
  closed: 'Resolved',
} as const;
const BLOCK_WORDS = { complete: 'Outage', major: 'Degradation', minor: 'Slight impairment' } as const;

/** The draft of an update. */
export function fillTemplate(template: IncidentTemplate, state: IncidentState, facts: TemplateFacts): { subject: string; text: string } {
  const known = wordsOf(state, facts);
  const fill = (text: string) => text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => known[name] ?? '');
  return { subject: fill(template.subject).slice(0, 500), text: fill(template.text) };
}

function wordsOf(
  state: IncidentState,
  { now, instant, by, customers, tickets, breached }: TemplateFacts,
): Readonly<Record<string, string>> {
  const { policy, severity, affected, severities } = state;
  const terms = termsOf(policy, severity);
  const last = state.updates.findLast(({ audience }) => audience === 'customers');
  const minutesOpen = (now - (state.declaredAt ?? now)) / 60_000;
  const due = terms.escalation.filter(({ afterSeconds }) => afterSeconds / 60 <= minutesOpen).at(-1) ?? terms.escalation[0];
  return {
    id: state.id,
    title: state.title,
    service: affected.services.length > 0 ? listed(affected.services) : state.title,
    summary: state.summary === '' ? state.title : state.summary,
    severity,
    reason: state.severityReason,
    status: STATUS_WORDS[state.status],
    next: terms.updateSeconds === null ? 'when it is resolved' : `within ${minutesWords(terms.updateSeconds)}`,
    started: instant(state.startedAt ?? state.declaredAt ?? state.proposedAt ?? now),
    ended: instant(resolvedAtOf(state) ?? now),
    resolution: state.review.rootCause === '' ? 'The service works as it did before.' : state.review.rootCause,
    report: severities.some(({ to }) => to === 'SEV1') ? ` A detailed report follows within ${hoursWords(policy.reviewSeconds)}.` : '',
    by,
    to: due?.to ?? '',
    customers: String(customers),
    tickets: String(tickets),
    breached: String(breached),
    block: BLOCK_WORDS[state.assessment.block],
    told: last ? `told at ${instant(last.at)}` : updateClock(state, now).skipped.length > 0 ? 'not told, and overdue' : 'not told yet',
  };
}

const listed = (all: readonly string[]): string => (all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`);
const minutesWords = (seconds: number): string => (seconds % 3600 === 0 ? hoursWords(seconds) : `${Math.round(seconds / 60)} minutes`);
const hoursWords = (seconds: number): string => {
  const hours = Math.round(seconds / 3600);
  return hours === 1 ? '1 hour' : `${hours} hours`;
};
