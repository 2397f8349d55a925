/** The draft of a rule as its fields see it: what is typed so far, how to change it, and what is wrong where. */
import { type Condition, ruleSentence, ruleSpec, type RuleSpec, type Subject, type SubjectKind } from '@watchdesk/domain/alerting';
import type { Group } from '@watchdesk/domain/notification';
import { createContext, use } from 'react';
import type { Metric } from '../../../api/client.ts';
import type { Catalogue } from '../../../numbers/index.ts';

export interface Fault {
  /** Below `rule`. */
  field: string;
  message: string;
}

export interface Form {
  draft: RuleSpec;
  /** What is given as undefined is as it usually is. */
  change: (part: { [Name in keyof RuleSpec]?: RuleSpec[Name] | undefined }) => void;
  /** What is wrong with the field of that path, or with what lies in it; undefined where nothing is. */
  faultAt: (path: string) => string | undefined;
  catalogue: Catalogue;
  calendars: readonly { value: string; label: string }[];
  /** The teams that a lead's rules are about; null for who makes any rule. */
  teams: readonly string[] | null;
}

export const FormContext = createContext<Form | null>(null);

export function useForm(): Form {
  const form = use(FormContext);
  if (!form) throw new Error('no draft around this field');
  return form;
}

/** Where a name is needed and says nothing. */
const UNNAMED = 'A rule';
const NOBODY: Group = { people: [], roles: [], teams: [], channels: [] };

/** Faults that the shared shape of rules finds by itself, before the server is asked. */
export function ownFaults(draft: RuleSpec): Fault[] {
  const read = ruleSpec.safeParse(draft);
  return read.success ? [] : read.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
}

export function faultAt(faults: readonly Fault[], path: string): string | undefined {
  const found = faults.filter(({ field }) => field === path || field.startsWith(`${path}.`));
  return found.length > 0 ? [...new Set(found.map(({ message }) => message))].join('; ') : undefined;
}

const HOUR_S = 3600;
const MINUTE_S = 60;

/** Conditions of tickets go along to whatever else a rule of tickets is about; those of an event do not. */
export const whereOf = (subject: Subject): readonly Condition[] => ('where' in subject ? subject.where : []);
const ofTicket = (subject: Subject) => whereOf(subject).filter(({ field }) => !field.startsWith('event.'));
const filtersOf = (subject: Subject) => ('filters' in subject ? subject.filters : []);

/** A subject of another kind, which keeps what it can of the one before. */
export function subjectOf(kind: SubjectKind, before: Subject, timeZone: string): Subject {
  switch (kind) {
    case 'sla':
      return { kind, clock: 'first_response', step: 80, where: ofTicket(before) };
    case 'absence':
      return { kind, of: 'reply', seconds: 4 * HOUR_S, calendar: null, where: ofTicket(before) };
    case 'event':
      return { kind, event: 'ticket.escalated', where: ofTicket(before), quietSeconds: HOUR_S };
    case 'metric':
      return { kind, metric: 'waiting', windowSeconds: HOUR_S, filters: filtersOf(before) };
    case 'anomaly':
      return { kind, metric: 'created', weeks: 8, filters: filtersOf(before) };
    case 'schedule':
      return { kind, at: '09:00', weekdays: [1, 2, 3, 4, 5], timeZone };
    case 'connection':
      return { kind, connection: null, seconds: 15 * MINUTE_S };
  }
}

const MANY_WAIT = 10;
const UNUSUAL = 4;

/** Numbers have to say when they are too much, and nothing else may. */
function conditionOf({ kind }: Subject, before: RuleSpec['condition']): RuleSpec['condition'] {
  if (kind !== 'metric' && kind !== 'anomaly') return null;
  return before ?? { compare: 'above', value: kind === 'metric' ? MANY_WAIT : UNUSUAL, forSeconds: 0, leastN: 0 };
}

/** A rule about something else. What makes two things one alert depends on it, and is as usual again. */
export function withSubject(draft: RuleSpec, subject: Subject): RuleSpec {
  const { dedupe, ...rest } = draft;
  const isSameKind = draft.subject.kind === subject.kind;
  const isOfTicket = isAboutTickets(subject);
  const { ticketAssignee, ticketTeamLeads, ...audience } = draft.audience;
  return {
    ...rest,
    ...(isSameKind && dedupe && { dedupe }),
    subject,
    condition: conditionOf(subject, isSameKind ? draft.condition : null),
    audience: {
      ...audience,
      ...(ticketAssignee && isOfTicket && { ticketAssignee }),
      ...(ticketTeamLeads && isOfTicket && { ticketTeamLeads }),
    },
  };
}

