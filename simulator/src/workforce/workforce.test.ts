import { describe, expect, test } from 'vitest';
import { createClock } from '../clock.ts';
import { START } from '../example.ts';
import type { Ticket, WorkItem } from '../model.ts';
import { createRoster, TEAM_IDS } from '../people/roster.ts';
import { PERSONAS } from '../people/personas.ts';
import { createZone, DAY, HOUR } from '../zone.ts';
import { createTeamQueue } from './queue.ts';
import { mondayOf, shiftsOf, weekOf } from './shifts.ts';

describe('the roster', () => {
  test('has the personas whatever the seed, and a lead for each team', () => {
    for (const seed of [1, 99]) {
      const roster = createRoster(seed, 30, START);
      expect(roster.length).toBe(35);
      for (const { agentId, name } of PERSONAS) if (agentId) expect(roster.find(({ id }) => id === agentId)?.name).toBe(name);
      expect(roster.filter(({ isLead }) => isLead).map(({ team }) => team)).toEqual([...TEAM_IDS]);
    }
  });

  test('has every team from five agents on, and everybody once in a larger centre', () => {
    expect(
      new Set(
        createRoster(1, 5, START)
          .slice(0, 5)
          .map(({ team }) => team),
      ).size,
    ).toBe(5);
    const ids = createRoster(1, 200, START).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('mans every hour of a week', () => {
    const roster = createRoster(7, 30, START);
    const week = weekOf(START / DAY);
    const shifts = roster.flatMap((agent, number) =>
      shiftsOf(7, agent, createZone(agent.timeZone), number, week).concat(shiftsOf(7, agent, createZone(agent.timeZone), number, week - 1)),
    );
    for (let at = mondayOf(week) * DAY; at < mondayOf(week + 1) * DAY; at += HOUR)
      expect({ at, onShift: shifts.some(({ from, to }) => from <= at && at < to) }).toEqual({ at, onShift: true });
  });
});

describe('the queue', () => {
  const item = (number: number, deadline: number, live = false): WorkItem => ({
    ticket: { number, turn: 0, live, channel: live ? 'chat' : 'email', isGone: false, isYielded: false } as Ticket,
    turn: 0,
    since: 0,
    deadline,
    purpose: 'first',
  });

  test('gives the earliest deadline of the lanes allowed, and passes over what is void', () => {
    const queue = createTeamQueue();
    const [late, early, chat] = [item(1, 50), item(2, 20), item(3, 30, true)];
    for (const each of [late, early, chat]) queue.add(each);
    expect(queue.peek(() => true)).toBe(early);
    expect(queue.peek((lane) => lane === 'live')).toBe(chat);
    early.ticket.turn += 1;
    expect(queue.peek(() => true)).toBe(chat);
    queue.remove(chat);
    expect(queue.peek(() => true)).toBe(late);
    expect(queue.size()).toBe(1);
  });
});

test('the clock lets things happen in order of time, and those of one instant in the order in which they were planned', () => {
  const clock = createClock(1_000);
  const happened: string[] = [];
  clock.at(3_000, () => happened.push('c'));
  clock.at(2_000, () => {
    happened.push('a');
    clock.after(0, () => happened.push('b'));
  });
  clock.at(3_000, () => happened.push('d'));
  clock.at(5_000, () => happened.push('later'));
  clock.runUntil(4_000);
  expect(happened).toEqual(['a', 'b', 'c', 'd']);
  expect(clock.now()).toBe(4_000);
});
