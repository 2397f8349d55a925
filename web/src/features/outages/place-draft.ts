/** Places as they are written in a form: coordinates as one text, so that they can be pasted from wherever they were looked up. */
import type { paths } from '../../api/schema.d.ts';

export type PlacesIn = paths['/api/v1/outages/places']['put']['requestBody']['content']['application/json']['places'];
export type Place = PlacesIn[number];

export interface PlaceDraft {
  /** Of the row, for as long as it is in sight. */
  readonly key: number;
  readonly kind: Place['kind'];
  /** What outages and incidents call it. */
  readonly id: string;
  readonly name: string;
  readonly at: string;
}

const DEGREES = String.raw`(-?\d+(?:\.\d+)?)\s*°?`;
const COORDINATES = new RegExp(String.raw`^\s*${DEGREES}\s*(?:,|;|\s)\s*${DEGREES}\s*$`);

/** Degrees north and east from `53.80, -1.55`; null for what is no place on earth. */
export function coordinatesOf(text: string): { readonly latitude: number; readonly longitude: number } | null {
  const [, north, east] = COORDINATES.exec(text) ?? [];
  if (north === undefined || east === undefined) return null;
  const [latitude, longitude] = [Number(north), Number(east)];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

export const draftOfPlace = ({ kind, id, name, latitude, longitude }: Place, key: number): PlaceDraft => ({
  key,
  kind,
  id,
  name: name === id ? '' : name,
  at: `${latitude}, ${longitude}`,
});

export interface PlaceFaults {
  readonly id?: 'empty' | 'twice';
  readonly at?: 'none';
}

/** What keeps a row from being saved. */
export function faultsOf(row: PlaceDraft, all: readonly PlaceDraft[]): PlaceFaults {
  const id = row.id.trim();
  const isTwice = all.some((other) => other.key !== row.key && other.kind === row.kind && other.id.trim() === id);
  return {
    ...(id === '' ? { id: 'empty' as const } : isTwice && { id: 'twice' as const }),
    ...(coordinatesOf(row.at) === null && { at: 'none' as const }),
  };
}

/** Null while a row cannot be saved. */
export function placesOf(rows: readonly PlaceDraft[]): PlacesIn | null {
  const places = rows.flatMap((row) => {
    const at = coordinatesOf(row.at);
    const id = row.id.trim();
    return at && Object.keys(faultsOf(row, rows)).length === 0 ? [{ kind: row.kind, id, name: row.name.trim() || id, ...at }] : [];
  });
  return places.length === rows.length ? places : null;
}
