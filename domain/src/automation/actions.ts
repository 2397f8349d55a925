/** What an automation does, in its order. What it changes are events through the door like anybody's; whom it tells is told by the outbox of notices. */
import { z } from 'zod';
import { ESCALATION_KINDS, LINK_KINDS, PRIORITIES, STATUSES, SUPPORT_TIERS, SURVEYS, ticketId, wellFormed } from '../event/index.ts';
import { audience, SEVERITIES, templateFault } from '../notification/index.ts';
import { id, seconds } from './trigger.ts';

const DAY_S = 86_400;
const prose = (most: number) => wellFormed(most).trim().min(1, 'must not be empty');
const oneOf = <const V extends readonly string[]>(all: V) => z.enum(all, `must be one of ${all.join(', ')}`);
const tags = z.array(id).max(20, 'must be at most 20 tags').readonly().default([]);
/** Told to people: names in double braces are filled in. */
const template = (most: number) =>
  prose(most)
    .superRefine((given, context) => {
      const fault = templateFault(given, { mayBePersonal: false });
      if (fault !== null) context.addIssue({ code: 'custom', message: fault });
    })
    .optional();
const title = template(200);
/** Written into the ticket as it stands: a name in double braces would reach the customer. */
const written = prose(10_000).refine((given) => !/\{\{.*?\}\}/s.test(given), 'must have no {{name}}, as nothing is filled in here');

const act = <const D extends string, S extends z.ZodRawShape>(name: D, shape: S) => z.strictObject({ do: z.literal(name), ...shape });

const action = z.discriminatedUnion(
  'do',
  [
    act('category', { to: id.nullable() }),
    /** Either this one, or so many more urgent than it is; P1 stays P1. */
    act('priority', {
      to: oneOf(PRIORITIES).optional(),
      raiseBy: z.int('must be a whole number').min(1, 'must be 1 to 4').max(4, 'must be 1 to 4').optional(),
    }),
    act('tier', { to: oneOf([...SUPPORT_TIERS, 'next'] as const) }),
    /** Handed over to another tier, as an escalation that is counted as one. */
    act('escalate', {
      to: oneOf([...SUPPORT_TIERS, 'next'] as const),
      kind: oneOf(ESCALATION_KINDS).default('other'),
      team: id.optional(),
    }),
    act('team', { to: id.nullable() }),
    /** To an agent, to nobody (null), or to whoever is on call at that moment; `to` is then for when nobody is, and left out leaves the ticket as it is. */
    act('assignee', {
      to: id.nullable().optional(),
      /** In this schedule. */
      onCall: id.optional(),
      /** By this escalation policy: of its steps the first of which somebody is. */
      policy: id.optional(),
    }),
    act('tag', { add: tags, remove: tags }),
    act('customField', { name: id, to: z.union([wellFormed(500), z.number(), z.boolean(), z.null()]) }),
    act('status', { to: oneOf(STATUSES) }),
    /** `body`, since `text` is what people wrote, which not everybody may read. */
    act('note', { body: written }),
    /** To the customer. It stops no clock: it is no reply of an agent. */
    act('reply', { body: written }),
    act('notify', {
      audience,
      severity: oneOf(SEVERITIES).default('info'),
      title,
      message: template(2000),
      advice: z.array(prose(500)).max(10, 'must be at most 10').readonly().default([]),
    }),
    /** The webhook channel that is called. */
    act('hook', { channel: id, title }),
    /** What comes after it is done later, where the conditions still hold then; `recheck` false: in any case. */
    act('wait', { seconds: seconds(30 * DAY_S), calendar: id.nullable().default(null), recheck: z.boolean().default(true) }),
    act('survey', { survey: oneOf(SURVEYS) }),
    /** To a ticket, or to the customer's similar recent one. */
    act('link', {
      to: z.union([z.literal('similar'), ticketId], 'must be similar, or a ticket id of the form source:externalId'),
      kind: oneOf(LINK_KINDS),
    }),
    /** A note that names what may help: an article, or the customer's similar recent ticket. */
    act('suggest', {
      article: prose(200).optional(),
      url: z
        .url({ protocol: /^https?$/, error: 'must be an address that begins with https:// or http://' })
        .max(2000)
        .optional(),
      similar: z.literal(true, 'must be true or left out').optional(),
    }),
  ],
  'must be something that an automation does',
);

export type Action = z.output<typeof action>;
export type ActionInput = z.input<typeof action>;
export type ActionName = Action['do'];
export type ActionOf<D extends ActionName> = Extract<Action, { do: D }>;

const MOST_ACTIONS = 20;

export const actions = z
  .array(action)
  .min(1, 'must have at least one action')
  .max(MOST_ACTIONS, `must be at most ${MOST_ACTIONS} actions`)
  .readonly()
  .superRefine((all, context) => {
    for (const [index, one] of all.entries())
      for (const [field, message] of faultsOf(one)) context.addIssue({ code: 'custom', path: [index, field], message });
    if (all.at(-1)?.do === 'wait')
      context.addIssue({ code: 'custom', path: [all.length - 1, 'do'], message: 'must be followed by something to do' });
  });

function faultsOf(one: Action): [field: string, message: string][] {
  switch (one.do) {
    case 'priority':
      return (one.to === undefined) === (one.raiseBy === undefined) ? [['to', 'must be given, or raiseBy in its place']] : [];
    case 'assignee':
      if (one.onCall !== undefined && one.policy !== undefined) return [['policy', 'must be left out beside onCall']];
      return one.to === undefined && (one.onCall ?? one.policy) === undefined
        ? [['to', 'must be given, or onCall or policy in its place']]
        : [];
    case 'tag': {
      if (one.add.length + one.remove.length === 0) return [['add', 'must have a tag, or remove has one']];
      return one.add.some((tag) => one.remove.includes(tag)) ? [['remove', 'must not name a tag that is added']] : [];
    }
    case 'suggest':
      if ((one.article === undefined) === (one.similar === undefined)) return [['article', 'must be given, or similar in its place']];
      return one.similar && one.url !== undefined ? [['url', 'must be left out beside similar']] : [];
    default:
      return [];
  }
}
