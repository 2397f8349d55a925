/** Where somebody stands among others. */

/** The share of the others who do worse, of equals half; null where there is nobody else. */
export function standingAmong(value: number, others: readonly number[], betterWhen: 'higher' | 'lower'): number | null {
  if (others.length === 0) return null;
  const isWorse = (other: number) => (betterWhen === 'higher' ? other < value : other > value);
  const points = others.reduce((sum, other) => sum + (other === value ? 0.5 : Number(isWorse(other))), 0);
  return points / others.length;
}
