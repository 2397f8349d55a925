/** What conditions may ask about: what it is called, how it is compared, and what else has to be said. Those of the event are empty where time alone passed. */
import { ACTOR_KINDS, CHANNELS, ESCALATION_KINDS, PRIORITIES, STATUSES, SUPPORT_TIERS, SURVEYS } from '../event/index.ts';

const SENTIMENTS = ['negative', 'neutral', 'positive'] as const;
const YES_NO = ['yes', 'no'] as const;

export interface Field {
  readonly label: string;
  /** A value or several, yes or no, a number, or words in a text; `any`: a value or a number. */
  readonly compared: 'value' | 'flag' | 'number' | 'words' | 'any';
  readonly values?: readonly string[];
  /** What may, and what must, be said beside. */
  readonly extras?: readonly string[];
  readonly needs?: readonly string[];
}

const field = (one: Field): Field => one;
const value = (label: string, values?: readonly string[]): Field => field({ label, compared: 'value', ...(values && { values }) });
const number = (label: string): Field => field({ label, compared: 'number' });

const NAMED = {
  status: value('status', STATUSES),
  priority: value('priority', PRIORITIES),
  supportTier: value('support tier', SUPPORT_TIERS),
  team: value('team'),
  assignee: value('assignee'),
  channel: value('channel', CHANNELS),
  category: value('category'),
  product: value('product'),
  requester: value('customer'),
  organisation: value('organisation'),
  customerTier: value('customer tier'),
  plan: value('plan'),
  language: value('language'),
  /** The connection it came through. */
  source: value('source'),
  tags: value('tags'),
  customField: field({ label: 'custom field', compared: 'any', extras: ['name'], needs: ['name'] }),
  subject: field({ label: 'subject', compared: 'words' }),
  /** The customer's latest. */
  message: field({ label: 'latest message of the customer', compared: 'words' }),
  /** Either of the two. */
  text: field({ label: 'subject or latest message', compared: 'words' }),
  /** What a connection says of it in a custom field of that name; empty where nobody does. */
  sentiment: value('sentiment', SENTIMENTS),
  /** Tagged so, or of the tier enterprise. */
  vip: field({ label: 'VIP', compared: 'flag', values: YES_NO }),
  /** Monthly recurring revenue of the organisation, in its own currency. */
  mrr: number('monthly revenue'),
  /** The customer had one of the same category, or with a like subject, lately. */
  similarTicket: field({ label: 'similar recent ticket', compared: 'flag', values: YES_NO, extras: ['withinDays'] }),
  openHours: field({ label: 'opening hours', compared: 'flag', values: YES_NO, extras: ['calendar'], needs: ['calendar'] }),
  timeOfDay: field({
    label: 'time of the day',
    compared: 'flag',
    values: YES_NO,
    extras: ['from', 'until', 'weekdays', 'timeZone'],
    needs: ['from', 'until'],
  }),
  ageHours: number('hours since it was created'),
  waitHours: number('hours the customer has waited'),
  reopens: number('times reopened'),
  /** Public replies of agents in this cycle. */
  replies: number('replies'),
  'event.to': value('new value'),
  'event.kind': value('kind of escalation', ESCALATION_KINDS),
  'event.toTier': value('tier escalated to', SUPPORT_TIERS),
  'event.survey': value('survey', SURVEYS),
  /** As a share of what is possible it is `event.scorePercent`. */
  'event.score': number('score'),
  'event.scorePercent': number('score in per cent'),
  'event.visibility': value('visibility', ['public', 'internal']),
  'event.actor': value('who did it', ACTOR_KINDS),
  'event.added': value('tags added'),
  'event.name': value('name of the custom field'),
} satisfies Record<string, Field>;

export type FieldName = keyof typeof NAMED;
export const FIELDS: Readonly<Record<FieldName, Field>> = NAMED;
export const FIELD_NAMES = Object.keys(NAMED) as [FieldName, ...FieldName[]];
