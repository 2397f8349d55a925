import { gzipSync } from 'node:zlib';
import { readEvent, type SentEvent } from '@watchdesk/domain/event';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepared, withFile } from '../../../test/tables.ts';
import { LONGEST_FIELD } from './read-records.ts';
import { fileHash, FILE_LIMITS } from './open-file.ts';
import { readMapping, tryCsv } from './index.ts';

const desk = { source: 'desk', ticket: 'id', at: { column: 'at', format: 'iso' } };
const snapshots = {
  shape: 'snapshots',
  ...desk,
  createdAt: { column: 'opened', format: 'iso' },
  fields: { status: 'state', team: 'team' },
};
const numbered = { ...snapshots, sequence: { column: 'n', first: 0 } };
const log = {
  shape: 'events',
  ...desk,
  activity: 'state',
  activities: Object.fromEntries(['new', 'open', 'resolved'].map((to) => [to, { type: 'status.changed', data: { to } }])),
};
const history = {
  shape: 'history',
  ...desk,
  field: 'team',
  value: 'state',
  fieldNames: { t1: { field: 'status' }, t2: { field: 'category' } },
};
const rowPerTicket = {
  shape: 'tickets',
  source: 'desk',
  ticket: 'id',
  createdAt: { column: 'opened', format: 'iso' },
  updatedAt: { column: 'at', format: 'iso' },
  fields: { status: 'state', team: 'team' },
};

const inOrderOfId = (events: readonly SentEvent[]) => events.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
const distinct = (events: readonly SentEvent[]) => [...new Map(inOrderOfId(events).map((event) => [event.id, event])).values()];

