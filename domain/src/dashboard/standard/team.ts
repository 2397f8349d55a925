/** How the team does, and each in it. Few cases say little of a person: below twenty nobody is ranked (METRICS D.8). */
import type { StandardDashboard } from '../dashboard.ts';
import { bars, flow, line, number, row, somebodys, spread, table, tilesOf } from '../rows.ts';

export const TEAM: StandardDashboard = {
  id: 'team',
  title: 'Team performance',
  description: 'Response, resolution, quality and load, of teams and of the people in them.',
  tiles: tilesOf([
    row(2, number('first_response', 3), number('resolution', 3), number('csat', 3), number('fcr', 3)),
    row(2, number('backlog', 3), number('longest_wait_so_far', 3), number('sla_compliance', 3), number('escalations', 3)),
    row(
      5,
      line('spread', 'First response, how widely it spreads', ['first_response', 'first_response_p75', 'first_response_p90'], 6, {
        sentence: 'Half, three of four and nine of ten were quicker than the lines.',
      }),
      line('kept', 'Promises kept', ['sla_compliance'], 6),
    ),
    row(
      7,
      table(
        'agents',
        'Agents',
        'agent',
        ['resolved', 'first_response_mean', 'resolution_mean', 'handle_time', 'fcr', 'reopen', 'csat', 'escalations'],
        12,
        { sentence: 'The tickets of different people are not alike: compare within a category before you judge.' },
      ),
    ),
    row(
      6,
      {
        id: 'open-work',
        title: 'Open work by agent',
        chart: 'stacked',
        question: {
          metrics: ['backlog'],
          dimensions: ['agent', 'status'],
          filters: somebodys('agent'),
          limit: 60,
        },
        sentence: 'What each has in hand at the end of the period, by status.',
        w: 6,
      },
      {
        id: 'specialities',
        title: 'Who resolves what',
        chart: 'heat',
        question: { metrics: ['resolved'], dimensions: ['agent', 'category'], filters: somebodys('agent'), limit: 150 },
        w: 6,
      },
    ),
    row(5, spread('first_response', 'How long first responses take', 6), spread('resolution', 'How long resolutions take', 6)),
    row(
      6,
      flow('escalated-between-tiers', 'Escalations between tiers', 'escalations', ['support_tier', 'to_tier'], 6),
      flow('escalated-between-teams', 'Escalations between teams', 'escalations', ['team', 'to_team'], 6, {
        sentence: 'From the team before to the team after; none is the bot or nobody.',
      }),
    ),
    row(2, number('utilisation', 3), number('occupancy', 3), number('escalation_capacity', 3), number('resolved_per_hour', 3)),
    row(
      6,
      {
        id: 'where-time-goes',
        title: 'Where the time goes',
        chart: 'stacked',
        question: { metrics: ['time_logged_in'], dimensions: ['presence'], grain: 'auto' },
        sentence: 'The time people were logged in, added up.',
        w: 6,
      },
      bars('utilisation', 'agent', 'Utilisation by agent', 6, {
        question: { metrics: ['utilisation'], dimensions: ['agent'], filters: somebodys('agent'), limit: 8 },
        sentence: 'Of the time each was logged in, the part on tickets; the busiest first.',
      }),
    ),
    row(5, table('teams', 'Teams compared', 'team', ['resolved', 'first_response', 'resolution', 'sla_compliance', 'csat'], 12)),
    row(
      5,
      bars('created', 'category', 'Trending issues', 4, {
        question: { metrics: ['created'], dimensions: ['category'], compare: 'previous', limit: 8 },
      }),
      line('escalated', 'Escalations', ['escalations'], 4),
      {
        id: 'channel-mix',
        title: 'Channel mix by week',
        chart: 'stacked',
        question: { metrics: ['created'], dimensions: ['channel'], grain: 'week', limit: 7 },
        w: 4,
      },
    ),
  ]),
};
