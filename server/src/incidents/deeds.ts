/**
 * What people do to an incident, as the events it becomes. Pure: the state before and what is wanted give the events, nothing where nothing
 * would change, or a refusal.
 */
import {
  type ActionState,
  type Block,
  type IncidentEventType,
  type IncidentRole,
  type IncidentStatus,
  LIMITS,
  type Override,
  type Severity,
  type Stamp,
  type UpdateAudience,
  type UsersHit,
} from '@watchdesk/domain/event';
import {
  CHECKLISTS,
  comesBack,
  escalationSteps,
  type IncidentState,
  isOngoing,
  keptOpenBy,
  lacksOf,
  needsReview,
  owesEnd,
  RESOLUTION,
  roundAt,
  severityOf,
  stageOf,
} from '@watchdesk/domain/incident';
import { invalid, Refusal } from '../errors.ts';

type Maybe<T> = { readonly [K in keyof T]?: T[K] | undefined };

export interface Deeds {
  declare: Maybe<{ users: UsersHit; block: Block; overrides: readonly Override[] }>;
  /** `mergedInto`: the incident that it is a part of. */
  dismiss: { readonly reason?: string | undefined; readonly mergedInto?: string | undefined };
  severity: {
    readonly users: UsersHit;
    readonly block: Block;
    readonly overrides: readonly Override[];
    readonly reason?: string | undefined;
    readonly baseVersion?: number | undefined;
  };
  status: {
    readonly status: IncidentStatus;
    readonly reason?: string | undefined;
    /** Of a resolve: what customers are told of the end with it. */
    readonly notice?: { readonly subject?: string | undefined; readonly text: string } | undefined;
    /** Of a resolve: why they are not told of it. */
    readonly untoldFor?: string | undefined;
  };
  role: { readonly role: IncidentRole; readonly agent: string; readonly is: boolean };
  update: {
    readonly audience: UpdateAudience;
    readonly subject?: string | undefined;
    readonly text: string;
    readonly template?: string | undefined;
  };
  note: { readonly text: string };
  checklist: { readonly item: string; readonly is: boolean };
  affected: Maybe<{
    title: string;
    summary: string;
    services: readonly string[];
    regions: readonly string[];
    customers: readonly string[];
    /** The version (said-versions.ts) that whoever says this has seen; it is refused where there is a later one. */
    baseVersion: number;
  }>;
  review: Maybe<{
    baseVersion: number;
    summary: string;
    rootCause: string;
    wentWell: readonly string[];
    toImprove: readonly string[];
    revenueImpact: string;
    /** Milliseconds since 1970; null for what happened says it. */
    stamps: Maybe<Record<Stamp, number | null>>;
  }>;
  completeReview: object;
  action: { readonly action: string } & Maybe<{ title: string; owner: string | null; dueOn: string | null; state: ActionState }>;
}
export type DeedName = keyof Deeds;
export type Deed = { [K in DeedName]: { readonly name: K } & Deeds[K] }[DeedName];

/** An event without what surrounds it, and without the incident it is about. */
export interface Told {
  readonly type: IncidentEventType;
  readonly data: Readonly<Record<string, unknown>>;
}

const SAYS: Record<ReturnType<typeof keptOpenBy> & string, string> = {
  unresolved: 'It is not resolved yet; resolve it first.',
  review: 'A SEV1 or SEV2 is closed once its review is complete.',
  actions: 'Action items are open; finish or drop them first.',
};
const LACKS = {
  summary: 'a summary',
  rootCause: 'the root cause',
  toImprove: 'what could be improved',
  actions: 'an action item',
} as const;

const UNTOLD =
  'Customers were told of it and not of its end: tell them as it is resolved (notice), or say why they are not told (untoldFor).';

const TOLD_ALREADY =
  'Somebody else has resolved it meanwhile, and customers know of the end: your notice was not sent. Post an update to tell them more.';

