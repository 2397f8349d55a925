import { expect, test, vi } from 'vitest';
import { passwordScore } from './password-rule.ts';

test('what others know of somebody is told to the meter, whole and word by word', () => {
  const meter = vi.fn((_text: string, _words: string[]) => 4);
  passwordScore(meter, 'x', ['ann.field@example.com', 'Årsta & Søn', 'Jo', '']);
  expect(meter.mock.calls[0]![1]).toEqual([
    'Watchdesk',
    'Watchdesk',
    'ann.field@example.com',
    'ann',
    'field',
    'example',
    'com',
    'Årsta & Søn',
    'Årsta',
    'Søn',
  ]);
});

test.each([
  ['watchdesk1234', '1234'],
  ['NoraWinter2026!', '2026!'],
  ['copper nora sparrows', 'copper  sparrows'],
  ['drifting harbours', 'drifting harbours'],
])('of %j what is left without that counts too', (password, left) => {
  const meter = (text: string) => (text === left ? 1 : 4);
  expect(passwordScore(meter, password, ['Nora Winter', 'Winter & Söhne GmbH'])).toBe(1);
});

test('a password of nothing else is none', () => expect(passwordScore(() => 4, 'Winter & Söhne GmbH', ['Winter & Söhne GmbH'])).toBe(0));
