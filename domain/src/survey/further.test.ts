/** Further questions: in the customer's language, answered by what can be chosen or in words, and no answer otherwise. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mapTexts, readEvent, setApart } from '../event/index.ts';
import { DEFAULT_SETTINGS, furtherAnswersIn, furtherIn, type FurtherQuestion, surveySettings } from './index.ts';

const MATTERED: FurtherQuestion = {
  id: 'mattered',
  kind: 'choice',
  texts: {
    en: { question: 'What mattered most?', choices: ['Speed', 'Kindness'] },
    de: { question: 'Was zählte am meisten?', choices: ['Tempo', 'Freundlichkeit'] },
  },
};
const BETTER: FurtherQuestion = { id: 'better', kind: 'words', texts: { en: { question: 'What could be better?', choices: [] } } };
const ASKED = furtherIn([MATTERED, BETTER], 'en', 'en');

describe('what is asked', () => {
  test.each([
    ['de-at', 'en', 'Was zählte am meisten?'],
    ['fr', 'de', 'Was zählte am meisten?'],
    ['fr', 'ja', 'What mattered most?'],
    ['constructor', '__proto__', 'What mattered most?'],
  ])('in %s, usually %s: %s', (language, usual, question) => expect(furtherIn([MATTERED], language, usual)[0]).toMatchObject({ question }));

  test.each<[string, readonly unknown[], string]>([
    ['three of them', [MATTERED, BETTER, { ...BETTER, id: 'third' }], 'further'],
    ['two of one id', [BETTER, BETTER], 'further'],
    ['no language', [{ ...BETTER, texts: {} }], 'further.0.texts'],
    ['one choice', [{ ...MATTERED, texts: { en: { question: 'Q', choices: ['one'] } } }], 'further.0.texts.en.choices'],
    ['the same twice', [{ ...MATTERED, texts: { en: { question: 'Q', choices: ['a', 'a'] } } }], 'further.0.texts.en.choices'],
    [
      'another number in another language',
      [{ ...MATTERED, texts: { ...MATTERED.texts, fr: { question: 'Q', choices: ['a', 'b', 'c'] } } }],
      'further.0.texts.fr.choices',
    ],
    ['choices for words', [{ ...BETTER, texts: MATTERED.texts }], 'further.0.texts.en.choices'],
    ['a line break', [{ ...BETTER, texts: { en: { question: 'a\r\nb' } } }], 'further.0.texts.en.question'],
    ['an id that is none', [{ ...BETTER, id: '__proto__' }], 'further.0.id'],
  ])('%s is refused by its field', (_what, further, field) => {
    const read = surveySettings.safeParse({ ...DEFAULT_SETTINGS, further });
    expect(read.error?.issues.map(({ path }) => path.join('.'))).toContain(field);
  });
  test('settings from before there were any ask none', () => {
    const { further: _, ...before } = DEFAULT_SETTINGS;
    expect(surveySettings.parse(before).further).toEqual([]);
  });
});

describe('an answer', () => {
  test('is what was chosen or written, with the question as it was read', () =>
    expect(furtherAnswersIn(ASKED, { mattered: 'Kindness', better: 'Nothing', else: 'x' })).toEqual([
      { question: 'What mattered most?', answer: 'Kindness' },
      { question: 'What could be better?', answer: 'Nothing' },
    ]));
  test('is not what is no choice, nor nothing', () => expect(furtherAnswersIn(ASKED, { mattered: 'Free beer', better: '' })).toEqual([]));
  test('is refused where it is too long', () => expect(furtherAnswersIn(ASKED, { better: 'x'.repeat(2001) })).toBeNull());
  test('law: whatever a form brings becomes an event that the door takes', () =>
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('mattered', 'better', 'else'), fc.string({ unit: 'grapheme' })), (given) => {
        const clean = Object.fromEntries(Object.entries(given).map(([id, text]) => [id, text.toWellFormed().replaceAll('\0', '')]));
        const furtherAnswers = furtherAnswersIn(ASKED, clean)!;
        const data = { survey: 'csat', score: 5, scale: 5, ...(furtherAnswers.length > 0 && { furtherAnswers }) };
        const sent = { id: 'e', at: 1_772_357_400_000, ticket: 's:1', type: 'survey.answered', data };
        expect(readEvent(sent, 's').ok).toBe(true);
      }),
    ));
});

describe('in an event', () => {
  const event = {
    type: 'survey.answered',
    data: { survey: 'csat', score: 5, scale: 5, furtherAnswers: [{ question: 'Q?', answer: 'Call 4111' }] },
  } as never;
  test('it stands apart from the log', () => {
    const { event: left, personal } = setApart(event);
    expect(JSON.stringify(left)).not.toContain('4111');
    expect(personal).toEqual({ furtherAnswers: [{ question: 'Q?', answer: 'Call 4111' }] });
  });
  test('it is redacted, and is the very same where nothing is found', () => {
    expect(JSON.stringify(mapTexts(event, (text) => text.replace('4111', '[card]')))).toContain('Call [card]');
    expect(mapTexts(event, (text) => text)).toBe(event);
  });
});
