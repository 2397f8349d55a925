/** Questions watched on the stream, on the real engines: who is told what, when, and of whom. */
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { type Message, openWatching } from '../../test/watching.ts';
import { OPERATOR } from '../audit/index.ts';

const { api, port, runs, open, agent, create, created, valueOf, listenTo, watch, asPersona, aWhile, hangUp, close } = await openWatching();
afterEach(hangUp);
afterAll(close);

test('the answer comes at once, in the words of the API, and again when an event has changed it', async () => {
  const { until, told, value } = await watch({ mine: created });
  const first = await until('mine');
  const asked = await api.ask({ method: 'POST', url: '/api/v1/query', payload: created.query });
  expect(first.answer).toEqual(asked.json());
  await create('a');
  await value('mine', valueOf(first) + 1);
  expect(told('mine')).toHaveLength(2);
});

test('two watchers of one question and whoever asks it once cost one run, also when it changes', async () => {
  const [one, other] = [await watch({ q: created }), await watch({ another: created })];
  const before = valueOf(await one.until('q'));
  await other.until('another');
  await aWhile();
  runs.count = 0;
  await create('a');
  await Promise.all([one.value('q', before + 1), other.value('another', before + 1)]);
  expect(runs.count).toBe(1);
  const asked = await api.ask({ method: 'POST', url: '/api/v1/query', payload: created.query });
  expect([asked.json<Record<string, any>>()['total'].values.created.value, runs.count]).toEqual([before + 1, 1]);
});

test('nothing is told when nothing changed, nor of what another workspace did', async () => {
  const theirs = await watch({ q: created }, { authorization: `Bearer ${api.keys.b}` });
  const chat = { query: { ...created.query, filters: [{ dimension: 'channel', values: ['chat'] }] } };
  const own = await watch({ chat });
  await Promise.all([theirs.until('q'), own.until('chat')]);
  await aWhile();
  runs.count = 0;
  await create('a', { channel: 'email' });
  await expect.poll(() => runs.count).toBe(1); // of the own one, which says the same as before
  await aWhile();
  expect(runs.count).toBe(1);
  expect([theirs.told('q').length, own.told('chat').length]).toEqual([1, 1]);
  await create('b');
  await theirs.value('q', 1);
  expect(own.told('chat')).toHaveLength(1);
});

describe('within what one may see:', () => {
  test('a lead is told of the own team alone', async () => {
    const lead = await watch({ q: created }, await asPersona('lead'));
    const all = await watch({ q: created });
    const [own, everybody] = [valueOf(await lead.until('q')), valueOf(await all.until('q'))];
    await create('a', { team: 'technical' });
    await all.value('q', everybody + 1);
    await aWhile();
    expect(lead.told('q')).toHaveLength(1);
    await create('a', { team: 'billing' });
    await lead.value('q', own + 1);
  });

  test('who comes to another team is told of that one from then on', async () => {
    for (let count = 0; count < 5; count += 1) await create('a', { team: 'moved' });
    const lead = await watch({ q: created }, await asPersona('lead'));
    const before = valueOf(await lead.until('q'));
    await api.door.accept('a', 'api', [agent('z-lead', 'moved', 'L3')]);
    expect(before).not.toBe(5);
    await lead.value('q', 5);
    await create('a', { team: 'billing' });
    await aWhile();
    expect(valueOf(lead.told('q').at(-1)!)).toBe(5);
    await api.door.accept('a', 'api', [agent('z-lead', 'billing', 'L3')]);
    await lead.value('q', before + 1);
  });

  test('whose key is revoked is told nothing more', async () => {
    const { key, secret } = await api.accounts.keys.create(
      'a',
      {
        name: 'short',
        source: 'api',
        scopes: ['tickets:read'],
        writable: false,
      },
      OPERATOR,
    );
    const ended = await watch({ q: created }, { authorization: `Bearer ${secret}` });
    await ended.until('q');
    await api.accounts.keys.revoke('a', key.id, OPERATOR);
    expect((await once(ended.socket, 'close'))[0]).toBe(4401);
    const count = ended.told('q').length;
    await create('a');
    await aWhile();
    expect(ended.told('q')).toHaveLength(count);
  });
});

test.each<[string, unknown, string]>([
  ['an unknown metric', { query: { metrics: ['happiness'] } }, 'query.metrics.0'],
  ['a dimension the metric has not', { query: { metrics: ['created'], dimensions: ['clock'] } }, 'dimensions.0'],
  [
    'a period that moves and does not',
    { query: { metrics: ['created'], period: { last: '7d', to: '2026-03-01T00:00:00Z' } } },
    'query.period.last',
  ],
  ['a kind there is none of', { forecast: {} }, 'watch'],
  ['no question', 7, 'watch'],
  ['two in one', { query: {}, explain: {} }, 'watch'],
  ['what every object has', { constructor: {} }, 'watch'],
])('%s is refused under its name, and the line goes on', async (_what, wrong, field) => {
  const { until } = await watch({ wrong, right: created });
  expect((await until('wrong')).problem).toMatchObject({ code: 'invalid', field });
  await until('right', ({ type }) => type === 'answer');
});

test('what is no longer watched is not told', async () => {
  const { say, until, told } = await watch({ one: created, other: created });
  await Promise.all([until('one'), until('other')]);
  say({ unwatch: ['one', 'nobody'] });
  const count = told('one').length;
  await create('a');
  await until('other', (message) => valueOf(message) > valueOf(told('one').at(-1)!));
  expect(told('one')).toHaveLength(count);
});

test('an explanation is kept true too', async () => {
  const { until } = await watch({ why: { explain: { metric: 'created', period: { last: '24h' } } } });
  const before = (await until('why')).answer!['value'] as number;
  await create('a');
  const after = await until('why', ({ answer }) => answer!['value'] === before + 1);
  expect(after.answer!['metric']).toMatchObject({ id: 'created', label: 'Created' });
});

test('a watcher may have two hundred questions, and no more', async () => {
  const many = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`q${index}`, created]));
  const { until, heard } = await watch(many);
  expect((await until('q200')).problem).toMatchObject({ code: 'rate_limited' });
  await until('q199', ({ type }) => type === 'answer');
  expect(heard.filter(({ type }) => type === 'refused')).toHaveLength(1);
});

test('by server-sent events the same, without an id', async () => {
  const query = new URLSearchParams({ watch: JSON.stringify({ mine: created, wrong: {} }) });
  const request = get(`http://127.0.0.1:${port}/api/v1/stream/sse?${query.toString()}`, {
    headers: { authorization: `Bearer ${api.keys.a}` },
  });
  open.add({ terminate: () => request.destroy() });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const heard: Message[] = [];
  response.setEncoding('utf8').on('data', (text: string) => {
    for (const block of text.split('\n\n').filter((one) => one.includes('"name"'))) {
      expect(block).not.toMatch(/^id:/m);
      heard.push(JSON.parse(/^data: (.*)$/m.exec(block)![1]!) as Message);
    }
  });
  response.on('error', () => {});
  const { until, value } = listenTo(heard);
  const before = valueOf(await until('mine'));
  expect((await until('wrong')).problem).toMatchObject({ code: 'invalid' });
  await create('a');
  await value('mine', before + 1);
});

test('an event stream of questions that are no JSON is refused', async () => {
  const answer = await api.ask('/api/v1/stream/sse?watch=nonsense');
  expect([answer.statusCode, answer.json<Record<string, unknown>>()['field']]).toEqual([400, 'watch']);
});
