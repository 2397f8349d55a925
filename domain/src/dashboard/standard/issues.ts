/** What tickets are about, and how each kind of issue goes. */
import type { StandardDashboard } from '../dashboard.ts';
import { bars, line, number, row, table, tilesOf } from '../rows.ts';

export const ISSUES: StandardDashboard = {
  id: 'issues',
  title: 'Issue types',
  description: 'What customers write about, what grows, and which kinds take long, come back or disappoint.',
  tiles: tilesOf([
    row(2, number('created', 3), number('resolution', 3), number('fcr', 3), number('reopen', 3)),
    row(5, bars('created', 'category', 'Distribution of issue types', 5, { sentence: 'With their shares, which add up to the whole.' }), {
      id: 'issues-over-time',
      title: 'Issue types over time',
      chart: 'stacked',
      question: { metrics: ['created'], dimensions: ['category'], grain: 'auto', limit: 7 },
      w: 7,
    }),
    row(
      7,
      table(
        'issues',
        'Issue types compared',
        'category',
        ['created', 'first_response', 'resolution', 'fcr', 'reopen', 'replies_per_ticket', 'csat'],
        12,
      ),
    ),
    row(6, {
      id: 'time-and-satisfaction',
      title: 'Resolution time and satisfaction',
      chart: 'scatter',
      question: {
        metrics: ['resolution_mean', 'csat_mean', 'resolved'],
        dimensions: ['category'],
        limit: 30,
      },
      sentence: 'Issue types by their mean resolution and mean score; the size is how many were resolved.',
      w: 12,
    }),
    row(
      5,
      line('csat-by-month', 'CSAT by month', ['csat'], 6, { chart: 'bar', question: { metrics: ['csat'], grain: 'month' } }),
      line('score', 'Mean score by month', ['csat_mean'], 6, { chart: 'bar', question: { metrics: ['csat_mean'], grain: 'month' } }),
    ),
    row(
      7,
      {
        id: 'issues-by-weekday',
        title: 'Issue types by day of the week',
        chart: 'heat',
        question: { metrics: ['created'], dimensions: ['category', 'weekday'], limit: 150 },
        w: 8,
      },
      bars('created', 'tags', 'Tags', 4, { sentence: 'A ticket of two tags counts under both.' }),
    ),
    row(
      5,
      bars('handle_time', 'category', 'Work per ticket', 4),
      bars('escalation', 'category', 'Escalated', 4),
      bars('created', 'product', 'By product', 4),
    ),
  ]),
};
