export { ANSWERED_BY, answering } from './answering.ts';
export { type Audience, audience, type AudienceInput, type AudienceStep, type Group, group, namesNobody } from './audience.ts';
export { letterOf } from './email.ts';
export { CAP, type Cap, gather, type Gathered, type SentMessage, type Waiting } from './gathering.ts';
export { type Draft, type SetLetter, setLetter } from './letter.ts';
export { manyLines, type OfMany, urgentLinks } from './many.ts';
export { type Line, type Message, messageOf, type Setting, withoutTicket } from './message.ts';
export {
  isUrgent,
  MOST_EARLIER,
  MOST_TICKETS,
  type Notice,
  notice,
  NOTICE_EVENTS,
  type NoticeEvent,
  SEVERITIES,
  type Severity,
} from './notice.ts';
export { pagerdutyBody } from './pagerduty.ts';
export {
  DEFAULT_PREFERENCES,
  type Held,
  type Hold,
  holdOf,
  type Preferences,
  preferences,
  quietHours,
  type QuietHours,
  quietUntil,
  type Shift,
  type Way,
  WAYS,
  waysFor,
} from './preferences.ts';
export { nextTryAt, retryAfterMs, TRIES_AFTER_MS, type Verdict, verdictOf } from './retry.ts';
export { channelsOf, type Having, isAtLeast, onCallOf, peopleOf, type Reachable, type Route } from './routing.ts';
export { slackBody } from './slack.ts';
export { MOST_CARD_BYTES, teamsBody } from './teams.ts';
export { EVENTS_OF, type LoggedEvent, type Trigger, type TriggerRecord, TRIGGERS, triggersOf, type TriggerTicket } from './trigger.ts';
export { filled, PERSONAL_NAMES, TEMPLATE_NAMES, templateFault, type TemplateName, type TemplateValues } from './template.ts';
export { escapeHtml, escapeMrkdwn, fewLines, html, oneLine, shortened } from './text.ts';
export { MOST_WEBHOOK_BYTES, webhookBody } from './webhook.ts';
