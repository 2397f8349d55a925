/** How the key numbers are shown: which, in which order, and in what unit. */
import type { Figure } from '@watchdesk/domain/outage-simulation';
import type { SimulatedBand, Simulation } from '../../api/client.ts';
import type { Table } from '../../charts/index.ts';
import { formatCount, formatDuration, formatNumber } from '../../ui/index.ts';
import { FIGURES, words } from './messages.ts';

export const SHOWN: readonly Figure[] = [
  'tickets',
  'moreTickets',
  'meanWait',
  'longWait',
  'mostWaiting',
  'breaches',
  'gaveUp',
  'recoveryMinutes',
  'mostExtraAgents',
  'extraAgentHours',
  'workHours',
  'cost',
  'satisfactionLoss',
];

const MINUTES: readonly Figure[] = ['meanWait', 'longWait', 'recoveryMinutes'];

/** A value in its unit; without one, why. */
export function figureWords(figure: Figure, value: number | null): string {
  if (value === null) return figure === 'recoveryMinutes' ? words.notWithin : words.unknown;
  // In whole minutes: seconds of a median of runs would say too much.
  if (MINUTES.includes(figure)) return formatDuration(Math.round(value) * 60).replace(/\u00a000\u00a0s$/, '');
  return figure === 'satisfactionLoss' ? formatNumber(value, 1) : formatCount(value);
}

/** Between which two values it lies; null where neither says anything beyond the middle. */
export function bandWords(figure: Figure, { low, middle, high }: SimulatedBand): string | null {
  if (middle === null && low === null) return null;
  if (low === middle && high === middle) return null;
  return words.band(figureWords(figure, low), high === null ? null : figureWords(figure, high));
}

/** With its sign. */
export function differenceWords(figure: Figure, value: number | null): string | null {
  if (value === null) return null;
  const text = figureWords(figure, value);
  return value > 0 ? `+${text}` : text;
}

/** A row for each number and response. */
export const figureTable = ({ responses }: Simulation['result']): Table => ({
  columns: [words.figure, words.response.name, 'Low (10 %)', 'Median', 'High (90 %)', 'Difference, median'],
  rows: SHOWN.flatMap((figure) =>
    responses.map(({ response, numbers, difference }) => [
      FIGURES[figure].name,
      response.name,
      numbers[figure].low,
      numbers[figure].middle,
      numbers[figure].high,
      difference[figure].middle,
    ]),
  ),
});
