/** Promises about time as callers see and say them. */
import { PRIORITIES, STATUSES } from '@watchdesk/domain/event';
import { EXCEPTIONS, policySpec, SUSPICIONS } from '@watchdesk/domain/sla';
import { z } from 'zod';
import { PHASES, RISKS, SETUP_STEPS } from '../../sla/index.ts';
import { closedAhead, instantIn, instantOut, limitIn, named, plain, someOf, textsIn } from './basics.ts';
import { organisationBrief } from './ticket.ts';
import { baseVersion, version } from './versions.ts';

const maybeInstant = instantOut.nullable();
const priority = z.enum(PRIORITIES);

export const policy = z.object({ ...version, spec: policySpec }).meta({ id: 'Policy' });
export const policies = z.object({ policies: z.array(policy) });
export const policyHistory = z.object({ versions: z.array(z.object({ ...version, spec: policySpec.nullable() })) });
export const policyDraft = z.strictObject({ spec: policySpec });
export const policySave = policyDraft.extend({ baseVersion });
/** Faults of a preview are part of its answer, so whatever somebody has typed so far may be sent. */
export const policyPreviewIn = z.strictObject({ id: plain(200).nullable().default(null), spec: z.unknown() });
export const policyPreview = z
  .object({
    faults: z.array(z.object({ field: z.string(), message: z.string() })),
    examples: z
      .array(
        z.object({
          metric: z.string(),
          priority: z.string(),
          tier: z.string().nullable(),
          arrivesAt: instantOut,
          dueAt: instantOut,
          zone: z.string(),
        }),
      )
      .meta({ description: 'Tickets that arrive shortly before a day of rest, and when they are due.' }),
  })
  .meta({ id: 'PolicyPreview' });
export const presets = z.object({ presets: z.array(policySpec) });

