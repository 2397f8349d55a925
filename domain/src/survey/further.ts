/**
 * What may be asked besides the score: up to two questions, answered by a choice from a list or in words, by whoever likes to. A question has a
 * name of its own, so that an answer stays with it while its words are changed, and texts by language.
 */
import { z } from 'zod';
import type { Tag } from './language.ts';
import { language, widened } from './language.ts';
import { line } from './line.ts';

export const FURTHER_KINDS = ['choice', 'words'] as const;
/** As many as anybody answers, and reads. */
export const FURTHER_LIMITS = { questions: 2, question: 200, choices: 10, choice: 100, answer: 2000 } as const;

const text = z.strictObject({
  question: line(FURTHER_LIMITS.question),
  /** What can be chosen, in the same order in each language; nothing where it is answered in words. */
  choices: z
    .array(line(FURTHER_LIMITS.choice))
    .max(FURTHER_LIMITS.choices, `must be at most ${FURTHER_LIMITS.choices} choices`)
    .readonly()
    .default([]),
});

const question = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be 1 to 40 small letters, digits and dashes'),
    kind: z.enum(FURTHER_KINDS, `must be ${FURTHER_KINDS.join(' or ')}`),
    texts: z.record(language, text),
  })
  .superRefine(({ kind, texts }, context) => {
    const all = Object.entries(texts);
    const fault = (path: string[], message: string) => context.addIssue({ code: 'custom', path: ['texts', ...path], message });
    if (all.length === 0) fault([], 'must be said in one language at least');
    const [, first] = all[0] ?? [];
    for (const [tag, { choices }] of all) {
      if (kind === 'words' && choices.length > 0) fault([tag, 'choices'], 'must be left out where it is answered in words');
      if (kind === 'choice' && choices.length < 2) fault([tag, 'choices'], 'must be at least two choices');
      else if (choices.length !== first!.choices.length) fault([tag, 'choices'], 'must be as many as in the other languages');
      if (new Set(choices).size < choices.length) fault([tag, 'choices'], 'must differ from each other');
    }
  });

export const furtherQuestions = z
  .array(question)
  .max(FURTHER_LIMITS.questions, `must be at most ${FURTHER_LIMITS.questions} questions`)
  .readonly()
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'must each have an id of its own')
  .default([]);
export type FurtherQuestion = z.output<typeof question>;

/** A question as one customer reads it. */
export interface AskedFurther {
  readonly id: string;
  readonly question: string;
  /** Empty where it is answered in words. */
  readonly choices: readonly string[];
}

/** In the language where there are words for it, else in the workspace's, else in the first there is. */
export function furtherIn(further: readonly FurtherQuestion[], asked: Tag, usual: Tag): AskedFurther[] {
  return further.flatMap(({ id, texts }) => {
    const tag = [...widened(asked), ...widened(usual), ...Object.keys(texts)].find((one) => Object.hasOwn(texts, one));
    return tag === undefined ? [] : [{ id, ...texts[tag]! }];
  });
}

export interface FurtherAnswer {
  readonly question: string;
  readonly answer: string;
}

/** What was answered, as a form brings it by the ids of questions; null where words are too long. What is no choice, and what is left empty, is no answer. */
export function furtherAnswersIn(asked: readonly AskedFurther[], given: Readonly<Record<string, string>>): FurtherAnswer[] | null {
  const answers = asked.flatMap(({ id, question: about, choices }): FurtherAnswer[] => {
    const answer = Object.hasOwn(given, id) ? given[id]! : '';
    return answer === '' || (choices.length > 0 && !choices.includes(answer)) ? [] : [{ question: about, answer }];
  });
  return answers.some(({ answer }) => answer.length > FURTHER_LIMITS.answer) ? null : answers;
}
