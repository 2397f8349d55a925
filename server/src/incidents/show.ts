/** Incidents as they are shown: in a list with their clocks, and one with all that belongs to it. */
import { type Severity, type Stamp, STAMPS } from '@watchdesk/domain/event';
import {
  antiPatternsIn,
  escalationSteps,
  type Impact,
  impactOf,
  impactSeconds,
  type IncidentStage,
  type IncidentState,
  lacksOf,
  needsReview,
  type OnStatusPage,
  roundsOf,
  stampsOf,
  termsOf,
} from '@watchdesk/domain/incident';
import { type Sight, sightSql } from '../accounts/index.ts';
import type { Clock } from '../clock.ts';
import { type Named, namesOf } from '../directory/index.ts';
import { invalid } from '../errors.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { briefOf, iso, isoOr } from './brief.ts';
import { costFor, costIn, type CostScope } from './cost.ts';
import { draftsOf } from './drafts.ts';
import { impactsOf, linkedTo } from './impact.ts';
import { noSuchIncident, stateOf } from './records.ts';
import { saidVersions } from './said-versions.ts';
import { saidIn, timelineOf } from './timeline.ts';

export interface Reader {
  readonly workspaceId: string;
  readonly sight: Sight;
}

export interface IncidentQuestion {
  readonly stage?: readonly IncidentStage[] | undefined;
  readonly severity?: readonly Severity[] | undefined;
  readonly ticket?: string | undefined;
}

/** As many of its tickets as are shown one by one. */
const MOST_TICKETS = 500;

/** Of one that goes on for days the latest. */
const MOST_ROUNDS = 200;

/** Those that need somebody stand first. */
const RANK = `case stage when 'proposed' then 1 when 'investigating' then 0 when 'identified' then 0 when 'monitoring' then 0 when 'resolved' then 2 else 3 end`;

/** The page of the workspace that the public reads, as far as incidents go. */
export interface PublicPage {
  /** Null where none is public. */
  readonly placeOf: (workspaceId: string, incident: IncidentState) => Promise<OnStatusPage | null>;
  /** Services and regions that its components follow. */
  readonly followed: (workspaceId: string) => Promise<{ readonly services: readonly string[]; readonly regions: readonly string[] }>;
}

interface ShowParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly statusPage: PublicPage;
}

