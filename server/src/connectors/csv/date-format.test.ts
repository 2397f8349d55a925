import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { createDayOrder } from './day-order.ts';
import { isPattern, timeReader } from './date-format.ts';

const read = (format: string, text: string) => {
  const time = timeReader(format)(text);
  return time && `${new Date(time.ms).toISOString()}${time.zoned ? '' : ' local'}`;
};

describe('formats', () => {
  it.each([
    ['iso', '2016-03-01', '2016-03-01T00:00:00.000Z local'],
    ['iso', '2016-03-01 09:30:15', '2016-03-01T09:30:15.000Z local'],
    ['iso', '2020-03-20 02:32:49.426', '2020-03-20T02:32:49.426Z local'],
    ['iso', '2016-03-01T09:30:15.123456Z', '2016-03-01T09:30:15.123Z'],
    ['iso', '2016-03-01T09:30:15+05:30', '2016-03-01T04:00:15.000Z'],
    ['iso', '2016-03-01 09:30:15 UTC', '2016-03-01T09:30:15.000Z'],
    ['iso', '2016-02-30', null],
    ['iso', '1/3/2016', null],
    ['d/M/yyyy HH:mm', '1/3/2016 01:22', '2016-03-01T01:22:00.000Z local'],
    ['d/M/yyyy HH:mm', '31/2/2016 01:22', null],
    ['d/M/yyyy HH:mm', '1/3/2016 24:00', null],
    ['M/d/yyyy h:mm a', '3/1/2016 12:05 AM', '2016-03-01T00:05:00.000Z local'],
    ['M/d/yyyy h:mm a', '3/1/2016 1:05 pm', '2016-03-01T13:05:00.000Z local'],
    ['M/d/yyyy h:mm a', '3/1/2016 13:05 pm', null],
    ['dd.MM.yy', '01.03.16', '2016-03-01T00:00:00.000Z local'],
    ["yyyyMMdd'T'HHmmss", '20160301T093015', '2016-03-01T09:30:15.000Z local'],
    ['d MMM yyyy HH:mm', '1 Mar 2016 09:30', '2016-03-01T09:30:00.000Z local'],
    ['yyyy-MM-dd HH:mm ZZZ', '2016-03-01 09:30 +0200', '2016-03-01T07:30:00.000Z'],
    ['day first', '3/4/2016 09:30', '2016-04-03T09:30:00.000Z local'],
    ['month first', '3/4/2016 9:30:10 PM', '2016-03-04T21:30:10.000Z local'],
    ['day first', '2016-03-04', '2016-03-04T00:00:00.000Z local'],
    ['epoch seconds', '1456824600', '2016-03-01T09:30:00.000Z'],
    ['epoch milliseconds', '1456824600000', '2016-03-01T09:30:00.000Z'],
    ['epoch seconds', 'soon', null],
  ])('%s reads %s', (format, text, expected) => {
    expect(read(format, text)).toBe(expected);
  });

  it('reads what Luxon writes, in patterns of figures', () => {
    const formats = fc.constantFrom('d/M/yyyy HH:mm', 'yyyy-MM-dd HH:mm:ss.SSS', 'MM/dd/yyyy hh:mm a', 'H:m d.M.yyyy');
    fc.assert(
      fc.property(
        formats,
        fc.date({ min: new Date(Date.UTC(1990, 0)), max: new Date(Date.UTC(2060, 0)), noInvalidDate: true }),
        (format, date) => {
          const written = DateTime.fromMillis(date.getTime(), { zone: 'utc', locale: 'en' }).toFormat(format);
          const expected = DateTime.fromFormat(written, format, { zone: 'utc', locale: 'en' }).toMillis();
          expect(timeReader(format)(written)).toEqual({ ms: expected, zoned: false });
        },
      ),
    );
  });

  it.each([
    ['d/M/yyyy', true],
    ['d MMMM yyyy', true],
    ['HH:mm', false],
    ['whenever', false],
  ])('knows whether %s is a pattern: %s', (format, expected) => {
    expect(isPattern(format)).toBe(expected);
  });
});

describe('the order of day and month', () => {
  it.each([
    [['2016-03-01'], 'iso'],
    [['1/3/2016', '13/3/2016'], 'day first'],
    [['3/1/2016', '3/13/2016 09:00'], 'month first'],
    [['1/3/2016', '3/4/2016'], null],
    [['13/3/2016', '3/13/2016'], 'contradictory'],
    [[], 'iso'],
  ])('%j: %s', (values, expected) => {
    const order = createDayOrder();
    values.forEach(order.see);
    expect(order.verdict()).toBe(expected);
  });
});
