/** People beside each other, from events to what is said of them, on the real engines (docs/fair-comparison.md). */
import { wilson } from '@watchdesk/domain/metrics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLoaded } from '../../test/loaded.ts';
import { createPeople } from './index.ts';

const { postgres, analytics, clock, door, loader, newWorkspace, event, close } = await openLoaded();
const people = createPeople({ postgres, analytics, clock });
const all = { to: 'all' } as const;
const manager = { rows: all, aggregate: all, text: true } as const;
const period = { from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 2, 20) };
let workspaceId: string;
let empty: string;
afterAll(close);

interface Work {
  readonly easy: number;
  readonly hard: number;
  /** How long an easy ticket takes; a hard one takes ten times as long. */
  readonly minutes: number;
  /** How many of the easy are reopened. */
  readonly reopened?: number;
  readonly unhappy?: number;
  /** How many hard ones are handed up. */
  readonly escalated?: number;
}

/** `even` and `uneven` work alike on different cases; `quick` is twice as quick; `few` has hardly anything. */
const WORK: Readonly<Record<string, Work>> = {
  'c-even': { easy: 24, hard: 24, minutes: 30, escalated: 2 },
  'c-uneven': { easy: 2, hard: 40, minutes: 30, escalated: 12 },
  'c-quick': { easy: 24, hard: 24, minutes: 15, reopened: 12 },
  'c-plain': { easy: 40, hard: 8, minutes: 30, unhappy: 20 },
  'c-more': { easy: 30, hard: 10, minutes: 30 },
  'c-sixth': { easy: 30, hard: 10, minutes: 30 },
  'c-few': { easy: 5, hard: 0, minutes: 1 },
};

/** From a quarter of what is usual to four times as much. */
const minutesOf = (index: number, isHard: boolean, minutes: number) =>
  Math.round((isHard ? 10 : 1) * minutes * 4 ** ((index % 10) / 4.5 - 1));

function ticketsOf(who: string, { easy, hard, minutes, reopened = 0, unhappy = 0, escalated = 0 }: Work, team = 'care') {
  return Array.from({ length: easy + hard }, (_, index) => {
    const isHard = index >= easy;
    const ticket = `s:${who}-${index}`;
    const took = minutesOf(index, isHard, minutes);
    const by = (at: number, type: string, data: object) => ({
      ...event(ticket, Math.round(at * 60) / 60, type, data),
      actor: { kind: 'agent', id: who },
    });
    const start = 60 * index;
    return [
      event(
        ticket,
        start,
        'ticket.created',
        { requester: 'c', team, assignee: who, channel: 'email', category: isHard ? 'hard' : 'easy', priority: 'P3' },
        'customer',
      ),
      by(start + took / 5, 'ticket.message', { messageId: `m-${ticket}`, visibility: 'public' }),
      ...(isHard && index - easy < escalated
        ? [by(start + took / 4, 'ticket.escalated', { toTier: 'L2', kind: 'technical', to: team })]
        : []),
      by(start + took, 'status.changed', { to: 'resolved' }),
      event(ticket, start + took + 5, 'survey.answered', { survey: 'csat', score: index < unhappy ? 1 : 5, scale: 5 }, 'customer'),
      ...(index < reopened ? [event(ticket, start + took + 50, 'status.changed', { to: 'open' }, 'customer')] : []),
    ];
  }).flat();
}

const upserted = (id: string, team: string) => ({
  ...event('none', -600, 'agent.upserted', { agent: id, name: `Name of ${id}`, teams: [team], supportTier: 'L1' }),
  ticket: undefined,
});

