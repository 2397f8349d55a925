/** A real OpenID provider on this machine (oidc-provider), whose sign-in page is answered by whoever is to sign in. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export interface ProviderPerson {
  readonly email?: string;
  readonly email_verified?: boolean | string;
  readonly name?: string;
  readonly groups?: readonly string[];
  readonly [claim: string]: unknown;
}

export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  /** By subject. */
  readonly people: Map<string, ProviderPerson>;
  /** From now on the client has this secret. */
  setSecret(secret: string): void;
  /** Whether it hangs up on whoever asks. */
  isDown: boolean;
  /** Signs somebody in as a browser would, from the address it was sent to; gives the address it is sent back to. */
  signIn(address: string, subject: string): Promise<URL>;
  close(): Promise<void>;
}

const CLIENT_ID = 'watchdesk';

export async function startProvider(redirectAddress: string, secret: string): Promise<TestProvider> {
  const people = new Map<string, ProviderPerson>();
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' };
  let handle: RequestListener = () => {};
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const withSecret = (clientSecret: string): RequestListener => {
    const provider = new Provider(issuer, {
      clients: [{ client_id: CLIENT_ID, client_secret: clientSecret, redirect_uris: [redirectAddress] }],
      jwks: { keys: [jwk] },
      cookies: { keys: ['of a test'] },
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
      findAccount: (_context, accountId) => ({ accountId, claims: async () => ({ ...people.get(accountId), sub: accountId }) }),
      loadExistingGrant: async ({ oidc }) => {
        const grant = new oidc.provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId! });
        grant.addOIDCScope('openid profile email groups');
        await grant.save();
        return grant;
      },
      ttl: { Session: 60, Grant: 60, Interaction: 60, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
    });
    const answer = provider.callback();
    return (request, response) => {
      if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
      // A real browser says nothing of the kind, and is the one there is.
      const accountId = String(request.headers['x-sign-in-as'] ?? people.keys().next().value);
      const result = people.has(accountId) ? { login: { accountId } } : { error: 'access_denied', error_description: 'nobody of the kind' };
      void provider.interactionFinished(request, response, result);
    };
  };
  let present = withSecret(secret);
  const made: TestProvider = {
    issuer,
    clientId: CLIENT_ID,
    people,
    isDown: false,
    setSecret: (other) => void (present = withSecret(other)),
    signIn: (address, subject) => walk(issuer, address, subject),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  handle = (request, response) => (made.isDown ? void request.socket.destroy() : present(request, response));
  return made;
}

/** Follows redirections at the provider with its cookies until one leads away from it. */
async function walk(issuer: string, address: string, subject: string): Promise<URL> {
  const jar = new Map<string, string>();
  let at = new URL(address);
  for (let steps = 0; steps < 10; steps++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(at, { redirect: 'manual', headers: { 'x-sign-in-as': subject, ...(cookie && { cookie }) } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      jar.set(name!, value!);
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`the provider answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
    at = new URL(location, at);
    if (at.origin !== issuer) return at;
  }
  throw new Error('the provider leads nowhere');
}
