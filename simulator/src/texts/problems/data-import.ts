/** What customers write about imports. */
import type { Problem } from '../problem.ts';

export const DATA_IMPORT: readonly Problem[] = [
  {
    subject: 'CSV import stops at row {count}',
    opening:
      'our nightly import of {file} stops at row {count} with "unexpected end of record". The same file worked until {weekday}. Nothing changed on our side that I know of.',
    asks: 'Could you send me the header line and rows around {count} of {file}? I would like to see whether a quoted field holds a line break.',
    says: 'Attached. Row {count} has a comment field with a line break in it, written by one of our people in the ERP.',
    fix: 'The comment in row {count} holds a line break inside quotes, and the import profile had "strict rows" switched on. I have switched it off for {file} and started the import again: all rows came through.',
    bot: 'An import that stops with "unexpected end of record" usually meets a line break inside a quoted field. In Data pipelines > Import profile, switch "Strict rows" off and run the import again.',
    note: 'Strict rows was on, file has RFC 4180 line breaks in column "comment". Profile changed, re-run fine. Worth a hint in the error message.',
  },
  {
    subject: 'Umlauts and accents broken after import',
    opening:
      'after importing {file} names such as Müller or François show up as question marks in {dashboard}. In the source they look right. About {count} rows are affected.',
    asks: 'Which program wrote {file}? If it is an older Excel, it may be saved in Windows-1252 rather than UTF-8.',
    says: 'It comes out of Excel on a Windows machine, "CSV (comma delimited)".',
    fix: 'That Excel format is saved as Windows-1252. I have set the encoding of your import profile accordingly and re-imported {file}; the {count} rows in {dashboard} read correctly now.',
    bot: 'Broken accents mean the file is not UTF-8. Choose the encoding in the import profile (for Excel: Windows-1252), or save the file as "CSV UTF-8", and import it again.',
    note: 'Encoding mismatch, Windows-1252 file read as UTF-8. Profile set. Customer exports by hand from Excel.',
  },
  {
    subject: "Duplicate rows since yesterday's import",
    opening:
      'since the import on {date} every order of that day appears twice in {dashboard}. Revenue looks doubled, and my boss has noticed before I did. How do we get rid of the {count} duplicates?',
    asks: 'Was the import started by hand on {date} in addition to the schedule? I see two runs, eleven minutes apart.',
    says: 'Yes, a colleague started it because she thought the schedule had failed.',
    fix: 'Both runs on {date} appended the same file. I removed the second batch, {count} rows, and set "order id" as the key of the import, so that a second run updates rows instead of adding them.',
    bot: 'Rows appear twice when a file is imported twice without a key. Set a unique column as the key under Import profile > Matching; you can undo a batch under Import history.',
    note: 'Batch rolled back via import history. No merge key had been set since onboarding, now order_id.',
  },
  {
    subject: 'Import from S3 bucket fails: access denied',
    opening:
      'the connector to our S3 bucket says "access denied" since {weekday}, {time}. We rotated the credentials last week but entered the new ones in the connector.',
    asks: 'Does the new key have s3:ListBucket on the bucket itself, besides s3:GetObject on its contents? The connector lists before it reads.',
    says: 'You are right, our platform team only granted GetObject.',
    fix: 'With ListBucket granted the connection test passes, and the {count} files that had piled up since {weekday} have been read. They are in {dashboard} now.',
    bot: 'For "access denied" please check that the key may list the bucket (s3:ListBucket) and read its objects (s3:GetObject). Then run Connectors > Test connection.',
    note: 'Missing ListBucket after key rotation at the customer. Backlog of {count} files loaded.',
  },
  {
    subject: 'Dates imported with day and month swapped',
    opening:
      'dates from {file} arrive with day and month swapped: 03/07 becomes 7 March instead of 3 July. Anything after the 12th is fine, which makes it worse, because half of our report looks right.',
    asks: 'Which locale is set in your import profile? And is the column always day first?',
    says: 'Locale says en-US. All our files are day first.',
    fix: 'I set the locale of the profile to en-GB, which reads dates day first, and re-imported everything since {date}. Please check {dashboard}: 3 July is 3 July again.',
    bot: "The import reads dates in the order of the profile's locale. Choose a locale that writes the day first, or give the format explicitly as DD/MM/YYYY, then import the file again.",
    note: 'Locale en-US on a day-first file. {count} rows re-imported from {date} on.',
  },
  {
    subject: 'Import queue stuck at "waiting" for {hours} hours',
    opening:
      'our imports have been "waiting" for {hours} hours. We have {count} files in the queue and the month-end report is due today. Is there a problem on your side?',
    asks: 'I can see one run that never finished in front of the others. May I cancel it? It would have to be started again.',
    says: 'Please do, that one was only a test.',
    fix: 'A test run from {weekday} held the only import slot of your workspace. I cancelled it, the {count} files went through within minutes, and imports now time out after two hours.',
    bot: 'Imports run one after another. Open Import history and see whether an older run is still going: cancelling it lets the others start.',
    note: 'Hung worker, run cancelled. Third one in this cluster this month, told engineering.',
  },
  {
    subject: 'New column in source is not imported',
    opening:
      'we added the column "cost_centre" to {file} on {date}, but it does not show up in the data model. Refreshing the schema does not change anything.',
    asks: 'Is the import profile set to "fixed columns"? You find it below the preview, in grey.',
    says: 'Yes, "fixed columns" is ticked. I never saw that.',
    fix: 'With "fixed columns" new ones are ignored. I unticked it and refreshed the schema: cost_centre is there and filled back to {date}.',
    bot: 'New columns are picked up when "Fixed columns" in the import profile is off. Switch it off, then choose Refresh schema.',
    note: 'Fixed columns on. Back-filled cost_centre from {date}.',
  },
  {
    subject: 'Google Sheets connector: quota exceeded',
    opening:
      'the Google Sheets connector fails several times a day with "quota exceeded for read requests". We refresh {count} sheets, and {dashboard} shows yesterday\'s figures.',
    asks: 'How often are the sheets refreshed? I see a schedule of five minutes for all of them.',
    says: 'Five minutes, that was the default when we set it up.',
    fix: "I spread the refreshes over the hour and set sheets that change daily to once a day. That stays well below Google's limit; there was no failure in the last {hours} hours.",
    bot: 'Google limits how often sheets are read. Refresh less often, or put several ranges in one sheet: Connectors > Google Sheets > Schedule.',
    note: 'Quota 300/min per project. Schedules spread. The default of 5 minutes is not a good one.',
  },
  {
    subject: 'Excel file rejected: file too large',
    opening: "we cannot upload {file}, it is refused as too large although it has only 48 MB. Last quarter's was bigger and went through.",
    asks: 'Does the workbook have hidden sheets or pivot tables? The limit counts what is inside after unpacking.',
    says: 'There is a hidden sheet with old raw data, about {count} rows.',
    fix: 'Unpacked, the workbook comes to more than 1 GB because of the hidden sheet. Without it the upload works; for the raw data I made you a CSV profile, which has no such limit.',
    bot: 'The limit for Excel is 1 GB unpacked. Remove hidden sheets, or save the table as CSV: there the limit is 20 GB.',
    note: 'Hidden sheet. Suggested CSV. Error message should say "unpacked".',
  },
];
