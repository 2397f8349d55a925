/** The war room's checklists (requirements 168, 225), and what each role does (227): data, in the order in which they are done. */
import type { IncidentRole } from '../event/index.ts';

export interface ChecklistItem {
  /** What the event that ticks it calls it. */
  readonly id: string;
  readonly text: string;
}

export interface Checklist {
  readonly phase: 'initiation' | 'active' | 'resolution';
  readonly title: string;
  readonly items: readonly ChecklistItem[];
}

const items = (phase: Checklist['phase'], texts: Readonly<Record<string, string>>): ChecklistItem[] =>
  Object.entries(texts).map(([id, text]) => ({ id: `${phase}.${id}`, text }));

export const CHECKLISTS: readonly Checklist[] = [
  {
    phase: 'initiation',
    title: 'Initiation, the first 15 minutes',
    items: items('initiation', {
      page: 'Page on-call and backup',
      bridge: 'Open the incident bridge',
      commander: 'Assign the incident commander',
      impact: 'Assess the impact for a first time',
      status_page: 'Post to the status page',
    }),
  },
  {
    phase: 'active',
    title: 'While it lasts, every round',
    items: items('active', {
      updates: 'Customers hear of it at every interval',
      timeline: 'The scribe keeps the timeline',
      coordination: 'The commander coordinates the investigation',
      workstreams: 'Work goes on in parallel where it can',
      announce: 'Every change is announced before it is made',
    }),
  },
  {
    phase: 'resolution',
    title: 'Resolution',
    items: items('resolution', {
      confirm: 'Confirm that customers are no longer hit',
      status_page: 'Set the status page to resolved',
      all_clear: 'Send the all-clear inside',
      customers: 'Draft what customers are told',
      review: 'Schedule the post-incident review',
    }),
  },
];

/** Whether an item is done anew in every round, as those are that are done while it lasts. */
export const comesBack = (item: string): boolean => item.startsWith('active.');
/** The items of a round. */
export const ROUND_ITEMS: readonly string[] = CHECKLISTS.flatMap(({ items: all }) => all.map(({ id }) => id)).filter(comesBack);

/** Requirement 227. */
export const ROLES: Readonly<Record<IncidentRole, { readonly name: string; readonly does: string }>> = {
  commander: { name: 'Incident commander', does: 'Runs the bridge and decides' },
  technical_lead: { name: 'Technical lead', does: 'Finds the cause and deploys the fix' },
  communications: { name: 'Communications', does: 'Status page and messages to customers' },
  scribe: { name: 'Scribe', does: 'Keeps the timeline, decisions and actions' },
  expert: { name: 'Experts', does: 'Called in as needed' },
};
