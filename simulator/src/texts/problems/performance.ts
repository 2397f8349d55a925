/** What customers write when things are slow. */
import type { Problem } from '../problem.ts';

export const PERFORMANCE: readonly Problem[] = [
  {
    subject: '{dashboard} takes a minute to load',
    opening:
      '{dashboard} takes more than a minute to load since {weekday}. Before it was five seconds. All {seats} users notice it, and the morning meeting waits for it.',
    asks: 'Does it get faster when you leave out the map at the bottom? It reads all {count} rows at once.',
    says: 'Yes! Without the map it opens in four seconds.',
    fix: 'The map read every single row. I set it to one point per city, which looks the same and loads in a second. The dashboard as a whole is at four seconds now.',
    bot: 'Dashboards load faster when charts are built on summaries. Dashboard > Performance shows how long each chart takes.',
    note: 'Map on raw rows. Aggregated by city.',
  },
  {
    subject: 'Queries queue up between 9 and 10',
    opening:
      'every morning between 9 and 10 our queries wait for minutes, afterwards all is well. Is our plan too small or is it something else?',
    asks: 'I see {small} scheduled reports that all start at 9:00. Would other times do for some of them?',
    says: 'Most could run in the night.',
    fix: 'I moved {small} reports to 5:00. The queue at 9 is gone: longest wait today 3 seconds. Your plan is large enough.',
    bot: 'Scheduled reports and people share the same capacity. Spread the schedules over the night under Reports > Schedules.',
    note: 'Thundering herd of schedules at 9:00. No upsell needed.',
  },
  {
    subject: 'Refresh of the data model takes {hours} hours',
    opening:
      'the refresh of our data model takes {hours} hours and is not done when people start work. It used to be 40 minutes. We have {count} rows more than in {month}, but that cannot be all.',
    asks: 'Is "full refresh" switched on? The log reads as if everything were built anew each night.',
    says: 'It should be incremental. Where do I see that?',
    fix: 'A change in the model on {date} had set it back to full. I restored the incremental refresh; last night it took 35 minutes.',
    bot: 'Under Data model > Refresh you can choose "incremental", which only reads what has changed.',
    note: 'Model edit resets incremental flag, bug linked.',
  },
  {
    subject: 'Platform very slow for our office only',
    opening:
      'everything is slow in our office in {city}, while colleagues at home have no problem. Pages take 20 seconds. Our IT says the line is fine.',
    asks: 'Could you open the connection check in the help menu and send me its result?',
    says: 'Attached. It says that downloads go through a proxy.',
    fix: 'Your proxy inspects every answer of ours and breaks compression. With our addresses on its list of exceptions, pages open in a second. The list for your IT is attached.',
    bot: 'Please run Help > Connection check: it shows whether a proxy slows down the connection.',
    note: 'TLS inspection at customer. Sent our address ranges.',
  },
  {
    subject: 'Export of {count} rows never ends',
    opening:
      'the export of {count} rows to Excel runs for hours and then stops without a message. We need it for the auditors by {weekday}.',
    asks: 'Excel ends at 1,048,576 rows. Would CSV, or one file per month, be all right for the auditors?',
    says: 'One file per month would even be better.',
    fix: 'I set up the export with one file per month. It took six minutes; the link is in your downloads.',
    bot: 'For many rows choose CSV or Parquet; Excel files end at about a million rows.',
    note: 'Row limit of xlsx. Export should refuse early.',
  },
  {
    subject: 'Timeouts when many users are signed in',
    opening:
      'at our monthly meeting about {seats} people open {dashboard} at the same time, and half of them get a timeout. Alone it works well.',
    asks: 'When is the next meeting? I would like to warm up the dashboard and watch.',
    says: 'On {weekday} at {time}.',
    fix: 'With shared results switched on, the dashboard is computed once for all. At your meeting {seats} people opened it within a minute, and the slowest waited two seconds.',
    bot: 'Switch on "Share results between viewers" under Dashboard > Performance.',
    note: 'Cache per user was on because of row rights that no longer exist.',
  },
  {
    subject: 'Filter takes long to apply',
    opening:
      'each change of a filter in {dashboard} takes 15 seconds. We change four or five of them in a row, so we wait more than a minute.',
    asks: 'Would it help if the filters were only applied when you press a button?',
    says: 'That would already help a lot.',
    fix: 'I switched on "apply together" for this dashboard, and added a summary for the three filters used most. One change takes two seconds now.',
    bot: 'With Dashboard > Filters > "Apply together" the filters take effect at once when you press Apply.',
    note: 'Apply together plus rollup.',
  },
  {
    subject: 'Alerts arrive {small} minutes late',
    opening: 'our stock alerts arrive about {small} minutes late. We ship within the hour, so this matters.',
    asks: 'How often is the source loaded? An alert looks at the data after each load.',
    says: 'Every 30 minutes. I thought alerts look at the database directly.',
    fix: 'I set the load of the stock table to five minutes, which your plan allows. The alert at {time} came two minutes after the fact.',
    bot: 'Alerts are checked after each load of their source. Load the source more often to be warned earlier.',
    note: 'Load interval. No defect.',
  },
];
