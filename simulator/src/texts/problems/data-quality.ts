/** What customers write when figures look wrong. */
import type { Problem } from '../problem.ts';

export const DATA_QUALITY: readonly Problem[] = [
  {
    subject: 'Revenue in {dashboard} does not match our ERP',
    opening:
      'revenue for {month} in {dashboard} is {amount} lower than in our ERP. The auditors are here this week and we need to know which figure is right.',
    asks: 'Does the ERP figure include credit notes of the following month? The model counts them by their own date.',
    says: 'I checked: the ERP moves them back to the month of the invoice.',
    fix: 'That is the whole difference, to the cent. I added a measure "revenue by invoice month" which moves credit notes the way your ERP does; the two agree now.',
    bot: 'Differences often come from credit notes and from the date a row is counted by. Data model > Explain shows how a measure is computed.',
    note: 'Definition, not data. New measure added.',
  },
  {
    subject: 'Rows missing since {date}',
    opening:
      'about {count} orders are missing since {date}. They are in the source, the import says "successful", but {dashboard} does not have them.',
    asks: 'Do the missing ones have something in common, a country or a sales channel?',
    says: 'They are all from our new shop in {city}.',
    fix: 'The row rights had no entry for the new shop, so its orders were loaded but hidden. I added it; all {count} orders are visible.',
    bot: 'Rows may be loaded but hidden by row rights. An administrator sees them under Data model > Row rights > Preview.',
    note: 'Row-level security without the new shop.',
  },
  {
    subject: 'Same customer counted twice',
    opening:
      'customers are counted twice when they have two e-mail addresses. Our count of {count} active customers is too high by about a tenth.',
    asks: 'Is there an id that stays the same, such as a customer number from the CRM?',
    says: 'Yes, every record has our CRM number.',
    fix: 'I changed the model to count by CRM number. The report shows about ten per cent fewer customers, and I left a note on the chart that says why.',
    bot: 'Choose the column that identifies a customer under Data model > Entities > Key.',
    note: 'Entity key changed from e-mail to CRM number.',
  },
  {
    subject: 'Exchange rates seem to be old',
    opening:
      'amounts in foreign currency look wrong since {date}. I believe the exchange rates are not updated any more: the rate for USD has not changed for weeks.',
    asks: 'Which source of rates is chosen in your workspace? The one of your bank needs a renewal of consent every 90 days.',
    says: 'Our bank. The consent ended on {date}, I just saw it.',
    fix: 'With the consent renewed, rates are loaded again, and I had the missing weeks filled in. The figures since {date} have been recomputed.',
    bot: 'Rates come from the source under Workspace > Currencies. A bank as source needs a renewal every 90 days.',
    note: 'Consent expired silently. Alert requested.',
  },
  {
    subject: 'Negative stock in {dashboard}',
    opening: '{dashboard} shows negative stock for {count} articles, which is impossible. Our warehouse system has the right numbers.',
    asks: 'Are goods received booked at night and sales at once? Then stock dips below zero during the day.',
    says: 'Yes, receipts are transferred at 23:00.',
    fix: 'I moved the load of receipts to every hour together with sales. There is no negative stock today.',
    bot: 'Negative values appear when sources are loaded at different times. Load them together under Data pipelines > Order.',
    note: 'Load order. No defect.',
  },
  {
    subject: "Yesterday's figures change during the day",
    opening:
      'the figures of yesterday are different in the morning and in the afternoon. People do not trust {dashboard} any more. Why does the past change?',
    asks: "Do your shops send late bookings? I see about {count} rows a day that arrive after 8:00 with yesterday's date.",
    says: 'Some shops upload when they open, at ten.',
    fix: 'I added a mark to the chart that says until when a day is complete, and the morning mail goes out at 11:00. The figures themselves were right all the time.',
    bot: 'Late rows change past days. With "complete until" a chart shows which days may still change.',
    note: 'Late-arriving data. Completeness mark added.',
  },
  {
    subject: 'Percentages add up to more than 100',
    opening: 'the shares in the chart "{dashboard}" add up to 126 %. Is this a bug? I would rather not show that to our board.',
    asks: 'Can an order belong to several groups at once? Then it counts in each of them.',
    says: 'Yes, an order can have several tags.',
    fix: 'So each share is right by itself, but they overlap. I changed the chart to the first tag only, and named the other one "orders with this tag".',
    bot: 'Shares add up to more than 100 % when something belongs to several groups.',
    note: 'Overlapping groups, explained.',
  },
  {
    subject: 'Test orders in our figures',
    opening:
      'orders from our test shop are counted in {dashboard} since {version}. How can we keep them out for good? Our figures are too high by {amount}.',
    asks: 'How can they be told apart: by shop, by customer, or by a prefix of the number?',
    says: 'By the shop, it is called "sandbox".',
    fix: 'I put a filter into the model, so that "sandbox" is left out everywhere, and recomputed the figures since {date}.',
    bot: 'Filters in the data model hold for all dashboards: Data model > Filters.',
    note: 'Model filter added.',
  },
];
