import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dimension, Metric, QueryAnswer } from '../api/client.ts';
import { answerDrawing } from './answer-drawing.ts';
import { answerSentence } from './answer-sentence.ts';
import { answerTable } from './answer-table.ts';
import { apiCall } from './api-call.ts';
import { askedAs, fits, usualKind } from './chart-kind.ts';
import { explainedOf, readExplain } from './explain-search.ts';
import { coloursOf } from './group-words.ts';
import { queryBody, usualGrain, type Question } from './question.ts';
import { contextOf } from './sheet.ts';
import { catalogueOf } from './use-catalogue.ts';

const metric = (id: string, unit: Metric['unit'], label = id): Metric => ({
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
  calendars: [],
  source: '',
  family: '',
  spread: null,
  period: [],
  dimensions: ['channel', 'weekday', 'hour'],
});
const dimension = (id: string, label: string): Dimension => ({ id, label, description: '', several: false, values: null, metrics: [] });
const created = metric('created', 'count', 'Created');
const wait = ['', '_p75', '_p90', '_p95'].map((end) => metric(`wait${end}`, 'seconds', `Wait, ${end}`));
const catalogue = catalogueOf(
  [created, ...wait],
  [dimension('channel', 'Channel'), dimension('weekday', 'Day of the week'), dimension('hour', 'Hour of the day')],
);
const question = (more: Partial<Question> = {}): Question => ({ metrics: ['created'], period: '7d', timeZone: 'UTC', ...more });

const figure = (value: number | null, n = value ?? 0, share: number | null = null) => ({
  value,
  n,
  withheld: false,
  share,
  standing: null,
});
const period: QueryAnswer['period'] = {
  from: '2026-11-22T00:00:00Z',
  to: '2026-11-24T00:00:00Z',
  until: '2026-11-23T12:00:00Z',
  timeZone: 'UTC',
  weekStart: 'monday',
  grain: null,
  compared: null,
};
const group = (key: Record<string, string>, values: QueryAnswer['total']['values']): QueryAnswer['groups'][number] => ({
  key,
  labels: key,
  values,
  series: [],
});
const byChannel: QueryAnswer = {
  asOf: '2026-11-23T12:00:00Z',
  period,
  total: { values: { created: figure(10) }, series: [] },
  groups: [group({ channel: 'email' }, { created: figure(6, 6, 0.6) }), group({ channel: 'chat' }, { created: figure(3, 3, 0.3) })],
  groupsInAll: 6,
  rest: { groups: 4, values: { created: figure(1, 1, 0.1) }, series: [] },
};

describe('ways of showing', () => {
  test.each([
    ['line', {}, false],
    ['line', { grain: 'day' }, true],
    ['bar', {}, false],
    ['bar', { dimensions: ['channel'] }, true],
    ['stacked', { dimensions: ['channel'] }, false],
    ['stacked', { dimensions: ['channel'], grain: 'day' }, true],
    ['stacked', { metrics: ['wait'], dimensions: ['channel'], grain: 'day' }, false],
    ['heat', { dimensions: ['weekday', 'hour'] }, true],
    ['scatter', { dimensions: ['channel'] }, false],
    ['scatter', { metrics: ['created', 'wait'], dimensions: ['channel'] }, true],
    ['distribution', {}, false],
    ['distribution', { metrics: ['wait'] }, true],
  ] as const)('%s fits %j: %s', (kind, more, expected) => {
    expect(fits(kind, question(more), catalogue)).toBe(expected);
  });

  test('the usual way always fits its question', () => {
    const dimensions = fc.subarray(['channel', 'weekday', 'hour']);
    const metrics = fc.subarray(['created', 'wait'], { minLength: 1 });
    fc.assert(
      fc.property(metrics, dimensions, fc.constantFrom('day' as const, undefined), (ids, by, grain) => {
        const asked = question({ metrics: ids, dimensions: by, ...(grain ? { grain } : {}) });
        expect(fits(usualKind(asked), asked, catalogue)).toBe(true);
      }),
    );
  });

  test('no more series are asked for than there are colours, and a distribution asks for its percentiles', () => {
    expect(askedAs('line', question({ grain: 'day', dimensions: ['channel'], limit: 50 }), catalogue).limit).toBe(7);
    expect(askedAs('distribution', question({ metrics: ['wait'] }), catalogue).metrics).toEqual([
      'wait',
      'wait_p75',
      'wait_p90',
      'wait_p95',
    ]);
    expect(
      askedAs('number', question({ dimensions: ['channel'], order: { by: 'channel', direction: 'asc' }, limit: 3 }), catalogue),
    ).toEqual({
      ...question(),
      dimensions: [],
    });
    const orderedByOther = question({ metrics: ['wait', 'created'], order: { by: 'created', direction: 'asc' } });
    expect(askedAs('distribution', orderedByOther, catalogue).order).toBeUndefined();
    expect(askedAs('heat', question({ grain: 'day', dimensions: ['weekday', 'hour'] }), catalogue).grain).toBeUndefined();
  });

  test('the grain gives some dozens of points', () => {
    expect((['24h', '7d', '90d', 'quarter', '2020-01-01..2024-12-31'] as const).map(usualGrain)).toEqual([
      'hour',
      'day',
      'week',
      'week',
      'month',
    ]);
  });
});

