/** The way in: the root, the visitor's door, and what stands behind it. Everything inside needs a session. */
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, redirect, retainSearchParams } from '@tanstack/react-router';
import { readExplain, type ExplainSearch } from '../numbers/explain-search.ts';
import { readViewing, type Viewing } from '../period/viewing.ts';
import { sessionQuery } from '../session/session.ts';
import { NotFound } from './PageStates.tsx';
import { landingOf, landingSearchOf } from './places.ts';
import { Shell } from './Shell.tsx';
import { SignIn } from './SignIn.tsx';

/**
 * What a route reads of its part of the address. The router lays that over the raw address, so what was not understood must
 * be there as undefined, or it would come back.
 */
export const reading =
  <Search extends object>(read: (raw: Record<string, unknown>) => Search, names: readonly (keyof Search)[]) =>
  (raw: Record<string, unknown>): Search => ({ ...(Object.fromEntries(names.map((name) => [name, undefined])) as Search), ...read(raw) });

interface Next {
  next?: string;
}

/** Where stepping in leads. Only an address of ours: `//elsewhere` would lead away. */
function readNext({ next }: Record<string, unknown>): Next {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {};
}

export const root = createRootRouteWithContext<{ client: QueryClient }>()({ notFoundComponent: NotFound });

export const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: reading<Next>(readNext, ['next']),
  beforeLoad: async ({ context, search }) => {
    const session = await context.client.ensureQueryData(sessionQuery);
    if (session) throw redirect({ href: search.next ?? landingOf(session.person.role) });
  },
  component: SignIn,
});

export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  validateSearch: reading<Viewing & ExplainSearch>(
    (raw) => ({ ...readViewing(raw), ...readExplain(raw) }),
    ['period', 'tz', 'wall', 'explain'],
  ),
  search: { middlewares: [retainSearchParams(['period', 'tz'])] },
  beforeLoad: async ({ context, location }) => {
    const session = await context.client.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
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
