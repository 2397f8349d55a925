/** Outages as callers see and say them. */
import { SEVERITIES } from '@watchdesk/domain/event';
import { OUTAGE_LIMITS, OUTAGE_STAGES, outageMapping } from '@watchdesk/domain/outage';
import { isZone } from '@watchdesk/domain/zone';
import { z } from 'zod';
import {
  cursorIn,
  dayOut,
  flagIn,
  idIn,
  instantIn,
  instantOut,
  limitIn,
  named,
  nextOut,
  plain,
  someOf,
  textsIn,
  wholeIn,
} from './basics.ts';
import { ticketRow } from './ticket.ts';

const STAGES = ['proposed', 'dismissed', 'investigating', 'identified', 'monitoring', 'resolved', 'closed'] as const;
const severity = z.enum(SEVERITIES, `must be one of ${SEVERITIES.join(', ')}`);
const stage = z.enum(OUTAGE_STAGES).meta({ description: 'As of now; it follows from the times' });
const latitude = z.number('must be degrees north, from -90 to 90').min(-90, 'must be at least -90').max(90, 'must be at most 90');
const longitude = z.number('must be degrees east, from -180 to 180').min(-180, 'must be at least -180').max(180, 'must be at most 180');
const nameIn = plain(OUTAGE_LIMITS.name).trim().min(1, 'must not be empty').nullable().default(null);
const whenIn = z.union([z.null(), instantIn], 'must be an instant in ISO 8601 with a zone, or null').default(null);

const outageIn = z
  .strictObject({
    source: plain(64)
      .trim()
      .min(1, 'must not be empty')
      .meta({ description: 'Who tells of it. With the id there it is the same for good.' }),
    externalId: plain(OUTAGE_LIMITS.id).trim().min(1, 'must not be empty'),
    title: plain(OUTAGE_LIMITS.name).trim().default(''),
    service: nameIn,
    region: nameIn,
    site: nameIn,
    latitude: latitude.nullable().default(null),
    longitude: longitude.nullable().default(null),
    severity,
    isPlanned: z.boolean().default(false),
    isCancelled: z.boolean().default(false),
    startedAt: instantIn,
    endedAt: whenIn.meta({ description: 'Null while it runs' }),
    estimatedAt: whenIn.meta({ description: 'When it is expected to be over' }),
    customers: z.int('must be a whole number').min(0, 'must be at least 0').max(OUTAGE_LIMITS.customers).nullable().default(null),
    postcodes: z
      .array(plain(OUTAGE_LIMITS.postcode).trim().min(1, 'must not be empty'))
      .max(OUTAGE_LIMITS.postcodes, `must be at most ${OUTAGE_LIMITS.postcodes}`)
      .default([]),
    description: plain(OUTAGE_LIMITS.description).default(''),
    incident: idIn.nullable().default(null).meta({ description: 'The id of the incident that it belongs to' }),
  })
  .refine(({ latitude: north, longitude: east }) => (north === null) === (east === null), {
    path: ['longitude'],
    message: 'must be there where latitude is, and only there',
  })
  .refine((one) => one.latitude !== null || one.site !== null || one.region !== null, {
    path: ['latitude'],
    message: 'must be there where neither site nor region says where it is',
  })
  .refine(({ startedAt, endedAt }) => endedAt === null || endedAt >= startedAt, {
    path: ['endedAt'],
    message: 'must not be before startedAt',
  });

export const outagesIn = z.strictObject({
  outages: z
    .array(outageIn)
    .min(1, 'must hold at least one')
    .max(1_000, 'must be at most 1000')
    .meta({ description: 'All come in, or none' }),
});

const counts = { created: z.int(), changed: z.int(), unchanged: z.int() };
export const upserted = z.object(counts);

const brief = {
  id: z.string(),
  source: z.string(),
  externalId: z.string(),
  title: z.string(),
  service: z.string().nullable(),
  region: z.string().nullable(),
  site: z.string().nullable(),
  latitude: z.number().nullable().meta({ description: 'Of the outage, else of its site, else of its region' }),
  longitude: z.number().nullable(),
  severity: z.enum(SEVERITIES),
  isPlanned: z.boolean(),
  stage,
  startedAt: instantOut,
  endedAt: instantOut.nullable(),
  estimatedAt: instantOut.nullable(),
  customers: z.int().nullable(),
  postcodeCount: z.int(),
  incident: z.string().nullable(),
};
const outage = z.object(brief).meta({ id: 'Outage' });

const narrowed = {
  severity: someOf(SEVERITIES),
  service: textsIn,
  region: textsIn,
  source: textsIn,
  planned: flagIn.optional(),
};
export const outageListQuery = z.strictObject({
  from: instantIn.optional().meta({ description: 'Those that ran at some time from here' }),
  to: instantIn.optional().meta({ description: 'to before here' }),
  stage: someOf(OUTAGE_STAGES),
  ...narrowed,
  incident: idIn.optional(),
  cursor: cursorIn,
  limit: limitIn(100),
});
export const outageList = z.object({ outages: z.array(outage), next: nextOut }).meta({ id: 'OutageList' });

export const outageDetail = z
  .object({
    ...brief,
    description: z.string(),
    postcodes: z.array(z.string()),
    madeAt: instantOut,
    changedAt: instantOut,
    changes: z.array(
      z.object({
        at: instantOut,
        by: z.string(),
        was: z.record(z.string(), z.unknown()),
        became: z.record(z.string(), z.unknown()),
      }),
    ),
  })
  .meta({ id: 'OutageDetail' });

