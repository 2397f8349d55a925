/** The root, and what stands behind the door. Everything inside needs a session. */
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, redirect, retainSearchParams } from '@tanstack/react-router';
import { readExplain, type ExplainSearch } from '../numbers/explain-search.ts';
import { readViewing, type Viewing } from '../period/viewing.ts';
import { sessionQuery } from '../session/session.ts';
import { problemOf } from '../ui/problem.ts';
import { NotFound } from './PageStates.tsx';
import { landingOf, landingSearchOf } from './places.ts';
import { Shell } from './Shell.tsx';

/**
 * What a route reads of its part of the address. The router lays that over the raw address, so what was not understood must
 * be there as undefined, or it would come back.
 */
export const reading =
  <Search extends object>(read: (raw: Record<string, unknown>) => Search, names: readonly (keyof Search)[]) =>
  (raw: Record<string, unknown>): Search => ({ ...(Object.fromEntries(names.map((name) => [name, undefined])) as Search), ...read(raw) });

export interface Next {
  next?: string;
}

/** Where coming in leads. Only an address of ours: `//elsewhere` would lead away. */
export function readNext({ next }: Record<string, unknown>): Next {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {};
}

export const root = createRootRouteWithContext<{ client: QueryClient }>()({ notFoundComponent: NotFound });

export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  validateSearch: reading<Viewing & ExplainSearch>(
    (raw) => ({ ...readViewing(raw), ...readExplain(raw) }),
    ['period', 'tz', 'wall', 'explain'],
  ),
  search: { middlewares: [retainSearchParams(['period', 'tz'])] },
  beforeLoad: async ({ context, location }) => {
    const session = await context.client.ensureQueryData(sessionQuery).catch((error: unknown) => {
      if (problemOf(error).status === 403) return null;
      throw error;
    });
    if (!session) throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
    // The workspace wants a second factor first: nothing else would be answered.
    if (session.account?.needsSecondFactor && location.pathname !== '/account') throw redirect({ to: '/account' });
    return { session };
  },
  component: Shell,
});

export const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: ({ context }) => {
    const { role } = context.session.person;
    throw redirect({ to: landingOf(role), search: landingSearchOf(role) });
  },
});
