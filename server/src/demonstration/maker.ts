/** As whom the demonstration sets up what a visitor finds: it sees all of its workspace, and the audit log names it. */
import type { Who } from '../audit/index.ts';
import { WORKSPACE } from './progress.ts';

const WHO: Who = { kind: 'system', id: 'demonstration', name: 'The demonstration', from: null };

export const MAKER = {
  workspaceId: WORKSPACE,
  scope: { rows: { to: 'all' }, aggregate: { to: 'all' }, text: true },
  writesRules: true,
  name: 'the demonstration',
  who: WHO,
} as const;
