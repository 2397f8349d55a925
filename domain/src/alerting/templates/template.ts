/** A standard rule: ready to be made one's own. Its id stays, so that it is known which of them a workspace has. */
import type { RuleInput } from '../rule.ts';

export interface RuleTemplate {
  readonly id: string;
  readonly group: 'realtime' | 'queue' | 'kpi' | 'sla' | 'tickets' | 'incidents' | 'system';
  readonly spec: RuleInput & { readonly name: string; readonly description: string };
}

export const MINUTE_S = 60;
export const HOUR_S = 3600;
export const DAY_S = 86_400;
