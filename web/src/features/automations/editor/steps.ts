/** The steps of an automation: which there are, and how each begins. */
import type { AutomationSpec } from '../../../api/client.ts';

export type Step = AutomationSpec['actions'][number];
export type StepKind = Step['do'];
export type StepOf<K extends StepKind> = Extract<Step, { do: K }>;

/** What the fields of a step are given. */
export interface StepProps<K extends StepKind = StepKind> {
  readonly step: StepOf<K>;
  /** Within the automation, such as `actions.1`. */
  readonly path: string;
  readonly onChange: (step: Step) => void;
}

export const STEP_GROUPS = {
  ticket: ['category', 'priority', 'team', 'assignee', 'tag', 'tier', 'escalate', 'status', 'customField', 'link'],
  write: ['note', 'suggest', 'reply'],
  tell: ['notify', 'hook', 'survey'],
  time: ['wait'],
} as const satisfies Record<string, readonly StepKind[]>;

const BEGINNINGS: { readonly [K in StepKind]: StepOf<K> } = {
  category: { do: 'category', to: '' },
  priority: { do: 'priority', raiseBy: 1 },
  tier: { do: 'tier', to: 'next' },
  escalate: { do: 'escalate', to: 'next', kind: 'other' },
  team: { do: 'team', to: '' },
  assignee: { do: 'assignee', to: '' },
  tag: { do: 'tag', add: [], remove: [] },
  customField: { do: 'customField', name: '', to: '' },
  status: { do: 'status', to: 'pending' },
  note: { do: 'note', body: '' },
  reply: { do: 'reply', body: '' },
  notify: {
    do: 'notify',
    audience: { people: [], roles: [], teams: [], channels: [], ticketTeamLeads: true },
    severity: 'info',
    advice: [],
  },
  hook: { do: 'hook', channel: '' },
  wait: { do: 'wait', seconds: 3600, calendar: null, recheck: true },
  survey: { do: 'survey', survey: 'csat' },
  link: { do: 'link', to: 'similar', kind: 'duplicate' },
  suggest: { do: 'suggest', article: '' },
};

/** What it says before anything is said. */
export const stepOf = (kind: StepKind): Step => BEGINNINGS[kind];

/** A step with a detail, or without it where it is empty. */
export function withDetail<S extends Step, K extends keyof S>(step: S, key: K, value: S[K] | '' | undefined): S {
  const { [key]: _, ...rest } = step;
  return (value === '' || value === undefined ? rest : { ...step, [key]: value }) as S;
}
