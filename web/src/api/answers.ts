/** The client of this page, and its answers as values: what the server refuses is thrown as the problem it describes. */
import { chosenWorkspace } from '../session/workspace.ts';
import { ProblemError, readProblem } from '../ui/problem.ts';
import { createApiClient } from './client.ts';

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
