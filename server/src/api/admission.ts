/**
 * Who asks, whether they may, and what they see. A bearer key or the session cookie makes the viewer, the route's `access` says
 * what it takes. A route without `access` under /api/v1 is a bug and is found when it is registered.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Accounts, sightOf, type Viewer, whoIs } from '../accounts/index.ts';
import type { Audit } from '../audit/index.ts';
import { Refusal } from '../errors.ts';
import { withinWorkspace } from '../store/wall.ts';
import { cookiesOf } from './session.ts';

interface Parts {
  readonly accounts: Accounts;
  readonly audit: Audit;
}

/** `refused` counts those that are not let in, whom the limits of routes never see, and throws when they are too many. */
export function admitCallers(
  app: FastifyInstance,
  { accounts, audit }: Parts,
  refused: (request: FastifyRequest) => Promise<void> = async () => {},
): void {
  for (const name of ['viewer', 'scope', 'sight'] as const) app.decorateRequest(name);
  app.addHook('onRoute', ({ url, config, method }) => {
    if (url.startsWith('/api/v1') && method !== 'HEAD' && config?.access === undefined) throw new Error(`${url} does not say who may ask`);
  });
  app.addHook('onRequest', async (request) => {
    try {
      await admit(request);
    } catch (error) {
      await refused(request);
      throw error;
    }
  });
  const admit = async (request: FastifyRequest): Promise<void> => {
    const { access = 'public', ofKeys } = request.routeOptions.config;
    if (access === 'public') {
      // Coming in is a deed too: no other site may sign somebody in or out.
      if (!isOwnOrigin(request)) throw new Refusal('forbidden', 'The request comes from another site.');
      return;
    }
    request.viewer = await viewerOf(request, accounts);
    const { scopes, kind } = request.viewer;
    const needs = [access, ...(kind === 'key' && ofKeys ? [ofKeys] : [])].find((one) => one !== 'anybody' && !scopes.includes(one));
    if (needs !== undefined) {
      if (request.viewer.kind === 'person' && request.viewer.account?.needsSecondFactor)
        throw new Refusal(
          'forbidden',
          'Your workspace wants a second factor of everybody: add one to your account first, or come in by your passkey.',
        );
      const { viewer, ip, method, routeOptions } = request;
      const subject = { kind: 'route', id: `${method} ${routeOptions.url}`, name: null } as const;
      await audit.refused(viewer.workspace, whoIs(viewer, ip), { action: 'access.refused', subject, after: { needs } });
      throw new Refusal('forbidden', `This needs the scope ${needs}.`);
    }
    if (request.viewer.kind === 'key') await accounts.keys.used(request.viewer);
    request.scope = await accounts.scopeOf(request.viewer);
    request.sight = sightOf(request.scope);
  };
  // From here on nothing but the caller's workspace is there. Not sooner: a body is read in the course of its connection, which knows no caller.
  app.addHook('preValidation', ({ viewer }, _reply, done) => (viewer ? withinWorkspace(viewer.workspace, done) : done()));
}

/** Who asks now; refuses a key that was revoked and a session that is over. */
export async function viewerOf(request: FastifyRequest, accounts: Accounts): Promise<Viewer> {
  const { headers } = request;
  const wanted = single(headers['watchdesk-workspace']) ?? workspaceInQuery(request);
  const { authorization } = headers;
  if (authorization !== undefined) {
    const [, secret] = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(authorization) ?? [];
    if (!secret) throw new Refusal('unauthenticated', 'The Authorization header must be `Bearer` and an API key.');
    return accounts.keys.viewer(secret, wanted, request.ip);
  }
  const cookies = await cookiesOf(request, accounts);
  if (cookies.persona === undefined && cookies.account === undefined)
    throw new Refusal('unauthenticated', 'Sign in, or send an API key as `Authorization: Bearer …`.');
  if (!isOwnOrigin(request)) throw new Refusal('forbidden', 'The request comes from another site.');
  return accounts.sessions.viewer(cookies, wanted);
}

/**
 * A browser sends Origin with whatever another site may have caused; only our own pages may use the cookie.
 * Reading is left to the browser's own rule, which shows another site nothing; a socket is not under that rule.
 */
function isOwnOrigin({ headers, method, ws }: FastifyRequest): boolean {
  const { origin, host } = headers;
  if (origin === undefined || (method === 'GET' && !ws && headers.upgrade === undefined)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** A browser's socket cannot carry headers of ours, so the stream also takes the workspace from the address. */
function workspaceInQuery({ routeOptions, query }: FastifyRequest): string | undefined {
  const { workspace } = query as { workspace?: unknown };
  return routeOptions.url?.startsWith('/api/v1/stream') && typeof workspace === 'string' ? workspace : undefined;
}

const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
