/** What the live stream tells of tickets that come into somebody's sight and leave it: with the list before, the list after. */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { NOW, startApi, type TestApi } from '../../test/api.ts';

interface Message {
  readonly type: string;
  readonly kind?: string;
  readonly id?: string;
  readonly types?: readonly string[];
  readonly ticket?: { readonly id: string; readonly team: { id: string } | null; readonly assignee: { id: string } | null };
}
const TEAMS = ['billing', 'technical', null] as const;
const AGENTS = ['a-1', 't-1', null] as const;

let api: TestApi;
let port: number;
let events = 0;
const sockets: WebSocket[] = [];

beforeAll(async () => {
  api = await startApi();
  await api.live.start();
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  port = (api.app.server.address() as { port: number }).port;
  await register('a-1', 'billing', 'L1');
  await register('a-2', 'billing', 'L2');
  await register('t-1', 'technical', 'L3');
});
afterAll(async () => {
  for (const socket of sockets) socket.terminate();
  await api.close();
});

const register = (agent: string, team: string, supportTier: string) =>
  api.door.accept('a', 'api', [
    { id: `p${(events += 1)}`, at: NOW + events, type: 'agent.upserted', data: { agent, name: agent, teams: [team], supportTier } },
  ]);

async function send(ticket: string, type: string, data: object): Promise<void> {
  const event = { id: `e${(events += 1)}`, at: NOW + events, ticket, type, data };
  expect(await api.door.accept('a', 'api', [event])).toMatchObject([{ outcome: 'accepted' }]);
}

async function watch(persona: string, topics: readonly string[]) {
  const answer = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona } });
  const cookie = String(answer.headers['set-cookie']).split(';')[0]!;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/v1/stream`, { headers: { cookie, origin: `http://127.0.0.1:${port}` } });
  sockets.push(socket);
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
  socket.send(JSON.stringify({ subscribe: topics }));
  const until = async (holds: () => boolean) => {
    for (const end = Date.now() + 5000; !holds() && Date.now() < end; await sleep(5));
    expect(holds()).toBe(true);
  };
  await until(() => heard.some(({ type }) => type === 'ready'));
  const list = async () => {
    const page = await api.app.inject({ url: '/api/v1/tickets?limit=500', headers: { cookie } });
    return page.json<{ tickets: { id: string }[] }>().tickets.map(({ id }) => id);
  };
  return { heard, until, list, about: (id: string) => heard.filter((message) => message.id === id) };
}

/** Everything that was sent has been told when a ticket that everybody sees has. */
async function settled(watcher: Awaited<ReturnType<typeof watch>>): Promise<void> {
  const id = `api:mark-${(events += 1)}`;
  await send(id, 'ticket.created', {});
  await watcher.until(() => watcher.about(id).length > 0);
}

const isSeen = (team: string | null, assignee: string | null) => team === null || team === 'billing' || assignee === 'a-1';

test('a ticket that is handed on is gone for those who saw it, and is told in full when it comes back', async () => {
  const agent = await watch('agent', ['tickets', 'ticket:api:moving']);
  await send('api:moving', 'ticket.created', { team: 'billing', subject: 'Mine' });
  await agent.until(() => agent.about('api:moving').some(({ ticket }) => ticket !== undefined));
  await send('api:moving', 'team.changed', { to: 'technical', reason: 'not ours' });
  await agent.until(() => agent.about('api:moving').at(-1)!.ticket === undefined);
  expect(agent.about('api:moving').at(-1)).toMatchObject({ type: 'change', kind: 'ticket', types: [] });
  const many = agent.about('api:moving').length;
  await send('api:moving', 'ticket.message', { messageId: 'm', visibility: 'public', text: 'not for everybody' });
  await settled(agent);
  expect(agent.about('api:moving')).toHaveLength(many);
  await send('api:moving', 'assignee.changed', { to: 'a-1' });
  await agent.until(() => agent.about('api:moving').at(-1)!.ticket?.assignee?.id === 'a-1');
});

