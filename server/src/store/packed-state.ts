/**
 * A ticket's state as it lies in PostgreSQL, where it is written and read at every change of the ticket: what is as in
 * an empty ticket is left out, and what there are several of are lists and not objects, as the names of their fields would
 * be more than half of the text.
 */
import { isDeepStrictEqual } from 'node:util';
import {
  type Activity,
  type Counts,
  type Cycle,
  type Dimensions,
  emptyTicket,
  type Escalation,
  type FormerLabels,
  type Pause,
  type Segment,
  type SurveyState,
  type TicketState,
  type Wait,
} from '@watchdesk/domain/ticket';

type Cells = readonly unknown[];

/** What is written even where it is as in an empty ticket. */
const ALWAYS: ReadonlySet<string> = new Set(['id', 'createdAt', 'createdBy', 'lastEventAt', 'eventCount']);

/** The fields of `T` in the order they are written. New ones go to the end, where older rows have nothing. A field left out does not compile. */
const order =
  <T extends object>() =>
  <const K extends readonly (keyof T & string)[]>(fields: K & (Exclude<keyof T, K[number]> extends never ? unknown : never)) => ({
    pack: (one: T): Cells => fields.map((field) => one[field as keyof T]),
    unpack: (cells: Cells): T => {
      const one: Record<string, unknown> = {};
      for (let index = 0; index < fields.length; index += 1) one[fields[index]!] = cells[index] ?? null;
      return one as T;
    },
  });

const DIMENSION_FIELDS = [
  'status',
  'priority',
  'supportTier',
  'team',
  'assignee',
  'category',
  'product',
  'channel',
  'requester',
  'organisation',
  'language',
  'serviceSite',
  'tags',
] as const;
const DIMENSIONS = order<Dimensions>()(DIMENSION_FIELDS);
/** Where the service of a ticket stands, of the ticket row that is called so. */
export const serviceSiteSql = (ticket: string): string => `${ticket}.state->'now'->>${DIMENSION_FIELDS.indexOf('serviceSite')}`;

const COUNTS = order<Counts>()([
  'customerMessages',
  'agentReplies',
  'internalNotes',
  'botMessages',
  'automationMessages',
  'reopens',
  'reassignments',
  'transfers',
  'priorityChanges',
]);
const LISTS = {
  cycles: order<Cycle>()(['ordinal', 'startedAt', 'startedBy', 'resolvedAt', 'resolvedBy', 'replies', 'bursts']),
  segments: order<Segment>()(['ordinal', 'from', 'to', 'cycle', 'status', 'rawStatus', 'team', 'assignee', 'supportTier', 'priority']),
  waits: order<Wait>()(['ordinal', 'cycle', 'from', 'to', 'kind', 'closedBy', 'agent', 'team', 'priority']),
  escalations: order<Escalation>()([
    'ordinal',
    'at',
    'cycle',
    'fromTier',
    'toTier',
    'fromTeam',
    'toTeam',
    'fromAgent',
    'by',
    'kind',
    'reason',
    'context',
    'confidence',
  ]),
  surveys: order<SurveyState>()([
    'surveyId',
    'survey',
    'requestedAt',
    'answeredAt',
    'score',
    'scale',
    'comment',
    'agent',
    'team',
    'cycle',
    'replies',
    'handedOn',
    'botMessages',
  ]),
  activities: order<Activity>()(['ordinal', 'agent', 'from', 'to']),
  pauses: order<Pause>()(['from', 'to', 'reason', 'by']),
  formerLabels: order<FormerLabels>()(['until', 'category', 'product', 'tags']),
};

/** Opaque: only this file knows what is in it. */
export interface PackedState {
  readonly id: string;
}

/** What a field that was left out is; each state has lists and objects of its own. */
const nothing = () => ({ ...emptyTicket('', 0), provisional: false, cycles: [] });

/** As `nothing`, to compare with. What is not in it is always written. */
const NOTHING: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(nothing()).filter(([field]) => !ALWAYS.has(field)));

/** The form that is written as JSON. */
export function packState(state: TicketState): PackedState {
  const packed: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(state)) if (!isNothing(field, value)) packed[field] = value;
  packed['now'] = DIMENSIONS.pack(state.now);
  packed['atCreation'] = DIMENSIONS.pack(state.atCreation);
  packed['counts'] = COUNTS.pack(state.counts);
  for (const list of NAMES) if (state[list].length > 0) packed[list] = packList(list, state[list]);
  return packed as unknown as PackedState;
}

/** Throws for a state that another version of this code has stored. */
export function unpackState(packed: PackedState): TicketState {
  const state = readState(packed);
  if (!state) throw new Error(`The state of ${packed.id} was stored by another version; \`watchdesk replay\` makes it anew`);
  return state;
}

/** Null for what is no packed state: the ticket has to be folded from its events. */
export function readState(stored: PackedState | null): TicketState | null {
  if (stored === null) return null;
  const { now, atCreation, counts, ...rest } = stored as unknown as Record<string, unknown>;
  if (!Array.isArray(now) || !Array.isArray(atCreation) || !Array.isArray(counts)) return null;
  const { clockLog: _, ...empty } = nothing();
  const state: TicketState = Object.assign(empty, rest);
  state.now = DIMENSIONS.unpack(now);
  state.atCreation = DIMENSIONS.unpack(atCreation);
  state.counts = COUNTS.unpack(counts);
  for (const list of NAMES)
    if (state[list].length > 0) Object.assign(state, { [list]: unpackList(list, state[list] as unknown as Cells[]) });
  return state;
}

/** The part of a packed state that holds the surveys; null where there are none. */
export type PackedSurveys = readonly Cells[];

export const unpackSurveys = (packed: PackedSurveys | null): SurveyState[] => (packed ?? []).map(LISTS.surveys.unpack);

/** The part of a packed state that holds the stretches of time; null where there are none. */
export type PackedSegments = readonly Cells[];

export const unpackSegments = (packed: PackedSegments | null): Segment[] => (packed ?? []).map(LISTS.segments.unpack);

type ListName = keyof typeof LISTS;
const NAMES = Object.keys(LISTS) as ListName[];

const packList = (name: ListName, list: readonly object[]): Cells[] => list.map(LISTS[name].pack as (one: object) => Cells);
function unpackList(name: ListName, list: readonly Cells[]): object[] {
  const { unpack }: { unpack(cells: Cells): object } = LISTS[name];
  return list.map((cells) => unpack(cells));
}

/** Nought is something where nothing is null: a bot may be sure of nothing. */
function isNothing(field: string, value: unknown): boolean {
  const none = NOTHING[field];
  if (none === undefined) return false;
  return typeof none === 'object' && none !== null ? isDeepStrictEqual(value, none) : value === none;
}
