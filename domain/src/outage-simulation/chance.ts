/** Chance from seeds alone. Every run and every purpose has a stream of its own, so that one response does not move the luck of another. */

/** Uniform in [0, 1). */
export type Chance = () => number;

/** Austin Appleby's finaliser of MurmurHash3: every bit of the input moves every bit of the result. */
function scatter(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The stream that belongs to a seed and keys: sfc32 (Chris Doty-Humphrey, PractRand). */
export function chanceOf(seed: number, ...keys: readonly number[]): Chance {
  let hash = scatter(seed);
  for (const key of keys) hash = scatter(Math.imul(hash, 31) + key + 0x9e3779b9);
  let [a, b, c, count] = [1, 2, 3].map((word) => scatter(hash + Math.imul(word, 0x9e3779b9))).concat(1) as [number, number, number, number];
  const next = (): number => {
    const sum = (a + b + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 12; round += 1) next();
  return next;
}

export const exponential = (chance: Chance, mean: number): number => -mean * Math.log(1 - chance());

/** By Box and Muller (1958). */
const normal = (chance: Chance): number => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());

export const logNormal = (chance: Chance, median: number, sigma: number): number => median * Math.exp(sigma * normal(chance));

/** Log-normal with the mean 1. */
export const around1 = (chance: Chance, sigma: number): number => Math.exp(sigma * normal(chance) - (sigma * sigma) / 2);

/** Larger means are drawn in parts, so that no factor underflows. */
const PART = 30;

/** How many of what comes independently, so many on average (Knuth). */
export function poisson(chance: Chance, mean: number): number {
  let count = 0;
  for (let left = mean; left > 0; left -= PART) {
    const end = Math.exp(-Math.min(left, PART));
    for (let product = chance(); product > end; product *= chance()) count += 1;
  }
  return count;
}

/** The place of one of the running sums of weights. */
export function drawn(chance: Chance, sums: readonly number[]): number {
  const wanted = chance() * sums.at(-1)!;
  const place = sums.findIndex((sum) => sum > wanted);
  return Math.max(0, place);
}

/** Running sums. */
export function sumsOf(weights: readonly number[]): number[] {
  let sum = 0;
  return weights.map((weight) => (sum += weight));
}
