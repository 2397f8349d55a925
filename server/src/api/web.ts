/** The built web application: its files by their hashed names, and its page for every other address that is not the API's. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { styleNonce } from './headers.ts';
import type { Nowhere } from './nowhere.ts';
import { answer } from './problems.ts';

const ABSENT =
  '<!doctype html><title>Watchdesk</title><p>The web application has not been built yet. The API is at <a href="/api/docs">/api/docs</a>.';

export async function serveWeb(app: FastifyInstance, webDir: string, maxAgeSeconds: number, nowhere: Nowhere): Promise<void> {
  await app.register(fastifyStatic, {
    root: webDir,
    wildcard: true,
    index: false,
    cacheControl: false,
    preCompressed: true,
    suppressWarning: true,
    setHeaders: (reply, path) => {
      const isHashed = path.includes('/assets/');
      void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : `public, max-age=${maxAgeSeconds}`);
    },
  });
  const page = async (reply: Parameters<typeof answer>[0]) => {
    void reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8');
    const html = await readFile(join(webDir, 'index.html'), 'utf8').catch(() => null);
    return html === null ? reply.code(503).send(ABSENT) : reply.send(html.replace('__STYLE_NONCE__', styleNonce(reply.raw)));
  };
  for (const url of ['/', '/index.html']) app.get(url, (_request, reply) => page(reply));
  app.setNotFoundHandler((request, reply) => {
    // A file that is missing must not be answered with the page: a browser would run it as a script.
    if (wantsPage(request) && !isFile(request.url)) return page(reply);
    return answer(reply, nowhere(request.method, request.url));
  });
}

const wantsPage = ({ method, url, headers }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') && !isOfApi(url) && /text\/html|\*\/\*/.test(headers.accept ?? '*/*');

const isOfApi = (url: string): boolean => /^\/api(?:[/?]|$)/.test(url);

/** Built files lie at the top or under assets; deeper down a dot is part of a ticket's id. */
const isFile = (url: string): boolean => /^\/(?:assets\/.*|[^/?]*\.\w{1,5})(?:\?|$)/.test(url);

/** Longer than any address of ours: an id of 200 characters, each percent-encoded. */
export const LONGEST_PART = 600;

/**
 * The address as the router and the files' plugin can read it. One they would refuse, with a problem document on somebody's
 * screen, is for the application to call nonsense: it is answered like `/`, and the browser still holds what was asked for.
 */
export function readableUrl(url: string): string {
  const [path = ''] = url.split('?', 1);
  const isForeign = isOfApi(url) || isFile(url);
  return isForeign || (path.length < LONGEST_PART && isDecodable(path) && !isNoPath(path)) ? url : '/';
}

/** A path with a zero byte or with steps upwards, which no file has. */
const isNoPath = (path: string): boolean => /%00|(?:^|\/|%2f|%5c)(?:\.|%2e){2}(?:\/|%2f|%5c|$)/i.test(path);

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
