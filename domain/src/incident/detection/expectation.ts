/**
 * How many customers a cell would bring by the usual: what its region usually brings then, as busy as it is these days, times the share
 * of the topic among the region's tickets of the last weeks. Small cells lean on larger ones: a word's share in a region on its share
 * everywhere, a site's on its region's (Dirichlet priors).
 */
import { HOUR_MS, hourOfWeek } from '../../alerting/index.ts';
import { type Cell, cellsOf, type Place, placeKey, topicKey } from './cell.ts';
import { fresh, levelOf, type LevelState, movedOn } from './level.ts';
import { createSketch, type SketchState } from './sketch.ts';
import type { HeardTicket } from './ticket.ts';
import type { UsualRates } from './usual-rates.ts';

export interface Share {
  readonly share: number;
  /** The shape of the gamma by which the cell's rate is known: large where it is known well. */
  readonly shape: number;
}

export interface ExpectationState {
  readonly sketch: SketchState;
  /** By the key of the place: `r` and the region, `*` for all together. */
  readonly levels: Readonly<Record<string, LevelState>>;
}

export interface Expectation {
  /** Tickets in the place between two instants. */
  inPlace(place: Place, from: number, to: number): number;
  /** Of a cell within its place, at an instant. */
  shareOf(cell: Cell, at: number): Share;
  /** Tickets a week, these days. */
  perWeek(): number;
  /** How many tickets were learned from lately. */
  known(at: number): number;
  /** The share of tickets with the word, and of how many it is known. */
  word(word: string, at: number): { readonly count: number; readonly of: number };
  learn(ticket: HeardTicket): void;
  /** Lets time pass up to `at`, whether tickets come or not. */
  pass(at: number): void;
  state(): ExpectationState;
}

/** The rate of an hour varies by a quarter beside what chance does, however well it is known: so the hours of a real service desk do. */
const RATE_SHAPE = 16;
/** Something that has not been seen is thought to be half seen. */
const UNSEEN = 0.5;
/** So many tickets a smaller cell borrows from the larger one. */
const BORROWED = { region: 50, site: 20 };
/** No place is thought so quiet that a single ticket would be a sensation. */
const LEAST_PER_HOUR = 0.1;

export function createExpectation(usual: UsualRates, localOf: (at: number) => number, known?: ExpectationState): Expectation {
  const sketch = createSketch(known?.sketch);
  const levels = new Map(Object.entries(known?.levels ?? {}));
  const rates = new Map(Object.entries(usual.perHour).map(([region, week]) => [`r${region}`, week]));
  rates.set(
    '*',
    Array.from({ length: 168 }, (_, hour) => sum(Object.values(usual.perHour).map((week) => week[hour]!))),
  );
  const usually = (region: string, from: number, to: number): number => integral(rates.get(region), from, to, localOf);
  const level = (region: string): number => {
    const now = levels.get(region);
    return now ? levelOf(now) : 1;
  };
  const seen = (place: string, topic: string, at: number): number => sketch.of(`${place}\n${topic}`, at);

  const everywhere = (topic: string, at: number): number => (seen('*', topic, at) + UNSEEN) / (seen('*', '*', at) + 1);
  const inRegion = (region: string | null, topic: string, at: number): number => {
    if (region === null) return everywhere(topic, at);
    const place = `r${region}`;
    const borrowed = Math.max(UNSEEN, BORROWED.region * everywhere(topic, at));
    return (seen(place, topic, at) + borrowed) / (seen(place, '*', at) + BORROWED.region);
  };
  const shareIn = (place: Place, topic: string, at: number): number => {
    if (place.kind === 'everywhere') return topic === '*' ? 1 : everywhere(topic, at);
    if (place.kind === 'region') return topic === '*' ? 1 : inRegion(place.region, topic, at);
    const all = seen(regionKey(place), '*', at);
    const ofSite = (seen(placeKey(place), '*', at) + UNSEEN) / (all + 1);
    if (topic === '*') return ofSite;
    const borrowed = Math.max(UNSEEN, BORROWED.site * ofSite * inRegion(place.region, topic, at));
    return (seen(placeKey(place), topic, at) + borrowed) / (all + BORROWED.site);
  };

  return {
    inPlace(place, from, to) {
      const region = regionKey(place);
      return level(region) * usually(region, from, to);
    },
    shareOf({ place, topic }, at) {
      const share = shareIn(place, topicKey(topic), at);
      const all = seen(regionKey(place), '*', at);
      return { share, shape: 1 / (1 / RATE_SHAPE + 1 / (share * all + 1)) };
    },
    perWeek: () => level('*') * sum(rates.get('*')!),
    known: (at) => seen('*', '*', at),
    word: (word, at) => ({ count: seen('*', `word ${word}`, at), of: seen('*', '*', at) }),
    learn(ticket) {
      for (const { place, topic } of cellsOf(ticket)) sketch.add(`${placeKey(place)}\n${topicKey(topic)}`, ticket.at);
      for (const region of ['*', `r${ticket.region ?? ''}`]) {
        const now = levels.get(region);
        if (now) levels.set(region, { ...now, observed: now.observed + 1 });
      }
    },
    pass(at) {
      for (const region of rates.keys()) {
        const now = levels.get(region) ?? fresh(at);
        levels.set(region, movedOn(now, at, at > now.at ? usually(region, now.at, at) : 0));
      }
    },
    state: () => ({ sketch: sketch.state(), levels: Object.fromEntries(levels) }),
  };
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

const regionKey = (place: Place): string => (place.kind === 'everywhere' || place.region === null ? '*' : `r${place.region}`);

/** Over whole and broken hours; a region of which nothing is known is thought quiet. */
function integral(week: readonly number[] | undefined, from: number, to: number, localOf: (at: number) => number): number {
  let tickets = 0;
  for (let at = from; at < to;) {
    const end = Math.min(to, (Math.floor(at / HOUR_MS) + 1) * HOUR_MS);
    tickets += (Math.max(LEAST_PER_HOUR, week?.[hourOfWeek(localOf(at))] ?? 0) * (end - at)) / HOUR_MS;
    at = end;
  }
  return tickets;
}
