/** What is told of files nobody has said anything about: of how they are written, of what they hold, and of what is no table at all. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, it } from 'vitest';
import { withFile } from '../../../../test/tables.ts';
import { readMapping } from '../mapping.ts';
import { detectTable, type Told } from './index.ts';

const NOW = Date.UTC(2026, 2, 10);
const detect = (content: string | Buffer, told: Told = {}, fileName = 'tickets.csv') =>
  withFile(content, (path) => detectTable(path, told, { fileName, zone: 'Europe/London', now: NOW }));

const HEADER = 'Ticket ID,Subject,Status,Priority,Created at,Solved at,Assignee,Requester email,Tags';
const ROWS = [
  '1,"Printer, broken",Solved,High,2026-03-01 09:00,2026-03-01 12:00,Ann,cy@example.com,a;b',
  '2,No mail,Waiting for customer,Low,2026-03-02 09:00,,Bob,di@example.com,b',
  '3,Café closed,Open,Urgent,2026-03-03 09:00,,Ann,ed@example.com,',
];
const TABLE = [HEADER, ...ROWS].join('\n');

describe('how a file is written', () => {
  it.each([
    ['utf-8', Buffer.from(TABLE)],
    ['utf-8', Buffer.from(`\uFEFF${TABLE}`)],
    ['utf-16le', Buffer.from(`\uFEFF${TABLE}`, 'utf16le')],
    ['utf-16le', Buffer.from(TABLE, 'utf16le')],
    ['utf-16be', Buffer.from(`\uFEFF${TABLE}`, 'utf16le').swap16()],
    ['latin1', Buffer.from(TABLE, 'latin1')],
    ['utf-8', gzipSync(TABLE)],
  ] as const)('%s is told', async (encoding, bytes) => {
    const { file, columns, rows } = await detect(bytes);
    expect(file).toEqual({ delimiter: ',', quote: '"', encoding, header: true });
    expect(columns.map(({ name }) => name)).toEqual(HEADER.split(','));
    expect(rows[2]![1]).toBe('Café closed');
  });

  it('a few damaged lines do not make it Latin-1', async () => {
    const good = Array.from({ length: 20 }, (_, row) => `${row},é`).join('\n');
    const { file, faultCount } = await detect(Buffer.concat([Buffer.from(`id,name\n${good}\n`), Buffer.from('20,\u00e9\n', 'latin1')]));
    expect([file.encoding, faultCount]).toEqual(['utf-8', 1]);
  });

  it('the delimiter is found of any table that is written with one', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'b', 'z', ' ', ',', ';', '|', '\t', '"', '\n', '1', '9'), maxLength: 8 });
    const tables = fc
      .integer({ min: 2, max: 6 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 3, maxLength: 12 }));
    await fc.assert(
      fc.asyncProperty(tables, fc.constantFrom(',', ';', '\t', '|'), async (rows, delimiter) => {
        const header = rows[0]!.map((_, index) => `column ${'abcdef'[index]}`);
        const { file, columns } = await detect(stringify([header, ...rows], { delimiter, quoted: true }));
        expect(file.delimiter).toBe(delimiter);
        expect(columns).toHaveLength(header.length);
      }),
      { numRuns: 60 },
    );
  });

  it('a first row of data is no header', async () => {
    const { file, columns } = await detect(ROWS.join('\n'));
    expect([file.header, columns[0]!.name]).toEqual([false, '1']);
  });
});

describe('times', () => {
  const format = async (...values: string[]) =>
    (await detect(`id,created\n${values.map((value, row) => `${row},"${value}"`).join('\n')}`)).columns[1]!.time;

  it.each([
    [['2026-03-01 09:00', '2026-03-13T10:00:00Z'], 'iso'],
    [['13/3/2026', '1/2/2026 09:00'], 'day first'],
    [['3/13/2026 9:00 PM', '1/2/2026'], 'month first'],
    [['13.03.26 09:00', '01.02.26 10:30'], 'd.M.yy HH:mm'],
    [['3/14/26 9:05', '1/2/26 13:30'], 'M/d/yy H:mm'],
    [['1 Mar 2026', '12 Apr 2026'], 'd MMM yyyy'],
    [['Mar 1, 2026 9:30 PM', 'Apr 12, 2026 8:05 AM'], 'MMM d, yyyy h:mm a'],
    [['1772355600', '1772355601'], 'epoch seconds'],
    [['1772355600000', '1772355601000'], 'epoch milliseconds'],
  ])('%j are %s', async (values, expected) => {
    expect(await format(...values)).toMatchObject({ format: expected, unread: 0 });
  });

  it.each([[['12', '13', '14']], [['Ann', 'Bob']], [['10.5', '11.25']], [['+44 20 7946 0958', '020-7946-0000']], [['v1.2.3', 'v1.2.4']]])(
    '%j are none',
    async (values) => {
      expect(await format(...values)).toBeNull();
    },
  );

  it('what may be read both ways is asked, with a value and both readings', async () => {
    expect(await format('3/4/2026', '5/5/2026')).toMatchObject({
      format: null,
      candidates: ['day first', 'month first'],
      example: {
        text: '3/4/2026',
        readings: [
          { format: 'day first', day: '3 April 2026' },
          { format: 'month first', day: '4 March 2026' },
        ],
      },
    });
  });

  it('slips of a hand leave it a time, and are counted', async () => {
    expect(await format('2026-03-01', '31/31/2026', 'soon', '2026-03-02')).toMatchObject({ format: 'iso', unread: 2 });
  });

  it('what contradicts itself is asked, too', async () => {
    expect(await format('13/4/2026', '4/13/2026', '4/14/2026', '5/5/2026')).toMatchObject({ format: null });
    expect(await format('2026-03-01', 'Mar 1, 2026', '1 Mar 2026')).toMatchObject({ format: null });
  });
});

describe('what rows are', () => {
  it.each([
    ['tickets', TABLE, 'export.csv'],
    [
      'history',
      'ticket_id,field_name,updated,value,user_id\n1,status,2026-03-01 09:00,open,4\n1,status,2026-03-02 09:00,solved,4\n',
      'x.csv',
    ],
    [
      'events',
      'CaseID,ActivityID,CompleteTimestamp\n1,Assign,2026-03-01 09:00\n1,Resolve,2026-03-02 09:00\n2,Assign,2026-03-02 09:00\n2,Close,2026-03-03 09:00',
      'x.csv',
    ],
    [
      'snapshots',
      'number,incident_state,opened_at,sys_updated_at,priority\nI1,New,1/3/2016 01:00,1/3/2016 01:00,1 - Critical\nI1,Active,1/3/2016 01:00,13/3/2016 02:00,1 - Critical\n',
      'x.csv',
    ],
    ['customers', 'id,name,email,created_at\n1,Cy,cy@example.com,2026-01-01 09:00\n2,Di,di@example.com,2026-01-02 09:00\n', 'contacts.csv'],
    ['agents', 'Id,Name,Teams,Level,Skills,Time zone\n1,Ann,T1;T2,L2,vpn:4,Europe/Berlin\n', 'people.csv'],
    ['organisations', 'Account ID,Account name,Website,Plan,MRR\n1,Ox,ox.example,gold,99\n', 'crm.csv'],
    ['teams', 'id,name,updated_at\n1,First line,2026-03-01 09:00\n', 'groups.csv'],
  ])('%s', async (shape, table, fileName) => {
    const detection = await detect(table, {}, fileName);
    expect(detection.shape).toBe(shape);
    expect(readMapping(JSON.stringify(detection.mapping)).shape).toBe(shape);
  });
});

it('columns are taken for what they are called and hold, and only plain words are mapped', async () => {
  const { mapping } = await detect(TABLE, {}, 'Zendesk tickets 2026-03.csv');
  expect(mapping).toEqual({
    shape: 'tickets',
    source: 'zendesk',
    zone: 'Europe/London',
    file: { delimiter: ',', quote: '"', encoding: 'utf-8', header: true },
    ticket: 'Ticket ID',
    createdAt: { column: 'Created at', format: 'iso' },
    resolvedAt: { column: 'Solved at', format: 'iso' },
    fields: {
      subject: 'Subject',
      status: { column: 'Status', map: { Solved: 'resolved', 'Waiting for customer': 'pending', Open: 'open' } },
      priority: { column: 'Priority', map: { High: 'P2', Low: 'P4', Urgent: 'P1' } },
      assignee: 'Assignee',
      requester: 'Requester email',
      tags: { column: 'Tags', split: ';' },
    },
  });
  const unknown = await detect('id,status,created\n1,Limbo,2026-03-01\n2,Open,2026-03-02\n');
  expect(unknown.mapping['fields']).toEqual({ status: { column: 'status', map: { Open: 'open' } } });
});

it('an order of day and month that nothing decides is left open', async () => {
  const { mapping } = await detect('id,status,created\n1,Open,3/4/2026\n2,Open,5/6/2026\n');
  expect(mapping['createdAt']).toBe('created');
});

describe('what is no table ends in words', () => {
  it.each([
    ['nothing', Buffer.alloc(0), /^The file is empty$/],
    ['white space of a gzip', gzipSync(''), /^The file is empty$/],
    ['an Excel workbook', Buffer.from('504b03041400060008', 'hex'), /Excel workbook/],
    ['a binary', Buffer.from(Array.from({ length: 4000 }, (_, index) => ((index * 7919) % 251) % 13)), /binary file/],
    ['a binary of hardly any NUL', Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 249 || 9)), /binary file/],
    ['a page that is called .xls', '\ufeff <!DOCTYPE html>\n<table><tr><td>id, created</td></tr></table>', /a web page or XML, not a CSV/],
    ['JSON', '[\n  {"id": 1, "created": "2026-03-01"}]', /JSON, not a CSV/],
    ['a million columns', Array.from({ length: 1_000_000 }, (_, index) => `c${index}`).join(','), /longer than|1000 are read/],
    [
      'a thousand and one columns',
      Array.from({ length: 1001 }, (_, index) => `c${index}`).join(','),
      /1001 columns; at most 1000 are read/,
    ],
    ['a damaged gzip', Buffer.from('1f8b0800000000000003ffffffffffff', 'hex'), /damaged/],
  ])('%s', async (_, content, expected) => {
    await expect(detect(content)).rejects.toThrow(expected);
  });

  it('a table with one damaged byte is none of them', async () => {
    const { columns } = await detect('id,status,created\n1,Op\0en,2026-03-01 09:00\n');
    expect(columns.map(({ name }) => name)).toEqual(['id', 'status', 'created']);
  });

  it('a thousand columns of dates are looked at, each by itself', async () => {
    const names = Array.from({ length: 1000 }, (_, index) => `c${index}`).join(',');
    const row = Array.from({ length: 1000 }, () => '"Mar 1, 2026"').join(',');
    const { columns } = await detect(`${names}\n${Array.from({ length: 300 }, () => row).join('\n')}`);
    expect(columns).toHaveLength(1000);
    expect(new Set(columns.map(({ time }) => time?.format))).toEqual(new Set(['MMM d, yyyy']));
  });
});
