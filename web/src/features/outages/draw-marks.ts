/**
 * What stands on the map besides countries and warmth: names, sites, incidents and clusters of outages. Drawn on a canvas over the map, since it
 * changes with every frame of a play-back while the map under it does not. Severity is a shape as well as a colour.
 */
import type { Severity } from '@watchdesk/domain/event';

export interface Palette {
  readonly text: string;
  readonly muted: string;
  readonly panel: string;
  readonly action: string;
  /** Of warmth: red, green and blue. */
  readonly warmth: string;
  readonly severities: Readonly<Record<Severity, string>>;
}

export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly kind: 'cluster' | 'incident';
  readonly severity: Severity;
  readonly count: number;
  /** None of its outages was unplanned. */
  readonly isPlanned: boolean;
  readonly isOpen: boolean;
  /** What is looked at when it is clicked: ids of outages, or of the incident. */
  readonly ids: readonly string[];
}

/** From the worst: how many corners a mark has, and how it is turned; none is a circle. */
export const SHAPES: Readonly<Record<Severity, readonly [corners: number, turn: number]>> = {
  SEV1: [8, Math.PI / 8],
  SEV2: [3, -Math.PI / 2],
  SEV3: [4, 0],
  SEV4: [4, Math.PI / 4],
  SEV5: [0, 0],
};

/** The area goes with the count, within what a finger can touch and what hides a county. */
export const radiusOf = (count: number): number => Math.min(30, 9 + 2.6 * Math.sqrt(count - 1));

type Context = Pick<
  CanvasRenderingContext2D,
  | 'createRadialGradient'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'arc'
  | 'closePath'
  | 'fill'
  | 'stroke'
  | 'fillText'
  | 'strokeText'
  | 'setLineDash'
  | 'rect'
> & {
  fillStyle: CanvasRenderingContext2D['fillStyle'];
  strokeStyle: CanvasRenderingContext2D['strokeStyle'];
  lineWidth: number;
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
  lineJoin: CanvasLineJoin;
};

/** A shape around a point. All of them look equally large. */
function trace(context: Context, severity: Severity, x: number, y: number, radius: number): void {
  const [corners, turn] = SHAPES[severity];
  context.beginPath();
  if (corners === 0) context.arc(x, y, radius, 0, 2 * Math.PI);
  else {
    const reach = corners === 3 ? radius * 1.35 : corners === 4 ? radius * 1.18 : radius * 1.04;
    for (let corner = 0; corner < corners; corner += 1) {
      const angle = turn + (2 * Math.PI * corner) / corners;
      const [east, south] = [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
      if (corner === 0) context.moveTo(east, south);
      else context.lineTo(east, south);
    }
    context.closePath();
  }
}

const FONT = `'Inter Variable', system-ui, sans-serif`;

export function drawMark(context: Context, mark: Mark, palette: Palette): void {
  const { x, y, radius, severity, count, isPlanned, isOpen, kind } = mark;
  const colour = palette.severities[severity];
  context.lineJoin = 'round';
  if (isOpen) {
    context.beginPath();
    context.arc(x, y, radius + 8, 0, 2 * Math.PI);
    context.strokeStyle = palette.action;
    context.lineWidth = 3;
    context.stroke();
  }
  trace(context, severity, x, y, radius);
  context.fillStyle = isPlanned ? palette.panel : colour;
  context.fill();
  context.strokeStyle = isPlanned ? colour : palette.panel;
  context.lineWidth = isPlanned ? 2.5 : 1.5;
  context.setLineDash(isPlanned ? [4, 3] : []);
  context.stroke();
  context.setLineDash([]);
  const text = kind === 'incident' ? '!' : count > 1 ? String(count) : '';
  if (text === '') return;
  context.font = `650 ${kind === 'incident' ? 15 : radius > 15 ? 12 : 11}px ${FONT}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = isPlanned ? palette.text : '#fff';
  context.fillText(text, x, y + (severity === 'SEV2' ? 2 : 0.5));
}

/** Tickets that come from about here: the more, the stronger. */
export function drawWarmth(
  context: Context,
  { x, y, radius, share }: { readonly x: number; readonly y: number; readonly radius: number; readonly share: number },
  { warmth }: Palette,
): void {
  const fade = context.createRadialGradient(x, y, 0, x, y, radius);
  fade.addColorStop(0, `rgb(${warmth} / ${(0.15 + 0.65 * share).toFixed(2)})`);
  fade.addColorStop(0.45, `rgb(${warmth} / ${(0.08 + 0.3 * share).toFixed(2)})`);
  fade.addColorStop(1, `rgb(${warmth} / 0)`);
  context.fillStyle = fade;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly kind: 'country' | 'site';
}

/** A halo keeps a name readable on land, sea and warmth. */
export function drawLabel(context: Context, { x, y, text, kind }: Label, palette: Palette): void {
  context.textAlign = kind === 'site' ? 'left' : 'center';
  context.textBaseline = 'middle';
  if (kind === 'site') {
    context.beginPath();
    context.rect(x - 3.5, y - 3.5, 7, 7);
    context.fillStyle = palette.panel;
    context.fill();
    context.strokeStyle = palette.muted;
    context.lineWidth = 2;
    context.stroke();
  }
  if (text === '') return;
  context.font = `${kind === 'site' ? 550 : 500} 11px ${FONT}`;
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeStyle = palette.panel;
  const east = kind === 'site' ? x + 8 : x;
  context.strokeText(text, east, y);
  context.fillStyle = kind === 'site' ? palette.text : palette.muted;
  context.fillText(text, east, y);
}
