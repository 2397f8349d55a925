/** The standard rules. */
import { INCIDENTS } from './incidents.ts';
import { NUMBERS } from './numbers.ts';
import { QUEUE, REALTIME } from './realtime.ts';
import { LADDER, TICKETS } from './tickets.ts';
import type { RuleTemplate } from './template.ts';

export type { RuleTemplate } from './template.ts';
export const TEMPLATES: readonly RuleTemplate[] = [...LADDER, ...REALTIME, ...QUEUE, ...NUMBERS, ...TICKETS, ...INCIDENTS];
