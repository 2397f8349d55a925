/** A clock as it is stored and edited: the settings of clock.ts as data. */
import { z } from 'zod';
import { identifier } from '../event/index.ts';
import { type Clock, SIGNALS } from './clock.ts';

const name = identifier.max(100);
const FOLLOW_UPS = 'must be a whole number from 1 to 100, or empty for never';
const signals = z.array(z.enum(SIGNALS)).max(SIGNALS.length);

export const clockSettings = z
  .strictObject({
    metric: name,
    start: signals.min(1, 'must name what starts the clock'),
    stop: signals.min(1, 'must name what stops the clock'),
    cancel: signals.default(['merged', 'cancel']),
    pause: z
      .strictObject({
        /** Statuses in which it stands still. */
        statuses: z.array(name).max(20).default([]),
        /** Statuses in which it stands still where a reason was given with them. */
        statusesWithReason: z.array(name).max(20).default([]),
        /** It stands still while a pause that the customer asked for lasts. */
        onRequest: z.boolean().default(false),
        /** It stands still once the agents have written so often without an answer; null for never. */
        afterFollowUps: z.int(FOLLOW_UPS).min(1, FOLLOW_UPS).max(100, FOLLOW_UPS).nullable().default(null),
      })
      .prefault({}),
    afterAgentReply: z.boolean().default(false),
    once: z.boolean().default(false),
    reopen: z.enum(['new_cycle', 'resume', 'ignore']).default('ignore'),
    onPriority: z.enum(['keep', 'restart', 'freeze']).default('keep'),
    onPolicy: z.enum(['segment', 'retroactive', 'restart']).default('segment'),
    createdSolved: z.enum(['skip', 'zero']).default('skip'),
    skipIfCreatedByAgent: z.boolean().default(false),
  })
  .meta({ id: 'ClockSettings' });

export type ClockInput = z.input<typeof clockSettings>;
export type ClockSettings = z.output<typeof clockSettings>;

export function createClock({ pause, ...settings }: ClockSettings): Clock {
  const paused = new Set(pause.statuses);
  const pausedWithReason = new Set(pause.statusesWithReason);
  return {
    ...settings,
    pause: ({ status, statusReason, isPauseRequested, followUps }) =>
      paused.has(status) ||
      (statusReason !== null && pausedWithReason.has(status)) ||
      (pause.onRequest && isPauseRequested) ||
      (pause.afterFollowUps !== null && followUps >= pause.afterFollowUps),
  };
}
