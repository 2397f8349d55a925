/** Where on a page an incident stands: what customers are told of it is public there, and nowhere where none of it is on the page. */
import type { IncidentState } from '../incident/index.ts';
import { isNamed } from '../naming/index.ts';
import type { StatusComponent } from './settings.ts';

type Hit = Pick<IncidentState, 'affected'>;

/** Whether an incident is about a component: by what was said to be hit. One of which no region was said is everywhere. */
export function affects({ affected }: Hit, { services, regions }: Pick<StatusComponent, 'services' | 'regions'>): boolean {
  if (services.length === 0 && regions.length === 0) return false;
  const isService = services.length === 0 || services.some((one) => isNamed(affected.services, one));
  const isRegion = regions.length === 0 || affected.regions.length === 0 || regions.some((one) => isNamed(affected.regions, one));
  return isService && isRegion && (services.length > 0 || affected.regions.length > 0);
}

/** Nobody said yet what it hits. */
export const isOfNothing = ({ affected }: Hit): boolean => affected.services.length === 0 && affected.regions.length === 0;

export interface Placed {
  readonly isShown: boolean;
  /** Those that it is about; none where nobody said yet what it hits. */
  readonly components: readonly StatusComponent[];
  /** Of its services, and of its regions where it names no service, those that no component follows. */
  readonly without: readonly string[];
}

export function placedOn(components: readonly StatusComponent[], incident: Hit): Placed {
  const hit = components.filter((one) => affects(incident, one));
  const { services, regions, customers } = incident.affected;
  const isAlone = (affected: Partial<IncidentState['affected']>) =>
    !components.some((one) => affects({ affected: { services, regions, customers, ...affected } }, one));
  return {
    isShown: hit.length > 0 || isOfNothing(incident),
    components: hit,
    without:
      services.length > 0 ? services.filter((one) => isAlone({ services: [one] })) : regions.filter((one) => isAlone({ regions: [one] })),
  };
}
