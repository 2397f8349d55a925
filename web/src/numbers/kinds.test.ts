/** The kinds of chart that are not lines or bars: which questions they fit, what they ask, draw and say. */
import { describe, expect, test } from 'vitest';
import type { Dimension, Metric, QueryAnswer } from '../api/client.ts';
import { answerDrawing } from './answer-drawing.ts';
import { answerSentence } from './answer-sentence.ts';
import { askedAs, fits, type ChartKind } from './chart-kind.ts';
import type { Question } from './question.ts';
import { fileOf, sheetOf, tableOf } from './sheet.ts';
import { catalogueOf } from './use-catalogue.ts';

const metric = (id: string, unit: Metric['unit'], label: string, more: Partial<Metric> = {}): Metric => ({
  id,
  label,
  unit,
  description: '',
  formula: '',
  betterWhen: 'neutral',
  target: null,
  warning: null,
  band: null,
  targetsBy: null,
  calendar: null,
  calendars: ['elapsed'],
  source: '',
  family: '',
  spread: null,
  period: [],
  dimensions: ['channel', 'country', 'duration'],
  ...more,
});
const dimension = (id: string, label: string, more: Partial<Dimension> = {}): Dimension => ({
  id,
  label,
  description: '',
  several: false,
  values: null,
  metrics: [],
  ...more,
});
const [created, handed, replies] = [
  metric('created', 'count', 'Created'),
  metric('handed_over', 'count', 'Handed over'),
  metric('replies', 'count', 'Replies'),
];
const csat = metric('csat', 'share', 'CSAT', { betterWhen: 'higher', target: 0.9, warning: 0.85 });
const wait = ['', '_p75', '_p90', '_p95'].map((end) => metric(`wait${end}`, 'seconds', `Wait, ${end || 'median'}`, { spread: 'replies' }));
const bands = [0, 60, 300, 900].map((from, place, all) => ({ value: String(from), label: `${from} s to ${all[place + 1] ?? 'more'}` }));
const catalogue = catalogueOf(
  [created, handed, replies, csat, ...wait],
  [
    dimension('channel', 'Channel'),
    dimension('team', 'Team'),
    dimension('tags', 'Tag', { several: true }),
    dimension('country', 'Country'),
    dimension('duration', 'Duration', { values: bands }),
  ],
);
const question = (more: Partial<Question> = {}): Question => ({ metrics: ['created'], period: '7d', timeZone: 'UTC', ...more });

const figure = (value: number | null, n = value ?? 0, share: number | null = null) => ({
  value,
  n,
  withheld: false,
  share,
  standing: null,
});
type Groups = QueryAnswer['groups'];
const group = (key: Record<string, string>, values: Groups[number]['values']): Groups[number] => ({ key, labels: key, values, series: [] });
const answer = (values: Groups[number]['values'], groups: Groups = []): QueryAnswer => ({
  asOf: '2026-11-23T12:00:00Z',
  period: {
    from: '2026-11-22T00:00:00Z',
    to: '2026-11-24T00:00:00Z',
    until: '2026-11-23T12:00:00Z',
    timeZone: 'UTC',
    weekStart: 'monday',
    grain: null,
    compared: null,
  },
  total: { values, series: [] },
  groups,
  groupsInAll: 0,
  rest: null,
});
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const drawn = (kind: ChartKind, asked: Question, of: QueryAnswer, metrics: Metric[]) =>
  answerDrawing(kind, { question: asked, answer: of, metrics, catalogue, scheme: 'light' });
const points = (...args: Parameters<typeof drawn>) => drawn(...args)!.drawing.points.map(plain);
const said = (kind: ChartKind, asked: Question, of: QueryAnswer, metrics: Metric[]) => plain(answerSentence(kind, of, asked, metrics));

test.each<[ChartKind, Partial<Question>, boolean]>([
  ['gauge', { metrics: ['csat'] }, true],
  ['gauge', { metrics: ['created'] }, false],
  ['gauge', { metrics: ['csat'], dimensions: ['channel'] }, false],
  ['funnel', { metrics: ['created', 'handed_over'] }, true],
  ['funnel', { metrics: ['created'] }, false],
  ['funnel', { metrics: ['created', 'csat'] }, false],
  ['sankey', { dimensions: ['channel', 'team'] }, true],
  ['sankey', { dimensions: ['channel', 'tags'] }, false],
  ['sankey', { metrics: ['csat'], dimensions: ['channel', 'team'] }, false],
  ['map', { dimensions: ['country'] }, true],
  ['map', { metrics: ['csat'], dimensions: ['country'] }, true],
  ['map', { dimensions: ['channel'] }, false],
])('%s fits %j: %s', (kind, more, expected) => expect(fits(kind, question(more), catalogue)).toBe(expected));

