import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RawRequest } from '../connector.ts';
import { bodyHmac, type Scheme, SCHEMES, sharedSecret, verify } from './index.ts';

interface Vector {
  readonly system: string;
  readonly secret: string;
  readonly body: string;
  readonly header: string;
  readonly value: string;
  readonly id?: string;
  readonly method?: string;
  readonly uri?: string;
  readonly timestamp?: string;
  readonly timestamp_header?: string;
}
const VECTORS = JSON.parse(readFileSync(new URL('signature-vectors.json', import.meta.url), 'utf8')) as readonly Vector[];

const NAMES: Readonly<Record<string, keyof typeof SCHEMES>> = { 'zendesk-empty-body': 'zendesk', 'slack-request': 'slack' };
const schemeOf = ({ system }: Vector): Scheme => SCHEMES[NAMES[system] ?? (system as keyof typeof SCHEMES)];
const toMs = (text: string) => (/^\d+$/.test(text) ? Number(text) * (text.length > 11 ? 1 : 1000) : Date.parse(text));

/** The request of a vector, a second after it was signed. */
function requestOf(vector: Vector): RawRequest {
  const { system, body, header, value, timestamp, id } = vector;
  const scheme = schemeOf(vector);
  const headers: Record<string, string> = { [header.toLowerCase()]: value };
  if (timestamp) headers[(vector.timestamp_header ?? 'webhook-timestamp').toLowerCase()] = timestamp;
  if (id) headers['webhook-id'] = id;
  else if (scheme.delivery) headers[scheme.delivery] = `delivery of ${system}`;
  return {
    method: vector.method ?? 'POST',
    url: vector.uri ?? 'https://hooks.example.com/in',
    headers,
    body: Buffer.from(body),
    receivedAt: (timestamp ? toMs(timestamp) : 1_780_927_200_000) + 1000,
  };
}
const withHeader = (request: RawRequest, name: string, value: string): RawRequest => ({
  ...request,
  headers: { ...request.headers, [name]: value },
});
const flipped = (text: string) => text.slice(0, -3) + (text.at(-3) === '0' ? '1' : '0') + text.slice(-2);

describe.each(VECTORS.map((vector) => [vector.system, vector] as const))('%s', (_, vector) => {
  const scheme = schemeOf(vector);
  const request = requestOf(vector);
  const reason = (changed: RawRequest, secrets: readonly string[] = [vector.secret]) => {
    const answer = verify(scheme, changed, secrets);
    return answer.ok ? 'ok' : answer.reason;
  };

  test('its vector verifies, alone and while the secret is being replaced', () => {
    const delivery = vector.id ?? (scheme.delivery && `delivery of ${vector.system}`);
    const marks = expect.arrayContaining(delivery ? [`delivery:${delivery}`] : []) as string[];
    expect(verify(scheme, request, [vector.secret])).toEqual({ ok: true, marks });
    expect(reason(request, ['another secret', vector.secret])).toBe('ok');
  });

  test('wrong ones are refused: another secret, another signature, another body, none', () => {
    expect(reason(request, ['another secret'])).toBe('wrong');
    expect(reason(request, [])).toBe('wrong');
    expect(reason(request, [''])).toBe('wrong');
    expect(reason(withHeader(request, scheme.header, flipped(vector.value)))).toBe('wrong');
    expect(reason({ ...request, body: Buffer.from(`${vector.body} `) })).toBe('wrong');
    expect(reason(withHeader(request, scheme.header, ''))).toBe('missing');
    expect(reason({ ...request, headers: {} })).toBe('missing');
  });

  test('a signature that was cut or added to is refused at every length', () => {
    for (let length = 1; length < vector.value.length; length++)
      expect(reason(withHeader(request, scheme.header, vector.value.slice(0, length)))).toBe('wrong');
    for (const more of ['=', '0', '\n', ', ']) expect(reason(withHeader(request, scheme.header, vector.value + more))).toBe('wrong');
  });

  test('a body that was cut is refused at every length', () => {
    for (let length = 0; length < request.body.length; length += 7)
      expect(reason({ ...request, body: request.body.subarray(0, length) })).toBe('wrong');
  });

  test('a replay is known by a mark that its other headers cannot change', () => {
    const [first, again] = [request, scheme.delivery && !vector.id ? withHeader(request, scheme.delivery, 'another') : request].map((one) =>
      verify(scheme, one, [vector.secret]),
    );
    const marks = new Set(first!.ok ? first!.marks : []);
    expect(again!.ok && again!.marks.some((mark) => marks.has(mark))).toBe(true);
  });

  if (scheme.timestamp === undefined) return;

  test('it is stale after five minutes, and before its time', () => {
    const signedAt = toMs(vector.timestamp!);
    for (const [seconds, expected] of [
      [300, 'ok'],
      [301, 'stale'],
      [-300, 'ok'],
      [-301, 'stale'],
    ] as const)
      expect(reason({ ...request, receivedAt: signedAt + seconds * 1000 })).toBe(expected);
    expect(verify(scheme, { ...request, receivedAt: signedAt + 11_000 }, [vector.secret], 10)).toEqual({ ok: false, reason: 'stale' });
  });

  test('its timestamp is signed', () => {
    const later = vector.timestamp!.replace('00:00Z', '00:01Z').replace(/^(\d+)\d$/, '$19');
    expect(reason(withHeader(request, scheme.timestamp!.header, later))).toBe('wrong');
  });
});

