import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { createZone, type Disambiguation } from './zones.ts';

const local = (text: string) => Date.parse(`${text}Z`);
const instant = (zone: string, text: string, disambiguation: Disambiguation = 'compatible') => {
  const { ms, oddity } = createZone(zone, disambiguation)(local(text));
  return [ms === null ? null : new Date(ms).toISOString(), oddity];
};

describe('local times', () => {
  // London: 2016-03-27 01:00 GMT to 02:00 BST; 2016-10-30 02:00 BST to 01:00 GMT.
  it.each([
    ['Europe/London', '2016-03-27T00:59', 'compatible', '2016-03-27T00:59:00.000Z', null],
    ['Europe/London', '2016-03-27T01:30', 'compatible', '2016-03-27T01:30:00.000Z', 'gap'],
    ['Europe/London', '2016-03-27T01:30', 'earlier', '2016-03-27T00:30:00.000Z', 'gap'],
    ['Europe/London', '2016-03-27T01:30', 'later', '2016-03-27T01:30:00.000Z', 'gap'],
    ['Europe/London', '2016-03-27T01:30', 'reject', null, 'gap'],
    ['Europe/London', '2016-03-27T02:00', 'reject', '2016-03-27T01:00:00.000Z', null],
    ['Europe/London', '2016-10-30T00:59', 'reject', '2016-10-29T23:59:00.000Z', null],
    ['Europe/London', '2016-10-30T01:30', 'compatible', '2016-10-30T00:30:00.000Z', 'overlap'],
    ['Europe/London', '2016-10-30T01:30', 'earlier', '2016-10-30T00:30:00.000Z', 'overlap'],
    ['Europe/London', '2016-10-30T01:30', 'later', '2016-10-30T01:30:00.000Z', 'overlap'],
    ['Europe/London', '2016-10-30T01:30', 'reject', null, 'overlap'],
    ['Europe/London', '2016-10-30T02:00', 'reject', '2016-10-30T02:00:00.000Z', null],
    // Lord Howe Island changes by half an hour.
    ['Australia/Lord_Howe', '2016-10-02T02:15', 'compatible', '2016-10-01T15:45:00.000Z', 'gap'],
    ['America/New_York', '2016-11-06T01:30', 'compatible', '2016-11-06T05:30:00.000Z', 'overlap'],
    // Samoa left out a whole day.
    ['Pacific/Apia', '2011-12-31T00:30', 'compatible', '2011-12-30T10:30:00.000Z', null],
    ['UTC', '2016-03-27T01:30', 'reject', '2016-03-27T01:30:00.000Z', null],
  ] as const)('%s %s, %s', (zone, text, disambiguation, expected, oddity) => {
    expect(instant(zone, text, disambiguation)).toEqual([expected, oddity]);
  });

  it('is the inverse of what the zone shows, whenever it shows a time once', () => {
    const zones = fc.constantFrom(
      'Europe/Berlin',
      'America/Sao_Paulo',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Africa/Cairo',
      'America/St_Johns',
    );
    const minutes = fc.integer({ min: Date.UTC(1995, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 });
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const ms = minute * 60_000;
        const shown = ms + DateTime.fromMillis(ms, { zone }).offset * 60_000;
        const { ms: read, oddity } = createZone(zone, 'compatible')(shown);
        if (oddity === null) expect(read).toBe(ms);
        else expect([read, createZone(zone, 'later')(shown).ms]).toContain(ms);
      }),
    );
  });
});
