/** The letter that asks: the question, the scores as links that write nothing by being followed, and how to hear no more of it. */
import type { Survey } from '../event/index.ts';
import { type Draft, oneLine } from '../notification/index.ts';
import { scoresOf } from './scale.ts';
import type { SurveySettings } from './settings.ts';
import { wordingOf, wordsIn } from './wording.ts';

export interface SurveyLetter {
  readonly settings: Pick<SurveySettings, 'wordings'>;
  readonly survey: Survey;
  readonly scale: number;
  readonly language: string;
  /** The workspace, in whose name it is asked. */
  readonly from: string;
  /** Of the ticket; null where none is known any more. */
  readonly subject: string | null;
  /** Of the page. */
  readonly link: string;
  readonly until: number;
  /** Where somebody says that they want no more. */
  readonly stop: string;
  readonly isTest?: boolean;
}

export function surveyLetter(letter: SurveyLetter): Draft {
  const { settings, survey, scale, language, from, subject, link, until, stop, isTest } = letter;
  const words = wordsIn(language);
  const { subject: title, question, low, high } = wordingOf(settings, survey, language);
  return {
    subject: title,
    language,
    from: oneLine(from),
    paragraphs: [
      ...(isTest ? [words.test] : []),
      ...(subject === null || oneLine(subject) === '' ? [] : [words.about(oneLine(subject))]),
      question,
      words.how,
    ],
    choices: {
      low,
      high,
      all: scoresOf(survey, scale).map((score) => ({ label: String(score), link: `${link}?score=${score}` })),
    },
    links: [{ label: words.open, link }],
    after: [words.until(dayIn(language, until))],
    quiet: { label: words.stop, link: stop },
  };
}

/** Whatever zone they are in: the day of UTC. */
const dayIn = (language: string, at: number): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
