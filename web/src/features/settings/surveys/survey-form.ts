/** What the form holds: the settings, with numbers as they are typed; and what that comes to, in a sentence. */
import { SURVEYS, type Survey } from '@watchdesk/domain/event';
import { LANGUAGES, type SurveySettings, type SurveyWording, wordsIn } from '@watchdesk/domain/survey';
import { languageName } from '../../../ui/index.ts';
import { furtherSent } from './further-form.ts';
import { words } from './messages.ts';
import type { SettingsBody } from './use-surveys.ts';

/** Of whoever has just emptied the field. */
export type Typed = number | '';
type Kinds = { readonly [K in Survey]: Omit<SurveySettings['kinds'][K], 'everyDays'> & { readonly everyDays: Typed } };
export type Form = Omit<SurveySettings, 'kinds' | 'throttleDays' | 'expiryDays'> & {
  readonly kinds: Kinds;
  readonly throttleDays: Typed;
  readonly expiryDays: Typed;
};

/** The server says what is wrong with a number that is none. */
export const settingsIn = (form: Form): SettingsBody =>
  ({ ...form, notAskedTags: [...form.notAskedTags], further: furtherSent(form.further) }) as SettingsBody;

const HOUR = 60;
const DELAYS = [0, 30, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 24 * HOUR];

/** What can be chosen, and what is. */
export const delaysWith = (minutes: number): number[] => [...new Set([...DELAYS, minutes])].toSorted((a, b) => a - b);
export function delayWords(minutes: number): string {
  if (minutes === 0) return words.atOnce;
  return minutes % HOUR === 0 ? counted(minutes / HOUR, 'hour') : counted(minutes, 'minute');
}
const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

const listed = (parts: readonly string[], last: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`;

/** What it comes to. */
export function surveysInWords({
  enabled,
  afterResolve,
  kinds,
  delayMinutes,
  throttleDays,
  expiryDays,
  notAskedTags,
  further,
}: Form): string {
  const on = SURVEYS.filter((kind) => kinds[kind].on);
  if (!enabled) return 'Nobody is asked.';
  if (on.length === 0) return 'Nobody is asked, as no kind is on.';
  const seldom = on.toSorted((a, b) => Number(kinds[b].everyDays) - Number(kinds[a].everyDays));
  const what = listed(
    seldom.map(
      (kind) => `${kind.toUpperCase()}${Number(kinds[kind].everyDays) > 0 ? ` (every ${days(kinds[kind].everyDays)} at most)` : ''}`,
    ),
    'else',
  );
  const delay = delayMinutes === 0 ? 'As soon as' : `${delayWords(delayMinutes)} after`;
  const first = afterResolve
    ? `${delay} a ticket is resolved, its customer is asked for ${what}`
    : `Where an automation says so, customers are asked for ${what}`;
  const tags = notAskedTags.length > 0 ? `, unless it is tagged ${listed(notAskedTags, 'or')}` : '';
  return `${first}${tags}. Nobody gets two surveys within ${days(throttleDays)}, nor two about the same resolve. ${besides(further.length)}An answer is taken for ${days(expiryDays)}.`;
}

const besides = (count: number): string =>
  count === 0 ? '' : `${count === 1 ? 'One more question is' : `${count} more questions are`} asked besides, for whoever likes to answer. `;

const days = (count: Typed): string => (Number(count) === 1 ? 'a day' : `${count} days`);

/** Languages that can be worded here besides those that have words already. */
const MORE = ['cs', 'da', 'fi', 'it', 'ja', 'ko', 'nb', 'nl', 'pl', 'pt', 'pt-br', 'sv', 'tr', 'uk', 'zh'];

export const languagesFor = ({ wordings, language }: Pick<Form, 'wordings' | 'language'>): { value: string; label: string }[] =>
  [...new Set([...Object.keys(LANGUAGES), ...Object.keys(wordings), language, ...MORE])].map((value) => ({
    value,
    label: Object.keys(wordings[value] ?? {}).length > 0 ? words.ownWords(languageName(value)) : languageName(value),
  }));

/** Those in which somebody can be asked. */
export const spokenLanguages = (form: Pick<Form, 'wordings' | 'language'>) =>
  languagesFor(form).filter(({ value }) => value in LANGUAGES || value in form.wordings || value === form.language);

/** What is said where the field is empty. */
export const usualWording = (survey: Survey, language: string): SurveyWording => wordsIn(language).kinds[survey];

/** One field said in one's own words, or, empty, as usual. What says nothing of its own any more is left out. */
export function reworded(form: Form, language: string, survey: Survey, field: keyof SurveyWording, text: string): Form {
  const { [survey]: before = {}, ...others } = form.wordings[language] ?? {};
  const { [field]: _, ...kept } = before;
  const own = text === '' ? kept : { ...kept, [field]: text };
  const ofLanguage = Object.keys(own).length === 0 ? others : { ...others, [survey]: own };
  const { [language]: __, ...rest } = form.wordings;
  return { ...form, wordings: Object.keys(ofLanguage).length === 0 ? rest : { ...rest, [language]: ofLanguage } };
}
