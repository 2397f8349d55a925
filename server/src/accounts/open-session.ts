/** A session for somebody who is known by other means than the library has: what its own ways to sign in do at their end. It has no address. */
import { createAuthEndpoint } from '@better-auth/core/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

export const openSession = {
  id: 'open-session',
  endpoints: {
    openSession: createAuthEndpoint.serverOnly({ method: 'POST', body: z.object({ userId: z.uuid() }) }, async (ctx) => {
      const { internalAdapter } = ctx.context;
      const user = await internalAdapter.findUserById(ctx.body.userId);
      if (!user) throw new Error('a session was to be opened for somebody who has no account');
      const session = await internalAdapter.createSession(user.id);
      await setSessionCookie(ctx, { session, user });
      return { sessionId: session.id };
    }),
  },
} as const;
