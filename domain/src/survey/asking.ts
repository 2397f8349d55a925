/**
 * Whether a customer is asked, and what. The one decision for what goes by itself after a resolve, for an automation's step and for a dry run: pure, of
 * what it is given. Nobody is asked twice about one cycle, nor oftener than the workspace says.
 */
import { type Survey, SURVEYS } from '../event/index.ts';
import { isActive, isHidden, type TicketState } from '../ticket/index.ts';
import type { SurveySettings } from './settings.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** What comes due later than a day after the resolve, as after a long stop, is not asked any more. */
const STALE_MS = DAY_MS;
/** Even a delay of a whole day leaves this much time. */
const GRACE_MS = HOUR_MS;

/** A survey that was asked for, of whatever ticket of the customer. */
export interface Asked {
  readonly survey: Survey;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly ticket: string;
  readonly cycle: number | null;
}

/** What is known of whom a survey would go to. */
export interface Contact {
  readonly hasAddress: boolean;
  readonly optedOut: boolean;
  readonly asked: readonly Asked[];
}

export interface Asking {
  readonly settings: SurveySettings;
  readonly ticket: TicketState;
  readonly contact: Contact;
  /** Why no letter goes at all; null where they go. */
  readonly fault: string | null;
  readonly now: number;
}

/** The resolve that something is asked after. */
export interface Resolved {
  readonly cycle: number;
  readonly resolvedAt: number;
  readonly dueAt: number;
}

export const HELD_REASONS = [
  'off',
  'kind_off',
  'hidden',
  'no_customer',
  'tagged',
  'reopened',
  'late',
  'asked_in_cycle',
  'throttled',
  'interval',
  'opted_out',
  'no_address',
  'no_mail',
] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

export interface Held {
  readonly reason: HeldReason;
  /** As the end of a sentence. */
  readonly words: string;
}

const held = (reason: HeldReason, words: string): Held => ({ reason, words });

/** The resolve of the present cycle, and when its survey is due; null while there is work to do. */
export function resolvedOf(ticket: TicketState, { delayMinutes }: Pick<SurveySettings, 'delayMinutes'>): Resolved | null {
  const cycle = ticket.cycles.at(-1);
  if (!cycle || cycle.resolvedAt === null || isActive(ticket.now.status)) return null;
  return { cycle: cycle.ordinal, resolvedAt: cycle.resolvedAt, dueAt: cycle.resolvedAt + delayMinutes * MINUTE_MS };
}

/** Why no survey of this kind goes about the ticket now; null where one does. */
export function heldBack(asking: Asking, survey: Survey): Held | null {
  const { settings } = asking;
  return (
    (settings.kinds[survey].on ? null : held('kind_off', `${survey.toUpperCase()} is switched off in Settings › Surveys`)) ??
    heldAtAll(asking) ??
    (isWithin(asking, settings.kinds[survey].everyDays, (one) => one.survey === survey)
      ? held('interval', `the customer was asked for ${survey.toUpperCase()} within ${days(settings.kinds[survey].everyDays)}`)
      : null)
  );
}

/** What is asked after a resolve: of the kinds that are on and not asked too lately, the one that is asked most seldom. */
export function askedAfter(asking: Asking, resolved: Resolved): { readonly survey: Survey } | Held {
  const { ticket, settings, now } = asking;
  const cycle = ticket.cycles.at(-1);
  if (cycle?.ordinal !== resolved.cycle || cycle.resolvedAt === null || isActive(ticket.now.status))
    return held('reopened', 'it was opened again');
  if (now > Math.max(resolved.resolvedAt + STALE_MS, resolved.dueAt + GRACE_MS)) return held('late', 'it came due more than a day ago');
  const kinds = SURVEYS.filter((one) => settings.kinds[one].on).toSorted(
    (a, b) => settings.kinds[b].everyDays - settings.kinds[a].everyDays,
  );
  const reasons: Held[] = [];
  for (const survey of kinds) {
    const reason = heldBack(asking, survey);
    if (reason === null) return { survey };
    reasons.push(reason);
  }
  return reasons.at(-1) ?? heldAtAll(asking) ?? held('kind_off', 'no kind of survey is switched on');
}

/** Whatever kind it would be. */
function heldAtAll(asking: Asking): Held | null {
  const { settings, ticket, contact, fault } = asking;
  if (!settings.enabled) return held('off', 'surveys are switched off in Settings › Surveys');
  if (isHidden(ticket)) return held('hidden', 'it is deleted, spam or merged into another');
  if (ticket.now.requester === null) return held('no_customer', 'it has no customer');
  const tag = settings.notAskedTags.find((one) => ticket.now.tags.includes(one));
  if (tag !== undefined) return held('tagged', `it is tagged ${tag}`);
  if (isAskedInCycle(asking)) return held('asked_in_cycle', 'it was asked for already since the last resolve or reopening');
  if (isWithin(asking, settings.throttleDays)) return held('throttled', `the customer was asked within ${days(settings.throttleDays)}`);
  if (contact.optedOut) return held('opted_out', 'the customer wants no surveys');
  if (!contact.hasAddress) return held('no_address', 'no e-mail address of the customer is known');
  return fault === null ? null : held('no_mail', fault);
}

function isAskedInCycle({ ticket, contact, now }: Asking): boolean {
  const cycle = ticket.cycles.at(-1)?.ordinal ?? 1;
  return (
    ticket.surveys.some((one) => one.cycle === cycle) ||
    contact.asked.some((one) => one.ticket === ticket.id && one.cycle === cycle && one.at <= now)
  );
}

const isWithin = ({ contact, now }: Asking, lastDays: number, which: (one: Asked) => boolean = () => true): boolean =>
  contact.asked.some((one) => which(one) && one.at <= now && now - one.at < lastDays * DAY_MS);

const days = (count: number): string => (count === 1 ? 'the last day' : `the last ${count} days`);

/** When a link ends that goes out now. */
export const expiresAt = ({ expiryDays }: Pick<SurveySettings, 'expiryDays'>, now: number): number => now + expiryDays * DAY_MS;
