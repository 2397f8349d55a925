/**
 * Ready clocks: those of our own rules, and those that make the engine count as another help desk does, so that a team
 * that moves here finds its numbers again. What each product does, and where that is documented, is told in docs/sla.md.
 */
import { type ClockInput, clockSettings, type ClockSettings } from './settings.ts';

const REPLY = { start: ['created'], stop: ['agent_public', 'solved'], once: true } as const;
const NEXT_REPLY = { start: ['customer_public'], stop: ['agent_public', 'solved'], afterAgentReply: true } as const;
const UPDATE = { start: ['created', 'agent_public'], stop: ['agent_public', 'solved'] } as const;
const RESOLUTION = { start: ['created'], stop: ['solved'], createdSolved: 'zero' } as const;
const paused = (...statuses: string[]) => ({ pause: { statuses } });

const FAMILIES = {
  /** Response clocks never stand still; a reopening is a new promise. */
  watchdesk: [
    { metric: 'first_response', ...REPLY, skipIfCreatedByAgent: true },
    { metric: 'next_response', ...NEXT_REPLY },
    { metric: 'periodic_update', ...UPDATE },
    { metric: 'pausable_update', ...UPDATE, pause: { statuses: ['pending'], onRequest: true } },
    { metric: 'resolution', ...RESOLUTION, pause: { statuses: ['pending'], onRequest: true }, reopen: 'new_cycle' },
  ],
  /** Waits and work go on after a reopening as if it had never been solved; the gap does not count. */
  zendesk: [
    { metric: 'first_response', ...REPLY, skipIfCreatedByAgent: true },
    { metric: 'next_response', ...NEXT_REPLY },
    { metric: 'periodic_update', ...UPDATE },
    { metric: 'pausable_update', ...UPDATE, ...paused('pending') },
    { metric: 'requester_wait', ...RESOLUTION, ...paused('pending'), reopen: 'resume' },
    { metric: 'agent_work', ...RESOLUTION, ...paused('pending', 'on_hold'), reopen: 'resume' },
    { metric: 'total_resolution', ...RESOLUTION, reopen: 'resume' },
  ],
  /** Every clock stands still in a status whose timer is off. */
  freshdesk: [
    { metric: 'first_response', ...REPLY, ...paused('pending', 'on_hold') },
    { metric: 'next_response', ...NEXT_REPLY, ...paused('pending', 'on_hold') },
    { metric: 'resolution', ...RESOLUTION, ...paused('pending', 'on_hold'), reopen: 'resume' },
  ],
  /** A reopening is another cycle; another goal measures what has elapsed. */
  jira: [
    { metric: 'first_response', ...REPLY, ...paused('pending') },
    { metric: 'resolution', ...RESOLUTION, ...paused('pending'), reopen: 'new_cycle' },
  ],
  /** Thresholds from the creation, whatever the status or the priority. */
  chatwoot: [
    { metric: 'first_response', ...REPLY, onPriority: 'freeze' },
    { metric: 'next_response', ...NEXT_REPLY, onPriority: 'freeze' },
    { metric: 'resolution', ...RESOLUTION, once: true, onPriority: 'freeze' },
  ],
  /** Once a ticket, whatever happens after it was closed. */
  zammad: [
    { metric: 'first_response', ...REPLY, ...paused('pending') },
    { metric: 'periodic_update', ...UPDATE, ...paused('pending') },
    { metric: 'resolution', ...RESOLUTION, ...paused('pending'), once: true },
  ],
  /** The time on hold, and the gap before a reopening, move the due instant out. */
  frappe: [
    { metric: 'first_response', ...REPLY },
    { metric: 'resolution', ...RESOLUTION, ...paused('pending', 'on_hold'), reopen: 'resume' },
  ],
  /** Another priority completes the record and attaches a fresh one. */
  servicenow: [
    { metric: 'first_response', start: ['created'], stop: ['assigned', 'agent_public', 'solved'], once: true, onPriority: 'restart' },
    { metric: 'resolution', ...RESOLUTION, ...paused('pending', 'on_hold'), reopen: 'resume', onPriority: 'restart' },
  ],
} as const satisfies Record<string, readonly DeepReadonly<ClockInput>[]>;

type DeepReadonly<T> = { readonly [K in keyof T]: T[K] extends readonly (infer U)[] | undefined ? readonly U[] : DeepReadonly<T[K]> };

export type Family = keyof typeof FAMILIES;

/** The clocks of a family, complete. */
export const clocksOf = (family: Family): ClockSettings[] => FAMILIES[family].map((clock) => clockSettings.parse(clock));
