/** How sure a share is. */

/** The 97.5th percentile of the normal distribution, for 95 %. */
export const Z = 1.959_963_984_540_054;

/**
 * The 95 % interval of a share by Wilson (1927), which unlike the usual one keeps within 0 and 1 and is right for few; null of
 * nothing.
 */
export function wilson(share: number | null, n: number): readonly [low: number, high: number] | null {
  if (share === null || n === 0) return null;
  const z2 = Z * Z;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
