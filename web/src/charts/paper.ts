/**
 * Sheets → the definition of a PDF of A4 pages lying down. Tiles of one row stand side by side as on the page; a table begins where
 * it is and goes on over pages under its head. Pure: whoever prints says how a text is drawn that the font has no letters for.
 */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { formatCount } from '../ui/index.ts';
import { messages, paperWords } from './messages.ts';
import { hasLetters, onPaper } from './paper-letters.ts';

export interface PaperChart {
  /** Lines and letters; null where the font does not have all of its letters. */
  svg: string | null;
  /** The same as an image. */
  png: string;
  width: number;
  height: number;
}

/** What is said in words. */
export interface Sheet {
  title: string;
  sentence: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  /** Of single numbers: each with what is said of it. */
  figures: readonly { label: string; value: string; facts: readonly string[] }[];
}

export interface PaperSheet extends Sheet {
  chart: PaperChart | null;
  legend: readonly { name: string; colour: string }[];
  /** Where it stands: of twelve columns so many, and in which row. */
  columns12: number;
  row: number;
  /** Its table is printed too. */
  withTable: boolean;
}

export interface Paper {
  title: string;
  /** Of what it is: period, zone, filters. */
  context: readonly (readonly [string, string])[];
  sheets: readonly PaperSheet[];
}

export interface TextStyle {
  size: number;
  bold?: boolean;
  colour: string;
  /** No line is wider, in points. */
  width: number;
}

/** A text as an image, with its size in points. */
export type DrawText = (text: string, style: TextStyle) => { url: string; width: number; height: number };

const MARGIN = 40;
/** Of an A4 page lying down, without its margins. */
const PAPER_WIDTH = 841.89 - 2 * MARGIN;
const HIGHEST_CHART = 400;
const GAP = 18;
const [STRONG, QUIET, LINE] = ['#1b2430', '#566173', '#cdd7e2'];
const MOST_ROWS = 1000;
const ENTRIES_IN_A_LINE = 4;

export const widthOf = ({ columns12 }: Pick<PaperSheet, 'columns12'>): number =>
  (PAPER_WIDTH * columns12) / 12 - (columns12 < 12 ? GAP : 0);

/** The more columns, the smaller the letters. */
const sizeOf = (columns: number): number => (columns <= 8 ? 8 : columns <= 14 ? 6.5 : 5);

