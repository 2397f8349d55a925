/** A picture as a file: larger than on the screen and on a ground of its own, so that it can be put anywhere. */
import type { Drawing } from './drawing.ts';
import { init, type ECharts } from './echarts.ts';
import type { Measure, Picture, TextMark } from './picture-layout.ts';
import { INK, type Scheme } from './series-colours.ts';
import { TEXT_STYLE } from './time-option.ts';

/** Sharp on paper as on a dense screen. */
const PIXEL_RATIO = 2;
const { fontFamily: FONT } = TEXT_STYLE;

/** How wide texts are here. */
export function measureHere(): Measure {
  const brush = document.createElement('canvas').getContext('2d')!;
  return (words, size, weight) => {
    brush.font = `${weight} ${size}px ${FONT}`;
    return brush.measureText(words).width;
  };
}

interface Size {
  width: number;
  height: number;
}

/** Makes the chart out of sight, and takes it away again. */
async function made<T>(
  { option, needs }: Drawing,
  { width, height }: Size,
  renderer: 'canvas' | 'svg',
  take: (chart: ECharts) => T,
): Promise<T> {
  await needs?.();
  const place = document.createElement('div');
  place.style.cssText = `position:fixed;left:-${width * 2}px;width:${width}px;height:${height}px`;
  document.body.append(place);
  const chart = init(place, null, { renderer, devicePixelRatio: PIXEL_RATIO });
  try {
    chart.setOption({ ...option, tooltip: { show: false } });
    return take(chart);
  } finally {
    chart.dispose();
    place.remove();
  }
}

/** ECharts writes the name of a font with its quotes into an attribute that has the same ones, which is no XML. */
const asXml = (svg: string): string => svg.replaceAll(FONT, FONT.replaceAll('"', "'"));

export const chartSvg = (drawing: Drawing, size: Size): Promise<string> =>
  made(drawing, size, 'svg', (chart) => asXml(chart.renderToSVGString()));

export const chartCanvas = (drawing: Drawing, size: Size): Promise<HTMLCanvasElement> =>
  made(drawing, size, 'canvas', (chart) => chart.renderToCanvas({ pixelRatio: PIXEL_RATIO }));

const inXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

async function svgOf({ width, height, marks, chart }: Picture, scheme: Scheme): Promise<Blob> {
  const text = ({ x, y, words, size, weight, colour, anchor }: TextMark) =>
    `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}" text-anchor="${anchor}" dominant-baseline="central">${inXml(words)}</text>`;
  const painted = marks.map((mark) =>
    mark.mark === 'text'
      ? text(mark)
      : `<rect x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.height}" fill="${mark.colour}"/>`,
  );
  const inner = chart ? `<g transform="translate(${chart.x} ${chart.y})">${await chartSvg(chart.drawing, chart)}</g>` : '';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${inXml(FONT)}"><rect width="100%" height="100%" fill="${INK[scheme].ground}"/>${painted.join('')}${inner}</svg>`;
  return new Blob([svg], { type: 'image/svg+xml' });
}

async function pngOf({ width, height, marks, chart }: Picture, scheme: Scheme): Promise<Blob> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * PIXEL_RATIO, height * PIXEL_RATIO];
  const brush = canvas.getContext('2d')!;
  brush.scale(PIXEL_RATIO, PIXEL_RATIO);
  brush.fillStyle = INK[scheme].ground;
  brush.fillRect(0, 0, width, height);
  brush.textBaseline = 'middle';
  for (const mark of marks) {
    brush.fillStyle = mark.colour;
    if (mark.mark === 'rect') brush.fillRect(mark.x, mark.y, mark.width, mark.height);
    else {
      brush.font = `${mark.weight} ${mark.size}px ${FONT}`;
      brush.textAlign = mark.anchor;
      brush.fillText(mark.words, mark.x, mark.y);
    }
  }
  if (chart) brush.drawImage(await chartCanvas(chart.drawing, chart), chart.x, chart.y, chart.width, chart.height);
  const { promise, resolve, reject } = Promise.withResolvers<Blob>();
  canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser gave no picture'))), 'image/png');
  return promise;
}

export const pictureFile = (picture: Picture, scheme: Scheme, kind: 'png' | 'svg'): Promise<Blob> =>
  kind === 'svg' ? svgOf(picture, scheme) : pngOf(picture, scheme);
