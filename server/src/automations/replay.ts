/** One ticket's story told to an automation again: at each moment that makes it look, what it decides of what was there then, and after a wait what it goes on with. Pure. */
import { type Automation, decide, type Decision, dueAt, goOn, type Happened, sinceOf } from '@watchdesk/domain/automation';
import { compareOrder, type TicketEvent } from '@watchdesk/domain/event';
import { applyWithoutClocks, foldTicket, isAnnouncement, type TicketState } from '@watchdesk/domain/ticket';
import { keyOf } from './look.ts';
import { factsThen, placeOf, type Story } from './stories.ts';

export interface WouldRun {
  readonly ticket: string;
  readonly at: number;
  /** With what came after its waits, as far as these are over. */
  readonly decision: Decision;
  /** It had begun, and its conditions were not met any more after a wait. */
  readonly endedAtWait: boolean;
}

/** One that waits. */
interface Waiting {
  readonly at: number;
  readonly happened: Happened;
  decision: Decision;
}

const HOUR_MS = 3_600_000;

/** `period`: instants in milliseconds since 1970, both within it. What is decided twice for the same reason is told once. */
export function* replayed(automation: Automation, story: Story, period: { from: number; to: number }): Generator<WouldRun> {
  const { trigger } = automation.spec;
  const { id, facts, chains } = story;
  const ordered = story.events.toSorted(compareOrder);
  const tried = new Set<string>();
  const ran: number[] = [];
  let waiting: Waiting[] = [];
  let state: TicketState | undefined;
  let [subject, message]: (string | null)[] = [null, null];
  const deciding = (happened: Happened, at: number, lately: number) => ({
    facts: { ...factsThen(story, at), ticket: state!, subject: subject!, message: message! },
    happened,
    now: at,
    recentRuns: { own: lately, all: lately },
    idOf: (action: number) => `would:${action}`,
  });
  /** Those whose wait is over before the instant, and within the period, go on with the ticket as it was then. */
  const goingOn = function* (before: number): Generator<WouldRun> {
    for (;;) {
      const due = waiting.filter(({ decision: { wait } }) => wait!.at < before && wait!.at <= period.to);
      if (due.length === 0) return;
      waiting = waiting.filter((one) => !due.includes(one));
      for (const { at, happened, decision } of due) {
        const { at: now, next } = decision.wait!;
        const later = goOn(automation, deciding(happened, now, 0), next);
        const whole = joined(decision, later);
        if (later.outcome === 'waits') waiting.push({ at, happened, decision: whole });
        else yield { ticket: id, at, decision: whole, endedAtWait: later.outcome !== 'ran' };
      }
    }
  };
  const tell = function* (happened: Happened, at: number): Generator<WouldRun> {
    const key = keyOf(happened, automation);
    if (!state || at < period.from || at > period.to || tried.has(key)) return;
    tried.add(key);
    const lately = ran.filter((other) => other > at - HOUR_MS).length;
    const decision = decide(automation, deciding(happened, at, lately));
    if (decision.outcome === 'ran' || decision.outcome === 'waits') ran.push(at);
    if (decision.outcome === 'waits') waiting.push({ at, happened, decision });
    else yield { ticket: id, at, decision, endedAtWait: false };
  };
  for (const [index, event] of ordered.entries()) {
    if (state) yield* goingOn(event.at);
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
  yield* goingOn(Infinity);
  for (const { at, decision } of waiting) yield { ticket: id, at, decision, endedAtWait: false };
}

/** As the log says a run that has waited. */
const joined = (before: Decision, after: Decision): Decision => ({
  ...after,
  why: `${before.why} ${after.why}`,
  conditions: after.conditions ?? before.conditions,
  effects: [...before.effects, ...after.effects],
});

const nextAt = (ordered: readonly TicketEvent[], index: number): number => {
  for (let place = index + 1; place < ordered.length; place += 1) if (!isAnnouncement(ordered[place]!)) return ordered[place]!.at;
  return Infinity;
};
