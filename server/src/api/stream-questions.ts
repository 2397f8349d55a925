/**
 * What can be watched on the stream: the questions that the API also answers once, in the same words. A question is an object of
 * one field, which names its kind: `{ "query": { "metrics": ["created"], "period": { "last": "7d" } } }`.
 */
import { z } from 'zod';
import { type Scope, sightOf } from '../accounts/index.ts';
import { type FieldFault, invalid, Refusal } from '../errors.ts';
import type { Question } from '../live/index.ts';
import { definitionOf } from './metrics.ts';
import { refusalOf, sentence } from './problems.ts';
import type { Parts } from './routes.ts';
import { idIn } from './schemas/basics.ts';
import { type Asker, type Kind, kind } from './stream-kind.ts';
import { incidentListQuery } from './schemas/incidents.ts';
import { incidentCount, incidentDetail, incidentList } from './schemas/incidents-out.ts';
import { alertCount, alertDetail, alertList, alertListQuery, ruleList } from './schemas/alerts.ts';
import { automationList, automationRuns, runsAsked } from './schemas/automations.ts';
import { connectionList } from './schemas/connections.ts';
import { drillAsked, drillDetail } from './schemas/drills.ts';
import { comparisonOut, comparisonQuery, profileOut, profileWatched } from './schemas/compared-people.ts';
import { drivers, feedbackQuery, followUps } from './schemas/feedback.ts';
import { proposalList, proposalsAsked } from './schemas/detection.ts';
import { goalDetail, goalList } from './schemas/goals.ts';
import { inboxFor } from './inbox.ts';
import { inboxOut } from './schemas/notifications.ts';
import { policyList, scheduleList, shiftsOut, shiftsWatched } from './schemas/on-call.ts';
import { explainIn, explainOut, queryIn, queryOut } from './schemas/metrics.ts';
import { outagePulse } from './schemas/outages.ts';
import { overview, overviewQuery, peers, peersQuery, trendQuery, trends } from './schemas/overview.ts';
import { adviceIn, adviceOut } from './schemas/playbook.ts';
import { ticketList, ticketListQuery } from './schemas/ticket.ts';

/** Who watches, as they were let in, and what they may now. */
interface Watcher {
  readonly id: string;
  readonly person: string | null;
  readonly workspaceId: string;
  readonly writesRules: boolean;
  may(scope: Scope): Promise<boolean>;
}

/** A report asks for much and is read, not watched: a fifth as often as numbers. */
const REPORT = { seldom: 5 };
const OF_GOALS = { ...REPORT, isOfRights: true };

/** What a report says, of whichever instants. */
const beyondTime = ({ asOf: _asOf, period: _period, ...found }: object & { asOf: unknown; period?: unknown }) => found;
/** The window of a goal ends now, and the way to it leads on by the minute. */
const goalSays = ({ standing, ...goal }: z.output<typeof goalList>['goals'][number]) => [
  goal,
  standing && { ...standing, from: null, to: null, expected: null },
];

/** How late it is and when it will be through moves with the clock. */
const connectionSays = ({ health, ...one }: z.output<typeof connectionList>['connections'][number]) => [
  one,
  { ...health, lagSeconds: null, backFill: { ...health.backFill, estimatedEndAt: null } },
];

const readerOf = ({ workspaceId, scope }: Asker) => ({ workspaceId, scope, sight: sightOf(scope) });

