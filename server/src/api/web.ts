/** The built web application: its files by their hashed names, and its page for every other address that is not the API's. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answer, nothingAt } from './problems.ts';

const ABSENT =
  '<!doctype html><title>Watchdesk</title><p>The web application has not been built yet. The API is at <a href="/api/docs">/api/docs</a>.';

export async function serveWeb(app: FastifyInstance, webDir: string, maxAgeSeconds: number): Promise<void> {
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
  const page = (reply: Parameters<typeof answer>[0]) => {
    void reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8');
    return existsSync(join(webDir, 'index.html')) ? reply.sendFile('index.html', { cacheControl: false }) : reply.code(503).send(ABSENT);
  };
  app.get('/', (_request, reply) => page(reply));
  // What the files' plugin would refuse as no path at all is for the application to say, where a page is asked for.
  app.addHook('onRequest', (request, reply, done) => {
    if (isNoPath(request.url) && wantsPage(request) && !isFile(request.url)) void page(reply);
    else done();
  });
  app.setNotFoundHandler((request, reply) => {
    // A file that is missing must not be answered with the page: a browser would run it as a script.
    if (wantsPage(request) && !isFile(request.url)) return page(reply);
    return answer(reply, nothingAt(request.method, request.url));
  });
}

const wantsPage = ({ method, url, headers }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') && !url.startsWith('/api/') && /text\/html|\*\/\*/.test(headers.accept ?? '*/*');

const isFile = (url: string): boolean => /\.\w{1,5}(\?|$)/.test(url);

/** A path with a zero byte or with steps upwards, which no file has. */
const isNoPath = (url: string): boolean => /%00|(?:^|\/|%2f|%5c)(?:\.|%2e){2}(?:\/|%2f|%5c|$)/i.test(url.split('?', 1)[0] ?? '');