test('with whatever happens, what was listed and what was told is what is listed', async () => {
  const step = fc.record({
    ticket: fc.nat(7),
    change: fc.oneof(
      fc.constantFrom(...TEAMS).map((to) => ({ type: 'team.changed', data: { to } })),
      fc.constantFrom(...AGENTS).map((to) => ({ type: 'assignee.changed', data: { to } })),
      fc.constantFrom('open', 'pending', 'resolved').map((to) => ({ type: 'status.changed', data: { to } })),
      fc.constantFrom({ type: 'ticket.spam', data: { is: true } }, { type: 'ticket.spam', data: { is: false } }),
    ),
  });
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...TEAMS), fc.constantFrom(...AGENTS)), { minLength: 8, maxLength: 8 }),
      fc.array(step, { minLength: 1, maxLength: 30 }),
      async (beginnings, steps) => {
        const idOf = (place: number) => `api:${runs}-${place}`;
        runs += 1;
        const state = beginnings.map(([team, assignee]) => ({
          team: team as string | null,
          assignee: assignee as string | null,
          seen: false,
        }));
        for (const [place, { team, assignee }] of state.entries())
          await send(idOf(place), 'ticket.created', { ...(team && { team }), ...(assignee && { assignee }) });
        const agent = await watch('agent', ['tickets', 'queue', ...state.map((_, place) => `ticket:${idOf(place)}`)]);
        const shown = new Set(await agent.list());
        for (const { ticket, change } of steps) {
          const one = state[ticket]!;
          one.seen ||= isSeen(one.team, one.assignee);
          const { to } = change.data as { to?: string | null };
          if (change.type === 'team.changed') one.team = to ?? null;
          if (change.type === 'assignee.changed') one.assignee = to ?? null;
          await send(idOf(ticket), change.type, change.data);
        }
        await settled(agent);
        for (const { kind, id, ticket } of agent.heard) {
          if (kind !== 'ticket' || id === undefined) continue;
          if (ticket) {
            shown.add(id);
            expect(isSeen(ticket.team?.id ?? null, ticket.assignee?.id ?? null)).toBe(true);
          } else shown.delete(id);
        }
        expect([...shown].toSorted()).toEqual((await agent.list()).toSorted());
        for (const [place, one] of state.entries())
          if (!one.seen && !isSeen(one.team, one.assignee)) expect(agent.about(idOf(place))).toEqual([]);
      },
    ),
    { numRuns: 8 },
  );
}, 60_000);

test('whoever sees numbers alone is told of no ticket', async () => {
  const executive = await watch('executive', ['tickets', 'queue', 'ticket:api:any', 'overview']);
  const manager = await watch('manager', ['tickets']);
  await send('api:any', 'ticket.created', { subject: 'Nobody’s' });
  await settled(manager);
  await sleep(100);
  expect(executive.heard.filter(({ kind }) => kind === 'ticket')).toEqual([]);
});

test('where agents are is told of those in company; of others, that their entry is another', async () => {
  const topics = ['queue', 'directory', 'agent:a-2', 'agent:t-1'];
  const [agent, executive, manager] = [await watch('agent', topics), await watch('executive', topics), await watch('manager', topics)];
  const presence = (id: string) =>
    api.door.accept('a', 'api', [
      { id: `w${(events += 1)}`, at: NOW + events, type: 'agent.presence', data: { agent: id, state: 'away', reason: 'lunch' } },
    ]);
  await presence('t-1');
  await presence('a-2');
  await settled(manager);
  await settled(agent);
  const away = { types: ['agent.presence'], agent: { state: 'away', reason: 'lunch' } };
  expect([manager.about('t-1'), manager.about('a-2'), agent.about('a-2')]).toMatchObject([[away], [away], [away]]);
  expect([agent.about('t-1'), executive.about('t-1'), executive.about('a-2')]).toEqual([[], [], []]);
  await register('t-1', 'technical', 'L3');
  await agent.until(() => agent.about('t-1').length > 0);
  expect(agent.about('t-1')).toMatchObject([{ kind: 'agent', types: ['agent.upserted'] }]);
  expect(agent.about('t-1')[0]).not.toHaveProperty('agent');
});

test('who joins another team is told to look again, and from then on of its tickets', async () => {
  const agent = await watch('agent', ['tickets']);
  await send('api:theirs', 'ticket.created', { team: 'technical' });
  await settled(agent);
  expect(agent.about('api:theirs')).toEqual([]);
  await register('a-1', 'technical', 'L1');
  await agent.until(() => agent.heard.some(({ type }) => type === 'gap'));
  await send('api:theirs', 'priority.changed', { to: 'P1' });
  await agent.until(() => agent.about('api:theirs').some(({ ticket }) => ticket !== undefined));
  await send('api:formerly', 'ticket.created', { team: 'billing' });
  await settled(agent);
  expect(agent.about('api:formerly')).toEqual([]);
});
