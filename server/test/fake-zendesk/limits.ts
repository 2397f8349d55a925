/** How often the account may be asked, and by whom: requests within the last minute are counted, and tokens end. */
export interface Allowance {
  readonly perMinute: number;
  readonly incrementalPerMinute: number;
}

const WINDOW_MS = 60_000;

export function createLimits({ perMinute, incrementalPerMinute }: Allowance) {
  const kinds = [
    { name: 'all', most: perMinute, matches: () => true, times: [] as number[] },
    { name: 'incremental', most: incrementalPerMinute, matches: (path: string) => path.startsWith('/incremental/'), times: [] as number[] },
  ];
  return {
    /** Seconds until it may be asked again; 0 where it may be now, which is counted. And what is left, to be told. */
    take(path: string, now: number): { readonly waitSeconds: number; readonly headers: Readonly<Record<string, string>> } {
      const asked = kinds.filter(({ matches }) => matches(path));
      for (const { times } of asked) while (times.length > 0 && times[0]! <= now - WINDOW_MS) times.shift();
      const full = asked.filter(({ times, most }) => times.length >= most);
      const waitSeconds = Math.max(0, ...full.map(({ times }) => Math.ceil((times[0]! + WINDOW_MS - now) / 1000)));
      if (waitSeconds === 0) for (const { times } of asked) times.push(now);
      const tightest = asked.toSorted((a, b) => a.most - a.times.length - (b.most - b.times.length))[0]!;
      const left = String(Math.max(0, tightest.most - tightest.times.length));
      return {
        waitSeconds,
        headers: {
          'x-rate-limit': String(tightest.most),
          'x-rate-limit-remaining': left,
          ...(waitSeconds > 0 && { 'retry-after': String(waitSeconds) }),
        },
      };
    },
  };
}

export interface Tokens {
  /** Whoever presents this header may ask. */
  isGood(authorization: string | undefined, now: number): boolean;
  /** What POST /oauth/tokens answers; undefined where the refresh token is none. */
  renew(
    body: unknown,
    now: number,
  ): { readonly access_token: string; readonly refresh_token: string; readonly expires_in: number } | undefined;
}

export const API_TOKEN = 'fake-api-token';
export const EMAIL = 'admin@example.com';
export const OAUTH = {
  clientId: 'watchdesk',
  clientSecret: 'fake-client-secret',
  accessToken: 'fake-access-0',
  refreshToken: 'fake-refresh-0',
} as const;

export function createTokens(lifetimeMs: number, startedAt: number): Tokens {
  const basic = `Basic ${Buffer.from(`${EMAIL}/token:${API_TOKEN}`).toString('base64')}`;
  let present = { access: OAUTH.accessToken as string, refresh: OAUTH.refreshToken as string, until: startedAt + lifetimeMs };
  let made = 0;
  return {
    isGood: (authorization, now) => authorization === basic || (authorization === `Bearer ${present.access}` && now < present.until),
    renew(body, now) {
      const { grant_type, refresh_token, client_id, client_secret } = (body ?? {}) as Record<string, unknown>;
      if (
        grant_type !== 'refresh_token' ||
        refresh_token !== present.refresh ||
        client_id !== OAUTH.clientId ||
        client_secret !== OAUTH.clientSecret
      )
        return undefined;
      made += 1;
      present = { access: `fake-access-${made}`, refresh: `fake-refresh-${made}`, until: now + lifetimeMs };
      return { access_token: present.access, refresh_token: present.refresh, expires_in: Math.floor(lifetimeMs / 1000) };
    },
  };
}
