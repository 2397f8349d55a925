/** A rating as a share of the best there is, so that scales of any length are asked alike. */
export function scorePercent({ score, scale }: Readonly<Record<string, unknown>>): number | null {
  return typeof score === 'number' && typeof scale === 'number' ? (100 * score) / scale : null;
}
