/** Automations and what they look at in short, for tests. */
import { createCalendar } from '../calendar/index.ts';
import type { TicketEvent } from '../event/index.ts';
import { DEFAULT_SETTINGS } from '../survey/index.ts';
import { foldTicket } from '../ticket/index.ts';
import { created, OFFICE, type Short, story } from '../ticket/example.ts';
import { type AutomationInput, automationSpec, type Automation } from './automation.ts';
import { type Deciding } from './decide.ts';
import type { AutomationFacts, Happened } from './facts.ts';

export const HOUR_MS = 3_600_000;

export const automation = (input: Partial<AutomationInput> = {}, id = 'a'): Automation => ({
  id,
  version: 1,
  spec: automationSpec.parse({
    name: 'One',
    trigger: { kind: 'event', events: ['ticket.created'] },
    actions: [{ do: 'category', to: 'x' }],
    ...input,
  }),
});

const OFFICE_HOURS = createCalendar({ zone: 'UTC', hours: OFFICE });

export function factsOf(events: readonly TicketEvent[], more: Partial<AutomationFacts> = {}): AutomationFacts {
  return {
    ticket: foldTicket('t:1', events)!,
    subject: null,
    message: null,
    customerTier: null,
    plan: null,
    mrr: null,
    recent: [],
    calendars: new Map([['office', OFFICE_HOURS]]),
    timeZone: 'UTC',
    onCall: () => ({ agent: null, why: 'nobody is on call' }),
    surveys: {
      settings: { ...DEFAULT_SETTINGS, enabled: true },
      contact: { hasAddress: true, optedOut: false, asked: [] },
      fault: null,
    },
    ...more,
  };
}

/** After these events, at the instant of the last of them, which is what happened. */
export function after(shorts: Short[] = [created(0)], more: Partial<AutomationFacts> = {}, chain: readonly string[] = []): Deciding {
  const events = story(...shorts);
  const event = events.at(-1)!;
  return {
    facts: factsOf(events, more),
    happened: { kind: 'event', event, chain },
    now: event.at,
    recentRuns: { own: 0, all: 0 },
    idOf: (action) => `run:${action}`,
  };
}

export const passed = (deciding: Deciding, since: number, chain: readonly string[] = []): Deciding => ({
  ...deciding,
  happened: { kind: 'time', since, chain } satisfies Happened,
});