export const isAboutTickets = ({ kind }: Subject): boolean => kind === 'sla' || kind === 'absence' || kind === 'event';

/** A rule of a lead is about the teams of the lead, and says so: as a condition of tickets, as a filter of numbers. */
export function withTeams(draft: RuleSpec, teams: readonly string[] | null): RuleSpec {
  const { subject } = draft;
  if (teams === null || teams.length === 0 || isOfTeams(subject, teams)) return draft;
  if (subject.kind === 'metric' || subject.kind === 'anomaly') {
    const others = subject.filters.filter(({ dimension }) => dimension !== 'team');
    return { ...draft, subject: { ...subject, filters: [{ dimension: 'team', values: [...teams] }, ...others] } };
  }
  if (!isAboutTickets(subject)) return draft;
  const others = whereOf(subject).filter(({ field }) => field !== 'team');
  return { ...draft, subject: { ...subject, where: [...others, { field: 'team', is: [...teams] }] } as Subject };
}

/** Whether it is about teams of these alone, as a rule of their lead has to be. The server decides; this spares a vain try. */
export function isOfTeams(subject: Subject, teams: readonly string[]): boolean {
  const areTheirs = (named: readonly string[] | undefined) =>
    named !== undefined && named.length > 0 && named.every((team) => teams.includes(team));
  if (subject.kind === 'schedule') return true;
  if (subject.kind === 'metric' || subject.kind === 'anomaly')
    return areTheirs(subject.filters.find(({ dimension, not }) => dimension === 'team' && !not)?.values);
  return whereOf(subject).some(({ field, is }) => field === 'team' && areTheirs(is));
}

/** What a new rule begins as: the one that people most often want. It is called by what it says until somebody names it. */
export const emptyRule = (): RuleSpec => ({
  ...ruleSpec.parse({ name: UNNAMED, subject: { kind: 'sla', clock: 'first_response', step: 80 }, severity: 'warning' }),
  name: '',
});

export interface Watched {
  readonly metric: string;
  readonly filters: readonly { dimension: string; values: readonly string[]; not?: boolean }[];
  /** Where it stands now. */
  readonly value?: number | undefined;
}

const DAY_S = 86_400;

/** What is usual among so few cases is chance. */
const LEAST_OF_SHARE = 20;

/** Clearly worse than it is now, as a round number: where it stands it comes and goes by itself. */
function worseThan(value: number, { betterWhen, unit }: Pick<Metric, 'betterWhen' | 'unit'>): number {
  if (betterWhen === 'higher') return Number((value * 0.9).toPrecision(2));
  const more = value * 1.2;
  if (unit === 'share') return Math.min(Number(more.toPrecision(2)), 1);
  if (unit === 'seconds') return Math.max(MINUTE_S, Math.ceil(more / MINUTE_S) * MINUTE_S);
  return Math.max(Math.ceil(more), value + 1);
}

/** A rule about a number that somebody looks at: that it gets worse than it is over a day, and stays so, is told to them. Null where there is no such metric. */
export function ruleOfNumber({ metric: id, filters, value = 0 }: Watched, catalogue: Catalogue, person: string): RuleSpec | null {
  const metric = catalogue.metric(id);
  if (!metric) return null;
  const subject = { kind: 'metric', metric: id, windowSeconds: DAY_S, filters } as unknown as Subject;
  const condition = {
    compare: metric.betterWhen === 'higher' ? 'below' : 'above',
    value: worseThan(value, metric),
    forSeconds: 10 * MINUTE_S,
    leastN: metric.unit === 'share' ? LEAST_OF_SHARE : 0,
  } as const;
  return { ...emptyRule(), subject, condition, audience: { ...NOBODY, people: [person] } };
}

/** One that watches the same already and is on; undefined where there is none. */
export const twinOf = <R extends { readonly spec: RuleSpec }>(spec: RuleSpec, rules: readonly R[]): R | undefined =>
  rules.find((one) => one.spec.enabled && ruleSentence(one.spec) === ruleSentence(spec));

/** What of a draft decides when it fires: the rest is as it always is, so that it is not tried again for another name. */
export const firingPart = (draft: RuleSpec): RuleSpec => ({
  ...draft,
  name: UNNAMED,
  description: '',
  enabled: true,
  severity: 'info',
  audience: { ...NOBODY },
  snoozedUntil: null,
  advice: [],
  template: null,
});
