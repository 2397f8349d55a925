/**
 * What an automation does about a ticket, and why. The one function for what is live and for a dry run: it decides from what it is given, and changes
 * nothing. Several look one after the other, in the order of their places, each at the ticket as those before it leave it.
 */
import type { Automation, AutomationSpec } from './automation.ts';
import { type Deed, type Effect, effectOf, type IdOf, withDeeds } from './effects.ts';
import { evaluate, type Explained, type Looking } from './evaluate.ts';
import { type AutomationFacts, type Happened, isDecidedOf } from './facts.ts';
import { MOST_CHAINED, MOST_OF_ONE, MOST_OF_TICKET, type RecentRuns } from './limits.ts';
import { after } from './since.ts';
import { triggerWords } from './words.ts';

export const OUTCOMES = ['ran', 'waits', 'not_met', 'stopped', 'not_triggered'] as const;
/** `ran`: it did what it does, be it nothing; `waits`: it goes on later; `stopped`: it was kept from it. */
export type Outcome = (typeof OUTCOMES)[number];

export interface Decision {
  readonly automation: string;
  readonly version: number;
  readonly outcome: Outcome;
  /** In a sentence. */
  readonly why: string;
  /** Null where there are none, or they were not looked at. */
  readonly conditions: Explained | null;
  readonly effects: readonly Effect[];
  /** Where it goes on, and when. */
  readonly wait: { readonly at: number; readonly next: number } | null;
}

export interface Deciding extends Looking {
  readonly recentRuns: RecentRuns;
  readonly idOf: IdOf;
}

/** From the trigger on. Of what does not concern it the outcome is `not_triggered`. */
export function decide(automation: Automation, deciding: Deciding): Decision {
  const { spec } = automation;
  const { facts, happened } = deciding;
  const because = `Because ${triggerWords(spec.trigger)}`;
  if (!isTriggered(spec, happened)) return ended(automation, 'not_triggered', 'It looks at other things.');
  if (!isDecidedOf(facts.ticket)) return ended(automation, 'not_triggered', 'The ticket is deleted, spam, merged, or not known yet.');
  const stopped = stoppedBy(automation, deciding);
  if (stopped !== null) return ended(automation, 'stopped', stopped);
  const conditions = spec.conditions && evaluate(spec.conditions, { ...deciding, facts: deciding.past ?? facts });
  if (conditions?.met === false) return ended(automation, 'not_met', `${because}, but its conditions are not met.`, conditions);
  return doing(automation, deciding, 0, because, conditions);
}

/** After a wait: from the action `next` on. */
export function goOn(automation: Automation, deciding: Deciding, next: number): Decision {
  const { spec } = automation;
  if (!isDecidedOf(deciding.facts.ticket))
    return ended(automation, 'stopped', 'The ticket was deleted, marked as spam or merged while it waited.');
  const before = spec.actions[next - 1];
  const isAsked = before?.do === 'wait' && before.recheck;
  const conditions = isAsked && spec.conditions ? evaluate(spec.conditions, deciding) : null;
  if (conditions?.met === false) return ended(automation, 'not_met', 'After the wait its conditions are not met any more.', conditions);
  return doing(automation, deciding, next, 'After the wait', conditions);
}

export interface Seen {
  readonly automation: Automation;
  readonly recentRuns: RecentRuns;
  readonly idOf: IdOf;
}

/** Of several, in their order. */
export function decideInOrder(all: readonly Seen[], { facts, past, happened, now }: Looking): Decision[] {
  let seen = { facts, past };
  return all.map(({ automation, ...more }) => {
    const decision = decide(automation, { ...seen, happened, now, ...more });
    const leave = (some: AutomationFacts) => withDeeds(some, deedsOf(decision), actorOf(automation), now);
    seen = { facts: leave(seen.facts), past: seen.past && leave(seen.past) };
    return decision;
  });
}

export const actorOf = ({ id }: Pick<Automation, 'id'>) => ({ kind: 'automation', id }) as const;
export const deedsOf = ({ effects }: Decision): Deed[] => effects.flatMap((one) => (one.kind === 'change' ? one.deeds : []));

function isTriggered({ trigger }: AutomationSpec, happened: Happened): boolean {
  if (trigger.kind === 'time') return happened.kind === 'time';
  if (happened.kind !== 'event') return false;
  const { type, actor, data } = happened.event;
  if (trigger.kind === 'event') return (trigger.events as readonly string[]).includes(type) && (trigger.by?.includes(actor.kind) ?? true);
  if (type !== 'sla.warned' && type !== 'sla.breached') return false;
  const step = type === 'sla.breached' ? 'breach' : (data as { step: 50 | 80 | 90 | 100 | 200 }).step;
  return trigger.steps.includes(step) && (trigger.clock === null || trigger.clock === (data as { clock: string }).clock);
}

/** Why it is kept from answering; null where it may. */
function stoppedBy({ id }: Automation, { happened, recentRuns }: Deciding): string | null {
  const { chain } = happened;
  if (chain.at(-1) === id) return 'It would answer what it did itself.';
  if (chain.includes(id)) return 'It would answer what came of what it did itself.';
  if (chain.length >= MOST_CHAINED) return `${chain.length} automations have answered each other already; there it ends.`;
  if (recentRuns.own >= MOST_OF_ONE) return `It has run ${recentRuns.own} times on this ticket within an hour, which is the most.`;
  if (recentRuns.all >= MOST_OF_TICKET)
    return `Automations have run ${recentRuns.all} times on this ticket within an hour, which is the most.`;
  return null;
}

function doing(automation: Automation, deciding: Deciding, from: number, because: string, conditions: Explained | null): Decision {
  const { now, idOf } = deciding;
  const answers = from === 0 ? deciding.happened : null;
  const { actions } = automation.spec;
  const effects: Effect[] = [];
  let facts: AutomationFacts = deciding.facts;
  for (const [index, action] of actions.entries()) {
    if (index < from) continue;
    if (action.do === 'wait') {
      const at = after(now, action.seconds, action.calendar, facts.calendars);
      if (at !== null) return { ...ended(automation, 'waits', `${because}.`, conditions), effects, wait: { at, next: index + 1 } };
      effects.push({ kind: 'none', action: index, why: 'the calendar it waits by never opens again' });
      break;
    }
    const effect = effectOf(action, index, { facts, now, idOf, answers });
    effects.push(effect);
    if (effect.kind === 'change') facts = withDeeds(facts, effect.deeds, actorOf(automation), now);
  }
  return { ...ended(automation, 'ran', `${because}.`, conditions), effects };
}

const ended = ({ id, version }: Automation, outcome: Outcome, why: string, conditions: Explained | null = null): Decision => ({
  automation: id,
  version,
  outcome,
  why,
  conditions,
  effects: [],
  wait: null,
});
