/**
 * How often something was seen lately, of any number of things in a small, fixed space: a count–min sketch (Cormode & Muthukrishnan
 * 2005) whose counts fade by half in a week. Things that fall together are thought more frequent than they are, never less, so a
 * collision can hide an outage but not invent one. No word can be read out of it, which is why words are counted here.
 */
const WIDTH = 4096;
const HALF_LIFE_MS = 7 * 24 * 3_600_000;
/** Counts are kept in the weight of this instant, which is moved on before the weights of new ones grow out of hand. */
const REBASE_AT = 2 ** 20;

export interface SketchState {
  readonly epoch: number;
  /** Two rows, one after the other. */
  readonly counts: readonly number[];
}

export interface Sketch {
  add(key: string, at: number): void;
  /** How many of it there are, those that have faded counted in part. */
  of(key: string, at: number): number;
  state(): SketchState;
}

export function createSketch(known?: SketchState): Sketch {
  let epoch = known?.epoch ?? Number.NaN;
  const counts = known ? Float64Array.from(known.counts) : new Float64Array(2 * WIDTH);
  const weightAt = (at: number): number => 2 ** ((at - epoch) / HALF_LIFE_MS);
  const rebase = (at: number): void => {
    const factor = 1 / weightAt(at);
    for (let place = 0; place < counts.length; place += 1) counts[place]! *= factor;
    epoch = at;
  };
  return {
    add(key, at) {
      if (Number.isNaN(epoch)) epoch = at;
      if (weightAt(at) > REBASE_AT) rebase(at);
      const [first, second] = placesOf(key);
      counts[first]! += weightAt(at);
      counts[second]! += weightAt(at);
    },
    of(key, at) {
      if (Number.isNaN(epoch)) return 0;
      const [first, second] = placesOf(key);
      return Math.min(counts[first]!, counts[second]!) / weightAt(at);
    },
    state: () => ({ epoch, counts: Array.from(counts, (count) => Number(count.toPrecision(6))) }),
  };
}

/** Each row takes other bits of the hash. */
function placesOf(key: string): [number, number] {
  const hash = hashOf(key);
  return [hash % WIDTH, WIDTH + (Math.floor(hash / WIDTH) % WIDTH)];
}

/** In [0, 2³²): the hash of Fowler, Noll and Vo (1a), finished as MurmurHash3 is. */
export function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < key.length; place += 1) hash = Math.imul(hash ^ key.charCodeAt(place), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
