/** A product whose stream is watched: real engines, a listening server, and a count of what the questions cost. */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { WebSocket } from 'ws';
import { createDirectory } from '../src/directory/index.ts';
import { createLive } from '../src/live/index.ts';
import { createMetrics } from '../src/metrics/index.ts';
import { createOverview } from '../src/overview/index.ts';
import { createLoader, openAnalytics } from '../src/store/analytics/index.ts';
import { openPostgres } from '../src/store/postgres/index.ts';
import { NOW, startApi } from './api.ts';
import { clickhouseDatabase, postgresDatabase } from './databases.ts';

export interface Message {
  type: string;
  name?: string;
  answer?: Record<string, any>;
  problem?: Record<string, any>;
}

const HOUR = 3_600_000;

export async function openWatching() {
  /** How often a question was asked of the catalogue by the stream or over HTTP, and how many runs that cost. */
  const runs = { count: 0 };
  const open = new Set<{ terminate(): void }>();
  let ids = 0;
  const agent = (id: string, team: string, supportTier: string) => ({
    id: `agent ${id} ${(ids += 1)}`,
    at: NOW - 9 * HOUR + ids,
    type: 'agent.upserted',
    data: { agent: id, name: `Name of ${id}`, teams: [team], supportTier },
  });
  const [database, analyticsUrl] = [await postgresDatabase(), await clickhouseDatabase()];
  const postgres = openPostgres(database);
  const analytics = openAnalytics(analyticsUrl);
  await analytics.migrate();
  const counting = {
    ...analytics,
    reader: new Proxy(analytics.reader, {
      get: (target, name) => {
        const own: unknown = Reflect.get(target, name);
        if (name !== 'query') return own;
        return (asked: { query: string }) => {
          if (asked.query.includes('ticket_fact')) runs.count += 1;
          return (own as (asked: object) => unknown).call(target, asked);
        };
      },
    }),
  };
  const clock = { now: () => NOW };
  const metrics = createMetrics({ postgres, analytics: counting, clock });
  const overview = createOverview({ postgres, analytics: counting, clock });
  const directory = createDirectory({ postgres });
  const live = createLive({
    postgres,
    clock,
    renderings: { tickets: async () => [], held: async () => [], agents: directory.presences },
    onFacts: (workspaceId) => [metrics, overview].forEach(({ outdate }) => outdate(workspaceId)),
    heartbeatMs: 100,
    answersMs: 50,
  });
  const api = await startApi(database, { live, metrics, overview }, analyticsUrl);
  await live.start();
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = api.app.server.address() as { port: number };
  const loader = createLoader({ postgres, analytics, clock });
  const agents = ['a-1', 'a-2', 'z-lead'].map((id) => agent(id, 'billing', id === 'z-lead' ? 'L3' : 'L1'));
  await api.door.accept('a', 'api', agents);
  await loader.drain();
  /** A ticket of the last hour, in the facts when it resolves. */
  async function create(workspace: string, data: object = {}) {
    const id = `t${(ids += 1)}`;
    const event = { id, at: NOW - HOUR + ids, ticket: `api:${id}`, actor: { kind: 'customer' }, type: 'ticket.created', data };
    expect(await api.door.accept(workspace, 'api', [event])).toMatchObject([{ outcome: 'accepted' }]);
    await loader.drain();
  }

  const created = { query: { metrics: ['created'], period: { last: '24h' } } };
  const valueOf = ({ answer }: Message): number => answer!['total'].values.created.value as number;

  function listenTo(heard: Message[]) {
    const told = (name: string) => heard.filter((message) => message.name === name);
    const until = async (name: string, is: (message: Message) => boolean = () => true): Promise<Message> => {
      for (const end = Date.now() + 10_000; Date.now() < end; await sleep(5)) {
        const found = told(name).findLast(is);
        if (found) return found;
      }
      throw new Error(`not told; but ${JSON.stringify(heard).slice(0, 800)}`);
    };
    return {
      heard,
      told,
      until,
      value: (name: string, value: number) => until(name, (message) => message.type === 'answer' && valueOf(message) === value),
    };
  }

  async function watch(questions: object, headers: Record<string, string> = { authorization: `Bearer ${api.keys.a}` }) {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/api/v1/stream`, { headers });
    open.add(socket);
    const heard: Message[] = [];
    socket.on('message', (data: Buffer) =>
      heard.push(
        ...data
          .toString()
          .split('\n')
          .map((line) => JSON.parse(line) as Message),
      ),
    );
    await once(socket, 'open');
    const say = (words: object) => socket.send(JSON.stringify(words));
    say({ watch: questions });
    return { socket, say, ...listenTo(heard) };
  }

  const asPersona = async (persona: string) => {
    const answer = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona } });
    return { cookie: String(answer.headers['set-cookie']).split(';')[0]!, origin: `http://127.0.0.1:${port}` };
  };
  /** Long enough for an answer that must not come. */
  const aWhile = () => sleep(400);

  return {
    api,
    postgres,
    loader,
    port,
    runs,
    open,
    agent,
    create,
    created,
    valueOf,
    listenTo,
    watch,
    asPersona,
    aWhile,
    /** Ends the connections of a test. */
    hangUp(): void {
      for (const line of open) line.terminate();
      open.clear();
    },
    async close(): Promise<void> {
      await live.stop();
      await api.close();
      await Promise.all([postgres.close(), analytics.close()]);
    },
  };
}
