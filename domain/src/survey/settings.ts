/** What a workspace asks its customers, when, how often and in which words. Nothing is asked before somebody switches it on. */
import { z } from 'zod';
import { identifier, SURVEYS } from '../event/index.ts';
import { furtherQuestions } from './further.ts';
import { language } from './language.ts';
import { line } from './line.ts';
import { CES_SCALES } from './scale.ts';

const whole = (least: number, most: number) => {
  const message = `must be a whole number from ${least} to ${most}`;
  return z.int(message).min(least, message).max(most, message);
};
export const LIMITS = { delayMinutes: 1440, days: 365, expiryDays: 90, languages: 20, comment: 2000 } as const;

/** What is said in a survey of one kind in one language; what is left out is said as it usually is. */
const wording = z
  .strictObject({
    subject: line(120),
    question: line(200),
    low: line(60),
    high: line(60),
    thanks: line(300),
  })
  .partial();

const kind = (usualDays: number) => ({ on: z.boolean(), everyDays: whole(0, LIMITS.days).default(usualDays) });

export const surveySettings = z
  .strictObject({
    enabled: z.boolean(),
    /** By itself after each resolve; otherwise only automations ask. */
    afterResolve: z.boolean(),
    kinds: z.strictObject({
      csat: z.strictObject(kind(0)),
      nps: z.strictObject(kind(90)),
      ces: z.strictObject({ ...kind(30), scale: z.literal(CES_SCALES, `must be ${CES_SCALES.join(' or ')}`).default(5) }),
    }),
    delayMinutes: whole(0, LIMITS.delayMinutes),
    /** The least time between two surveys of one customer, of whatever kind. */
    throttleDays: whole(1, LIMITS.days),
    expiryDays: whole(1, LIMITS.expiryDays),
    /** Tickets with one of these are not asked about. */
    notAskedTags: z.array(identifier).max(20, 'must be at most 20 tags').readonly(),
    /** In which customers are asked of whom no other is known. */
    language,
    wordings: z
      .record(language, z.strictObject({ csat: wording, nps: wording, ces: wording }).partial())
      .refine((all) => Object.keys(all).length <= LIMITS.languages, `must be at most ${LIMITS.languages} languages`),
    /** Whatever kind is asked. */
    further: furtherQuestions,
  })
  .superRefine(({ enabled, kinds }, context) => {
    if (enabled && !SURVEYS.some((one) => kinds[one].on))
      context.addIssue({ code: 'custom', path: ['kinds'], message: 'must have one that is on, where surveys are' });
  })
  .meta({ id: 'SurveySettings' });

export type SurveySettings = z.output<typeof surveySettings>;
export type SurveyWording = Required<z.output<typeof wording>>;

export const DEFAULT_SETTINGS: SurveySettings = {
  enabled: false,
  afterResolve: true,
  kinds: { csat: { on: true, everyDays: 0 }, nps: { on: false, everyDays: 90 }, ces: { on: false, everyDays: 30, scale: 5 } },
  delayMinutes: 120,
  throttleDays: 7,
  expiryDays: 14,
  notAskedTags: ['no-survey', 'internal'],
  language: 'en',
  wordings: {},
  further: [],
};