/** Throws a refusal where the state does not allow it. `now` in milliseconds. */
export function deedsOf(state: IncidentState, deed: Deed, now: number): Told[] {
  const stage = stageOf(state);
  if (deed.name === 'declare') return declare(state, deed);
  if (stage === 'dismissed') throw new Refusal('not_possible', 'The incident was dismissed; declare it first.');
  if (stage === 'closed' && ['severity', 'role', 'update', 'checklist'].includes(deed.name))
    throw new Refusal('not_possible', 'The incident is closed; reopen it first.');
  if (stage === 'proposed' && !['dismiss', 'note', 'affected'].includes(deed.name))
    throw new Refusal('not_possible', 'The incident is only proposed; declare it first.');
  switch (deed.name) {
    case 'dismiss':
      return dismiss(state, deed);
    case 'severity':
      return severity(state, deed);
    case 'status':
      return status(state, deed);
    case 'role':
      return state.roles[deed.role].includes(deed.agent) === deed.is
        ? []
        : one('incident.role_assigned', { role: deed.role, agent: deed.agent, is: deed.is });
    case 'update':
      return one(
        'incident.update_posted',
        known({ audience: deed.audience, subject: deed.subject, text: deed.text, template: deed.template }),
      );
    case 'note':
      return one('incident.note', { text: deed.text });
    case 'checklist':
      return checklist(state, deed, now);
    case 'affected': {
      const { name: _, baseVersion: _base, ...said } = deed;
      return differing(state, said);
    }
    case 'review': {
      const { name: _, baseVersion: _base, stamps = {}, ...said } = deed;
      const data = known({ ...said, ...stamps });
      return Object.keys(data).length === 0 ? [] : one('incident.review_changed', data);
    }
    case 'completeReview':
      return completeReview(state);
    case 'action':
      return action(state, deed);
  }
}

const one = (type: IncidentEventType, data: Told['data'] = {}): Told[] => [{ type, data }];
const known = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
const reasonOf = ({ reason }: { readonly reason?: string | undefined }) => (reason === undefined ? {} : { reason });

function declare({ declaredAt, dismissedAt, title, summary, assessment, affected }: IncidentState, deed: Deeds['declare']): Told[] {
  if (declaredAt !== null && dismissedAt === null) return [];
  if (declaredAt !== null) throw new Refusal('not_possible', 'It was declared and dismissed; declare another one.');
  const { users = assessment.users, block = assessment.block, overrides = assessment.overrides } = deed;
  return one('incident.declared', {
    title,
    ...(summary !== '' && { summary }),
    users,
    block,
    overrides,
    ...affected,
    severity: severityOf({ users, block, overrides }).severity,
  });
}

/** What customers were told of, or what was resolved, happened: it stays in the record and owes its review. */
function dismiss(state: IncidentState, deed: Deeds['dismiss']): Told[] {
  if (state.declaredAt !== null && !isOngoing(state))
    throw new Refusal('not_possible', 'It was declared and resolved, and stays in the record; it cannot be dismissed.');
  if (state.declaredAt !== null && state.updates.some(({ audience }) => audience === 'customers'))
    throw new Refusal('not_possible', 'Customers were told of it already; tell them that it is over and resolve it instead.');
  if (deed.mergedInto !== undefined && state.declaredAt !== null)
    throw new Refusal('not_possible', 'It was declared; only what is proposed is merged into another incident.');
  return one('incident.dismissed', known({ reason: deed.reason, mergedInto: deed.mergedInto }));
}

function severity(state: IncidentState, { users, block, overrides, reason }: Deeds['severity']): Told[] {
  const to: Severity = severityOf({ users, block, overrides }).severity;
  const before = state.assessment;
  const isSame = before.users === users && before.block === block && String(before.overrides) === String(overrides);
  return isSame && to === state.severity ? [] : one('incident.severity_changed', { to, users, block, overrides, ...reasonOf({ reason }) });
}

