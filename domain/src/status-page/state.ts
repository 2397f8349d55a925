/** The state of a component: which states there are, how they compare, and what an incident of each severity makes of what it affects. */
import type { Severity } from '../event/index.ts';

/** From the best to the worst. */
export const COMPONENT_STATES = ['operational', 'maintenance', 'degraded', 'partial_outage', 'major_outage'] as const;
export type ComponentState = (typeof COMPONENT_STATES)[number];

/** What an incident makes of the components it affects. A question or a wish is none of their business. */
export const STATE_BY_SEVERITY: Readonly<Record<Severity, ComponentState>> = {
  SEV1: 'major_outage',
  SEV2: 'partial_outage',
  SEV3: 'degraded',
  SEV4: 'degraded',
  SEV5: 'operational',
};

/**
 * How many tenths of its time a state counts as down: a partial outage three, as Atlassian Statuspage counts it. Whole tenths, so that sums
 * are exact.
 */
export const DOWN_TENTHS: Readonly<Record<ComponentState, number>> = {
  operational: 0,
  maintenance: 0,
  degraded: 0,
  partial_outage: 3,
  major_outage: 10,
};

/** 0 is the best. */
export const rankOfState = (state: ComponentState): number => COMPONENT_STATES.indexOf(state);

/** The worst of them; operational where there is none. */
export const worstState = (states: Iterable<ComponentState>): ComponentState =>
  [...states].reduce<ComponentState>((worst, one) => (rankOfState(one) > rankOfState(worst) ? one : worst), 'operational');
