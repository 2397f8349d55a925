/** Agents for a load, after A. K. Erlang (1917): customers come independently, nobody gives up, and whoever comes first is served first. */

/** The share of those who come that find everybody busy: Erlang C. 1 where the load (in agents) is not below their number. */
export function waitingShare(agents: number, load: number): number {
  if (load <= 0) return 0;
  if (agents <= load) return 1;
  // Erlang B by its recursion, which does not overflow.
  let blocked = 1;
  for (let each = 1; each <= agents; each += 1) blocked = (load * blocked) / (each + load * blocked);
  return blocked / (1 - (load / agents) * (1 - blocked));
}

/** The mean wait of all who come, in the unit of the handling time; infinite where the queue grows without end. */
export function meanWait(agents: number, load: number, handling: number): number {
  return agents <= load ? Number.POSITIVE_INFINITY : (waitingShare(agents, load) * handling) / (agents - load);
}

interface Aim {
  /** Of those who come, 0 to 1. */
  readonly share: number;
  /** In the unit of the handling time. */
  readonly within: number;
}

/** The fewest agents with which the share of those who come is served within the time. */
export function agentsFor(load: number, handling: number, { share, within }: Aim): number {
  if (load <= 0) return 0;
  for (let agents = Math.floor(load) + 1; ; agents += 1)
    if (1 - waitingShare(agents, load) * Math.exp((-(agents - load) * within) / handling) >= share) return agents;
}
