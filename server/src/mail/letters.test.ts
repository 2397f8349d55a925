/** Whatever people are called, a letter has the head it should have, and its HTML says their names and does nothing else. */
import fc from 'fast-check';
import { createTransport } from 'nodemailer';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { draftOf, type Letters, type Template } from './letters.ts';
import { oneLine, setLetter } from '@watchdesk/domain/notification';

const at = Date.UTC(2026, 2, 10, 12);
const link = 'https://desk.example/x?a=1&b="2"';

/** Each letter with the same words everywhere somebody's words are. */
const lettersWith = (words: string): { [T in Template]: Letters[T] } => ({
  invitation: { workspace: words, inviter: words, link, until: at },
  'password-reset': { link, until: at },
  'verify-address': { link, until: at },
  'new-sign-in': { at, from: words, browser: words, link },
  'credentials-changed': { what: 'password', at, from: words, link },
  test: { by: words },
});
const templates = Object.keys(lettersWith('')) as Template[];
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    'x\r\nBcc: all@example.com',
    'x\n\n<script>alert(1)</script>',
    '\u2028Subject: y',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='",
    '\u202Eevil',
    '\uD800',
  ),
);

const headsOf = async (words: string, template: Template) => {
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail({
    from: 'desk@desk.example',
    to: 'anna@example.com',
    ...setLetter(draftOf(template, lettersWith(words)[template] as never)),
  });
  return PostalMime.parse(message as Buffer);
};

test('no name adds a line to the head', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, fc.constantFrom(...templates), async (words, template) => {
      const { headers, subject } = await headsOf(words, template);
      expect(headers.map(({ key }) => key).toSorted()).toEqual([
        'content-type',
        'date',
        'from',
        'message-id',
        'mime-version',
        'subject',
        'to',
      ]);
      expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      expect(Array.from(subject!).length).toBeLessThanOrEqual(200);
    }),
    { numRuns: 200 },
  );
});

test('no name adds a tag or an attribute to the HTML', () => {
  const shape = (html: string) => html.replace(/>[^<]*</g, '><').replace(/href="[^"]*"/g, 'href');
  fc.assert(
    fc.property(hostile, fc.constantFrom(...templates), (words, template) => {
      const of = (text: string) => setLetter(draftOf(template, lettersWith(text)[template] as never)).html;
      expect(shape(of(words))).toBe(shape(of('Anna')));
    }),
  );
});

test('a line is one, however it was typed', () => {
  expect(oneLine('  a\r\n\tb\u2028c\u202Ed\u0000 ')).toBe('a b c d');
  expect(oneLine('🙂'.repeat(120))).toBe(`${'🙂'.repeat(99)}…`);
  expect(oneLine('')).toBe('');
});

test('a link that is none of the web is refused', () => {
  for (const wrong of ['javascript:alert(1)', 'data:text/html,x', '/relative'])
    expect(() => setLetter({ subject: 's', paragraphs: [], action: { label: 'l', link: wrong }, after: [] })).toThrow(TypeError);
});

test.each(templates)('%s reads well', (template) => {
  const { subject, text, html } = setLetter(draftOf(template, lettersWith('Åsa & “Co”')[template] as never));
  expect({ subject, text }).toMatchSnapshot();
  expect(html).toContain('<html lang="en">');
  expect(html).not.toContain('&b="2"');
});
