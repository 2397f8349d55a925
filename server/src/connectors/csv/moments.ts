/** A mapping's moments bound to a file's columns: from a row's fields to an instant in milliseconds, or to what is wrong with it. */
import { type Disambiguation, zoneOf } from '@watchdesk/domain/zone';
import { type Binding, bindColumn, type Fields } from './cells.ts';
import { timeReader } from './date-format.ts';
import type { Mapping, Moment } from './mapping.ts';

export interface MomentBinding extends Binding {
  readonly zone: string;
  readonly disambiguation: Disambiguation;
  /** What the file has decided about columns whose format the mapping leaves open. */
  readonly formats: ReadonlyMap<string, string>;
  warn(kind: string, value: string): void;
}

/** Null for nothing; text says what is wrong. */
export type ReadMoment = (fields: Fields) => number | null | string;

/** Logs name the same instants again and again; reading one takes a microsecond, finding it less. */
const MOST_KEPT = 50_000;

export function bindMoment(moment: Moment, field: string, binding: MomentBinding): ReadMoment {
  const { column, format = 'auto', zone = binding.zone } = typeof moment === 'string' ? { column: moment } : moment;
  const text = bindColumn(column, field, binding);
  const decided = format === 'auto' ? (binding.formats.get(column) ?? 'auto') : format;
  const read = timeReader(decided);
  const place = zoneOf(zone);
  const expected = decided === 'auto' || decided === 'iso' ? 'an ISO 8601 time' : decided;
  const kept = new Map<string, number | string>();

  function instantOf(value: string): number | string {
    const time = read(value);
    if (!time) return `column "${column}" must be ${expected}, not "${value.slice(0, 40)}"`;
    if (time.zoned) return time.ms;
    const local = Math.floor(time.ms / 1000);
    const instant = place.instant(local, binding.disambiguation);
    const oddity = place.oddity(local);
    if (oddity && instant !== null)
      binding.warn(oddity === 'gap' ? 'a time the clock skipped when summer began' : 'a time that occurs twice when summer ends', column);
    if (instant !== null) return time.ms + (instant - local) * 1000;
    return `column "${column}" is ${oddity === 'gap' ? 'a time the clock never showed' : 'a time the clock showed twice'} in ${zone}: ${value}`;
  }

  return (fields) => {
    const value = text(fields);
    if (value === null) return null;
    let instant = kept.get(value);
    if (instant === undefined) {
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(value, (instant = instantOf(value)));
    }
    return instant;
  };
}

/** The columns whose order of day and month the file has to decide, by the place the mapping names them. */
export function undecidedMoments(mapping: Mapping): { column: string; field: string }[] {
  const moments: Record<string, Moment | undefined> =
    mapping.shape === 'tickets'
      ? {
          createdAt: mapping.createdAt,
          firstReplyAt: mapping.firstReplyAt,
          resolvedAt: mapping.resolvedAt,
          closedAt: mapping.closedAt,
          updatedAt: mapping.updatedAt,
        }
      : 'createdAt' in mapping
        ? { at: mapping.at, createdAt: mapping.createdAt }
        : { at: mapping.at };
  return Object.entries(moments).flatMap(([field, moment]) => {
    if (moment === undefined) return [];
    const { column, format = 'auto' } = typeof moment === 'string' ? { column: moment } : moment;
    return format === 'auto' ? [{ column, field }] : [];
  });
}
