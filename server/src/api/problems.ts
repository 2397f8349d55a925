/** Every failure becomes a problem document: ours as they are, Fastify's and zod's translated, the rest as a bug of ours. */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { hasZodFastifySchemaValidationErrors, type ZodFastifySchemaValidationError } from 'fastify-type-provider-zod';
import { type FieldFault, isUnavailable, type ProblemCode, problemOf, PROBLEMS, Refusal } from '../errors.ts';
import type { Nowhere } from './nowhere.ts';

const OUTAGE_SECONDS = 2;

export function answerProblems(app: FastifyInstance, onBug: (error: unknown, route: string) => void): void {
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal.code === 'internal') onBug(error, `${request.method} ${request.routeOptions.url ?? request.url}`);
    return answer(reply, refusal);
  });
}

/** For addresses that lead nowhere, where no web application answers them with its page. */
export function answerNothing(app: FastifyInstance, nowhere: Nowhere): void {
  app.setNotFoundHandler((request, reply) => answer(reply, nowhere(request.method, request.url)));
}

/** Answers with the problem document. Bodies are written here, so that no response schema can reject a refusal. */
export function answer(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const problem = problemOf(refusal);
  if (refusal.retryAfterSeconds !== undefined) void reply.header('retry-after', Math.ceil(refusal.retryAfterSeconds));
  if (refusal.allowed.length > 0) void reply.header('allow', refusal.allowed.join(', '));
  if (refusal.code === 'unauthenticated') void reply.header('www-authenticate', 'Bearer');
  void reply.removeHeader('content-disposition');
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem));
}

/** What a thrown error tells the caller. A bug says nothing of itself. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (isUnavailable(error))
    return new Refusal('unavailable', 'The database does not answer; nothing was changed. Try again shortly.', {
      retryAfterSeconds: OUTAGE_SECONDS,
    });
  if (hasZodFastifySchemaValidationErrors(error)) return ofValidation(error.validation, (error as FastifyError).validationContext);
  const { statusCode, code, message } = error as Partial<FastifyError>;
  const known = code === undefined ? undefined : OF_FASTIFY[code];
  if (known) return new Refusal(known, message ?? PROBLEMS[known].title);
  if (statusCode === 429) return new Refusal('rate_limited', 'Too many requests; slow down.');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new Refusal('invalid', message ?? 'The request is not valid.');
  return new Refusal('internal', 'This is a fault of the server; it was recorded.');
}

const OF_FASTIFY: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media',
};

/** zod's words read as the end of a sentence that begins with the field. */
function ofValidation(validation: readonly ZodFastifySchemaValidationError[], context: string | undefined): Refusal {
  const fields = validation.slice(0, 20).map((issue) => faultOf(issue, context));
  return new Refusal(
    'invalid',
    fields
      .map(({ field, message }) => `${field} ${message}`)
      .join('; ')
      .slice(0, 2000),
    { fields },
  );
}

function faultOf(
  { instancePath, params, message = 'is not valid' }: ZodFastifySchemaValidationError,
  context: string | undefined,
): FieldFault {
  const { keys, issues } = params as { keys?: string[]; issues?: { message: string }[] };
  const path = instancePath.split('/').filter(Boolean);
  if (keys?.[0] !== undefined) return { field: [...path, keys[0].slice(0, 100)].join('.'), message: 'is not a field of this request' };
  // What is wrong with a key is said by the key's own rule.
  return {
    field: path.join('.') || (context === 'querystring' ? 'query' : (context ?? 'request')),
    message: sentence(issues?.[0]?.message ?? message),
  };
}

/** zod’s words as the end of a sentence that begins with the field. */
export const sentence = (message: string): string =>
  message
    .replace(/^Invalid input: expected (.*), received undefined$/, 'is required: a value of type $1')
    .replace(/^Invalid (?:input|option): expected /, 'must be ')
    .replace(/^Too (?:big|small): expected \w+ to (be|have) /, 'must $1 ')
    .replace(/^Invalid input$/, 'is not of a form that is understood here')
    .replace(/, received .*$/, '');

/** What is no HTTP at all, or too slow, is answered on the bare socket. */
export function unanswered(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return void socket.destroy();
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const body = JSON.stringify(problemOf(new Refusal('invalid', `The request could not be read: ${STATUS_CODES[status]}.`)));
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
