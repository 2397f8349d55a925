/** What moves satisfaction, and whom to call back: found again in answers made by a known rule, and only for who may see them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLoaded } from '../../test/loaded.ts';
import type { ViewScope } from '../accounts/index.ts';
import { createFeedback } from './index.ts';

const { postgres, analytics, pool, door, loader, newWorkspace, startAt, close } = await openLoaded();
const HOUR = 60;
const DAY = 24 * HOUR;
const NOW = startAt + 20 * DAY * 60_000;
const feedback = createFeedback({ postgres, analytics, clock: { now: () => NOW } });
const period = { from: startAt, to: NOW, timeZone: 'UTC' };
const all = { to: 'all' } as const;
const everything: ViewScope = { rows: all, aggregate: all, text: true };
const executive: ViewScope = { rows: { to: 'none' }, aggregate: all, text: false };
const lead: ViewScope = { rows: { to: 'teams', teams: ['billing'] }, aggregate: { to: 'teams', teams: ['billing'] }, text: true };
afterAll(close);

let ids = 0;
const event = (ticket: string, minutes: number, actor: string, type: string, data: object) => ({
  id: `f${(ids += 1)}`,
  at: startAt + Math.round(minutes * 60_000),
  actor: { kind: actor.startsWith('c') ? 'customer' : 'agent', id: actor },
  ticket,
  type,
  data,
});

interface Course {
  readonly minutesToReply: number;
  readonly replies: number;
  readonly channel: string;
  readonly score: number;
}

/** Created, answered so many times, resolved and rated. */
function rated(number: number, { minutesToReply, replies, channel, score }: Course, agent = `a-${number % 6}`, team = 'billing') {
  const ticket = `s:${team}-${number}`;
  const start = number * 5;
  const reply = (index: number) =>
    event(ticket, start + minutesToReply + index, agent, 'ticket.message', { messageId: `m${index}`, visibility: 'public' });
  return [
    event(ticket, start, 'c-1', 'ticket.created', { requester: 'c-1', team, assignee: agent, channel, category: 'login' }),
    ...Array.from({ length: replies }, (_, index) => reply(index)),
    event(ticket, start + 3 * HOUR, agent, 'status.changed', { to: 'resolved' }),
    event(ticket, start + 5 * HOUR, agent, 'survey.requested', { survey: 'csat', surveyId: `q-${team}-${number}` }),
    event(ticket, start + 6 * HOUR, 'c-1', 'survey.answered', { survey: 'csat', surveyId: `q-${team}-${number}`, score, scale: 5 }),
  ];
}

const SPEEDS = [1, 2, 4, 8, 16, 32];

/** Every doubling of the first response costs 0.4, every reply 0.25; chat is rated half a point below e-mail. */
const byRule = (number: number): Course => {
  const speed = (number * 7) % SPEEDS.length;
  const replies = 1 + ((number * 5) % 4);
  const channel = number % 3 === 0 ? 'chat' : 'email';
  const score = 5 - 0.4 * speed - 0.25 * (replies - 1) - (channel === 'chat' ? 0.5 : 0);
  return { minutesToReply: SPEEDS[speed]!, replies, channel, score };
};

async function workspaceOf(events: readonly object[]): Promise<string> {
  const workspaceId = await newWorkspace();
  const outcomes = await door.bulk(workspaceId, 's', events);
  expect(outcomes.filter(({ outcome }) => outcome !== 'accepted')).toEqual([]);
  await loader.drain();
  return workspaceId;
}
const drivers = (workspaceId: string, scope = everything) => feedback.drivers({ workspaceId, scope }, period);

