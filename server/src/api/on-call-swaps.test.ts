/** Shifts change hands: nobody is bound by what they did not agree to, and who agreed what, and why, is seen wherever shifts are. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';

let api: TestApi;
const DAY = 86_400_000;
const iso = (at: number) => new Date(at).toISOString();
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(() => api.clock.set(NOW));

async function as(persona: string) {
  const begun = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona } });
  const cookie = String(begun.headers['set-cookie']).split(';')[0]!;
  return async (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object): Promise<{ status: number; body: any }> => {
    const answer = await api.app.inject({ method, url: `/api/v1${url}`, headers: { cookie }, ...(payload && { payload }) });
    return {
      status: answer.statusCode,
      body: answer.body === '' ? null : answer.headers['content-type']?.includes('json') ? answer.json() : answer.body,
    };
  };
}
/** Turns of a day each, handed over at nine: the agent's, the lead's, the manager's. */
const layer = {
  name: 'Daily',
  people: ['person:agent', 'person:lead', 'person:manager'],
  turn: { count: 1, unit: 'days' },
  handOff: { at: '09:00' },
  startsOn: '2026-03-09',
};
const made = async (more: object = {}): Promise<string> =>
  (await (await as('manager'))('POST', '/on-call/schedules', { schedule: { name: 'Daily', zone: 'UTC', layers: [{ ...layer, ...more }] } }))
    .body.id;
/** It is Tuesday noon, the lead's day; the agent's next is Thursday, the lead's Friday. */
const [OWN, THEIRS, MANAGERS] = [NOW + 2 * DAY, NOW + 3 * DAY, NOW + DAY];
const swap = (first: number, second: number, reason = 'My sister marries') => ({ first: iso(first), second: iso(second), reason });
const lineOf = async (id: string): Promise<string[]> => {
  const { body } = await (
    await as('agent')
  )('GET', `/on-call/schedules/${id}/shifts?from=${iso(NOW + DAY)}&to=${iso(NOW + 4 * DAY - 10_800_000)}`);
  return body.line.map(({ person }: { person: { id: string } }) => person.id.slice('person:'.length));
};
const offersOf = async (id: string) => (await (await as('agent'))('GET', `/on-call/schedules/${id}`)).body.swaps;
const inboxOf = async (persona: string): Promise<string[]> =>
  (await (await as(persona))('GET', '/inbox')).body.items.map(({ title }: { title: string }) => title);

test('an offer changes nothing before the other accepts it; then each has the other’s, and it says who agreed and why', async () => {
  const id = await made();
  expect(await lineOf(id)).toEqual(['manager', 'agent', 'lead']);
  const { status, body: offer } = await (await as('agent'))('POST', `/on-call/schedules/${id}/swap-offers`, swap(OWN, THEIRS));
  expect([status, offer]).toMatchObject([
    201,
    {
      by: { id: 'person:agent' },
      to: { id: 'person:lead' },
      gives: { from: '2026-03-12T09:00:00.000Z' },
      takes: { to: '2026-03-14T09:00:00.000Z' },
    },
  ]);
  expect([await lineOf(id), (await offersOf(id)).length]).toEqual([['manager', 'agent', 'lead'], 1]);
  expect(await inboxOf('lead')).toContainEqual(expect.stringMatching(/offers a swap in Daily$/));
  // Neither who offered it, nor anybody else, accepts it in the other's place.
  expect((await (await as('agent'))('POST', `/on-call/swap-offers/${offer.id}/accept`)).status).toBe(403);
  const accepted = await (await as('lead'))('POST', `/on-call/swap-offers/${offer.id}/accept`);
  expect([accepted.status, accepted.body.overrides]).toMatchObject([
    200,
    [
      {
        person: { id: 'person:lead' },
        swappedWith: { id: 'person:agent' },
        reason: 'My sister marries',
        madeBy: expect.stringContaining(' and '),
      },
      { person: { id: 'person:agent' }, swappedWith: { id: 'person:lead' } },
    ],
  ]);
  expect([await lineOf(id), await offersOf(id)]).toEqual([['manager', 'lead', 'agent'], []]);
  expect(await inboxOf('agent')).toContainEqual(expect.stringMatching(/accepted your swap in Daily$/));
  expect((await (await as('lead'))('POST', `/on-call/swap-offers/${offer.id}/accept`)).status).toBe(404);

  const { body: links } = await (await as('agent'))('GET', '/on-call/calendars');
  const { url } = links.schedules.find((one: { id: string }) => one.id === id);
  const feed = (await api.app.inject(new URL(url).pathname)).body.replaceAll('\r\n ', '');
  expect(feed).toMatch(/DESCRIPTION:Swapped with .+\\, agreed by .+: My sister marries/);

  api.clock.set(NOW + 5 * DAY);
  const { body: fairness } = await (await as('manager'))('GET', `/on-call/fairness?from=${iso(NOW)}&schedule=${id}`);
  expect(fairness.agreed).toMatchObject([
    { person: { id: 'person:agent' }, swappedWith: { id: 'person:lead' }, reason: 'My sister marries' },
    { person: { id: 'person:lead' } },
  ]);
  expect(fairness.people.find((one: any) => one.person.id === 'person:agent').agreedSeconds).toBe(86_400);
});

