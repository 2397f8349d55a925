import { expect, test } from 'vitest';
import { isEmailAddress } from './index.ts';

test.each([
  'anna@example.com',
  'o’brien@example.com'.replace('’', "'"),
  'josé@example.com',
  '山田@例え.jp',
  'a+b@mail.example',
  'root@localhost',
])('%s is an address', (text) => expect(isEmailAddress(text)).toBe(true));

test.each([
  'anna',
  'anna@',
  '@example.com',
  'anna@b@example.com',
  'anna,bert@example.com',
  'Anna <anna@example.com>',
  '"anna"@example.com',
  'anna@exa mple.com',
  'anna@example.com\r\nBcc: x@y.example',
  'anna@-example.com',
  'anna@example..com',
  `${'a'.repeat(65)}@example.com`,
  `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(60)}`,
])('%j is none', (text) => expect(isEmailAddress(text)).toBe(false));
