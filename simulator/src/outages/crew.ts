/** Who of the first line is at work at an instant, for drills: the rest of the centre need not run for that. */
import { createRoster } from '../people/roster.ts';
import { DEFAULT_SIZE } from '../size.ts';
import { shiftsOf, weekOf } from '../workforce/shifts.ts';
import { createZone } from '../zone.ts';

export interface CrewMember {
  readonly id: string;
  /** Handle time relative to others. */
  readonly pace: number;
}

/** At night fewer may be there; so many are called in. */
const FEWEST = 3;

/** First those whose shift it is, in the order of the roster; of others as many as are missing to three. `without`: what these say is for people to say. */
export function crewOf(
  { seed, startAt }: { readonly seed: number; readonly startAt: number },
  at: number,
  without: readonly string[],
): CrewMember[] {
  const agents = createRoster(seed, DEFAULT_SIZE.agents, startAt)
    .map((profile, number) => ({ profile, number }))
    .filter(({ profile: { id, tier, isLead } }) => tier === 'L1' && !isLead && !without.includes(id))
    .map(({ profile, number }) => {
      const zone = createZone(profile.timeZone);
      const shifts = shiftsOf(seed, profile, zone, number, weekOf(zone.local(at).day));
      return { profile, isThere: shifts.some(({ from, to }) => from <= at && at < to) };
    });
  const there = agents.filter(({ isThere }) => isThere);
  const called = agents.filter(({ isThere }) => !isThere).slice(0, Math.max(0, FEWEST - there.length));
  return [...there, ...called].map(({ profile: { id, pace } }) => ({ id, pace }));
}
