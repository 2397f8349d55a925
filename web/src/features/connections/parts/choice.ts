/** What somebody chose of the rules that a system offers, and as what it is sent. */
import type { RulesOffer } from '../../../api/client.ts';
import type { RulesChoice } from '../use-connections.ts';

/** For each calendar: a new one, a version of one, or one as it is. For each policy: whether it is taken, and as what. */
export interface Choice {
  readonly calendars: Readonly<Record<string, string>>;
  readonly policies: readonly { readonly isTaken: boolean; readonly as: string }[];
}

export const NEW = 'new';
export const versionOf = (id: string) => `version ${id}`;
export const asItIs = (id: string) => `as-it-is ${id}`;

/** What is suggested: everything, in the place of what holds here for the same. */
export const firstChoice = ({ calendars, policies }: RulesOffer): Choice => ({
  calendars: Object.fromEntries(calendars.map(({ key, suggested }) => [key, suggested === null ? NEW : versionOf(suggested)])),
  policies: policies.map(({ suggested }) => ({ isTaken: true, as: suggested === null ? NEW : versionOf(suggested) })),
});

const idIn = (as: string): string | null => (as === NEW ? null : as.slice(as.indexOf(' ') + 1));

/** Calendars go along where a policy that is taken counts by them; one that none counts by only where nothing else is offered. */
export function sentFor({ calendars, policies }: RulesOffer, choice: Choice): Omit<RulesChoice, 'dryRun'> {
  const taken = policies.flatMap(({ spec }, index) => {
    const one = choice.policies[index];
    return one?.isTaken ? [{ spec, id: idIn(one.as) }] : [];
  });
  const used = new Set(taken.flatMap(({ spec }) => [spec.calendar.default, ...Object.values(spec.calendar.byPriority ?? {})]));
  return {
    calendars: calendars
      .filter(({ key }) => used.has(key) || policies.length === 0)
      .map(({ key, name, spec }) => {
        const as = choice.calendars[key] ?? NEW;
        return { key, name, spec: as.startsWith('as-it-is ') ? null : spec, id: idIn(as) };
      }),
    policies: taken,
  };
}
