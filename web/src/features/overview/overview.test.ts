import { describe, expect, test } from 'vitest';
import type { Tile } from '../../api/client.ts';
import { fullLabel, shortLabel } from '../../charts/index.ts';
import { nobodyFree, worstFirst, type Burning } from './on-fire.ts';
import { ageSentence, flowSentence, largestSentence, speedSentence } from './sentences.ts';
import { grouped } from './tile-words.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-');

const tile = (more: Partial<Tile> = {}): Tile => ({
  id: 'first_response',
  label: 'First response, median',
  value: 400,
  unit: 'seconds',
  previous: 500,
  betterWhen: 'lower',
  n: 120,
  target: 300,
  warning: 600,
  series: [],
  definition: '',
  ...more,
});

describe('a tile', () => {
  test('a tile that is not known yet has a place too', () => {
    const groups = new Map(grouped([tile(), tile({ id: 'new one' }), tile({ id: 'created' })]));
    expect(groups.get('path')?.map(({ id }) => id)).toEqual(['new one']);
    expect(groups.get('volume')?.map(({ id }) => id)).toEqual(['created']);
  });
});

describe('sentences', () => {
  const bucket = (at: string, created: number, resolved: number) => ({ at, created, resolved, incomplete: false });

  test('what came and went', () => {
    const at = (when: string) => when;
    const two = [bucket('Mon', 4, 1), bucket('Tue', 9, 2)];
    expect(flowSentence(two, { value: 30, previous: 20 }, at)).toBe(
      '13 created, 3 resolved. With what was reopened or merged, the backlog grew by 10. Busiest: Tue, with 9.',
    );
    expect(flowSentence([], { value: 30, previous: 20 }, at)).toBe('Not enough to say anything yet.');
  });

  test('what became of the backlog is what the backlog says, whatever came and went', () => {
    const flow = (value: number | null, previous: number | null) =>
      flowSentence([bucket('Mon', 9, 4)], { value, previous }, (when) => when).replace(' Busiest: Mon, with 9.', '');
    expect(flow(239, 182)).toBe('9 created, 4 resolved. With what was reopened or merged, the backlog grew by 57.');
    expect(flow(179, 182)).toBe('9 created, 4 resolved. With what was reopened or merged, the backlog shrank by 3.');
    expect(flow(182, 182)).toBe('9 created, 4 resolved. The backlog is as large as before.');
    expect(flow(182, null)).toBe('9 created, 4 resolved.');
    expect(flowSentence([bucket('Mon', 9, 4)], undefined, (when) => when)).toContain('9 created, 4 resolved.');
  });

  test('how old the backlog is', () => {
    const ages = [
      { label: 'young', fromSeconds: 0, toSeconds: 259_200, count: 3 },
      { label: 'old', fromSeconds: 259_200, toSeconds: null, count: 1 },
    ];
    expect(plain(ageSentence(ages))).toBe('25.0 % of the backlog is older than 3 days.');
    expect(ageSentence(ages.slice(0, 1))).toBe('None of the backlog is older than 3 days.');
  });

  test('which part is the largest', () => {
    expect(
      plain(
        largestSentence([
          { label: 'Chat', count: 1 },
          { label: 'E-mail', count: 3 },
        ]),
      ),
    ).toBe('E-mail is the largest part: 75.0 %.');
    expect(largestSentence([{ label: 'Chat', count: 0 }])).toBe('Not enough to say anything yet.');
  });

  test('slower or quicker', () => {
    expect(plain(speedSentence({ value: 400, previous: 500 }))).toBe('20 % quicker than the period before.');
    expect(plain(speedSentence({ value: 600, previous: 500 }))).toBe('20 % slower than the period before.');
    expect(speedSentence({ value: 500, previous: 500 })).toBe('As quick as the period before.');
    expect(speedSentence({ value: 500, previous: null })).toBe('Not enough to say anything yet.');
  });
});

describe('what is on fire', () => {
  const burning = (ticket: string, priority: string, waitingSince: string): Burning => ({
    ticket,
    subject: null,
    priority,
    waitingSince,
    organisation: null,
    requester: null,
    customerTier: null,
  });

  test('critical first, then whoever has waited longest', () => {
    const all = [
      burning('a', 'P2', '2026-11-22T08:00:00Z'),
      burning('b', 'P1', '2026-11-22T09:00:00Z'),
      burning('c', 'P1', '2026-11-22T07:00:00Z'),
    ];
    expect(worstFirst(all).map(({ ticket }) => ticket)).toEqual(['c', 'b', 'a']);
  });

  test('a queue with nobody to take from it burns only while somebody waits', () => {
    const now = { waiting: 0, longestWaitSeconds: null, handling: 0, active: 0, unassigned: 0, available: 0, online: 0, onFire: [] };
    expect([nobodyFree(now), nobodyFree({ ...now, waiting: 1 }), nobodyFree({ ...now, waiting: 1, available: 1 })]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

test('buckets are called by their hour, day, week or month, in the zone that is looked at', () => {
  expect(shortLabel('2026-11-22T14:00:00Z', 'hour', 'Asia/Tokyo', 24)).toBe('23:00');
  expect(shortLabel('2026-11-22T00:00:00Z', 'hour', 'UTC', 72)).toBe('Sun 22');
  expect(shortLabel('2026-11-21T15:00:00Z', 'day', 'Asia/Tokyo', 30)).toBe('22 Nov');
  expect(shortLabel('2026-12-31T15:00:00Z', 'day', 'Asia/Tokyo', 30)).toBe('1 Jan 2027');
  expect(shortLabel('2027-01-04T00:00:00Z', 'week', 'UTC', 30)).toBe('4 Jan 2027');
  expect(shortLabel('2027-01-01T00:00:00Z', 'month', 'UTC', 12)).toBe('Jan 2027');
  expect(fullLabel('2026-11-16T00:00:00Z', 'week', 'UTC')).toBe('week of 16 Nov');
  expect(fullLabel('2026-11-01T00:00:00Z', 'month', 'UTC')).toBe('November 2026');
  expect(fullLabel('2026-11-22T14:00:00Z', 'hour', 'UTC')).toBe('Sun 22 Nov, 14:00');
});
