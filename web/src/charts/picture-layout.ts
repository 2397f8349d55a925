/**
 * Where everything of a picture file stands: title, sentence, legend and chart, or title, sentence and table. Computed before
 * anything is painted, so that a PNG and an SVG are the same picture.
 */
import type { Drawing } from './drawing.ts';
import { INK, OTHERS, SERIES_COLOURS, type Scheme } from './series-colours.ts';

export interface TextMark {
  mark: 'text';
  x: number;
  /** Of the line's middle. */
  y: number;
  words: string;
  size: number;
  weight: number;
  colour: string;
  /** Where x is. */
  anchor: 'start' | 'end';
}

interface RectMark {
  mark: 'rect';
  x: number;
  y: number;
  width: number;
  height: number;
  colour: string;
}

export interface Picture {
  width: number;
  height: number;
  marks: readonly (TextMark | RectMark)[];
  chart: { drawing: Drawing; x: number; y: number; width: number; height: number } | null;
}

/** How wide a text is, in pixels. */
export type Measure = (words: string, size: number, weight: number) => number;

interface Subject {
  title: string;
  sentence: string;
}

const [WIDTH, NARROWEST, EDGE, LINE, ROW, GAP] = [1200, 480, 24, 20, 26, 16];
/** Of a longer table the files have the rest. */
const MOST_ROWS = 60;
const WIDEST_CELL = 320;

/** Lines no wider than the room; a word that is wider stands alone. */
export function wrapped(words: string, room: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ').filter((one) => one !== '')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && widthOf(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A text as long as there is room for it. */
function cut(words: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(words) <= room) return words;
  // oxlint-disable-next-line typescript/no-misused-spread -- an ellipsis may stand in place of half a flag, and nothing is lost by it
  const letters = [...words];
  while (letters.length > 1 && widthOf(`${letters.join('')}…`) > room) letters.pop();
  return `${letters.join('')}…`;
}

/** The head of every picture, and where what comes below it begins. */
function headOf({ title, sentence }: Subject, room: number, scheme: Scheme, measure: Measure): { marks: TextMark[]; below: number } {
  const ink = INK[scheme];
  const line = (words: string, y: number, size: number, weight: number, colour: string): TextMark => {
    return { mark: 'text', x: EDGE, y, words, size, weight, colour, anchor: 'start' };
  };
  const titles = wrapped(title, room, (text) => measure(text, 18, 650)).map((words, place) =>
    line(words, EDGE + 8 + place * 24, 18, 650, ink.strong),
  );
  const top = EDGE + titles.length * 24 + 8;
  const said = wrapped(sentence, room, (text) => measure(text, 13, 400)).map((words, place) =>
    line(words, top + 8 + place * LINE, 13, 400, ink.text),
  );
  return { marks: [...titles, ...said], below: top + said.length * LINE + GAP };
}

export function chartPicture(
  {
    drawing,
    height,
    legend,
    ...subject
  }: Subject & { drawing: Drawing; height: number; legend: readonly { name: string; colour: number }[] },
  scheme: Scheme,
  measure: Measure,
): Picture {
  const room = WIDTH - 2 * EDGE;
  const { marks: head, below } = headOf(subject, room, scheme, measure);
  const marks: Picture['marks'][number][] = [...head];
  let [x, y] = [EDGE, below];
  for (const { name, colour } of legend) {
    const words = cut(name, 240, (text) => measure(text, 12, 400));
    const width = 16 + measure(words, 12, 400) + GAP;
    if (x > EDGE && x + width > EDGE + room) [x, y] = [EDGE, y + LINE];
    marks.push({ mark: 'rect', x, y: y + 3, width: 10, height: 10, colour: SERIES_COLOURS[scheme][colour] ?? OTHERS });
    marks.push({ mark: 'text', x: x + 16, y: y + 8, words, size: 12, weight: 400, colour: INK[scheme].text, anchor: 'start' });
    x += width;
  }
  const top = legend.length > 0 ? y + LINE + 4 : below;
  return { width: WIDTH, height: top + height + EDGE, marks, chart: { drawing, x: EDGE, y: top, width: room, height } };
}

/** The first column begins on the left, the others end on the right. */
export function tablePicture(
  {
    columns,
    rows,
    more,
    ...subject
  }: Subject & { columns: readonly string[]; rows: readonly (readonly string[])[]; more: (rows: number) => string },
  scheme: Scheme,
  measure: Measure,
): Picture {
  const ink = INK[scheme];
  const shown = rows.slice(0, MOST_ROWS);
  const widths = columns.map((name, column) => {
    const widest = Math.max(measure(name, 12, 600), ...shown.map((row) => measure(row[column] ?? '', 13, 400)));
    return Math.min(WIDEST_CELL, widest) + GAP;
  });
  const room = Math.max(
    NARROWEST,
    widths.reduce((sum, width) => sum + width, 0),
  );
  const { marks: head, below } = headOf(subject, room, scheme, measure);
  const ends = widths.map((_, column) => EDGE + widths.slice(0, column + 1).reduce((sum, width) => sum + width, 0));
  const cell = (words: string, column: number, y: number, size: number, weight: number, colour: string): TextMark => ({
    mark: 'text',
    x: column === 0 ? EDGE : ends[column]! - 4,
    y,
    words: cut(words, widths[column]! - 8, (text) => measure(text, size, weight)),
    size,
    weight,
    colour,
    anchor: column === 0 ? 'start' : 'end',
  });
  const left = rows.length - shown.length;
  const bottom = below + ROW * (shown.length + 1);
  return {
    width: room + 2 * EDGE,
    height: bottom + (left > 0 ? ROW : 0) + EDGE,
    marks: [
      ...head,
      ...columns.map((name, column) => cell(name, column, below + ROW / 2, 12, 600, ink.text)),
      ...shown.flatMap((row, place): Picture['marks'][number][] => [
        { mark: 'rect', x: EDGE, y: below + ROW * (place + 1), width: room, height: 1, colour: ink.grid },
        ...row.map((words, column) => cell(words, column, below + ROW * (place + 1.5), 13, 400, ink.strong)),
      ]),
      ...(left > 0
        ? [
            {
              mark: 'text' as const,
              x: EDGE,
              y: bottom + ROW / 2,
              words: more(left),
              size: 12,
              weight: 400,
              colour: ink.text,
              anchor: 'start' as const,
            },
          ]
        : []),
    ],
    chart: null,
  };
}
