import pdfMake from 'pdfmake/build/pdfmake';
import fonts from 'pdfmake/build/vfs_fonts';
import { describe, expect, test } from 'vitest';
import { hasLetters, onPaper, textsIn } from './paper-letters.ts';
import { paperOf, type DrawText, type PaperSheet } from './paper.ts';
import { chartPicture, tablePicture, wrapped } from './picture-layout.ts';

describe('letters of the font on paper', () => {
  test.each([
    ['Größe über 5 €, ≥ 90 % – “fine”…', true],
    ['Zoë Ørsted-Łukasz Šmíd', true],
    ['Техническая поддержка', true],
    ['Ελληνικά', true],
    ['o\u0308', true],
    ['日本語サポート', false],
    ['한국어', false],
    ['العربية', false],
    ['ไทย', false],
    ['🙂', false],
  ])('%s: %s', (text, can) => expect(hasLetters(onPaper(text))).toBe(can));

  test('are looked for in the texts of a drawing alone', () =>
    expect(textsIn('<svg><style>.日 { }</style><text id="日">Chat &amp; mail</text><text>Ж</text></svg>').trim()).toBe(
      'Chat &amp; mail Ж',
    ));
});

const drawn: string[] = [];
const draw: DrawText = (text, { size }) => {
  drawn.push(text);
  return { url: 'data:image/png;base64,', width: 10, height: size };
};
const sheet = (more: Partial<PaperSheet>): PaperSheet => ({
  title: 'Created by channel',
  sentence: 'E-mail is the largest part: 60.0 %.',
  columns: ['Channel', 'Created'],
  rows: [['E-mail', '6']],
  figures: [],
  chart: null,
  legend: [],
  columns12: 12,
  row: 0,
  withTable: true,
  ...more,
});
const asText = (value: unknown): string => JSON.stringify(value);

describe('paper', () => {
  test('has title, what it is of, sentence, drawing and table', () => {
    const chart = { svg: '<svg/>', png: 'data:png', width: 10, height: 10 };
    const text = asText(paperOf({ title: 'Volume', context: [['Period', '1 – 8 March']], sheets: [sheet({ chart })] }, draw).content);
    for (const part of ['"Volume"', '"1 – 8 March"', 'E-mail is the largest', '<svg/>', '"Channel"', '"6"']) expect(text).toContain(part);
    expect(text).not.toContain('data:png');
  });
  test('draws what the font has no letters for, and nothing else', () => {
    drawn.length = 0;
    const chart = { svg: null, png: 'data:png', width: 10, height: 10 };
    const rows = [
      ['Поддержка', '1'],
      ['日本', '2'],
    ];
    const text = asText(paperOf({ title: '請求チーム', context: [], sheets: [sheet({ chart, rows })] }, draw).content);
    expect(drawn).toEqual(['請求チーム', '日本']);
    expect(text).toContain('data:png');
    expect(text).toContain('Поддержка');
  });
  test('takes hostile text for text', () => {
    const title = '=cmd|"/c calc"!A1 <script>';
    const { content, info } = paperOf(
      { title, context: [['Filters', '{ "text": "x" }']], sheets: [sheet({ rows: [['=1+1', '2']] })] },
      draw,
    );
    expect(asText(content)).toContain('=1+1');
    expect(asText(content)).toContain(JSON.stringify(title).slice(1, -1));
    expect(info?.title).toBe(title);
  });
  test('puts tiles of one row side by side, and prints no table of a chart among others', () => {
    const tiles = [
      sheet({ title: 'Left', columns12: 8, withTable: false }),
      sheet({ title: 'Right', columns12: 4, withTable: false }),
      sheet({ title: 'Below', row: 1 }),
    ];
    const content = paperOf({ title: 'Dashboard', context: [], sheets: tiles }, draw).content as { columns?: { width: number }[] }[];
    const rows = content.slice(2);
    expect(rows).toHaveLength(2);
    const [left, right] = rows[0]!.columns!.map(({ width }) => width);
    expect(left! / right!).toBeCloseTo(2, 0);
    expect(asText(rows[0])).not.toContain('headerRows');
    expect(asText(rows[1])).toContain('headerRows');
  });
  test.each([1, 4, 5, 12])('is written as a PDF with a legend of %i entries', async (entries) => {
    pdfMake.addVirtualFileSystem(fonts);
    const legend = Array.from({ length: entries }, (_, place) => ({ name: `Team ${place}`, colour: '#2a6fdb' }));
    const tiles = [sheet({ legend, columns12: 6 }), sheet({ legend, columns12: 6 }), sheet({ row: 1 })];
    const bytes = await pdfMake.createPdf(paperOf({ title: 'Volume', context: [['Zone', 'UTC']], sheets: tiles }, draw)).getBuffer();
    expect(String.fromCharCode(...bytes.subarray(0, 5))).toBe('%PDF-');
  });
  test('says how many rows of a long table it leaves to the files', () => {
    const rows = Array.from({ length: 1_204 }, (_, index) => [`Row ${index}`, '1']);
    const text = asText(paperOf({ title: 'Long', context: [], sheets: [sheet({ rows })] }, draw).content);
    expect(text).toContain('Row 999');
    expect(text).not.toContain('Row 1000"');
    expect(text).toContain('204 more rows');
  });
});

describe('pictures', () => {
  const measure = (words: string, size: number) => words.length * size * 0.5;

  test('break a long title, and a word that is too long stands alone', () => {
    expect(wrapped('a bb ccc', 4, (text) => text.length)).toEqual(['a bb', 'ccc']);
    expect(wrapped('abcdefgh ij', 4, (text) => text.length)).toEqual(['abcdefgh', 'ij']);
  });
  test('have their legend above the chart, in as many lines as it needs', () => {
    const legend = Array.from({ length: 30 }, (_, colour) => ({ name: `Series number ${colour}`, colour }));
    const parts = { title: 'T', sentence: 'S', drawing: { option: {}, points: [] }, height: 200 };
    const [few, many] = [legend.slice(0, 2), legend].map((entries) => chartPicture({ ...parts, legend: entries }, 'light', measure));
    expect(many!.chart!.y).toBeGreaterThan(few!.chart!.y);
    expect(many!.height).toBe(many!.chart!.y + 200 + 24);
    const rects = many!.marks.filter(({ mark }) => mark === 'rect');
    expect(rects).toHaveLength(30);
    expect(Math.max(...rects.map(({ x }) => x))).toBeLessThan(many!.width - 100);
  });
  test('of a table end where its first rows do, and say how many more there are', () => {
    const rows = Array.from({ length: 70 }, (_, index) => [`Row ${index}`, String(index)]);
    const { marks } = tablePicture(
      { title: 'T', sentence: '', columns: ['Name', 'n'], rows, more: (left) => `${left} more` },
      'dark',
      measure,
    );
    const words = marks.flatMap((mark) => (mark.mark === 'text' ? [mark.words] : []));
    expect(words).toContain('Row 59');
    expect(words).not.toContain('Row 60');
    expect(words.at(-1)).toBe('10 more');
  });
});
