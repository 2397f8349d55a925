/** The dashboards that every workspace has, in the order they are listed. A new one is a file here and a line below. */
import type { StandardDashboard } from '../dashboard.ts';
import { EXECUTIVE } from './executive.ts';
import { FEEDBACK } from './feedback.ts';
import { ISSUES } from './issues.ts';
import { SLA_AND_BACKLOG } from './sla.ts';
import { TEAM } from './team.ts';
import { VOLUME } from './volume.ts';

export const STANDARD_DASHBOARDS: readonly StandardDashboard[] = [VOLUME, TEAM, FEEDBACK, SLA_AND_BACKLOG, ISSUES, EXECUTIVE];
