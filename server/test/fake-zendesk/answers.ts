/** How the account is written down: tickets, audits, the events of the export, people, as the API's reference shows them. */
import { type Account, CUSTOM_STATUSES, FIELDS, GROUP_NAMES, POLICY, TARGETS } from './account.ts';
import type { Audit, Change, Told } from './history.ts';
import type { Channel, Step } from './plan.ts';

export const iso = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

/** In the export of events a way is called so, and not by its channel. */
const SPOKEN: Readonly<Record<Channel, string>> = {
  email: 'Mail',
  web: 'Web form',
  chat: 'Chat',
  api: 'Web service',
  voice: 'Phone call (incoming)',
  rule: 'Rule',
  answer_bot: 'Answer Bot for Web Widget',
};

function viaOf({ via, merge, followUpOf }: Step) {
  if (merge && 'from' in merge)
    return { channel: via, source: { from: { ticket_id: merge.from, subject: `Request ${merge.from}` }, to: {}, rel: 'merge' } };
  if (merge) return { channel: via, source: { from: {}, to: {}, rel: 'merge' } };
  if (followUpOf)
    return {
      channel: via,
      source: { from: { ticket_id: followUpOf, subject: `Request ${followUpOf}`, channel: 'email' }, to: {}, rel: 'follow_up' },
    };
  if (via === 'rule') return { channel: 'rule', source: { from: { id: 90_001, title: 'Sorting' }, to: {}, rel: 'trigger' } };
  return { channel: via, source: { from: {}, to: {}, rel: null } };
}

/** Field by field, as the audit names them; the value of the custom status is written as text, as theirs is. */
function named({ field, value, previous }: Change): { name: string; value: unknown; previous: unknown } {
  const text = (one: unknown) => (typeof one === 'number' ? String(one) : one);
  const name = {
    status: 'status',
    customStatus: 'custom_status_id',
    priority: 'priority',
    type: 'type',
    assignee: 'assignee_id',
    group: 'group_id',
    requester: 'requester_id',
    organization: 'organization_id',
    subject: 'subject',
    tags: 'tags',
    reason: String(FIELDS.reason),
    product: String(FIELDS.product),
  }[field];
  return { name, value: text(value), previous: text(previous) };
}

const commentOf = ({ step, id, commentId }: Audit) => ({
  id: commentId,
  type: 'Comment',
  author_id: step.comment!.by ?? step.by,
  body: step.comment!.text,
  html_body: `<div class="zd-comment"><p>${step.comment!.text}</p></div>`,
  plain_body: step.comment!.text,
  public: step.comment!.public,
  attachments: [],
  audit_id: id,
});

/** As `/tickets/{id}/audits` gives it. */
export function auditAnswer(audit: Audit) {
  const { id, ticket, step, isFirst, changes } = audit;
  return {
    id,
    ticket_id: ticket,
    created_at: iso(step.at),
    author_id: step.by,
    metadata: { system: {}, custom: step.custom ?? {} },
    events: [
      ...(step.comment ? [commentOf(audit)] : []),
      ...changes.map((change) => {
        const { name, value, previous } = named(change);
        return isFirst
          ? { id: change.id, type: 'Create', field_name: name, value }
          : { id: change.id, type: 'Change', field_name: name, value, previous_value: previous };
      }),
      { id: id + 30, type: 'Notification', subject: 'Request received', body: '…', recipients: [step.by], via: { channel: 'rule' } },
    ],
    via: viaOf(step),
  };
}

/** As the incremental export gives it: another shape for the very same. */
export function eventAnswer(audit: Audit, withComments: boolean) {
  const { id, ticket, step, isFirst, changes } = audit;
  const via = SPOKEN[step.via];
  return {
    id,
    ticket_id: ticket,
    timestamp: step.at,
    created_at: iso(step.at),
    updater_id: step.by,
    via,
    system: { client: 'browser', ip_address: '192.0.2.1' },
    event_type: 'Audit',
    child_events: [
      ...(step.comment && withComments
        ? [{ ...commentOf(audit), via: viaOf(step), via_reference_id: null, created_at: iso(step.at), event_type: 'Comment' }]
        : []),
      ...(step.comment && !withComments
        ? [
            {
              id: audit.commentId,
              via,
              via_reference_id: null,
              comment_present: true,
              comment_public: step.comment.public,
              event_type: 'Comment',
            },
          ]
        : []),
      ...changes.map((change) => childOf(change, via, isFirst)),
    ],
  };
}

function childOf(change: Change, via: string, isFirst: boolean) {
  const { name, value, previous } = named(change);
  const field = /^\d+$/.test(name)
    ? { custom_ticket_fields: { [name]: value } }
    : { [name]: name.endsWith('_id') && value !== null ? Number(value) : value };
  const base = { id: change.id, via, via_reference_id: null, ...field };
  if (isFirst) return { ...base, event_type: 'Create' };
  if (name !== 'tags') return { ...base, event_type: 'Change', previous_value: previous };
  const [before, after] = [change.previous as readonly string[], change.value as readonly string[]];
  return {
    ...base,
    event_type: 'Change',
    previous_value: before,
    added_tags: after.filter((tag) => !before.includes(tag)),
    removed_tags: before.filter((tag) => !after.includes(tag)),
  };
}

