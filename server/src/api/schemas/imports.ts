/** Imports as they are asked for and answered. */
import { z } from 'zod';
import { LONGEST_FILE, STATES } from '../../imports/index.ts';
import { instantOut, plain } from './basics.ts';

/** The document of docs/import.md. Its own schema says what is wrong with it, field by field. */
export const mappingDocument = z
  .record(z.string(), z.unknown())
  .meta({ description: 'A mapping, as docs/import.md explains it and the command line takes it' });

export const fileIn = z.strictObject({
  name: plain(200).min(1, 'must not be empty'),
  bytes: z
    .int('must be a whole number')
    .min(0, 'must be at least 0')
    .meta({ description: `The length of the file, at most ${LONGEST_FILE}` }),
});

const lineReason = z.object({ line: z.int(), reason: z.string() });
const account = z
  .object({
    rows: z.int(),
    rowsRejected: z.int().meta({ description: 'Rows that could not be read' }),
    subjects: z.int().nullable().meta({ description: 'Tickets, where rows of one ticket are brought together' }),
    events: z.int(),
    accepted: z.int(),
    duplicate: z.int(),
    parked: z.int(),
    rejected: z.int().meta({ description: 'Events that the door turned away' }),
    rejections: z.array(lineReason).readonly().meta({ description: 'The first of them' }),
    parkings: z.array(lineReason).readonly().meta({ description: 'The first of them' }),
    warnings: z
      .array(z.object({ kind: z.string(), value: z.string(), count: z.int() }))
      .meta({ description: 'What was odd without being wrong' }),
    resumedAfter: z.int().optional().meta({ description: 'What an earlier run had brought in already' }),
  })
  .meta({ id: 'ImportAccount' });

export const importFile = z
  .object({
    id: z.string(),
    name: z.string(),
    bytes: z.number(),
    received: z.number().meta({ description: 'Where the next part begins' }),
    state: z.enum(STATES),
    mapping: mappingDocument.nullable(),
    progress: z.object({ bytes: z.number(), ofBytes: z.number(), events: z.number() }).nullable(),
    account: account.nullable(),
    problem: z.object({ detail: z.string(), fields: z.array(z.object({ field: z.string(), message: z.string() })).readonly() }).nullable(),
    madeBy: z.string(),
    madeAt: instantOut,
    startedAt: instantOut.nullable(),
    endedAt: instantOut.nullable(),
    hasFile: z.boolean().meta({ description: 'Its bytes are kept: for a day, or until it is imported' }),
    hasRejects: z.boolean().meta({ description: 'There is a file of the rows that were not taken' }),
  })
  .meta({ id: 'ImportFile' });

export const importList = z.object({ imports: z.array(importFile).readonly() });

const timeColumn = z.object({
  format: z.string().nullable().meta({ description: 'Null where a person has to say which of the candidates' }),
  candidates: z.array(z.string()).readonly(),
  isNaive: z.boolean().meta({ description: 'Some values do not say their time zone' }),
  unread: z.int(),
  example: z.object({ text: z.string(), readings: z.array(z.object({ format: z.string(), day: z.string() })).readonly() }).nullable(),
});
const column = z
  .object({
    name: z.string(),
    kind: z.enum(['empty', 'time', 'number', 'truth', 'email', 'text']),
    filled: z.int(),
    distinct: z.int(),
    samples: z.array(z.string()).readonly(),
    values: z
      .array(z.object({ value: z.string(), count: z.int() }))
      .readonly()
      .meta({ description: 'All of them, where they are few' }),
    time: timeColumn.nullable(),
    maps: z.record(z.string(), z.record(z.string(), z.string())).meta({ description: 'What the values plainly stand for, by attribute' }),
  })
  .meta({ id: 'ImportColumn' });

const SHAPES = ['tickets', 'snapshots', 'events', 'history', 'agents', 'teams', 'organisations', 'customers'] as const;
export const shape = z.enum(SHAPES, `must be one of ${SHAPES.join(', ')}`);

export const detection = z
  .object({
    file: z.object({
      delimiter: z.string(),
      quote: z.string(),
      encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'latin1']),
      header: z.boolean(),
    }),
    isPacked: z.boolean(),
    columns: z.array(column).readonly(),
    rows: z.array(z.array(z.string()).readonly()).readonly(),
    rowsSeen: z.int(),
    isWhole: z.boolean(),
    faults: z.array(lineReason).readonly(),
    faultCount: z.int(),
    shape,
    targets: z
      .array(z.object({ path: z.string(), isNeeded: z.boolean(), isTime: z.boolean(), meanings: z.array(z.string()).readonly() }))
      .readonly()
      .meta({ description: 'What a column can be taken for' }),
    mapping: mappingDocument,
  })
  .meta({ id: 'ImportDetection' });

export const importPreview = z
  .object({
    account,
    events: z.array(z.object({ line: z.int(), event: z.record(z.string(), z.unknown()) })).readonly(),
    rejects: z.array(z.object({ line: z.int(), reason: z.string(), row: z.string() })).readonly(),
    firstRows: z.int(),
  })
  .meta({ id: 'ImportPreview' });
