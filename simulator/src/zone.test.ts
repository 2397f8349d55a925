import { expect, test } from 'vitest';
import { createZone, DAY, HOUR } from './zone.ts';

test.each([
  ['Europe/Berlin', '2026-07-01T10:00:00Z', 12],
  ['Europe/Berlin', '2026-12-01T10:00:00Z', 11],
  ['America/New_York', '2026-03-09T12:00:00Z', 8],
  ['America/New_York', '2026-03-06T12:00:00Z', 7],
  ['Asia/Kolkata', '2026-03-09T12:00:00Z', 17],
  ['Australia/Sydney', '2026-01-09T12:00:00Z', 23],
])('%s at %s is in hour %d', (name, at, hour) => expect(createZone(name).local(Date.parse(at)).hour).toBe(hour));

test('the instant of a local time is at that local time, around the changes of the clocks too', () => {
  for (const name of ['Europe/Berlin', 'America/New_York', 'Australia/Sydney', 'Asia/Singapore']) {
    const zone = createZone(name);
    for (let at = Date.UTC(2026, 2, 1); at < Date.UTC(2026, 10, 20); at += DAY) {
      const { day } = zone.local(at);
      expect(zone.local(zone.instant(day, 9))).toMatchObject({ day, hour: 9 });
    }
  }
});

test('a week has seven days, beginning with Sunday', () => {
  const zone = createZone('UTC');
  expect(zone.local(Date.UTC(2026, 7, 23)).weekday).toBe(0);
  expect(zone.local(Date.UTC(2026, 7, 24) - 1).weekday).toBe(0);
  expect(zone.local(Date.UTC(2026, 7, 29, 23)).weekday).toBe(6);
  expect(zone.instant(zone.local(0).day, 1)).toBe(HOUR);
});

test('an unknown zone is refused', () => expect(() => createZone('Mars/Olympus')).toThrow(RangeError));