describe('an answer', () => {
  test('as a table: the groups, what is left over, and the whole', () => {
    expect(answerTable(byChannel, question({ dimensions: ['channel'] }), [created], catalogue)).toMatchObject({
      columns: ['Channel', 'Created', 'Created, share'],
      metrics: [null, { unit: 'count' }, { unit: 'share' }],
      rows: [
        ['E-mail', 6, 0.6],
        ['Chat', 3, 0.3],
        ['Others (4)', 1, 0.1],
        ['Total', 10, 1],
      ],
    });
  });

  test('as a table: what is withheld says so, and what was not measured is empty', () => {
    const told = (value: number | null, withheld: boolean) => ({ ...figure(value, 7), withheld });
    const answer = {
      ...byChannel,
      groups: [group({ channel: 'chat' }, { wait: told(null, true) }), group({ channel: 'email' }, { wait: told(null, false) })],
      rest: null,
      total: { values: { wait: told(60, false) }, series: [] },
    };
    const asked = question({ metrics: ['wait'], dimensions: ['channel'] });
    expect(answerTable(answer, asked, [wait[0]!], catalogue).rows).toEqual([
      ['Chat', 'withheld', 'withheld'],
      ['E-mail', null, 7],
      ['Total', 60, 7],
    ]);
    const facts = (of: QueryAnswer) => contextOf(of, { filters: [], seenBy: 'Ava, lead' }).map(([name]) => name);
    expect(facts(answer)).toEqual(['Period', 'Time zone', 'Filters', 'Seen by', 'Facts as of', 'Withheld']);
    expect(facts(byChannel)).not.toContain('Withheld');
  });

  test('in a sentence', () => {
    const asked = question({ dimensions: ['channel'] });
    expect(answerSentence('bar', byChannel, asked, [created]).replaceAll('\u00a0', ' ')).toBe('E-mail is the largest part: 60.0 %.');
    const withheld = { ...byChannel, total: { values: { created: { value: null, n: 2, withheld: true, standing: null } }, series: [] } };
    expect(answerSentence('bar', withheld, asked, [created])).toContain('Withheld');
    expect(answerSentence('bar', { ...byChannel, rest: null }, asked, [created])).toContain('Only 2 of 6 are shown');
    const none = { ...byChannel, total: { values: { created: figure(0) }, series: [] } };
    expect(answerSentence('line', none, asked, [created])).toMatch(/none in this period/);
  });

  test('as bars, each of which leads to its own number, and the rest to none', () => {
    const asked = {
      question: question({ dimensions: ['channel'] }),
      answer: byChannel,
      metrics: [created],
      catalogue,
      scheme: 'light' as const,
    };
    const drawn = answerDrawing('bar', asked)!;
    expect(drawn.drawing.points.map((words) => words.replaceAll('\u00a0', ' '))).toEqual([
      'E-mail, Created 6 · 60.0 %',
      'Chat, Created 3 · 30.0 %',
      'Others (4), Created 1 · 10.0 %',
    ]);
    expect(drawn.pick('created', 1)).toEqual({ metric: 'created', filters: [{ dimension: 'channel', values: ['chat'] }] });
    expect(drawn.pick('created', 2)).toBeNull();
    expect(answerDrawing('bar', { ...asked, answer: { ...byChannel, groups: [] } })).toBeNull();
  });

  test('over time each point is a stretch of its own, the running one until now', () => {
    const series = ['2026-11-22T00:00:00Z', '2026-11-23T00:00:00Z'].map((at, index) => ({
      at,
      incomplete: index === 1,
      values: { created: figure(5 + index) },
    }));
    const answer = {
      ...byChannel,
      period: { ...period, grain: 'day' as const },
      total: { ...byChannel.total, series },
      groups: [],
      rest: null,
    };
    const drawn = answerDrawing('line', { question: question({ grain: 'day' }), answer, metrics: [created], catalogue, scheme: 'dark' })!;
    expect(drawn.pick(undefined, 0)).toEqual({ metric: 'created', span: { from: '2026-11-22T00:00:00Z', to: '2026-11-23T00:00:00Z' } });
    expect(drawn.pick('created running', 1)).toEqual({ metric: 'created', span: { from: '2026-11-23T00:00:00Z', to: period.until } });
  });

  test('over time another segment has a line of its own, in the table too, and is explained by nobody', () => {
    const series = ['2026-11-22T00:00:00Z', '2026-11-23T00:00:00Z'].map((at, index) => ({
      at,
      incomplete: false,
      values: { created: { ...figure(5 + index), segment: 2 + index } },
    }));
    const answer = {
      ...byChannel,
      period: { ...period, grain: 'day' as const },
      total: { ...byChannel.total, series },
      groups: [],
      rest: null,
    };
    const asked = question({ grain: 'day', segment: [{ dimension: 'channel', values: ['chat'] }] });
    const drawn = answerDrawing('line', { question: asked, answer, metrics: [created], catalogue, scheme: 'light' })!;
    expect(drawn.legend.map(({ name }) => name)).toEqual(['Created', 'Beside']);
    expect(new Set(drawn.legend.map(({ colour }) => colour)).size).toBe(2);
    expect(drawn.drawing.points[1]).toContain('Created 6, Beside 3');
    expect(drawn.pick('beside', 0)).toBeNull();
    expect(answerTable(answer, asked, [created], catalogue)).toMatchObject({
      columns: ['From', 'Created', 'Created, beside'],
      rows: [
        [expect.any(String), 5, 2],
        [expect.any(String), 6, 3],
      ],
    });
  });

  test('days and hours stand in their own order, and an empty cell is left out', () => {
    const cell = (weekday: string, hour: string, value: number | null) => group({ weekday, hour }, { created: figure(value) });
    const answer = { ...byChannel, groups: [cell('2', '10', 4), cell('1', '9', 3), cell('1', '10', null)], rest: null };
    const asked = question({ dimensions: ['weekday', 'hour'] });
    const drawn = answerDrawing('heat', { question: asked, answer, metrics: [created], catalogue, scheme: 'light' })!;
    expect(drawn.drawing.points).toEqual(['1, 09:00: 3', '2, 10:00: 4']);
  });
});

