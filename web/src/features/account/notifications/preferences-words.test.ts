import { DEFAULT_PREFERENCES, type Preferences } from '@watchdesk/domain/notification';
import { expect, test } from 'vitest';
import { preferencesInWords } from './preferences-words.ts';

const NIGHT = { from: '22:00', to: '07:00', days: [] };
const only = (info: boolean, warning: boolean, critical: boolean, way: 'inbox' | 'mail' = 'inbox'): Preferences['ways'] => ({
  info: info ? [way] : [],
  warning: warning ? [way] : [],
  critical: critical ? [way] : [],
});

test.each<[Partial<Preferences>, string]>([
  [{}, 'Everything comes into your inbox, and by e-mail come warnings and what is critical.'],
  [
    { ways: { info: ['inbox', 'mail'], warning: ['inbox', 'mail'], critical: ['inbox', 'mail'] } },
    'Everything comes into your inbox and by e-mail.',
  ],
  [{ ways: only(true, true, true) }, 'Everything comes into your inbox, and nothing by e-mail.'],
  [{ ways: only(false, false, true, 'mail') }, 'Nothing comes into your inbox, and by e-mail comes what is critical.'],
  [
    { ways: only(false, true, false) },
    'Warnings come into your inbox, and nothing by e-mail. Careful: of what is critical you hear nothing.',
  ],
  [{ ways: only(false, false, false) }, 'You are told nothing, not even what is critical. What the workspace’s channels are told goes on.'],
  [
    { quiet: { ...NIGHT, days: [7, 6] }, timeZone: 'Europe/Berlin' },
    'Everything comes into your inbox, and by e-mail come warnings and what is critical. Letters wait from 22:00 to 07:00 and at weekends (Berlin time); P1 comes all the same, and what is critical of no single ticket.',
  ],
  [
    { quiet: { ...NIGHT, days: [1, 3] }, onShiftOnly: true },
    'Everything comes into your inbox, and by e-mail come warnings and what is critical. Letters wait from 22:00 to 07:00 and on Mondays and Wednesdays (UTC) and while you are off shift; P1 comes all the same, and what is critical of no single ticket.',
  ],
  // What holds letters is not spoken of where there are none that could be held.
  [{ quiet: NIGHT, ways: only(true, true, true) }, 'Everything comes into your inbox, and nothing by e-mail.'],
  [{ digestAt: '08:00' }, 'Everything comes into your inbox, and by e-mail come warnings and what is critical.'],
  [
    { digestAt: '08:00', ways: { ...DEFAULT_PREFERENCES.ways, info: ['mail'] } },
    'Warnings and what is critical come into your inbox, and by e-mail comes everything. What is good to know comes in one letter a day, at 08:00 (UTC).',
  ],
])('%j', (changed, words) => {
  expect(preferencesInWords({ ...DEFAULT_PREFERENCES, ...changed }, 'UTC')).toBe(words);
});
