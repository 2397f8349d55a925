import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../errors.ts';
import { readHolidays } from './holidays.ts';

const YEARS = { from: 2026, to: 2027 };

/** A calendar around events, each the lines of one; lines end as RFC 5545 says. */
const calendar = (...events: (string | string[])[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Watchdesk//Test//EN', ...events.flatMap((lines) => event(lines)), 'END:VCALENDAR', ''].join(
    '\r\n',
  );
const event = (lines: string | string[]) => ['BEGIN:VEVENT', ...[lines].flat(), 'END:VEVENT'];
const dates = (file: string | Uint8Array, years = YEARS) => readHolidays(file, years).holidays.map(({ date }) => date);
/** What an event with these lines gives, a date or the reason for none. */
const of = (...lines: string[]) => {
  const { holidays, skipped } = readHolidays(calendar(['SUMMARY:Day', ...lines]), YEARS);
  return [...holidays.map(({ date }) => date), ...skipped.map(({ reason }) => reason)];
};
/** What is read or why not; anything else that is thrown fails the test. */
function outcome(file: string | Uint8Array, years = YEARS, field?: string) {
  try {
    return readHolidays(file, years, field);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

describe('a file', () => {
  it('gives its all-day events within the years, sorted, once a date', () => {
    const file = calendar(
      ['DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261227', 'SUMMARY:Christmas'],
      ['DTSTART;VALUE=DATE:20260501', 'SUMMARY:Labour Day'],
      ['DTSTART;VALUE=DATE:20261226', 'SUMMARY:Boxing Day\\, observed'],
      ['DTSTART;VALUE=DATE:20261226', 'SUMMARY:Christmas'],
      ['DTSTART;VALUE=DATE:20251225', 'SUMMARY:Before'],
    );
    expect(readHolidays(file, YEARS)).toEqual({
      holidays: [
        { date: '2026-05-01', name: 'Labour Day' },
        { date: '2026-12-25', name: 'Christmas' },
        { date: '2026-12-26', name: 'Christmas, Boxing Day, observed' },
      ],
      skipped: [],
    });
  });

  it('says of what it leaves out why, each thing once', () => {
    const half = ['DTSTART;TZID=Europe/Berlin:20261224T120000', 'DTEND;TZID=Europe/Berlin:20261224T180000', 'SUMMARY:Christmas Eve'];
    const todo = ['BEGIN:VTODO', 'SUMMARY:Order calendars', 'END:VTODO'].join('\r\n');
    const file = calendar(half, half, ['DTSTART;VALUE=DATE:20260612', 'STATUS:CANCELLED', 'SUMMARY:Team day'], 'SUMMARY:Some time');
    expect(readHolidays(file.replace('BEGIN:VEVENT', `${todo}\r\nBEGIN:VEVENT`), YEARS)).toEqual({
      holidays: [],
      skipped: [
        { name: 'Order calendars', reason: 'is a task, not an event' },
        {
          name: 'Christmas Eve',
          reason: 'is timed (from 12:00 to 18:00), and a holiday closes the whole day: give the date hours of its own instead',
        },
        { name: 'Team day', reason: 'is cancelled' },
        { name: 'Some time', reason: 'does not say when it begins' },
      ],
    });
  });

  it('may fold lines, within a character too, begin with a byte order mark and end its lines in any way', () => {
    const plain = calendar(['DTSTART;VALUE=DATE:20260106', 'SUMMARY:Heilige Drei Könige']);
    const bytes = Buffer.from(plain);
    const within = bytes.indexOf('ö') + 1;
    const folded = Buffer.concat([bytes.subarray(0, within), Buffer.from('\r\n '), bytes.subarray(within)]);
    const expected = readHolidays(plain, YEARS).holidays;
    expect(expected).toEqual([{ date: '2026-01-06', name: 'Heilige Drei Könige' }]);
    for (const variant of [
      folded,
      bytes,
      `\uFEFF${plain}`,
      Buffer.from(`\uFEFF${plain}`),
      plain.replaceAll('\r\n', '\n'),
      plain.replaceAll('\r\n', '\r'),
      plain.replace('Drei', '\r\n\tDrei').replace('202601', '2026\r\n 01'),
      plain.replaceAll('\r\n', '\r\n\r\n'),
      plain.toLowerCase().replace('heilige drei könige', 'Heilige Drei Könige'),
    ])
      expect(readHolidays(variant, YEARS).holidays).toEqual(expected);
  });

  it('is read without what is nested in its events, and past quoted colons', () => {
    const alarm = ['BEGIN:VALARM', 'SUMMARY:Wake up', 'DTSTART:20260101T070000', 'END:VALARM'];
    const zone = ['BEGIN:VTIMEZONE', 'BEGIN:STANDARD', 'DTSTART:16010101T000000', 'RRULE:FREQ=YEARLY', 'END:STANDARD', 'END:VTIMEZONE'];
    const file = calendar([...alarm, 'DTSTART;X-A="a:b;c":20260101', 'SUMMARY;ALTREP="http://x.example/":New\\nYear: ✨', 'a broken line']);
    expect(readHolidays(file.replace('BEGIN:VEVENT', `${zone.join('\r\n')}\r\nBEGIN:VEVENT`), YEARS)).toEqual({
      holidays: [{ date: '2026-01-01', name: 'New Year: ✨' }],
      skipped: [],
    });
  });

  it('says by free time what is no holiday, unless it calls everything free', () => {
    const free = ['DTSTART;VALUE=DATE:20260101', 'TRANSP:TRANSPARENT', 'SUMMARY:New Year'];
    const busy = ['DTSTART;VALUE=DATE:20260106', 'SUMMARY:Epiphany'];
    expect(dates(calendar(free))).toEqual(['2026-01-01']);
    expect(readHolidays(calendar(free, busy), YEARS)).toEqual({
      holidays: [{ date: '2026-01-06', name: 'Epiphany' }],
      skipped: [{ name: 'New Year', reason: 'is marked as free time (TRANSP:TRANSPARENT), unlike others' }],
    });
  });
});

describe('an event', () => {
  it.each([
    ['DTSTART;VALUE=DATE:20260101 DTEND;VALUE=DATE:20260101', '2026-01-01'],
    ['DTSTART;VALUE=DATE:20260228 DTEND;VALUE=DATE:20260302', '2026-02-28 2026-03-01'],
    ['DTSTART:20260101 DURATION:P2D', '2026-01-01 2026-01-02'],
    ['DTSTART;VALUE=DATE:20251230 DURATION:P1W', '2026-01-01 2026-01-02 2026-01-03 2026-01-04 2026-01-05'],
    ['DTSTART;VALUE=DATE:20271231 DURATION:P3D', '2027-12-31'],
    ['DTSTART;VALUE=DATE:20260101 RDATE;VALUE=DATE:20260405,20270328', '2026-01-01 2026-04-05 2027-03-28'],
    ['DTSTART;VALUE=DATE:20260101 DTEND;VALUE=DATE:20251231', 'ends before it begins'],
    ['DTSTART;VALUE=DATE:20260101 DTEND:20260102T120000', 'ends by "20260102T120000", which is not a date or a number of days'],
    ['DTSTART;VALUE=DATE:20260101 DURATION:PT4H', 'ends by "PT4H", which is not a date or a number of days'],
    ['DTSTART;VALUE=DATE:20260101 DTEND;VALUE=DATE:99991231', 'lasts longer than 366 days'],
    ['DTSTART;VALUE=DATE:20260230', 'begins on "20260230", which is not a date'],
    ['DTSTART;VALUE=DATE:20260101 RDATE:20260405T000000Z', 'is also to be on "20260405T000000Z", which is not a date'],
    ['DTSTART;VALUE=DATE:20260101 EXRULE:FREQ=YEARLY', 'has a rule of exceptions (EXRULE), which iCalendar no longer has'],
    ['DTSTART;VALUE=DATE:20260101 CATEGORIES:Germany,Observance', 'is no public holiday: the file calls it "Observance"'],
    ['DTSTART;VALUE=DATE:20260101 DESCRIPTION:Observance\\nMore', 'is no public holiday: the file calls it "Observance"'],
    ['DTSTART:20260101T090000Z', 'is timed (at 09:00), and a holiday closes the whole day: give the date hours of its own instead'],
  ])('with %s gives %s', (lines, expected) => {
    expect(of(...lines.split(' ')).join(' ')).toBe(expected);
  });

  it('takes the place of a day of its series', () => {
    const series = ['UID:1', 'SUMMARY:Feast', 'DTSTART;VALUE=DATE:20200601', 'RRULE:FREQ=YEARLY'];
    const moved = ['UID:1', 'SUMMARY:Feast (moved)', 'RECURRENCE-ID;VALUE=DATE:20260601', 'DTSTART;VALUE=DATE:20260608'];
    const dropped = ['UID:1', 'SUMMARY:Feast', 'RECURRENCE-ID;VALUE=DATE:20270601', 'DTSTART;VALUE=DATE:20270601', 'STATUS:CANCELLED'];
    expect(readHolidays(calendar(moved, series, dropped), YEARS)).toEqual({
      holidays: [{ date: '2026-06-08', name: 'Feast (moved)' }],
      skipped: [{ name: 'Feast', reason: 'is cancelled' }],
    });
  });
});

describe('a rule', () => {
  it.each<[string, string, string[]]>([
    ['20200101', 'FREQ=YEARLY', ['2026-01-01', '2027-01-01']],
    ['20201126', 'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', ['2026-11-26', '2027-11-25']],
    ['20200525', 'freq=yearly;bymonth=5;byday=-1mo;', ['2026-05-25', '2027-05-31']],
    ['20200113', 'FREQ=YEARLY;BYMONTH=1;BYDAY=FR;BYMONTHDAY=13', []],
    ['20200101', 'FREQ=YEARLY;BYYEARDAY=-1', ['2026-12-31', '2027-12-31']],
    ['20201103', 'FREQ=YEARLY;INTERVAL=3;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8', ['2026-11-03']],
    ['20240229', 'FREQ=YEARLY', []],
    ['20200912', 'FREQ=YEARLY;BYYEARDAY=256', ['2026-09-13', '2027-09-13']],
    ['20200101', 'FREQ=YEARLY;BYMONTHDAY=1;BYDAY=1MO', ['repeats by a rule that is not understood: "FREQ=YEARLY;BYMONTHDAY=1;BYDAY=1MO"']],
    ['20200101', 'FREQ=YEARLY;BYDAY=MO,1TU', ['repeats by a rule that is not understood: "FREQ=YEARLY;BYDAY=MO,1TU"']],
    ['20200101', 'FREQ=DAILY;BYYEARDAY=9', ['repeats by a rule that is not understood: "FREQ=DAILY;BYYEARDAY=9"']],
    ['20200101', 'FREQ=YEARLY;UNTIL=20260101', ['2026-01-01']],
    ['20200101', 'FREQ=YEARLY;UNTIL=20261231T230000Z', ['2026-01-01']],
    ['20200101', 'FREQ=YEARLY;COUNT=7', ['2026-01-01']],
    ['20200101', 'FREQ=YEARLY;COUNT=999999999999', ['2026-01-01', '2027-01-01']],
    ['16040101', 'FREQ=YEARLY', ['2026-01-01', '2027-01-01']],
    ['20200101', 'FREQ=YEARLY;BYHOUR=1,2;BYMINUTE=0', ['2026-01-01', '2027-01-01']],
    ['20260130', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3', ['2026-01-30', '2026-02-27', '2026-03-31']],
    ['20200101', 'FREQ=YEARLY;BYMONTH=13', ['repeats by a rule that is not understood: "BYMONTH=13"']],
    ['20200101', 'FREQ=YEARLY;BYEASTER=0', ['repeats by a rule that is not understood: "BYEASTER=0"']],
    ['20200101', 'FREQ=YEARLY;__PROTO__=0', ['repeats by a rule that is not understood: "__PROTO__=0"']],
    ['20200101', 'FREQ=YEARLY;FREQ=DAILY', ['repeats by a rule that is not understood: "FREQ=DAILY"']],
    ['20200101', 'FREQ=SECONDLY', ['repeats by a rule that is not understood: "FREQ=SECONDLY"']],
    ['20200101', 'FREQ=DAILY;INTERVAL=0', ['repeats by a rule that is not understood: "INTERVAL=0"']],
    ['20200101', 'COUNT=2', ['repeats by a rule that cannot be worked out: "COUNT=2"']],
    ['16040101', 'FREQ=DAILY;BYMONTH=2;COUNT=20000', ['repeats by a rule that cannot be worked out: "FREQ=DAILY;BYMONTH=2;COUNT=20000"']],
    ['20200101', 'FREQ=DAILY;UNTIL=99999999', ['repeats by a rule that cannot be worked out: "FREQ=DAILY;UNTIL=99999999"']],
  ])('from %s by %s gives %j', (start, rule, expected) => {
    expect(of(`DTSTART;VALUE=DATE:${start}`, `RRULE:${rule}`)).toEqual(expected);
  });

  it('of several days reaches into the years, and leaves out its exceptions', () => {
    const lines = ['DTSTART;VALUE=DATE:20201231', 'DTEND;VALUE=DATE:20210102', 'RRULE:FREQ=YEARLY'];
    expect(of(...lines)).toEqual(['2026-01-01', '2026-12-31', '2027-01-01', '2027-12-31']);
    expect(of(...lines, 'EXDATE;VALUE=DATE:20251231,20271231')).toEqual(['2026-12-31', '2027-01-01']);
    expect(of(...lines, 'EXDATE:20251231T000000Z', 'EXDATE:20271231T000000Z')).toEqual(['2026-12-31', '2027-01-01']);
  });
});

describe('laws', () => {
  const DAY = 86_400_000;
  const textOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
  const compact = (day: number) => textOf(day).replaceAll('-', '');
  const first = Date.UTC(2026, 0, 1) / DAY;
  const last = Date.UTC(2027, 11, 31) / DAY;

  it('gives back any dates, however they are cut into events', () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: first - 40, max: last + 40 }), fc.integer({ min: 1, max: 30 })), { maxLength: 40 });
    fc.assert(
      fc.property(spans, (all) => {
        const file = calendar(
          ...all.map(([day, days]) => [`DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(day + days)}`]),
        );
        const days = all.flatMap(([day, count]) => Array.from({ length: count }, (_, index) => day + index));
        const within = days.filter((day) => day >= first && day <= last).map(textOf);
        expect(dates(file)).toEqual([...new Set(within)].toSorted());
      }),
    );
  });

  it('gives back any name, escaped and folded wherever', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .map((text) => `x${text.replaceAll(/[\p{Cc}\s\uFFFD]/gu, '')}`);
    fc.assert(
      fc.property(name, fc.integer({ min: 1, max: 70 }), (text, width) => {
        const escaped = text.replaceAll(/[\\;,]/g, (char) => `\\${char}`);
        const bytes = Buffer.from(calendar(['DTSTART:20260101', `SUMMARY:${escaped}`]), 'utf8').toString('latin1');
        const lines = bytes.split('\r\n').map((line) => line.replaceAll(new RegExp(`.{${width}}(?=.)`, 'gs'), '$&\r\n '));
        expect(readHolidays(Buffer.from(lines.join('\r\n'), 'latin1'), YEARS).holidays).toEqual([{ date: '2026-01-01', name: text }]);
      }),
    );
  });

  it('repeats as counting day by day does', () => {
    const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
    const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
    const some = (min: number, max: number) =>
      maybe(
        fc.uniqueArray(
          fc.integer({ min, max }).filter((number) => min === 0 || number !== 0),
          { minLength: 1, maxLength: 3 },
        ),
      );
    const rules = fc.record({
      freq: fc.constantFrom('YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY'),
      start: fc.integer({ min: first - 9000, max: last }),
      interval: fc.integer({ min: 1, max: 4 }),
      count: maybe(fc.integer({ min: 1, max: 60 })),
      months: some(1, 12),
      monthDays: some(-5, 31),
      days: some(0, 6),
      place: maybe(fc.constantFrom(1, 2, 4, -1, -2)),
      positions: some(-3, 3),
    });
    const weekOf = (day: number) => Math.floor((day + 3) / 7);
    const dayAt = (year: number, month: number) => Date.UTC(year, month, 1) / DAY;
    const partsOf = (day: number) => {
      const [year, month, date] = textOf(day).split('-').map(Number) as [number, number, number];
      const periods = { YEARLY: year, MONTHLY: year * 12 + month, WEEKLY: weekOf(day), DAILY: day };
      return { year, month, date, weekday: (day + 3) % 7, period: (freq: string) => periods[freq as keyof typeof periods] };
    };
    fc.assert(
      fc.property(rules, ({ freq, start, interval, count, months, monthDays, days, place, positions }) => {
        const long = freq === 'YEARLY' || freq === 'MONTHLY';
        const nth = days && long ? place : undefined;
        const byMonthDay = freq === 'WEEKLY' || nth ? undefined : monthDays;
        const bySetPos = months || byMonthDay || days ? positions : undefined;
        const from = partsOf(start);
        const matches = (day: number) => {
          const at = partsOf(day);
          if ((at.period(freq) - from.period(freq)) % interval !== 0 || (months && !months.includes(at.month))) return false;
          const nextMonth = dayAt(at.year, at.month);
          if (byMonthDay && !byMonthDay.includes(at.date) && !byMonthDay.includes(day - nextMonth)) return false;
          const ofYear = freq === 'YEARLY' && !months;
          const [begin, end] = ofYear ? [dayAt(at.year, 0), dayAt(at.year + 1, 0)] : [dayAt(at.year, at.month - 1), nextMonth];
          const places = [Math.floor((day - begin) / 7) + 1, -Math.floor((end - 1 - day) / 7) - 1];
          if (days) return days.includes(at.weekday) && (!nth || places.includes(nth));
          if (freq === 'WEEKLY') return at.weekday === from.weekday;
          if (byMonthDay || !long) return true;
          return at.date === from.date && (freq === 'MONTHLY' || months !== undefined || at.month === from.month);
        };
        const whole = Array.from({ length: last - start + 800 }, (_, index) => start - 400 + index).filter(matches);
        const all = [...Map.groupBy(whole, (day) => partsOf(day).period(freq)).values()].flatMap((set) =>
          set.filter((_, index) => !bySetPos || bySetPos.includes(index + 1) || bySetPos.includes(index - set.length)),
        );
        const parts = { COUNT: count, BYMONTH: months, BYMONTHDAY: byMonthDay, BYDAY: days?.map((day) => `${nth ?? ''}${WEEKDAYS[day]}`) };
        const rule = Object.entries({ FREQ: freq, INTERVAL: interval, ...parts, BYSETPOS: bySetPos })
          .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${String(value)}`]))
          .join(';');
        const expected = all.filter((day) => day >= start).slice(0, count).filter((day) => day >= first && day <= last); // prettier-ignore
        expect(of(`DTSTART;VALUE=DATE:${compact(start)}`, `RRULE:${rule}`)).toEqual(expected.map(textOf));
      }),
    );
  });
});

describe('a hostile file', () => {
  const day = 'DTSTART;VALUE=DATE:20260101';
  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'must be an iCalendar file'],
    ['a page', '<!DOCTYPE html>\n<title>Sign in</title>', 'must be an iCalendar file'],
    ['a lone event', event(day).join('\r\n'), 'must be an iCalendar file'],
    ['something behind the calendar', `${calendar(day)}BEGIN:VEVENT\r\nEND:VEVENT`, 'has a VEVENT outside of any calendar'],
    ['half of it', calendar(day).slice(0, -16), 'is not complete: it ends within VCALENDAR'],
    ['crossed ends', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR', 'is damaged: END:VCALENDAR stands where END:VEVENT belongs'],
    ['an end too many', `${calendar(day)}END:VCALENDAR`, 'is damaged: END:VCALENDAR stands where nothing belongs'],
    ['Latin 1', Buffer.from(calendar([day, 'SUMMARY:Österreich']), 'latin1'), 'must be text in UTF-8'],
    ['Latin 1 that was decoded', Buffer.from(calendar([day, 'SUMMARY:Österreich']), 'latin1').toString(), 'must be text in UTF-8'],
    ['UTF-16', Buffer.from(`\uFEFF${calendar(day)}`, 'utf16le'), 'must be text in UTF-8'],
    ['zeros', new Uint8Array(1000), 'must be text in UTF-8'],
    ['many events', calendar(...Array.from({ length: 10_001 }, () => day)), 'must have at most 10000 events'],
    ['deep nesting', `BEGIN:VCALENDAR\n${'BEGIN:X\n'.repeat(100_000)}`, 'is not complete: it ends within X'],
    ['years that begin every day', calendar([day, 'DTEND:20261231', 'RRULE:FREQ=DAILY']), 'must give at most 5000 dates'],
  ])('with %s is refused', (_, file, message) => {
    const fields = [{ field: 'holidays', message: expect.stringContaining(message) as string }];
    expect(outcome(file, YEARS, 'holidays')).toMatchObject({ code: 'invalid', fields });
  });

  it('is refused by its size, in bytes', () => {
    const large = calendar([day, `SUMMARY:${'ö'.repeat(530_000)}`]);
    const fields = [{ field: 'file', message: 'must be at most 1 MB' }];
    expect(outcome(large)).toMatchObject({ code: 'too_large', fields });
    expect(readHolidays(large.replaceAll('ö', 'o'), YEARS).holidays).toEqual([{ date: '2026-01-01', name: `${'o'.repeat(199)}…` }]);
  });

  it('is refused by the dates it gives, not by the ones outside of the years', () => {
    const endless = calendar([day, 'RRULE:FREQ=DAILY']);
    expect(dates(endless)).toHaveLength(730);
    const message = 'file must give at most 5000 dates in the years 2026 to 2040';
    expect(outcome(endless, { from: 2026, to: 2040 })).toMatchObject({ code: 'invalid', message });
  });

  it.each(['2027 2026', '2026 2056', '1800 1801', '2026.5 2027', 'NaN 2027'])('is not read for the years %s', (years) => {
    const [from = 0, to = 0] = years.split(' ').map(Number);
    expect(outcome(calendar(day), { from, to })).toMatchObject({ fields: [{ field: 'years' }] });
  });

  /** Each of them has taken long in some program that reads calendars. */
  it.each<[string, string[]]>([
    ['rules that never match', ['RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30']],
    ['counts out of reach', ['RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=1,-1;COUNT=150000']],
    ['rules with all there is', [`RRULE:FREQ=YEARLY;BYMONTHDAY=${Array.from({ length: 31 }, (_, i) => i + 1).join(',')};BYSETPOS=-1,-366`]],
    ['long lists', [`RRULE:FREQ=YEARLY;BYDAY=${Array.from({ length: 9000 }, () => '1MO').join(',')}`]],
    ['times', ['RRULE:FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=1,2,3;BYSECOND=1,2,3']],
  ])('with many %s ends in time', (_, lines) => {
    const one = ['DTSTART;VALUE=DATE:16040101', ...lines];
    const many = Array.from({ length: Math.min(2000, Math.floor(900_000 / one.join('').length)) }, () => one);
    expect(outcome(calendar(...many), { from: 2026, to: 2055 })).toBeDefined();
  });

  it('of random lines is read or refused', () => {
    const LINES =
      'BEGIN:VEVENT|END:VEVENT|BEGIN:VCALENDAR|END:VCALENDAR|DTSTART:20260101|DTSTART:x|RRULE:|RRULE:;;=;|RRULE:FREQ=YEARLY;BYDAY=|RDATE:';
    const line = fc.constantFrom(
      ...`${LINES}|EXDATE:,,|DTEND:|:|;:|"|SUMMARY:\\|DURATION:-P1D|RECURRENCE-ID:x|UID:| |\t"|STATUS:`.split('|'),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 30 }), (lines) => {
        for (const file of [lines.join('\n'), calendar(lines), calendar([day, ...lines])]) expect(outcome(file)).toBeDefined();
      }),
    );
  });
});