describe('drivers', () => {
  let workspaceId: string;
  beforeAll(async () => {
    const withoutReply = rated(900, { minutesToReply: 1, replies: 0, channel: 'bot', score: 4 });
    const spam = [...rated(901, byRule(901)), event('s:billing-901', 7000, 'a-1', 'ticket.spam', { is: true })];
    workspaceId = await workspaceOf([
      ...Array.from({ length: 240 }, (_, number) => rated(number, byRule(number))).flat(),
      ...withoutReply,
      ...spam,
    ]);
  });

  test('are found again with their effects, and tell who was left out', async () => {
    const { outcome, answers, used, leftOut, explained, amounts, choices } = await drivers(workspaceId);
    expect({ outcome, answers, used, leftOut }).toEqual({
      outcome: 'computed',
      answers: 241,
      used: 240,
      leftOut: [{ reason: 'no_reply', answers: 1 }],
    });
    expect(explained).toBeGreaterThan(0.99);
    const per = Object.fromEntries(amounts.map(({ id, perStep }) => [id, perStep]));
    // The longest wait is the first response here: together they have its effect.
    expect(per['first_response']! + per['longest_wait']!).toBeCloseTo(-0.4, 1);
    expect(per['replies']).toBeCloseTo(-0.25, 1);
    expect(amounts.filter(({ varies }) => !varies).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['escalations', 'reopens', 'handed_on']),
    );
    const channel = choices.find(({ id }) => id === 'channel')!;
    expect(channel).toMatchObject({ reference: 'email', values: [{ value: 'chat', n: 80, effect: expect.closeTo(-0.5, 1) }] });
    for (const { interval, perDeviation } of amounts) {
      expect(interval[0]).toBeLessThanOrEqual(perDeviation);
      expect(interval[1]).toBeGreaterThanOrEqual(perDeviation);
    }
  });

  test('are of what had happened when the answer was asked for', async () => {
    const later = Array.from({ length: 120 }, (_, number) => {
      const ticket = `s:billing-${number}`;
      const after = number * 5 + 7 * HOUR;
      return [
        event(ticket, after, 'a-1', 'team.changed', { to: 'technical' }),
        event(ticket, after + 1, 'a-1', 'assignee.changed', { to: 'a-9' }),
        event(ticket, after + 2, 'c-1', 'status.changed', { to: 'open' }),
        event(ticket, after + 900, 'a-9', 'ticket.message', { messageId: 'late', visibility: 'public' }),
        event(ticket, after + 950, 'a-9', 'status.changed', { to: 'resolved' }),
      ];
    });
    const told = Array.from({ length: 120 }, (_, number) => rated(number, byRule(number))).flat();
    const [before, after] = [await drivers(await workspaceOf(told)), await drivers(await workspaceOf([...told, ...later.flat()]))];
    expect(before.outcome).toBe('computed');
    expect({ ...after, period: null }).toEqual({ ...before, period: null });
  });

  test('a value of few people stands with the others, and nobody’s effect is told', async () => {
    const phoned = Array.from({ length: 60 }, (_, index) => rated(300 + index, { ...byRule(index), channel: 'phone' }, `a-${index % 2}`));
    const others = Array.from({ length: 240 }, (_, number) => rated(number, byRule(number), `a-${Math.floor(number / 3) % 6}`));
    const few = await workspaceOf([...others, ...phoned].flat());
    const shown = async (scope: ViewScope) => {
      const { reference, values } = (await drivers(few, scope)).choices.find(({ id }) => id === 'channel')!;
      return [reference, ...values.map(({ value }) => value)].toSorted();
    };
    expect(await shown(everything)).toEqual(['chat', 'email', 'phone']);
    expect(await shown(executive)).toEqual(['email', '…']);
  });

  test('stand beside plain means in bands, which the quick ones lead', async () => {
    const { bands } = await drivers(workspaceId);
    const speed = bands.find(({ by }) => by === 'first_response')!.bands.filter(({ n }) => n > 0);
    expect(speed.reduce((sum, { n }) => sum + n, 0)).toBe(240);
    expect(Math.max(...speed.map(({ mean }) => mean!))).toBe(speed[0]!.mean);
    expect(speed[0]!.mean! - speed.at(-1)!.mean!).toBeGreaterThan(1);
  });

  test('of enough people are told to an executive; of few they are withheld', async () => {
    expect((await drivers(workspaceId, executive)).outcome).toBe('computed');
    const few = await workspaceOf(Array.from({ length: 120 }, (_, number) => rated(number, byRule(number), `a-${number % 4}`)).flat());
    expect(await drivers(few, executive)).toMatchObject({ outcome: 'withheld', answers: null, amounts: [], bands: [] });
    expect((await drivers(few, lead)).outcome).toBe('computed');
    expect(await drivers(few, { ...lead, aggregate: { to: 'teams', teams: ['technical'] } })).toMatchObject({
      outcome: 'too_few',
      answers: 0,
    });
  });

  test('of few answers say nothing but how many it takes, and of none as well', async () => {
    const some = await workspaceOf(Array.from({ length: 30 }, (_, number) => rated(number, byRule(number))).flat());
    expect(await drivers(some)).toMatchObject({ outcome: 'too_few', used: 30, needed: 100, amounts: [], mean: null });
    expect(await drivers(await newWorkspace())).toMatchObject({ outcome: 'too_few', answers: 0, used: 0 });
  });

  test('of answers that are all alike say so', async () => {
    const alike = await workspaceOf(Array.from({ length: 120 }, (_, number) => rated(number, { ...byRule(number), score: 5 })).flat());
    expect((await drivers(alike)).outcome).toBe('all_alike');
  });
});

