/**
 * The numbers of the first page: tiles from the facts for a period, and counters of this moment from PostgreSQL.
 * Each distinct question runs once for all who watch, at most every two seconds. Without ClickHouse, and while the facts
 * are made anew, the last answer is given again with its age, or tiles without values; what PostgreSQL knows is there.
 */
import { metricOf } from '@watchdesk/domain/metrics';
import type { Clock } from '../clock.ts';
import { namesOf } from '../directory/index.ts';
import { type Analytics, completeSince, factsAsOf } from '../store/analytics/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { askPeriod, type PeriodFacts } from './ask-period.ts';
import { AGES } from './backlog.ts';
import type { Share } from './breakdowns.ts';
import { liveNow } from './live-now.ts';
import { type Period, periodOf, type PeriodQuestion, shareAnswers } from '../facts/index.ts';
import { emptyTiles, tilesOf } from './tiles.ts';

export type { Tile, TilePoint } from './tiles.ts';
export type { PeriodQuestion } from '../facts/index.ts';
export type Overview = ReturnType<typeof createOverview>;

interface OverviewParts {
  readonly postgres: Postgres;
  readonly analytics: Analytics;
  readonly clock: Clock;
  /** Told when the facts could not be asked. */
  readonly onError?: (error: unknown) => void;
}

const FRESH_MS = 2_000;

/** The facts are being made anew: numbers of a part of them would be wrong, however fresh. */
class FactsIncomplete extends Error {
  override readonly name = 'FactsIncomplete';
}

const iso = (at: number) => new Date(at).toISOString();

export function createOverview({ postgres: { pool }, analytics, clock, onError = () => {} }: OverviewParts) {
  const periods = shareAnswers<Awaited<ReturnType<typeof factsOfPeriod>>>(clock, FRESH_MS);
  const moments = shareAnswers<Awaited<ReturnType<typeof liveNow>>>(clock, FRESH_MS / 2);

  const zoneOf = async (workspaceId: string): Promise<string> => {
    const { rows } = await pool.query<{ zone: string }>('select time_zone as zone from workspace where workspace_id = $1', [workspaceId]);
    return rows[0]?.zone ?? 'UTC';
  };

  const factsOfPeriod = async (workspaceId: string, period: Period) => {
    // Taken first: what arrives while the questions run may be in the answers or not.
    const [asOf, since] = [await factsAsOf(pool, clock.now()), await completeSince(analytics)];
    if (since === null) throw new FactsIncomplete();
    const facts = await askPeriod(analytics, workspaceId, period, clock.now());
    if ((await completeSince(analytics)) !== since) throw new FactsIncomplete();
    const { arrivals, breakdowns, backlogAge } = chartsOf(facts);
    const teams = await namesOf(
      pool,
      workspaceId,
      facts.shares.team.map(({ value }) => ['team', value === '' ? null : value] as const),
    );
    const byTeam = breakdowns.byTeam.map((bar) => ({ ...bar, label: bar.value === '' ? NONE : teams.of('team', bar.value).name }));
    return { asOf: iso(asOf), period: shownPeriod(period), tiles: tilesOf(facts), arrivals, ...breakdowns, byTeam, backlogAge };
  };

  return {
    /** Throws a refusal for a period or a zone that is none. */
    ask: async (workspaceId: string, question: PeriodQuestion) => {
      const period = periodOf(question, clock.now(), question.timeZone ?? (await zoneOf(workspaceId)));
      const name = JSON.stringify([workspaceId, period.from, question.last ?? question.to ?? null, period.timeZone]);
      const [facts, now] = await Promise.all([
        periods
          .of(name, () => factsOfPeriod(workspaceId, period))
          .catch((error: unknown) => {
            if (!(error instanceof FactsIncomplete)) onError(error);
            return periods.last(name) ?? withoutFacts(period);
          }),
        moments.of(workspaceId, () => liveNow(pool, workspaceId, clock.now())),
      ]);
      return { ...facts, now };
    },
    /** The facts have changed, of all workspaces where none is named: what was answered before is not given again. */
    outdate(workspaceId?: string): void {
      const of = (name: string) => workspaceId === undefined || (JSON.parse(name) as [string])[0] === workspaceId;
      periods.outdate(of);
      moments.outdate((name) => workspaceId === undefined || name === workspaceId);
    },
  };
}

const shownPeriod = ({ from, to, until, previous, timeZone, grain }: Period) => ({
  from: iso(from),
  to: iso(to),
  until: iso(until),
  timeZone,
  grain,
  previous: { from: iso(previous.from), to: iso(previous.to) },
});

const NONE = 'None';
const bars = (shares: readonly Share[]) => shares.map(({ value, count }) => ({ value, label: value === '' ? NONE : value, count }));

function chartsOf({ buckets, figures, ages, shares, escalations }: PeriodFacts) {
  const count = (id: string, at: number) => figures.of(metricOf(id)!, null, at).value ?? 0;
  const arrivals = buckets.map(({ at, incomplete }) => ({
    at: iso(at),
    created: count('created', at),
    resolved: count('resolved', at),
    incomplete,
  }));
  const breakdowns = {
    byChannel: bars(shares.channel),
    byPriority: bars(shares.priority),
    byTeam: bars(shares.team),
    byCategory: bars(shares.category),
    escalations: bars(escalations),
  };
  const backlogAge = AGES.map((age, index) => ({ ...age, count: ages[index] ?? 0 }));
  return { arrivals, breakdowns, backlogAge };
}

const withoutFacts = (period: Period) => ({
  asOf: null,
  period: shownPeriod(period),
  tiles: emptyTiles(),
  arrivals: [],
  byChannel: [],
  byPriority: [],
  byTeam: [],
  byCategory: [],
  escalations: [],
  backlogAge: [],
});
