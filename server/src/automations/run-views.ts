/** What automations did or would have done, in the words of people: what each action says by names, and of the reason what each condition saw. */
import {
  actionWords,
  type AutomationSpec,
  type Decision,
  type Effect,
  type Found,
  foundWords,
  namedReason,
  type NameOf,
} from '@watchdesk/domain/automation';

type Decided = Pick<Decision, 'outcome' | 'why' | 'conditions' | 'effects'>;

/** `spec` is what decided; null where it cannot be read any more. `next`: with which action it goes on where it waits. */
export function runView(
  { outcome, why, conditions, effects }: Decided,
  wait: { readonly at: number; readonly next: number } | null,
  spec: AutomationSpec | null,
  nameOf: NameOf,
) {
  const wordsOf = (action: number): string | null => (spec?.actions[action] ? actionWords(spec.actions[action], nameOf) : null);
  return {
    outcome,
    why,
    conditions: conditions && spec?.conditions ? namedReason(conditions, spec.conditions, nameOf) : conditions,
    effects: effects.map((effect) => ({ ...effectView(effect, nameOf), words: wordsOf(effect.action) })),
    waitsUntil: wait && new Date(wait.at).toISOString(),
    later: wait && spec ? spec.actions.slice(wait.next).map((action) => actionWords(action, nameOf)) : [],
  };
}

/** Which events, or why none; texts stand in the ticket. */
const effectView = (effect: Effect, nameOf: NameOf) => ({
  action: effect.action,
  kind: effect.kind,
  events: effect.kind === 'change' ? effect.deeds.map(({ type }) => type) : [],
  why: effect.kind === 'none' ? effect.why : null,
  found: foundIn(effect) && foundWords(foundIn(effect)!, nameOf),
});

const foundIn = (effect: Effect): Found | null => (effect.kind === 'tell' ? null : (effect.found ?? null));

/** Whom these found on call, to be called by name. */
export const agentsFound = (all: readonly Pick<Decision, 'effects'>[]) =>
  all.flatMap(({ effects }) => effects.flatMap((effect) => foundIn(effect)?.agent ?? [])).map((agent) => ['agent', agent] as const);