describe('the events of a table', () => {
  const header = 'id,at,opened,n,state,team\n';
  const minutes = fc.integer({ min: 0, max: 5 }).map((minute) => `2026-03-02 09:0${minute}`);
  const row = fc
    .tuple(
      fc.constantFrom('A', 'B'),
      minutes,
      fc.constant('2026-03-02 08:00'),
      fc.nat(3),
      fc.constantFrom('new', 'open', 'resolved'),
      fc.constantFrom('t1', 't2', ''),
    )
    .map((cells) => cells.join(','));
  const table = fc.array(row, { minLength: 1, maxLength: 12 }).chain((rows) =>
    fc.tuple(
      fc.constant(rows),
      fc.shuffledSubarray([...rows, ...rows], { minLength: rows.length * 2 }).filter((all) => rows.every((one) => all.includes(one))),
    ),
  );

  it.each([
    ['snapshots', numbered],
    ['snapshots without a sequence', snapshots],
    ['an event log', log],
    ['an event log with the creations elsewhere', { ...log, creation: 'none' }],
    ['a field history', history],
    ['rows of tickets', rowPerTicket],
  ])('are the same in any order of the rows and with any of them repeated: %s', async (_, mapping) => {
    await fc.assert(
      fc.asyncProperty(table, async ([rows, shuffled]) => {
        // One row per ticket: of two that differ the file cannot say which is true, so each ticket keeps its first.
        const fair = (all: readonly string[]) =>
          mapping === rowPerTicket ? all.filter((one) => one === rows.find((first) => first[0] === one[0])) : all;
        const [first, second] = [
          await prepared(mapping, header + fair(rows).join('\n')),
          await prepared(mapping, header + fair(shuffled).join('\n')),
        ];
        expect(distinct(second.events)).toEqual(distinct(first.events));
        expect(first.events.filter((event) => !readEvent(event, 'desk').ok)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('are the same whether the rows of a ticket meet in memory or on disk', async () => {
    const rows = Array.from(
      { length: 500 },
      (_, index) =>
        `T${index % 97},2026-03-02 09:${String(index % 60).padStart(2, '0')},2026-03-02 08:00,${index},${index % 2 ? 'open' : 'pending'},é"t${index % 3}`,
    );
    const [memory, disk] = await Promise.all([
      prepared(numbered, header + rows.join('\n')),
      prepared(numbered, header + rows.join('\n'), { memoryBytes: 10_000, chunkEvents: 7 }),
    ]);
    expect(inOrderOfId(disk.events)).toEqual(inOrderOfId(memory.events));
    expect(disk.events.length).toBeGreaterThan(500);
  });
});

describe('dates that may mean two days', () => {
  const mapping = { ...log, at: 'at' };
  const table = (...dates: string[]) => `id,at,state\n${dates.map((date) => `A,${date},new`).join('\n')}`;

  it('are refused unless a value decides', async () => {
    await expect(prepared(mapping, table('3/4/2026 09:00', '5/6/2026 09:00'))).rejects.toThrow(
      /at\.format is needed: column "at": no value decides/,
    );
    await expect(prepared(mapping, table('13/4/2026', '4/13/2026'))).rejects.toThrow(/some values have the day first and some the month/);
  });

  it('are read by what decides', async () => {
    const instant = async (mapped: object, ...dates: string[]) =>
      new Date((await prepared(mapped, table(...dates))).events[0]!.at).toISOString();
    expect(await instant(mapping, '3/4/2026 09:00', '13/6/2026 09:00')).toBe('2026-04-03T09:00:00.000Z');
    expect(await instant(mapping, '3/4/2026 09:00', '6/13/2026 09:00')).toBe('2026-03-04T09:00:00.000Z');
    expect(await instant({ ...mapping, at: { column: 'at', format: 'month first' } }, '3/4/2026 09:00')).toBe('2026-03-04T09:00:00.000Z');
  });

  it('tells of times that the clock skipped or showed twice', async () => {
    const { warnings } = await prepared({ ...log, zone: 'Europe/London' }, table('2016-03-27 01:30', '2016-10-30 01:30'));
    expect(warnings).toEqual(['a time the clock skipped when summer began: at', 'a time that occurs twice when summer ends: at']);
    const { rejected } = await prepared({ ...log, zone: 'Europe/London', disambiguation: 'reject' }, table('2016-03-27 01:30'));
    expect(rejected).toEqual(['2 column "at" is a time the clock never showed in Europe/London: 2016-03-27 01:30']);
  });
});

describe('what files can do to us', () => {
  const good = 'id,at,state\nA,2026-03-02,new\n';
  const ticketsOf = async (content: string | Buffer, mapping: object = log) => {
    const { events, rejected } = await prepared(mapping, content);
    return { tickets: events.filter(({ type }) => type === 'ticket.created').map(({ ticket }) => ticket), rejected };
  };

  it.each([
    ['a byte order mark', `\uFEFF${good}`],
    ['UTF-16', Buffer.from(`\uFEFF${good}`, 'utf16le')],
    ['UTF-16, big-endian', Buffer.from(`\uFEFF${good}`, 'utf16le').swap16()],
    ['gzip', gzipSync(good)],
    ['gzip of UTF-16', gzipSync(Buffer.from(`\uFEFF${good}`, 'utf16le'))],
    ['gzip in two parts', Buffer.concat([gzipSync('id,at,sta'), gzipSync('te\nA,2026-03-02,new\n')])],
    ['carriage returns alone', good.replaceAll('\n', '\r')],
    ['quotation marks around everything', '"id","at","state"\r\n"A","2026-03-02","new"\r\n'],
  ])('%s', async (_, content) => {
    expect(await ticketsOf(content)).toEqual({ tickets: ['desk:A'], rejected: [] });
  });

  it('Latin-1, where the mapping says so', async () => {
    const content = Buffer.from('id,at,state\nMüller,2026-03-02,new\n', 'latin1');
    expect((await ticketsOf(content, { ...log, file: { encoding: 'latin1' } })).tickets).toEqual(['desk:Müller']);
    expect(await ticketsOf(content)).toEqual({ tickets: [], rejected: ['2 is not well-formed text in the encoding of the file'] });
  });

  it('rows that are broken cost themselves alone', async () => {
    const lines = [
      'A,2026-03-02,new',
      'B,2026-03-02,n\0w',
      `C,2026-03-02,${'x'.repeat(1_000_000)}`,
      'D,2026-03-02',
      'E,2026-03-02,new,more',
      `F,2026-03-02,"new`,
      'G,2026-03-02,new',
    ];
    const { tickets, rejected } = await ticketsOf(`id,at,state\n${lines.join('\n')}\n`);
    expect(tickets).toEqual(['desk:A', 'desk:G']);
    expect(rejected).toEqual([
      '3 holds the character NUL',
      `4 has a field longer than ${LONGEST_FIELD.toLocaleString('en')} characters`,
      '5 has 2 fields where the header has 3',
      '6 has 4 fields where the header has 3',
      '7 has a quotation mark that is not closed',
    ]);
  });

  it.each([
    ['an empty file', '', /The file is empty/],
    ['a byte order mark and nothing', '\uFEFF', /The file is empty/],
    ['a column that is missing', 'id,when,state\n', /at names the column "at", which the file does not have; it has "id", "when", "state"/],
    ['a column that is there twice', 'id,at,state,at\n', /at names the column "at", which the file has twice/],
    ['a header that is broken', 'id,at,"state\n', /The header, line 1, has a quotation mark that is not closed/],
    ['a thousand columns too many', `id,at,state${',x'.repeat(2000)}\n`, /The file has 2003 columns/],
    ['gzip that ends too early', gzipSync(good.repeat(1000)).subarray(0, 100), /damaged or ends too early/],
    [
      'gzip that is damaged',
      Buffer.from([...gzipSync(good)].map((byte, index) => (index > 12 ? byte ^ 0x55 : byte))),
      /damaged or ends too early/,
    ],
    [
      'a gzip bomb',
      gzipSync(Buffer.concat([Buffer.from('id,at,state\n'), Buffer.alloc(40e6, 'A,2026-03-02,new\n')])),
      /unpacks to more than 250 times its size/,
    ],
  ])('%s is refused', async (_, content, expected) => {
    await expect(prepared(log, content)).rejects.toThrow(expected);
  });

  it('a header alone is a table of nothing', async () => {
    expect(await ticketsOf('id,at,state\n')).toEqual({ tickets: [], rejected: [] });
    expect(await ticketsOf('id,at,state')).toEqual({ tickets: [], rejected: [] });
  });

  it('limits of bytes and rows hold', async () => {
    const mapping = readMapping(JSON.stringify(log));
    const attempt = (limits: object) =>
      withFile(good.repeat(50), (path) => tryCsv({ path, mapping, rejectsPath: `${path}.rejects`, limits: { ...FILE_LIMITS, ...limits } }));
    await expect(attempt({ bytes: 100 })).rejects.toThrow(/longer than 100 bytes/);
    await expect(attempt({ rows: 10 })).rejects.toThrow(/more than 10 rows/);
    expect((await attempt({})).account).toMatchObject({ rows: 99, rowsRejected: 49 });
  });

  it('a file that is not there, or is a folder', async () => {
    await expect(fileHash('/nowhere/at/all.csv')).rejects.toThrow(/cannot be read: ENOENT/);
    await expect(fileHash('/tmp')).rejects.toThrow(/is not a file/);
  });

  it('nothing that a file holds makes the import throw, once its header is read', async () => {
    const noise = fc.string({
      unit: fc.constantFrom('A', ',', '"', '\n', '\r', '\0', ' ', '=', '\t', '1', '/', '2026-03-02', 'new', '\uD800', 'é'),
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(noise, fc.uint8Array({ maxLength: 30 }), async (text, bytes) => {
        const { events } = await prepared(log, Buffer.concat([Buffer.from('id,at,state\n'), Buffer.from(text), Buffer.from(bytes)]));
        // What it makes of it is what the door takes, or names the field of.
        expect(
          events.map((event) => readEvent(event, 'desk')).filter((reading) => !reading.ok && reading.fault.field !== 'ticket'),
        ).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