describe('a funnel', () => {
  const asked = question({ metrics: ['created', 'handed_over', 'replies'] });
  const of = answer({ created: figure(200), handed_over: figure(50), replies: figure(40) });
  const metrics = [created, handed, replies];
  test('says of each step its part of the first and of the one before', () =>
    expect(points('funnel', asked, of, metrics)).toEqual([
      'Created 200',
      'Handed over 50, 25.0 % of the first',
      'Replies 40, 20.0 % of the first, 80.0 % of the step before',
    ]));
  test('says where most is lost, and each step leads to its number', () => {
    expect(said('funnel', asked, of, metrics)).toBe(
      'Replies is 20.0 % of Created. The largest loss is from Created to Handed over, where 25.0 % go on.',
    );
    expect(drawn('funnel', asked, of, metrics)!.pick('funnel left', 1)).toEqual({ metric: 'handed_over' });
  });
  test('is a table of its steps', () => {
    const { columns, rows } = tableOf({ title: 'Way', kind: 'funnel', question: asked, answer: of, metrics, catalogue });
    expect(columns).toEqual(['Step', 'Total', 'Of the first', 'Of the step before']);
    expect(rows).toEqual([
      ['Created', 200, 1, null],
      ['Handed over', 50, 0.25, 0.25],
      ['Replies', 40, 0.2, 0.8],
    ]);
  });
  test('of nothing has steps of nothing', () => {
    const nothing = answer({ created: figure(0), handed_over: figure(0), replies: figure(0) });
    expect(points('funnel', asked, nothing, metrics)).toEqual(['Created 0', 'Handed over 0', 'Replies 0']);
    expect(said('funnel', asked, nothing, metrics)).toBe('Created: none in this period.');
  });
});

describe('a Sankey', () => {
  const asked = question({ dimensions: ['channel', 'team'] });
  const flow = (channel: string, team: string, value: number | null) => group({ channel, team }, { created: figure(value) });
  const of = answer({ created: figure(10) }, [flow('email', 'a', 5), flow('chat', 'a', 4), flow('email', 'b', 1), flow('chat', 'b', null)]);
  test('names its nodes and then its flows, each of which leads to its number', () => {
    expect(points('sankey', asked, of, [created])).toEqual([
      'From E-mail: 6',
      'From Chat: 4',
      'To a: 9',
      'To b: 1',
      'From E-mail to a: 5',
      'From E-mail to b: 1',
      'From Chat to a: 4',
    ]);
    const { pick, drawing } = drawn('sankey', asked, of, [created])!;
    expect(drawing.links).toBe(4);
    expect(pick(undefined, 3)).toEqual({ metric: 'created', filters: [{ dimension: 'team', values: ['b'] }] });
    expect(pick(undefined, 6)?.filters).toEqual([
      { dimension: 'channel', values: ['chat'] },
      { dimension: 'team', values: ['a'] },
    ]);
    expect(said('sankey', asked, of, [created])).toBe('The largest flow is from E-mail to a: 5.');
  });
  test('puts together what has no colour of its own, without losing any', () => {
    const many = answer(
      { created: figure(210) },
      Array.from({ length: 20 }, (_, index) => flow(`c${index}`, 'a', 20 - index)),
    );
    const words = points('sankey', asked, many, [created]);
    expect(words).toContain('From Others (13): 91');
    expect(words).toContain('To a: 210');
    const others = words.indexOf('From Others (13): 91');
    expect(drawn('sankey', asked, many, [created])!.pick(undefined, others)).toBeNull();
  });
  test('of nothing draws nothing', () =>
    expect(drawn('sankey', asked, answer({ created: figure(0) }, [flow('email', 'a', 0)]), [created])).toBeNull());
});

describe('a gauge', () => {
  const asked = question({ metrics: ['csat'] });
  test.each([
    [0.92, 'Met'],
    [0.87, 'Missed'],
    [0.6, 'Beyond the warning'],
  ])('of %d says that it is %s', (value, stands) => {
    const of = answer({ csat: figure(value, 50) });
    expect(points('gauge', asked, of, [csat])).toEqual([`CSAT, ${(value * 100).toFixed(1)} %, ${stands}, target ≥ 90 %`]);
    expect(said('gauge', asked, of, [csat])).toBe(`CSAT is ${(value * 100).toFixed(1)} %. ${stands}: target ≥ 90 %.`);
  });
  test('of a duration has its good stretch on the left, and ends on a round number', () => {
    const first = metric('frt', 'seconds', 'First response', { betterWhen: 'lower', target: 3600, warning: 14_400 });
    const option = drawn('gauge', question({ metrics: ['frt'] }), answer({ frt: figure(1800, 30) }), [first])!.drawing.option as {
      series: { max: number; axisLine: { lineStyle: { color: [number, string][] } } }[];
    };
    expect(option.series[0]!.max).toBe(18_000);
    expect(option.series[0]!.axisLine.lineStyle.color.map(([until]) => until)).toEqual([0.2, 0.8, 1]);
  });
  test('without a number says so', () =>
    expect(points('gauge', asked, answer({ csat: figure(null, 0) }), [csat])).toEqual(['CSAT, no data, target ≥ 90 %']));
});

