/** A rule is data: what is watched, when it is too much, and who is told. Its changes are versions; an alert belongs to the version it was made by. */
import { z } from 'zod';
import type { Calendar } from '../calendar/index.ts';
import { PRIORITIES, wellFormed } from '../event/index.ts';
import { audience, SEVERITIES } from '../notification/index.ts';
import { type Subject, subject, type SubjectKind, type SubjectOf } from './subject.ts';
import { threshold } from './threshold.ts';

/** What makes two things one alert. `rule`: all of it is one. */
const DEDUPE_PARTS = [
  'rule',
  'ticket',
  'clock',
  'team',
  'assignee',
  'organisation',
  'requester',
  'category',
  'product',
  'priority',
] as const;
export type DedupePart = (typeof DEDUPE_PARTS)[number];

/** Of a number the slice says it. */
const USUAL: Readonly<Record<SubjectKind, readonly DedupePart[]>> = {
  metric: ['rule'],
  anomaly: ['rule'],
  event: ['ticket'],
  sla: ['ticket', 'clock'],
  absence: ['ticket'],
  schedule: ['rule'],
  connection: ['rule'],
};

const NUMBERS: ReadonlySet<SubjectKind> = new Set(['metric', 'anomaly']);
const OF_TICKETS: ReadonlySet<SubjectKind> = new Set(['event', 'sla', 'absence']);

/** Whether it is about what happens to incidents. */
export const isAboutIncidents = (about: Subject): boolean => about.kind === 'event' && about.event.startsWith('incident.');

export const ruleSpec = z
  .strictObject({
    name: wellFormed(100).trim().min(1, 'must not be empty'),
    description: wellFormed(1000).trim().default(''),
    enabled: z.boolean().default(true),
    subject,
    /** Of a number: when it is too much. Of an anomaly in deviations from what is usual. */
    condition: threshold.nullable().default(null),
    severity: z.enum(SEVERITIES, `must be one of ${SEVERITIES.join(', ')}`),
    dedupe: z
      .array(z.enum(DEDUPE_PARTS, `must be of ${DEDUPE_PARTS.join(', ')}`))
      .min(1, 'must have at least one part')
      .max(4, 'must be at most 4 parts')
      .readonly()
      .optional(),
    audience: audience.default({ people: [], roles: [], teams: [], channels: [] }),
    /** Nobody is told before then; milliseconds since 1970. */
    snoozedUntil: z.int('must be milliseconds since 1970').nullable().default(null),
    /** Outside the hours of this calendar it does not fire. */
    activeHours: wellFormed(200).min(1, 'must not be empty').nullable().default(null),
    /** Tickets of these priorities are told of at any hour, and whoever snoozed the rule. */
    alwaysOf: z.array(z.enum(PRIORITIES)).max(PRIORITIES.length).readonly().default(['P1']),
    /** What to do about it, the first thing first. */
    advice: z.array(wellFormed(500).trim().min(1, 'must not be empty')).max(10, 'must be at most 10').readonly().default([]),
    /** The standard rule it was made from. */
    template: wellFormed(100).nullable().default(null),
  })
  .superRefine(({ subject: about, condition, dedupe, audience: { incidentPath, incidentRoles, policy } }, context) => {
    const { kind } = about;
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: path.split('.'), message });
    if (incidentPath && !isAboutIncidents(about)) fault('audience.incidentPath', 'must be left out for what is about no incident');
    if (incidentRoles?.length && !isAboutIncidents(about))
      fault('audience.incidentRoles', 'must be left out for what is about no incident');
    if (incidentPath && policy !== undefined)
      fault('audience.policy', 'must be left out where the path of the incident says who is called');
    if (NUMBERS.has(kind) && condition === null) fault('condition', 'must say when the number is too much');
    if (!NUMBERS.has(kind) && condition !== null) fault('condition', `must be left out for ${kind}`);
    if (dedupe && !OF_TICKETS.has(kind) && dedupe.some((part) => part !== 'rule')) fault('dedupe', `must be left out for ${kind}`);
    if (dedupe?.includes('clock') && kind !== 'sla') fault('dedupe', 'must not be by clock for what has none');
  })
  .meta({ id: 'AlertRuleSpec' });
export type RuleSpec = z.output<typeof ruleSpec>;
/** As somebody says it: what is left out is as it usually is. */
export type RuleInput = z.input<typeof ruleSpec>;
export type RuleOf<K extends SubjectKind> = RuleSpec & { readonly subject: SubjectOf<K> };

export const isRuleOf = <K extends SubjectKind>(rule: RuleSpec, kind: K): rule is RuleOf<K> => rule.subject.kind === kind;

export interface Rule<S extends RuleSpec = RuleSpec> {
  readonly id: string;
  readonly version: number;
  readonly spec: S;
}

/** How long it has to hold; milliseconds. */
export const termsOf = ({ condition }: RuleSpec) => ({ forMs: (condition?.forSeconds ?? 0) * 1000 });

/** What an alert of the rule is one by. */
export const dedupeOf = ({ subject: { kind }, dedupe = USUAL[kind] }: RuleSpec): readonly DedupePart[] => dedupe;

/** What an alert is one by: equal keys of a rule are the same alert. */
export function dedupeKey(spec: RuleSpec, of: Readonly<Partial<Record<DedupePart, string | null>>>): string {
  return JSON.stringify(
    dedupeOf(spec)
      .filter((part) => part !== 'rule')
      .map((part) => of[part] ?? ''),
  );
}

/** The key of a value of the dimension that a number is divided by; of the whole where it is not. */
export const groupKey = (group: string | null): string => JSON.stringify(group === null ? [] : [group]);
/** And back: null of the whole. */
export const groupOfKey = (key: string): string | null => (JSON.parse(key) as string[])[0] ?? null;

/** Whether it may fire at the instant, about a ticket of the priority if it is about one. `hours`: the calendar of its active hours. */
export function isOpenAt({ snoozedUntil, alwaysOf }: RuleSpec, at: number, hours: Calendar | null, priority?: string | null): boolean {
  if (priority && (alwaysOf as readonly string[]).includes(priority)) return true;
  return (snoozedUntil === null || at >= snoozedUntil) && (hours === null || hours.isOpen(Math.floor(at / 1000)));
}

/** The first instant from `at` at which it may fire; null for never. */
export function opensAt({ snoozedUntil }: RuleSpec, at: number, hours: Calendar | null): number | null {
  const from = Math.max(at, snoozedUntil ?? 0);
  if (hours === null || hours.isOpen(Math.floor(from / 1000))) return from;
  const opens = hours.nextOpen(Math.ceil(from / 1000));
  return opens === null ? null : opens * 1000;
}