/** Whoever was told that it began is told that it is over, or somebody says why not. */
function status(state: IncidentState, { status: to, reason, notice, untoldFor }: Deeds['status']): Told[] {
  if (notice !== undefined && to !== 'resolved') throw invalid('notice', 'must be left out unless the incident is resolved');
  if (untoldFor !== undefined && to !== 'resolved') throw invalid('untoldFor', 'must be left out unless the incident is resolved');
  if (to === state.status) return notice === undefined ? [] : lateNotice(state, notice);
  const keeps = to === 'closed' ? keptOpenBy(state) : null;
  if (keeps !== null) throw new Refusal('not_possible', SAYS[keeps]);
  if (to === 'resolved' && owesEnd(state) && notice === undefined && (untoldFor ?? '').trim() === '')
    throw new Refusal('not_possible', UNTOLD);
  const why = [reason, untoldFor === undefined ? undefined : `customers were not told of the end, as ${untoldFor}`].filter(
    (each) => each !== undefined,
  );
  return [
    ...(notice === undefined ? [] : resolution(notice)),
    ...one('incident.status_changed', { to, ...(why.length > 0 && { reason: why.join('; ').slice(0, LIMITS.name) }) }),
  ];
}

/** Somebody else has resolved it meanwhile: customers are told all the same where they do not know of the end, and not twice. */
function lateNotice(state: IncidentState, notice: NonNullable<Deeds['status']['notice']>): Told[] {
  if (!owesEnd(state)) throw new Refusal('not_possible', TOLD_ALREADY);
  return resolution(notice);
}

const resolution = (notice: NonNullable<Deeds['status']['notice']>): Told[] =>
  one('incident.update_posted', known({ audience: 'customers', ...notice, template: RESOLUTION }));

/** An item of a checklist, or a step up: `escalation.SEV1.2`. */
function checklist(state: IncidentState, { item, is }: Deeds['checklist'], now: number): Told[] {
  const ids = [
    ...CHECKLISTS.flatMap(({ items }) => items.map(({ id }) => id)),
    ...escalationSteps(state).map(({ severity: of, step }) => `escalation.${of}.${step}`),
  ];
  if (!ids.includes(item)) throw invalid('item', `must be one of ${ids.join(', ')}`);
  if (comesBack(item)) {
    const round = roundAt(state, now);
    if (!round) throw new Refusal('not_possible', 'No round runs: it is resolved.');
    return item in round.ticked === is ? [] : one('incident.checklist_item_done', { item, is });
  }
  return item in state.checklist === is ? [] : one('incident.checklist_item_done', { item, is });
}

function differing({ title, summary, affected }: IncidentState, said: Omit<Deeds['affected'], 'baseVersion'>): Told[] {
  const before: Record<string, unknown> = { title, summary, ...affected };
  const changes = Object.entries(known(said)).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]));
  return changes.length === 0 ? [] : one('incident.affected_changed', Object.fromEntries(changes));
}

function completeReview(state: IncidentState): Told[] {
  if (state.review.completedAt !== null) return [];
  if (stageOf(state) !== 'resolved' && stageOf(state) !== 'closed')
    throw new Refusal('not_possible', 'It is not resolved yet; resolve it first.');
  const lacks = lacksOf(state);
  if (lacks.length > 0 && needsReview(state))
    throw new Refusal('not_possible', `The review lacks ${lacks.map((lack) => LACKS[lack]).join(', ')}.`);
  return one('incident.review_completed');
}

function action(state: IncidentState, { action: id, ...said }: Deeds['action']): Told[] {
  const { name: _, ...fields } = said as Omit<Deeds['action'], 'action'> & { name?: unknown };
  const isNew = !state.actions.some((item) => item.id === id);
  if (isNew && (fields.title ?? '').trim() === '') throw invalid('title', 'must not be empty');
  return one('incident.action_changed', { action: id, ...known(fields) });
}
