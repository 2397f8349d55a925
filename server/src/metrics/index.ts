/** The catalogue asked of the facts: a query, why a number is so, and the tickets behind it, each within the viewer's scope. */
import { type Asker, answering, type MetricsParts } from './answering.ts';
import { askQuery } from './ask.ts';
import { customDimensions } from './custom-fields.ts';
import { type EscalationQuestion, escalationAnalytics } from './escalation-analytics.ts';
import { drill, type DrillQuestion } from './drill.ts';
import { explain, type ExplainQuestion } from './explain.ts';
import type { MetricQuery } from './question.ts';

export { answering, type Asker, type MetricsParts } from './answering.ts';
export { iso } from './ask.ts';
export { conditionSql } from './compile.ts';
export { ESCALATION_FIGURES, ESCALATION_FILTERS } from './escalation-analytics.ts';
export type { MetricQuery } from './question.ts';
export { NONE } from './labels.ts';
export type { DrillQuestion } from './drill.ts';
export type { ExplainQuestion } from './explain.ts';
export { type Figures, figuresOf } from './figures.ts';
export { type Asking, bucketsIn, frameOf, periodFor, zoneOfWorkspace } from './frame.ts';
export { checkQuery, refuseUnbound } from './question.ts';
export { runStatement } from './run.ts';
export { bindingOf, type Filter, type Frame, rowsSql } from './scan.ts';
export { boundSql, FEWEST_PEOPLE, inSightSql } from './scope-sql.ts';
export { stillInSight } from './still-in-sight.ts';
export { type Stratum, strataOf } from './strata.ts';
export { withheldOf } from './withhold.ts';
export type Metrics = ReturnType<typeof createMetrics>;

export function createMetrics(parts: MetricsParts) {
  const shared = answering(parts);
  return {
    query: shared((asking, question: MetricQuery, signal) => askQuery(parts, asking, question, signal)),
    escalations: shared((asking, question: EscalationQuestion, signal) => escalationAnalytics(parts, asking, question, signal)),
    explain: shared((asking, question: ExplainQuestion, signal) => explain(parts, asking, question, signal)),
    drill: shared((asking, question: DrillQuestion, signal) => drill(parts, asking, question, signal)),
    /** The custom fields by which the viewer may divide. */
    customDimensions: ({ workspaceId, scope }: Asker) => customDimensions(parts.analytics, workspaceId, scope),
    /** The facts have changed, of all workspaces where none is named: what was answered before is not given again. */
    outdate: shared.outdate,
  };
}
