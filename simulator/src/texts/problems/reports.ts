/** What customers write about reports. */
import type { Problem } from '../problem.ts';

export const REPORTS: readonly Problem[] = [
  {
    subject: 'Scheduled report was not sent on {weekday}',
    opening:
      'the report "{dashboard}" that goes out every {weekday} at 7:00 did not arrive today. {seats} people are waiting for it. Nothing in the log that I can see.',
    asks: 'Was the owner of the schedule changed lately? A schedule rests when its owner loses the right to the data.',
    says: 'The owner moved to another department on {date}.',
    fix: "The owner had lost access to one source, so the schedule rested. I made you the owner and sent today's report by hand; next {weekday} it runs as usual.",
    bot: 'Please check Reports > Schedules: a yellow mark shows that a schedule rests, and why.',
    note: 'Owner without rights to source. Ownership moved, report sent.',
  },
  {
    subject: 'Totals in PDF differ from the screen',
    opening:
      'the total in the PDF of {dashboard} is {amount} lower than on the screen. Same filter, same date. Which one is right? We send this to our bank.',
    asks: 'At what time was the PDF made? Data is loaded until 6:30, and the report runs at 6:00.',
    says: 'At 6:00, so before the load ended?',
    fix: 'Yes: the PDF was made half an hour before the last load ended. I moved the report to 7:00 and ticked "wait for data". Today\'s PDF, made again, agrees with the screen.',
    bot: 'A report shows the data of the moment at which it is made. With "Wait for data" it starts after the last load.',
    note: 'Timing, not calculation. Schedule after load.',
  },
  {
    subject: 'Report runs into a timeout',
    opening: 'the yearly report fails with a timeout after 10 minutes. In {month} it took four. It has {count} rows now.',
    asks: 'Do you need single rows, or would monthly sums be enough for the first pages?',
    says: 'Monthly sums for the overview, rows only in the appendix.',
    fix: 'I built the overview on a monthly summary, which takes 20 seconds, and made the appendix a separate export. Both went through just now.',
    bot: 'Large reports run faster on a summary: Reports > Source > Summarise by month.',
    note: 'Rebuilt on summary table. Timeout stays at 10 minutes.',
  },
  {
    subject: 'Wrong time zone in report',
    opening:
      'orders placed after 22:00 are counted to the next day in "{dashboard}". It looks as if the report uses UTC although our workspace is set to our time zone.',
    asks: 'Is a time zone set in the report itself? It takes precedence over that of the workspace.',
    says: 'There it says UTC. It was a copy of a template.',
    fix: 'I set the report to "as workspace". The days add up as you expect, back to the beginning of the data.',
    bot: 'The time zone of a report can be set under Report > Settings; "as workspace" follows your own.',
    note: 'Template with fixed UTC. Checked the other {small} reports too.',
  },
  {
    subject: 'Logo missing in PDF reports',
    opening: 'our logo is missing in all PDF reports since {date}. On the screen it is there.',
    asks: 'Is the logo an SVG file? PDFs want a PNG for the time being.',
    says: 'SVG, we changed it with our new design.',
    fix: 'I converted the logo to PNG and stored it for reports. The next ones carry it; a sample is attached.',
    bot: 'Please upload the logo as PNG under Workspace > Branding > Reports.',
    note: 'SVG not supported in PDF renderer. Known issue.',
  },
  {
    subject: 'How to compare with last year by weekday',
    opening:
      'I want to compare each week with the same week of last year, Monday with Monday. By date the weekends are mixed up. Is there a function for it?',
    asks: 'Should week 53 be compared with week 52 or left out?',
    says: 'Left out is fine.',
    fix: 'Use "same ISO week last year" in Compare to. I built an example next to your chart in {dashboard}.',
    bot: 'Under Compare to, choose "same week last year": it compares Monday with Monday.',
    note: 'How-to. Example added.',
  },
  {
    subject: 'Recipients outside of the company',
    opening: 'we would like to send "{dashboard}" to our tax adviser, who has no account. The form refuses the address {email}.',
    asks: 'May I switch on external recipients for that domain only? Your administrator has to agree.',
    says: 'I am the administrator. Yes, please.',
    fix: 'External recipients are allowed for that one domain now, and the address is in the list. The mail carries a link that expires after seven days.',
    bot: 'An administrator can allow external recipients under Security > Sharing.',
    note: "Domain allowed with the admin's consent.",
  },
  {
    subject: 'Formula gives a division by zero',
    opening: 'our margin formula shows "error" for new products because there is no revenue yet. How can I show a dash instead?',
    asks: 'Could you send me the formula? I can then give you the exact text.',
    says: '(revenue - cost) / revenue',
    fix: 'Please write: if(revenue = 0, null, (revenue - cost) / revenue). An empty result is shown as a dash. I changed it in {dashboard}.',
    bot: 'Use if() to avoid dividing by zero: if(b = 0, null, a / b).',
    note: 'Formula corrected.',
  },
];
