/** On-call as callers see and say it. */
import { HINTS, overrideDraft, policySpec, scheduleSpec, WARNINGS } from '@watchdesk/domain/on-call';
import { z } from 'zod';
import { idIn, instantIn, instantOut, named } from './basics.ts';
import { baseVersion } from './versions.ts';

const person = named.nullable().meta({ description: 'Null where nobody is on call.' });
const spanOf = { from: instantOut, to: instantOut };
const saved = { id: z.string(), version: z.int(), savedAt: instantOut, savedBy: z.string() };

export const swapOffer = z
  .object({
    id: z.string(),
    by: named.meta({ description: 'Who offers it.' }),
    to: named.meta({ description: 'Whom it is offered to, who alone accepts it, besides who writes the rules.' }),
    gives: z.object(spanOf).meta({ description: 'The shift of who offers it.' }),
    takes: z.object(spanOf).meta({ description: 'The shift that they take for it.' }),
    reason: z.string(),
    madeAt: instantOut,
  })
  .meta({ id: 'OnCallSwapOffer' });

export const schedule = z
  .object({
    ...saved,
    spec: scheduleSpec,
    now: z.object({
      person,
      until: instantOut.nullable().meta({ description: 'When somebody else, or nobody, is on call; null where that is beyond 92 days.' }),
      next: person,
    }),
    warnings: z
      .array(
        z.object({
          kind: z.enum(WARNINGS),
          layer: z.int().nullable().meta({ description: 'The place of the layer it is about.' }),
          person: named.nullable(),
          from: instantOut.nullable(),
          to: instantOut.nullable().meta({ description: 'The stretch, or the first of several.' }),
          count: z.int(),
        }),
      )
      .meta({ description: 'What is wrong with the next four weeks by the rules of on-call.' }),
    holidays: z.array(z.string()).meta({ description: 'The dates of public holidays, by its calendar.' }),
    people: z.array(named).meta({ description: 'Everybody who is named in it.' }),
    swaps: z.array(swapOffer).meta({ description: 'What is offered, and neither accepted nor begun.' }),
  })
  .meta({ id: 'OnCallSchedule' });

export const scheduleList = z.object({ asOf: instantOut, schedules: z.array(schedule) });
export const scheduleIn = z.strictObject({ schedule: scheduleSpec });
export const scheduleSave = scheduleIn.extend({ baseVersion });

export const override = z
  .object({
    id: z.string(),
    person: named,
    ...spanOf,
    reason: z.string(),
    madeAt: instantOut,
    madeBy: z.string(),
    swappedWith: named.nullable().meta({ description: 'Who gave the stretch in exchange for one of theirs.' }),
  })
  .meta({ id: 'OnCallOverride' });

export const overrideIn = z.strictObject({
  person: overrideDraft.shape.person,
  from: instantIn,
  to: instantIn,
  reason: overrideDraft.shape.reason,
});
export const swapIn = z.strictObject({
  first: instantIn.meta({ description: 'An instant of the one shift' }),
  second: instantIn.meta({ description: 'An instant of the other' }),
  reason: overrideDraft.shape.reason,
});
export const swapOut = z.object({ overrides: z.array(override) });

const shift = z
  .object({
    ...spanOf,
    person,
    layer: z.int().nullable().meta({ description: 'Because of the layer in this place.' }),
    override: z.string().nullable().meta({ description: 'Because of this override.' }),
  })
  .meta({ id: 'OnCallShift' });

export const shiftsQuery = z.strictObject({
  from: instantIn.optional().meta({ description: 'Now where left out' }),
  to: instantIn.optional().meta({ description: 'Two weeks later where left out; at most 92 days later' }),
});
/** As it is watched on the stream: which days are looked at is always said. */
export const shiftsWatched = z.strictObject({ id: idIn, from: instantIn, to: instantIn });
export const shiftsOut = z.object({
  timeZone: z.string(),
  layers: z
    .array(z.object({ name: z.string(), shifts: z.array(shift) }))
    .meta({ description: 'What each says by itself, as they are now.' }),
  line: z.array(shift).meta({ description: 'Who is on call: without gap or overlap. The past as it was.' }),
  overrides: z.array(override),
});

