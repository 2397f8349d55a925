/**
 * The conversation with a provider, by openid-client: discovery, the address people are sent to, and what comes back of them (authorization code
 * with PKCE, state and nonce; the signature of the ID token is checked though TLS would do). Every call goes by the one function that is given.
 */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  customFetch,
  type CustomFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import type { Clock } from '../../clock.ts';
import { hashOf } from '../secrets.ts';
import { NotLetIn } from './refusals.ts';
import type { Saved, SingleSignOnSettings } from './settings.ts';

/** How a provider is called: the way of `outgoing`, which looks at where an address leads. It does not throw for what becomes of a call. */
export type ProviderCall = (
  address: string,
  call: { method?: 'GET' | 'POST'; headers?: Readonly<Record<string, string>>; body?: string },
) => Promise<
  | {
      readonly ok: true;
      readonly status: number;
      readonly headers: Readonly<Record<string, string | string[] | undefined>>;
      readonly body: Buffer;
    }
  | { readonly ok: false; readonly detail: string }
>;

/** What a browser that is sent to a provider comes back with has to fit. */
export interface Proofs {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string };

export type Tested =
  | { readonly ok: true; readonly authorization: string; readonly token: string; readonly tellsGroups: boolean | null }
  | { readonly ok: false; readonly detail: string };

interface Parts {
  readonly call: ProviderCall;
  readonly clock: Clock;
  readonly settings: Pick<SingleSignOnSettings, 'secret'>;
}

/** What a provider says of itself changes seldom; its keys the library asks for again when it meets one it does not know. */
const KNOWN_FOR_MS = 10 * 60_000;
const MOST_KNOWN = 200;
const TIMEOUT_SECONDS = 10;

class Unanswered extends Error {}

const withoutSlash = (address: string): string => address.replace(/\/$/, '');

export function createProviders({ call, clock, settings }: Parts) {
  const known = new Map<string, { until: number; configuration: Promise<Configuration> }>();
  const fetchBy = fetchOf(call);

  async function discover(issuer: string, clientId: string, secret: string): Promise<Configuration> {
    const isPlain = issuer.startsWith('http:');
    const found = await discovery(new URL(issuer), clientId, undefined, authOf(secret), {
      [customFetch]: fetchBy,
      execute: [enableNonRepudiationChecks, ...(isPlain ? [allowInsecureRequests] : [])],
      timeout: TIMEOUT_SECONDS,
    });
    // The library lets one that stands for all of Microsoft's tenants call itself otherwise, and would take the word of any of them.
    const itself = found.serverMetadata().issuer;
    if (withoutSlash(itself) !== withoutSlash(issuer)) throw new Unanswered(`calls itself ${itself}`);
    return found;
  }

  async function configurationOf({ workspaceId, issuer, clientId }: Saved): Promise<Configuration> {
    const secret = await settings.secret(workspaceId);
    const key = hashOf(JSON.stringify([issuer, clientId, secret])).toString('base64');
    const found = known.get(key);
    if (found && found.until > clock.now()) return found.configuration;
    if (known.size >= MOST_KNOWN) known.clear();
    const configuration = discover(issuer, clientId, secret ?? '');
    known.set(key, { until: clock.now() + KNOWN_FOR_MS, configuration });
    configuration.catch(() => known.delete(key));
    return configuration;
  }

  return {
    /** Where a browser is sent to. Throws NotLetIn when the provider does not answer. */
    async addressFor(saved: Saved, redirect: string, { state, nonce, verifier }: Proofs): Promise<URL> {
      const configuration = await configurationOf(saved).catch(refuse);
      const scopes = ['openid', 'profile', 'email'];
      // Some tell groups only to whoever asks for them by a scope.
      if (saved.groups.length > 0 && configuration.serverMetadata().scopes_supported?.includes('groups')) scopes.push('groups');
      return buildAuthorizationUrl(configuration, {
        redirect_uri: redirect,
        scope: scopes.join(' '),
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
    },

    /** Who came back to an address, as the provider says. Throws NotLetIn. */
    async claimsOf(saved: Saved, address: URL, { state, nonce, verifier }: Proofs): Promise<Claims> {
      const configuration = await configurationOf(saved).catch(refuse);
      const tokens = await authorizationCodeGrant(configuration, address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      }).catch(refuse);
      const claims = tokens.claims()!;
      if (!configuration.serverMetadata().userinfo_endpoint) return claims;
      // Many keep the ID token thin and tell e-mail and groups only here. What the token says itself holds.
      const more = await fetchUserInfo(configuration, tokens.access_token, claims.sub).catch(refuse);
      return { ...more, ...claims };
    },

    /** What a provider says of itself, for whoever sets it up. */
    async test(issuer: string): Promise<Tested> {
      try {
        const server = (await discover(issuer, 'test', '')).serverMetadata();
        const { authorization_endpoint: authorization, token_endpoint: token, claims_supported: claims } = server;
        if (!authorization || !token) return { ok: false, detail: 'It answers, and names no address to sign in at.' };
        if (server.response_types_supported && !server.response_types_supported.includes('code'))
          return { ok: false, detail: 'It answers, and does not give out authorization codes.' };
        return { ok: true, authorization, token, tellsGroups: claims ? claims.includes('groups') : null };
      } catch (error) {
        return { ok: false, detail: detailOf(error) };
      }
    },
  };
}

function fetchOf(call: ProviderCall): CustomFetch {
  return async (address, { method, headers, body }) => {
    const sent = body === undefined || body === null ? {} : { body: String(body as string | URLSearchParams) };
    const answer = await call(address, { method: method === 'POST' ? 'POST' : 'GET', headers, ...sent });
    if (!answer.ok) throw new Unanswered(`${new URL(address).host} ${answer.detail}`);
    const told = Object.entries(answer.headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const]));
    return new Response(answer.status === 204 ? null : new Uint8Array(answer.body), {
      status: answer.status,
      headers: [...told] as [string, string][],
    });
  };
}

