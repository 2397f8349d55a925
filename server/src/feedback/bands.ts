/**
 * The same answers in bands of what their tickets had gone through: how satisfied those were who had an answer within minutes, and those
 * who were handed on. Plain means, each beside how many it rests on; unlike the regression they hold nothing else as it is.
 */
import { wilson } from '@watchdesk/domain/metrics';
import { FEWEST_PEOPLE, withheldOf } from '../metrics/index.ts';
import type { Answer } from './answers.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The first band whose upper edge is not reached; the last has none. */
interface Banding {
  readonly id: string;
  readonly of: (answer: Answer) => number | null;
  readonly bands: readonly { readonly id: string; readonly below: number | null }[];
}

const counted = (id: string, of: Banding['of']): Banding => ({
  id,
  of,
  bands: [
    { id: '0', below: 1 },
    { id: '1', below: 2 },
    { id: '2', below: null },
  ],
});

const BANDINGS: readonly Banding[] = [
  {
    id: 'first_response',
    of: ({ firstResponseMs }) => firstResponseMs,
    bands: [
      { id: '2m', below: 2 * MINUTE },
      { id: '5m', below: 5 * MINUTE },
      { id: '10m', below: 10 * MINUTE },
      { id: '1h', below: HOUR },
      { id: '4h', below: 4 * HOUR },
      { id: '24h', below: 24 * HOUR },
      { id: 'longer', below: null },
    ],
  },
  counted('handed_on', ({ handedOn }) => handedOn),
  counted('escalations', ({ escalations }) => escalations),
  counted('reopens', ({ reopens }) => reopens),
];

export const BANDED = BANDINGS.map(({ id }) => id) as [string, ...string[]];

const EVERYTHING = -1;

/** Withheld are bands of few people other than the viewer, and as many more as keep those from being found by subtraction. */
export function bandsOf(answers: readonly Answer[]) {
  return BANDINGS.map(({ id, of, bands }) => {
    const inBand = new Map(bands.map((band) => [band.id, [] as Answer[]]));
    for (const answer of answers) {
      const value = of(answer);
      const band = value === null ? undefined : bands.find(({ below }) => below === null || value < below);
      if (band) inBand.get(band.id)!.push(answer);
    }
    const cells = [...inBand].map(([band, own]) => cellOf([band], own));
    const all = cellOf(null, [...inBand.values()].flat());
    const withheld = withheldOf([...cells, all], { whole: EVERYTHING, addsUp: true });
    return {
      by: id,
      bands: [...inBand].map(([band, own], index) =>
        withheld.has(cells[index]!) ? { band, ...NOTHING, withheld: true } : { band, ...figuresOf(own) },
      ),
    };
  });
}

const NOTHING = { n: 0, mean: null, satisfied: null, interval: null };

function figuresOf(answers: readonly Answer[]) {
  const n = answers.length;
  if (n === 0) return { ...NOTHING, withheld: false };
  const satisfied = answers.filter(({ isSatisfied }) => isSatisfied).length / n;
  return { n, mean: answers.reduce((sum, { score }) => sum + score, 0) / n, satisfied, interval: wilson(satisfied, n), withheld: false };
}

const cellOf = (group: readonly string[] | null, answers: readonly Answer[]) => ({
  group,
  bucket: EVERYTHING,
  others: othersIn(answers),
  rows: answers.length,
});

/** The people other than the viewer's own whom answers are of; as many as matter. */
export const othersIn = (answers: readonly Answer[]): string[] =>
  [...new Set(answers.flatMap(({ agent, own }) => (own || agent === '' ? [] : [agent])))].slice(0, FEWEST_PEOPLE);
