/**
 * The questions whose answers the page follows. Equal ones are asked once, however many parts of the page want them. Answers that
 * arrive together are handed on together, each question's newest, so that a dashboard is drawn once and not tile by tile.
 */
import type { Told } from './protocol.ts';

export type Ear = (told: Told) => void;

export interface Asked {
  /** Follows a question until the function it gives is called. */
  want(question: object, ear: Ear): () => void;
  /** The line is there, at first or again: everything is asked, as nothing is known of what was told meanwhile. */
  askAll(): void;
  hear(told: Told): void;
  stop(): void;
}

const COALESCE_MS = 250;
/** The server ends the line of whoever says more at once. Nobody chooses so many values of a filter by hand. */
const LONGEST_BYTES = 60_000;

interface Followed {
  readonly name: string;
  readonly question: object;
  readonly ears: Set<Ear>;
}

/** `say` sends words where there is a line, and drops them where there is none. */
export function createAsked(say: (words: object) => void): Asked {
  const followed = new Map<string, Followed>();
  const byName = new Map<string, Followed>();
  let names = 0;
  let pending = new Map<string, Told>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const ask = ({ name, question }: Followed): void => say({ watch: { [name]: question } });

  const flush = (): void => {
    timer = undefined;
    const told = pending;
    pending = new Map();
    for (const [name, one] of told) for (const ear of byName.get(name)?.ears ?? []) ear(one);
  };

  const begin = (key: string, question: object): Followed => {
    const begun: Followed = { name: `q${(names += 1)}`, question, ears: new Set() };
    followed.set(key, begun);
    byName.set(begun.name, begun);
    ask(begun);
    return begun;
  };

  const end = (key: string, { name }: Followed): void => {
    followed.delete(key);
    byName.delete(name);
    pending.delete(name);
    say({ unwatch: [name] });
  };

  return {
    want(question, ear) {
      const key = JSON.stringify(question);
      if (new TextEncoder().encode(key).length > LONGEST_BYTES) return () => {};
      const one = followed.get(key) ?? begin(key, question);
      // One function may be given twice.
      const own: Ear = (told) => ear(told);
      one.ears.add(own);
      return () => {
        one.ears.delete(own);
        if (one.ears.size === 0 && followed.get(key) === one) end(key, one);
      };
    },
    askAll: () => followed.forEach(ask),
    hear(told) {
      if (!byName.has(told.name)) return;
      pending.set(told.name, told);
      timer ??= setTimeout(flush, COALESCE_MS);
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      pending.clear();
    },
  };
}