describe('a distribution', () => {
  const asked = askedAs('distribution', question({ metrics: ['wait'] }), catalogue);
  const band = (from: string, value: number, share: number) => group({ duration: from }, { replies: figure(value, value, share) });
  const whole = {
    wait: figure(30, 10),
    wait_p75: figure(70, 10),
    wait_p90: figure(1000, 10),
    wait_p95: figure(2000, 10),
    replies: figure(10),
  };
  const of = answer(whole, [band('0', 6, 0.6), band('60', 2, 0.2), band('900', 2, 0.2)]);
  const metrics = [...wait, replies];
  test('asks for the percentiles and for the count in bands, in their order', () => {
    expect(asked).toMatchObject({ metrics: ['wait', 'wait_p75', 'wait_p90', 'wait_p95', 'replies'], dimensions: ['duration'] });
    expect(asked.order).toEqual({ by: 'duration', direction: 'asc' });
    // By a dimension it shows the percentiles of each group, and nothing to count.
    expect(askedAs('distribution', question({ metrics: ['wait'], dimensions: ['channel'] }), catalogue).metrics).toHaveLength(4);
  });
  test('draws the empty band between, marks the percentiles, and each band leads to its tickets', () => {
    expect(points('distribution', asked, of, metrics)).toEqual([
      '0 s to 60, Replies 6, 60.0 %, Median',
      '60 s to 300, Replies 2, 20.0 %, 75th percentile',
      '300 s to 900, Replies 0',
      '900 s to more, Replies 2, 20.0 %, 90th percentile, 95th percentile',
    ]);
    const { pick } = drawn('distribution', asked, of, metrics)!;
    expect(pick('bands', 3)).toEqual({ metric: 'replies', filters: [{ dimension: 'duration', values: ['900'] }] });
    expect(pick('bands', 2)).toBeNull();
  });
  test('has a table of the counts, and a sentence of the percentiles', () => {
    const shown = { title: 'Wait', kind: 'distribution' as const, question: asked, answer: of, metrics, catalogue };
    expect(tableOf(shown).columns).toEqual(['Duration', 'Replies', 'Replies, share']);
    expect(said('distribution', asked, of, metrics)).toContain('Wait: half within 30 s, nineteen of twenty within 33 m 20 s.');
  });
});

describe('a map', () => {
  const asked = question({ dimensions: ['country'] });
  const country = (code: string, value: number, share: number) => group({ country: code }, { created: figure(value, value, share) });
  const of = answer({ created: figure(20) }, [
    country('DE', 10, 0.5),
    country('us', 6, 0.3),
    country('', 3, 0.15),
    country('Atlantis', 1, 0.05),
  ]);
  test('shows what has a place, whatever its letters, and counts the rest beside it', () => {
    expect(points('map', asked, of, [created])).toEqual(['Germany, Created 10', 'United States, Created 6']);
    expect(said('map', asked, of, [created])).toBe(
      'Germany is the largest part: 50.0 %. Of no known country: 3. Without a place on the map: Atlantis 1.',
    );
    expect(drawn('map', asked, of, [created])!.pick('map', 1)).toEqual({
      metric: 'created',
      filters: [{ dimension: 'country', values: ['us'] }],
    });
    // Land without a number is no number to explain.
    expect(drawn('map', asked, of, [created])!.pick('map', 77)).toBeNull();
  });
  test('of unknown countries alone draws nothing and says how many', () => {
    const unknown = answer({ created: figure(3) }, [country('', 3, 1)]);
    expect(drawn('map', asked, unknown, [created])).toBeNull();
    expect(said('map', asked, unknown, [created])).toBe('Of no known country: 3.');
  });
  test('asks for every country', () => expect(askedAs('map', asked, catalogue).limit).toBe(300));
});

describe('a sheet', () => {
  test('of a number has what is said of it', () => {
    const of = answer({ csat: { ...figure(0.92, 50), previous: 0.9 } });
    const shown = {
      title: 'CSAT',
      kind: 'number' as const,
      question: question({ metrics: ['csat'] }),
      answer: of,
      metrics: [csat],
      catalogue,
    };
    expect(sheetOf(shown).figures.map(({ value, facts }) => [value, ...facts].map(plain))).toEqual([
      ['92.0 %', '+2.0 pp, before 90.0 %', 'Met, target ≥ 90 %', 'n 50'],
    ]);
  });
  test('of a title without a plain letter has a name all the same', () =>
    expect(['Created by channel!', '請求'].map((title) => fileOf(title, '2026-11-22T00:00:00Z'))).toEqual([
      'created-by-channel-2026-11-22',
      'watchdesk-2026-11-22',
    ]));
});
