import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import topology from 'world-atlas/countries-110m.json';
import { world } from '../borders/world.ts';
import { CENTRES, CODES } from '@watchdesk/domain/geography';
import { project, unproject } from './equal-earth.ts';
import { funnelOption } from './funnel-option.ts';
import { gaugeOption } from './gauge-option.ts';
import { histogramOption } from './histogram-option.ts';
import { mapOption } from './map-option.ts';
import { sankeyOption } from './sankey-option.ts';
import { SERIES_COLOURS, STATE } from './series-colours.ts';

test('a funnel stands in the middle, each step as wide as its count, and says its shares', () => {
  const step = (name: string, value: number | null, ...shares: string[]) => ({ name, value, words: String(value), shares });
  const option = funnelOption({ steps: [step('{a|b}', 100), step('Withheld', null), step('Last', 20, '20 % of the first')] }, 'light');
  const [right, left] = option.series.map(({ data }) => data);
  expect(right).toEqual([50, 0, 10]);
  expect(left!.map((value) => value + 0)).toEqual([-50, 0, -10]);
  expect([option.xAxis.min, option.xAxis.max]).toEqual([-50, 50]);
  const [names, shares] = option.yAxis.map(({ axisLabel }) => axisLabel.formatter);
  // What stands in a name begins no style of a label.
  expect(names!('0')).toBe('{quiet| a b }\n{strong|100}');
  expect(shares!('2')).toContain('20 % of the first');
});

test('a Sankey keeps its two sides apart where they have the same values', () => {
  const node = (side: 'from' | 'to', name: string, colour: number) => ({ id: `${side} ${name}`, name, side, colour, words: name });
  const chart = {
    nodes: [node('from', 'L1', 0), node('from', 'L2', 1), node('to', 'L2', 99)],
    flows: [
      { from: 0, to: 2, value: 5, words: 'From L1 to L2: 5' },
      { from: 1, to: 2, value: 1, words: 'From L2 to L2: 1' },
    ],
  };
  const { series, tooltip } = sankeyOption(chart, 'dark');
  expect(series[0]!.data.map(({ name, depth }) => [name, depth])).toEqual([
    ['from L1', 0],
    ['from L2', 0],
    ['to L2', 1],
  ]);
  expect(series[0]!.links).toMatchObject([
    { source: 'from L1', target: 'to L2', value: 5, lineStyle: { color: SERIES_COLOURS.dark[0] } },
    { source: 'from L2', target: 'to L2', value: 1, lineStyle: { color: SERIES_COLOURS.dark[1] } },
  ]);
  expect([tooltip.formatter({ dataIndex: 1, dataType: 'edge' }), tooltip.formatter({ dataIndex: 0, dataType: 'node' })]).toEqual([
    'From L2 to L2: 1',
    'L1',
  ]);
});

test('a gauge colours each stretch by how a value in it would stand, and never points beyond its arc', () => {
  const chart = {
    value: 1.4,
    unit: 'share' as const,
    min: 0,
    max: 1,
    stretches: [
      { until: 0.85, stands: 'warns' as const },
      { until: 0.9, stands: 'missed' as const },
      { until: 1, stands: 'met' as const },
    ],
    stands: 'met' as const,
    number: '140.0 %',
    standing: 'Met, target ≥ 90 %',
    words: 'CSAT, 140.0 %, Met, target ≥ 90 %',
    target: { value: 0.9, label: 'target ≥ 90 %' },
  };
  const [arc, target] = gaugeOption(chart, 'light').series;
  expect(arc!.axisLine).toMatchObject({
    lineStyle: {
      color: [
        [0.85, STATE.light.warns],
        [0.9, STATE.light.missed],
        [1, STATE.light.met],
      ],
    },
  });
  expect([arc!.data[0]!.value, arc!.data[0]!.name, target!.data[0]!.value]).toEqual([1, 'Met, target ≥ 90 %', 0.9]);
});

test('a histogram says where half are through, at zero begins, and escapes what it says', () => {
  const option = histogramOption(
    {
      name: 'First replies',
      bands: [
        { name: 'under 1 m', value: 4, words: '<4>', marks: [] },
        { name: '1 m to 5 m', value: 9, words: '9', marks: ['Median', '75th percentile'] },
      ],
    },
    'light',
  );
  expect(option.yAxis.min).toBe(0);
  expect(option.series[0]!.data.map(({ value, label }) => [value, label.show, label.formatter])).toEqual([
    [4, false, ''],
    [9, true, 'Median\n75th percentile'],
  ]);
  expect(option.tooltip.formatter([{ dataIndex: 0 }])).toContain('&lt;4>');
});

