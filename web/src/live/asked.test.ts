import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAsked } from './asked.ts';
import type { Told } from './protocol.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp() {
  const said: object[] = [];
  const asked = createAsked((words) => said.push(words));
  const answer = (name: string, value: unknown): Told => ({ type: 'answer', name, answer: value });
  const listener = () => {
    const heard: unknown[] = [];
    return { heard, ear: (told: Told) => heard.push(told.type === 'answer' ? told.answer : told.problem) };
  };
  return { said, asked, answer, listener };
}

test('equal questions are asked once, and left when the last part of the page has gone', () => {
  const { said, asked, answer, listener } = setUp();
  const [one, other] = [listener(), listener()];
  const leaves = [asked.want({ query: 1 }, one.ear), asked.want({ query: 1 }, other.ear)];
  expect(said).toEqual([{ watch: { q1: { query: 1 } } }]);
  asked.hear(answer('q1', 5));
  vi.advanceTimersByTime(250);
  leaves[0]!();
  asked.hear(answer('q1', 6));
  vi.advanceTimersByTime(250);
  leaves[1]!();
  expect([one.heard, other.heard, said.at(-1)]).toEqual([[5], [5, 6], { unwatch: ['q1'] }]);
  asked.hear(answer('q1', 7));
  vi.advanceTimersByTime(250);
  expect(other.heard).toEqual([5, 6]);
});

test('what arrives within 250 ms is handed on together, of each question the newest', () => {
  const { asked, answer, listener } = setUp();
  const { heard, ear } = listener();
  asked.want({ a: 1 }, ear);
  asked.want({ b: 1 }, ear);
  asked.hear(answer('q1', 'old'));
  vi.advanceTimersByTime(200);
  asked.hear(answer('q2', 'two'));
  asked.hear(answer('q1', 'new'));
  asked.hear(answer('nobody', 'else'));
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(50);
  expect(heard).toEqual(['new', 'two']);
});

test('over a new line everything that is still followed is asked again', () => {
  const { said, asked, listener } = setUp();
  asked.want({ a: 1 }, listener().ear)();
  asked.want({ b: 1 }, listener().ear);
  said.length = 0;
  asked.askAll();
  expect(said).toEqual([{ watch: { q2: { b: 1 } } }]);
});

test('a question longer than the line takes is not asked', () => {
  const { said, asked, listener } = setUp();
  asked.want({ values: 'é'.repeat(40_000) }, listener().ear)();
  expect(said).toEqual([]);
});
