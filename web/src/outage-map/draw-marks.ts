/**
 * What changes with every frame of a play-back: incidents, outages, clusters of them and the warmth of tickets. One outage is the shape of its
 * severity. Several are a disc as large as they are many; its ring shows the share of each severity, thin where it was planned, and the shape of
 * the worst stands at its edge.
 */
import { SEVERITIES, type Severity } from '@watchdesk/domain/event';
import { cornersOf, type Shares } from './shapes.ts';

export interface Palette {
  readonly text: string;
  readonly muted: string;
  readonly panel: string;
  readonly action: string;
  /** Of letters on a severity's colour. */
  readonly onMark: string;
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
  readonly shares: Shares;
  /** None of its outages was unplanned. */
  readonly isPlanned: boolean;
  readonly isOpen: boolean;
  /** What is looked at when it is clicked: ids of outages, or of the incident. */
  readonly ids: readonly string[];
}

/** The area goes with the count, within what a finger can touch and what hides a county. */
export const radiusOf = (count: number): number => (count === 1 ? 9 : Math.min(24, 12.5 + 1.2 * Math.sqrt(count - 1)));

/** An incident stands above its place, and covers no outage there. */
export const INCIDENT = { radius: 11, above: 25 } as const;

type Context = CanvasRenderingContext2D;
const TURN = 2 * Math.PI;
const FONT = `'Inter Variable', system-ui, sans-serif`;

/** A shape around a point. */
function trace(context: Context, severity: Severity, x: number, y: number, radius: number): void {
  context.beginPath();
  const corners = cornersOf(severity, x, y, radius);
  if (corners.length === 0) context.arc(x, y, radius, 0, TURN);
  for (const [east, south] of corners) context.lineTo(east, south);
  context.closePath();
}

export function drawMark(context: Context, mark: Mark, palette: Palette): void {
  context.lineJoin = 'round';
  if (mark.isOpen) {
    context.beginPath();
    context.arc(mark.x, mark.y, mark.radius + 7, 0, TURN);
    context.strokeStyle = palette.action;
    context.lineWidth = 3;
    context.stroke();
  }
  if (mark.kind === 'incident') drawIncident(context, mark, palette);
  else if (mark.count === 1) drawShape(context, mark, palette);
  else drawCluster(context, mark, palette);
}

function drawShape(context: Context, { x, y, radius, severity, isPlanned }: Mark, palette: Palette): void {
  const colour = palette.severities[severity];
  trace(context, severity, x, y, radius);
  context.fillStyle = isPlanned ? palette.panel : colour;
  context.fill();
  context.strokeStyle = isPlanned ? colour : palette.panel;
  context.lineWidth = isPlanned ? 2 : 1.5;
  context.stroke();
}

function drawCluster(context: Context, { x, y, radius, severity, count, shares, isPlanned }: Mark, palette: Palette): void {
  // What is bad is seen from afar; all else is a number in a ring.
  const isLoud = !isPlanned && (severity === 'SEV1' || severity === 'SEV2');
  context.beginPath();
  context.arc(x, y, radius + 1.5, 0, TURN);
  context.fillStyle = palette.panel;
  context.fill();
  if (isLoud) {
    context.beginPath();
    context.arc(x, y, radius - 5.5, 0, TURN);
    context.fillStyle = palette.severities[severity];
    context.fill();
  }
  const gap = shares.filter((share) => share > 0).length > 1 ? 1.5 / radius : 0;
  let from = -Math.PI / 2;
  shares.forEach((share, place) => {
    if (share === 0) return;
    const to = from + (TURN * share) / count;
    const width = place % 2 === 0 ? 4 : 1.6;
    context.beginPath();
    context.arc(x, y, radius - width / 2, from + gap / 2, Math.max(from + gap / 2 + 0.02, to - gap / 2));
    context.strokeStyle = palette.severities[SEVERITIES[Math.floor(place / 2)]!];
    context.lineWidth = width;
    context.stroke();
    from = to;
  });
  context.font = `650 ${radius > 17 ? 12.5 : 11}px ${FONT}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = isLoud ? palette.onMark : isPlanned ? palette.muted : palette.text;
  context.fillText(String(count), x, y + 0.5);
  const edge = radius * 0.74;
  drawShape(context, { x: x + edge, y: y - edge, radius: 5, severity, isPlanned } as Mark, palette);
}

function drawIncident(context: Context, { x, y, radius, severity }: Mark, palette: Palette): void {
  const colour = palette.severities[severity];
  const foot = y + INCIDENT.above;
  for (const [stroke, width] of [
    [palette.panel, 4.5],
    [colour, 2],
  ] as const) {
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x, foot);
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.stroke();
  }
  context.beginPath();
  context.arc(x, foot, 3, 0, TURN);
  context.fillStyle = colour;
  context.fill();
  trace(context, severity, x, y, radius);
  context.fill();
  context.strokeStyle = palette.panel;
  context.lineWidth = 1.5;
  context.stroke();
  context.font = `700 14px ${FONT}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = palette.onMark;
  context.fillText('!', x, y + (severity === 'SEV2' ? 2 : 0.5));
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
  context.arc(x, y, radius, 0, TURN);
  context.fill();
}
