/**
 * What bodies are read: JSON in well-formed UTF-8, not compressed, at most 5 MB. A compressed body is refused rather
 * than unpacked, since a kilobyte may hold a gigabyte.
 */
import type { FastifyInstance } from 'fastify';
import { invalid, Refusal } from '../errors.ts';

export const BODY_LIMIT = 5_000_000;

/** Such a key could change what all objects of this program are. Whoever sends it means no good or has a mistake to mend. */
const FORBIDDEN_KEY = invalid('body', 'must not hold an object with the key "__proto__", or with the key "prototype" under "constructor"');

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

export function acceptJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  readAsJson(app, 'application/json');
  app.addHook('onRequest', async ({ headers }) => {
    const encoding = headers['content-encoding'];
    if (encoding !== undefined && encoding !== 'identity')
      throw new Refusal('unsupported_media', 'Send the body without content-encoding.');
  });
}

/** Reads bodies of a type as JSON, where routes take it under another name. */
export function readAsJson(app: FastifyInstance, type: string): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser(type, { parseAs: 'buffer' }, (request, body, done) => {
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(body as Buffer);
    } catch {
      return done(invalid('body', 'must be well-formed UTF-8'));
    }
    // Many clients name a type also where they send nothing.
    if (text === '') return done(null, undefined);
    void parse(request, text, (error, read) => (error ? done(isJson(text) ? FORBIDDEN_KEY : error) : done(null, read)));
  });
}
