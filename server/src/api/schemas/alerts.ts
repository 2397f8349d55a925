/** Rules and alerts as callers see and say them. */
import { ALERT_STATUSES, ruleSpec, SUBJECT_KINDS } from '@watchdesk/domain/alerting';
import { notice, SEVERITIES } from '@watchdesk/domain/notification';
import { z } from 'zod';
import { cursorIn, idIn, instantIn, instantOut, limitIn, named, nextOut, plain, someOf, textsIn } from './basics.ts';
import { organisationBrief } from './ticket.ts';
import { trialBound } from './trials.ts';
import { baseVersion } from './versions.ts';

const rule = z
  .object({
    id: z.string(),
    version: z.int(),
    spec: ruleSpec,
    sentence: z.string().meta({ description: 'What it watches and when it fires, in words.' }),
    fault: z.string().nullable().meta({ description: 'Why it could not be read when it was looked at last.' }),
    setAsideAt: instantOut.nullable().meta({
      description:
        'Since when it makes no alerts, as what it heard could not be evaluated or told. Saved, or switched on, it is tried again.',
    }),
    unlookedSince: instantOut.nullable().meta({
      description: 'Since when a rule on a number was not looked at, where that is much longer than its rhythm: the facts are behind.',
    }),
    createdAt: instantOut,
    savedAt: instantOut,
    savedBy: z.string(),
  })
  .meta({ id: 'AlertRule' });

export const ruleOut = rule;
export const ruleList = z.object({ rules: z.array(rule) });
export const ruleHistory = z.object({
  versions: z.array(z.object({ version: z.int(), spec: ruleSpec, savedAt: instantOut, savedBy: z.string() })),
});
export const templateList = z.object({
  templates: z.array(
    z
      .object({
        id: z.string().meta({ description: 'Stays; a rule made from it names it as its `template`.' }),
        group: z.enum(['realtime', 'queue', 'kpi', 'sla', 'tickets', 'incidents', 'system']),
        spec: ruleSpec,
        sentence: z.string(),
        rules: z.array(z.string()).meta({ description: 'The rules of the workspace that were made from it.' }),
      })
      .meta({ id: 'AlertRuleTemplate' }),
  ),
});

export const ruleIn = z.strictObject({ rule: ruleSpec });
export const ruleSave = z.strictObject({ rule: ruleSpec, baseVersion });
export const enableIn = z.strictObject({ enabled: z.boolean('must be true or false') });
const until = z.union([z.null(), instantIn], 'must be an instant in ISO 8601 with a zone, or null');
export const ruleSnoozeIn = z.strictObject({ until });

const unusual = z.object({
  status: z.literal('known'),
  weeks: z.int(),
  usual: z.number(),
  spread: z.number(),
  deviations: z.number(),
  before: z.array(z.number()).readonly(),
});

const facts = {
  id: z.string(),
  rule: z.object({ id: z.string(), version: z.int(), name: z.string() }),
  kind: z.enum(SUBJECT_KINDS),
  severity: z.enum(SEVERITIES),
  status: z.enum(ALERT_STATUSES),
  title: z.string(),
  what: z.string(),
  why: notice.shape.why,
  advice: z.array(z.string()).readonly(),
  facts: notice.shape.facts,
  since: instantOut.meta({ description: 'Since when it has held.' }),
  firedAt: instantOut.nullable().meta({ description: 'Null while it is pending.' }),
  endedAt: instantOut.nullable(),
  snoozedUntil: instantOut.nullable(),
  acknowledged: z.object({ by: z.string().nullable(), at: instantOut }).nullable(),
  group: z
    .object({ dimension: z.string().nullable(), id: z.string(), name: z.string() })
    .nullable()
    .meta({ description: 'Of what its number is divided by.' }),
  value: z.number().nullable().meta({ description: 'The number when it fired.' }),
  n: z.number().nullable(),
  unusual: unusual.nullable().meta({ description: 'Of an anomaly: what is usual at this hour of the week.' }),
  ticket: z.string().nullable().meta({ description: 'The first of its tickets.' }),
  tickets: z.int().meta({ description: 'How many tickets made it.' }),
  subject: z
    .string()
    .nullable()
    .meta({ description: 'What its one ticket is about; null where there are several, or where it is not for whoever asks.' }),
  times: z.int().meta({ description: 'How often what it is about has happened.' }),
};