export function ticketAnswer({ ticket, fields, createdAt, updatedAt, generatedAt, audits }: Told, origin: string) {
  return {
    id: ticket,
    url: `${origin}/api/v2/tickets/${ticket}.json`,
    external_id: null,
    via: viaOf(audits[0]!.step),
    created_at: iso(createdAt),
    updated_at: iso(updatedAt),
    generated_timestamp: generatedAt,
    type: fields.type,
    subject: fields.status === 'deleted' ? 'SCRUBBED' : fields.subject,
    description: audits[0]!.step.comment?.text ?? '',
    priority: fields.priority,
    status: fields.status,
    custom_status_id: fields.customStatus,
    recipient: null,
    requester_id: fields.requester,
    submitter_id: audits[0]!.step.by,
    assignee_id: fields.assignee,
    organization_id: fields.organization,
    group_id: fields.group,
    collaborator_ids: [],
    tags: fields.tags,
    custom_fields: [
      { id: FIELDS.reason, value: fields.reason },
      { id: FIELDS.product, value: fields.product },
    ],
    satisfaction_rating: { score: 'unoffered' },
    brand_id: 1,
    is_public: true,
  };
}

const ZONES = ['London', 'Pacific Time (US & Canada)', 'Berlin', 'Kyiv'];

/** All people came before the first ticket. */
export const userCreatedAt = (account: Account, id: number): number => account.from - 10_000_000 + (id % 1_000_000);

export function userAnswer(account: Account, id: number, origin: string) {
  const isAgent = account.isAgent(id);
  const number = id - (isAgent ? account.FIRST.agent : account.FIRST.customer);
  const at = iso(userCreatedAt(account, id));
  return {
    id,
    url: `${origin}/api/v2/users/${id}.json`,
    name: isAgent ? account.agent(number).name : `Customer ${number + 1}`,
    email: `${isAgent ? 'agent' : 'customer'}-${number + 1}@example.com`,
    created_at: at,
    updated_at: at,
    time_zone: ZONES[number % ZONES.length],
    locale: number % 3 === 0 ? 'de' : 'en-GB',
    organization_id: isAgent ? null : account.organizationOf(id),
    role: isAgent ? (number === 0 ? 'admin' : 'agent') : 'end-user',
    active: isAgent ? account.agent(number).isActive : true,
    suspended: false,
    tags: [],
    user_fields: {},
  };
}

export function organizationAnswer(account: Account, id: number, origin: string) {
  const number = id - account.FIRST.organization;
  const at = iso(account.from - 20_000_000 + number);
  return {
    id,
    url: `${origin}/api/v2/organizations/${id}.json`,
    name: `Company ${number + 1}`,
    domain_names: number % 4 === 3 ? [] : [`company-${number + 1}.example`],
    created_at: at,
    updated_at: at,
    tags: [],
    organization_fields: { tier: ['enterprise', 'business', 'free'][number % 3], mrr: 100 * (number % 7) },
    external_id: null,
  };
}

export const groupAnswer = (account: Account, number: number, origin: string) => ({
  id: account.groupId(number),
  url: `${origin}/api/v2/groups/${account.groupId(number)}.json`,
  name: GROUP_NAMES[number],
  deleted: false,
  created_at: iso(account.from - 30_000_000),
  updated_at: iso(account.from - 30_000_000 + number),
});

export const membershipAnswers = (account: Account) =>
  Array.from({ length: account.size.agents }, (_, number) => account.agent(number)).flatMap((agent, number) =>
    agent.groups.map((group, place) => ({
      id: 20_000 + number * 10 + place,
      user_id: agent.id,
      group_id: group,
      default: place === 0,
      created_at: iso(account.from - 5_000_000),
      updated_at: iso(account.from - 5_000_000),
    })),
  );

export const customStatusAnswers = CUSTOM_STATUSES.map(({ id, category, label }, place) => ({
  id,
  status_category: category,
  agent_label: label,
  end_user_label: label,
  raw_agent_label: label,
  active: true,
  default: place < 5,
  created_at: '2020-01-01T00:00:00Z',
  updated_at: '2020-01-01T00:00:00Z',
}));

export const ticketFieldAnswers = [
  {
    id: FIELDS.reason,
    type: 'tagger',
    title: 'Reason',
    active: true,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2020-01-01T00:00:00Z',
  },
  {
    id: FIELDS.product,
    type: 'tagger',
    title: 'Product',
    active: true,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2020-01-01T00:00:00Z',
  },
];

export const policyAnswer = {
  id: POLICY.id,
  title: POLICY.title,
  description: 'For every ticket',
  position: 1,
  filter: { all: [{ field: 'type', operator: 'is_not', value: 'task' }], any: [] },
  policy_metrics: Object.entries(TARGETS).flatMap(([metric, byPriority]) =>
    Object.entries(byPriority).map(([priority, target]) => ({
      priority,
      metric: metric === 'reply_time' ? 'first_reply_time' : metric,
      target,
      target_in_seconds: target * 60,
      business_hours: false,
    })),
  ),
  created_at: '2020-01-01T00:00:00Z',
  updated_at: '2020-01-01T00:00:00Z',
};

/** Minutes since the midnight that begins Sunday. */
export const scheduleAnswer = {
  id: 80_001,
  name: 'Office',
  time_zone: 'London',
  intervals: [1, 2, 3, 4, 5].map((day) => ({ start_time: day * 1440 + 540, end_time: day * 1440 + 1020 })),
  created_at: '2020-01-01T00:00:00Z',
  updated_at: '2020-01-01T00:00:00Z',
};
export const holidayAnswers = [{ id: 81_001, name: 'Christmas', start_date: '2026-12-25', end_date: '2026-12-26' }];
