/** The client of this page, and its answers as values: what the server refuses is thrown as the problem it describes. */
import { chosenWorkspace } from '../session/workspace.ts';
import { ProblemError, readProblem } from '../ui/problem.ts';
import { createApiClient } from './client.ts';
import type { paths } from './schema.d.ts';

export const api = createApiClient({ workspace: chosenWorkspace });

interface Asked<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer of a question. Throws ProblemError when the server says no, and TypeError when there was no answer. */
export async function answered<T>(asked: Promise<Asked<T>>): Promise<NonNullable<T>> {
  const { data, error, response } = await asked;
  if (data !== undefined && data !== null && response.ok) return data;
  throw new ProblemError(readProblem(error, response.status));
}

/** The same of a deed whose answer is that it is done. */
export async function done(asked: Promise<Asked<unknown>>): Promise<void> {
  const { error, response } = await asked;
  if (!response.ok) throw new ProblemError(readProblem(error, response.status));
}

/** What the description says that a GET of this path answers. */
type AnswerOf<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Answer } } } };
}
  ? Answer
  : never;

/** The same as the description has it: the types of openapi-fetch take a pair for a list of any length. */
export const answeredAs = <Path extends keyof paths>(asked: Promise<Asked<unknown>>): Promise<AnswerOf<Path>> =>
  answered(asked) as Promise<AnswerOf<Path>>;
