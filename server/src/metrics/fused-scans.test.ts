/** Scans that differ in what they measure alone are read together, and everybody gets what they would have got alone. */
import { type DimensionId, dimensionsOf, METRICS, metricOf } from '@watchdesk/domain/metrics';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openLoaded } from '../../test/loaded.ts';
import type { Analytics } from '../store/analytics/index.ts';
import { figuresOf } from './figures.ts';
import { type Bucket, bucketsIn, frameOf } from './frame.ts';
import type { Frame } from './scan.ts';

const { analytics, door, loader, newWorkspace, created, reply, startAt, close } = await openLoaded();
let frame: Frame;
/** Of the period without its first day. */
const buckets: Record<'day' | 'week', Bucket[]> = { day: [], week: [] };
beforeAll(async () => {
  const workspaceId = await newWorkspace();
  const tickets = Array.from({ length: 30 }, (_, index) => `s:t${index}`);
  await door.bulk(
    workspaceId,
    's',
    tickets.flatMap((ticket, index) => [
      created(ticket, index * 60, { team: `team-${index % 3}` }),
      ...(index % 4 ? [reply(ticket, index * 60 + index)] : []),
    ]),
  );
  await loader.drain();
  const all = { to: 'all' } as const;
  const now = startAt + 7 * 86_400_000;
  const period = { from: startAt - 86_400_000, to: now, until: now, previous: { from: 0, to: 1 }, timeZone: 'UTC', grain: 'day' } as const;
  frame = frameOf({ workspaceId, scope: { rows: all, aggregate: all, text: true }, now }, period, {});
  for (const grain of ['day', 'week'] as const)
    buckets[grain] = await bucketsIn(analytics, { ...frame, from: frame.from + 86_400_000 }, grain);
});
afterAll(close);

/** The same store, counting what it is asked, each question waiting for `first`. */
function counted(first: Promise<unknown> = Promise.resolve()): { asked: () => number; store: Analytics } {
  let asked = 0;
  const query = (async (question: Parameters<Analytics['reader']['query']>[0]) => {
    asked += 1;
    await first;
    return analytics.reader.query(question);
  }) as Analytics['reader']['query'];
  return { asked: () => asked, store: { ...analytics, reader: { query } as Analytics['reader'] } };
}

const [median, slowest, within] = ['first_response', 'first_response_p90', 'first_response_within_hour'].map((id) => metricOf(id)!);

test('tiles of one frame are one statement, those of another frame another', async () => {
  const { asked, store } = counted();
  const filtered: Frame = { ...frame, filters: [{ dimension: 'team', values: ['team-1'] }] };
  await Promise.all([...[median!, slowest!, within!].map((one) => figuresOf(store, [one], frame)), figuresOf(store, [median!], filtered)]);
  expect(asked()).toBe(2);
  await figuresOf(store, [median!], frame);
  expect(asked(), 'what is asked later is read anew').toBe(3);
});

test('who asks while the scan waits for its turn is read with those before', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { asked, store } = counted(promise);
  const teams = ['team-0', 'team-1', 'team-2', 'none'];
  const before = teams.map((team) => figuresOf(store, [median!], { ...frame, filters: [{ dimension: 'team', values: [team] }] }));
  await vi.waitFor(() => expect(asked()).toBe(teams.length));
  const first = figuresOf(store, [median!], frame);
  await new Promise((settle) => setTimeout(settle, 50));
  const later = figuresOf(store, [slowest!], frame);
  resolve();
  await Promise.all([...before, first, later]);
  expect(asked()).toBe(teams.length + 1);
});

test('others of another scope are never read together', async () => {
  const { asked, store } = counted();
  const scoped: Frame = { ...frame, scope: { ...frame.scope, rows: { to: 'none' } } };
  await Promise.all([figuresOf(store, [median!], frame), figuresOf(store, [median!], scoped)]);
  expect(asked()).toBe(2);
});

