/** A calendar program changes the shifts that it has, and adds none anew: by UIDs that stay, and a sequence that grows with whatever changes a shift. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW, startApi, type TestApi } from '../../test/api.ts';

let api: TestApi;
const [HOUR, DAY] = [3_600_000, 86_400_000];
const iso = (at: number) => new Date(at).toISOString();
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

async function manager(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) {
  const begun = await api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { persona: 'manager' } });
  const cookie = String(begun.headers['set-cookie']).split(';')[0]!;
  const answer = await api.app.inject({ method, url: `/api/v1/on-call${url}`, headers: { cookie }, ...(payload && { payload }) });
  return answer.body === '' ? null : answer.json();
}

interface Event {
  readonly uid: string;
  readonly from: string;
  readonly to: string;
  readonly sequence: number;
}
async function eventsOf(schedule: string): Promise<Event[]> {
  const { schedules } = await manager('GET', '/calendars');
  const { url } = schedules.find((one: { id: string }) => one.id === schedule);
  const { body } = await api.app.inject(new URL(url).pathname);
  const lines = body.replaceAll('\r\n ', '').split('\r\n');
  const of = (name: string) => lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1));
  const [from, to, sequence] = [of('DTSTART'), of('DTEND'), of('SEQUENCE')];
  return of('UID').map((uid, index) => ({ uid, from: from[index]!, to: to[index]!, sequence: Number(sequence[index]) }));
}
const solo = async (): Promise<string> => {
  const layer = {
    name: 'Solo',
    people: ['person:agent'],
    turn: { count: 1, unit: 'weeks' },
    handOff: { at: '09:00' },
    startsOn: '2026-03-09',
  };
  return (await manager('POST', '/schedules', { schedule: { name: 'Solo', zone: 'UTC', layers: [layer] } })).id;
};

test('somebody alone in a layer has a shift each turn, which is the same at each reading', async () => {
  const id = await solo();
  api.clock.set(NOW + 200 * DAY);
  const before = await eventsOf(id);
  expect(before.length).toBeGreaterThan(15);
  for (const { from, to } of before) expect([from.slice(8), to.slice(8)]).toEqual(['T090000Z', 'T090000Z']);
  api.clock.set(NOW + 200 * DAY + HOUR);
  expect(await eventsOf(id)).toEqual(before);
  api.clock.set(NOW + 209 * DAY);
  const later = new Set((await eventsOf(id)).map(({ uid }) => uid));
  expect(before.slice(2).filter(({ uid }) => !later.has(uid))).toEqual([]);
});

test('an override that cuts a shift, and its end, are changes of it', async () => {
  api.clock.set(NOW);
  const id = await solo();
  const [first] = await eventsOf(id);
  const { id: override } = await manager('POST', `/schedules/${id}/overrides`, {
    person: 'person:lead',
    from: iso(NOW + DAY),
    to: iso(NOW + 2 * DAY),
    reason: '',
  });
  const [cut, ...others] = await eventsOf(id);
  expect([cut!.uid, cut!.to < first!.to, cut!.sequence > first!.sequence]).toEqual([first!.uid, true, true]);
  expect(others.map(({ sequence }) => sequence).every((one) => one === cut!.sequence)).toBe(true);
  await manager('DELETE', `/overrides/${override}`);
  const [whole] = await eventsOf(id);
  expect([whole!.uid, whole!.to, whole!.sequence > cut!.sequence]).toEqual([first!.uid, first!.to, true]);
});
