/**
 * The schemes of the help desks, each with its document. What they have in common is the HMAC; what they differ in is what exactly is
 * signed, and most faults of public code lie there: a separator that is or is not, a timestamp left out, JSON written anew before it is hashed.
 */
import { hash } from 'node:crypto';
import { type Algorithm, type Encoding, hmac, type Scheme } from './scheme.ts';

const ISO_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const isoToMs = (text: string) => (ISO_INSTANT.test(text) ? Date.parse(text) : Number.NaN);
const secondsToMs = (text: string) => (/^\d{1,12}$/.test(text) ? Number(text) * 1000 : Number.NaN);
const millisecondsToMs = (text: string) => (/^\d{1,15}$/.test(text) ? Number(text) : Number.NaN);

/** Timestamp and body without anything between them; the body may be empty (developer.zendesk.com, Verifying webhook authenticity). */
const zendesk: Scheme = {
  header: 'x-zendesk-webhook-signature',
  timestamp: { header: 'x-zendesk-webhook-signature-timestamp', toMs: isoToMs },
  delivery: 'x-zendesk-webhook-invocation-id',
  sign: (secret, { body }, timestamp) => hmac('sha256', 'base64', secret, timestamp, body),
};

/** The secret is that of the app, and SHA-1 is theirs to choose; nothing else is signed, so the age is not known. */
const intercom = ofBody('x-hub-signature', 'sha1', 'sha1=');

/** A trigger's webhook is signed where its settings have a token (admin-docs.zammad.org, Webhook). */
const zammad: Scheme = { ...ofBody('x-hub-signature', 'sha1', 'sha1='), delivery: 'x-zammad-delivery' };

/** Webhooks that an administrator registered with a secret; those of apps come with a JWT and are not these. */
const jira: Scheme = { ...ofBody('x-hub-signature', 'sha256', 'sha256='), delivery: 'x-atlassian-webhook-identifier' };

const github: Scheme = { ...ofBody('x-hub-signature-256', 'sha256', 'sha256='), delivery: 'x-github-delivery' };

/** From the releases on that sign; the timestamp is in seconds and a full stop follows it. */
const chatwoot: Scheme = {
  header: 'x-chatwoot-signature',
  prefix: 'sha256=',
  timestamp: { header: 'x-chatwoot-timestamp', toMs: secondsToMs },
  delivery: 'x-chatwoot-delivery',
  sign: (secret, { body }, timestamp) => hmac('sha256', 'hex', secret, timestamp, '.', body),
};

/** A plain digest with the secret in front, without age: for apps that cannot have the third version. */
const hubspotV1: Scheme = {
  header: 'x-hubspot-signature',
  sign: (secret, { body }) => hash('sha256', Buffer.concat([Buffer.from(secret), body]), 'hex'),
};

/** Method, address as HubSpot knows it, body, timestamp in milliseconds. */
const hubspotV3: Scheme = {
  header: 'x-hubspot-signature-v3',
  timestamp: { header: 'x-hubspot-request-timestamp', toMs: millisecondsToMs },
  sign: (secret, { method, url, body }, timestamp) => hmac('sha256', 'base64', secret, method, hubspotAddress(url), body, timestamp),
};

/** These escapes, and no others, are decoded before the address is signed (developers.hubspot.com, Validating requests). */
const HUBSPOT_ESCAPES = /%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi;
const hubspotAddress = (url: string) => url.replace(HUBSPOT_ESCAPES, decodeURIComponent);

/** The id is signed too, and several signatures may be given (standardwebhooks.com, specification 1.0). */
const standardWebhooks: Scheme = {
  header: 'webhook-signature',
  separator: ' ',
  prefix: 'v1,',
  timestamp: { header: 'webhook-timestamp', toMs: secondsToMs },
  delivery: 'webhook-id',
  needs: ['webhook-id'],
  sign(secret, { headers, body }, timestamp) {
    const key = standardKey(secret);
    return key && hmac('sha256', 'base64', key, headers['webhook-id']!, '.', timestamp, '.', body);
  },
};

/** The bytes behind `whsec_`; null where they are no base64 or no key of the 24 to 64 bytes that the standard asks for. */
function standardKey(secret: string): Buffer | null {
  const text = secret.replace(/^whsec_/, '');
  const key = Buffer.from(text, 'base64');
  return key.toString('base64') === text && key.length >= 24 && key.length <= 64 ? key : null;
}

/** What Slack sends for buttons and commands (docs.slack.dev, Verifying requests). */
const slack: Scheme = {
  header: 'x-slack-signature',
  prefix: 'v0=',
  timestamp: { header: 'x-slack-request-timestamp', toMs: secondsToMs },
  sign: (secret, { body }, timestamp) => hmac('sha256', 'hex', secret, 'v0:', timestamp, ':', body),
};

export const SCHEMES = {
  zendesk,
  intercom,
  zammad,
  jira,
  github,
  chatwoot,
  'hubspot-v1': hubspotV1,
  'hubspot-v3': hubspotV3,
  'standard-webhooks': standardWebhooks,
  slack,
} as const satisfies Record<string, Scheme>;

/** Of any system that signs the body with an HMAC, in a header and a form of its own. */
export function bodyHmac(of: { header: string; algorithm: Algorithm; encoding: Encoding; prefix?: string | undefined }): Scheme {
  const { header, algorithm, encoding, prefix = '' } = of;
  return { header: header.toLowerCase(), prefix, sign: (secret, { body }) => hmac(algorithm, encoding, secret, body) };
}

/**
 * Of a system that cannot sign: a header that holds the secret itself, so that whoever sees one request can make others. `prefix` is what
 * stands before it, such as `Bearer `.
 */
export function sharedSecret({ header, prefix = '' }: { header: string; prefix?: string | undefined }): Scheme {
  return { header: header.toLowerCase(), prefix, isSecret: true, sign: (secret) => secret };
}

function ofBody(header: string, algorithm: Algorithm, prefix: string): Scheme {
  return bodyHmac({ header, algorithm, encoding: 'hex', prefix });
}
