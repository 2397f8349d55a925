/** How a duration spreads: how many cases fall into each band, and in which bands half, and nearly all, are through. */
import { HISTOGRAM_HEIGHT, histogramDrawing } from '../charts/index.ts';
import { formatShare } from '../ui/index.ts';
import { PERCENTILES, SPREAD_BY } from './chart-kind.ts';
import { formatOf, type Asked, type Drawn } from './drawn.ts';
import { explainedOf } from './explain-search.ts';
import { messages } from './messages.ts';

const LEAST_HEIGHT = 160;

/** The percentiles are those of the whole, the counts those of the bands; both are of the same cases. Empty bands within are drawn, too. */
export function spreadOf({ question, answer, metrics, catalogue, scheme }: Asked): Drawn | null {
  const counted = metrics.at(-1)!;
  const format = formatOf(counted);
  const groups = new Map(answer.groups.map((group) => [group.key[SPREAD_BY] ?? '', group]));
  const all = catalogue.dimension(SPREAD_BY)?.values ?? [];
  const filled = all.slice(
    all.findIndex(({ value }) => groups.has(value)),
    all.findLastIndex(({ value }) => groups.has(value)) + 1,
  );
  if (filled.length === 0) return null;
  const bandOf = (seconds: number | null | undefined) =>
    seconds == null ? -1 : filled.findLastIndex(({ value }) => Number(value) <= seconds);
  const marks = PERCENTILES.map((suffix, place) => ({
    name: messages.percentiles[suffix],
    band: bandOf(answer.total.values[metrics[place]!.id]?.value),
  }));
  const bands = filled.map(({ value: band, label: name }, place) => {
    const figure = groups.get(band)?.values[counted.id];
    const value = figure ? figure.value : 0;
    return {
      name,
      value,
      words: [`${counted.label} ${format(value)}`, ...(figure?.share == null ? [] : [formatShare(figure.share)])].join(', '),
      marks: marks.filter((mark) => mark.band === place).map((mark) => mark.name),
    };
  });
  return {
    drawing: histogramDrawing({ bands, name: counted.label }, scheme),
    height: HISTOGRAM_HEIGHT,
    least: LEAST_HEIGHT,
    legend: [],
    pick: (_, index) => {
      const group = groups.get(filled[index]?.value ?? '');
      return group ? explainedOf(counted.id, question, group.key) : null;
    },
  };
}