describe('low answers', () => {
  let workspaceId: string;
  const low = { minutesToReply: 5, replies: 1, channel: 'email', score: 2 };
  const answeredAt = (number: number) => number * 5 + 6 * HOUR;
  const LATEST = 19 * DAY;
  beforeAll(async () => {
    const late = (LATEST + 12 * HOUR) / 5;
    workspaceId = await workspaceOf([
      ...rated(0, low),
      ...rated(1, { ...low, score: 1 }),
      event('s:billing-1', answeredAt(1) + 2 * HOUR, 'a-9', 'ticket.message', { messageId: 'sorry', visibility: 'public' }),
      ...rated(2, low),
      event('s:billing-2', answeredAt(2) + HOUR, 'a-2', 'ticket.message', { messageId: 'note', visibility: 'internal' }),
      event('s:billing-2', answeredAt(2) + 30 * HOUR, 'a-2', 'ticket.message', { messageId: 'sorry', visibility: 'public' }),
      ...rated(3, { ...low, score: 3 }),
      ...rated(late, low).map((one) =>
        one.type === 'survey.answered'
          ? { ...one, data: { ...one.data, comment: 'Nobody <b>listened</b>', furtherAnswers: [{ question: 'Why?', answer: 'Slow' }] } }
          : one,
      ),
      ...rated(4, low, 't-1', 'technical').map((one) =>
        one.type === 'survey.answered' ? { ...one, data: { survey: 'nps', surveyId: 'n', score: 6, scale: 10 } } : one,
      ),
      event('s:call', answeredAt(0) + 10 * HOUR, 'a-7', 'ticket.created', {
        requester: 'c-2',
        channel: 'phone',
        team: 'billing',
        assignee: 'a-7',
      }),
    ]);
  });
  const ask = (scope = everything) => feedback.followUps({ workspaceId, scope }, period);
  const stateOf = async (scope = everything) => Object.fromEntries((await ask(scope)).answers.map(({ ticket, state }) => [ticket, state]));

  test('are listed with whether somebody wrote to the customer since, and those first that can still be in time', async () => {
    const { answers, counts, isWhole } = await ask();
    expect(counts).toEqual({ open: 1, overdue: 2, inTime: 1, late: 1 });
    expect(isWhole).toBe(true);
    expect(answers[0]).toMatchObject({
      state: 'open',
      score: 2,
      scale: 5,
      hasComment: true,
      comment: 'Nobody <b>listened</b>',
      furtherAnswers: [{ question: 'Why?', answer: 'Slow' }],
      contact: null,
    });
    expect(await stateOf()).toMatchObject({
      's:billing-0': 'overdue',
      's:billing-1': 'in_time',
      's:billing-2': 'late',
      's:technical-4': 'overdue',
    });
    expect(answers.find(({ ticket }) => ticket === 's:billing-1')!.contact).toMatchObject({ kind: 'reply', by: { id: 'a-9' } });
  });

  test('a ticket that an agent opens for the customer, as of a call, is a follow-up too', async () => {
    await door.accept(workspaceId, 's', [
      event('s:back', answeredAt(0) + 20 * HOUR, 'a-7', 'ticket.created', {
        requester: 'c-1',
        channel: 'phone',
        team: 'billing',
        assignee: 'a-7',
      }),
    ]);
    await loader.drain();
    const fresh = createFeedback({ postgres, analytics, clock: { now: () => NOW } });
    const answerOf = async (scope: ViewScope) =>
      (await fresh.followUps({ workspaceId, scope }, period)).answers.find(({ ticket }) => ticket === 's:billing-0');
    expect(await answerOf(everything)).toMatchObject({ state: 'in_time', contact: { kind: 'new_ticket', ticket: 's:back' } });
    expect(await answerOf(lead)).toMatchObject({ state: 'in_time', contact: { kind: 'new_ticket', ticket: null, by: null } });
  });

  test('are those of the viewer’s rows, and their words where they may be read', async () => {
    expect(Object.keys(await stateOf(lead))).not.toContain('s:technical-4');
    const own: ViewScope = { ...lead, rows: { to: 'agent', agent: 'a-1' } };
    expect(Object.keys(await stateOf(own))).toEqual(['s:billing-1']);
    expect(await ask(executive)).toMatchObject({ answers: [], counts: null });
    expect((await ask({ ...everything, text: false })).answers[0]).toMatchObject({ hasComment: true, comment: null, furtherAnswers: [] });
  });

  test('are told no longer to whom the ticket was taken from', async () => {
    const at = LATEST + 30 * HOUR;
    const own: ViewScope = { ...lead, rows: { to: 'agent', agent: 'a-1' } };
    const ticketsFor = async (scope: ViewScope) => {
      const fresh = createFeedback({ postgres, analytics, clock: { now: () => NOW } });
      return (await fresh.followUps({ workspaceId, scope }, period)).answers.map(({ ticket }) => ticket);
    };
    const before = await ticketsFor(everything);
    expect(await ticketsFor(own)).toEqual(['s:billing-1']);
    expect(await ticketsFor(lead)).toContain('s:billing-1');
    await door.accept(workspaceId, 's', [
      event('s:billing-1', at, 'a-2', 'team.changed', { to: 'technical' }),
      event('s:billing-1', at, 'a-2', 'assignee.changed', { to: 't-1' }),
    ]);
    expect(await ticketsFor(own)).toEqual([]);
    expect(await ticketsFor(lead)).not.toContain('s:billing-1');
    expect((await ticketsFor(everything)).toSorted()).toEqual(before.toSorted());
  });

  test('have no words once those are erased', async () => {
    await pool.query(`delete from personal_data where workspace_id = $1 and fields ? 'comment'`, [workspaceId]);
    const fresh = createFeedback({ postgres, analytics, clock: { now: () => NOW } });
    expect((await fresh.followUps({ workspaceId, scope: everything }, period)).answers[0]).toMatchObject({
      hasComment: true,
      comment: null,
    });
  });
});