export function paperOf({ title, context, sheets }: Paper, draw: DrawText): TDocumentDefinitions {
  const write = (text: string, { size, bold = false, colour, width }: TextStyle): Content => {
    const words = onPaper(text);
    if (hasLetters(words)) return { text: words, fontSize: size, bold, color: colour };
    const { url, ...drawn } = draw(words, { size, bold, colour, width });
    return { image: url, ...drawn };
  };

  const table = ({ columns, rows }: PaperSheet): Content[] => {
    const size = sizeOf(columns.length);
    const width = PAPER_WIDTH / Math.max(1, columns.length) - 8;
    const cell = (text: string, column: number, bold: boolean) => ({
      stack: [write(text, { size, bold, colour: bold ? QUIET : STRONG, width })],
      alignment: column === 0 ? ('left' as const) : ('right' as const),
    });
    const shown = rows.slice(0, MOST_ROWS);
    const left = rows.length - shown.length;
    return [
      {
        table: {
          headerRows: 1,
          widths: columns.map((_, column) => (column === 0 ? 'auto' : '*')),
          body: [
            columns.map((name, column) => cell(name, column, true)),
            ...shown.map((row) => row.map((text, column) => cell(text, column, false))),
          ],
        },
        layout: { hLineWidth: (line: number) => (line === 0 ? 0 : 0.5), vLineWidth: () => 0, hLineColor: () => LINE },
        margin: [0, 6, 0, 0],
      },
      ...(left > 0 ? [write(messages.files.more(formatCount(left)), { size: 8, colour: QUIET, width: PAPER_WIDTH })] : []),
    ];
  };

  const entryOf = ({ name, colour }: PaperSheet['legend'][number], width: number): Content => ({
    columnGap: 0,
    columns: [
      { canvas: [{ type: 'rect', x: 0, y: 2, w: 6, h: 6, color: colour }], width: 10 },
      { width: 'auto', stack: [write(name, { size: 7.5, colour: QUIET, width: width / ENTRIES_IN_A_LINE })] },
    ],
  });
  const legend = ({ legend: entries }: PaperSheet, width: number): Content[] => {
    if (entries.length === 0) return [];
    const inLine = Math.min(ENTRIES_IN_A_LINE, entries.length);
    const lines = Array.from({ length: Math.ceil(entries.length / inLine) }, (_, line) =>
      Array.from({ length: inLine }, (__, place) => {
        const entry = entries[line * inLine + place];
        return entry ? entryOf(entry, width) : '';
      }),
    );
    // As many widths as columns: with more of them a PDF is not written at all.
    return [{ margin: [0, 4, 0, 0], table: { widths: lines[0]!.map(() => 'auto'), body: lines }, layout: 'noBorders' }];
  };

  const chart = ({ chart: drawn }: PaperSheet, width: number): Content[] => {
    if (!drawn) return [];
    const fit: [number, number] = [width, HIGHEST_CHART];
    return [drawn.svg === null ? { image: drawn.png, fit, margin: [0, 6, 0, 0] } : { svg: drawn.svg, fit, margin: [0, 6, 0, 0] }];
  };

  const figures = ({ figures: numbers }: PaperSheet, width: number): Content[] =>
    numbers.map(({ label, value, facts }) => ({
      stack: [
        write(label, { size: 9, colour: QUIET, width }),
        write(value, { size: 20, bold: true, colour: STRONG, width }),
        ...facts.map((fact) => write(fact, { size: 8, colour: QUIET, width })),
      ],
      margin: [0, 0, 0, 10],
    }));

  const block = (sheet: PaperSheet, isAlone: boolean): Content => {
    const width = widthOf(sheet);
    const isFigure = sheet.figures.length > 0;
    const drawn: Content[] = [
      ...(isAlone || isFigure ? [] : [write(sheet.title, { size: 11, bold: true, colour: STRONG, width })]),
      ...(sheet.sentence === '' ? [] : [write(sheet.sentence, { size: 8.5, colour: QUIET, width })]),
      ...figures(sheet, width),
      ...chart(sheet, width),
      ...legend(sheet, width),
    ];
    // What is drawn stays on one page; a table may need several.
    return { stack: [{ stack: drawn, unbreakable: true }, ...(sheet.withTable ? table(sheet) : [])], margin: [0, 0, 0, 16] };
  };

  const rows = [...Map.groupBy(sheets, ({ row }) => row).values()];
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN],
    defaultStyle: { font: 'Roboto', lineHeight: 1.15 },
    info: { title: onPaper(title), creator: 'Watchdesk' },
    footer: (page, pages) => ({
      columns: [
        { text: 'Watchdesk', fontSize: 7.5, color: QUIET },
        { text: paperWords.page(page, pages), fontSize: 7.5, color: QUIET, alignment: 'right' },
      ],
      margin: [MARGIN, 14, MARGIN, 0],
    }),
    content: [
      write(title, { size: 18, bold: true, colour: STRONG, width: PAPER_WIDTH }),
      {
        margin: [0, 4, 0, 14],
        columnGap: 18,
        columns: [context.slice(0, Math.ceil(context.length / 2)), context.slice(Math.ceil(context.length / 2))].map((part) => ({
          stack: part.map(([name, value]) => ({
            columns: [
              { width: 70, text: name, fontSize: 8, color: QUIET },
              { width: '*', stack: [write(value, { size: 8, colour: STRONG, width: PAPER_WIDTH / 2 - 90 })] },
            ],
          })),
        })),
      },
      ...rows.map((row): Content => {
        const isAlone = sheets.length === 1;
        if (row.length === 1) return block(row[0]!, isAlone);
        return {
          columnGap: GAP,
          columns: row.map((sheet) => ({ width: widthOf(sheet), stack: [block(sheet, isAlone)] })),
        };
      }),
    ],
  };
}
