/** Nothing of ours is reached by an address that somebody typed, however it is written and wherever its name leads the next moment. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createOutgoing } from './index.ts';
import type { Resolved } from './permitted.ts';

const asked: string[] = [];
let behave: RequestListener = (_request, response) => void response.end('here');
const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.headers.host}${request.url}`);
  behave(request, response);
});
let connections = 0;
server.on('connection', () => (connections += 1));
let port: number;
const open: { close(): Promise<void> }[] = [];
const outgoing = (networks: string[] = [], resolve?: (name: string) => Promise<Resolved[]>) => {
  const made = createOutgoing({ networks, ...(resolve && { resolve }) });
  open.push(made);
  return made;
};
const leadsTo =
  (...addresses: string[]) =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
beforeEach(() => {
  asked.length = 0;
  connections = 0;
  behave = (_request, response) => void response.end('here');
});
afterAll(async () => {
  await Promise.all(open.map((one) => one.close()));
  server.closeAllConnections();
  server.close();
});

type Octets = readonly [number, number, number, number];
const numberOf = ([a, b, c, d]: Octets) => ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
const hex = (value: number, digits = 1) => value.toString(16).padStart(digits, '0');

/** The ways to write one IPv4 address that browsers and resolvers have ever understood. */
const FORMS: Record<string, (octets: Octets) => string> = {
  dotted: (o) => o.join('.'),
  decimal: (o) => String(numberOf(o)),
  hexadecimal: (o) => `0x${hex(numberOf(o))}`,
  octal: (o) => `0${numberOf(o).toString(8)}`,
  'dotted hexadecimal': (o) => o.map((part) => `0x${hex(part)}`).join('.'),
  'dotted octal': (o) => o.map((part) => `0${part.toString(8)}`).join('.'),
  'two parts': ([a, ...rest]) => `${a}.${numberOf([0, ...rest] as never)}`,
  'three parts': ([a, b, c, d]) => `${a}.${b}.${(c << 8) | d}`,
  'a point behind': (o) => `${o.join('.')}.`,
  escaped: (o) => Array.from(o.join('.'), (one) => `%${hex(one.charCodeAt(0), 2)}`).join(''),
  'wide digits': (o) => o.join('.').replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  'another point': (o) => o.join('。'),
  mapped: (o) => `[::ffff:${o.join('.')}]`,
  'mapped hexadecimal': ([a, b, c, d]) => `[::FFFF:${hex((a << 8) | b)}:${hex((c << 8) | d)}]`,
};
/** In IPv6, where a gateway or an old stack would turn it into that IPv4 address; none of them is called, whatever it holds. */
const CLOTHES: Record<string, (octets: Octets) => string> = {
  compatible: (o) => `[::${o.join('.')}]`,
  NAT64: (o) => `[64:ff9b::${o.join('.')}]`,
  'local NAT64': (o) => `[64:ff9b:1::${o.join('.')}]`,
  translated: (o) => `[::ffff:0:${o.join('.')}]`,
  '6to4': ([a, b, c, d]) => `[2002:${hex((a << 8) | b)}:${hex((c << 8) | d)}::1]`,
  Teredo: ([a, b, c, d]) => `[2001:0:4136:e378:8000:63bf:${hex(((a << 8) | b) ^ 0xffff)}:${hex(((c << 8) | d) ^ 0xffff)}]`,
};

const octet = fc.integer({ min: 0, max: 255 });
const within = (address: string, bits: number): fc.Arbitrary<Octets> =>
  fc.tuple(octet, octet, octet, octet).map((random) => {
    const fixed = address.split('.').map(Number);
    return random.map((part, index) => {
      const mask = (0xff << Math.max(0, 8 - Math.max(0, bits - index * 8))) & 0xff;
      return (fixed[index]! & mask) | (part & ~mask & 0xff);
    }) as unknown as Octets;
  });
const PRIVATE = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['169.254.169.254', 32],
  ['100.100.100.200', 32],
  ['168.63.129.16', 32],
  ['255.255.255.255', 32],
] as const;
const privateAddress = fc.constantFrom(...PRIVATE).chain(([address, bits]) => within(address, bits));
const publicAddress = fc
  .constantFrom(['8.0.0.0', 8] as const, ['93.184.0.0', 16] as const, ['203.1.0.0', 16] as const)
  .chain(([address, bits]) => within(address, bits));

