/** Zendesk: how it is reached, what is read of it, and what its answers mean. */
import { z } from 'zod';
import type { Calls, Connector } from '../connector.ts';
import { check, type Cursor, lookUp, pull, pullTicket, readRules, STREAM_NAMES } from './client.ts';
import { command } from './commands.ts';
import { rulesOffer } from './import-rules.ts';
import { map, needs } from './mapper.ts';
import { webhook } from './webhook.ts';
import { FIRST_MAPS } from './words.ts';

const secret = (what: string) => z.string().trim().min(1, 'must not be empty').max(500).describe(what);

/** An administrator's token, or the tokens of an OAuth client, of which the first runs out. */
const credentials = z.union(
  [
    z
      .strictObject({
        email: z.email('must be an e-mail address').describe('E-mail address of an administrator'),
        apiToken: secret('API token'),
      })
      .meta({ title: 'API token' }),
    z
      .strictObject({
        accessToken: secret('OAuth access token'),
        refreshToken: secret('OAuth refresh token').optional(),
        clientId: secret('OAuth client id').optional(),
        clientSecret: secret('OAuth client secret').optional(),
      })
      .meta({ title: 'OAuth' }),
  ],
  'must be the e-mail address and API token of an administrator, or an OAuth access token',
);
type Credentials = z.output<typeof credentials>;

const ADDRESS = 'must be the address of your Zendesk, such as https://acme.zendesk.com';

const options = z.strictObject({
  address: z
    .url({ protocol: /^https?$/, error: ADDRESS })
    .max(300, ADDRESS)
    .transform((address) => new URL(address).origin)
    .describe('Address of your Zendesk'),
  since: z.iso.date('must be a day such as 2026-03-01').optional().describe('First day to be read; everything without one'),
  requestsPerMinute: z.int().min(1).max(2500).default(200).describe('Most requests a minute, by your plan'),
  exportsPerMinute: z.int().min(1).max(30).default(10).describe('Most requests a minute to the exports, by your plan'),
});
type Options = z.output<typeof options>;

export const zendesk: Connector<Credentials, Options> = {
  system: 'zendesk',
  label: 'Zendesk',
  credentials,
  options,
  streams: STREAM_NAMES,
  firstMaps: FIRST_MAPS,
  reach: (given, { address, requestsPerMinute, exportsPerMinute }) => ({
    base: address,
    headers: { authorization: authorization(given) },
    limits: [
      { name: 'all', matches: /^/, perMinute: requestsPerMinute },
      { name: 'exports', matches: /^\/api\/v2\/incremental\//, perMinute: exportsPerMinute },
    ],
  }),
  renew,
  check: (call) => check(call),
  pull: (call, stream, cursor, { options: { since }, now }) =>
    pull(call, stream, cursor ?? {}, {
      since: since === undefined ? 0 : Date.parse(since) / 1000,
      now: Math.floor(now / 1000),
    }),
  pullTicket: (call, ticket) => pullTicket(call, ticket),
  earlier(_stream, cursor, seconds) {
    const { start, ...rest } = (cursor ?? {}) as Cursor;
    return start === undefined || rest.cursor !== undefined ? cursor : { ...rest, start: Math.max(0, start - seconds) };
  },
  needs,
  lookUp,
  map,
  webhook,
  async rules(call, given) {
    const { policies, schedules } = await readRules(call);
    return rulesOffer(policies, schedules, given);
  },
  command,
};

function authorization(given: Credentials): string {
  if ('accessToken' in given) return `Bearer ${given.accessToken}`;
  return `Basic ${Buffer.from(`${given.email}/token:${given.apiToken}`).toString('base64')}`;
}

const renewed = z.looseObject({ access_token: z.string().min(1), refresh_token: z.string().min(1).nullish() });

/** A refresh token serves once: the one that comes with the new access token takes its place. */
async function renew(call: Calls, given: Credentials): Promise<Credentials | null> {
  if (!('accessToken' in given) || !given.refreshToken || !given.clientId || !given.clientSecret) return null;
  const { refreshToken, clientId, clientSecret } = given;
  const body = { grant_type: 'refresh_token', refresh_token: refreshToken, client_id: clientId, client_secret: clientSecret };
  const answer = await call.send('POST', '/oauth/tokens', body).catch(() => null);
  const read = renewed.safeParse(answer?.body);
  return read.success ? { ...given, accessToken: read.data.access_token, refreshToken: read.data.refresh_token ?? refreshToken } : null;
}
