import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecordReader, LONGEST_FIELD, LONGEST_ROW } from './read-records.ts';

const COMMA = { delimiter: ',', quote: '"' };

function read(text: string, { dialect = COMMA, cuts = [] as readonly number[] } = {}) {
  const reader = createRecordReader(dialect);
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).toSorted((a, b) => a - b), text.length];
  const records = places.slice(1).flatMap((to, index) => reader.push(text.slice(places[index], to)));
  return [...records, ...reader.end()];
}
const fieldsOf = (text: string) => read(text).map(({ fields }) => fields);

describe('reading records', () => {
  it.each([
    [
      'line feeds',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'carriage return and line feed',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'carriage returns alone',
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'no end of the last line',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a last field that is empty',
      'a,\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    [
      'quoted delimiters, marks and line ends',
      '"a,1","say ""no"""\n"two\nlines",x\n',
      [
        ['a,1', 'say "no"'],
        ['two\nlines', 'x'],
      ],
    ],
    ['a quoted field at the very end', 'a,"b"', [['a', 'b']]],
    [
      'quoted fields before \\r\\n',
      '"a","b"\r\n"c","d"\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a mark inside an unquoted field',
      '5" disk,b\nc,d',
      [
        ['5" disk', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'blank lines, which are no rows',
      'a,b\n\n\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
  ])('reads %s', (_, text, expected) => {
    expect(fieldsOf(text)).toEqual(expected);
  });

  it('says the line a row begins on, counting the line ends inside fields', () => {
    expect(read('a\n"b\nb\nb"\nc\n').map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  it('agrees with csv-parse, however the text is cut into pieces', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'b', ',', '"', '\n', ' ', 'é', '😀'), maxLength: 6 });
    const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), fc.array(fc.nat(), { maxLength: 5 }), (rows, lineEnd, cuts) => {
        const text = rows.map((row) => row.map(quoted).join(',')).join(lineEnd);
        const judged = parse(text, { relax_column_count: true, skip_empty_lines: true, record_delimiter: lineEnd });
        expect(read(text, { cuts }).map(({ fields }) => fields)).toEqual(judged);
      }),
      { numRuns: 300 },
    );
  });

  it('reads other delimiters, and files that quote nothing', () => {
    expect(read("a;'b;c'\n", { dialect: { delimiter: ';', quote: "'" } })[0]!.fields).toEqual(['a', 'b;c']);
    expect(read('"a\tb"\n', { dialect: { delimiter: '\t', quote: '' } })[0]!.fields).toEqual(['"a', 'b"']);
  });
});

describe('rows that cannot be read', () => {
  const faults = (text: string) => read(text).map(({ line, fault }) => [line, fault]);

  it('costs only the row whose quotation mark is not closed', () => {
    expect(faults('a,b\n"c,d\ne,f\n')).toEqual([
      [1, null],
      [2, 'has a quotation mark that is not closed'],
      [3, null],
    ]);
  });

  it('rejects text after a closing mark', () => {
    expect(faults('"a"b,c\nd,e\n')).toEqual([
      [1, 'has text after a closing quotation mark'],
      [2, null],
    ]);
  });

  it('rejects NUL and half a surrogate pair, and no neighbour', () => {
    expect(faults('a\nb\0\nc\uDCFF\nd\n')).toEqual([
      [1, null],
      [2, 'holds the character NUL'],
      [3, 'is not well-formed text in the encoding of the file'],
      [4, null],
    ]);
  });

  it('rejects a field that is too long', () => {
    const [first, second] = read(`${'x'.repeat(LONGEST_FIELD + 1)},b\nc,d\n`);
    expect(first!.fault).toMatch(/longer than/);
    expect(second).toMatchObject({ line: 2, fields: ['c', 'd'], fault: null });
  });

  it.each([
    ['a line without end', 'x'],
    ['a quotation mark without end', '"'],
  ])('gives up %s without keeping all of it', (_, begin) => {
    const reader = createRecordReader(COMMA);
    const records = reader.push(`a\n${begin}`);
    for (let index = 0; index < 2 * (LONGEST_ROW / 1000); index += 1) records.push(...reader.push('y'.repeat(1000)));
    records.push(...reader.push('\nb\n'), ...reader.end());
    expect(records.map(({ line, fault }) => [line, fault === null])).toEqual([
      [1, true],
      [2, false],
      [3, true],
    ]);
  });
});
