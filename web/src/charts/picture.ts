/** A drawing as a picture file, larger than on the screen and on a ground of its own, so that it can be put anywhere. */
import type { Drawing } from './drawing.ts';
import { init } from './echarts.ts';
import { INK, type Scheme } from './series-colours.ts';

const WIDTH = 1200;
const TITLE_ROOM = 48;
/** Sharp on paper as on a dense screen. */
const PIXEL_RATIO = 2;

/** A PNG or SVG of the drawing under its title. */
export async function pictureOf(drawing: Drawing, title: string, height: number, scheme: Scheme, kind: 'png' | 'svg'): Promise<Blob> {
  const place = document.createElement('div');
  place.style.cssText = `position:fixed;left:-${WIDTH * 2}px;width:${WIDTH}px;height:${height + TITLE_ROOM}px`;
  document.body.append(place);
  const made = init(place, null, { renderer: kind === 'svg' ? 'svg' : 'canvas', devicePixelRatio: PIXEL_RATIO });
  try {
    const grid = drawing.option['grid'] as { top: number; left: number; right: number };
    made.setOption({
      ...drawing.option,
      backgroundColor: INK[scheme].ground,
      title: { text: title, left: 16, top: 12, textStyle: { fontSize: 16, color: INK[scheme].strong } },
      grid: { ...grid, top: grid.top + TITLE_ROOM, left: grid.left + 16, right: grid.right + 16, bottom: 24 },
    });
    if (kind === 'svg') return new Blob([made.renderToSVGString()], { type: 'image/svg+xml' });
    const { promise, resolve, reject } = Promise.withResolvers<Blob>();
    made
      .renderToCanvas({ pixelRatio: PIXEL_RATIO })
      .toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser gave no picture'))), 'image/png');
    return await promise;
  } finally {
    made.dispose();
    place.remove();
  }
}