describe('addresses and calls', () => {
  test('an explanation comes out of its address as it went in', () => {
    const explain = explainedOf(
      'created',
      { period: '7d', filters: [{ dimension: 'team', values: ['a,b', ''], not: true }], calendar: 'business' },
      { channel: 'email' },
      { from: '2026-11-22T00:00:00Z', to: '2026-11-23T00:00:00Z' },
    );
    expect(readExplain({ explain: JSON.parse(JSON.stringify(explain)) as unknown })).toEqual({ explain });
  });

  test.each([[undefined], ['created'], [7], [{}], [{ metric: 3 }]])('%j is no explanation', (explain) => {
    expect(readExplain({ explain })).toEqual({});
  });

  test('what cannot be understood of one is left out', () => {
    const explain = {
      metric: 'x',
      filters: [{ dimension: 'a', values: [] }, 'b', null],
      calendar: 'lunar',
      span: { from: 'soon', to: 'later' },
    };
    expect(readExplain({ explain })).toEqual({ explain: { metric: 'x' } });
  });

  test('a call stays one text for the shell, whatever stands in it', () => {
    const call = apiCall('https://desk.example', '/api/v1/query', { values: [`it's; rm -rf "$HOME"`] });
    expect(call).toContain(`-d '{"values":["it'\\''s; rm -rf \\"$HOME\\""]}'`);
  });

  test('a question is sent with its period as it moves, or its instants, and without what it does not say', () => {
    const sent = (asked: Question['period']) =>
      queryBody({ ...question({ dimensions: [], filters: [] }), period: asked }, Date.parse('2026-11-22T14:05:00Z'));
    expect(sent('7d')).toEqual({ metrics: ['created'], period: { last: '7d' }, timeZone: 'UTC' });
    const days = { from: '2026-11-16T00:00:00.000Z', to: '2026-11-23T00:00:00.000Z' };
    expect(sent('2026-11-16..2026-11-22').period).toEqual(days);
    expect(sent({ ...days, until: 'an answer says more' } as never).period).toEqual(days);
  });
});

test('up to eight names have a colour each, whatever their order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 8 }), (ids) => {
      const colours = coloursOf(ids);
      expect(new Set(colours.values()).size).toBe(ids.length);
      expect(coloursOf(ids.toReversed())).toEqual(colours);
    }),
  );
});