export const people = z.object({
  people: z.array(
    z.object({
      id: z.string().meta({ description: '`person:` with the id of an account, `agent:` with the id of an agent who has none.' }),
      name: z.string(),
      zone: z.string().nullable(),
      agent: z.string().nullable().meta({ description: 'As schedules name the agent of the directory that they are.' }),
      isReachable: z.boolean().meta({ description: 'Whether a page reaches them: an agent without an account gets none.' }),
    }),
  ),
});

export const policy = z.object({ ...saved, spec: policySpec }).meta({ id: 'EscalationPolicy' });
export const policyList = z.object({ policies: z.array(policy) });
export const policyIn = z.strictObject({ policy: policySpec });
export const policySave = policyIn.extend({ baseVersion });

export const fairnessQuery = z.strictObject({
  from: instantIn.optional().meta({ description: 'Four weeks before `to` where left out; at most 92 days before it' }),
  to: instantIn.optional().meta({ description: 'Now where left out, and at the latest' }),
  schedule: idIn.optional().meta({ description: 'Of one alone' }),
});

const seconds = z.number();
const answered = {
  inTime: z.int().meta({ description: 'Pages that they acknowledged themselves within the time that the policy gives.' }),
  covered: z.int().meta({ description: 'Pages that somebody else acknowledged before them, within that time.' }),
  late: z.int().meta({ description: 'Pages that nobody acknowledged within that time.' }),
};
export const fairnessOut = z.object({
  ...spanOf,
  people: z.array(
    z.object({
      person: named,
      onCallSeconds: seconds,
      nightSeconds: seconds.meta({ description: 'From 22 to 6 by the clock on their wall.' }),
      weekendSeconds: seconds,
      holidaySeconds: seconds.meta({ description: 'On public holidays of the schedules’ calendars.' }),
      longestSeconds: seconds.meta({ description: 'The longest stretch without a pause.' }),
      ratio: z
        .number()
        .nullable()
        .meta({ description: 'Against an even share, which is 1; null of one person, or of less than two weeks.' }),
      pages: z.int(),
      nightPages: z.int(),
      acknowledged: z.int().meta({ description: 'By themselves.' }),
      medianAckSeconds: seconds.nullable(),
      ...answered,
      coveredBy: z
        .array(z.object({ person: named, count: z.int() }))
        .meta({ description: 'Who acknowledged in their place, of those whose single figures are the caller’s to see.' }),
      agreedSeconds: seconds.meta({ description: 'By what was agreed for single stretches.' }),
      onHolidays: z
        .array(z.object({ date: z.string(), seconds }))
        .meta({ description: 'The public holidays on which they were on call, to be compensated.' }),
      hints: z.array(z.enum(HINTS)).meta({ description: 'What hints at burnout.' }),
    }),
  ),
  together: z
    .object({ pages: z.int(), acknowledged: z.int(), medianAckSeconds: seconds.nullable(), ...answered })
    .nullable()
    .meta({ description: 'Of all together; null where it would tell of few whose single figures are not the caller’s to see.' }),
  agreed: z
    .array(override.extend({ schedule: named }))
    .meta({ description: 'What was agreed for single stretches, the last first; at most 100.' }),
  withheld: z.int().meta({ description: 'How many there are besides, whose single figures are not the caller’s to see.' }),
  leastDays: z.number().meta({ description: 'Of fewer days nothing is compared.' }),
  leastPages: z.number().meta({ description: 'Of fewer acknowledged pages the median says little.' }),
});

export const feedLinks = z.object({
  mine: z.string().meta({ description: 'All shifts of the caller.' }),
  schedules: z.array(z.object({ id: z.string(), name: z.string(), url: z.string() })),
});
