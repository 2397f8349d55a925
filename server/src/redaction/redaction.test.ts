import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCardNumber } from './card-numbers.ts';
import { checkPatterns } from './custom-patterns.ts';
import { FIRST_RULES, redactor, type RedactionRules } from './index.ts';

const ALL: RedactionRules = {
  cardNumbers: true,
  emailAddresses: true,
  phoneNumbers: true,
  patterns: [{ name: 'policy number', pattern: String.raw`\bPOL-\d{6}\b`, on: true }],
};
const taken = (text: string, rules: RedactionRules = ALL) => redactor(rules)(text).text;

/** Public test numbers of the payment networks. */
const CARDS = [
  '4111111111111111',
  '5555555555554444',
  '378282246310005',
  '6011111111111117',
  '30569309025904',
  '4222222222222',
  '6304000000000000000',
];

test.each(CARDS)('%s is a card number', (digits) => {
  expect(isCardNumber(digits)).toBe(true);
  expect(taken(`pay with ${digits}, please`)).toBe('pay with [card number], please');
});

test.each([
  ['4111 1111-1111.1111', '[card number]'],
  ['4111\u00a01111\n1111  1111!', '[card number]!'],
  ['order 12, 4111 1111 1111 1111', 'order 12, [card number]'],
  ['4111111111111112', '4111111111111112'],
  ['0000000000000000', '0000000000000000'],
  // Right by the formula, and of a beginning and length that no card has: a time in milliseconds, a number of fourteen digits.
  ['seen at 1795920569690', 'seen at 1795920569690'],
  ['parcel 20000000000006', 'parcel 20000000000006'],
  ['id 41111111111111110000000000', 'id 41111111111111110000000000'],
  ['Write to ada.lovelace+desk@mail.example.co.uk.', 'Write to [e-mail address].'],
  ['jörg@müller.example', '[e-mail address]'],
  ['no@address', 'no@address'],
  ['+44 20 7946 0958', '[phone number]'],
  ['call (555) 234-5678 or 555-234-5678', 'call [phone number] or [phone number]'],
  ['030 / 123 45 67', '[phone number]'],
  ['on 01.02.2026 at 09:30', 'on 01.02.2026 at 09:30'],
  ['invoice 20260301, 1,250.00 EUR', 'invoice 20260301, 1,250.00 EUR'],
  ['POL-123456 and POL-1234567', '[policy number] and POL-1234567'],
])('%j becomes %j', (text, expected) => {
  expect(taken(text)).toBe(expected);
});

test('at first card numbers are taken and nothing else', () => {
  expect(taken('4111 1111 1111 1111, ada@mail.example, +44 20 7946 0958', FIRST_RULES)).toBe(
    '[card number], ada@mail.example, +44 20 7946 0958',
  );
});

test('what was taken is counted', () => {
  expect(redactor(ALL)('a@b.example, 4111111111111111, c@d.example').taken).toEqual({ '[e-mail address]': 2, '[card number]': 1 });
});

const runs = process.env['WATCHDESK_LONG'] ? 20_000 : 1_000;

/** A number whose last digit is right, and how it is cut into groups. */
const cards = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 11, maxLength: 17 }))
  .map(([first, rest]) => {
    const start = `${first}${rest.join('')}`;
    return Array.from({ length: 10 }, (_, check) => `${start}${check}`).find(isCardNumber);
  })
  .filter((card) => card !== undefined);
const groupings = fc.array(fc.constantFrom('', '', '', ' ', '-', '.', '  ', ' - ', '\u00a0', '\n', '/'), { minLength: 19, maxLength: 19 });
const written = fc.tuple(cards, groupings).map(([digits, between]) =>
  Array.from(digits)
    .map((digit, index) => digit + between[index]!)
    .join('')
    .replace(/\D+$/, ''),
);
const words = fc.array(
  fc.oneof(
    written,
    fc.constantFrom(
      'ada@mail.example',
      '+44 20 7946 0958',
      'POL-123456',
      '[card number]',
      '[',
      ']',
      '12',
      '1',
      ' ',
      'Hello',
      '@',
      '.',
      '-',
    ),
    fc.string({ maxLength: 8 }),
  ),
  { maxLength: 12 },
);
const texts = words.map((parts) => parts.join(''));

