/**
 * Rules and automations of the demonstration, taken from the templates as a team would take them, so that a visitor meets alerts. They tell nobody:
 * whoever looks around is not interrupted all the while. And they tag, at the most: what the simulated people do with tickets stays theirs.
 */
import { TEMPLATES as RULES, ruleSpec } from '@watchdesk/domain/alerting';
import { automationSpec, TEMPLATES as AUTOMATIONS } from '@watchdesk/domain/automation';
import type { Alerts } from '../alerts/index.ts';
import type { Automations } from '../automations/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { withinWorkspace } from '../store/wall.ts';
import { MAKER } from './maker.ts';
import { WORKSPACE } from './progress.ts';

export interface RuleSetting {
  readonly alerts: { readonly rules: Pick<Alerts['rules'], 'create'> };
  readonly automations: Pick<Automations, 'create'>;
}

export const RULES_TAKEN: readonly string[] = [
  'sla.80',
  'sla.90',
  'sla.breach',
  'sla.200',
  'realtime.wait.warning',
  'realtime.wait.critical',
  'realtime.depth.warning',
  'queue.age',
  'queue.urgent',
  'queue.overdue',
  'kpi.csat',
  'kpi.first_response',
  'kpi.sla_compliance',
  'tickets.no_reply',
  'tickets.unassigned',
  'tickets.low_rating',
  'tickets.escalated_enterprise',
  'tickets.unusually_many',
  'incidents.major',
  'incidents.update_skipped',
];
export const AUTOMATIONS_TAKEN: readonly string[] = ['sorting.upset'];

/** Takes each template once: one that somebody has removed since does not come back. */
export async function setRules({ postgres, alerts, automations }: RuleSetting & { readonly postgres: Postgres }): Promise<void> {
  await withinWorkspace(WORKSPACE, async () => {
    const had = await templatesHad(postgres);
    for (const { id, spec } of RULES)
      if (RULES_TAKEN.includes(id) && !had.has(id))
        await alerts.rules.create(MAKER, ruleSpec.parse({ ...spec, audience: {}, template: id }));
    for (const { id, spec } of AUTOMATIONS)
      if (AUTOMATIONS_TAKEN.includes(id) && !had.has(id)) {
        const actions = spec.actions.filter((action) => action.do !== 'notify');
        await automations.create(MAKER, automationSpec.parse({ ...spec, actions, template: id }));
      }
  });
}

/** The ids of rules' templates and of automations' differ. */
async function templatesHad({ pool }: Postgres): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ template: string }>(
    `select spec->>'template' as template from alert_rule_version where workspace_id = $1 and spec->>'template' is not null
     union select spec->>'template' from automation_version where workspace_id = $1 and spec->>'template' is not null`,
    [WORKSPACE],
  );
  return new Set(rows.map(({ template }) => template));
}