beforeAll(async () => {
  [workspaceId, empty] = [await newWorkspace(), await newWorkspace()];
  const events = [
    ...Object.keys(WORK).map((id) => upserted(id, 'care')),
    ...['t-1', 't-2'].map((id) => upserted(id, 'technical')),
    upserted('t-idle', 'technical'),
    ...Object.entries(WORK).flatMap(([who, work]) => ticketsOf(who, work)),
    ...['t-1', 't-2'].flatMap((who) => ticketsOf(who, { easy: 25, hard: 0, minutes: 5 }, 'technical')),
  ];
  const outcomes = await door.accept(workspaceId, 's', JSON.parse(JSON.stringify(events)) as never);
  expect(outcomes.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
  await loader.drain();
});

const compare = (question: object = { team: 'care' }, scope: object = manager, workspace = workspaceId) =>
  people.compare({ workspaceId: workspace, scope: scope as typeof manager }, { ...period, ...question });
const profile = (agent: string, scope: object = manager) =>
  people.profile({ workspaceId, scope: scope as typeof manager }, { ...period, agent });
const rowOf = async (who: string) => (await compare()).people.find(({ id }) => id === who)!;

describe('the comparison', () => {
  test('has everybody of the team with names, volume and share of the load', async () => {
    const { people: rows, more, sees } = await compare();
    expect(rows.map(({ id }) => id).toSorted()).toEqual(Object.keys(WORK).toSorted());
    expect(rows.find(({ id }) => id === 'c-even')).toMatchObject({
      name: 'Name of c-even',
      teams: [{ id: 'care' }],
      figures: { tickets_answered: { value: 48, n: 48 } },
      load: expect.closeTo(48 / 271, 8),
    });
    expect([more, sees]).toEqual([0, 'all']);
  });
  test('does not blame who has the hard cases, though the median is many times as long', async () => {
    const [plain, uneven] = [await rowOf('c-plain'), await rowOf('c-uneven')];
    expect(uneven.figures['resolution']!.value! / plain.figures['resolution']!.value!).toBeGreaterThan(5);
    const { expected } = uneven.figures['resolution']!.fair!;
    // `quick` makes all a little quicker than each of the others is.
    expect(uneven.figures['resolution']!.value! / expected).toBeGreaterThan(1);
    expect(uneven.figures['resolution']!.value! / expected).toBeLessThan(1.3);
    expect(uneven.figures['resolution']!.fair!.verdict).toBe('alike');
  });
  test('sets a duration against what all achieve with like cases, counted here by hand', async () => {
    const logsOf = (who: string, kind: 'easy' | 'hard') => {
      const { easy, hard, minutes } = WORK[who]!;
      const places = kind === 'easy' ? Array.from({ length: easy }, (_, i) => i) : Array.from({ length: hard }, (_, i) => easy + i);
      return places.map((index) => Math.log(Math.max(1, 60 * minutesOf(index, kind === 'hard', minutes))));
    };
    const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
    // A reopened ticket is not resolved, and one that was handed up is of another tier, where `quick` has none.
    const likeCases = (who: string, kind: 'easy' | 'hard') =>
      logsOf(who, kind).slice(kind === 'easy' ? (WORK[who]!.reopened ?? 0) : (WORK[who]!.escalated ?? 0));
    const usual = (kind: 'easy' | 'hard') => mean(Object.keys(WORK).flatMap((who) => likeCases(who, kind)));
    const own = (['easy', 'hard'] as const).flatMap((kind) => likeCases('c-quick', kind).map((log) => log - usual(kind)));
    const { value, fair } = (await rowOf('c-quick')).figures['resolution']!;
    expect(value! / fair!.expected).toBeCloseTo(Math.exp(mean(own)), 3);
    expect(fair!.verdict).toBe('better');
    expect(fair!.low).toBeLessThan(value!);
    expect(fair!.high).toBeGreaterThan(value!);
  });
  test('gives a share its interval and what is expected of it, and says what is clear', async () => {
    const { value, n, interval, fair } = (await rowOf('c-plain')).figures['csat']!;
    expect([value, n]).toEqual([28 / 48, 48]);
    expect(interval).toEqual(wilson(28 / 48, 48));
    expect(fair).toMatchObject({ verdict: 'worse', expected: expect.closeTo((40 * (135 / 155) + 8) / 48, 8) });
    expect((await rowOf('c-quick')).figures['reopen']).toMatchObject({ value: 12 / 48, fair: { verdict: 'worse' } });
    expect((await rowOf('c-uneven')).figures['escalated_onward']).toMatchObject({ value: expect.closeTo(12 / 42, 8), n: 42 });
  });
  test('judges and ranks nobody on fewer than twenty', async () => {
    const { figures, speciality, breadth } = await rowOf('c-few');
    expect(figures['resolution']).toMatchObject({ value: expect.any(Number), n: 5, fair: null, percentile: null });
    expect([speciality, breadth]).toEqual([null, null]);
    const { tops, improve, medians } = await compare();
    expect([...tops, ...improve].filter(({ person }) => person.id === 'c-few')).toEqual([]);
    expect(medians['resolution']).toMatchObject({ people: 6 });
  });
  test('ranks by what is expected, and names who stands out', async () => {
    const { tops, improve, people: rows } = await compare();
    const top = (kind: string) => tops.find((one) => one.kind === kind)?.person.id;
    expect([top('response'), top('volume')]).toEqual(['c-quick', undefined]); // two have answered 48
    expect(improve.map(({ person, metric }) => `${person.id} ${metric}`)).toEqual(
      expect.arrayContaining(['c-quick reopen', 'c-plain csat', 'c-uneven escalated_onward']),
    );
    const quick = rows.find(({ id }) => id === 'c-quick')!.figures['first_response']!;
    expect(quick).toMatchObject({ percentile: 1, fair: { verdict: 'better' } });
  });
  test('says what somebody does more than the others', async () =>
    expect((await rowOf('c-uneven')).speciality).toMatchObject({ kind: 'hard', share: expect.closeTo(40 / 42, 8) }));
  test('of two has no rank and no best', async () => {
    const { people: rows, tops } = await compare({ team: 'technical' });
    expect(rows.map(({ figures }) => figures['resolution']!.percentile)).toEqual([null, null]);
    expect(tops).toEqual([]);
  });
  test('of all has both teams', async () => expect((await compare({})).people).toHaveLength(9));
  test('of a workspace where nothing happened is empty', async () => {
    const answer = await compare({ team: 'care' }, manager, empty);
    expect(answer).toMatchObject({ people: [], tops: [], improve: [], level: null, medians: { csat: null } });
  });
});

describe('who sees whom', () => {
  const agent = (id: string, team: string) => ({ rows: { to: 'agent', agent: id }, aggregate: { to: 'teams', teams: [team] }, text: true });
  const lead = { rows: { to: 'teams', teams: ['technical'] }, aggregate: { to: 'teams', teams: ['technical'] }, text: true };
  const executive = { rows: { to: 'none' }, aggregate: all, text: false };

  test('an agent sees the own row and the team’s medians, and no name of another', async () => {
    const answer = await compare({ team: 'care' }, agent('c-even', 'care'));
    expect(answer.people.map(({ id }) => id)).toEqual(['c-even']);
    expect(answer.medians['resolution']).toMatchObject({ people: 6 });
    expect(answer.people[0]!.figures['resolution']).toMatchObject({ fair: { verdict: 'alike' }, percentile: expect.any(Number) });
    for (const other of ['c-quick', 'c-plain', 'c-few']) expect(JSON.stringify(answer)).not.toContain(other);
  });
  test('of few colleagues an agent is told nothing, since it would say what each did', async () => {
    const answer = await compare({ team: 'technical' }, agent('t-1', 'technical'));
    expect(answer.people[0]).toMatchObject({ figures: { resolution: { fair: null, percentile: null, n: 25 } }, load: null });
    expect(answer.medians['resolution']).toBeNull();
    expect((await profile('t-1', agent('t-1', 'technical'))).skills).toMatchObject([{ value: 'easy', level: 'unknown' }]);
  });
  test('a lead sees the own team and no other', async () => {
    expect((await compare({}, lead)).people.map(({ id }) => id)).toEqual(['t-1', 't-2']);
    await expect(compare({ team: 'care' }, lead)).rejects.toThrow('team must be a team of yours');
    await expect(profile('c-even', lead)).rejects.toThrow('not this person’s');
    expect(await people.reach(workspaceId, lead as never)).toEqual({ to: 'some', agents: ['t-1', 't-2', 't-idle'] });
  });
  test('a lead whose sums reach further is told of the people of the own team alone', async () => {
    const further = { ...lead, aggregate: all };
    expect(await compare({}, further)).toEqual(await compare({}, lead));
    await expect(compare({ team: 'care' }, further)).rejects.toThrow('team must be a team of yours');
    expect(await profile('t-1', further)).toEqual(await profile('t-1', lead));
  });
  test('an executive sees nobody', async () => {
    expect(await compare({ team: 'care' }, executive)).toMatchObject({ people: [], tops: [], improve: [], level: null, sees: 'none' });
    await expect(profile('c-even', executive)).rejects.toThrow('sums alone');
    expect(await people.reach(workspaceId, executive as never)).toEqual({ to: 'none' });
  });
  test('who belongs to no team is refused', async () =>
    expect(compare({}, { rows: { to: 'none' }, aggregate: { to: 'none' }, text: false })).rejects.toThrow('no team'));
});

describe('one person', () => {
  test('has strengths and growth areas from what is clear, of all and of a kind', async () => {
    const { strengths, growth, person, peers } = await profile('c-quick');
    expect([person.name, peers]).toEqual(['Name of c-quick', 6]);
    expect(strengths).toEqual(expect.arrayContaining([expect.objectContaining({ metric: 'resolution', of: null, verdict: 'better' })]));
    expect(strengths).toEqual(
      expect.arrayContaining([expect.objectContaining({ metric: 'resolution', of: { dimension: 'category', value: 'hard' } })]),
    );
    expect(growth.map(({ metric }) => metric)).toContain('reopen');
    expect(strengths.map(({ clearness }) => clearness)).toEqual(strengths.map(({ clearness }) => clearness).toSorted((a, b) => b - a));
  });
  test('is told how good they are at what, how sure that is, and what to do more of', async () => {
    const { skills, suggestion } = await profile('c-quick');
    expect(skills.map(({ value, n }) => [value, n])).toEqual([
      ['hard', 24],
      ['easy', 12],
    ]);
    expect(skills[0]).toMatchObject({ dimension: 'category', share: expect.closeTo(24 / 36, 8) });
    expect(suggestion).toMatchObject({ value: 'hard', level: 'strong' });
    expect((await profile('c-few')).skills).toMatchObject([{ value: 'easy', level: 'unknown' }]);
  });
  test('who did nothing has nothing, and whom nobody knows is not found', async () => {
    expect(await profile('t-idle')).toMatchObject({ strengths: [], growth: [], skills: [], suggestion: null, load: null, open: 0 });
    await expect(profile('nobody')).rejects.toThrow('no such agent');
  });
});
