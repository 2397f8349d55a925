/** Excel files, read again as what they are: a folder of XML, packed. */
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { spreadsheetOf } from './spreadsheet.ts';

async function partsOf(file: Blob): Promise<Map<string, string>> {
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
  return new Map(Object.entries(parts).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
}

test('a text stays as it is written, is no formula, and of what the table is stands on a sheet of its own', async () => {
  const file = await spreadsheetOf({ columns: ['Team', 'n'], rows: [['=HYPERLINK("x")', -3]] }, [['Time zone', 'UTC']]);
  const parts = await partsOf(file);
  const texts = parts.get('xl/sharedStrings.xml') ?? '';
  expect(texts).toContain('<t>=HYPERLINK("x")</t>');
  expect(texts).not.toContain("'=");
  const [table, about] = [1, 2].map((sheet) => parts.get(`xl/worksheets/sheet${sheet}.xml`) ?? '');
  expect([table, about].join('')).not.toContain('<f>');
  expect(table).toContain('<v>-3</v>');
  expect(texts).toContain('Time zone');
  expect(parts.get('xl/workbook.xml')).toMatch(/name="Table".*name="About"/s);
  expect(about).not.toBe('');
});
