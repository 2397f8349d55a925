/** What an automation can know of a ticket when it looks at it. Given whole by whoever asks, so that live and in a dry run the same is decided of the same. */
import type { Calendar } from '../calendar/index.ts';
import { tierKey } from '../directory/index.ts';
import type { TicketEvent } from '../event/index.ts';
import type { Asking } from '../survey/index.ts';
import { isHidden, type TicketState } from '../ticket/index.ts';
import { keywordIn, likeness } from './keywords.ts';

/** A ticket of the same customer. */
export interface RecentTicket {
  readonly id: string;
  readonly createdAt: number;
  readonly category: string | null;
  readonly subject: string | null;
}

/** A schedule or an escalation policy, by its id. */
export type Called = { readonly schedule: string } | { readonly policy: string };
/** The agent who is on call there, or why none is: a gap, somebody whom no ticket can be given, or a schedule that is gone. */
export type OnCallAgent = { readonly agent: string } | { readonly agent: null; readonly why: string };

/** Whom an action found that looks for whoever is on call; `why` where that is nobody, and it was given to whom it names besides. */
export interface Found {
  readonly agent: string | null;
  readonly why?: string;
}

export interface AutomationFacts {
  readonly ticket: TicketState;
  /** Null where there is none, or it has been erased. */
  readonly subject: string | null;
  /** What the customer wrote last, for all to see. */
  readonly message: string | null;
  readonly customerTier: string | null;
  readonly plan: string | null;
  readonly mrr: number | null;
  /** Those of the customer before this one, the latest first. */
  readonly recent: readonly RecentTicket[];
  readonly calendars: ReadonlyMap<string, Calendar>;
  /** The workspace's. */
  readonly timeZone: string;
  /** Who is on call at an instant, milliseconds since 1970. */
  readonly onCall: (called: Called, at: number) => OnCallAgent;
  /** By what the customer is asked how it was, and how often they were. */
  readonly surveys: Pick<Asking, 'settings' | 'contact' | 'fault'>;
}

/** What made an automation look: an event, or that time has passed since an instant. */
export type Happened =
  | {
      readonly kind: 'event';
      readonly event: TicketEvent;
      /** The automations whose effect it is, from the first to the last; none where somebody else did it. */
      readonly chain: readonly string[];
    }
  | {
      readonly kind: 'time';
      readonly since: number;
      /** Of what it counts from, likewise. */
      readonly chain: readonly string[];
    };

const SIMILAR_DAYS = 14;
/** Half of the words that say something. */
const LIKE = 0.5;
const DAY_MS = 86_400_000;

/** The latest that is of the same category, or asks with like words; null where none does. */
export function similarTicket({ recent, ticket, subject }: AutomationFacts, now: number, withinDays = SIMILAR_DAYS): RecentTicket | null {
  const { category } = ticket.now;
  return (
    recent.find(
      (one) =>
        one.createdAt >= now - withinDays * DAY_MS &&
        ((category !== null && one.category === category) ||
          (subject !== null && one.subject !== null && likeness(subject, one.subject) >= LIKE)),
    ) ?? null
  );
}

export const isVip = ({ ticket, customerTier }: AutomationFacts): boolean =>
  tierKey(customerTier) === 'enterprise' || ticket.now.tags.some((tag) => tag.toLowerCase() === 'vip');

const ANGRY = ['negative', 'angry', 'frustrated', 'very negative', 'upset', 'bad'];
const CALM = ['neutral', 'calm', 'mixed'];
const HAPPY = ['positive', 'happy', 'satisfied', 'very positive', 'good'];

/** What a connection says of the mood in the custom field `sentiment`, in one of three words; null where nobody says anything known. */
export function sentimentOf({ customFields }: TicketState): 'negative' | 'neutral' | 'positive' | null {
  const said = customFields['sentiment'];
  if (typeof said !== 'string') return null;
  if (keywordIn(ANGRY, [said]) !== null) return 'negative';
  if (keywordIn(HAPPY, [said]) !== null) return 'positive';
  return keywordIn(CALM, [said]) === null ? null : 'neutral';
}

/** What is decided of: neither deleted, nor spam, nor merged into another, and its creation is known. */
export const isDecidedOf = (ticket: TicketState): boolean => !isHidden(ticket) && !ticket.provisional;
