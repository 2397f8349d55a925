/**
 * The closed set of what a caller may be told went wrong. Every code has one HTTP status and one title;
 * the detail and the field say what it was this time. Adding a code here adds it to the API's description.
 */

export const PROBLEMS = {
  invalid: { status: 400, title: 'The request is not valid' },
  unauthenticated: { status: 401, title: 'Sign in, or send an API key' },
  forbidden: { status: 403, title: 'Not allowed' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'This address does not answer that method' },
  not_writable: { status: 409, title: 'This connection is read-only' },
  already_claimed: { status: 409, title: 'Somebody else has this ticket' },
  not_possible: { status: 409, title: 'Not possible in the present state' },
  in_progress: { status: 409, title: 'The same request is being worked on' },
  too_large: { status: 413, title: 'The request is too large' },
  unsupported_media: { status: 415, title: 'The content type or encoding is not supported' },
  key_reused: { status: 422, title: 'The idempotency key was used for another request' },
  rate_limited: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong here' },
  unavailable: { status: 503, title: 'Not available at the moment' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;
export const PROBLEM_CODES = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];

export interface FieldFault {
  /** The path of the field, such as `filter.createdFrom`. */
  readonly field: string;
  /** What it should have been. */
  readonly message: string;
}

/** A caller's mistake, or a state of affairs the caller has to know of. Thrown by whoever finds it, answered as a problem document. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly fields: readonly FieldFault[];
  readonly retryAfterSeconds: number | undefined;
  /** The methods that an address answers. */
  readonly allowed: readonly string[];

  constructor(
    code: ProblemCode,
    detail: string,
    more: { fields?: readonly FieldFault[]; retryAfterSeconds?: number; allowed?: readonly string[] } = {},
  ) {
    super(detail);
    this.name = 'Refusal';
    this.code = code;
    this.fields = more.fields ?? [];
    this.retryAfterSeconds = more.retryAfterSeconds;
    this.allowed = more.allowed ?? [];
  }
}

/** The refusal of one field. */
export const invalid = (field: string, message: string): Refusal =>
  new Refusal('invalid', `${field} ${message}`, { fields: [{ field, message }] });

/** Refuses a draft that began from another version than the latest, without which it would undo what somebody else saved. */
export function refuseOvertaken(latest: number, base: number | undefined): void {
  if (base === undefined || base === latest) return;
  throw new Refusal(
    'not_possible',
    `Version ${latest} was saved meanwhile, and this draft began from version ${base}. Look at the newer one first.`,
  );
}

/** An RFC 9457 problem document. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail: string;
  field?: string;
  fields?: { field: string; message: string }[];
}

export function problemOf({ code, message, fields }: Refusal): Problem {
  const { status, title } = PROBLEMS[code];
  const problem: Problem = { type: `/api/docs#problem-${code}`, title, status, code, detail: message };
  if (fields.length === 0) return problem;
  return { ...problem, field: fields[0]!.field, fields: fields.map(({ field, message: what }) => ({ field, message: what })) };
}

/** Whether an error of the driver says that PostgreSQL cannot be reached, is stopping or is starting, so that asking again may help. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as Error & { code?: unknown };
  if (typeof code === 'string' && (UNREACHABLE.has(code) || code.startsWith('08') || code.startsWith('57P'))) return true;
  if (
    /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout|Client was closed)/.test(
      error.message,
    )
  )
    return true;
  return error instanceof AggregateError && error.errors.some(isUnavailable);
}

/** Among them what was waited for too long: a lock, a statement, room for another connection. */
const UNREACHABLE = new Set([
  '53300',
  '55P03',
  '57014',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENOENT',
]);
