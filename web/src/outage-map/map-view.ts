/**
 * The map itself: countries by MapLibre, over them a canvas with names and sites, drawn when the map moves, and one with the warmth of tickets and all
 * that runs, drawn every frame of a play-back. Nothing is fetched but files of this application: no tiles, no letters, no pictures. This module and
 * all it needs come when a map is first shown.
 */
import { fromMercator } from '@watchdesk/domain/geography';
import { Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { countries } from './countries.ts';
import { drawGround } from './draw-ground.ts';
import { drawMark, drawWarmth, INCIDENT, type Mark, type Palette, radiusOf } from './draw-marks.ts';
import type { Scene } from './scene.ts';

export interface MapView {
  /** Draws what runs now, where that is not drawn yet; cheap enough for every frame. */
  draw(): void;
  setScene(scene: Scene): void;
  /** By place how many tickets; nothing where it is not shown. */
  setHeat(points: readonly HeatPoint[]): void;
  setLook(look: Look): void;
  zoom(by: 1 | -1): void;
  /** Moves so that all of these are in sight. */
  fit(points: Points): void;
  /** Milliseconds since it was begun until the countries were drawn. */
  readonly painted: Promise<number>;
  remove(): void;
}
type Points = readonly (readonly [longitude: number, latitude: number])[];
export interface HeatPoint {
  readonly longitude: number;
  readonly latitude: number;
  readonly tickets: number;
}
/** Degrees. */
export interface Extent {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}
export interface Answers {
  /** What was clicked, null for the ground. */
  readonly pick: (ids: readonly string[] | null) => void;
  /** Heard whenever it has come to rest, with what is in sight. */
  readonly rested: (inSight: Extent) => void;
}
export interface Look {
  readonly palette: Palette;
  readonly sea: string;
  readonly land: string;
  readonly border: string;
}

setWorkerUrl(workerUrl);

/** Around a mark, for fingers. */
const SLACK = 6;
/** How far the warmth of a place reaches where the world is seen whole, and of which logarithm of tickets an hour it is hottest. */
const HEAT_PIXELS = 26;
const HOT = 3.5;
const fittingIn = ({ clientWidth, clientHeight }: HTMLElement) => ({
  maxZoom: 7,
  animate: false,
  padding: Math.min(56, clientWidth / 8, clientHeight / 6),
});
function boundsOf(all: Points): [number, number, number, number] {
  const [longitudes, latitudes] = [all.map(([longitude]) => longitude), all.map(([, latitude]) => latitude)];
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}

/**
 * Without answers it is a picture that does not move. What is to be in sight, where that is known already, spares it drawing the world first.
 * Throws where the browser cannot draw it.
 */
export function createMapView(container: HTMLElement, look: Look, answers: Answers | null, inSight: Points): MapView {
  const began = performance.now();
  const map = new MapLibre({
    container,
    style: styleOf(look),
    ...(inSight.length > 0 ? { bounds: boundsOf(inSight), fitBoundsOptions: fittingIn(container) } : { center: [5, 30], zoom: 0.9 }),
    // Less than 0, so that the world is seen whole on a phone.
    minZoom: -1.5,
    maxZoom: 12,
    attributionControl: false,
    interactive: answers !== null,
    renderWorldCopies: false,
    dragRotate: false,
    pitchWithRotate: false,
    // Words about it stand beside it; the keys of the page are not its own.
    keyboard: false,
    cooperativeGestures: false,
    fadeDuration: 0,
  });
  map.touchZoomRotate.disableRotation();
  // A picture with a sentence: what is in it is in the table, for the keyboard as well.
  const ground = map.getCanvas();
  ground.removeAttribute('tabindex');
  ground.removeAttribute('role');
  ground.removeAttribute('aria-label');
  const [still, moving] = [layerOf(container), layerOf(container)];
  let scene: Scene | null = null;
  let palette = look.palette;
  let marks: Mark[] = [];
  let heat: readonly HeatPoint[] = [];
  let isReady = false;
  let isMarked = false;
  const painted = Promise.withResolvers<number>();

  const isIn = (x: number, y: number, margin: number) =>
    x > -margin && y > -margin && x < container.clientWidth + margin && y < container.clientHeight + margin;

  const drawStill = () => {
    const view = {
      width: container.clientWidth,
      height: container.clientHeight,
      zoom: map.getZoom(),
      latitude: map.getCenter().lat,
      project: (longitude: number, latitude: number) => map.project([longitude, latitude]),
    };
    drawGround(still.begin(), view, scene?.sites ?? [], palette);
  };

  const draw = () => {
    const context = moving.begin();
    const zoom = map.getZoom();
    for (const { longitude, latitude, tickets } of heat) {
      const { x, y } = map.project([longitude, latitude]);
      const radius = HEAT_PIXELS * 1.4 ** Math.min(6, zoom);
      if (isIn(x, y, radius)) drawWarmth(context, { x, y, radius, share: Math.min(1, Math.log1p(tickets) / HOT) }, palette);
    }
    if (!scene) return;
    marks = [];
    for (const { x: east, y: south, ...shown } of scene.marksAt(Math.round(zoom))) {
      const { x, y } = map.project(fromMercator(east, south) as [number, number]);
      const isIncident = shown.kind === 'incident';
      const radius = isIncident ? INCIDENT.radius : radiusOf(shown.count);
      if (isIn(x, y, radius + 30)) marks.push({ ...shown, x, y: isIncident ? y - INCIDENT.above : y, radius });
    }
    // The worst lie on top.
    marks.sort((a, b) => (a.severity < b.severity ? 1 : a.severity > b.severity ? -1 : a.count - b.count));
    for (const mark of marks) drawMark(context, mark, palette);
    if (!isMarked && isReady) {
      isMarked = true;
      performance.mark('outage-map:marks');
    }
  };
  const drawAll = () => {
    drawStill();
    draw();
  };

  const at = (x: number, y: number) => marks.findLast((mark) => Math.hypot(mark.x - x, mark.y - y) <= mark.radius + SLACK);
  map.on('move', drawAll);
  map.on('resize', drawAll);
  const rested = () => {
    const around = map.getBounds();
    answers?.rested({ west: around.getWest(), south: around.getSouth(), east: around.getEast(), north: around.getNorth() });
  };
  map.on('moveend', rested);
  map.on('resize', rested);
  map.on('click', ({ point }) => {
    const mark = at(point.x, point.y);
    answers?.pick(mark ? mark.ids : null);
    // Those of one cluster come apart from nearer.
    if (mark && mark.count > 1) map.easeTo({ center: map.unproject([mark.x, mark.y]), zoom: Math.min(map.getZoom() + 2, 11), ...calm() });
  });
  map.on('mousemove', ({ point }) => void (map.getCanvas().style.cursor = at(point.x, point.y) ? 'pointer' : ''));
  map.once('load', () => {
    isReady = true;
    performance.mark('outage-map:ground');
    // Loaded is what has been drawn once with every country in sight; that nothing else is to be drawn comes later, if something moves.
    painted.resolve(performance.now() - began);
    draw();
  });

  return {
    draw() {
      if (scene?.hasChanged()) draw();
    },
    painted: painted.promise,
    setScene(next) {
      scene = next;
      drawAll();
    },
    setHeat(next) {
      heat = next;
      draw();
    },
    setLook(next) {
      palette = next.palette;
      // Not a new style, for which the countries would be read again.
      const repaint = () => {
        for (const { id, paint } of styleOf(next).layers)
          for (const [name, value] of Object.entries(paint)) map.setPaintProperty(id, name as never, value as never);
      };
      if (isReady) repaint();
      else map.once('load', repaint);
      drawAll();
    },
    zoom: (by) => void map.easeTo({ zoom: map.getZoom() + by, ...calm() }),
    fit(all) {
      if (all.length > 0) map.fitBounds(boundsOf(all), fittingIn(container));
    },
    remove() {
      map.remove();
      still.remove();
      moving.remove();
    },
  };
}

const calm = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? { animate: false } : { duration: 300 });

/** A canvas over the map that lets clicks through. `begin` makes it as large as the map, and empty. */
function layerOf(container: HTMLElement) {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  canvas.dataset['marks'] = '';
  container.append(canvas);
  const context = canvas.getContext('2d')!;
  return {
    begin() {
      const { clientWidth: width, clientHeight: height } = container;
      const scale = devicePixelRatio || 1;
      if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale))
        [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
      context.setTransform(scale, 0, 0, scale, 0, 0);
      context.clearRect(0, 0, width, height);
      return context;
    },
    remove: () => canvas.remove(),
  };
}

function styleOf({ sea, land, border }: Look) {
  return {
    version: 8 as const,
    // Another look is there at once: fading costs a frame after the other where no graphics card draws them.
    transition: { duration: 0, delay: 0 },
    sources: { world: { type: 'geojson' as const, data: countries as never, tolerance: 0.2 } },
    layers: [
      { id: 'sea', type: 'background' as const, paint: { 'background-color': sea } },
      { id: 'land', type: 'fill' as const, source: 'world', paint: { 'fill-color': land } },
      { id: 'borders', type: 'line' as const, source: 'world', paint: { 'line-color': border, 'line-width': 0.8 } },
    ],
  };
}
