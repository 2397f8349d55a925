/** Chance that belongs to a seed and some keys: the very same whenever it is asked for, in whatever order. */
export interface Random {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from 0 to below `count`. */
  below(count: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  between(low: number, high: number): number;
}

/** George Marsaglia's xorshift of 32 bits, begun from the keys well scattered. */
export function createRandom(...keys: readonly number[]): Random {
  let state = 0x9e3779b9;
  for (const key of keys) state = scatter(Math.imul(state, 31) + key);
  state ||= 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (list) => list[below(list.length)]!,
    between: (low, high) => low + below(high - low),
  };
}

function scatter(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) | 0;
}
