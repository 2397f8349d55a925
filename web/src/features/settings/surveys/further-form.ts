/** Further questions as they are typed: a question in a language that says nothing is not said in it. */
import { type FurtherQuestion } from '@watchdesk/domain/survey';

type Text = FurtherQuestion['texts'][string];
const NOTHING: Text = { question: '', choices: [] };

export const textOf = ({ texts }: FurtherQuestion, language: string): Text => texts[language] ?? NOTHING;

/** One more, with an id that none of them has. */
export function added(all: readonly FurtherQuestion[], language: string): FurtherQuestion[] {
  const number = Math.max(0, ...all.map(({ id }) => Number(id.replace(/^question-/, '')) || 0)) + 1;
  return [...all, { id: `question-${number}`, kind: 'choice', texts: { [language]: NOTHING } }];
}

export const removed = (all: readonly FurtherQuestion[], id: string): FurtherQuestion[] => all.filter((one) => one.id !== id);

export const changed = (question: FurtherQuestion, language: string, part: Partial<Text>): FurtherQuestion => ({
  ...question,
  texts: { ...question.texts, [language]: { ...textOf(question, language), ...part } },
});

/** As it is sent: without empty lines and spaces around, and without languages in which nothing is said but the only one. */
export function furtherSent(all: readonly FurtherQuestion[]): FurtherQuestion[] {
  return all.map((one) => {
    const entries = Object.entries(one.texts).map(([language, { question, choices }]): [string, Text] => [
      language,
      { question: question.trim(), choices: choices.map((choice) => choice.trim()).filter((choice) => choice !== '') },
    ]);
    const said = entries.filter(([, { question, choices }]) => question !== '' || choices.length > 0);
    return { ...one, texts: Object.fromEntries(said.length > 0 ? said : entries.slice(0, 1)) };
  });
}
