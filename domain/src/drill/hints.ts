/** What a drill tells when it is asked, for points. */
import { listed } from './words.ts';
import { type DrillScenario, truthOf } from './scenario.ts';

export const HINTS = ['where', 'what', 'severity'] as const;
export type Hint = (typeof HINTS)[number];

/** Points of the total that each costs. */
export const HINT_COST = 4;

export const HINT_TITLES: Readonly<Record<Hint, string>> = {
  where: 'Where does it happen?',
  what: 'What has failed?',
  severity: 'How severe is it?',
};

/** The answer, as a sentence. */
export function hintOf(hint: Hint, scenario: DrillScenario): string {
  if (hint === 'where') return `Look at tickets from ${listed(scenario.regions)}.`;
  if (hint === 'what') return `Customers write about ${scenario.service}.`;
  const { severity, reason } = truthOf(scenario);
  return `${reason}: ${severity}.`;
}
