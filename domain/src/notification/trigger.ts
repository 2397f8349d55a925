/**
 * What outside programs may be triggered by, each with the events of the log it comes of and the flat record it is told as (CONNECTORS.md section 14): an id that never
 * changes, times in ISO 8601, no lists, and nothing of who the customer is or what they wrote.
 */
import type { EventType } from '../event/index.ts';

export const TRIGGERS = [
  'sla.warning',
  'sla.breached',
  'sla.severe',
  'sla.met',
  'ticket.created',
  'ticket.reopened',
  'csat.low',
  'escalated',
] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** In which events of the log each may be found. */
export const EVENTS_OF: Readonly<Record<Trigger, readonly EventType[]>> = {
  'sla.warning': ['sla.warned'],
  'sla.severe': ['sla.warned'],
  'sla.breached': ['sla.breached'],
  'sla.met': ['ticket.message', 'status.changed'],
  'ticket.created': ['ticket.created'],
  'ticket.reopened': ['status.changed', 'ticket.message'],
  'csat.low': ['survey.answered'],
  escalated: ['ticket.escalated'],
};

/** An event as it stands in the log; `at` in milliseconds since 1970. */
export interface LoggedEvent {
  readonly source: string;
  readonly id: string;
  readonly at: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The ticket of an event, as it is now. */
export interface TriggerTicket {
  readonly id: string;
  readonly status: string | null;
  readonly priority: string | null;
  readonly team: string | null;
  readonly assignee: string | null;
  readonly channel: string | null;
  readonly category: string | null;
  readonly product: string | null;
  readonly supportTier: string | null;
  readonly customer: string | null;
  readonly organisation: string | null;
  /** When each of its cycles began; milliseconds. The first is its creation. */
  readonly cyclesStartedAt: readonly number[];
  /** Its clocks that were met: when each stopped, in seconds. */
  readonly met: readonly { readonly clock: string; readonly cycle: string; readonly stop: number; readonly elapsed: number }[];
}

export interface TriggerRecord {
  readonly [name: string]: string | number | null;
  readonly id: string;
  readonly event: Trigger;
  readonly occurredAt: string;
  readonly ticketId: string;
  readonly ticketUrl: string;
}

/** Of the catalogue (`csat_low`): 2 of 5 and less. */
const LOW = 0.4;

/** What an event triggers, none, one or several; each of them always with the same id. */
export function triggersOf(event: LoggedEvent, ticket: TriggerTicket, address: string): TriggerRecord[] {
  const { type, data, at } = event;
  const as = (
    trigger: Trigger,
    more: Readonly<Record<string, string | number | null>> = {},
    id = `${event.source}:${event.id}`,
  ): TriggerRecord => ({
    id,
    event: trigger,
    occurredAt: new Date(at).toISOString(),
    ...about(ticket, address),
    ...more,
  });
  switch (type) {
    case 'sla.warned': {
      const { step, clock, cycle } = data;
      if (step === 200) return [as('sla.severe', { clock: text(clock), cycle: text(cycle), step: 200 })];
      return typeof step === 'number' && step < 100 ? [as('sla.warning', { clock: text(clock), cycle: text(cycle), step })] : [];
    }
    case 'sla.breached':
      return [as('sla.breached', { clock: text(data['clock']), cycle: text(data['cycle']) })];
    case 'ticket.created':
      return [as('ticket.created')];
    case 'ticket.escalated':
      return [as('escalated', { toTier: text(data['toTier']), kind: text(data['kind']) })];
    case 'survey.answered': {
      const { survey, score, scale } = data;
      const isLow = survey === 'csat' && typeof score === 'number' && typeof scale === 'number' && score <= LOW * scale;
      return isLow ? [as('csat.low', { score, scale })] : [];
    }
    case 'ticket.message':
    case 'status.changed': {
      const reopened = ticket.cyclesStartedAt.findIndex((startedAt, index) => index > 0 && startedAt === at);
      const met = ticket.met.filter(({ stop }) => stop === Math.floor(at / 1000));
      return [
        ...(reopened > 0 ? [as('ticket.reopened', { ordinal: reopened + 1 }, `${ticket.id}:reopened:${at}`)] : []),
        // By the clock and not by the event: two that come in the same second end it once.
        ...met.map(({ clock, cycle, elapsed }) =>
          as('sla.met', { clock, cycle, elapsedSeconds: elapsed }, `${clock}:${ticket.id}:${cycle}:met`),
        ),
      ];
    }
    default:
      return [];
  }
}

const about = ({ id, cyclesStartedAt: _cycles, met: _met, ...labels }: TriggerTicket, address: string) => ({
  ticketId: id,
  ticketUrl: `${address}/tickets/${encodeURIComponent(id)}`,
  ...labels,
});

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
