/** The words of promises about time. */
import type { Level } from './ladder.ts';

export const messages = {
  /** By the name of the metric; what a policy calls otherwise stands as it is. */
  metric: {
    first_response: 'First response',
    next_response: 'Next response',
    pausable_update: 'Update',
    periodic_update: 'Update, also while pending',
    resolution: 'Resolution',
    requester_wait: 'Requester wait',
    agent_work: 'Agent work',
    total_resolution: 'Total resolution',
    escalation_response: 'Escalation response',
    own: 'Taking it',
    time_to_own: 'Taking it',
  } as Record<string, string>,
  /** What is owed, in one word, for tight places, where that is not the name. */
  owed: {
    first_response: 'Reply',
    next_response: 'Reply',
    pausable_update: 'Update',
    periodic_update: 'Update',
    escalation_response: 'Escalation',
  } as Record<string, string>,
  level: {
    unpromised: 'nothing is promised',
    paused: 'stands still',
    calm: 'in time',
    watched: 'half of its time used',
    at_risk: 'at risk',
    critical: 'about to breach',
    breached: 'breached',
    severe: 'breached, twice its time used',
  } satisfies Record<Level, string>,
  left: (duration: string) => `${duration} left`,
  until: (instant: string) => `by ${instant}`,
  breachedAgo: (duration: string) => `breached ${duration} ago`,
  standsStill: 'stands still',
  meaning: (metric: string, level: string, instant: string) => `${metric}: ${level}, breached after ${instant}`,
  meaningBroken: (metric: string, level: string, instant: string) => `${metric}: ${level}, since ${instant}`,
  meaningStill: (metric: string) => `${metric}: stands still`,
} as const;
