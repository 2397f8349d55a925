/** How promises are kept, and what waits. */
import type { StandardDashboard } from '../dashboard.ts';
import { bars, gauge, line, number, row, table, tilesOf } from '../rows.ts';

export const SLA_AND_BACKLOG: StandardDashboard = {
  id: 'sla-and-backlog',
  title: 'SLA and backlog',
  description: 'Promises kept and broken, and the health of what is open: how much, how old, in whose hands.',
  tiles: tilesOf([
    row(2, number('sla_first_response', 3), number('sla_resolution', 3), number('sla_breached', 3), number('sla_severe', 3)),
    row(2, number('backlog', 3), number('backlog_age', 3), number('unassigned_share', 3), number('waiting', 3)),
    row(
      5,
      gauge('sla_compliance', 'All promises', 3),
      line('kept', 'Promises kept', ['sla_first_response', 'sla_next_response', 'sla_resolution'], 5),
      {
        id: 'breaches',
        title: 'Breaches by clock',
        chart: 'stacked',
        question: { metrics: ['sla_breached'], dimensions: ['clock'], grain: 'auto', limit: 7 },
        w: 4,
      },
    ),
    row(
      5,
      table(
        'by-priority',
        'By priority',
        'priority',
        ['sla_compliance', 'sla_met', 'sla_breached', 'sla_severe', 'sla_share_of_target'],
        7,
        {
          question: {
            metrics: ['sla_compliance', 'sla_met', 'sla_breached', 'sla_severe', 'sla_share_of_target'],
            dimensions: ['priority'],
            compare: 'previous',
            order: { by: 'priority', direction: 'asc' },
          },
        },
      ),
      bars('sla_breached', 'charged', 'Who held the time', 5, {
        sentence: 'Each breach is charged to whoever held most of the time until it.',
      }),
    ),
    row(5, line('backlog-over-time', 'Backlog', ['backlog'], 6), {
      id: 'backlog-by-status',
      title: 'Backlog by status',
      chart: 'stacked',
      question: { metrics: ['backlog'], dimensions: ['status'], grain: 'auto', limit: 7 },
      w: 6,
    }),
    row(
      5,
      line('age', 'Age of the backlog', ['backlog_age', 'backlog_age_p90'], 6, {
        sentence: 'The age of the middle ticket, and of the oldest tenth.',
      }),
      bars('backlog', 'priority', 'Priorities in the backlog', 3, {
        question: { metrics: ['backlog'], dimensions: ['priority'], order: { by: 'priority', direction: 'asc' } },
      }),
      bars('backlog', 'team', 'In whose hands', 3),
    ),
    row(
      5,
      table('policies', 'By policy', 'policy', ['sla_compliance', 'sla_breached'], 6),
      table('teams', 'By team', 'team', ['sla_compliance', 'sla_breached', 'sla_severe'], 6),
    ),
  ]),
};
