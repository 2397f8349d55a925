/** What the map of outages keeps in the address; what cannot be understood is left out. */
import { SEVERITIES } from '@watchdesk/domain/event';
import { OUTAGE_STAGES } from '@watchdesk/domain/outage';
// Not by its index: the address is read before a map is wanted.
import { type Narrowing, valuesOf } from '../../outage-map/narrowing.ts';

export interface MapSearch extends Narrowing {
  /** A day of the viewer's zone that is looked back at; live without one. */
  day?: string;
  /** Minutes since that day began. */
  at?: number;
  heat?: false;
  /** An outage, or the id of an incident, that is looked at. */
  open?: string;
}
export const MAP_NAMES = ['day', 'at', 'severity', 'stage', 'service', 'region', 'source', 'planned', 'heat', 'open'] as const;
export const LISTS = ['severity', 'stage', 'service', 'region', 'source'] as const;
export type ListName = (typeof LISTS)[number];

const DAY_MINUTES = 1440;
const CLOSED: Partial<Record<ListName, readonly string[]>> = { severity: SEVERITIES, stage: OUTAGE_STAGES };

export function readMapSearch(raw: Record<string, unknown>): MapSearch {
  const read: MapSearch = {};
  const { day, at, open } = raw;
  if (typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))) read.day = day;
  const minutes = Number(at);
  if (read.day !== undefined && at !== undefined && Number.isInteger(minutes) && minutes >= 0 && minutes <= DAY_MINUTES) read.at = minutes;
  for (const name of LISTS) {
    const given = raw[name];
    const values = valuesOf(typeof given === 'string' || typeof given === 'number' ? String(given) : '').filter(
      (value) => CLOSED[name]?.includes(value) ?? true,
    );
    if (values.length > 0) read[name] = values.join(',');
  }
  if (raw['planned'] === true || raw['planned'] === 'true') read.planned = true;
  if (raw['planned'] === false || raw['planned'] === 'false') read.planned = false;
  if (raw['heat'] === false || raw['heat'] === 'false') read.heat = false;
  if (typeof open === 'string' && open !== '') read.open = open.slice(0, 200);
  return read;
}
