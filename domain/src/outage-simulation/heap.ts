/** Whole numbers by their keys, the smallest key first; of equal keys the smaller number. A binary heap (Williams, 1964) over two plain arrays. */
export interface Heap {
  push(key: number, value: number): void;
  /** Takes the first out. There must be one. */
  pop(): number;
  /** The first one's key. There must be one. */
  top(): number;
  size(): number;
}

export function createHeap(): Heap {
  const keys: number[] = [];
  const values: number[] = [];
  const isBefore = (key: number, value: number, place: number) => key < keys[place]! || (key === keys[place] && value < values[place]!);
  const set = (place: number, key: number, value: number) => {
    keys[place] = key;
    values[place] = value;
  };
  return {
    size: () => keys.length,
    top: () => keys[0]!,
    push(key, value) {
      let place = keys.length;
      while (place > 0) {
        const parent = (place - 1) >> 1;
        if (!isBefore(key, value, parent)) break;
        set(place, keys[parent]!, values[parent]!);
        place = parent;
      }
      set(place, key, value);
    },
    pop() {
      const first = values[0]!;
      const key = keys.pop()!;
      const value = values.pop()!;
      const length = keys.length;
      if (length === 0) return first;
      let place = 0;
      for (;;) {
        let child = 2 * place + 1;
        if (child >= length) break;
        if (child + 1 < length && isBefore(keys[child + 1]!, values[child + 1]!, child)) child += 1;
        if (isBefore(key, value, child)) break;
        set(place, keys[child]!, values[child]!);
        place = child;
      }
      set(place, key, value);
      return first;
    },
  };
}