describe('an address', () => {
  const { fault } = outgoing();

  test('of a private network is refused in every form', () =>
    fc.assert(
      fc.asyncProperty(privateAddress, fc.constantFrom(...Object.values(FORMS), ...Object.values(CLOTHES)), async (octets, form) => {
        expect(await fault(`http://${form(octets)}/`)).toMatch(/^must /);
      }),
      { numRuns: 1_000 },
    ));

  test('of the public internet is not, in any form that a URL has', () =>
    fc.assert(
      fc.asyncProperty(publicAddress, fc.constantFrom(...Object.values(FORMS)), async (octets, form) => {
        expect(await fault(`https://${form(octets)}/`)).toBeNull();
      }),
      { numRuns: 500 },
    ));

  test('of IPv6 is refused outside what is given out, with or without zeros', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 }),
        fc.boolean(),
        async (groups, long) => {
          const first = groups[0]! & 0x1fff;
          const outside = [[0x0000, 0x4000, 0x8000, 0xc000, 0xe000][groups[7]! % 5]! | first, ...groups.slice(1)];
          const written = outside.map((group) => hex(group, long ? 4 : 1)).join(':');
          expect(await fault(`http://[${written}]/`)).toMatch(/^must /);
        },
      ),
      { numRuns: 500 },
    ));

  test.each([
    '[::1]',
    '[::]',
    '[fe80::1]',
    '[fc00::1]',
    '[fd00:ec2::254]',
    '[ff02::1]',
    '[fec0::1]',
    '[2001:db8::1]',
    '[100::1]',
    '[0:0:0:0:0:0:0:1]',
  ])('%s is refused', async (host) => expect(await fault(`http://${host}/`)).toMatch(/^must /));

  test.each(['[2606:4700::1111]', '[2a00:1450:4001:80b::200e]', '1.1.1.1'])('%s is not', async (host) => {
    expect(await fault(`https://${host}/`)).toBeNull();
  });

  test.each([
    'ftp://1.1.1.1/',
    'file:///etc/passwd',
    'gopher://1.1.1.1/',
    'unix:/run/x',
    'javascript:1',
    '//1.1.1.1/',
    '1.1.1.1',
    '',
    'http://',
    'https://user:pass@1.1.1.1/',
    'https://user@1.1.1.1/',
    'https://1.1.1.1:22/',
    'https://1.1.1.1:6379/',
    `https://1.1.1.1/${'x'.repeat(3000)}`,
  ])('%.60s is refused', async (url) => expect(await fault(url)).toMatch(/^must /));
});

describe('a name', () => {
  test.each([
    [['127.0.0.1']],
    [['1.1.1.1', '10.0.0.1']],
    [['2606:4700::1111', '::ffff:169.254.169.254']],
    [['fe80::1%eth0']],
    [['nonsense']],
    [[]],
  ])('that leads to %j is refused, and nobody is called', async (addresses) => {
    const answer = await outgoing([], leadsTo(...addresses)).call(`http://desk.example:${port}/`);
    expect(answer).toMatchObject({ ok: false, reason: 'refused' });
    expect(connections).toBe(0);
    // At a port of the web, where the address alone decides.
    expect(await outgoing([], leadsTo(...addresses)).fault('https://desk.example/')).toMatch(/^must /);
  });

  test('that this machine resolves to itself is refused', async () => {
    expect(await outgoing().call(`http://localhost:${port}/`)).toMatchObject({ ok: false, reason: 'refused' });
    expect(connections).toBe(0);
  });

  test('is resolved once for a connection, which goes where that led', async () => {
    let times = 0;
    const rebinding = async () => {
      times += 1;
      return [{ address: times === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }];
    };
    const answer = await outgoing(['127.0.0.1/32'], rebinding).call(`http://desk.example:${port}/hook`);
    expect(answer).toMatchObject({ ok: true, status: 200 });
    expect([times, asked]).toEqual([1, [`GET desk.example:${port}/hook`]]);
  });

  test('that turns on us after it was looked at is looked at again for the next connection', async () => {
    let address = '127.0.0.1';
    const here = outgoing(['127.0.0.1/32'], async () => [{ address, family: 4 }]);
    behave = (_request, response) => void response.setHeader('connection', 'close').end();
    expect(await here.call(`http://desk.example:${port}/`)).toMatchObject({ ok: true });
    address = '127.0.0.9';
    expect(await here.call(`http://desk.example:${port}/`)).toMatchObject({ ok: false, reason: 'refused' });
  });
});

describe('a call', () => {
  const here = outgoing(['127.0.0.0/8']);
  const url = () => `http://127.0.0.1:${port}/x`;

  test('to a network that is allowed goes through, with what it carries', async () => {
    behave = (request, response) => void request.pipe(response.setHeader('x-seen', String(request.headers['x-signature'])));
    const answer = await here.call(url(), { method: 'POST', body: '{"a":1}', headers: { 'x-signature': 's' } });
    expect(answer).toMatchObject({ ok: true, status: 200, headers: { 'x-seen': 's' }, body: Buffer.from('{"a":1}') });
  });

  test.each([301, 302, 303, 307, 308])('that is redirected (%i) goes no further', async (status) => {
    behave = (_request, response) => void response.writeHead(status, { location: `http://127.0.0.1:${port}/secret` }).end();
    expect(await here.call(url())).toMatchObject({ ok: false, reason: 'redirected' });
    expect(asked).toHaveLength(1);
  });

  test('that is never answered, or drop by drop, ends', async () => {
    behave = () => {};
    expect(await here.call(url(), { timeoutMs: 200 })).toMatchObject({ ok: false, reason: 'too_slow' });
    behave = (_request, response) => {
      const dripping = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(dripping));
    };
    expect(await here.call(url(), { timeoutMs: 300 })).toMatchObject({ ok: false, reason: 'too_slow' });
  });

  test('that is answered with too much, said beforehand or not, ends', async () => {
    behave = (_request, response) => {
      const pouring = setInterval(() => response.write('x'.repeat(10_000)), 1);
      response.on('close', () => clearInterval(pouring));
    };
    expect(await here.call(url(), { mostBytes: 50_000 })).toMatchObject({ ok: false, reason: 'too_large' });
    behave = (_request, response) => void response.end('x'.repeat(50_001));
    expect(await here.call(url(), { mostBytes: 50_000 })).toMatchObject({ ok: false, reason: 'too_large' });
  });

  test('to where nobody listens says so', async () => {
    expect(await here.call('http://127.0.0.1:9/')).toMatchObject({ ok: false, reason: 'unreachable', detail: 'ECONNREFUSED' });
  });

  test('that is refused does not tell where the name led', async () => {
    const answer = await outgoing([], leadsTo('10.1.2.3')).call('http://intranet.example/');
    expect(JSON.stringify(answer)).not.toContain('10.1.2.3');
  });
});