/** In the head where the provider takes it there, as it must unless it says otherwise (OpenID Connect Discovery 1.0, section 3). */
function authOf(secret: string): ClientAuth {
  return (server, client, body, headers) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const send = taken.includes('client_secret_basic') ? ClientSecretBasic(secret) : ClientSecretPost(secret);
    send(server, client, body, headers);
  };
}

function refuse(error: unknown): never {
  throw new NotLetIn(codeOf(error), { detail: detailOf(error) });
}

function codeOf(error: unknown): NotLetIn['code'] {
  if (error instanceof AuthorizationResponseError) return 'declined';
  if (error instanceof WWWAuthenticateChallengeError) return 'wrong_secret';
  if (error instanceof ResponseBodyError) {
    if (error.error === 'invalid_client' || error.error === 'unauthorized_client') return 'wrong_secret';
    return error.error === 'invalid_grant' ? 'again' : 'misconfigured';
  }
  const causes = causesOf(error);
  const isDown = causes.some((one) => one instanceof Unanswered || (one instanceof Response && one.status >= 500));
  return isDown ? 'unavailable' : 'misconfigured';
}

/** For an administrator. The libraries' errors hold no secret: addresses, codes and what the provider said. */
function detailOf(error: unknown): string {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError)
    return [error.error, error.error_description].filter(Boolean).join(': ').slice(0, 300);
  if (error instanceof WWWAuthenticateChallengeError)
    return `It answered ${error.status}: the client id or the client secret is not right.`;
  const causes = causesOf(error);
  const unanswered = causes.find((one) => one instanceof Unanswered);
  if (unanswered) return unanswered.message.slice(0, 300);
  const answered = causes.find((one) => one instanceof Response);
  if (answered) return `It answered ${answered.status}.`;
  return (error instanceof Error ? error.message : String(error)).slice(0, 300);
}

function causesOf(error: unknown): unknown[] {
  const found: unknown[] = [];
  for (let one = error; one !== undefined && one !== null && found.length < 8; one = (one as { cause?: unknown }).cause) found.push(one);
  return found;
}
