/** What customers say, and of what. */
import type { StandardDashboard } from '../dashboard.ts';
import { bars, line, number, row, table, tilesOf } from '../rows.ts';

export const FEEDBACK: StandardDashboard = {
  id: 'feedback',
  title: 'Customer feedback',
  description: 'CSAT, NPS and effort; who answers, who is unhappy, and what goes with it.',
  tiles: tilesOf([
    row(2, number('csat', 3), number('nps', 3), number('ces', 3), number('csat_low', 3)),
    row(
      5,
      line('csat-over-time', 'CSAT over time', ['csat'], 8),
      bars('csat', 'channel', 'CSAT by channel', 4, { sentence: 'The share of 4 and 5 among the answers.' }),
    ),
    row(2, number('csat_mean', 3), number('csat_answers', 3), number('survey_response', 3), number('csat_commented', 3)),
    row(
      5,
      bars('csat', 'category', 'CSAT by category', 4, {
        question: { metrics: ['csat'], dimensions: ['category'], order: { by: 'csat', direction: 'asc' }, limit: 8 },
        sentence: 'The least satisfied first.',
      }),
      bars('csat_low', 'category', 'Low answers to follow up', 4, { sentence: 'Each asks for a follow-up within a day.' }),
      bars('nps', 'customer_tier', 'NPS by tier of the customer', 4),
    ),
    row(
      6,
      {
        id: 'speed-and-satisfaction',
        title: 'Speed and satisfaction',
        chart: 'scatter',
        question: { metrics: ['first_response', 'csat_mean', 'csat_answers'], dimensions: ['category'], limit: 30 },
        sentence: 'Categories by their first response and mean score; the size is the number of answers.',
        w: 6,
      },
      table('effort', 'Where it is hard', 'category', ['ces', 'ces_answers', 'csat'], 6, {
        question: {
          metrics: ['ces', 'ces_answers', 'csat'],
          dimensions: ['category'],
          order: { by: 'ces', direction: 'desc' },
          limit: 20,
        },
      }),
    ),
    row(
      6,
      table('agents', 'Answers by agent', 'agent', ['csat_answers', 'csat', 'csat_mean', 'csat_low', 'csat_commented'], 8),
      bars('csat', 'country', 'CSAT by country', 4),
    ),
    row(
      5,
      line('score', 'Mean score by month', ['csat_mean'], 6, { chart: 'bar', question: { metrics: ['csat_mean'], grain: 'month' } }),
      line('answers', 'Answers', ['csat_answers', 'nps_answers', 'ces_answers'], 6),
    ),
  ]),
};
