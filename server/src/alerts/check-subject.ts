/** Whether what a rule on a number asks can be asked of the catalogue: refused with the rule's own field where it cannot. */
import { isRuleOf, type RuleSpec } from '@watchdesk/domain/alerting';
import { fieldOf } from '@watchdesk/domain/metrics';
import type { Clock } from '../clock.ts';
import { Refusal } from '../errors.ts';
import { checkQuery, type Metrics } from '../metrics/index.ts';
import type { RuleMaker } from './whose.ts';

export interface SubjectMaker extends RuleMaker {
  readonly workspaceId: string;
}

const HOUR_MS = 3_600_000;

export function createSubjectCheck({ query, clock }: { readonly query: Metrics['query']; readonly clock: Clock }) {
  return async ({ workspaceId, scope: { text } }: SubjectMaker, spec: RuleSpec): Promise<void> => {
    if (!isRuleOf(spec, 'metric') && !isRuleOf(spec, 'anomaly')) return;
    const { metric, filters, by } = spec.subject;
    const calendar = spec.subject.kind === 'metric' ? spec.subject.calendar : undefined;
    const question = {
      metrics: [metric],
      filters: filters.map((one) => ({ ...one, values: [...one.values] })),
      ...(by && { dimensions: [by] }),
      ...(calendar && { calendar }),
    };
    try {
      checkQuery(question);
      // Which custom fields there are, the facts alone say.
      const isCustom = [...(by ? [by] : []), ...filters.map(({ dimension }) => dimension)].some((id) => fieldOf(id) !== null);
      const now = clock.now();
      const scope = { rows: { to: 'all' }, aggregate: { to: 'all' }, text } as const;
      if (isCustom) await query({ workspaceId, scope }, { ...question, period: { from: now - HOUR_MS, to: now } });
    } catch (error) {
      if (!(error instanceof Refusal) || error.fields.length === 0) throw error;
      const [{ field, message } = undefined!] = error.fields;
      const own = `rule.subject.${field.replace(/^metrics.*/, 'metric').replace(/^dimensions.*/, 'by')}`;
      throw new Refusal(error.code, `${own} ${message}`, { fields: [{ field: own, message }] });
    }
  };
}
