/** Words of help desks and what they stand for with us. Only what is plain is here; of the rest the person is asked. */
import type { Channel, Priority, Status, SupportTier } from '@watchdesk/domain/event';

const all = <T extends string>(words: Readonly<Record<T, string>>): ReadonlyMap<string, T> =>
  new Map(
    Object.entries<string>(words).flatMap(([meaning, list]) => list.split('|').map((word) => [plainWord(word), meaning as T] as const)),
  );

/** Letters and figures alone, so that "Waiting for customer" and "waiting_for_customer" are one. */
export const plainWord = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

const STATUS = all<Status | 'deleted' | 'spam'>({
  new: 'new|created|submitted|unassigned|neu',
  open: 'open|reopened|reopen|active|in progress|work in progress|wip|assigned|working|offen|in bearbeitung|investigating',
  pending:
    'pending|waiting|awaiting|waiting for customer|waiting on customer|awaiting user info|awaiting caller|waiting on contact|awaiting reply|waiting for user|customer pending|snoozed|wartend',
  on_hold:
    'hold|on hold|onhold|on-hold|waiting for supplier|waiting on third party|waiting for third party|waiting for vendor|awaiting vendor|awaiting problem|awaiting evidence|waiting for support|blocked|paused|escalated to vendor',
  resolved: 'resolved|solved|done|fixed|complete|completed|resolve|gelöst|erledigt',
  closed: 'closed|close|cancelled|canceled|archived|geschlossen',
  deleted: 'deleted|trash',
  spam: 'spam|junk|suspended',
});
const PRIORITY = all<Priority>({
  P1: 'p1|1|urgent|critical|1 - critical|1-critical|blocker|emergency|highest|severe|sev1|prio 1|dringend',
  P2: 'p2|2|high|2 - high|2-high|major|sev2|prio 2|hoch',
  P3: 'p3|3|normal|medium|moderate|3 - moderate|3-moderate|3 - medium|default|sev3|prio 3|mittel|standard',
  P4: 'p4|4|low|4 - low|4-low|minor|sev4|prio 4|niedrig',
  P5: 'p5|5|planning|5 - planning|lowest|trivial|very low|none',
});
const CHANNEL = all<Channel>({
  email: 'email|e-mail|mail|inbound email|outbound email',
  chat: 'chat|live chat|messaging|messenger|web chat|whatsapp|in-app|conversation',
  phone: 'phone|call|voice|telephone|telefon|inbound call|phone call',
  social: 'social|twitter|facebook|instagram|x|linkedin',
  portal: 'portal|web|web form|form|self-service|self service|website|help center|widget|feedback widget|web service',
  bot: 'bot|chatbot|answer bot|virtual agent',
  sms: 'sms|text message',
  api: 'api|integration',
  other: 'other|walk-in|walk in|in person',
});
const TIER = all<SupportTier>({
  L0: 'l0|tier 0|bot',
  L1: 'l1|tier 1|1st|first line|level 1|t1',
  L2: 'l2|tier 2|2nd|second line|level 2|t2',
  L3: 'l3|tier 3|3rd|third line|level 3|t3',
});

const MEANINGS: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  status: STATUS,
  priority: PRIORITY,
  channel: CHANNEL,
  supportTier: TIER,
};

export const CLOSED_ATTRIBUTES = Object.keys(MEANINGS);

/** What a raw value of the attribute plainly stands for; undefined where it is not plain. */
export const meaningOfWord = (attribute: string, raw: string): string | undefined => MEANINGS[attribute]?.get(plainWord(raw));

/** The map of a column's values, as a mapping has it: what is not plain is left out, and asked. */
export function mapOf(attribute: string, values: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    values.flatMap((value) => {
      const meaning = meaningOfWord(attribute, value);
      return meaning === undefined ? [] : [[value, meaning]];
    }),
  );
}

/** What the values of a column would stand for, for each attribute of which some are plain. */
export function mapsOf(values: readonly string[]): Record<string, Record<string, string>> {
  const maps = CLOSED_ATTRIBUTES.map((attribute) => [attribute, mapOf(attribute, values)] as const);
  return Object.fromEntries(maps.filter(([, map]) => Object.keys(map).length > 0));
}
