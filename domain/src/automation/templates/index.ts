import { SORTING } from './sorting.ts';
import type { AutomationTemplate } from './template.ts';
import { TIME } from './time.ts';

export type { AutomationTemplate } from './template.ts';
export const TEMPLATES: readonly AutomationTemplate[] = [...SORTING, ...TIME];
