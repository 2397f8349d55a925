/** A caller as the facts are asked for them: within what they may see, and for as long as they wait. */
import type { FastifyReply } from 'fastify';
import type { Viewer } from '../accounts/index.ts';
import type { Parts } from './routes.ts';

/** Whoever hangs up before the answer is there no longer waits for it. */
export async function askerOf({ accounts }: Pick<Parts, 'accounts'>, viewer: Viewer, { raw }: Pick<FastifyReply, 'raw'>) {
  const signal = goneOf({ raw });
  return { workspaceId: viewer.workspace, scope: await accounts.scopeOf(viewer), signal };
}

/** Aborted once whoever asked has hung up. */
export function goneOf({ raw }: Pick<FastifyReply, 'raw'>): AbortSignal {
  const end = new AbortController();
  raw.once('close', () => raw.writableFinished || end.abort());
  return end.signal;
}
