import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SERIES_COLOURS, type Scheme } from './series-colours.ts';

type Triple = [number, number, number];
type Matrix = [Triple, Triple, Triple];

const linear = (hex: string): Triple =>
  [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as Triple;

const times = (matrix: Matrix, [a, b, c]: Triple): Triple => matrix.map((row) => row[0] * a + row[1] * b + row[2] * c) as Triple;

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB. */
const EYES: Record<string, Matrix> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Ottosson's Oklab, in which equal distances look equally far apart. */
function oklab(rgb: Triple): Triple {
  const cone = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  ).map((part) => Math.cbrt(part)) as Triple;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cone,
  );
}

const seenBy = (matrix: Matrix, hex: string): Triple =>
  oklab(times(matrix, linear(hex)).map((part) => Math.min(1, Math.max(0, part))) as Triple);
const apart = (one: Triple, other: Triple): number => Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);

const luminance = (hex: string): number => {
  const [red, green, blue] = linear(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string): number => {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

const sheet = readFileSync(join(import.meta.dirname, '../theme/tokens.css'), 'utf8');

/** The tokens of one mode, read from the style sheet itself. */
function tokens(scheme: Scheme): Record<string, string> {
  const block = sheet.slice(sheet.indexOf(`[data-mantine-color-scheme='${scheme}']`)).split('}')[0]!;
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[\da-f]{6})/g)].map(([, name, value]) => [name!, value!]));
}

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  const colours = SERIES_COLOURS[scheme];
  const all = tokens(scheme);

  test.each(Object.keys(EYES))('series stay apart for eyes with %s vision', (eye) => {
    const seen = colours.map((colour) => seenBy(EYES[eye]!, colour));
    const pairs = seen.flatMap((one, index) => seen.slice(index + 1).map((other) => apart(one, other)));
    expect(Math.min(...pairs)).toBeGreaterThan(0.1);
  });

  test.each(colours)('series %s stands out from its ground', (colour) => {
    expect(contrast(colour, all['panel']!)).toBeGreaterThanOrEqual(3);
  });

  test.each(['text', 'muted', 'action', 'good', 'warning', 'high', 'bad', 'info', 'paused', 'outside'])(
    '%s can be read wherever it stands',
    (name) => {
      const grounds = ['page', 'panel', 'hover', ...(all[`${name}-soft`] ? [`${name}-soft`] : [])];
      for (const ground of grounds)
        expect([ground, contrast(all[name]!, all[ground]!)]).toEqual([ground, expect.toSatisfy((value: number) => value >= 4.5)]);
    },
  );

  test.each(['mark-good', 'mark-warning', 'mark-bad', 'mark-info', 'mark-idle', 'edge-strong'])('%s can be seen', (name) => {
    expect(contrast(all[name]!, all['panel']!)).toBeGreaterThanOrEqual(3);
  });

  test.each(['bad-solid', 'severe-solid'])('white can be read on %s', (name) => {
    expect(contrast('#ffffff', all[name]!)).toBeGreaterThanOrEqual(4.5);
  });
});
