import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkParts } from './text-links.ts';

const links = (text: string): string[] => linkParts(text).flatMap(({ href }) => href ?? []);

test.each([
  ['see https://example.com/a?b=c#d now', ['https://example.com/a?b=c#d']],
  ['see https://example.com/a.', ['https://example.com/a']],
  ['(https://example.com/a)', ['https://example.com/a']],
  ['https://example.com/a_(b)', ['https://example.com/a_(b)']],
  ['two: http://a.test, https://b.test!', ['http://a.test/', 'https://b.test/']],
  ['javascript:alert(1)', []],
  ['data:text/html,<b>', []],
  ['ftp://example.com', []],
  ['https://', []],
  ['<a href="https://example.com/x">', ['https://example.com/x']],
])('%s', (text, expected) => {
  expect(links(text)).toEqual(expected);
});

test('a text of nothing but brackets costs no more than its length', () => {
  const startedAt = performance.now();
  expect(links(`https://example.com/${')'.repeat(100_000)}`)).toEqual(['https://example.com/']);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

test('joined again it is the same text, and every link is http or https', () => {
  const pieces = fc.array(fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom('(', ').', ' ', 'javascript:', '\n')));
  fc.assert(
    fc.property(pieces, (words) => {
      const text = words.join('');
      expect(
        linkParts(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
      for (const href of links(text)) expect(href).toMatch(/^https?:\/\/./);
    }),
    { numRuns: 60 },
  );
});
