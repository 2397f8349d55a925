/** The fold of an incident's events. Pure: the same events in any order of arrival give the same state. */
import { compareOrder, type EventData, type IncidentEvent, orderKeyOf, type Severity, STAMPS } from '../event/index.ts';
import { comesBack } from './checklists.ts';
import { STANDARD_POLICY } from './policy.ts';
import { severityOf } from './severity.ts';
import { type ActionItem, beganAt, type IncidentState, isOngoing, isToldTo, resolvedAtOf } from './state.ts';

type Of<T extends IncidentEvent['type']> = Extract<IncidentEvent, { type: T }>;

/** Two changes of the severity and of the status are kept far beyond what any incident has; updates and actions likewise. */
const MOST = 2_000;

const empty = (id: string): IncidentState => ({
  id,
  title: '',
  summary: '',
  proposedAt: null,
  declaredAt: null,
  declaredBy: null,
  dismissedAt: null,
  dismissedFor: null,
  mergedInto: null,
  startedAt: null,
  detectedBy: null,
  severity: 'SEV3',
  severityReason: '',
  assessment: { users: 'multiple', block: 'major', overrides: [] },
  severities: [],
  status: 'investigating',
  statuses: [],
  respondedAt: null,
  responses: [],
  roles: { commander: [], technical_lead: [], communications: [], scribe: [], expert: [] },
  stints: [],
  updates: [],
  checklist: {},
  ticks: {},
  affected: { services: [], regions: [], customers: [] },
  review: { summary: '', rootCause: '', wentWell: [], toImprove: [], revenueImpact: '', stamps: {}, completedAt: null, completedBy: null },
  actions: [],
  policy: STANDARD_POLICY,
  deeds: {},
  eventCount: 0,
  lastEvent: null,
});

/** Told of by the timer, and heard by nobody here. */
const ANNOUNCEMENTS: ReadonlySet<string> = new Set([
  'incident.response_missed',
  'incident.update_skipped',
  'incident.escalation_due',
  'incident.review_overdue',
]);
export const isIncidentAnnouncement = ({ type }: Pick<IncidentEvent, 'type'>): boolean => ANNOUNCEMENTS.has(type);

/**
 * The state after all its events, given in any order and without duplicates. Null where nobody has declared or proposed it: what is said of
 * an incident that there is not makes none.
 */
export function foldIncident(id: string, events: readonly IncidentEvent[]): IncidentState | null {
  if (!events.some(({ type }) => type === 'incident.declared' || type === 'incident.proposed')) return null;
  const state = empty(id);
  for (const event of events.toSorted(compareOrder)) applyToIncident(state, event);
  return state;
}

/** What `then` makes of each of its events, in order, and of the incident once it had happened. The state is only good until it returns. */
export function toldOfIncident<T>(
  id: string,
  events: readonly IncidentEvent[],
  then: (event: IncidentEvent, state: IncidentState, before: Severity) => T,
): T[] {
  const state = empty(id);
  return events.toSorted(compareOrder).map((event) => {
    const { severity } = state;
    applyToIncident(state, event);
    return then(event, state, severity);
  });
}

/** Takes the next event in order into the state, which it changes in place. */
export function applyToIncident(state: IncidentState, event: IncidentEvent): void {
  if (isIncidentAnnouncement(event)) return;
  state.lastEvent = orderKeyOf(event);
  state.eventCount += 1;
  const by = event.actor.id ?? null;
  // What a machine says is nobody's work.
  if (by !== null && event.actor.kind === 'agent') state.deeds[by] = (state.deeds[by] ?? 0) + 1;
  switch (event.type) {
    case 'incident.proposed':
      state.proposedAt ??= event.at;
      // What a guess says is over once somebody who knows has declared it, severity above all: its clocks run by that.
      if (state.declaredAt !== null) return;
      return takeOpening(state, event.data);
    case 'incident.declared':
      return takeDeclaration(state, event);
    case 'incident.dismissed':
      // What was resolved, or told to customers, happened: whoever says otherwise, it stays in the record and owes its review.
      if (state.declaredAt !== null && (!isOngoing(state) || isToldTo(state))) return;
      state.dismissedAt = event.at;
      state.dismissedFor = event.data.reason ?? null;
      state.mergedInto = event.data.mergedInto ?? null;
      return;
    case 'incident.severity_changed':
      return takeSeverity(state, event);
    case 'incident.status_changed':
      // To open it again is no response: a new one is owed from then on.
      if (resolvedAtOf(state) === null) respond(state, event);
      if (state.status !== event.data.to && state.statuses.length < MOST) state.statuses.push({ at: event.at, to: event.data.to });
      state.status = event.data.to;
      return;
    case 'incident.role_assigned':
      return takeRole(state, event);
    case 'incident.update_posted':
      respond(state, event);
      if (state.updates.length < MOST)
        state.updates.push({ at: event.at, audience: event.data.audience, template: event.data.template ?? null });
      return;
    case 'incident.note':
      return;
    case 'incident.checklist_item_done':
      return takeTick(state, event);
    case 'incident.affected_changed':
      if (event.data.title !== undefined) state.title = event.data.title;
      if (event.data.summary !== undefined) state.summary = event.data.summary;
      return takeAffected(state, event.data);
    case 'incident.review_changed':
      return takeReview(state, event.data);
    case 'incident.review_completed':
      state.review = { ...state.review, completedAt: event.at, completedBy: by };
      return;
    case 'incident.action_changed':
      return takeAction(state, event);
    case 'incident.response_missed':
    case 'incident.update_skipped':
    case 'incident.escalation_due':
    case 'incident.review_overdue':
      return;
  }
}

