/**
 * A ticket's state as it lies in PostgreSQL, where it is written and read at every change of the ticket: what is nothing
 * (null, false, 0, an empty list or object) is left out, and what there are several of are lists and not objects, as
 * the names of their fields would be more than half of the text.
 */
import type {
  Activity,
  Counts,
  Cycle,
  Dimensions,
  Escalation,
  Pause,
  Segment,
  SurveyState,
  TicketState,
  Wait,
} from '@watchdesk/domain/ticket';

type Cells = readonly unknown[];

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

const DIMENSIONS = order<Dimensions>()([
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
]);
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
  surveys: order<SurveyState>()(['surveyId', 'survey', 'requestedAt', 'answeredAt', 'score', 'scale', 'comment', 'agent', 'team', 'cycle']),
  activities: order<Activity>()(['ordinal', 'agent', 'from', 'to']),
  pauses: order<Pause>()(['from', 'to', 'reason', 'by']),
};

/** Opaque: only this file knows what is in it. */
export interface PackedState {
  readonly id: string;
}

/** What a field that was left out is; each state has lists and objects of its own. */
const nothing = (): Omit<
  TicketState,
  'id' | 'createdAt' | 'createdBy' | 'lastEventAt' | 'eventCount' | 'now' | 'atCreation' | 'counts'
> => ({
  provisional: false,
  touched: [],
  url: null,
  subject: null,
  rawStatus: null,
  customFields: {},
  deleted: false,
  spam: false,
  mergedInto: null,
  splitFrom: null,
  links: [],
  cycles: [],
  segments: [],
  waits: [],
  escalations: [],
  surveys: [],
  activities: [],
  pauses: [],
  firstReply: null,
  firstAnswer: null,
  lastReply: null,
  handoffAt: null,
  repliers: [],
  resolvers: [],
  lastConfidence: null,
  confidences: { count: 0, sum: 0 },
  outbound: false,
  burstOpen: false,
  unansweredSince: null,
  lastSpeaker: null,
  redacted: [],
  absorbed: {},
  wordsMovedOver: 0,
  lastEvent: null,
});

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

export function unpackState(packed: PackedState): TicketState {
  const { now, atCreation, counts, ...rest } = packed as unknown as Record<string, unknown>;
  const state = Object.assign(nothing(), { eventCount: 0, lastEventAt: 0, createdAt: 0 }, rest) as unknown as TicketState;
  state.now = DIMENSIONS.unpack(now as Cells);
  state.atCreation = DIMENSIONS.unpack(atCreation as Cells);
  state.counts = COUNTS.unpack(counts as Cells);
  for (const list of NAMES)
    if (state[list].length > 0) Object.assign(state, { [list]: unpackList(list, state[list] as unknown as Cells[]) });
  return state;
}

/** The part of a packed state that holds the surveys; null where there are none. */
export type PackedSurveys = readonly Cells[];

export const unpackSurveys = (packed: PackedSurveys | null): SurveyState[] => (packed ?? []).map(LISTS.surveys.unpack);

type ListName = keyof typeof LISTS;
const NAMES = Object.keys(LISTS) as ListName[];

const packList = (name: ListName, list: readonly object[]): Cells[] => list.map(LISTS[name].pack as (one: object) => Cells);
function unpackList(name: ListName, list: readonly Cells[]): object[] {
  const { unpack }: { unpack(cells: Cells): object } = LISTS[name];
  return list.map((cells) => unpack(cells));
}

function isNothing(field: string, value: unknown): boolean {
  if (value === null || value === false || value === 0) return true;
  if (typeof value !== 'object') return false;
  if (field === 'confidences') return (value as TicketState['confidences']).count === 0;
  return Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0;
}