test('what is grouped, over time or beside the period before is read once, what is costly in many groupings is not', async () => {
  const { asked, store } = counted();
  const by = (...dimensions: DimensionId[]): Frame => ({ ...frame, dimensions });
  const arrivals = metricOf('created')!;
  await Promise.all(
    [[], ['team'], ['channel', 'team']].map((dimensions) => figuresOf(store, [arrivals], by(...(dimensions as DimensionId[])))),
  );
  expect(asked()).toBe(1);
  const compared = { from: frame.from - 86_400_000, to: frame.from };
  const bucket = { at: frame.from, from: frame.from, to: frame.to };
  await Promise.all([
    figuresOf(store, [arrivals], by('team')),
    figuresOf(store, [arrivals], { ...frame, compared }),
    figuresOf(store, [arrivals], { ...frame, grain: 'day', buckets: [bucket] }),
  ]);
  expect(asked()).toBe(2);
  await Promise.all([
    figuresOf(store, [arrivals], { ...frame, grain: 'month', buckets: [bucket] }),
    figuresOf(store, [arrivals], { ...frame, grain: 'day', buckets: [bucket] }),
  ]);
  expect(asked(), 'of two grains').toBe(4);
  const groupings = [by(), by('team'), by('channel'), by('priority'), by('agent')];
  await Promise.all(groupings.map((one) => figuresOf(store, [median!], one)));
  expect(asked()).toBe(6);
});

test('each finds the figures that they would have found alone', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(
          fc.subarray([...METRICS], { minLength: 1, maxLength: 4 }),
          fc.constantFrom<readonly DimensionId[]>(
            [],
            ['team'],
            ['channel'],
            ['channel', 'team'],
            ['team', 'channel'],
            ['tags'],
            ['weekday'],
          ),
          fc.boolean(),
          fc.constantFrom<'day' | 'week' | null>(null, null, 'day', 'week'),
        ),
        { minLength: 2, maxLength: 6 },
      ),
      async (questions) => {
        const store = { ...analytics };
        const framed = questions.flatMap(([wanted, dimensions, isCompared, grain]) => {
          const metrics = wanted.filter((metric) => dimensions.every((id) => dimensionsOf(metric).includes(id)));
          const compared = isCompared ? { from: frame.from, to: frame.from + 86_400_000 } : null;
          const own: Frame = { ...frame, from: frame.from + 86_400_000, dimensions, compared };
          return metrics.length > 0 ? [{ metrics, frame: grain ? { ...own, grain, buckets: buckets[grain] } : own }] : [];
        });
        const together = await Promise.all(framed.map((one) => figuresOf(store, one.metrics, one.frame)));
        for (const [index, one] of framed.entries()) {
          const alone = await figuresOf({ ...analytics }, one.metrics, one.frame);
          const fused = together[index]!;
          expect(fused.groups.map(String).toSorted()).toEqual(alone.groups.map(String).toSorted());
          for (const metric of one.metrics)
            for (const group of [null, ...alone.groups])
              for (const bucket of [undefined, ...one.frame.buckets.map(({ at }) => at)])
                expect([metric.id, group, fused.of(metric, group, bucket), fused.before(metric, group)]).toEqual([
                  metric.id,
                  group,
                  alone.of(metric, group, bucket),
                  alone.before(metric, group),
                ]);
        }
      },
    ),
    { numRuns: 15 },
  ));

test('who leaves takes nothing from the others, and what all left is ended', async () => {
  const { store } = counted();
  const leaving = new AbortController();
  const left = figuresOf(store, [slowest!], frame, leaving.signal).then(
    () => 'answered',
    () => 'ended',
  );
  const stays = figuresOf(store, [median!], frame);
  leaving.abort();
  expect((await stays).of(median!, null).n).toBeGreaterThan(0);
  const all = new AbortController();
  const ended = figuresOf(store, [median!], frame, all.signal);
  all.abort();
  await expect(ended).rejects.toMatchObject({ name: expect.stringMatching(/Abort/) });
  await left;
});

test('a scan that fails together is tried alone', async () => {
  let asked = 0;
  const query = (async (question: Parameters<Analytics['reader']['query']>[0]) => {
    asked += 1;
    if (asked === 1) throw Object.assign(new Error('too many groups'), { code: '158' });
    return analytics.reader.query(question);
  }) as Analytics['reader']['query'];
  const store = { ...analytics, reader: { query } as Analytics['reader'] };
  const [one, other] = await Promise.all([figuresOf(store, [median!], frame), figuresOf(store, [slowest!], frame)]);
  expect([one.of(median!, null).n, other.of(slowest!, null).n, asked]).toEqual([expect.any(Number), expect.any(Number), 3]);
});