function takeOpening(state: IncidentState, data: EventData<'incident.proposed'>): void {
  const { assessment } = state;
  state.title = data.title;
  if (data.summary !== undefined) state.summary = data.summary;
  if (data.startedAt !== undefined) state.startedAt = data.startedAt;
  if (data.detectedBy !== undefined) state.detectedBy = data.detectedBy;
  state.assessment = {
    users: data.users ?? assessment.users,
    block: data.block ?? assessment.block,
    overrides: data.overrides ?? assessment.overrides,
  };
  takeAffected(state, data);
  const { severity, reason } = severityOf(state.assessment);
  state.severity = severity;
  state.severityReason = reason;
}

/** The first declaration counts; another one only says more of it. */
function takeDeclaration(state: IncidentState, { at, actor, data }: Of<'incident.declared'>): void {
  if (state.declaredAt !== null) return takeAffected(state, data);
  takeOpening(state, data);
  state.declaredAt = at;
  state.declaredBy = actor.id ?? null;
  state.dismissedAt = null;
  state.dismissedFor = null;
  state.mergedInto = null;
  if (data.severity !== undefined && data.severity !== state.severity) {
    state.severity = data.severity;
    state.severityReason = 'Told so by whoever declared it';
  }
  state.policy = data.policy ?? STANDARD_POLICY;
  state.severities = [{ at, to: state.severity }];
  state.status = 'investigating';
  state.statuses = [{ at, to: 'investigating' }];
}

function takeSeverity(state: IncidentState, { at, data }: Of<'incident.severity_changed'>): void {
  const { users, block, overrides, reason } = data;
  state.assessment = {
    users: users ?? state.assessment.users,
    block: block ?? state.assessment.block,
    overrides: overrides ?? state.assessment.overrides,
  };
  const judged = severityOf(state.assessment);
  state.severityReason = reason ?? (judged.severity === data.to ? judged.reason : 'Set by hand');
  if (state.severity !== data.to && state.declaredAt !== null && state.severities.length < MOST) state.severities.push({ at, to: data.to });
  state.severity = data.to;
}

function takeRole(state: IncidentState, event: Of<'incident.role_assigned'>): void {
  const { role, agent, is } = event.data;
  // To be named, asleep perhaps, is no response; to take it is, and not in one breath with the declaration.
  if (is && event.actor.id === agent && event.at !== state.declaredAt) respond(state, event);
  const before = state.roles[role];
  const others = before.filter((one) => one !== agent);
  const after = !is ? others : role === 'expert' ? [...others, agent] : [agent];
  state.roles[role] = after;
  for (const stint of state.stints) if (stint.role === role && stint.to === null && !after.includes(stint.agent)) stint.to = event.at;
  if (is && !before.includes(agent) && state.stints.length < MOST) state.stints.push({ role, agent, from: event.at, to: null });
}

/** An item that comes back is ticked once for each round; taken back, it is the last tick. */
function takeTick({ checklist, ticks }: IncidentState, { at, actor, data: { item, is } }: Of<'incident.checklist_item_done'>): void {
  const tick = { at, by: actor.id ?? null };
  if (comesBack(item)) {
    const own = (ticks[item] ??= []);
    if (!is) own.pop();
    else if (own.length < MOST) own.push(tick);
    return;
  }
  if (is) checklist[item] ??= tick;
  else delete checklist[item];
}

function takeAffected(
  state: IncidentState,
  { services, regions, customers }: Pick<EventData<'incident.affected_changed'>, 'services' | 'regions' | 'customers'>,
): void {
  const { affected } = state;
  state.affected = {
    services: services ?? affected.services,
    regions: regions ?? affected.regions,
    customers: customers ?? affected.customers,
  };
}

function takeReview(state: IncidentState, data: EventData<'incident.review_changed'>): void {
  const { summary, rootCause, wentWell, toImprove, revenueImpact } = data;
  const { review } = state;
  const stamps = { ...review.stamps };
  for (const stamp of STAMPS) if (data[stamp] !== undefined) stamps[stamp] = data[stamp];
  state.review = {
    ...review,
    summary: summary ?? review.summary,
    rootCause: rootCause ?? review.rootCause,
    wentWell: wentWell ?? review.wentWell,
    toImprove: toImprove ?? review.toImprove,
    revenueImpact: revenueImpact ?? review.revenueImpact,
    stamps,
  };
}

function takeAction(state: IncidentState, { at, data }: Of<'incident.action_changed'>): void {
  const known = state.actions.find(({ id }) => id === data.action);
  if (!known && state.actions.length >= MOST) return;
  const item: ActionItem = known ?? { id: data.action, title: '', owner: null, dueOn: null, state: 'open', createdAt: at, endedAt: null };
  if (!known) state.actions.push(item);
  if (data.title !== undefined) item.title = data.title;
  if (data.owner !== undefined) item.owner = data.owner;
  if (data.dueOn !== undefined) item.dueOn = data.dueOn;
  if (data.state !== undefined && data.state !== item.state) {
    item.state = data.state;
    item.endedAt = data.state === 'open' ? null : at;
  }
}

/** Whatever a person first does about it once it is declared, or opened again, is the response. */
function respond(state: IncidentState, { at, actor }: Pick<IncidentEvent, 'at' | 'actor'>): void {
  if (state.declaredAt === null || actor.kind !== 'agent') return;
  state.respondedAt ??= at;
  const began = beganAt(state);
  const last = state.responses.at(-1);
  if (began !== null && (last === undefined || last < began)) state.responses.push(at);
}
