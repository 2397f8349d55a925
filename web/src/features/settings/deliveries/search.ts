/** What the delivery log's page keeps in the address; what cannot be understood is left out. */
import { noticeMessages, type Severity } from '../../../notices/index.ts';
import type { Outcome } from '../../../deliveries/delivery.ts';
import { messages as deliveryMessages } from '../../../deliveries/messages.ts';

/** Each has its words, of which the compiler misses none. */
export const OUTCOMES = Object.keys(deliveryMessages.outcomes) as Outcome[];
export const SEVERITIES = Object.keys(noticeMessages.severities) as Severity[];

export interface DeliverySearch {
  /** Comma-separated, so that an address stays readable. */
  outcomes?: string;
  severities?: string;
  /** The id of a person or a channel. */
  to?: string;
  ticket?: string;
  notice?: string;
}

export const DELIVERY_NAMES = ['outcomes', 'severities', 'to', 'ticket', 'notice'] as const;

export function chosenOf<T extends string>(all: readonly T[], text: unknown): T[] {
  const wanted = new Set(typeof text === 'string' ? text.split(',') : []);
  return all.filter((one) => wanted.has(one));
}

const textOf = (value: unknown, most: number): string => (typeof value === 'string' ? value.trim().slice(0, most) : '');

export function readDeliverySearch(raw: Record<string, unknown>): DeliverySearch {
  const [outcomes, severities] = [chosenOf(OUTCOMES, raw['outcomes']), chosenOf(SEVERITIES, raw['severities'])];
  const [to, ticket, notice] = [textOf(raw['to'], 200), textOf(raw['ticket'], 300), textOf(raw['notice'], 200)];
  return {
    ...(outcomes.length > 0 && { outcomes: outcomes.join(',') }),
    ...(severities.length > 0 && { severities: severities.join(',') }),
    ...(to !== '' && { to }),
    ...(ticket !== '' && { ticket }),
    ...(notice !== '' && { notice }),
  };
}
