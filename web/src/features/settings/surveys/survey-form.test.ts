/** The form of surveys: what it comes to in a sentence, and words that are one's own or as usual. */
import { DEFAULT_SETTINGS, surveySettings } from '@watchdesk/domain/survey';
import { expect, test } from 'vitest';
import { added, changed, furtherSent, removed } from './further-form.ts';
import { delaysWith, type Form, languagesFor, reworded, settingsIn, surveysInWords } from './survey-form.ts';

const ON: Form = { ...DEFAULT_SETTINGS, enabled: true };
const all = { csat: { on: true, everyDays: 0 }, nps: { on: true, everyDays: 90 }, ces: { on: true, everyDays: 30, scale: 5 } } as const;

test.each<[Partial<Form>, string]>([
  [{ enabled: false }, 'Nobody is asked.'],
  [
    { kinds: { ...all, csat: { on: false, everyDays: 0 }, nps: { on: false, everyDays: 1 }, ces: { ...all.ces, on: false } } },
    'Nobody is asked, as no kind is on.',
  ],
  [
    {},
    '2 hours after a ticket is resolved, its customer is asked for CSAT, unless it is tagged no-survey or internal. Nobody gets two surveys within 7 days, nor two about the same resolve. An answer is taken for 14 days.',
  ],
  [
    { kinds: all, delayMinutes: 0, notAskedTags: [], throttleDays: 1 },
    'As soon as a ticket is resolved, its customer is asked for NPS (every 90 days at most), CES (every 30 days at most) else CSAT. Nobody gets two surveys within a day, nor two about the same resolve. An answer is taken for 14 days.',
  ],
  [
    { afterResolve: false, notAskedTags: ['x'] },
    'Where an automation says so, customers are asked for CSAT, unless it is tagged x. Nobody gets two surveys within 7 days, nor two about the same resolve. An answer is taken for 14 days.',
  ],
])('%j: %s', (more, sentence) => expect(surveysInWords({ ...ON, ...more })).toBe(sentence));

test('further questions are said, and are sent without what is empty', () => {
  const one = added([], 'en');
  const [typed] = one.map((question) =>
    changed(changed(question, 'en', { question: ' Why? ', choices: ['a ', '', 'b', ' '] }), 'de', { question: '' }),
  );
  const form = { ...ON, further: [typed!] };
  expect(surveysInWords(form)).toContain(
    'nor two about the same resolve. One more question is asked besides, for whoever likes to answer. An answer',
  );
  const { further } = surveySettings.parse(settingsIn(form));
  expect(further).toEqual([{ id: 'question-1', kind: 'choice', texts: { en: { question: 'Why?', choices: ['a', 'b'] } } }]);
  const ids = (questions: readonly { id: string }[]) => questions.map(({ id }) => id);
  expect(ids(added(added([], 'en'), 'en'))).toEqual(['question-1', 'question-2']);
  expect(ids(added(removed(added(added([], 'en'), 'en'), 'question-1'), 'en'))).toEqual(['question-2', 'question-3']);
  // What says nothing at all is sent, so that the server can say what is missing.
  expect(furtherSent(one)).toEqual(one);
});

test('a delay that is none of the usual ones can be kept', () => expect(delaysWith(45)).toContain(45));

test('words of one’s own are kept by language and kind, and go when they are emptied', () => {
  const one = reworded(ON, 'de', 'csat', 'question', 'Zufrieden?');
  const two = reworded(one, 'de', 'nps', 'low', 'Nein');
  expect(two.wordings).toEqual({ de: { csat: { question: 'Zufrieden?' }, nps: { low: 'Nein' } } });
  expect(languagesFor(two).find(({ value }) => value === 'de')!.label).toMatch(/your words$/);
  const emptied = reworded(reworded(two, 'de', 'csat', 'question', ''), 'de', 'nps', 'low', '');
  expect(emptied).toEqual(ON);
});