const KINDS: Readonly<Record<string, Kind>> = {
  query: kind(
    queryIn,
    queryOut,
    ({ metrics }, asker, question) => metrics.query(asker, question),
    ({ total, groups, groupsInAll, rest }) => [total, groups, groupsInAll, rest],
  ),
  explain: kind(
    explainIn,
    explainOut,
    async ({ metrics }, asker, question) => {
      const { metric, ...answer } = await metrics.explain(asker, question);
      return { ...answer, metric: definitionOf(metric) };
    },
    ({ value, n, withheld, parts, excluded }) => [value, n, withheld, parts, excluded],
  ),
  overview: kind(overviewQuery, overview, (parts, asker) => parts.overview.now(asker), beyondTime),
  trending: kind(trendQuery, trends, (parts, asker, question) => parts.overview.trending(asker, question), beyondTime, REPORT),
  peers: kind(peersQuery, peers, (parts, asker, question) => parts.overview.peers(asker, question), beyondTime, REPORT),
  drivers: kind(feedbackQuery, drivers, ({ feedback }, asker, question) => feedback.drivers(asker, question), beyondTime, REPORT),
  followUps: kind(feedbackQuery, followUps, ({ feedback }, asker, question) => feedback.followUps(asker, question), beyondTime, REPORT),
  comparison: kind(comparisonQuery, comparisonOut, ({ people }, asker, question) => people.compare(asker, question), beyondTime, REPORT),
  profile: kind(
    profileWatched,
    profileOut,
    ({ people }, asker, { id, ...question }) => people.profile(asker, { ...question, agent: id }),
    beyondTime,
    REPORT,
  ),
  advice: kind(adviceIn, adviceOut, ({ playbook }, asker, question) => playbook.advice(asker, question), beyondTime, REPORT),
  ticketList: kind(
    ticketListQuery,
    ticketList,
    ({ tickets }, { workspaceId, scope }, { sort, direction, limit, cursor, offset, ...filters }) =>
      tickets.list(workspaceId, sightOf(scope), filters, { sort, direction, limit, cursor, offset }),
    (list) => list,
  ),
  connections: kind(
    z.strictObject({}),
    connectionList,
    ({ connections }, { workspaceId }) => connections.all(workspaceId),
    ({ connections, sources }) => [connections.map(connectionSays), sources],
    { needs: 'admin', about: 'connections' },
  ),
  alerts: kind(
    alertListQuery,
    alertList,
    ({ alerts }, asker, { cursor, limit, ...question }) =>
      alerts.list({ ...readerOf(asker), person: asker.person }, question, { cursor, limit }),
    (list) => list,
    { isOfPerson: true, about: 'alerts' },
  ),
  alertCount: kind(
    z.strictObject({}),
    alertCount,
    ({ alerts }, asker) => alerts.count({ ...readerOf(asker), person: asker.person }),
    (count) => count,
    { isOfPerson: true, about: 'alerts' },
  ),
  alert: kind(
    z.strictObject({ id: idIn }),
    alertDetail,
    ({ alerts }, asker, { id }) => alerts.get({ ...readerOf(asker), person: asker.person }, id),
    (alert) => alert,
    { isOfPerson: true, about: 'alerts' },
  ),
  incidents: kind(
    incidentListQuery,
    incidentList,
    ({ incidents }, asker, { cursor, limit, ...question }) => incidents.list(readerOf(asker), question, { cursor, limit }),
    (list) => list,
    { about: 'incidents' },
  ),
  incidentCount: kind(
    z.strictObject({}),
    incidentCount,
    ({ incidents }, { workspaceId }) => incidents.count({ workspaceId }),
    (count) => count,
    { about: 'incidents' },
  ),
  incident: kind(
    z.strictObject({ id: idIn }),
    incidentDetail,
    ({ incidents }, asker, { id }) => incidents.get(readerOf(asker), id),
    (incident) => incident,
    { about: 'incidents' },
  ),
  drill: kind(
    drillAsked,
    drillDetail,
    ({ drills }, { workspaceId }, { id }) => drills.get(workspaceId, id),
    (drill) => drill,
    { about: 'drills' },
  ),
  outagePulse: kind(
    z.strictObject({}),
    outagePulse,
    ({ outages }, { workspaceId }) => outages.pulse(workspaceId),
    (pulse) => pulse,
    { about: 'outages' },
  ),
  proposals: kind(
    proposalsAsked,
    proposalList,
    ({ detection }, asker, { incident }) => detection.proposals(readerOf(asker), incident),
    (list) => list,
    { about: 'incidents' },
  ),
  rules: kind(
    z.strictObject({}),
    ruleList,
    async ({ alerts }, { workspaceId }) => ({ rules: await alerts.rules.list(workspaceId) }),
    (list) => list,
    { about: 'alerts' },
  ),
  automations: kind(
    z.strictObject({}),
    automationList,
    ({ automations }, { workspaceId }) => automations.list(workspaceId),
    (list) => list,
    { about: 'automations' },
  ),
  automationRuns: kind(
    runsAsked,
    automationRuns,
    ({ automations }, { workspaceId, scope }, question) => automations.runs(workspaceId, sightOf(scope), question),
    (list) => list,
    { about: 'automations' },
  ),
  onCall: kind(
    z.strictObject({}),
    scheduleList,
    ({ onCall }, { workspaceId }) => onCall.schedules.list(workspaceId),
    ({ schedules }) => schedules,
    { about: 'on_call' },
  ),
  onCallShifts: kind(
    shiftsWatched,
    shiftsOut,
    ({ onCall }, { workspaceId }, { id, ...span }) => onCall.schedules.shifts(workspaceId, id, span),
    (shifts) => shifts,
    { about: 'on_call' },
  ),
  escalationPolicies: kind(
    z.strictObject({}),
    policyList,
    ({ onCall }, { workspaceId }) => onCall.policies.list(workspaceId),
    (list) => list,
    { about: 'on_call' },
  ),
  inbox: kind(
    z.strictObject({}),
    inboxOut,
    (parts, { workspaceId, scope, person }) => {
      if (person === null) throw new Refusal('forbidden', 'A key has no inbox.');
      return inboxFor(parts, { workspaceId, scope, person }, { limit: 20 });
    },
    (inbox) => inbox,
    { isOwn: true, about: 'inbox' },
  ),
  goals: kind(
    z.strictObject({}),
    goalList,
    ({ goals }, asker) => goals.list({ ...asker, name: '' }),
    ({ goals }) => goals.map(goalSays),
    OF_GOALS,
  ),
  goal: kind(
    z.strictObject({ id: idIn }),
    goalDetail,
    ({ goals }, asker, { id }) => goals.get({ ...asker, name: '' }, id),
    ({ asOf: _asOf, course, ...goal }) => [goalSays(goal), course],
    OF_GOALS,
  ),
};

