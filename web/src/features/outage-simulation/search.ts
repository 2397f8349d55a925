/** What the page keeps in the address. What a question says is looked at by the page, as the router needs nothing of it. */
export interface SimulationSearch {
  /** The question, where it is not the first one. */
  sim?: Readonly<Record<string, unknown>>;
  /** The kept one that is shown. */
  saved?: string;
  /** The past incident it is played beside. */
  incident?: string;
}
export const SIMULATION_NAMES = ['sim', 'saved', 'incident'] as const;

const LONGEST_ID = 200;
const idOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST_ID ? value : undefined;

export function readSimulationSearch({ sim, saved, incident }: Record<string, unknown>): SimulationSearch {
  const [savedId, incidentId] = [idOf(saved), idOf(incident)];
  return {
    ...(typeof sim === 'object' && sim !== null && !Array.isArray(sim) && { sim: sim as Record<string, unknown> }),
    ...(savedId !== undefined && { saved: savedId }),
    ...(incidentId !== undefined && { incident: incidentId }),
  };
}
