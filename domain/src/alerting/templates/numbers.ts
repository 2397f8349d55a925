/** What deserves a look of each number that has a warning in the catalogue (requirements 49 to 60): it fires there, and is well again at the target. */
import type { MetricId } from '../../metrics/index.ts';
import { numberOf, boundWords } from '../words.ts';
import { DAY_S, type RuleTemplate } from './template.ts';

const KPIS: readonly MetricId[] = [
  'csat',
  'first_response',
  'resolution',
  'fcr',
  'nps',
  'ces',
  'reopen',
  'escalation',
  'sla_compliance',
  'tickets_per_100_customers',
];

/** Of fewer cases a share says nothing. */
const LEAST_N = 20;

export const NUMBERS: readonly RuleTemplate[] = KPIS.map((id): RuleTemplate => {
  const metric = numberOf(id);
  const { label, betterWhen, description, band } = metric;
  // Of a band the upper end: what is too little is no fault of these.
  const target = metric.target ?? band?.to;
  const warning = metric.warning ?? band?.warnsAbove ?? target;
  if (warning === undefined) throw new Error(`${id} has nothing in the catalogue that a rule could warn of`);
  const compare = betterWhen === 'higher' ? 'below' : 'above';
  return {
    id: `kpi.${id}`,
    group: 'kpi',
    spec: {
      name: `${label} ${compare} ${boundWords(metric, warning)}`,
      description,
      subject: { kind: 'metric', metric: id, windowSeconds: 7 * DAY_S, everySeconds: 3600 },
      condition: { compare, value: warning, ...(target !== undefined && { clear: target }), leastN: LEAST_N },
      severity: 'warning',
      audience: { roles: ['manager'] },
      advice: ['Open the number and divide it by team, category and channel: where is it worst?', 'See what the playbook proposes for it.'],
    },
  };
});
