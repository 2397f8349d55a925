/**
 * What ECharts is told for a number of each country. What is counted is a circle on its country, whose area goes with the count,
 * since a large country is no larger number; any other measure colours the country.
 */
import { CENTRES } from '@watchdesk/domain/geography';
import { project, unproject } from './equal-earth.ts';
import { INK, SERIES_COLOURS, type Scheme } from './series-colours.ts';
import { escaped, TEXT_STYLE, tooltipLook } from './time-option.ts';

export interface MapCountry {
  /** ISO 3166-1 alpha-2, and one that has a place on the map. */
  code: string;
  value: number;
  words: string;
  /** It rests on few cases, and is pale. */
  isFew: boolean;
}

export interface MapChart {
  countries: readonly MapCountry[];
  form: 'circles' | 'colours';
  format: (value: number | null) => string;
}

/** The name under which the borders are registered. */
export const WORLD = 'world';
export const MAP_HEIGHT = 380;
export const hasPlace = (code: string): boolean => CENTRES.has(code);

/** From what is still apart from land without a number to the full strength of one hue. */
const SCALE: Record<Scheme, [string, string]> = { light: ['#b5cdf6', '#123c8c'], dark: ['#3a5f99', '#b9d6ff'] };
const [SMALLEST_PX, LARGEST_PX] = [7, 46];

const diameter = (value: number, most: number): number => Math.max(SMALLEST_PX, LARGEST_PX * Math.sqrt(Math.max(0, value) / most));

export function mapOption(chart: MapChart, scheme: Scheme) {
  const ink = INK[scheme];
  const { countries, form, format } = chart;
  const values = countries.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const world = {
    map: WORLD,
    projection: { project, unproject },
    left: 4,
    right: 4,
    top: 4,
    preserveAspect: 'contain' as const,
    itemStyle: { areaColor: ink.grid, borderColor: ink.ground, borderWidth: 0.5 },
    select: { disabled: true },
  };
  const shared = {
    animation: false,
    textStyle: { ...TEXT_STYLE, color: ink.text },
    tooltip: {
      ...tooltipLook(scheme),
      trigger: 'item' as const,
      formatter: ({ dataIndex }: { dataIndex: number }) => escaped(countries[dataIndex]?.words ?? ''),
    },
  };
  if (form === 'circles')
    return {
      ...shared,
      geo: { ...world, bottom: 4, silent: true, tooltip: { show: false } },
      series: [
        {
          type: 'scatter' as const,
          id: 'map',
          coordinateSystem: 'geo' as const,
          itemStyle: { color: SERIES_COLOURS[scheme][0], opacity: 0.75, borderColor: ink.ground, borderWidth: 1 },
          data: countries.map(({ code, value }) => ({
            name: code,
            value: [...(CENTRES.get(code) ?? [0, 0]), value],
            symbolSize: diameter(value, Math.max(1, most)),
          })),
        },
      ],
    };
  return {
    ...shared,
    visualMap: {
      min: least,
      max: most > least ? most : least + 1,
      orient: 'horizontal' as const,
      left: 4,
      bottom: 0,
      itemWidth: 10,
      itemHeight: 120,
      hoverLink: false,
      text: [format(most), format(least)],
      textStyle: { color: ink.text, fontSize: 11 },
      inRange: { color: SCALE[scheme] },
    },
    geo: {
      ...world,
      bottom: 26,
      emphasis: { label: { show: false }, itemStyle: { areaColor: undefined, borderColor: ink.strong, borderWidth: 1 } },
    },
    series: [
      {
        type: 'map' as const,
        id: 'map',
        map: WORLD,
        // On the map of the page: a series with a map of its own loses its group (ECharts 6.1) as soon as the page is resized.
        geoIndex: 0,
        data: countries.map(({ code, value, isFew }) => ({ name: code, value, ...(isFew ? { itemStyle: { opacity: 0.45 } } : {}) })),
      },
    ],
  };
}