const tally = z.object({ met: z.int(), breached: z.int(), compliance: z.number().nullable() }).meta({ id: 'Tally' });
const compared = { metric: z.string(), before: tally, after: tally };
export const backtestIn = z.strictObject({
  id: plain(200).nullable().default(null).meta({ description: 'The policy that the draft is of; null for a new one.' }),
  spec: policySpec,
  from: instantIn,
  to: instantIn,
});
export const backtest = z
  .object({
    tickets: z.int(),
    unreadable: z.int().meta({ description: 'Tickets whose stored clocks cannot be read just now: they are in no other count.' }),
    metrics: z.array(z.object(compared)),
    teams: z.array(z.object({ ...compared, value: z.string(), label: z.string() })),
    priorities: z.array(z.object({ ...compared, value: z.string() })),
    achievable: z
      .array(z.object({ metric: z.string(), priority: z.string(), cycles: z.int(), seconds: z.int() }))
      .meta({ description: 'Targets that 95 of 100 cycles would have met, and a fifth to spare.' }),
    changes: z.int(),
    changed: z.array(z.object({ ticket: z.string(), metric: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  })
  .meta({ id: 'Backtest' });

export const applyIn = z.strictObject({
  mode: z.enum(['segment', 'retroactive', 'restart']).default('segment'),
  dryRun: z.boolean().default(true).meta({ description: 'Says what would change, and changes nothing.' }),
});
export const applied = z
  .object({
    applied: z.boolean(),
    tickets: z.int(),
    cycles: z.int(),
    refused: z.int().meta({ description: 'Cycles that the log would not take it for; they are in none of the other counts.' }),
    moved: z.int().meta({ description: 'Cycles that would be due at another instant.' }),
    breachedByIt: z.int(),
    examples: z.array(
      z.object({
        ticket: z.string(),
        metric: z.string(),
        dueBefore: maybeInstant,
        dueAfter: maybeInstant,
        breachesBefore: maybeInstant,
        breachesAfter: maybeInstant,
      }),
    ),
    refusals: z
      .array(z.object({ ticket: z.string(), metric: z.string(), reason: z.string() }))
      .meta({ description: 'The first of the refused, each with its reason, such as a ticket that holds as many events as one may.' }),
  })
  .meta({ id: 'Applied' });

const step = z.union([z.int(), z.literal('breach')]);
const policyName = z.object({ id: z.string(), version: z.int(), name: z.string() });
const holder = z.object({ holder: z.string(), id: z.string().nullable(), name: z.string() }).meta({ id: 'ClockHolder' });

export const ticketClocks = z
  .object({
    asOf: instantOut,
    clocks: z.array(
      z
        .object({
          metric: z.string(),
          ordinal: z.int(),
          cycle: z.string().meta({ description: 'The id of the event that began it.' }),
          policy: policyName,
          calendar: z.object({ id: z.string(), version: z.int(), name: z.string() }),
          priority: z.string(),
          tier: z.string().nullable(),
          state: z.enum(['running', 'paused', 'met', 'breached', 'cancelled']),
          isRunning: z.boolean(),
          startedAt: instantOut,
          countsFrom: maybeInstant,
          stoppedAt: maybeInstant,
          targetSeconds: z.int().nullable(),
          elapsedSeconds: z.int(),
          remainingSeconds: z.int().nullable(),
          dueAt: maybeInstant,
          breachAt: maybeInstant,
          breachesAt: maybeInstant,
          isOpenNow: z.boolean().meta({ description: 'Its calendar is open at this moment.' }),
          steps: z.array(z.object({ step, at: instantOut, madeAt: maybeInstant.meta({ description: 'When it was announced.' }) })),
          stretches: z.array(z.object({ from: instantOut, to: instantOut })).meta({ description: 'Open hours in which it counts.' }),
          pauses: z.array(
            z.object({ from: instantOut, to: instantOut, why: z.object({ status: z.string(), reason: z.string().nullable() }) }),
          ),
          shares: z.array(holder.extend({ countedSeconds: z.int(), pausedSeconds: z.int() })),
          countedSeconds: z.int(),
          pausedSeconds: z.int(),
          outsideSeconds: z.int(),
          chargedTo: holder.nullable().meta({ description: 'Who held most of the time until the breach.' }),
          heldAtBreach: holder.nullable(),
        })
        .meta({ id: 'TicketClock' }),
    ),
    superseded: z.array(z.object({ metric: z.string(), cycle: z.string(), step, at: instantOut, madeAt: instantOut })),
  })
  .meta({ id: 'TicketClocks' });

export const openClocksQuery = z.strictObject({
  risk: someOf(RISKS),
  metric: textsIn,
  team: textsIn,
  assignee: textsIn,
  limit: limitIn(100),
});
const risk = z.enum(RISKS);
export const openClocks = z
  .object({
    asOf: instantOut,
    counts: z
      .record(risk, z.int())
      .meta({ description: 'How many of the others’ choice are at each risk; the risk asked for does not narrow them.' }),
    total: z.int(),
    clocks: z.array(
      z
        .object({
          ticket: z.object({
            id: z.string(),
            subject: z.string().nullable(),
            status: z.enum(STATUSES),
            priority,
            team: named.nullable(),
            assignee: named.nullable(),
            requester: named.nullable(),
            organisation: organisationBrief.nullable(),
          }),
          metric: z.string(),
          risk,
          policy: policyName,
          isRunning: z.boolean(),
          startedAt: instantOut,
          targetSeconds: z.int().nullable(),
          dueAt: maybeInstant,
          breachesAt: maybeInstant,
          steps: z.array(z.object({ step: z.int(), at: instantOut })),
          ...closedAhead,
        })
        .meta({ id: 'OpenClock' }),
    ),
  })
  .meta({ id: 'OpenClocks' });

export const complianceQuery = z.strictObject({
  from: instantIn.optional(),
  to: instantIn.optional(),
  timeZone: plain(100).optional(),
  metric: plain(100).default('first_response').meta({ description: 'The clock of trend, breakdowns and breaches.' }),
});
const kept = z
  .object({
    met: z.int(),
    breached: z.int(),
    severe: z.int().meta({ description: 'Took twice the target or more.' }),
    compliance: z.number().nullable(),
    shareOfTarget: z.number().nullable().meta({ description: 'Mean share of the target that was used.' }),
  })
  .meta({ id: 'Kept' });
const span = { from: instantOut, to: instantOut };
export const compliance = z
  .object({
    asOf: maybeInstant,
    period: z.object({
      ...span,
      until: instantOut,
      timeZone: z.string(),
      grain: z.enum(['hour', 'day', 'week', 'month']),
      previous: z.object(span),
    }),
    metrics: z.array(
      z.object({
        metric: z.string(),
        current: kept,
        previous: kept,
        goal: z.object({ compliance: z.number(), shareOfTarget: z.number() }),
      }),
    ),
    metric: z.string(),
    trend: z.array(kept.extend({ at: instantOut, incomplete: z.boolean() })),
    breakdowns: z.array(z.object({ dimension: z.string(), values: z.array(kept.extend({ value: z.string(), label: z.string() })) })),
    withheld: z
      .boolean()
      .meta({ description: 'Clocks, hours, days or values are left out that would tell of fewer than five other people.' }),
    breaches: z.array(
      z
        .object({
          ticket: z.string(),
          metric: z.string(),
          cycle: z.string(),
          priority: z.string(),
          tier: z.string(),
          policy: z.string(),
          category: z.string(),
          startedAt: instantOut,
          breachAt: instantOut,
          stoppedAt: maybeInstant,
          targetSeconds: z.int(),
          elapsedSeconds: z.int(),
          severe: z.boolean(),
          team: named.nullable(),
          agent: named.nullable(),
          chargedTo: holder.nullable(),
          heldAtBreach: holder.nullable(),
        })
        .meta({ id: 'Breach' }),
    ),
  })
  .meta({ id: 'Compliance' });

export const auditQuery = complianceQuery.omit({ metric: true });
const by = z
  .object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() })
  .nullable()
  .meta({ description: 'Who did it.' });
export const audit = z
  .object({
    period: z.object({ ...span, until: instantOut, timeZone: z.string() }),
    totals: z.array(
      z.object({
        kind: z.enum(EXCEPTIONS),
        count: z.int(),
        seconds: z.int().nullable().meta({ description: 'In all, for pauses.' }),
        withoutReason: z.int().nullable(),
      }),
    ),
    exceptions: z.array(
      z.object({ ticket: z.string(), kind: z.enum(EXCEPTIONS), at: instantOut, to: maybeInstant, reason: z.string().nullable(), by }),
    ),
    suspected: z.int(),
    suspicions: z
      .array(z.object({ ticket: z.string(), kind: z.enum(SUSPICIONS), at: instantOut, detail: z.string(), by }))
      .meta({ description: 'Reasons to read a ticket, and no verdicts.' }),
  })
  .meta({ id: 'SlaAudit' });

export const setupStepIn = z.strictObject({ step: z.enum(SETUP_STEPS) });
export const setupTickIn = z.strictObject({ isDone: z.boolean() });
export const setup = z
  .object({
    steps: z.array(
      z.object({
        step: z.enum(SETUP_STEPS),
        phase: z.enum(PHASES),
        isDone: z.boolean(),
        isFound: z.boolean().meta({ description: 'It is seen from what the workspace has; nobody needs to tick it.' }),
        count: z
          .int()
          .nullable()
          .meta({ description: 'Tickets created in the last 90 days, or resolved in the last 28; at most 100,000 are counted.' }),
        names: z.array(z.string()).meta({ description: 'The policies, calendars or clocks by which it is done.' }),
        ticked: z.object({ at: instantOut, by: z.string() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'SlaSetup' });
