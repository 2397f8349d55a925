/**
 * What is told of an incident, filled from the incident (requirements 223, 226). A template is text with names in double braces; each is
 * put in once, as text, so that nothing that somebody wrote is read as a template again. The next update is what the policy promises (A.25 I8).
 */
import { INCIDENT_ROLES, type UpdateAudience } from '../event/index.ts';
import { updateClock } from './cadence.ts';
import { CHECKLISTS, ROLES } from './checklists.ts';
import { termsOf } from './policy.ts';
import { spanOf } from './span.ts';
import { type IncidentState, RESOLUTION } from './state.ts';

export interface IncidentTemplate {
  readonly id: 'customers.initial' | 'customers.update' | typeof RESOLUTION | 'internal.escalation';
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

We apologise for the inconvenience and will keep you updated.{{link}}`,
  },
  {
    id: 'customers.update',
    label: 'Update',
    audience: 'customers',
    subject: '{{service}}: update',
    text: `The issue affecting {{service}} goes on.

Impact: {{summary}}
Status: {{status}}
Next update: {{next}}{{link}}`,
  },
  {
    id: RESOLUTION,
    label: 'Resolved',
    audience: 'customers',
    subject: '{{service}}: issue resolved',
    text: `The issue affecting {{service}} has been resolved.

Duration: {{started}} to {{ended}}
Impact: {{summary}}
Resolution: {{resolution}}

We apologise for any inconvenience caused.{{report}}{{link}}`,
  },
  {
    id: 'internal.escalation',
    label: 'Internal escalation',
    audience: 'internal',
    subject: '{{id}} {{severity}}: {{title}}',
    text: `Escalation summary
Severity: {{severity}} ({{reason}})
Time detected: {{started}}{{detectedBy}}
Escalated by: {{by}}
Escalated to: {{to}}

Issue description
{{summary}}

Customer impact
- Affected customers: {{customers}}
- Impact type: {{block}}
- Symptoms: {{symptoms}}
- Tickets: {{tickets}}, {{breached}} with a breached promise

Investigation so far
{{investigation}}

Immediate actions taken
{{actions}}

Communication status
- Status page: {{statusPage}}
- Customers: {{told}}
- Inside: {{toldInside}}`,
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
  /** What was noted last, oldest first. */
  readonly notes: readonly string[];
  /** What somebody who works on it is called. */
  readonly nameOf: (agent: string) => string;
  /** Null where no page is public. */
  readonly statusPage: OnStatusPage | null;
}

/** What the public page says of an incident, as it stands there. */
export interface OnStatusPage {
  readonly url: string;
  /** What customers are told of it stands there. */
  readonly isShown: boolean;
  /** The names of the components that it is shown under. */
  readonly components: readonly string[];
  /** Of what it hits, what no component follows. */
  readonly without: readonly string[];
  /** When what stands there last was told, in ms; null where nothing does. */
  readonly postedAt: number | null;
}

const STATUS_WORDS = {
  investigating: 'Our team is investigating',
  identified: 'The cause is known and a fix is under way',
  monitoring: 'A fix is in place and we are watching it',
  resolved: 'Resolved',
  closed: 'Resolved',
} as const;
const USERS_WORDS = { one: 'one user', multiple: 'several users', all: 'all users' } as const;
const KIND_WORDS = { security: 'security', data_loss: 'loss of data', payments: 'payments' } as const;
const BLOCK_WORDS = { complete: 'Outage', major: 'Degradation', minor: 'Slight impairment' } as const;

/** The draft of an update. */
export function fillTemplate(template: IncidentTemplate, state: IncidentState, facts: TemplateFacts): { subject: string; text: string } {
  const known = wordsOf(state, facts);
  const fill = (text: string) => text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => known[name] ?? '');
  return { subject: fill(template.subject).slice(0, 500), text: fill(template.text) };
}

function wordsOf(state: IncidentState, facts: TemplateFacts): Readonly<Record<string, string>> {
  const { now, instant, by, customers, tickets, breached, statusPage } = facts;
  const { policy, severity, affected, severities, assessment, detectedBy } = state;
  const terms = termsOf(policy, severity);
  const span = spanOf(state);
  const summary = state.summary === '' ? state.title : state.summary;
  const kinds = assessment.overrides.map((one) => KIND_WORDS[one]);
  return {
    id: state.id,
    title: state.title,
    service: affected.services.length > 0 ? listed(affected.services) : state.title,
    summary,
    severity,
    reason: state.severityReason,
    status: STATUS_WORDS[state.status],
    next: terms.updateSeconds === null ? 'when it is resolved' : `within ${minutesWords(terms.updateSeconds)}`,
    started: instant(span?.from ?? now),
    detectedBy: detectedBy === null || detectedBy === '' ? '' : `, by ${detectedBy}`,
    ended: instant(span?.to ?? now),
    resolution: state.review.rootCause === '' ? 'The service works as it did before.' : state.review.rootCause,
    report: severities.some(({ to }) => to === 'SEV1') ? ` A detailed report follows within ${hoursWords(policy.reviewSeconds)}.` : '',
    link: statusPage?.isShown ? `\n\nStatus page: ${statusPage.url}` : '',
    by,
    to: escalatedTo(state, now),
    customers: `${customers} known so far (${USERS_WORDS[assessment.users]})`,
    tickets: String(tickets),
    breached: String(breached),
    block: [BLOCK_WORDS[assessment.block], ...kinds].join(', '),
    symptoms: affected.services.length > 0 ? `${listed(affected.services)}: ${summary}` : summary,
    investigation: bullets([STATUS_WORDS[state.status], ...causeOf(state), ...facts.notes]),
    actions: bullets(actionsOf(state, facts)),
    statusPage: onStatusPage(facts),
    told: toldWords(state, 'customers', facts),
    toldInside: toldWords(state, 'internal', facts),
  };
}

/** Whoever its path has come to by now, and the first one before that. */
function escalatedTo(state: IncidentState, now: number): string {
  const { escalation } = termsOf(state.policy, state.severity);
  const open = (now - (state.declaredAt ?? now)) / 1000;
  return (escalation.findLast(({ afterSeconds }) => afterSeconds <= open) ?? escalation[0])?.to ?? 'nobody';
}

const causeOf = ({ review }: IncidentState): string[] => (review.rootCause === '' ? [] : [`Cause: ${review.rootCause}`]);

/** What the initiation has done, who has which role, and which actions are under way. */
function actionsOf({ checklist, roles, actions }: IncidentState, { instant, nameOf }: TemplateFacts): string[] {
  const done = CHECKLISTS.flatMap(({ items }) =>
    items.flatMap(({ id, text }) => (checklist[id] ? [`${text}, at ${instant(checklist[id].at)}`] : [])),
  );
  const named = INCIDENT_ROLES.flatMap((role) =>
    roles[role].length > 0 ? [`${ROLES[role].name}: ${roles[role].map(nameOf).join(', ')}`] : [],
  );
  return [...done, ...named, ...actions.filter(({ state }) => state !== 'dropped').map(({ title }) => title)];
}

/** What stands there, whatever anybody ticked. */
function onStatusPage({ instant, statusPage }: TemplateFacts): string {
  if (statusPage === null) return 'none is public';
  const { url, isShown, components, without, postedAt } = statusPage;
  if (!isShown) return `not shown, no component for ${listed(without)} (${url})`;
  const under = components.length === 0 ? '' : ` under ${listed(components)}`;
  return postedAt === null ? `nothing posted yet (${url})` : `posted at ${instant(postedAt)}${under} (${url})`;
}

function toldWords(state: IncidentState, audience: UpdateAudience, { now, instant }: TemplateFacts): string {
  const last = state.updates.findLast((one) => one.audience === audience);
  if (last) return `told at ${instant(last.at)}`;
  return audience === 'customers' && updateClock(state, now).skipped.length > 0 ? 'not told, and overdue' : 'not told yet';
}

/** What somebody wrote over several lines stays one item. */
const bullets = (all: readonly string[]): string =>
  all.length === 0 ? '- None yet' : all.map((one) => `- ${one.trim().replaceAll(/\s*\n\s*/g, ' ')}`).join('\n');

const listed = (all: readonly string[]): string => (all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`);
const minutesWords = (seconds: number): string => (seconds % 3600 === 0 ? hoursWords(seconds) : `${Math.round(seconds / 60)} minutes`);
const hoursWords = (seconds: number): string => {
  const hours = Math.round(seconds / 3600);
  return hours === 1 ? '1 hour' : `${hours} hours`;
};
