/** Sums for who may not see each row: of enough people, and none to be found by subtraction (docs/adr/0024-few-people-are-not-summed-up.md). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLoaded } from '../../test/loaded.ts';
import { ensureRules } from '../rules/index.ts';
import { rebuildFacts } from '../store/analytics/index.ts';
import { createSla } from '../sla/index.ts';
import { createMetrics } from './index.ts';

const { postgres, pool, analytics, clock, door, loader, newWorkspace, event, close } = await openLoaded();
const metrics = createMetrics({ postgres, analytics, clock });
const all = { to: 'all' } as const;
const executive = { rows: { to: 'none' }, aggregate: all, text: false } as const;
const period = { from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 2, 20) };
let workspaceId: string;

/** A person who resolves tickets of a team, and may be rated. */
const resolved = (team: string, who: string, channel: string, score?: number) => {
  const ticket = `s:${team}-${who}-${channel}`;
  const by = (minutes: number, type: string, data: object) => ({
    ...event(ticket, minutes, type, data),
    actor: { kind: 'agent', id: who },
  });
  return [
    { ...event(ticket, 0, 'ticket.created', { requester: 'c', team, assignee: who, channel }, 'customer') },
    by(5, 'ticket.message', { messageId: 'm', visibility: 'public' }),
    by(9, 'status.changed', { to: 'resolved' }),
    event(
      ticket,
      12,
      'survey.answered',
      { survey: score === undefined ? 'nps' : 'csat', score: score ?? 5, scale: score === undefined ? 10 : 5 },
      'customer',
    ),
  ];
};
const people = (team: string, count: number) => Array.from({ length: count }, (_, index) => `${team}-${index}`);

