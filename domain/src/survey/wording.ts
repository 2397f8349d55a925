/** In which language and words a customer is asked: the workspace's where it has some, else those that are there for the language, else English. */
import type { Survey } from '../event/index.ts';
import { widened } from './language.ts';
import type { SurveySettings, SurveyWording } from './settings.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import type { Words } from './words/words.ts';

/** Languages whose words are there. */
export const LANGUAGES: Readonly<Record<string, Words>> = { en, de, es, fr };

type Worded = Pick<SurveySettings, 'language' | 'wordings'>;

/** The first of the languages wanted that there are words for, as a tag; the workspace's where there are for none. */
export function languageFor({ language, wordings }: Worded, wanted: readonly (string | null | undefined)[]): string {
  const isThere = (tag: string) => Object.hasOwn(wordings, tag) || Object.hasOwn(LANGUAGES, tag);
  return wanted.flatMap((one) => (one ? widened(one) : [])).find(isThere) ?? language;
}

/** What is said around the question. */
export const wordsIn = (language: string): Words =>
  widened(language).flatMap((tag) => (Object.hasOwn(LANGUAGES, tag) ? [LANGUAGES[tag]!] : []))[0] ?? en;

/** What is said in a survey of this kind. */
export function wordingOf({ wordings }: Pick<Worded, 'wordings'>, survey: Survey, language: string): SurveyWording {
  const own = widened(language)
    .toReversed()
    .map((tag) => (Object.hasOwn(wordings, tag) ? wordings[tag]?.[survey] : undefined));
  return Object.assign({}, wordsIn(language).kinds[survey], ...own);
}
