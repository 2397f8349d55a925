/** What the pages show is watched on the stream as it is asked for: reports of people and of feedback, goals, lists. */
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { openWatching } from '../../test/watching.ts';

const { api, runs, create, watch, asPersona, aWhile, hangUp, close } = await openWatching();
afterEach(hangUp);
afterAll(close);

describe('what the pages show is watched in the words of the API:', () => {
  const day = { last: '24h', timeZone: 'UTC' };
  const asQuery = (query: object) => new URLSearchParams(query as Record<string, string>).toString();
  const getting = (path: string, query: object = {}) => ({ method: 'GET' as const, url: `/api/v1${path}?${asQuery(query)}` });
  test.each([
    ['trending', day, getting('/overview/trending', day)],
    ['drivers', day, getting('/feedback/drivers', day)],
    ['followUps', day, getting('/feedback/follow-ups', day)],
    ['comparison', { ...day, team: 'billing' }, getting('/people/comparison', { ...day, team: 'billing' })],
    ['profile', { ...day, id: 'a-1' }, getting('/people/a-1', day)],
    ['goals', {}, getting('/goals')],
    ['ticketList', { assignee: 'a-1', limit: 3 }, getting('/tickets', { assignee: 'a-1', limit: 3 })],
    [
      'advice',
      { category: '', period: { last: '24h' } },
      { method: 'POST' as const, url: '/api/v1/playbook/advice', payload: { category: '', period: { last: '24h' } } },
    ],
  ])('%s', async (kind, question, request) => {
    const { until } = await watch({ q: { [kind]: question } });
    const { type, answer } = await until('q');
    expect(type).toBe('answer');
    expect(answer).toEqual((await api.ask(request)).json());
  });

  test('colleagues, of an agent', async () => {
    const question = { ...day, metrics: ['resolved'] };
    const cookie = await asPersona('agent');
    const { until } = await watch({ q: { peers: question } }, cookie);
    const asked = await api.app.inject({ ...getting('/overview/peers', { ...day, metrics: 'resolved' }), headers: cookie });
    expect((await until('q')).answer).toEqual(asked.json());
  });

  test('two who watch one report cost the runs of one', async () => {
    const cost = async (watchers: number) => {
      const all = await Promise.all(
        Array.from({ length: watchers }, () => watch({ q: { trending: { ...day, timeZone: 'Europe/Rome' } } })),
      );
      await Promise.all(all.map(({ until }) => until('q')));
      await aWhile();
      runs.count = 0;
      await create('a');
      await vi.waitFor(() => expect(runs.count).toBeGreaterThan(0), { timeout: 30_000 });
      await aWhile(); // for runs that would be too many
      for (const { socket } of all) socket.terminate();
      return runs.count;
    };
    expect(await cost(3)).toBe(await cost(1));
  });

  test('a goal that somebody sets, renames and closes is told to whoever watches', async () => {
    const { until } = await watch({ all: { goals: {} } });
    const count = (await until('all')).answer!['goals'].length as number;
    const goal = {
      metric: 'first_response',
      whose: { to: 'all' },
      baseline: { from: 'typed', value: 90, source: 'the contract' },
      target: 60,
      startsOn: '2026-02-01',
      endsOn: '2026-06-30',
      windowDays: 7,
      owner: 'Morgan',
    };
    const made = await api.ask({ method: 'POST', url: '/api/v1/goals', payload: { goal } });
    expect(made.statusCode).toBe(201);
    const { id } = made.json<{ id: string }>();
    await until('all', ({ answer }) => answer?.['goals'].length === count + 1);
    const one = await watch({ it: { goal: { id } } });
    expect((await one.until('it')).answer).toMatchObject({ id, closed: null });
    await api.ask({ method: 'POST', url: `/api/v1/goals/${id}/close`, payload: { outcome: 'dropped' } });
    await one.until('it', ({ answer }) => answer?.['closed']?.outcome === 'dropped');
  });

  test('what one may change is told to each watcher alone', async () => {
    const [manager, other] = [await watch({ q: { goals: {} } }), await watch({ q: { goals: {} } }, await asPersona('agent'))];
    const may = async ({ until }: typeof manager) =>
      (await until('q')).answer!['goals'].map((goal: { mayChange: boolean }) => goal.mayChange);
    expect(new Set(await may(manager))).toEqual(new Set([true]));
    expect(await may(other)).not.toContain(true);
  });
});