beforeAll(async () => {
  workspaceId = await newWorkspace();
  await ensureRules(postgres, workspaceId);
  const outcomes = await door.accept(workspaceId, 's', [
    ...people('large', 7).flatMap((who) => [...resolved('large', who, 'chat'), ...resolved('large', who, 'email')]),
    ...people('middle', 5).flatMap((who, index) => resolved('middle', who, 'chat', index === 0 ? 1 : undefined)),
    ...people('small', 2).flatMap((who) => resolved('small', who, 'chat')),
  ]);
  expect(outcomes.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
  await loader.drain();
  await rebuildFacts({ pool, analytics });
});
afterAll(close);

const byTeam = async (more: object = {}) => {
  const answer = await metrics.query({ workspaceId, scope: executive }, { metrics: ['resolved'], dimensions: ['team'], period, ...more });
  const values = answer.groups.map(({ key, values: { resolved: figure } }) => [key['team'], figure!.value] as const);
  return { ...Object.fromEntries(values), total: answer.total.values['resolved']!.value, rest: answer.rest?.values['resolved']?.value };
};

test('a second group is withheld with one of few, so that the whole less the others does not tell it', async () =>
  expect(await byTeam()).toEqual({ large: 14, middle: null, small: null, total: 21, rest: undefined }));

test.each([1, 2])('nor does the rest beyond %d', async (limit) => {
  const order = { by: 'team', direction: 'desc' };
  const { rest, total, small, middle } = await byTeam({ limit, order });
  expect({ total, small, middle: middle ?? null, rest }).toEqual({ total: 21, small: null, middle: null, rest: limit === 1 ? null : 14 });
});

test('the rest that holds all that is withheld is of enough people', async () =>
  expect(await byTeam({ limit: 1, order: { by: 'team' } })).toEqual({ large: 14, total: 21, rest: 7 }));

test('a mean is of those who have a value, and not of whoever has a row', async () => {
  const scope = { metrics: ['csat_mean', 'csat', 'csat_answers'], period };
  const { total } = await metrics.query({ workspaceId, scope: executive }, scope);
  expect(total.values).toMatchObject({
    csat_mean: { withheld: true },
    csat: { withheld: true },
    csat_answers: { value: 1, withheld: false },
  });
});

test('what lasts adds up over time: an hour of few is not the whole less the others', async () => {
  const presence = (who: string, minutes: number, state: string) => ({
    id: `${who} ${minutes}`,
    at: Date.UTC(2026, 2, 2, 9) + minutes * 60_000,
    type: 'agent.presence',
    data: { agent: who, state },
  });
  // Six in the first and the third hour, two of them in the second too.
  await door.accept(workspaceId, 's', [
    ...people('day', 6).flatMap((who) => [presence(who, 0, 'available'), presence(who, 120, 'available'), presence(who, 180, 'offline')]),
    ...people('day', 6)
      .slice(2)
      .map((who) => presence(who, 60, 'offline')),
  ]);
  await loader.drain();
  const hours = { from: Date.UTC(2026, 2, 2, 9), to: Date.UTC(2026, 2, 2, 12) };
  const asked = { metrics: ['time_logged_in', 'utilisation'], grain: 'hour', period: hours } as const;
  const { total } = await metrics.query({ workspaceId, scope: executive }, asked);
  const shown = total.series.map(({ values }) => values['time_logged_in']!.value);
  expect(shown.map((value) => value === null)).toContain(true);
  // Whatever else is hidden with the hour of two, its time cannot be had from what is shown.
  const hidden = shown.filter((value) => value === null).length;
  expect(total.values['time_logged_in']!.value === null || hidden > 1).toBe(true);
});

test('one’s own rows do not make others more', async () => {
  const agent = { rows: { to: 'agent', agent: 'middle-0' }, aggregate: { to: 'teams', teams: ['middle'] }, text: true } as const;
  const { total } = await metrics.query({ workspaceId, scope: agent }, { metrics: ['resolved'], period });
  expect(total.values['resolved']).toMatchObject({ value: null, withheld: true });
  const own = await metrics.query(
    { workspaceId, scope: agent },
    { metrics: ['resolved'], period, filters: [{ dimension: 'agent', values: ['middle-0'] }] },
  );
  expect(own.total.values['resolved']).toMatchObject({ value: 1, withheld: false });
});

test('whose sums reach further than the people they see picks none of the others', async () => {
  const scope = { rows: { to: 'teams', teams: ['middle'] }, aggregate: all, text: true, self: 'middle-0' } as const;
  const picking = (...filters: { dimension: 'agent' | 'team'; values: string[]; not?: boolean }[]) =>
    metrics.query({ workspaceId, scope }, { metrics: ['resolved'], period, filters });
  await expect(picking({ dimension: 'agent', values: ['large-0', 'large-1'] })).rejects.toThrow('filter by a team of yours as well');
  await expect(picking({ dimension: 'agent', values: ['large-0'] }, { dimension: 'team', values: ['middle'], not: true })).rejects.toThrow(
    'must not single out others',
  );
  const count = async (...asked: Parameters<typeof picking>) => (await picking(...asked)).total.values['resolved']!.value;
  expect(await count({ dimension: 'agent', values: ['middle-1'] }, { dimension: 'team', values: ['middle'] })).toBe(1);
  expect(await count({ dimension: 'agent', values: ['middle-0'] })).toBe(1);
  expect(await count()).toBe(21);
});

test('demand is nobody’s doing and is shown, unless it is asked whose it is', async () => {
  const ask = (question: object) => metrics.query({ workspaceId, scope: executive }, { metrics: ['created'], period, ...question });
  const of = ({ groups }: Awaited<ReturnType<typeof ask>>, by: string) =>
    Object.fromEntries(groups.map(({ key, values }) => [key[by as 'team'], values['created']!.value]));
  expect(of(await ask({ dimensions: ['team'] }), 'team')).toEqual({ large: 14, middle: 5, small: 2 });
  expect(of(await ask({ dimensions: ['channel'] }), 'channel')).toEqual({ chat: 14, email: 7 });
  const byAgent = of(await ask({ dimensions: ['agent'] }), 'agent');
  expect(Object.values(byAgent)).toEqual(Array.from({ length: 14 }, () => null));
  expect((await ask({ dimensions: ['agent'], limit: 3, order: { by: 'agent' } })).rest!.values['created']).toMatchObject({ value: null });
  const { total } = await ask({ metrics: ['resolution_rate', 'escalation'], filters: [{ dimension: 'team', values: ['small'] }] });
  expect(total.values).toMatchObject({ resolution_rate: { withheld: true }, escalation: { withheld: true } });
});

test('the tickets behind a number that is withheld are one’s own alone, and how many others is not said', async () => {
  const scope = { rows: { to: 'agent', agent: 'middle-0' }, aggregate: { to: 'teams', teams: ['middle'] }, text: true } as const;
  const drill = (metric: string) => metrics.drill({ workspaceId, scope }, { metric, period });
  expect(await drill('resolved')).toMatchObject({ visible: 1, more: null, tickets: [{ ticket: 's:middle-middle-0-chat' }] });
  // Everything that was asked for is in sight, as it is in the list of tickets.
  expect(await drill('created')).toMatchObject({ visible: 5, more: 0 });
  const lead = {
    rows: { to: 'teams', teams: ['middle'] },
    aggregate: { to: 'teams', teams: ['middle'] },
    text: true,
    self: 'middle-0',
  } as const;
  expect(await metrics.drill({ workspaceId, scope: lead }, { metric: 'resolved', period })).toMatchObject({ visible: 5, more: 0 });
});

test('how promises were kept is withheld as any other number is, clock by clock and part by part', async () => {
  const sla = createSla({ postgres, analytics, clock, door });
  const kept = async (scope: Parameters<typeof sla.compliance>[1]) => {
    const { metrics: clocks, breakdowns, breaches } = await sla.compliance(workspaceId, scope, { metric: 'first_response', ...period });
    const of = (dimension: string) =>
      breakdowns.find((one) => one.dimension === dimension)!.values.map(({ value, met, breached }) => [value, met + breached]);
    return { whole: clocks.find(({ metric }) => metric === 'first_response')?.current, teams: of('team'), agents: of('agent'), breaches };
  };
  const everything = await kept({ rows: all, aggregate: all, text: true });
  expect(Object.fromEntries(everything.teams)).toEqual({ large: 14, middle: 5, small: 2 });
  expect(everything.agents.length).toBeGreaterThan(10);
  // `middle` goes with `small`, which the whole less the others would tell.
  expect(await kept(executive)).toMatchObject({ whole: everything.whole, teams: [['large', 14]], agents: [], breaches: [] });
  const teams = ['large'];
  const agent = { rows: { to: 'agent', agent: 'large-0' }, aggregate: { to: 'teams', teams }, text: true } as const;
  expect(await kept(agent)).toMatchObject({ teams: [['large', 14]], agents: [['large-0', 2]] });
  const few = { rows: { to: 'agent', agent: 'small-0' }, aggregate: { to: 'teams', teams: ['small'] }, text: true } as const;
  expect(await kept(few)).toMatchObject({ whole: undefined, teams: [], agents: [['small-0', 1]] });
});
