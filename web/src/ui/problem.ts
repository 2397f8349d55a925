/**
 * What went wrong, in the shape of a problem document (RFC 9457), whatever was thrown: an answer of the server,
 * a connection that failed, or a fault of the page. Every error a person sees goes through here.
 */
export interface Problem {
  /** The HTTP status, 0 when there was no answer at all. */
  status: number;
  code: string;
  title: string;
  detail: string | null;
  fields: readonly { field: string; message: string }[];
}

/** An answer of the server that says what went wrong, thrown so that a query or mutation fails with it. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function fieldsOf(document: Record<string, unknown>): Problem['fields'] {
  const listed = Array.isArray(document['fields']) ? document['fields'] : [];
  return listed.filter(isRecord).map((entry) => ({ field: textOf(entry['field']) ?? '', message: textOf(entry['message']) ?? '' }));
}

/** The problem that an answer's body describes; `status` is that of the answer, for bodies that are no problem document. */
export function readProblem(body: unknown, status: number): Problem {
  const document = isRecord(body) ? body : {};
  return {
    status: typeof document['status'] === 'number' ? document['status'] : status,
    code: textOf(document['code']) ?? (status === 0 ? 'unreachable' : `http_${status}`),
    title: textOf(document['title']) ?? 'The server could not answer',
    detail: textOf(document['detail']),
    fields: fieldsOf(document),
  };
}

/** The problem behind anything thrown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (isRecord(error) && isRecord(error['problem'])) return readProblem(error['problem'], 500);
  if (isRecord(error) && textOf(error['code']) && textOf(error['title'])) return readProblem(error, 500);
  // fetch fails with a TypeError when no answer came at all.
  if (error instanceof TypeError && /fetch|network|load failed/i.test(error.message))
    return readProblem({ title: 'The server cannot be reached' }, 0);
  return {
    status: 0,
    code: 'page_fault',
    title: 'This page failed',
    detail: error instanceof Error ? error.message : String(error),
    fields: [],
  };
}

const NEXT_STEPS: Record<string, string> = {
  unreachable: 'Check your connection. What you see stays as it was; the page tries again by itself.',
  page_fault: 'Try again. If it keeps happening, reload the page.',
  unauthenticated: 'Sign in again.',
  forbidden: 'Ask a lead or an administrator for access.',
  not_found: 'It may have been deleted, or the address is wrong.',
  too_many_requests: 'Wait a moment, then try again.',
};

/**
 * The detail, where it says more than its fields do: of one field alone it is the same sentence. Of somebody not signed in it tells programs
 * about keys; a person is told the next step.
 */
export const detailOf = ({ status, detail, fields }: Problem): string | null =>
  status === 401 || fields.some(({ field, message }) => detail === `${field} ${message}`) ? null : detail;

/** What the person can do about it, in one or two sentences. */
export function nextStep(problem: Problem): string {
  const named = NEXT_STEPS[problem.code];
  if (named) return named;
  if (problem.status === 401) return 'Sign in again.';
  if (problem.status === 503) return 'Nothing is lost; it is there again as soon as the data store is.';
  if (problem.status >= 500) return 'Nothing you entered is lost. Try again in a moment.';
  return 'Change what you asked for and try again.';
}
