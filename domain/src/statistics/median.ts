/** The middle of some numbers; between two where they are even in number. Throws for none, which have no middle. */
export function medianOf(values: readonly number[]): number {
  if (values.length === 0) throw new Error('nothing has no median');
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}
