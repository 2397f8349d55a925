/** The words of the open clocks. */
import type { Risk } from '../search.ts';

export const messages = {
  headline: (over: string, soon: string) => `${over} over, ${soon} close to it`,
  calm: 'No promise is about to break',
  text: 'Every clock that has not ended, the next to break first. Times are those of the wall; nights and closed days lie in them.',
  risks: {
    breached: 'Breached',
    critical: 'Critical',
    at_risk: 'At risk',
    watched: 'Watched',
    calm: 'Calm',
    paused: 'Paused',
    unpromised: 'No promise',
  } satisfies Record<Risk, string>,
  meanings: {
    breached: 'Past its target, and not answered yet',
    critical: 'At least 90 % of the target has passed',
    at_risk: 'At least 80 % of the target has passed',
    watched: 'At least half of the target has passed',
    calm: 'Less than half of the target has passed',
    paused: 'Stands still, for instance while it waits for the customer',
    unpromised: 'No target at this priority',
  } satisfies Record<Risk, string>,
  filters: { label: 'Narrow the clocks', risk: 'Risk', clock: 'Clock' },
  list: 'Open clocks',
  showing: (shown: string, all: string) => `The first ${shown} of ${all}`,
  none: 'No open clock of this kind',
  noneText: 'Clocks stand here from the moment a ticket is promised something until it is done.',
  severe: 'Severe',
  over: 'over for',
  due: 'due',
  standing: 'stands still',
  unpromised: 'nothing promised',
} as const;
