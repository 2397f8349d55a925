/**
 * An escalation policy: who is paged first, and who next when nobody acknowledges. It is a ladder with a name, which any number of rules go by; what runs it is the ladder
 * of notices (notification/audience.ts).
 */
import { z } from 'zod';
import { wellFormed } from '../event/index.ts';
import { type AudienceInput, group, namesNobody } from '../notification/index.ts';

/** Whoever is paged responds within so many minutes, and after so many it goes on to the next (REQUIREMENTS 167). */
export const RESPOND_MINUTES = 5;
export const ESCALATE_MINUTES = 15;
/** As many pages as a ladder holds, and the first. */
const MOST_PAGES = 11;

const step = z.strictObject({
  tell: group,
  /** Minutes until the next step, where nobody has acknowledged. */
  minutes: z.int('must be whole minutes').min(1, 'must be at least 1 minute').max(1440, 'must be at most a day').default(ESCALATE_MINUTES),
});

export const policySpec = z
  .strictObject({
    name: wellFormed(100).trim().min(1, 'must not be empty'),
    steps: z.array(step).min(1, 'must have at least one step').max(10, 'must be at most 10 steps').readonly(),
    /** How often it begins anew after the last step. */
    repeats: z.int('must be a whole number').min(0, 'must be at least 0').max(9, 'must be at most 9').default(0),
    /** Within how many minutes a page is to be acknowledged. */
    respondMinutes: z.int('must be whole minutes').min(1, 'must be at least 1').max(1440, 'must be at most a day').default(RESPOND_MINUTES),
  })
  .superRefine(({ steps, repeats }, context) => {
    for (const [index, { tell }] of steps.entries())
      if (namesNobody(tell)) context.addIssue({ code: 'custom', path: ['steps', index, 'tell'], message: 'must tell somebody' });
    if (steps.length * (repeats + 1) > MOST_PAGES)
      context.addIssue({ code: 'custom', path: ['repeats'], message: `must make at most ${MOST_PAGES} pages: steps times rounds` });
  })
  .meta({ id: 'EscalationPolicySpec' });
export type PolicySpec = z.output<typeof policySpec>;

export interface Page {
  /** Minutes since the first. */
  readonly minute: number;
  /** The place of its step. */
  readonly step: number;
  /** 0 for the first time round. */
  readonly round: number;
}

/** Every page that there will be while nobody acknowledges. */
export function pagesOf({ steps, repeats }: PolicySpec): Page[] {
  let minute = 0;
  return Array.from({ length: repeats + 1 }, (_, round) => round).flatMap((round) =>
    steps.map(({ minutes }, place) => {
      const page = { minute, step: place, round };
      minute += minutes;
      return page;
    }),
  );
}

/** Whose turn it is so many minutes after the first page, nobody having acknowledged: the last page that was sent. */
export const pagedAt = (policy: PolicySpec, minute: number): Page | null =>
  pagesOf(policy).findLast((page) => page.minute <= minute) ?? null;

const MINUTE_MS = 60_000;

/** Whom a rule tells that goes by the policy: its first step, and the others as a ladder. */
export function audienceOf(policy: PolicySpec): AudienceInput {
  const [first, ...later] = pagesOf(policy);
  return {
    ...policy.steps[first!.step]!.tell,
    ladder: later.map(({ minute, step: place }) => ({ ...policy.steps[place]!.tell, afterMs: minute * MINUTE_MS })),
  };
}

/** Whether somebody besides the schedule is paged when whoever is on call there does not acknowledge. */
export function hasBackup(policies: readonly PolicySpec[], schedule: string): boolean {
  return policies.some(({ steps }) => {
    const own = steps.findIndex(({ tell }) => tell.onCall?.includes(schedule));
    const others = ({ tell }: (typeof steps)[number]) =>
      !namesNobody({ ...tell, onCall: (tell.onCall ?? []).filter((one) => one !== schedule) });
    return own >= 0 && steps.slice(own + 1).some(others);
  });
}
