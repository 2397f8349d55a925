/** How bad an outage is, as a shape and as the token of a colour, on the map and wherever else it stands. */
import { SEVERITIES, type Severity } from '@watchdesk/domain/event';

/** From the worst: how many corners a mark has, and how it is turned; none is a circle. */
const SHAPES: Readonly<Record<Severity, readonly [corners: number, turn: number]>> = {
  SEV1: [8, Math.PI / 8],
  SEV2: [3, -Math.PI / 2],
  SEV3: [4, 0],
  SEV4: [4, Math.PI / 4],
  SEV5: [0, 0],
};

/** How much further a corner reaches than a circle that looks as large. */
const REACH: Readonly<Record<number, number>> = { 3: 1.35, 4: 1.18, 8: 1.04 };

/** The corners around a point; none for a circle. */
export function cornersOf(severity: Severity, x: number, y: number, radius: number): (readonly [x: number, y: number])[] {
  const [corners, turn] = SHAPES[severity];
  const reach = radius * (REACH[corners] ?? 1);
  return Array.from({ length: corners }, (_, corner) => {
    const angle = turn + (2 * Math.PI * corner) / corners;
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)] as const;
  });
}

/** The custom property of tokens.css. */
export const tokenOf = (severity: Severity): string => `--mark-${severity.toLowerCase()}`;

/** How many of each severity: those that were not planned, then those that were, from the worst. */
export type Shares = readonly number[];
export const SHARES = 2 * SEVERITIES.length;
export const shareOf = (rank: number, isPlanned: boolean): number => 2 * rank + (isPlanned ? 1 : 0);
