/**
 * Chance, all of it drawn from generators that are passed in. Every person, day and ticket has a stream of its own,
 * so that what happens to one does not move the numbers of another: fewer agents meet the very same customers.
 */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

export type Random = RandomGenerator;

/** Austin Appleby's finaliser of MurmurHash3: every bit of the input moves every bit of the result. */
function scatter(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}

/** The generator that belongs to a seed and any number of keys, such as a ticket's number. */
export function stream(seed: number, ...keys: readonly number[]): Random {
  let hash = scatter(seed);
  for (const key of keys) hash = scatter(Math.imul(hash, 31) + key + 0x9e3779b9);
  const state = [0, 1, 2, 3].map((word) => scatter(hash + Math.imul(word + 1, 0x9e3779b9)));
  return xoroshiro128plusFromState(state);
}

/** Uniform in [0, 1). */
export const uniform = uniformFloat64;

export const chance = (random: Random, probability: number): boolean => uniform(random) < probability;

export const between = (random: Random, low: number, high: number): number => low + (high - low) * uniform(random);

/** A whole number from 0 to `count` − 1. */
export const index = (random: Random, count: number): number => Math.floor(uniform(random) * count);

export const pick = <T>(random: Random, list: readonly T[]): T => list[index(random, list.length)]!;

export const exponential = (random: Random, mean: number): number => -mean * Math.log(1 - uniform(random));

/** Standard normal, by Box and Muller (1958); the second value of the pair is not kept, as streams are short. */
export const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - uniform(random))) * Math.cos(2 * Math.PI * uniform(random));

/** Log-normal with the given median; the mean is median · e^(sigma²/2). */
export const logNormal = (random: Random, median: number, sigma: number): number => median * Math.exp(sigma * normal(random));

interface Shares {
  readonly names: readonly string[];
  readonly sums: readonly number[];
}

/** Tables of weights are constants, mostly, and are added up once. */
const known = new WeakMap<object, Shares>();

/** One of the names, each as often as its weight says. */
export function weighted<T extends string>(random: Random, weights: Readonly<Partial<Record<T, number>>>): T {
  let shares = known.get(weights);
  if (!shares)
    known.set(
      weights,
      (shares = { names: Object.keys(weights), sums: cumulative(Object.values<number | undefined>(weights).map((weight) => weight ?? 0)) }),
    );
  return shares.names[find(random, shares.sums)] as T;
}

/** Running sums. */
export function cumulative(weights: readonly number[]): number[] {
  let sum = 0;
  return weights.map((weight) => (sum += weight));
}

/** The position drawn from running sums of weights, by halving. */
export function find(random: Random, sums: readonly number[]): number {
  const wanted = uniform(random) * sums.at(-1)!;
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! <= wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
