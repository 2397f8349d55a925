/** The addresses at the door, for whoever is not in yet. */
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { sessionQuery } from '../session/session.ts';
import { problemOf } from '../ui/problem.ts';
import { type Next, reading, readNext, root } from './entry-routes.tsx';
import { landingOf } from './places.ts';

const door = () => import('../features/door/index.ts');

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: reading<Next & Refused>((raw) => ({ ...readNext(raw), ...readRefused(raw) }), ['next', 'refused']),
  beforeLoad: async ({ context, search }) => {
    const session = await context.client.ensureQueryData(sessionQuery).catch(orAtTheDoor);
    if (session) throw redirect({ href: search.next ?? landingOf(session.person.role) });
  },
  component: lazyRouteComponent(door, 'DoorPage'),
});

interface Refused {
  /** A code for which the server has words. */
  refused?: string;
}

const readRefused = ({ refused }: Record<string, unknown>): Refused =>
  typeof refused === 'string' && /^[a-z_]{1,40}$/.test(refused) ? { refused } : {};

/** An account that belongs to no workspace is not in: the door says why. */
function orAtTheDoor(error: unknown): null {
  if (problemOf(error).status === 403) return null;
  throw error;
}

const forgotten = createRoute({
  getParentRoute: () => root,
  path: '/forgotten-password',
  component: lazyRouteComponent(door, 'ForgottenPage'),
});

const newPassword = createRoute({
  getParentRoute: () => root,
  path: '/new-password/$token',
  component: lazyRouteComponent(door, 'NewPasswordPage'),
});

const setUp = createRoute({ getParentRoute: () => root, path: '/set-up', component: lazyRouteComponent(door, 'SetUpPage') });

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$secret',
  component: lazyRouteComponent(door, 'InvitationPage'),
});

/** What a link in a message opens: whoever holds it need not be in. */
const notice = createRoute({ getParentRoute: () => root, path: '/notice/$token', component: lazyRouteComponent(door, 'NoticePage') });

export const doorRoutes = [signIn, forgotten, newPassword, setUp, invitation, notice] as const;
