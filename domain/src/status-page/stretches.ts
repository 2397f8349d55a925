/**
 * What state a component was in when: stretches of time that lie end to end. They follow from spans that may overlap, of which the worst
 * holds, and from what was set by hand, which holds whatever else is said. Instants are milliseconds since 1970, ends are not part of them.
 */
import { type Lasting, severeSpansOf } from '../incident/index.ts';
import { type ComponentState, STATE_BY_SEVERITY, worstState } from './state.ts';

export interface Span {
  readonly from: number;
  readonly to: number;
  readonly state: ComponentState;
}

/** From this instant on it is so; null: it follows what happens again. */
export interface ByHand {
  readonly at: number;
  readonly state: ComponentState | null;
}

/** What an incident makes of its components, by the severity it had while it went on, up to `now`. None of one that was dismissed or only proposed. */
export const spansOfIncident = (incident: Lasting, now: number): Span[] =>
  severeSpansOf(incident)
    .filter(({ from }) => from < now)
    .map(({ from, to, severity }) => ({ from, to: Math.min(to ?? now, now), state: STATE_BY_SEVERITY[severity] }));

/** The last one said until then. */
export const lastUntil = <T extends { readonly at: number }>(said: readonly T[], at: number): T | undefined =>
  said.findLast((one) => one.at <= at);

/** The stretches of `[from, to)`, end to end; neighbours differ. Empty where `from` is not before `to`. */
export function stretchesOf(spans: readonly Span[], byHand: readonly ByHand[], from: number, to: number): Span[] {
  if (from >= to) return [];
  const said = byHand.toSorted((a, b) => a.at - b.at);
  const cuts = [...new Set([from, ...spans.flatMap((one) => [one.from, one.to]), ...said.map(({ at }) => at)])]
    .filter((at) => at >= from && at < to)
    .toSorted((a, b) => a - b);
  const stretches: { from: number; to: number; state: ComponentState }[] = [];
  cuts.forEach((at, index) => {
    const state = lastUntil(said, at)?.state ?? worstState(spans.filter((one) => one.from <= at && at < one.to).map((one) => one.state));
    const before = stretches.at(-1);
    const end = cuts[index + 1] ?? to;
    if (before?.state === state) before.to = end;
    else stretches.push({ from: at, to: end, state });
  });
  return stretches;
}
