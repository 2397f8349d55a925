/** A connection to the small desk, and what tests ask of it: through the API, with the runtime's turns taken when a test says so. */
import { expect } from 'vitest';
import { NOW, startApi, type TestApi } from './api.ts';
import { smallConnector, type SmallDesk, smallDesk } from './small-desk.ts';

interface Shown {
  readonly state: string;
  readonly failure: { message: string; kind: string; times: number } | null;
  readonly backFill: { isDone: boolean; items: number; events: number; estimatedEndAt: string | null };
  readonly streams: { pages: number; fraction: number | null }[];
  readonly lagSeconds: number | null;
  readonly deadLetters: number;
  readonly waiting: number;
  readonly isMappingAgain: boolean;
}

interface LoggedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: Record<string, unknown>;
  readonly actor_kind: string;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Connected {
  readonly api: TestApi;
  readonly desk: SmallDesk;
  /** Of the present connection. */
  readonly id: string;
  readonly source: string;
  /** A desk with nothing in it, no connection, and the first instant again. */
  reset(): Promise<void>;
  json<T>(method: Method, path: string, payload?: object, status?: number): Promise<T>;
  connect(token?: string, more?: object): Promise<void>;
  health(): Promise<Shown>;
  /** The turns that are due so much later. */
  round(ms?: number): Promise<void>;
  logged(): Promise<LoggedEvent[]>;
  ticket(number: number): Promise<{ ticket: { status: string; rawStatus: string | null } }>;
  /** So many tickets, each created, spoken of and solved. */
  fill(tickets: number): void;
  close(): Promise<void>;
}

export async function connected(): Promise<Connected> {
  const api = await startApi(undefined, {}, undefined, [smallConnector]);
  const desk = await smallDesk();
  let [id, number] = ['', 0];
  const one: Connected = {
    api,
    desk,
    get id() {
      return id;
    },
    get source() {
      return `small${number}`;
    },
    async reset() {
      await api.postgres.pool.query('delete from system_connection');
      desk.happened.length = 0;
      desk.calls.length = 0;
      desk.before = undefined;
      desk.pageSize = 10;
      desk.tokens.clear();
      desk.tokens.add('let-me-in');
      api.clock.set(NOW);
      number += 1;
    },
    async json<T>(method: Method, path: string, payload?: object, status?: number) {
      const answer = await api.ask({ method, url: `/api/v1${path}`, ...(payload && { payload }) });
      if (status !== undefined) expect([answer.statusCode, answer.body]).toEqual([status, answer.body]);
      return (answer.body === '' ? null : answer.json()) as T;
    },
    async connect(token = 'let-me-in', more = {}) {
      const options = { address: desk.address };
      const body = { system: 'small', name: `Desk ${number}`, source: one.source, credentials: { token }, options, ...more };
      id = (await one.json<{ id: string }>('POST', '/connections', body, 201)).id;
    },
    health: async () => (await one.json<{ health: Shown }>('GET', `/connections/${id}`, undefined, 200)).health,
    async round(ms = 120_000) {
      api.clock.set(api.clock.now() + ms);
      await api.runtime.drain();
    },
    async logged() {
      const { rows } = await api.postgres.pool.query<LoggedEvent>(
        `select id, type, data, actor_kind from event_log where workspace_id = 'a' and source = $1 order by at, seq`,
        [one.source],
      );
      return rows;
    },
    ticket: (n) => one.json('GET', `/tickets/${one.source}:${n}`),
    fill(tickets) {
      for (let n = 1; n <= tickets; n += 1) {
        desk.tell(n, 'created', `Ticket ${n}`, NOW - 900_000 + n * 1000);
        desk.tell(n, 'message', `Hello ${n}`, NOW - 800_000 + n * 1000);
        desk.tell(n, 'status', 'solved', NOW - 700_000 + n * 1000);
      }
    },
    async close() {
      await api.close();
      await desk.close();
    },
  };
  return one;
}