export function createShow({ postgres, clock, statusPage }: ShowParts) {
  const { pool } = postgres;

  const seen = async (workspaceId: string, id: string): Promise<IncidentState> => {
    const state = await stateOf(pool, workspaceId, id);
    if (!state) throw noSuchIncident(id);
    return state;
  };

  /** The tickets that belong to it and are in sight, the newest in front. */
  const ticketsOf = async ({ workspaceId, sight }: Reader, id: string): Promise<string[]> => {
    const sees = sightSql(sight, 2);
    const { rows } = await pool.query<{ id: string }>(
      `select t.id from incident_ticket i join ticket t on t.workspace_id = i.workspace_id and t.id = i.ticket and t.state is not null
       where i.workspace_id = $1 and i.incident = $2 and t.merged_into is null and ${sees.text}
       order by t.created_at desc nulls last, t.id`,
      [workspaceId, id, ...sees.values],
    );
    return rows.map((row) => row.id);
  };

  return {
    seen,
    ticketsOf,

    /** Those that are shown one by one, and how many there are in sight. */
    async shownTickets(reader: Reader, id: string): Promise<{ ids: string[]; count: number }> {
      await seen(reader.workspaceId, id);
      const all = await ticketsOf(reader, id);
      return { ids: all.slice(0, MOST_TICKETS), count: all.length };
    },

    /** As it stands, and what it did; of the whole workspace, whatever is in whose sight. */
    async told(workspaceId: string, id: string): Promise<{ state: IncidentState; impact: Impact }> {
      const state = await seen(workspaceId, id);
      const impacts = await impactsOf(pool, workspaceId, [{ id, customers: state.affected.customers }], clock.now());
      return { state, impact: impacts.get(id)! };
    },

    /** The open ones first, the worst of them in front; then what waits for a review; then the rest, the latest first. */
    async list(
      { workspaceId }: Reader,
      { stage, severity, ticket }: IncidentQuestion,
      { limit, cursor }: { limit: number; cursor?: string | undefined },
    ) {
      const now = clock.now();
      const offset = offsetOf(cursor);
      const { rows } = await pool.query<{ state: IncidentState }>(
        `select state from incident i where workspace_id = $1 and state is not null
           and ($2::text[] is null or stage = any($2)) and ($3::text[] is null or severity = any($3))
           and ($4::text is null or exists (select from incident_ticket t where t.workspace_id = i.workspace_id and t.incident = i.id and t.ticket = $4))
         order by ${RANK}, case when ${RANK} = 0 then severity end, opened_at desc, id limit $5 offset $6`,
        [workspaceId, stage?.length ? stage : null, severity?.length ? severity : null, ticket ?? null, limit + 1, offset],
      );
      const part = rows.slice(0, limit).map(({ state }) => state);
      const [impacts, names, counts] = await Promise.all([
        impactsOf(
          pool,
          workspaceId,
          part.map(({ id, affected }) => ({ id, customers: affected.customers })),
          now,
        ),
        namesOf(
          pool,
          workspaceId,
          part.flatMap(({ roles }) => roles.commander.map((agent) => ['agent', agent] as const)),
        ),
        this.count({ workspaceId }),
      ]);
      return {
        incidents: part.map((state) => briefOf(state, impacts.get(state.id)!, (agent) => names.of('agent', agent), now)),
        next: rows.length > limit ? String(offset + limit) : null,
        counts,
      };
    },

    async count({ workspaceId }: Pick<Reader, 'workspaceId'>) {
      const { rows } = await pool.query<{ open: number; major: number; proposed: number; review: number }>(
        `select count(*) filter (where stage in ('investigating', 'identified', 'monitoring'))::int as open,
           count(*) filter (where stage in ('investigating', 'identified', 'monitoring') and severity in ('SEV1', 'SEV2'))::int as major,
           count(*) filter (where stage = 'proposed')::int as proposed, count(*) filter (where stage = 'resolved')::int as review
         from incident where workspace_id = $1 and state is not null`,
        [workspaceId],
      );
      return rows[0]!;
    },

    /** With its timeline, and its tickets as far as they are in sight. */
    async get(reader: Reader & { readonly scope?: CostScope }, id: string) {
      const { workspaceId } = reader;
      const now = clock.now();
      const state = await seen(workspaceId, id);
      const inSight = await ticketsOf(reader, id);
      const tickets = inSight.slice(0, MOST_TICKETS);
      const [timeline, linked, versions] = await Promise.all([
        timelineOf(pool, workspaceId, state, tickets, now),
        linkedTo(pool, workspaceId, [id], now),
        saidVersions(pool, workspaceId, id),
      ]);
      const own = linked.get(id) ?? [];
      const impact = impactOf(own, state.affected.customers);
      const place = await statusPage.placeOf(workspaceId, state);
      const cost = costFor(await costIn(pool, workspaceId, state, own, now), reader.scope);
      const rounds = roundsOf(state, now).slice(-MOST_ROUNDS);
      const { review, actions, roles, affected, policy } = state;
      const people = [
        ...Object.values(roles).flat(),
        ...actions.flatMap(({ owner }) => owner ?? []),
        ...timeline.items.flatMap(({ actor, data }) => [actor.id, data['agent'], data['owner']].filter((one) => typeof one === 'string')),
        ...Object.values(state.checklist).flatMap(({ by }) => by ?? []),
        ...rounds.flatMap(({ ticked }) => Object.values(ticked).flatMap(({ by }) => by ?? [])),
        ...cost.people.map((one) => one.agent),
        ...[state.declaredBy, review.completedBy].filter((one) => one !== null),
      ];
      const names = await namesOf(pool, workspaceId, [
        ...people.map((agent) => ['agent', agent] as const),
        ...affected.customers.map((customer) => ['customer', customer] as const),
        ...cost.credits.map(({ organisation }) => ['organisation', organisation] as const),
      ]);
      const agent = (one: string): Named => names.of('agent', one);
      return {
        ...briefOf(state, impact, agent, now),
        declaredBy: state.declaredBy === null ? null : agent(state.declaredBy),
        detectedBy: state.detectedBy,
        dismissedFor: state.dismissedFor,
        mergedInto: state.mergedInto ?? null,
        assessment: state.assessment,
        severities: state.severities.map(({ at, to }) => ({ at: iso(at), to })),
        roles: Object.fromEntries(Object.entries(roles).map(([role, all]) => [role, all.map(agent)])) as Record<
          keyof typeof roles,
          Named[]
        >,
        customers: affected.customers.map((customer) => names.of('customer', customer)),
        channels: termsOf(policy, state.severity).channels,
        escalation: escalationSteps(state).map(({ who: _, isAtOnce: _atOnce, ...step }) => {
          const done = state.checklist[`escalation.${step.severity}.${step.step}`];
          return { ...step, dueAt: iso(step.dueAt), doneAt: done ? iso(done.at) : null };
        }),
        checklist: Object.entries(state.checklist).map(([item, { at, by }]) => ({ item, at: iso(at), by: by === null ? null : agent(by) })),
        rounds: rounds.map(({ from, to, ticked, ...round }) => ({
          ...round,
          from: iso(from),
          to: to === Infinity ? null : iso(to),
          open: [...round.open],
          ticked: Object.entries(ticked).map(([item, { at, by }]) => ({ item, at: iso(at), by: by === null ? null : agent(by) })),
        })),
        impact,
        cost: {
          ...cost,
          people: cost.people.map((one) => ({ ...one, agent: agent(one.agent) })),
          credits: cost.credits.map((one) => ({ ...one, organisation: names.of('organisation', one.organisation) })),
        },
        impactSeconds: impactSeconds(state),
        review: {
          needed: needsReview(state),
          lacks: lacksOf(state),
          summary: review.summary,
          rootCause: review.rootCause,
          wentWell: [...review.wentWell],
          toImprove: [...review.toImprove],
          revenueImpact: review.revenueImpact,
          stamps: isoStamps(state, timeline.pagedAt),
          completedAt: isoOr(review.completedAt),
          completedBy: review.completedBy === null ? null : agent(review.completedBy),
        },
        actions: actions.map(({ owner, createdAt, endedAt, ...action }) => ({
          ...action,
          owner: owner === null ? null : agent(owner),
          createdAt: iso(createdAt),
          endedAt: isoOr(endedAt),
        })),
        policyVersion: policy.version,
        statusPage: place && { ...place, components: [...place.components], without: [...place.without], postedAt: isoOr(place.postedAt) },
        versions,
        timeline: timeline.items.map(({ at, actor, data, ...item }) => ({
          ...item,
          at: iso(at),
          by: actor.id === null ? null : agent(actor.id),
          agent: typeof data['agent'] === 'string' ? agent(data['agent']) : null,
          text: typeof data['text'] === 'string' ? data['text'] : null,
          subject: typeof data['subject'] === 'string' ? data['subject'] : null,
          said: saidIn(data),
        })),
        isWhole: timeline.isWhole,
        ticketIds: tickets,
        ticketCount: inSight.length,
      };
    },

    /** Each template filled from the incident as it is; `by`: whoever would tell it. */
    async drafts({ workspaceId }: Pick<Reader, 'workspaceId'>, id: string, by: string) {
      const state = await seen(workspaceId, id);
      return draftsOf(postgres, workspaceId, state, { by, now: clock.now(), statusPage: await statusPage.placeOf(workspaceId, state) });
    },

    /** Of the incidents opened in the days before. */
    async antiPatterns({ workspaceId }: Pick<Reader, 'workspaceId'>, days: number) {
      const now = clock.now();
      const { rows } = await pool.query<{ state: IncidentState }>(
        `select state from incident where workspace_id = $1 and state is not null and opened_at >= $2 order by opened_at desc limit 5000`,
        [workspaceId, new Date(now - days * 86_400_000)],
      );
      const found = antiPatternsIn(
        rows.map(({ state }) => state),
        now,
      );
      const names = await namesOf(
        pool,
        workspaceId,
        found.map(({ agent }) => ['agent', agent] as const),
      );
      return { findings: found.map(({ agent, ...finding }) => ({ ...finding, agent: names.of('agent', agent) })), incidents: rows.length };
    },
  };
}

const isoStamps = (state: IncidentState, pagedAt: number | null): Record<Stamp, string | null> => {
  const stamps = stampsOf(state, pagedAt);
  return Object.fromEntries(STAMPS.map((stamp) => [stamp, isoOr(stamps[stamp])])) as Record<Stamp, string | null>;
};

function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,6}$/.test(cursor)) throw invalid('cursor', 'must be the `next` of the answer before');
  return Number(cursor);
}
