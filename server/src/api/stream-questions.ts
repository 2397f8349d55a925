/**
 * What can be watched on the stream: the questions that the API also answers once, in the same words. A question is an object of
 * one field, which names its kind: `{ "query": { "metrics": ["created"], "period": { "last": "7d" } } }`.
 */
import { z } from 'zod';
import type { ViewScope } from '../accounts/index.ts';
import { type FieldFault, invalid, Refusal } from '../errors.ts';
import type { Answer, Question } from '../live/index.ts';
import { masked } from '../masking/index.ts';
import { definitionOf } from './metrics.ts';
import { refusalOf, sentence } from './problems.ts';
import type { Parts } from './routes.ts';
import { explainIn, explainOut, queryIn, queryOut } from './schemas/metrics.ts';
import { overview, overviewQuery } from './schemas/overview.ts';

interface Asker {
  readonly workspaceId: string;
  readonly scope: ViewScope;
  readonly signal: AbortSignal;
}

interface Kind {
  readonly asked: z.ZodType;
  answer(parts: Parts, asker: Asker, question: unknown): Promise<Answer>;
}

/** `says`: what of an answer tells it from another one; how fresh it is and what moves with the clock do not. */
function kind<In extends z.ZodType, Out extends z.ZodType>(
  asked: In,
  answered: Out,
  ask: (parts: Parts, asker: Asker, question: z.output<In>) => Promise<z.output<Out>>,
  says: (answer: z.output<Out>) => unknown,
): Kind {
  return {
    asked,
    async answer(parts, asker, question) {
      const whole = await ask(parts, asker, question as z.output<In>);
      const answer = answered.parse(asker.scope.text ? whole : masked(whole));
      return { text: JSON.stringify(answer), says: JSON.stringify(says(answer)) };
    },
  };
}

const KINDS: Readonly<Record<string, Kind>> = {
  query: kind(
    queryIn,
    queryOut,
    ({ metrics }, asker, question) => metrics.query(asker, question),
    ({ total, groups, rest }) => [total, groups, rest],
  ),
  explain: kind(
    explainIn,
    explainOut,
    async ({ metrics }, asker, question) => {
      const { metric, ...answer } = await metrics.explain(asker, question);
      return { ...answer, metric: definitionOf(metric) };
    },
    ({ value, n, withheld, parts, excluded }) => [value, n, withheld, parts, excluded],
  ),
  overview: kind(
    overviewQuery,
    overview,
    (parts, asker) => parts.overview.now(asker),
    ({ asOf: _asOf, ...numbers }) => numbers,
  ),
};

/** The question, or why it is none. */
export function questionOf(parts: Parts, workspaceId: string, given: unknown): Question | Refusal {
  const [field, ...others] = given !== null && typeof given === 'object' ? Object.keys(given) : [];
  const found = field !== undefined && others.length === 0 && Object.hasOwn(KINDS, field) ? KINDS[field] : undefined;
  if (!found || field === undefined) return invalid('watch', `must be an object of one field: ${Object.keys(KINDS).join(', ')}`);
  const read = found.asked.safeParse((given as Record<string, unknown>)[field]);
  if (!read.success) return refused(field, read.error);
  return {
    key: JSON.stringify([field, read.data]),
    ask: (scope, signal) =>
      found.answer(parts, { workspaceId, scope, signal }, read.data).catch((error: unknown) => {
        const refusal = refusalOf(error);
        throw refusal.code === 'internal' ? error : refusal;
      }),
  };
}

const MOST_FAULTS = 20;

function refused(field: string, { issues }: z.ZodError): Refusal {
  const fields = issues
    .slice(0, MOST_FAULTS)
    .map(({ path, message }): FieldFault => ({ field: [field, ...path].join('.'), message: sentence(message) }));
  return new Refusal('invalid', fields.map((fault) => `${fault.field} ${fault.message}`).join('; '), { fields });
}
