/**
 * How many tickets came in where and when, hour by hour: a query of the catalogue like any other, and so within what the viewer may see. A ticket
 * counts at its site, else at the region of that site, else in the middle of its customer's country.
 */
import { CENTRES } from '@watchdesk/domain/geography';
import { invalid } from '../errors.ts';
import type { Asker, Metrics } from '../metrics/index.ts';
import type { Place } from './places.ts';

export interface DensityQuestion {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

export interface DensePlace {
  readonly kind: Place['kind'] | 'country';
  readonly id: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

const DAY_MS = 86_400_000;
const LONGEST_MS = 8 * DAY_MS;
const MOST_GROUPS = 1_000;

export async function densityOf({ query }: Pick<Metrics, 'query'>, asker: Asker, { from, to }: DensityQuestion, places: readonly Place[]) {
  if (to <= from) throw invalid('to', 'must be after from');
  if (to - from > LONGEST_MS) throw invalid('from', 'must be at most 8 days before to');
  const answer = await query(asker, {
    metrics: ['created'],
    dimensions: ['service_site', 'service_region', 'country'],
    grain: 'hour',
    period: { from, to },
    timeZone: 'UTC',
    limit: MOST_GROUPS,
  });
  const known = new Map<string, DensePlace>(places.map((one) => [`${one.kind} ${one.id}`, one]));
  const found: DensePlace[] = [];
  const numbers = new Map<DensePlace, number>();
  const counts = new Map<string, { place: number; at: string; tickets: number }>();
  let placed = 0;
  for (const { key, series } of answer.groups) {
    const place =
      known.get(`site ${key['service_site']}`) ?? known.get(`region ${key['service_region']}`) ?? countryOf(key['country'] ?? '', known);
    if (!place) continue;
    if (!numbers.has(place)) numbers.set(place, found.push(place) - 1);
    const number = numbers.get(place)!;
    for (const { at, values } of series) {
      const tickets = values['created']?.value ?? 0;
      if (tickets === 0) continue;
      placed += tickets;
      const cell = counts.get(`${number} ${at}`) ?? { place: number, at, tickets: 0 };
      cell.tickets += tickets;
      counts.set(`${number} ${at}`, cell);
    }
  }
  return {
    places: found,
    counts: [...counts.values()].toSorted((a, b) => a.at.localeCompare(b.at) || a.place - b.place),
    placed,
    // Of no known place, in the same hours.
    unplaced: Math.max(0, (answer.total.values['created']?.value ?? 0) - placed),
    asOf: answer.asOf,
  };
}

function countryOf(code: string, known: Map<string, DensePlace>): DensePlace | undefined {
  const centre = CENTRES.get(code);
  if (!centre) return undefined;
  const kept = known.get(`country ${code}`);
  if (kept) return kept;
  const place: DensePlace = { kind: 'country', id: code, name: code, longitude: centre[0], latitude: centre[1] };
  known.set(`country ${code}`, place);
  return place;
}
