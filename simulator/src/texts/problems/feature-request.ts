/** What customers wish for. */
import type { Problem } from '../problem.ts';

export const FEATURE_REQUEST: readonly Problem[] = [
  {
    subject: 'Wish: schedule exports to SharePoint',
    opening:
      'it would help us a lot if scheduled exports could be written to SharePoint directly. Today somebody downloads {dashboard} every Monday and uploads it by hand.',
    asks: 'Would a folder per report be enough, or do you need the file name to carry the date?',
    says: 'The date in the file name would be important for our audit.',
    fix: 'Thank you, I have added your vote and the wish for dates in file names. It is planned for the next half-year. Until then a webhook with Power Automate does the same; I attached a guide.',
    bot: 'Exports can go to e-mail, S3 and SFTP today. SharePoint is on our list; I can add your vote to it.',
    note: 'Vote no. {small} for SharePoint. Sent the Power Automate workaround.',
  },
  {
    subject: 'Feature request: comments on single data points',
    opening:
      'we would like to comment on single points in a chart, for instance to explain the dip on {date}, so that the question is not asked every week.',
    asks: 'Should comments be visible to everybody who sees the chart, or to the team only?',
    says: 'To everybody in the workspace.',
    fix: 'I passed it on with your example. You can already place an annotation at a date under Chart > Annotations; comments on points are being designed, and I asked to invite you to the preview.',
    bot: 'You can add an annotation at a date: open the chart, choose Annotations, then Add.',
    note: 'Feature idea logged, wants to take part in research.',
  },
  {
    subject: 'Please support rolling 13 months',
    opening: 'our finance team works with rolling 13 months. The date filter only offers 12. Is there a way, or could you add it?',
    asks: 'Should the current month count as one of the 13?',
    says: 'No, 13 full months.',
    fix: 'There is a way: choose "Custom", then "last 13 months", and untick "include current". I saved it as a preset in your workspace, called "Rolling 13".',
    bot: 'Under Date filter > Custom you can enter any number of months.',
    note: 'Solved with a custom preset. Not obvious, told documentation.',
  },
  {
    subject: 'Idea: dark wall screen mode',
    opening:
      'we show {dashboard} on a screen in the office. A mode without menus that changes between dashboards every minute would be great.',
    asks: 'Would it have to work without somebody being signed in on that screen?',
    says: 'Yes, the screen has no keyboard.',
    fix: 'Good news: "Share > Wall link" does that, with a link that needs no sign-in and can be limited to your network. Changing between dashboards comes with the next release.',
    bot: 'You can share a dashboard as a wall link: Share > Wall link.',
    note: 'Wall link shown. Rotation is in beta, enabled for them.',
  },
  {
    subject: 'Alerts in Microsoft Teams',
    opening: 'are alerts to Microsoft Teams planned? Our people hardly read mail. Slack exists already, as far as I can see.',
    asks: 'One channel for all alerts, or a channel per alert?',
    says: 'Per alert would be best.',
    fix: 'Teams is available as a preview. I have switched it on for your workspace; you can choose a channel for each alert under Alerts > Deliver to.',
    bot: 'Alerts can be delivered by mail, Slack and webhook. Teams accepts webhooks: Channel > Connectors > Incoming webhook.',
    note: 'Preview flag teams_alerts enabled.',
  },
  {
    subject: 'Bulk edit for user rights',
    opening: 'we have {seats} users and must change the rights of each one by one. Could there be a bulk edit, or an import from a list?',
    asks: 'Are the rights given by department? Groups may already do what you need.',
    says: 'By department, yes. I did not know that groups exist.',
    fix: 'I made groups for your five departments and put everybody in by the department in the profile. Rights are changed once per group now.',
    bot: 'Rights can be given to groups: Users > Groups. People can be put into groups by a CSV list.',
    note: 'Groups introduced. Wish for CSV in the user list logged.',
  },
  {
    subject: 'Suggestion: undo in the dashboard editor',
    opening:
      'please add an undo to the dashboard editor. I deleted the wrong chart in {dashboard} today, saved without noticing, and had to build it again.',
    asks: 'Do you know the version history? It keeps what was saved for 30 days.',
    says: 'No! Where is it?',
    fix: 'Dashboard > History. I restored the chart from the version of {time}. An undo while editing has {count} votes and is in development.',
    bot: 'Under Dashboard > History earlier versions can be restored for 30 days.',
    note: 'Restored from history. +1 for undo.',
  },
  {
    subject: 'API for annotations?',
    opening:
      'we would like to write our deployments as annotations into charts automatically. I cannot find an API call for it in the documentation.',
    asks: 'Would one call per deployment be fine, or do you need to write many at once?',
    says: 'One call is fine.',
    fix: 'The call exists but was not documented: POST /v2/annotations with dashboard, at and text. I attached an example; the page in the documentation follows this week.',
    bot: 'I did not find anything about annotations in the API reference.',
    note: 'Undocumented endpoint, docs ticket opened.',
  },
];
