/** Of what a file is, in words: its filters by the names people know, and whose eyes it was seen with. */
import type { QueryAnswer } from '../api/client.ts';
import { paperWords } from '../charts/index.ts';
import { useSession } from '../session/session.ts';
import { valueName } from './group-words.ts';
import type { Context, Filter, Question } from './question.ts';
import { contextOf } from './sheet.ts';
import { useAsk } from './use-answer.ts';
import { useCatalogue } from './use-catalogue.ts';
import { valuesQuestion } from './use-values.ts';

type Of = Context & Pick<Question, 'segment'>;

export function usePaperContext(): (answer: QueryAnswer, context: Of) => Promise<[string, string][]> {
  const { data: catalogue } = useCatalogue();
  const { person } = useSession();
  const ask = useAsk();
  const wordsOf = async ({ dimension, values, not }: Filter, context: Context): Promise<string> => {
    const fixed = catalogue?.dimension(dimension)?.values;
    const question = catalogue && !fixed ? valuesQuestion(dimension, context, catalogue) : null;
    const groups = question ? (await ask(question)).groups : [];
    const labels = new Map<string | undefined, string | undefined>([
      ...(fixed ?? []).map(({ value, label }): [string, string] => [value, label]),
      ...groups.map(({ key, labels: names }): [string | undefined, string | undefined] => [key[dimension], names[dimension]]),
    ]);
    const names = values.map((value) => valueName(dimension, value, labels.get(value) ?? value));
    const name = catalogue?.dimension(dimension)?.label ?? dimension;
    return `${name}: ${not ? `${paperWords.not} ` : ''}${names.join(', ')}`;
  };
  return async (answer, context) => {
    const inWords = (filters: readonly Filter[]) => Promise.all(filters.map((filter) => wordsOf(filter, context)));
    const [filters, segment] = await Promise.all([inWords(context.filters ?? []), context.segment && inWords(context.segment)]);
    return contextOf(answer, { filters, segment, calendar: context.calendar, seenBy: `${person.name}, ${person.role}` });
  };
}
