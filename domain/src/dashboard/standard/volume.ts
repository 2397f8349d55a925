/** How much comes in, where from, and when. */
import type { StandardDashboard } from '../dashboard.ts';
import { bars, flow, line, number, row, table, tilesOf } from '../rows.ts';

export const VOLUME: StandardDashboard = {
  id: 'volume',
  title: 'Volume and trends',
  description: 'How much comes in and goes out, from which places, by which channels, and at which hours.',
  tiles: tilesOf([
    row(2, number('created', 3), number('resolved', 3), number('replies_given', 3), number('bot_handover', 3)),
    row(
      5,
      line('flow', 'In and out', ['created', 'resolved'], 8, { sentence: 'Where the lines part, the backlog grows or shrinks.' }),
      bars('created', 'channel', 'By channel', 4),
    ),
    row(5, line('satisfaction', 'CSAT over time', ['csat'], 6), {
      id: 'channel-mix',
      title: 'Channel mix',
      chart: 'stacked',
      question: { metrics: ['created'], dimensions: ['channel'], grain: 'auto', limit: 7 },
      w: 6,
    }),
    row(6, {
      id: 'peak-hours',
      title: 'Peak hours',
      chart: 'heat',
      question: { metrics: ['created'], dimensions: ['weekday', 'hour'], limit: 200 },
      sentence: 'Tickets created by day of the week and hour, in the zone of the page.',
      w: 12,
    }),
    row(
      7,
      {
        id: 'customers-on-the-map',
        title: 'Where customers are',
        chart: 'map',
        question: { metrics: ['created'], dimensions: ['country'] },
        w: 8,
      },
      bars('created', 'country', 'By country of the customer', 4),
    ),
    row(
      5,
      bars('created', 'service_site', 'By location of the service', 4),
      bars('created', 'domain', 'By domain', 4, { sentence: 'The web or mail domain of the customer’s organisation.' }),
      bars('created', 'product', 'By product', 4),
    ),
    row(
      6,
      {
        id: 'from-bot-to-people',
        title: 'From the bot to people',
        chart: 'funnel',
        question: { metrics: ['created', 'with_bot', 'handed_over', 'handed_over_escalated'] },
        w: 5,
      },
      flow('channels-to-teams', 'From channels to teams', 'created', ['channel', 'team'], 7, {
        sentence: 'The team is that of the creation.',
      }),
    ),
    row(5, bars('created', 'category', 'By category', 6), bars('created', 'customer_tier', 'By tier of the customer', 6)),
    row(
      5,
      table('channels', 'Channels compared', 'channel', ['created', 'first_response', 'resolution', 'replies_per_ticket', 'csat'], 12),
    ),
  ]),
};
