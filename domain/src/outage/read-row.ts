/** A row of a table of outages → an outage, or what is wrong with the row. */
import { zoneOf } from '../zone/index.ts';
import type { OutageMapping } from './mapping.ts';
import { LIMITS, type Outage } from './outage.ts';

/** A time as text → milliseconds, of the local clock unless `zoned`; null for what is none. */
export type TimeReading = (text: string) => { readonly ms: number; readonly zoned: boolean } | null;

export interface RowReading {
  readonly mapping: OutageMapping;
  readonly readTime: TimeReading;
}

/** `notes`: what was made of it that the row does not say. */
export type ReadRow = { readonly outage: Outage; readonly notes: readonly string[] } | { readonly reason: string };

class Wrong extends Error {}

/** `cell` answers the text of a column of the row. Nothing is thrown: a row that cannot be taken says why. */
export function readOutageRow({ mapping, readTime }: RowReading, cell: (column: string) => string): ReadRow {
  const nothing = new Set(['', ...mapping.nulls.map((word) => word.trim().toLowerCase())]);
  const notes: string[] = [];
  const text = (column: string | undefined): string | null => {
    const value = column === undefined ? '' : cell(column).trim();
    return nothing.has(value.toLowerCase()) ? null : value;
  };
  const needed = (column: string): string => {
    const value = text(column);
    if (value === null) throw new Wrong(`column "${column}" is empty`);
    return value;
  };
  const short = (column: string | undefined, most: number): string | null => {
    const value = text(column);
    if (value !== null && value.length > most) throw new Wrong(`column "${column}" has more than ${most} characters`);
    if (value !== null && (value.includes('\0') || !value.isWellFormed())) throw new Wrong(`column "${column}" holds what is no text`);
    return value;
  };
  const number = (column: string | undefined, least: number, most: number, isWhole = false): number | null => {
    const value = text(column);
    if (value === null) return null;
    const read = /^[+-]?\d+(\.\d+)?(e[+-]?\d{1,2})?$/i.test(value) ? Number(value) : Number.NaN;
    if (!(read >= least && read <= most) || (isWhole && !Number.isInteger(read)))
      throw new Wrong(
        `column "${column}" must be a ${isWhole ? 'whole ' : ''}number from ${least} to ${most}, not "${value.slice(0, 40)}"`,
      );
    return read;
  };

  try {
    const externalId = needed(mapping.externalId);
    short(mapping.externalId, LIMITS.id);
    const source = 'value' in mapping.source ? mapping.source.value : (short(mapping.source.column, 64) ?? needed(mapping.source.column));
    const zoneFor = (field: TimeField): string =>
      mapping.zones.find((one) => one.field === field && (one.source === undefined || one.source === source))?.zone ?? mapping.zone;
    const instant = (field: TimeField): number | null => {
      const value = text(mapping[field]);
      return value === null ? null : instantOf(value, mapping[field]!, { mapping, readTime, zone: zoneFor(field) }, notes);
    };
    needed(mapping.startedAt);
    const startedAt = instant('startedAt')!;
    let endedAt = instant('endedAt');
    if (endedAt !== null && endedAt < startedAt) {
      notes.push(`ended before it began; taken as over when it began`);
      endedAt = startedAt;
    }
    const [latitude, longitude] = [number(mapping.latitude, -90, 90), number(mapping.longitude, -180, 180)];
    if ((latitude === null) !== (longitude === null)) throw new Wrong('has only one of latitude and longitude');
    const [site, region] = [short(mapping.site, LIMITS.name), short(mapping.region, LIMITS.name)];
    if (latitude === null && site === null && region === null) throw new Wrong('says nowhere where it is: no coordinates, site or region');
    return {
      notes,
      outage: {
        source,
        externalId,
        startedAt,
        endedAt,
        latitude,
        longitude,
        site,
        region,
        estimatedAt: instant('estimatedAt'),
        title: short(mapping.title, LIMITS.name) ?? '',
        service: short(mapping.service, LIMITS.name),
        severity: severityOf(mapping, text),
        isPlanned: isPlanned(mapping, text),
        isCancelled: false,
        customers: number(mapping.customers, 0, LIMITS.customers, true),
        postcodes: postcodesOf(text(mapping.postcodes), mapping.postcodes),
        description: short(mapping.description, LIMITS.description) ?? '',
        incident: null,
      },
    };
  } catch (error) {
    if (error instanceof Wrong) return { reason: error.message };
    throw error;
  }
}

type TimeField = OutageMapping['zones'][number]['field'];

function instantOf(
  value: string,
  column: string,
  { mapping, readTime, zone: zoneName }: RowReading & { readonly zone: string },
  notes: string[],
): number {
  const time = readTime(value);
  if (!time) throw new Wrong(`column "${column}" must be a time (${mapping.times}), not "${value.slice(0, 40)}"`);
  if (time.zoned) return time.ms;
  const zone = zoneOf(zoneName);
  const local = Math.floor(time.ms / 1000);
  const at = zone.instant(local, mapping.disambiguation);
  const oddity = zone.oddity(local);
  const never = oddity === 'gap' ? 'a time the clock never showed' : 'a time the clock showed twice';
  if (at === null) throw new Wrong(`column "${column}" is ${never} in ${zoneName}: ${value}`);
  if (oddity) notes.push(`column "${column}" is ${never} in ${zoneName}: ${value}`);
  return time.ms + (at - local) * 1000;
}

function severityOf({ severity: { column, map, otherwise } }: OutageMapping, text: (column: string | undefined) => string | null) {
  const value = text(column)?.toLowerCase();
  const known = value === undefined ? undefined : Object.entries(map).find(([raw]) => raw.trim().toLowerCase() === value);
  return known ? known[1] : otherwise;
}

const isPlanned = ({ planned }: OutageMapping, text: (column: string | undefined) => string | null): boolean =>
  planned !== undefined && (text(planned.column) ?? '').toLowerCase().includes(planned.contains.toLowerCase());

function postcodesOf(value: string | null, column: string | undefined): string[] {
  const all = [...new Set((value ?? '').split(/[\s,;|]+/).filter((one) => one !== ''))];
  if (all.length > LIMITS.postcodes) throw new Wrong(`column "${column}" has more than ${LIMITS.postcodes} postcodes`);
  const long = all.find((one) => one.length > LIMITS.postcode || one.includes('\0') || !one.isWellFormed());
  if (long !== undefined) throw new Wrong(`column "${column}" holds what is no postcode: "${long.slice(0, 40)}"`);
  return all;
}
