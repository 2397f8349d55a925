/**
 * Rules and automations of the demonstration, taken from the templates as a team would take them, so that a visitor meets alerts. They tell
 * its people in the inbox, as they would tell a team's, for no letter leaves a demonstration. Automations tag and tell, at the most: what the
 * simulated people do with tickets stays theirs.
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

/** What looks at what happens now, and needs no past: taken as soon as the newest day is in. */
export const RULES_AT_ONCE: readonly string[] = [
  'sla.80',
  'sla.90',
  'sla.breach',
  'sla.200',
  'realtime.wait.warning',
  'realtime.wait.critical',
  'realtime.depth.warning',
  'queue.overdue',
  'tickets.low_rating',
  'tickets.escalated_enterprise',
];
/** What compares with weeks, or would look at every ticket of the history while that comes in. */
const RULES_AFTERWARDS: readonly string[] = [
  'queue.age',
  'queue.urgent',
  'kpi.csat',
  'kpi.first_response',
  'kpi.sla_compliance',
  'tickets.no_reply',
  'tickets.unassigned',
  'tickets.unusually_many',
];
/** What calls people for an incident: there before a visitor can declare one. */
export const RULES_BEFOREHAND: readonly string[] = ['incidents.major', 'incidents.raised', 'incidents.update_skipped'];
export const RULES_TAKEN: readonly string[] = [...RULES_BEFOREHAND, ...RULES_AT_ONCE, ...RULES_AFTERWARDS];
export const AUTOMATIONS_TAKEN: readonly string[] = ['sorting.upset', 'sorting.vip', 'surveys.praise'];

/** They fire all day long and end by themselves: told, they would drown the rest. */
const UNTOLD: ReadonlySet<string> = new Set(['sla.80', 'sla.90']);
/** There are overdue promises at any hour; a visitor need not wait five minutes to be told of them. */
const SOON_S = 60;
/** What simulated customers write when they have had enough. */
const UPSET = ['still broken', 'still not solved', 'cannot work', 'happened again', 'no answer yet', 'still waiting'];

type RuleTemplate = (typeof RULES)[number];

function ruleOf({ id, spec }: RuleTemplate) {
  const { condition, audience } = spec;
  return ruleSpec.parse({
    ...spec,
    template: id,
    audience: UNTOLD.has(id) ? {} : audience,
    ...(id === 'queue.overdue' && condition && { condition: { ...condition, forSeconds: SOON_S } }),
  });
}

type AutomationTemplate = (typeof AUTOMATIONS)[number];

function automationOf({ id, spec }: AutomationTemplate) {
  const actions = spec.actions.filter((action) => action.do === 'tag' || action.do === 'notify');
  const isUpset = {
    all: [
      { field: 'text', contains: UPSET },
      { field: 'tags', isNot: ['upset'] },
    ],
  };
  return automationSpec.parse({ ...spec, actions, template: id, ...(id === 'sorting.upset' && { conditions: isUpset }) });
}

/** Takes each template once: one that somebody has removed since does not come back. */
export async function setRules(
  { postgres, alerts, automations }: RuleSetting & { readonly postgres: Postgres },
  wanted: readonly string[] = RULES_TAKEN,
  automated: readonly string[] = AUTOMATIONS_TAKEN,
): Promise<void> {
  await withinWorkspace(WORKSPACE, async () => {
    const had = await templatesHad(postgres);
    const isNew = (taken: readonly string[]) => (one: { readonly id: string }) => taken.includes(one.id) && !had.has(one.id);
    for (const template of RULES.filter(isNew(wanted))) await alerts.rules.create(MAKER, ruleOf(template));
    for (const template of AUTOMATIONS.filter(isNew(automated))) await automations.create(MAKER, automationOf(template));
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