describe('whatever the text', () => {
  test('a card number is found in any grouping, whatever stands before and after it', () =>
    fc.assert(
      fc.property(
        written,
        fc.constantFrom('', ' ', 'card: ', '12 ', 'x', '99.'),
        fc.constantFrom('', ' ', ' 123', '.', 'x'),
        (card, before, after) => {
          const left = taken(before + card + after, FIRST_RULES);
          expect(left).toContain('[card number]');
          expect(left).not.toContain(card);
        },
      ),
      { numRuns: runs },
    ));

  /** Some feed on what they leave: an edge of a word comes to be where a marker is put. */
  const hungry = fc.constantFrom(String.raw`\ba`, '^.', '[aeiou]', String.raw`\d`, 'card', String.raw`\w+`, 'number', '.$', String.raw`\[`);
  const rules = fc.record({
    cardNumbers: fc.boolean(),
    emailAddresses: fc.boolean(),
    phoneNumbers: fc.boolean(),
    patterns: fc
      .array(hungry, { maxLength: 3 })
      .map((patterns) => patterns.map((pattern, index) => ({ name: `own ${index}`, pattern, on: true }))),
  });

  test('doing it again changes nothing', () =>
    fc.assert(
      fc.property(texts, rules, (text, some) => {
        const once = taken(text, some);
        expect(taken(once, some)).toBe(once);
      }),
      { numRuns: runs },
    ));

  test('a text is another only where something was taken, and then has a marker', () =>
    fc.assert(
      fc.property(texts, rules, (text, some) => {
        const { text: after, taken: counts } = redactor(some)(text);
        const markers = Object.entries(counts);
        expect(after === text).toBe(markers.length === 0);
        for (const [marker, count] of markers) expect(after.split(marker).length - 1).toBeGreaterThanOrEqual(count);
      }),
      { numRuns: runs },
    ));

  test('without digits, an at sign and a pattern nothing changes', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).map((text) => text.replace(/[\p{Nd}@]/gu, '')),
        (text) => {
          expect(taken(text)).toBe(text);
        },
      ),
      { numRuns: runs },
    ));
});

describe('patterns', () => {
  const refusalOf = (pattern: string, name = 'name') => {
    try {
      checkPatterns([{ name, pattern, on: true }]);
      return null;
    } catch (error) {
      return (error as Error).message;
    }
  };

  test.each([
    ['', /redaction\.patterns\.0\.pattern must have 1 to 200 characters/],
    ['a'.repeat(201), /must have 1 to 200 characters/],
    ['(', /must be a regular expression of RE2/],
    ['(?=a)b', /no look-around/],
    [String.raw`(a)\1`, /no back-references/],
    ['a*', /must not match an empty text/],
    ['(?:[a-z]{1,30}){30}', /must be simpler/],
  ])('%j is refused', (pattern, message) => {
    expect(refusalOf(pattern)).toMatch(message);
  });

  test.each(['', ' a', 'a]', 'x'.repeat(41)])('the name %j is refused', (name) => {
    expect(refusalOf('abc', name)).toMatch(/patterns\.0\.name must have/);
  });

  test('two of one name are refused', () => {
    const one = { name: 'a', pattern: 'b', on: true };
    expect(() => checkPatterns([one, one])).toThrow(/patterns\.1\.name/);
  });

  test('what makes other engines run for years takes no longer than anything else', () => {
    const rules = { ...FIRST_RULES, patterns: [{ name: 'bomb', pattern: '(a+)+$', on: true }] };
    const startedAt = performance.now();
    redactor(rules)(`${'a'.repeat(20_000)}!`);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });

  test('the longest text is gone through in a moment', () => {
    const bad = [
      '4111 '.repeat(20_000),
      'a@'.repeat(50_000),
      'a.'.repeat(50_000),
      '+1 '.repeat(33_000),
      '1'.repeat(100_000),
      '(0'.repeat(50_000),
    ];
    const redact = redactor(ALL);
    for (const text of bad) {
      const startedAt = performance.now();
      redact(text);
      expect(performance.now() - startedAt).toBeLessThan(3_000);
    }
  });
});