/** The question, or why it is none. */
export function questionOf(parts: Parts, { id, person, workspaceId, writesRules, may }: Watcher, given: unknown): Question | Refusal {
  const [field, ...others] = given !== null && typeof given === 'object' ? Object.keys(given) : [];
  const found = field !== undefined && others.length === 0 && Object.hasOwn(KINDS, field) ? KINDS[field] : undefined;
  if (!found || field === undefined) return invalid('watch', `must be an object of one field: ${Object.keys(KINDS).join(', ')}`);
  const read = found.asked.safeParse((given as Record<string, unknown>)[field]);
  if (!read.success) return refused(field, read.error);
  return {
    key: JSON.stringify([
      field,
      read.data,
      ...(found.isOfRights ? [writesRules] : []),
      ...(found.needs ? [id] : []),
      ...(found.isOwn || found.isOfPerson ? [person] : []),
    ]),
    seldom: found.seldom,
    ...(found.about && { about: found.about }),
    async ask(scope, signal) {
      try {
        if (found.needs && !(await may(found.needs))) throw new Refusal('forbidden', `This needs the scope ${found.needs}.`);
        return await found.answer(parts, { person, workspaceId, scope, writesRules, signal }, read.data);
      } catch (error) {
        const refusal = refusalOf(error);
        throw refusal.code === 'internal' ? error : refusal;
      }
    },
  };
}

const MOST_FAULTS = 20;

function refused(field: string, { issues }: z.ZodError): Refusal {
  const fields = issues
    .slice(0, MOST_FAULTS)
    .map(({ path, message }): FieldFault => ({ field: [field, ...path].join('.'), message: sentence(message) }));
  return new Refusal('invalid', fields.map((fault) => `${fault.field} ${fault.message}`).join('; '), { fields });
}
