/** The few numbers that say whether service is getting better, for a quarter. What needs money or contracts is not among them yet. */
import type { StandardDashboard } from '../dashboard.ts';
import { bars, line, number, row, table, tilesOf } from '../rows.ts';

export const EXECUTIVE: StandardDashboard = {
  id: 'executive',
  title: 'Executive',
  description: 'Satisfaction, promises, speed and escalation of a quarter beside the one before. Choose 90 days.',
  tiles: tilesOf([
    row(2, number('csat', 3), number('nps', 3), number('sla_compliance', 3), number('first_response', 3)),
    row(2, number('resolution_rate', 3), number('escalation', 3), number('re_escalation', 3), number('containment', 3)),
    row(
      5,
      line('satisfaction', 'CSAT by week', ['csat'], 6, { question: { metrics: ['csat'], grain: 'week' } }),
      line('promises', 'Promises kept by week', ['sla_compliance'], 6, { question: { metrics: ['sla_compliance'], grain: 'week' } }),
    ),
    row(5, table('tiers', 'By tier of the customer', 'customer_tier', ['created', 'first_response', 'sla_compliance', 'csat', 'nps'], 12)),
    row(
      5,
      line('volume', 'Volume by week', ['created', 'resolved'], 6, { question: { metrics: ['created', 'resolved'], grain: 'week' } }),
      bars('escalations', 'escalation_kind', 'Why people escalate', 6),
    ),
    row(
      5,
      table('regions', 'By region', 'region', ['created', 'first_response', 'resolution', 'csat'], 7),
      bars('handle_time_total', 'category', 'Where the work goes', 5, { sentence: 'Time that agents worked on tickets.' }),
    ),
  ]),
};