describe('a map', () => {
  const country = (code: string, value: number, isFew = false) => ({ code, value, isFew, words: `${code} ${value}` });
  const format = String;

  test('counts as circles whose areas go with the counts', () => {
    const { series } = mapOption({ countries: [country('DE', 400), country('SG', 100)], form: 'circles', format }, 'light');
    expect(series[0]).toMatchObject({ type: 'scatter', data: [{ name: 'DE', symbolSize: 46 }, { symbolSize: 23 }] });
  });
  test('colours by anything else, and pales what rests on few', () => {
    const { series, visualMap } = mapOption(
      { countries: [country('DE', 0.5), country('FR', 0.9, true)], form: 'colours', format },
      'dark',
    ) as ReturnType<typeof mapOption> & { visualMap: { min: number; max: number; text: string[] } };
    expect(visualMap).toMatchObject({ min: 0.5, max: 0.9, text: ['0.9', '0.5'] });
    expect(series[0]).toMatchObject({ type: 'map', data: [{ name: 'DE' }, { name: 'FR', itemStyle: { opacity: 0.45 } }] });
  });
  test('of one country has a scale all the same', () => {
    const { visualMap } = mapOption({ countries: [country('DE', 2)], form: 'colours', format }, 'light') as unknown as {
      visualMap: { min: number; max: number };
    };
    expect(visualMap.max).toBeGreaterThan(visualMap.min);
  });
});

describe('countries', () => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

  test('are all of ISO 3166-1, and Kosovo, each with a name and a place', () => {
    expect(CENTRES.size).toBe(250);
    expect(CODES.size).toBe(249);
    for (const [code, [longitude, latitude]] of CENTRES) {
      expect([code, names.of(code)]).toEqual([code, expect.any(String)]);
      expect([code, Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90]).toEqual([code, true]);
    }
  });
  test('are each on the map once, with borders or a dot, but Antarctica', () => {
    const drawn = world(topology).features.map(({ properties: { name } }) => name);
    expect(new Set(drawn).size).toBe(drawn.length);
    expect([...CENTRES.keys()].filter((code) => !drawn.includes(code))).toEqual(['AQ']);
    // What stands there under a name and not a code is land that ISO 3166-1 gives no code of its own.
    expect(drawn.filter((name) => !CENTRES.has(name)).toSorted()).toEqual(['N. Cyprus', 'Somaliland']);
  });
  test('have no line across the map', () => {
    const rings = world(topology).features.flatMap(({ geometry: { type, coordinates } }) =>
      (type === 'Polygon' ? [coordinates] : coordinates).flat(),
    );
    for (const ring of rings)
      for (const [place, [x]] of ring.entries()) expect(Math.abs(x! - (ring[place - 1]?.[0] ?? x!))).toBeLessThan(180);
    const east = rings.flat().map(([x]) => x!);
    expect([Math.min(...east) >= -181, Math.max(...east) <= 181]).toEqual([true, true]);
  });
  test('lie where they are', () => {
    const near = (code: string, [longitude, latitude]: [number, number]) => {
      const [x, y] = CENTRES.get(code)!;
      return Math.hypot(x - longitude, y - latitude);
    };
    for (const [code, place] of [
      ['DE', [10, 51]],
      ['FR', [2, 47]],
      ['US', [-99, 40]],
      ['JP', [138, 36]],
      ['AU', [134, -25]],
      ['SG', [104, 1]],
      ['HK', [114, 22]],
    ] as const)
      expect([code, near(code, [...place])]).toEqual([code, expect.toSatisfy((distance: number) => distance < 3)]);
  });
});

test('the projection is undone by its inverse, and grows to the east and to the south', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -89.9, max: 89.9, noNaN: true }),
      (longitude, latitude) => {
        const [back, up] = unproject(project([longitude, latitude]));
        expect(back).toBeCloseTo(longitude, 5);
        expect(up).toBeCloseTo(latitude, 5);
      },
    ),
  );
  expect(project([0, 0])).toEqual([0, -0]);
  expect(project([10, 0])[0]).toBeGreaterThan(0);
  expect(project([0, 10])[1]).toBeLessThan(0);
});
