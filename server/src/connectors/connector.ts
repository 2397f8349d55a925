/**
 * The seam between the runtime, which is one for all help desks, and a connector, which is one help desk: what to ask, and what the
 * answers mean. A connector keeps nothing and decides nothing about time: pages, cursors, limits, repetition and storage are the runtime's
 * (runtime/). `pull` and the other calls reach the system through `Calls` alone; `map` is pure, so that raw payloads can be mapped again.
 */
import type { CalendarInput } from '@watchdesk/domain/calendar';
import type { Actor, EventType, Priority, Status } from '@watchdesk/domain/event';
import type { PolicyInput } from '@watchdesk/domain/sla';
import type { z } from 'zod';
import type { WebhookMapping } from './webhook/mapping.ts';

export interface Connector<Credentials = unknown, Options = unknown> {
  /** The folder's name, such as `zendesk`; what a connection is of. */
  readonly system: string;
  /** What people call it. */
  readonly label: string;
  /** Secret; goes into the vault and is never answered again. The form is made from it: every field wants `.describe()`. */
  readonly credentials: z.ZodType<Credentials>;
  /** Not secret, and shown: an address, a first day. */
  readonly options: z.ZodType<Options>;
  /**
   * What is read, in the order of the back-fill: people before the tickets that name them. None of a system that is only heard, by its webhooks: `reach`,
   * `check` and `pull` are then never called.
   */
  readonly streams: readonly string[];
  /** Where its calls go, and with what. */
  reach(credentials: Credentials, options: Options): Reach;
  /** Fresh credentials in the place of those that ran out (401); null where only a person can give others. */
  renew?(call: Calls, credentials: Credentials): Promise<Credentials | null>;
  /** One cheap call that needs the credentials; throws CallFailed where they do not serve. Done before a connection is saved. */
  check(call: Calls, options: Options): Promise<void>;
  /** One page. `cursor` is null at the very beginning, and otherwise what the last page gave. */
  pull(call: Calls, stream: string, cursor: unknown, about: { readonly options: Options; readonly now: number }): Promise<Page>;
  /** Everything about one ticket, by its id over there: what a webhook only hints at. */
  pullTicket?(call: Calls, ticket: string, about: { readonly options: Options; readonly now: number }): Promise<Items[]>;
  /** A cursor so many seconds earlier, for streams whose cursor is a time; the very same where it is not. */
  earlier?(stream: string, cursor: unknown, seconds: number): unknown;
  /**
   * The keys of what the mapper wants to know of earlier, such as `user/42`. Those that begin with `snapshot/` are of the last state it saw: mapping history
   * again begins without them, and an item older than the state remembered must not put that back.
   */
  needs?(stream: string, items: readonly unknown[], maps: Maps): string[];
  /** What is needed and was never remembered, asked for; a key that is nowhere is left out. */
  lookUp?(call: Calls, keys: readonly string[]): Promise<Record<string, unknown>>;
  /** Pure. */
  map(stream: string, items: readonly unknown[], given: Given): Mapped;
  /** What the system's own words mean where nobody said otherwise; the first version of a connection's maps. */
  readonly firstMaps?: Maps;
  readonly webhook?: Webhook;
  /** The promises and opening hours that are kept over there, in our words, to be taken over by whoever wants to. */
  rules?(call: Calls, given: Pick<Given, 'source' | 'maps'>): Promise<RulesOffer>;
  /**
   * Asks the system to do it (decision 14); throws CallFailed where it does not. What became of it comes back as events of the system's own. `ticket` is the
   * id over there. Where `isAgain`, nobody knows whether the last attempt was done, and a second time must change nothing.
   */
  command?(call: Calls, ticket: string, command: Command, given: Given, order: Order): Promise<void>;
}

export interface Reach {
  /** https://acme.zendesk.com: paths are put behind it, and next pages must begin with it. */
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Each call takes a token of every bucket that its path belongs to. */
  readonly limits: readonly { readonly name: string; readonly matches: RegExp; readonly perMinute: number }[];
}

/** What a mapper is given beside the items. */
export interface Given {
  /** Ids are `${source}:${id over there}`: of tickets, in `ticket` and wherever data names one, and likewise of people, organisations, teams and sites. */
  readonly source: string;
  readonly maps: Maps;
  /** What was remembered, or looked up, under the keys of `needs`. */
  readonly known: Readonly<Record<string, unknown>>;
}

/**
 * What a workspace says of one connection's words: versioned, edited in the screen. Keys are the raw words over there.
 * An unknown status is 'open' and a warning, never a guess.
 */
export interface Maps {
  readonly status: Readonly<Record<string, Status>>;
  readonly priority: Readonly<Record<string, Priority>>;
  /** The id of a custom field over there → `category`, `product`, `language`, `serviceSite`, `supportTier`, or the name of a custom field of ours. A field that is not named is not taken. */
  readonly customFields: Readonly<Record<string, string>>;
  /** A user over there → the agent they are here. */
  readonly users: Readonly<Record<string, string>>;
  /** Of the mapped webhook alone: what its payloads mean (webhook/mapping.ts). */
  readonly payloads?: WebhookMapping | undefined;
}

