/** Whom automations give tickets to that go to whoever is on call. */
import { type AutomationFacts, type AutomationSpec, type Called } from '@watchdesk/domain/automation';
import type { Queryable } from './records.ts';

export interface OnCallSource {
  /** What answers which agent is on call, at any instant, in these schedules and by these policies. */
  agents(queryable: Queryable, workspaceId: string, called: readonly Called[]): Promise<AutomationFacts['onCall']>;
}

/** Where there is no on-call, and where nobody asks for it. */
export const NOBODY_ON_CALL: OnCallSource = { agents: async () => () => ({ agent: null, why: 'nobody is on call' }) };

/** What the steps that assign name. */
export const calledBy = (specs: readonly AutomationSpec[]): Called[] =>
  specs.flatMap(({ actions }) =>
    actions.flatMap((action): Called[] => {
      if (action.do !== 'assignee') return [];
      const { onCall, policy } = action;
      return [...(onCall === undefined ? [] : [{ schedule: onCall }]), ...(policy === undefined ? [] : [{ policy }])];
    }),
  );
