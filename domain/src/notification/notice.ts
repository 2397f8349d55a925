/**
 * A notice: what somebody is told, whoever tells it and whichever way it goes. It carries all that a message needs (what happened, why, what to do, where to
 * look). Nothing in it says who a customer is or what they wrote: a channel that may tell such things looks them up by the ticket when it sends, so that
 * whoever is erased is erased here too. Names in it were typed by somebody all the same, and every renderer escapes them for its channel.
 */
import { z } from 'zod';
import { asked, dimensionsUpTo, metricsUpTo } from '../dashboard/index.ts';
import { PRIORITIES, wellFormed } from '../event/index.ts';

export const NOTICE_EVENTS = ['fired', 'escalated', 'acknowledged', 'snoozed', 'resolved'] as const;
export type NoticeEvent = (typeof NOTICE_EVENTS)[number];

/** From the least to the most. */
export const SEVERITIES = ['info', 'warning', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

const text = (most: number) => wellFormed(most).min(1, 'must not be empty');
const instant = z.int('must be milliseconds since 1970');

/** A question to the catalogue whose answer is the number that the notice is about. */
const explained = z.strictObject({
  metrics: metricsUpTo(30),
  dimensions: dimensionsUpTo(3),
  ...asked,
  /** Milliseconds since 1970. */
  period: z.strictObject({ from: instant, to: instant }),
  timeZone: z.string().optional(),
});

/** Below the address of the installation: no notice leads anywhere else. */
const path = z
  .string()
  .max(2000)
  .regex(/^\/(?![/\\])[^\s\\]*$/, 'must be a path of this installation, such as /tickets/4711');

/** Of steps before it a promise has six; more than one rule may tell of each. */
export const MOST_EARLIER = 50;

/** Of an alert of thousands those that came first stand for all. */
export const MOST_TICKETS = 100;

export const notice = z.strictObject({
  /** Of this notice: posted again with the same key, nothing more is sent to whoever was told. */
  key: text(300),
  /** What it belongs to: all notices of an alert, or of a ticket's clock cycle, are one conversation in a mailbox and one incident of a pager. */
  thread: text(300),
  event: z.enum(NOTICE_EVENTS),
  severity: z.enum(SEVERITIES),
  /** One line: `First response breached`. What customers wrote has no place in it. */
  title: text(200),
  /** What happened, in a sentence or a few. */
  what: text(2000),
  /** Why it says so: the number or the rule explained. */
  why: z.strictObject({ text: text(2000), explain: explained.optional() }),
  /** What to do about it, the first thing first. */
  advice: z.array(text(500)).max(10).readonly(),
  facts: z
    .array(
      z.strictObject({
        label: text(100),
        value: text(500),
      }),
    )
    .max(20)
    .readonly(),
  ticketId: text(300).optional(),
  /** Where it is about several: those that came first, by whom it is found who has them. */
  tickets: z.array(text(300)).max(MOST_TICKETS).readonly().optional(),
  /** The ticket's, where it is about one; P1 of several of which one is. */
  priority: z.enum(PRIORITIES).nullable().optional(),
  /** What the team of its one ticket is called. */
  team: text(200).optional(),
  /** The alert that it is about, which its acknowledge and snooze links act on. */
  alertId: text(300).optional(),
  /** Of no alert, and yet somebody is to say that they have it in hand: until then its ladder is climbed. */
  acknowledgeable: z.literal(true).optional(),
  /** Within so many seconds whoever is on call is to acknowledge it, by the policy that its rule goes by. */
  respondSeconds: z.int().min(1).optional(),
  /** The alerts of the same thread that it takes the place of: who was told of them is told of it, and their ladders go on with it. */
  earlier: z.array(text(300)).max(MOST_EARLIER).readonly().optional(),
  links: z
    .array(z.strictObject({ label: text(60), path }))
    .max(6)
    .readonly(),
  /** When it happened; milliseconds since 1970. */
  at: instant,
});
export type Notice = z.output<typeof notice>;

/**
 * Whether it goes to people whatever the hour: of one ticket where that is P1, of several where one is, otherwise where it is critical; and only while somebody has to do something about it.
 */
export const isUrgent = ({ event, severity, priority = null }: Pick<Notice, 'event' | 'severity' | 'priority'>): boolean =>
  (event === 'fired' || event === 'escalated') && (priority === null ? severity === 'critical' : priority === 'P1' && severity !== 'info');
