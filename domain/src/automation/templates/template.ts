/** A ready automation, to be made one's own. Its id stays, so that it is known which of them a workspace has. */
import type { AutomationInput } from '../automation.ts';

export interface AutomationTemplate {
  readonly id: string;
  readonly group: 'sorting' | 'routing' | 'customers' | 'time' | 'escalation' | 'surveys' | 'promises';
  readonly spec: AutomationInput & { readonly name: string; readonly description: string };
  /** What somebody has to say before it can be switched on, by the path within it. Until then a word stands in its place, or nobody is told. */
  readonly asks: readonly { readonly path: string; readonly label: string }[];
}

export const HOUR_S = 3600;
export const DAY_S = 86_400;
