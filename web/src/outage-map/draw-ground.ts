/** What stands still on the map: sites, the names of countries where there is room for them, and how long a kilometre is. */
import { CENTRES } from '@watchdesk/domain/geography';
import { countries } from './countries.ts';
import type { Palette } from './draw-marks.ts';
import { words } from './messages.ts';
import type { OutagePlace } from './use-outage-map.ts';

export interface View {
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
  /** Degrees north of the middle. */
  readonly latitude: number;
  project(longitude: number, latitude: number): { readonly x: number; readonly y: number };
}

type Context = CanvasRenderingContext2D;
type Box = readonly [left: number, top: number, right: number, bottom: number];

const FONT = `'Inter Variable', system-ui, sans-serif`;
const NAMES_FROM_ZOOM = 1.8;
const SITE_NAMES_FROM_ZOOM = 3.4;
const WORLD_PIXELS = 512;
const EARTH_KM = 40_075;
const LONGEST_BAR = 110;

const names = new Intl.DisplayNames('en-GB', { type: 'region', fallback: 'code' });

/** The largest first, each with how wide its largest part is, the world being 1. */
const NAMED = countries.features
  .flatMap(({ properties: { name: code }, geometry }) => {
    const centre = CENTRES.get(code);
    if (!centre) return [];
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const widths = polygons.map(([ring = []]) => {
      const xs = ring.map(([longitude = 0]) => longitude);
      return (Math.max(...xs) - Math.min(...xs)) / 360;
    });
    return { name: names.of(code) ?? code, centre, width: Math.max(...widths) };
  })
  .toSorted((a, b) => b.width - a.width);

export function drawGround(context: Context, view: View, sites: readonly OutagePlace[], palette: Palette): void {
  const taken: Box[] = [];
  const isFree = ([left, top, right, bottom]: Box) =>
    right > 0 &&
    bottom > 0 &&
    left < view.width &&
    top < view.height &&
    taken.every(([west, north, east, south]) => right < west || left > east || bottom < north || top > south);
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const site of sites) drawSite(context, view, site, palette, taken, isFree);
  if (view.zoom >= NAMES_FROM_ZOOM) {
    const world = WORLD_PIXELS * 2 ** view.zoom;
    context.font = `500 11px ${FONT}`;
    context.textAlign = 'center';
    for (const { name, centre, width } of NAMED) {
      // About six pixels a letter: a name may reach over the borders, but not by far.
      if (width * world < name.length * 4.5) continue;
      const { x, y } = view.project(...centre);
      const half = name.length * 3.2;
      const box: Box = [x - half, y - 8, x + half, y + 8];
      if (!isFree(box)) continue;
      taken.push(box);
      write(context, name, x, y, palette.muted, palette);
    }
  }
  drawScale(context, view, palette);
}

function drawSite(
  context: Context,
  view: View,
  { name, longitude, latitude }: OutagePlace,
  palette: Palette,
  taken: Box[],
  isFree: (box: Box) => boolean,
): void {
  const { x, y } = view.project(longitude, latitude);
  taken.push([x - 6, y - 6, x + 6, y + 6]);
  context.beginPath();
  context.rect(x - 3.5, y - 3.5, 7, 7);
  context.fillStyle = palette.panel;
  context.fill();
  context.strokeStyle = palette.muted;
  context.lineWidth = 2;
  context.stroke();
  if (view.zoom < SITE_NAMES_FROM_ZOOM) return;
  const box: Box = [x + 8, y - 8, x + 10 + name.length * 6.4, y + 8];
  if (!isFree(box)) return;
  taken.push(box);
  context.font = `550 11px ${FONT}`;
  context.textAlign = 'left';
  write(context, name, x + 9, y, palette.text, palette);
}

/** A halo keeps a name readable on land, sea and warmth. */
function write(context: Context, text: string, x: number, y: number, colour: string, { panel }: Palette): void {
  context.lineWidth = 3;
  context.strokeStyle = panel;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

function drawScale(context: Context, { height, zoom, latitude }: View, palette: Palette): void {
  const pixels = (WORLD_PIXELS * 2 ** zoom) / (EARTH_KM * Math.cos((latitude * Math.PI) / 180));
  const decade = 10 ** Math.floor(Math.log10(LONGEST_BAR / pixels));
  const km = decade * ([5, 2, 1].find((step) => step * decade * pixels <= LONGEST_BAR) ?? 1);
  // Mercator stretches so much over the whole world that one bar would be true of nothing else.
  if (km > 2_000) return;
  const [left, bottom, right] = [12.5, height - 12.5, 12.5 + Math.round(km * pixels)];
  context.beginPath();
  context.moveTo(left, bottom - 5);
  context.lineTo(left, bottom);
  context.lineTo(right, bottom);
  context.lineTo(right, bottom - 5);
  for (const [colour, width] of [
    [palette.panel, 4],
    [palette.muted, 1.5],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }
  context.font = `500 11px ${FONT}`;
  context.textAlign = 'left';
  write(context, words.kilometres(km), left + 4, bottom - 9, palette.muted, palette);
}
