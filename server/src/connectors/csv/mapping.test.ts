import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMapping } from './mapping.ts';

const snapshots = { shape: 'snapshots', source: 'desk', ticket: 'id', at: 'updated', createdAt: 'opened', fields: { status: 'state' } };
const faults = (mapping: unknown): string => {
  try {
    readMapping(typeof mapping === 'string' ? mapping : JSON.stringify(mapping));
    return 'none';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('mappings', () => {
  it('fills in what may be left out', () => {
    expect(readMapping(JSON.stringify(snapshots))).toMatchObject({
      file: { delimiter: ',', quote: '"', header: true },
      nulls: ['NULL', '-', '?'],
      zone: 'UTC',
      disambiguation: 'compatible',
      creation: 'first row',
    });
  });

  it.each([
    ['no JSON', '{', /not JSON/],
    ['no shape', { source: 'desk' }, /shape must be tickets, snapshots, events/],
    ['an unknown shape', { ...snapshots, shape: 'rows' }, /shape must be/],
    ['a missing field', { ...snapshots, ticket: undefined }, /ticket is needed/],
    ['a misspelt field', { ...snapshots, sorce: 'x' }, /sorce is not a field of a mapping/],
    ['a misspelt attribute', { ...snapshots, fields: { staus: 'state' } }, /fields\.staus is not a field/],
    [
      'a misspelt option of a cell',
      { ...snapshots, fields: { status: { column: 'state', maps: {} } } },
      /fields\.status\.maps is not a field/,
    ],
    ['a source with a colon', { ...snapshots, source: 'a:b' }, /source must be 1 to 64 letters/],
    ['an unknown zone', { ...snapshots, zone: 'Mars/Olympus' }, /zone must be an IANA time zone/],
    ['a pattern without a day', { ...snapshots, at: { column: 'updated', format: 'HH:mm' } }, /at\.format must be auto, iso/],
    ['two delimiters', { ...snapshots, file: { delimiter: ';;' } }, /file\.delimiter must be one character/],
    [
      'a status to wait for that is none',
      { ...snapshots, fields: { status: { column: 's', readWhen: ['done'] } } },
      /fields\.status\.readWhen\.0/,
    ],
    [
      'an unknown type of event',
      { shape: 'events', source: 'd', ticket: 'i', at: 't', activity: 'a', activities: { X: { type: 'ticket.opened' } } },
      /activities\.X\.type/,
    ],
    [
      'a history of an unknown attribute',
      { shape: 'history', source: 'd', ticket: 'i', at: 't', field: 'f', value: 'v', fieldNames: { s: { field: 'state' } } },
      /fieldNames\.s\.field must be one of status, priority/,
    ],
    ['people of no date', { shape: 'teams', source: 'd', team: 'id' }, /at or asOf is needed/],
  ])('names %s', (_, mapping, expected) => {
    expect(faults(mapping)).toMatch(expected);
  });

  it('says everything that is wrong at once', () => {
    expect(faults({ ...snapshots, zone: 'x', source: '' })).toMatch(/source .*; .*zone|zone .*; .*source/);
  });

  const folder = resolve(import.meta.dirname, '../../../../docs/mappings');
  it.each(globSync('*.json', { cwd: folder }))('the documented %s is valid', (file) => {
    expect(faults(readFileSync(resolve(folder, file), 'utf8'))).toBe('none');
  });
});