export const outageNearby = z
  .object({
    from: instantOut,
    to: instantOut,
    withinKm: z.number(),
    ticketCount: z.int(),
    tickets: z.array(ticketRow),
    customerCount: z.int(),
    customers: z.array(named),
  })
  .meta({ id: 'OutageNearby' });

export const stretchQuery = z.strictObject({ from: instantIn, to: instantIn });
const place = { id: z.string(), name: z.string(), latitude: z.number(), longitude: z.number() };
const outagePlace = z.object({ kind: z.enum(['site', 'region']), ...place }).meta({ id: 'OutagePlace' });
export const outageMap = z
  .object({
    outages: z.array(outage),
    isWhole: z.boolean().meta({ description: 'False where there are more than a map can hold' }),
    incidents: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        severity: z.enum(SEVERITIES).meta({ description: 'That it has now, or had last' }),
        stage: z.enum(STAGES),
        startedAt: instantOut,
        endedAt: instantOut.nullable(),
        stretches: z
          .array(z.object({ startedAt: instantOut, endedAt: instantOut.nullable(), severity: z.enum(SEVERITIES) }))
          .meta({ description: 'When it went on, and how severe it was then' }),
        services: z.array(z.string()),
        regions: z.array(z.string()),
        places: z.array(outagePlace),
      }),
    ),
    places: z.array(outagePlace),
  })
  .meta({ id: 'OutageMap' });

export const outageDaysQuery = z.strictObject({
  from: instantIn.optional(),
  to: instantIn.optional(),
  ...narrowed,
  timeZone: plain(64).refine(isZone, 'must be an IANA time zone such as Europe/London').optional(),
});
export const outageDays = z
  .object({ timeZone: z.string(), days: z.array(z.object({ day: dayOut, began: z.int() })) })
  .meta({ id: 'OutageDays' });

export const outagePulse = z
  .object({
    outages: z.int(),
    running: z.int(),
    changedAt: instantOut.nullable(),
    firstAt: instantOut.nullable(),
    lastAt: instantOut.nullable(),
  })
  .meta({ id: 'OutagePulse' });

export const ticketDensity = z
  .object({
    places: z.array(z.object({ kind: z.enum(['site', 'region', 'country']), ...place })),
    counts: z.array(z.object({ place: z.int().meta({ description: 'In `places`, from 0' }), at: instantOut, tickets: z.int() })),
    placed: z.int(),
    unplaced: z.int().meta({ description: 'Of no place that is known' }),
    asOf: instantOut,
  })
  .meta({ id: 'TicketDensity' });

export const placesIn = z.strictObject({
  places: z
    .array(
      z.strictObject({
        kind: z.enum(['site', 'region'], 'must be site or region'),
        id: plain(OUTAGE_LIMITS.name).trim().min(1, 'must not be empty'),
        name: plain(OUTAGE_LIMITS.name).trim().min(1, 'must not be empty'),
        latitude,
        longitude,
      }),
    )
    .max(1_000, 'must be at most 1000')
    .refine((all) => new Set(all.map(({ kind, id }) => `${kind} ${id}`)).size === all.length, 'must not name a place twice'),
});
export const places = z
  .object({
    places: z.array(
      z.object({
        kind: z.enum(['site', 'region']),
        ...place,
        isOwn: z.boolean().meta({ description: 'Told here, and not by the directory' }),
      }),
    ),
    lost: z
      .array(z.object({ kind: z.enum(['site', 'region']), id: z.string() }))
      .meta({ description: 'Named by outages, incidents or the directory, and nobody says where they are' }),
  })
  .meta({ id: 'OutagePlaces' });

const one = (word: string) => plain(1).min(1, `must be one character: ${word}`);
export const csvIn = z.strictObject({
  file: z.uuid('must be the id of a file that was sent as one to import'),
  mapping: outageMapping,
  dialect: z
    .strictObject({
      delimiter: one('the delimiter').default(','),
      quote: one('the quotation mark').or(z.literal('')).default('"'),
      header: z.boolean().default(true),
      encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'latin1']).optional(),
    })
    .prefault({}),
});
export const csvRunIn = csvIn.extend({
  without: wholeIn(0, 1e9).default(0).meta({ description: 'How many rows are left out because they cannot be taken, as the preview says' }),
});
const fault = z.object({ line: z.int(), reason: z.string(), row: z.string() });
export const csvPreview = z
  .object({
    rows: z.int(),
    taken: z.int(),
    rejected: z.int(),
    noted: z.int(),
    outages: z.array(
      z.object({
        source: z.string(),
        externalId: z.string(),
        title: z.string(),
        severity: z.enum(SEVERITIES),
        isPlanned: z.boolean(),
        startedAt: instantOut,
        endedAt: instantOut.nullable(),
        estimatedAt: instantOut.nullable(),
        latitude: z.number().nullable(),
        longitude: z.number().nullable(),
        postcodeCount: z.int(),
      }),
    ),
    rejects: z.array(fault),
    notes: z.array(fault).meta({ description: 'What was made of rows that they do not say themselves' }),
  })
  .meta({ id: 'OutageCsvPreview' });
export const csvDone = z.object({ rows: z.int(), rejected: z.int(), ...counts });
