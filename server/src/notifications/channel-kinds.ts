/** The kinds of channels: what each is reached by, which is secret, and what may be said of it. A kind is an entry here and a body in `bodies.ts`. */
import { quietHours, SEVERITIES, templateFault } from '@watchdesk/domain/notification';
import { isZone } from '@watchdesk/domain/zone';
import { z } from 'zod';

const address = z.string().min(1, 'must not be empty').max(2048, 'must have at most 2048 characters');

/** What a channel is reached by. It goes in and never comes out. */
const CREDENTIALS = {
  /** The address of an incoming webhook holds its secret. */
  slack: z.strictObject({ url: address }),
  /** That of a workflow has it in `sig=`. */
  teams: z.strictObject({ url: address }),
  pagerduty: z.strictObject({
    routingKey: z.string().regex(/^[\w-]{20,64}$/, 'must be the integration key of a service, such as PagerDuty shows it'),
    region: z.enum(['us', 'eu'], 'must be us or eu').default('us'),
  }),
  webhook: z.strictObject({ url: address }),
  /** One address: a list of a team, say. */
  mail: z.strictObject({ to: z.string().min(3).max(254) }),
} as const;

export type ChannelKind = keyof typeof CREDENTIALS;
export const CHANNEL_KINDS = Object.keys(CREDENTIALS) as [ChannelKind, ...ChannelKind[]];

/** As it is kept in the vault: of a webhook with the secrets that it is signed with. */
export interface Secrets {
  readonly url?: string;
  readonly routingKey?: string;
  readonly region?: 'us' | 'eu';
  readonly to?: string;
  /** The present one first. */
  readonly signing?: readonly { readonly secret: string; /** Milliseconds since 1970. */ readonly until: number | null }[];
}

/** Programs get each notice by itself, pagers too, since each opens an incident of its own. */
export const GROUPS: Readonly<Record<ChannelKind, boolean>> = { slack: true, teams: true, mail: true, pagerduty: false, webhook: false };

const SETTINGS = {
  name: z.string().trim().min(1, 'must not be empty').max(100, 'must have at most 100 characters'),
  /** What is less bad does not go there. */
  from: z.enum(SEVERITIES, `must be one of ${SEVERITIES.join(', ')}`).default('info'),
  /** Whether it may tell who customers are and what their tickets are about. */
  isPersonal: z.boolean().default(false),
  /** Instead of the title of a notice; `{{names}}` in it are filled. */
  template: z.string().max(200, 'must have at most 200 characters').nullable().default(null),
  /** In which what is not critical waits. */
  quiet: quietHours.nullable().default(null),
  timeZone: z.string().refine(isZone, 'must be an IANA time zone such as Europe/Berlin').nullable().default(null),
};

interface Templated {
  readonly kind?: ChannelKind;
  readonly template: string | null;
  readonly isPersonal: boolean;
}

/** A webhook is sent every part of a notice by itself, none of them set: a title of one's own would never be seen. */
export const NO_TEMPLATE = 'must be left out: a webhook is sent the parts of a notice, and its receiver sets the title';
export const mayHaveTemplate = (kind: ChannelKind): boolean => kind !== 'webhook';

const checkTemplate = ({ kind, template, isPersonal }: Templated, context: z.RefinementCtx) => {
  const isTaken = kind === undefined || mayHaveTemplate(kind);
  const fault = template === null ? null : isTaken ? templateFault(template, { mayBePersonal: isPersonal }) : NO_TEMPLATE;
  if (fault !== null) context.addIssue({ code: 'custom', path: ['template'], message: fault });
};

export const channelSettings = z.strictObject(SETTINGS).superRefine(checkTemplate).meta({ id: 'ChannelSettings' });
export type ChannelSettings = z.output<typeof channelSettings>;

export const newChannel = z
  .discriminatedUnion(
    'kind',
    [
      z.strictObject({ kind: z.literal('slack'), credentials: CREDENTIALS.slack, ...SETTINGS }),
      z.strictObject({ kind: z.literal('teams'), credentials: CREDENTIALS.teams, ...SETTINGS }),
      z.strictObject({ kind: z.literal('pagerduty'), credentials: CREDENTIALS.pagerduty, ...SETTINGS }),
      z.strictObject({ kind: z.literal('webhook'), credentials: CREDENTIALS.webhook, ...SETTINGS }),
      z.strictObject({ kind: z.literal('mail'), credentials: CREDENTIALS.mail, ...SETTINGS }),
    ],
    `must be one of ${CHANNEL_KINDS.join(', ')}`,
  )
  .superRefine(checkTemplate)
  .meta({ id: 'NewChannel' });
export type NewChannel = z.output<typeof newChannel>;

/** What is left out stays as it is; credentials replace the ones there are. */
export const channelChange = z
  .strictObject({
    settings: channelSettings.optional(),
    credentials: z.union(Object.values(CREDENTIALS) as unknown as [typeof CREDENTIALS.slack, typeof CREDENTIALS.pagerduty]).optional(),
    active: z.boolean().optional(),
  })
  .meta({ id: 'ChannelChange' });
export type ChannelChange = z.output<typeof channelChange>;

/** Those of a channel of this kind; throws as the schema does where they are another kind's. */
export const credentialsOf = (kind: ChannelKind, given: unknown): Secrets => CREDENTIALS[kind].parse(given);
