/** Privacy as it is asked for and answered. */
import { z } from 'zod';
import { PERIOD_LIMITS } from '../../privacy/index.ts';
import { LONGEST_NAME, LONGEST_PATTERN, MOST_PATTERNS } from '../../redaction/index.ts';
import { instantOut, plain } from './basics.ts';

const pattern = z.strictObject({
  name: plain(LONGEST_NAME).meta({ description: 'What the marker says was taken: `[name]`' }),
  pattern: plain(LONGEST_PATTERN).meta({ description: 'A regular expression of RE2: no look-around, no back-references' }),
  on: z.boolean(),
});

export const redactionRules = z
  .strictObject({
    cardNumbers: z
      .boolean()
      .meta({ description: 'Numbers of payment cards, by first digit, length and the Luhn formula, in any grouping' }),
    emailAddresses: z.boolean(),
    phoneNumbers: z.boolean(),
    patterns: z.array(pattern).max(MOST_PATTERNS, `must be at most ${MOST_PATTERNS}`),
  })
  .meta({ id: 'RedactionRules' });

const whole = ([least, most]: readonly [number, number]) =>
  z.int('must be a whole number').min(least, `must be at least ${least}`).max(most, `must be at most ${most}`);

const retentionPeriods = z
  .strictObject({
    personalMonths: whole(PERIOD_LIMITS.personalMonths).meta({
      description: 'Texts of closed tickets, and contact data of customers, since anything last happened',
    }),
    rawDays: whole(PERIOD_LIMITS.rawDays).meta({
      description: 'What importing noted of rows that were not taken, and what help desks sent, as it came',
    }),
    alertMonths: whole(PERIOD_LIMITS.alertMonths).meta({ description: 'Alerts, since they were over' }),
    auditYears: whole(PERIOD_LIMITS.auditYears),
  })
  .meta({ id: 'RetentionPeriods' });

export const privacySettings = z.object({ redaction: redactionRules, retention: retentionPeriods }).meta({ id: 'PrivacySettings' });
export const privacyChange = z
  .strictObject({ redaction: redactionRules.optional(), retention: retentionPeriods.optional() })
  .refine(({ redaction, retention }) => redaction !== undefined || retention !== undefined, 'must have redaction, retention or both');

export const preview = z.object({
  text: z.string(),
  taken: z.record(z.string(), z.int()).meta({ description: 'How often each marker was put in' }),
});

const counts = z
  .object({
    tickets: z.int(),
    customers: z.int(),
    imports: z.int(),
    payloads: z.int(),
    answers: z.int(),
    alerts: z.int(),
    auditEntries: z.int(),
  })
  .meta({ id: 'RetentionCounts' });

export const retentionReport = z.object({
  next: counts.meta({ description: 'What a run at this moment would take' }),
  last: z.object({ at: instantOut, who: z.string(), counts }).nullable().meta({ description: 'Null before the first run' }),
});

export const erasure = z.object({
  erasedAt: instantOut.meta({ description: 'Everything up to this instant is erased, whenever it arrives' }),
  tickets: z.int().meta({ description: 'Which stay, with their numbers' }),
  texts: z.int().meta({ description: 'Events that lost a text or contact data' }),
  idTells: z.boolean().meta({ description: 'The id, which stays, looks like an e-mail address' }),
});
