/** One ticket's story told to an automation again: at each moment that makes it look, what it decides of what was there then. Pure. */
import { type Automation, type AutomationFacts, decide, type Decision, dueAt, type Happened, sinceOf } from '@watchdesk/domain/automation';
import { compareOrder, type TicketEvent } from '@watchdesk/domain/event';
import { applyWithoutClocks, foldTicket, isAnnouncement, type TicketState } from '@watchdesk/domain/ticket';
import { keyOf } from './look.ts';
import { placeOf, type Story } from './stories.ts';

export interface WouldRun {
  readonly ticket: string;
  readonly at: number;
  readonly decision: Decision;
}

const HOUR_MS = 3_600_000;

/** `period`: instants in milliseconds since 1970, both within it. What is decided twice for the same reason is told once. */
export function* replayed(automation: Automation, story: Story, period: { from: number; to: number }): Generator<WouldRun> {
  const { trigger } = automation.spec;
  const { id, facts, chains } = story;
  const ordered = story.events.toSorted(compareOrder);
  const tried = new Set<string>();
  const ran: number[] = [];
  let state: TicketState | undefined;
  let [subject, message]: (string | null)[] = [null, null];
  const tell = function* (happened: Happened, at: number): Generator<WouldRun> {
    const key = keyOf(happened, automation);
    if (!state || at < period.from || at > period.to || tried.has(key)) return;
    tried.add(key);
    const lately = ran.filter((other) => other > at - HOUR_MS).length;
    const decision = decide(automation, {
      facts: { ...factsThen(story, at), ticket: state, subject: subject!, message: message! },
      happened,
      now: at,
      recentRuns: { own: lately, all: lately },
      idOf: (action) => `would:${action}`,
    });
    if (decision.outcome === 'ran' || decision.outcome === 'waits') ran.push(at);
    yield { ticket: id, at, decision };
  };
  for (const [index, event] of ordered.entries()) {
    if (!isAnnouncement(event)) {
      if (!state) state = foldTicket(id, [event]);
      else applyWithoutClocks(state, event);
    }
    const text = story.texts.get(placeOf(event));
    if (text !== undefined && event.type === 'ticket.message') message = text;
    else if (text !== undefined) subject = text;
    if (trigger.kind !== 'time') {
      if (event.ticket === id) yield* tell({ kind: 'event', event, chain: chains.get(placeOf(event)) ?? [] }, event.at);
      continue;
    }
    const due = state && dueAt(state, trigger, facts.calendars);
    const next = nextAt(ordered, index);
    if (!state || due == null || due >= next || due < event.at) continue;
    const chain = trigger.since === 'update' ? (chains.get(placeOf(state.lastEvent ?? event)) ?? []) : [];
    yield* tell({ kind: 'time', since: sinceOf(state, trigger.since)!, chain }, due);
  }
}

const nextAt = (ordered: readonly TicketEvent[], index: number): number => {
  for (let place = index + 1; place < ordered.length; place += 1) if (!isAnnouncement(ordered[place]!)) return ordered[place]!.at;
  return Infinity;
};

/** What is known beside the ticket itself, as far as it was known then: what the customer was asked later is in no story of before, nor what their other tickets became. */
export function factsThen({ facts, filings }: Pick<Story, 'facts' | 'filings'>, at: number): AutomationFacts {
  const { surveys, recent } = facts;
  const asked = surveys.contact.asked.filter((one) => one.at < at);
  return {
    ...facts,
    surveys: { ...surveys, contact: { ...surveys.contact, asked } },
    recent: recent.map((one) => {
      const { category = null, subject = null } = filings.get(one.id)?.findLast((filed) => filed.at <= at) ?? {};
      return filings.has(one.id) ? { ...one, category, subject } : one;
    }),
  };
}
