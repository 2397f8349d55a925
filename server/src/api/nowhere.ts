/** Addresses that lead nowhere: those there are not, and those that answer another method. */
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../errors.ts';

/** What to answer at an address where no route has. */
export type Nowhere = (method: string, url: string) => Refusal;

/** Call it before the routes are registered: it remembers them. */
export function createNowhere(app: FastifyInstance): Nowhere {
  const routes: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    if (url.startsWith('/api/')) routes.push({ pattern: patternOf(url), methods: [method].flat() });
  });
  return (method, url) => {
    const path = url.split('?')[0]!;
    const methods = new Set(routes.flatMap((route) => (route.pattern.test(path) ? route.methods : [])));
    if (methods.size === 0) return new Refusal('not_found', `There is nothing at ${method} ${url.slice(0, 200)}.`);
    return new Refusal('method_not_allowed', `${path.slice(0, 200)} answers ${[...methods].join(', ')}, and not ${method}.`, {
      allowed: [...methods],
    });
  };
}

/** `/tickets/:id` as a pattern of addresses. */
const patternOf = (url: string): RegExp =>
  new RegExp(
    `^${url
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : part === '*' ? '.*' : part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)))
      .join('/')}$`,
  );