test('one declines, the other takes back, and a manager sets it', async () => {
  const id = await made();
  const offered = async () => (await (await as('agent'))('POST', `/on-call/schedules/${id}/swap-offers`, swap(OWN, THEIRS))).body.id;
  for (const persona of ['lead', 'agent']) {
    expect((await (await as(persona))('DELETE', `/on-call/swap-offers/${await offered()}`)).status).toBe(204);
    expect(await offersOf(id)).toEqual([]);
  }
  expect((await (await as('manager'))('POST', `/on-call/swap-offers/${await offered()}/accept`)).status).toBe(200);
  expect(await lineOf(id)).toEqual(['manager', 'lead', 'agent']);
});

test('an offer ends when the first shift begins, and where one of them is another by then', async () => {
  const id = await made();
  const { body: offer } = await (await as('agent'))('POST', `/on-call/schedules/${id}/swap-offers`, swap(OWN, THEIRS));
  const takeOver = { person: 'person:manager', from: iso(OWN), to: iso(OWN + 3_600_000) };
  await (
    await as('manager')
  )('POST', `/on-call/schedules/${id}/overrides`, takeOver);
  expect((await (await as('lead'))('POST', `/on-call/swap-offers/${offer.id}/accept`)).body.detail).toContain('others by now');
  const { body: later } = await (await as('agent'))('POST', `/on-call/schedules/${id}/swap-offers`, swap(OWN + 3 * DAY, THEIRS));
  api.clock.set(THEIRS);
  expect(await offersOf(id)).toEqual([]);
  expect((await (await as('lead'))('POST', `/on-call/swap-offers/${later.id}/accept`)).status).toBe(404);
});

test('faults name the field', async () => {
  const id = await made();
  const other = await made({ people: ['person:agent', 'agent:nobody-has'], turn: { count: 1, unit: 'days' } });
  const fault = async (schedule: string, asked: object) =>
    (await (await as('agent'))('POST', `/on-call/schedules/${schedule}/swap-offers`, asked)).body.fields?.[0]?.field;
  expect(await fault(id, swap(MANAGERS, THEIRS))).toBe('first');
  expect(await fault(id, swap(OWN, OWN + 1000))).toBe('second');
  expect(await fault(id, swap(OWN, NOW))).toBe('second');
  expect(other).toBeUndefined();
});

test('one of the two undoes no half of a swap; a manager ends it as a whole, and both are told', async () => {
  const id = await made();
  const { body: offer } = await (await as('agent'))('POST', `/on-call/schedules/${id}/swap-offers`, swap(OWN, THEIRS));
  const { overrides } = (await (await as('lead'))('POST', `/on-call/swap-offers/${offer.id}/accept`)).body;
  expect(await lineOf(id)).toEqual(['manager', 'lead', 'agent']);
  const half = overrides.find((one: { person: { id: string } }) => one.person.id === 'person:lead');
  expect((await (await as('lead'))('DELETE', `/on-call/overrides/${half.id}`)).body).toMatchObject({ code: 'forbidden' });
  expect(await lineOf(id)).toEqual(['manager', 'lead', 'agent']);
  expect((await (await as('manager'))('DELETE', `/on-call/overrides/${half.id}`)).status).toBe(204);
  expect(await lineOf(id)).toEqual(['manager', 'agent', 'lead']);
  for (const one of ['agent', 'lead']) expect(await inboxOf(one)).toContain('Morgan Ellis ended a swap in Daily');
  expect(await inboxOf('manager')).not.toContain('Morgan Ellis ended a swap in Daily');
});

test('overrides that are over leave room for those to come', async () => {
  const id = await made();
  await api.postgres.pool.query(
    `insert into on_call_override (workspace_id, id, schedule, person, from_at, to_at, reason, made_at, made_by)
     select workspace_id, gen_random_uuid(), id, 'person:lead', $2, $3, '', $2, 'x' from on_call_schedule, generate_series(1, 2000) where id = $1`,
    [id, new Date(NOW - 2 * DAY), new Date(NOW - DAY)],
  );
  const override = { person: 'person:lead', from: iso(OWN), to: iso(THEIRS), reason: '' };
  expect((await (await as('lead'))('POST', `/on-call/schedules/${id}/overrides`, override)).status).toBe(201);
});
