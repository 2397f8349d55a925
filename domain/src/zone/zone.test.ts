import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Disambiguation, isZone, zoneOf } from './index.ts';

const local = (text: string) => Date.parse(`${text}Z`) / 1000;
const instant = (name: string, text: string, disambiguation: Disambiguation = 'compatible') => {
  const zone = zoneOf(name);
  const at = zone.instant(local(text), disambiguation);
  return [at === null ? null : new Date(at * 1000).toISOString(), zone.oddity(local(text))];
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
    ['Pacific/Apia', '2011-12-30T12:00', 'compatible', '2011-12-30T22:00:00.000Z', 'gap'],
    // Summer time is the standard there, and winter an hour less.
    ['Europe/Dublin', '2026-10-25T01:30', 'compatible', '2026-10-25T00:30:00.000Z', 'overlap'],
    // The offset changed for good at midnight.
    ['Asia/Almaty', '2024-02-29T23:30', 'compatible', '2024-02-29T17:30:00.000Z', 'overlap'],
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
    const seconds = fc.integer({ min: Date.UTC(1990, 0) / 1000, max: Date.UTC(2040, 0) / 1000 });
    fc.assert(
      fc.property(zones, seconds, (name, at) => {
        const zone = zoneOf(name);
        const shown = zone.local(at);
        expect(shown).toBe(shownBy(name, at));
        if (zone.oddity(shown) === null) expect(zone.instant(shown)).toBe(at);
        else expect([zone.instant(shown, 'earlier'), zone.instant(shown, 'later')]).toContain(at);
      }),
    );
  });

  it('changes at the very second', () => {
    const change = Date.UTC(2026, 2, 29, 1) / 1000;
    expect([zoneOf('Europe/Berlin').offset(change - 1), zoneOf('Europe/Berlin').offset(change)]).toEqual([3600, 7200]);
  });

  it('knows what is no zone', () =>
    expect(['Mars/Olympus', '', '+02:00', '-05:30', 'Europe/Berlin'].map(isZone)).toEqual([false, false, false, false, true]));
});

/** What the platform shows, read from its words. */
function shownBy(timeZone: string, at: number): number {
  const words = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at * 1000);
  return Date.parse(`${words.replace(' ', 'T')}Z`) / 1000;
}
