/** A help desk of our own making, as small as can be, over real HTTP: what happens there is a numbered list of events. And its connector. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handbookPolicy } from '@watchdesk/domain/sla';
import { z } from 'zod';
import { type Connector, type MappedEvent, NO_WORDS } from '../src/connectors/connector.ts';

export interface Happened {
  readonly number: number;
  readonly ticket: number;
  readonly at: string;
  readonly by: number;
  readonly what: 'created' | 'status' | 'message' | 'nonsense';
  readonly value: string;
}

export interface SmallDesk {
  readonly address: string;
  readonly happened: Happened[];
  readonly calls: { method: string; path: string; authorization: string | undefined }[];
  readonly tokens: Set<string>;
  pageSize: number;
  /** Answers in the desk's place where it gives true. */
  before: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  tell(ticket: number, what: Happened['what'], value: string, at: number): Happened;
  close(): Promise<void>;
}

export async function smallDesk(): Promise<SmallDesk> {
  const happened: Happened[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url!, 'http://desk');
    const { authorization } = request.headers;
    desk.calls.push({ method: request.method!, path: url.pathname + url.search, authorization });
    if (desk.before?.(request, response)) return;
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const token = /^Bearer (.*)$/.exec(authorization ?? '')?.[1] ?? '';
    if (url.pathname === '/token') return void answer(200, { token: [...desk.tokens].at(-1) });
    if (!desk.tokens.has(token)) return void answer(401, { error: 'who are you' });
    if (url.pathname === '/me') return void answer(200, { id: 1 });
    const user = /^\/users\/(\d+)$/.exec(url.pathname)?.[1];
    if (user) return void answer(200, { id: Number(user), role: Number(user) < 100 ? 'agent' : 'customer' });
    const ticket = /^\/tickets\/(\d+)$/.exec(url.pathname)?.[1];
    if (ticket) {
      const own = happened.filter((one) => one.ticket === Number(ticket));
      return void (own.length === 0 ? answer(404, {}) : answer(200, { events: own }));
    }
    const after = Number(url.searchParams.get('after'));
    const events = happened.filter(({ number }) => number > after).slice(0, desk.pageSize);
    answer(200, { events, last: events.at(-1)?.number ?? after, more: (happened.at(-1)?.number ?? 0) > (events.at(-1)?.number ?? after) });
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const desk: SmallDesk = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    happened,
    calls: [],
    tokens: new Set(['let-me-in']),
    pageSize: 10,
    before: undefined,
    tell(ticket, what, value, at) {
      const one = { number: happened.length + 1, ticket, at: new Date(at).toISOString(), by: what === 'status' ? 7 : 107, what, value };
      happened.push(one);
      return one;
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
  return desk;
}

const credentials = z.strictObject({ token: z.string().min(1) });
const options = z.strictObject({ address: z.url(), perMinute: z.int().default(60_000) });
const page = z.object({ events: z.array(z.unknown()), last: z.number(), more: z.boolean() });
const item = z.object({ number: z.number(), ticket: z.number(), at: z.string(), by: z.number(), what: z.string(), value: z.string() });

export const smallConnector: Connector<z.infer<typeof credentials>, z.infer<typeof options>> = {
  system: 'small',
  label: 'Small desk',
  credentials,
  options,
  streams: ['events'],
  firstMaps: { ...NO_WORDS, status: { open: 'open', solved: 'resolved' } },
  reach: ({ token }, { address, perMinute }) => ({
    base: address,
    headers: { authorization: `Bearer ${token}` },
    limits: [{ name: 'all', matches: /./, perMinute }],
  }),
  async renew(call, { token }) {
    if (!token.startsWith('short-')) return null;
    const { body } = await call.get('/token');
    return { token: (body as { token: string }).token };
  },
  async check(call) {
    await call.get('/me');
  },
  async pull(call, _stream, cursor) {
    const { body } = await call.get('/events', { after: Number(cursor ?? 0) });
    const { events, last, more } = page.parse(body);
    const end = events.at(-1) as { at?: string } | undefined;
    return { items: events, cursor: last, done: !more, ...(end?.at && { upTo: end.at }) };
  },
  earlier: (_stream, cursor) => Math.max(0, Number(cursor) - 3),
  async pullTicket(call, ticket) {
    const { status, body } = await call.get(`/tickets/${ticket}`);
    return status === 200 ? [{ stream: 'events', items: (body as { events: unknown[] }).events }] : [];
  },
  needs: (_stream, items) =>
    items.flatMap((one) => (typeof (one as { by?: unknown }).by === 'number' ? [`user/${(one as { by: number }).by}`] : [])),
  async lookUp(call, keys) {
    const found = await Promise.all(
      keys.map(async (key) => [key, ((await call.get(`/users/${key.slice(5)}`)).body as { role: string }).role] as const),
    );
    return Object.fromEntries(found);
  },
  map(_stream, items, { source, maps, known }) {
    const events: MappedEvent[] = [];
    const warnings: { what: string; value: string }[] = [];
    const dead: { item: unknown; field: string; reason: string }[] = [];
    for (const one of items) {
      const read = item.safeParse(one);
      if (!read.success || read.data.what === 'nonsense') {
        dead.push({
          item: one,
          field: read.success ? 'what' : String(read.error.issues[0]!.path[0]),
          reason: 'must be something that happens',
        });
        continue;
      }
      const { number, ticket, at, by, what, value } = read.data;
      const isAgent = known[`user/${by}`] === 'agent';
      const common = {
        id: `event:${number}`,
        at,
        seq: number,
        ticket: `${source}:${ticket}`,
        actor: { kind: isAgent ? 'agent' : 'customer', id: String(by) },
      } as const;
      if (what === 'created') events.push({ ...common, type: 'ticket.created', data: { subject: value, requester: String(by) } });
      if (what === 'message')
        events.push({ ...common, type: 'ticket.message', data: { messageId: String(number), visibility: 'public', text: value } });
      if (what === 'status') {
        const to = maps.status[value];
        if (!to) warnings.push({ what: 'status', value });
        events.push({ ...common, type: 'status.changed', data: { to: to ?? 'open', rawTo: value } });
      }
    }
    return { events, warnings, dead };
  },
  async rules(call) {
    await call.get('/me');
    return {
      calendars: [{ key: 'theirs', name: 'Always open', spec: { zone: 'Etc/UTC', always: true } }],
      policies: [{ ...handbookPolicy({ business: 'theirs', always: 'theirs' }), name: 'Their promise' }],
      notes: [{ about: 'Their promise', kind: 'otherwise', what: 'It is a small desk.' }],
    };
  },
  webhook: {
    verify({ headers, body, receivedAt }, secrets) {
      const { 'x-desk-signature': signature, 'x-desk-timestamp': timestamp } = headers;
      if (!signature || !timestamp) return { ok: false, reason: 'missing' };
      const fits = secrets.some((secret) => isSame(signature, signed(secret, timestamp, body)));
      if (!fits) return { ok: false, reason: 'wrong' };
      return Math.abs(receivedAt - Number(timestamp)) > 300_000 ? { ok: false, reason: 'stale' } : { ok: true, marks: [signature] };
    },
    read: ({ body }) => ({ hints: [String(z.object({ ticket: z.number() }).parse(JSON.parse(body.toString())).ticket)] }),
  },
};

export const signed = (secret: string, timestamp: string, body: Buffer | string): string =>
  createHmac('sha256', secret).update(timestamp).update('.').update(body).digest('hex');

const isSame = (one: string, other: string) => one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