const inForce = z
  .object({
    firing: z.int().meta({ description: 'Those that nobody has acknowledged or snoozed.' }),
    critical: z.int(),
    warning: z.int(),
    info: z.int(),
    acknowledged: z.int(),
    snoozed: z.int(),
  })
  .meta({ id: 'AlertsInForce' });
export const alertCount = inForce;

export const alertListQuery = z.strictObject({
  status: someOf(ALERT_STATUSES),
  severity: someOf(SEVERITIES),
  rule: textsIn,
  ticket: idIn.optional(),
  from: instantIn.optional().meta({ description: 'Of those that began at or after it.' }),
  to: instantIn.optional(),
  cursor: cursorIn,
  limit: limitIn(50),
});
export const alertList = z.object({ alerts: z.array(z.object(facts).meta({ id: 'Alert' })), next: nextOut, inForce });

const onPromise = z.object({ id: z.string(), name: z.string().meta({ description: 'What its rule is called.' }) });

export const alertDetail = z
  .object({
    ...facts,
    thread: z.string().meta({ description: 'What all of its notices belong to, as in the delivery log.' }),
    further: onPromise.nullable().meta({ description: 'The alert on a further step of the same promise that has taken its place.' }),
    moments: z.array(
      z.object({
        kind: z.string().meta({
          description:
            'pending, fired, acknowledged, snoozed, woken, resolved, superseded, overtaken by a further step of its promise, lapsed, or comment.',
        }),
        at: instantOut,
        by: z.string().nullable().meta({ description: 'Null where time or events did it.' }),
        note: z.string().nullable(),
        of: onPromise.nullable().meta({ description: 'The alert on a step before of the same promise; null of its own.' }),
      }),
    ),
    ofTickets: z.array(
      z.object({
        id: z.string(),
        status: z.string(),
        priority: z.string(),
        subject: z.string().nullable().meta({ description: 'Null where it was erased, is not known yet, or is not for whoever asks.' }),
        team: named.nullable(),
        assignee: named.nullable(),
        requester: named.nullable(),
        organisation: organisationBrief.nullable(),
        since: instantOut,
        releasedAt: instantOut.nullable().meta({ description: 'Null while it keeps the alert.' }),
      }),
    ),
  })
  .meta({ id: 'AlertDetail' });

export const snoozeIn = z.strictObject({ until: instantIn });
export const commentIn = z.strictObject({ text: plain(2000).trim().min(1, 'must not be empty') });

const DAY_MS = 86_400_000;
export const dryRunIn = z.strictObject({
  id: idIn.optional().meta({
    description: 'Of the rule that it is to become: a further step of a promise ends the alerts of other rules on it, and not its own.',
  }),
  rule: ruleSpec,
  from: instantIn.optional().meta({ description: 'Four weeks before the end where left out; at most 92 days.' }),
  to: instantIn.optional().meta({ description: 'Now where left out.' }),
});
export const USUAL_DRY_RUN_MS = 28 * DAY_MS;

export const dryRunOut = z
  .object({
    from: instantOut,
    to: instantOut,
    everySeconds: z.int().nullable().meta({ description: 'How often a number was looked at.' }),
    isExact: z.boolean().meta({
      description: 'Whether it is what would have fired: a number may have been looked at more seldom than live, or not all tickets were.',
    }),
    bound: trialBound,
    fired: z.int().meta({ description: 'How many alerts it would have made.' }),
    tickets: z.int().meta({ description: 'Of how many tickets.' }),
    alerts: z
      .array(
        z.object({
          firedAt: instantOut,
          endedAt: instantOut.nullable(),
          group: z.string().nullable(),
          value: z.number().nullable(),
          n: z.number().nullable(),
          tickets: z.array(z.string()).meta({ description: 'The first twenty.' }),
          ticketsInAll: z.int(),
        }),
      )
      .meta({ description: 'The latest first, two hundred at most.' }),
  })
  .meta({ id: 'AlertDryRun' });