export const NO_WORDS: Maps = { status: {}, priority: {}, customFields: {}, users: {} };

/** An event as EVENTS.md says, without workspace and source. Its id comes from the ids over there, so that repeating it is harmless. */
export interface MappedEvent {
  readonly id: string;
  readonly at: string | number;
  readonly seq?: number;
  readonly actor?: Actor;
  readonly ticket?: string;
  readonly type: EventType;
  readonly data: unknown;
  /**
   * For whoever looks at where it came from; no part of the event. `synthetic`: made from two states of the ticket, since nothing tells of the change itself;
   * `state` is the key under which the new one is remembered, unless the event is turned away.
   */
  readonly raw?: { readonly synthetic?: boolean; readonly state?: string };
}

export interface Mapped {
  readonly events: readonly MappedEvent[];
  /** Words that no map knows: `what` is a part of Maps (`status`, `customFields` …), so that they can be offered there. */
  readonly warnings: readonly { readonly what: string; readonly value: string }[];
  /** What could not be read: the field, and what it should have been. */
  readonly dead: readonly { readonly item: unknown; readonly field: string; readonly reason: string }[];
  /** What later items need (`needs`): roles, last snapshots. Never a name, an address or a text: erasing a customer does not come by here. */
  readonly remember?: Readonly<Record<string, unknown>>;
}

/** Under which a mapper remembers what people over there call the custom field of this id, for whoever says what it means here. */
export const titleKey = (field: string): string => `${TITLE}${field}`;
export const TITLE = 'title/';

export interface RulesOffer {
  readonly calendars: readonly { readonly key: string; readonly name: string; readonly spec: CalendarInput }[];
  /** They name their calendars by the keys above, until those are saved and have ids. */
  readonly policies: readonly PolicyInput[];
  readonly notes: readonly RulesNote[];
}

/** What could not be said here, or is said otherwise. */
export interface RulesNote {
  /** The policy or calendar that is spoken of, by its name. */
  readonly about: string;
  readonly kind: 'left_out' | 'otherwise';
  /** A sentence. */
  readonly what: string;
}

export interface Items {
  readonly stream: string;
  readonly items: readonly unknown[];
}

/** One page of a pull: the items as received (kept raw before they are read) and where to go on. */
export interface Page {
  readonly items: readonly unknown[];
  /** JSON; committed once the page is stored. */
  readonly cursor: unknown;
  /** There is nothing more for now. */
  readonly done: boolean;
  /** ISO 8601: until when this stream is read, for the estimate of the end and for the lag. */
  readonly upTo?: string;
}

export interface Webhook {
  /** What a trigger over there is to send, where events cannot be subscribed to. */
  readonly triggerBody?: object;
  /** On the raw body and in constant time (signatures/). One secret alone, or two while one is being replaced. */
  verify(request: RawRequest, secrets: readonly string[], options?: unknown): Verdict;
  /** What a verified body says. Throws where it cannot be read: it becomes a dead letter. */
  read(request: RawRequest): { readonly hints: readonly string[]; readonly items?: readonly Items[] };
}

export interface RawRequest {
  readonly method: string;
  /** As the sender called it, with scheme and host. */
  readonly url: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
}

export type Verdict =
  /** `marks` are what the delivery is known by: one that has any mark of an earlier one is a repetition or a replay, and changes nothing. */
  { readonly ok: true; readonly marks?: readonly string[] } | { readonly ok: false; readonly reason: 'missing' | 'wrong' | 'stale' };

export type Command =
  | { readonly kind: 'assign'; readonly to: string | null; readonly team?: string | null | undefined }
  | { readonly kind: 'status'; readonly to: Status }
  | { readonly kind: 'priority'; readonly to: Priority }
  | { readonly kind: 'tag'; readonly added: readonly string[]; readonly removed: readonly string[] }
  | { readonly kind: 'note' | 'reply'; readonly text: string };

/** What surrounds a command. */
export interface Order {
  readonly id: string;
  /** The agent who asks for it, by the id they have here. */
  readonly by: string;
  readonly isAgain: boolean;
}

/**
 * The only way to the system: through the SSRF filter, with the runtime's token buckets, `Retry-After` and back-off, and its patience for 408,
 * 425, 429, 5xx and broken connections. Gives 2xx, 404, 410 and 422 to whoever called; anything else throws CallFailed. A path is put behind the base;
 * a whole URL (a next page) must have the base's scheme and host.
 */
export interface Calls {
  get(path: string, query?: Query): Promise<Reply>;
  send(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Reply>;
}

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Reply {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON of the answer; null where it had no body. */
  readonly body: unknown;
}

/** The system said no, or nothing that can be used. Its message holds no secret and no text of a customer. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly kind: 'credentials' | 'refused' | 'gone' | 'unreachable';
  readonly status: number | null;

  constructor(kind: CallFailed['kind'], message: string, status: number | null = null) {
    super(message);
    this.kind = kind;
    this.status = status;
  }
}
