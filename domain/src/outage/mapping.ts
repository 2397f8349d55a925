/** What the columns of a table of outages mean: chosen by a person, kept with nothing. What it does not know is refused. */
import { z } from 'zod';
import { SEVERITIES } from '../event/index.ts';
import { DISAMBIGUATIONS, isZone } from '../zone/index.ts';
import type { Outage } from './outage.ts';

const column = z.string().min(1, 'must be the name of a column').max(200, 'must have at most 200 characters');
const severity = z.enum(SEVERITIES, `must be one of ${SEVERITIES.join(', ')}`);

export const outageMapping = z.strictObject({
  /** Of a column, or the same for the whole table. */
  source: z.union([z.strictObject({ column }), z.strictObject({ value: z.string().trim().min(1, 'must not be empty').max(64) })]),
  externalId: column,
  startedAt: column,
  endedAt: column.optional(),
  estimatedAt: column.optional(),
  title: column.optional(),
  service: column.optional(),
  region: column.optional(),
  site: column.optional(),
  latitude: column.optional(),
  longitude: column.optional(),
  customers: column.optional(),
  /** Several in one field, with space, comma or semicolon between. */
  postcodes: column.optional(),
  description: column.optional(),
  /** A column with what each of its values stands for, and how bad all others are. */
  severity: z.strictObject({ column: column.optional(), map: z.record(z.string().max(200), severity).default({}), otherwise: severity }),
  /** Planned where the column holds the words, in any case. */
  planned: z.strictObject({ column, contains: z.string().trim().min(1, 'must not be empty').max(200) }).optional(),
  /** How times are written that are not ISO 8601. */
  times: z.enum(['iso', 'day first', 'month first'], 'must be iso, day first or month first').default('iso'),
  /** Of times that say no zone themselves. */
  zone: z.string().refine(isZone, 'must be an IANA time zone such as Europe/London'),
  /** Exceptions from that: of one field, of one source or of all. The first that fits counts. */
  zones: z
    .array(
      z.strictObject({
        field: z.enum(['startedAt', 'endedAt', 'estimatedAt'], 'must be startedAt, endedAt or estimatedAt'),
        source: z.string().min(1, 'must not be empty').max(64).optional(),
        zone: z.string().refine(isZone, 'must be an IANA time zone such as Europe/London'),
      }),
    )
    .max(50)
    .default([]),
  /** What a time means that the clock showed twice, or never. */
  disambiguation: z.enum(DISAMBIGUATIONS).default('compatible'),
  /** Words that stand for nothing, in any case. */
  nulls: z.array(z.string().max(60)).max(50).default(['Unknown', 'None', 'NULL', 'N/A', '-', '?']),
});
export type OutageMapping = z.output<typeof outageMapping>;

/** Fields that are taken from their column as they stand. */
export const AS_MAPPED = [
  'endedAt',
  'estimatedAt',
  'title',
  'service',
  'region',
  'site',
  'latitude',
  'longitude',
  'customers',
  'postcodes',
  'description',
] as const;

/** What a table says of an outage by this mapping: of all else it knows nothing. */
export function saidBy(mapping: OutageMapping): (keyof Outage)[] {
  return [
    'startedAt',
    ...AS_MAPPED.filter((field) => mapping[field] !== undefined),
    ...(mapping.severity.column === undefined ? [] : (['severity'] as const)),
    ...(mapping.planned === undefined ? [] : (['isPlanned'] as const)),
  ];
}
