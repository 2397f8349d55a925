/** What is known of a customer, an organisation, an agent, a team or a site: the fold of its events, as plain JSON. */
import type { CustomValue, EventData, OrderKey, Presence } from '../event/index.ts';

export type DirectoryKind = 'customer' | 'organisation' | 'agent' | 'team' | 'site';

type Attributes<K extends `${DirectoryKind}.upserted`> = Partial<EventData<K>>;

export interface PresenceState {
  readonly state: Presence;
  readonly since: number;
  readonly reason: string | null;
  readonly until: number | null;
}

export interface Shift {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
}

export interface DirectoryState {
  readonly kind: DirectoryKind;
  readonly id: string;
  /** The attributes of the latest events that set each, without personal ones. */
  attributes: Record<string, CustomValue | string[] | Record<string, number>>;
  /** Which event holds each personal attribute. */
  personal: Record<string, { source: string; id: string }>;
  /** Whether anything but presence and shifts is known. */
  described: boolean;
  erasedAt: number | null;
  presence: PresenceState | null;
  /** The latest stretches of presence and the latest shifts, oldest first. */
  presences: PresenceState[];
  shifts: Shift[];
  eventCount: number;
  lastEvent: OrderKey | null;
}

export type CustomerAttributes = Attributes<'customer.upserted'>;
export type OrganisationAttributes = Attributes<'organisation.upserted'>;
export type AgentAttributes = Attributes<'agent.upserted'>;