test('a time that is none is stale, however well it is signed', () => {
  const scheme = SCHEMES.chatwoot;
  const request = { method: 'POST', url: 'https://x.test/', body: Buffer.from('{}'), receivedAt: 0, headers: {} };
  for (const timestamp of ['yesterday', '-1', '1e3', '0x1', ' ', '']) {
    const value = `sha256=${scheme.sign('secret', request, timestamp)!}`;
    const signed = { ...request, headers: { 'x-chatwoot-timestamp': timestamp, 'x-chatwoot-signature': value } };
    expect(verify(scheme, signed, ['secret'])).toEqual({ ok: false, reason: 'stale' });
  }
});

test('HubSpot decodes these escapes of the address, and no others', () => {
  const scheme = SCHEMES['hubspot-v3'];
  const request = (url: string): RawRequest => ({ method: 'POST', url, headers: {}, body: Buffer.from('[]'), receivedAt: 0 });
  const sign = (url: string) => scheme.sign('s', request(url), '1');
  expect(sign('https://a.test/in?to=a%40b%2Fc%3a%2C%3B&d=%21%24%27%28%29%2A%3F')).toBe(sign("https://a.test/in?to=a@b/c:,;&d=!$'()*?"));
  expect(sign('https://a.test/in?q=%20%26%25')).not.toBe(sign('https://a.test/in?q= &%'));
});

test('a Standard Webhooks secret must be one', () => {
  const vector = VECTORS.find(({ system }) => system === 'standard-webhooks')!;
  for (const secret of ['whsec_', 'whsec_short', 'whsec_!!!', 'plain text'])
    expect(verify(SCHEMES['standard-webhooks'], requestOf(vector), [secret])).toEqual({ ok: false, reason: 'wrong' });
  // Several signatures, one of a kind that is not known here.
  const several = withHeader(requestOf(vector), 'webhook-signature', `v1a,AAAA v1,${'A'.repeat(43)}= ${vector.value}`);
  expect(verify(SCHEMES['standard-webhooks'], several, [vector.secret]).ok).toBe(true);
});

describe('of any system', () => {
  const secret = fc.string({ minLength: 1 });
  const body = fc.uint8Array().map((bytes) => Buffer.from(bytes));
  const requestWith = (header: string, value: string, bytes: Buffer): RawRequest => ({
    method: 'POST',
    url: 'https://x.test/',
    headers: { [header]: value },
    body: bytes,
    receivedAt: 0,
  });

  test('an HMAC of the body in a header of their own verifies for its own secret and bytes alone', () => {
    const form = fc.record({
      header: fc.constant('X-My-Signature'),
      algorithm: fc.constantFrom('sha1' as const, 'sha256' as const, 'sha512' as const),
      encoding: fc.constantFrom('hex' as const, 'base64' as const),
      prefix: fc.constantFrom(undefined, 'sha256=', 'v1,'),
    });
    fc.assert(
      fc.property(form, secret, secret, body, body, (of, mine, other, bytes, others) => {
        const scheme = bodyHmac(of);
        const request = requestWith('x-my-signature', (of.prefix ?? '') + scheme.sign(mine, requestWith('', '', bytes), '')!, bytes);
        expect(verify(scheme, request, [mine]).ok).toBe(true);
        // HMAC fills a key with NUL up to its block, so such two secrets are one.
        if (mine.replace(/\0+$/, '') !== other.replace(/\0+$/, '')) expect(verify(scheme, request, [other]).ok).toBe(false);
        if (!bytes.equals(others)) expect(verify(scheme, { ...request, body: others }, [mine]).ok).toBe(false);
      }),
    );
  });

  test('a header that holds the secret', () => {
    const scheme = sharedSecret({ header: 'Authorization', prefix: 'Bearer ' });
    const request = (value: string) => requestWith('authorization', value, Buffer.from('{}'));
    // Whoever sees it can make others anyway, and the same body may be a change: open, pending, open.
    expect(verify(scheme, request('Bearer open sesame'), ['open sesame'])).toEqual({ ok: true, marks: [] });
    for (const value of ['open sesame', 'Bearer open', 'Bearer ', 'Bearer open sesame '])
      expect(verify(scheme, request(value), ['open sesame', '']).ok).toBe(false);
  });
});
