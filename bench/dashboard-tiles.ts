/**
 * The twelve tiles of a dashboard, each as it is asked of the API, as one would write it by hand for ClickHouse, and as a help
 * desk that keeps its tickets in PostgreSQL asks it. The three have to give the same figures.
 */
import type { MetricQuery } from '../server/src/metrics/question.ts';

/** Instants are milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly grain: 'day' | 'month';
}

export interface TileQuestion {
  readonly name: string;
  readonly question: Omit<MetricQuery, 'period' | 'timeZone'>;
  /** Rows of `v` and, of several figures, more columns; instants are placeholders. Whoever writes it knows how rows lie by days. */
  readonly clickhouse: string;
  readonly postgres: string;
}

/** One whose clocks never change, so that the period before is as long to the millisecond. */
export const ZONE = 'Asia/Kolkata';

/** What is asked for a span; the month's tiles are asked by month where days would be too many. */
export const tilesOf = ({ grain }: Pick<Span, 'grain'>): readonly TileQuestion[] => {
  const start = { day: 'toStartOfDay', month: 'toStartOfMonth' }[grain];
  const coarse = grain === 'day' ? { grain: 'week', start: 'toMonday' } : { grain: 'month', start: 'toStartOfMonth' };
  return [
    {
      name: 'created, and before',
      question: { metrics: ['created'], compare: 'previous' },
      clickhouse: `select countIf(created_at >= {from}) as v, countIf(created_at < {from}) as w from ticket_fact final
        where {own} and day >= toDate({before}) and created_at >= {before} and created_at < {to}`,
      postgres: `select count(*) filter (where created_at >= $2) as v, count(*) filter (where created_at < $2) as w from ticket_fact
        where {own} and created_at >= $1 and created_at < $3`,
    },
    {
      name: 'resolved, and before',
      question: { metrics: ['resolved'], compare: 'previous' },
      clickhouse: `select countIf(resolved_at >= {from}) as v, countIf(resolved_at < {from}) as w from ticket_fact final
        where {own} and day >= toDate({before}) and resolved_at >= {before} and resolved_at < {to}`,
      postgres: `select count(*) filter (where resolved_at >= $2) as v, count(*) filter (where resolved_at < $2) as w from ticket_fact
        where {own} and resolved_at >= $1 and resolved_at < $3`,
    },
    {
      name: 'first response, median',
      question: { metrics: ['first_response'] },
      clickhouse: `select quantileExactInclusiveOrNull(0.5)(wait_ms) / 1000 as v from response_fact final
        where {own} and day >= toDate({from}) and closed_by = 'reply' and kind = 'first' and ended_at >= {from} and ended_at < {to}`,
      postgres: `select percentile_cont(0.5) within group (order by wait_ms) / 1000 as v from response_fact
        where {own} and closed_by = 'reply' and kind = 'first' and ended_at >= $2 and ended_at < $3`,
    },
    {
      name: 'resolution, median',
      question: { metrics: ['resolution'] },
      clickhouse: `select quantileExactInclusiveOrNull(0.5)(ttr_full_ms) / 1000 as v from ticket_fact final
        where {own} and day >= toDate({from}) and resolved_at >= {from} and resolved_at < {to}`,
      postgres: `select percentile_cont(0.5) within group (order by ttr_full_ms) / 1000 as v from ticket_fact
        where {own} and resolved_at >= $2 and resolved_at < $3`,
    },
    {
      name: 'CSAT',
      question: { metrics: ['csat'] },
      clickhouse: `select countIf(score >= scale * 0.8) / count() as v from survey_fact final
        where {own} and day >= toDate({from}) and survey = 'csat' and score is not null and answered_at >= {from} and answered_at < {to}`,
      postgres: `select count(*) filter (where score >= scale * 0.8)::float8 / nullif(count(*), 0) as v from survey_fact
        where {own} and survey = 'csat' and score is not null and answered_at >= $2 and answered_at < $3`,
    },
    {
      name: 'promises kept',
      question: { metrics: ['sla_compliance'] },
      clickhouse: `select countIf(not ifNull(breach_at < now64(3), 0)) / count() as v from sla_fact final
        where {own} and day >= toDate({from}) and state != 'cancelled' and target_s is not null and (stopped_at is not null or breach_at < now64(3))
          and decided_at >= {from} and decided_at < {to}`,
      postgres: `select count(*) filter (where breach_at is null or breach_at >= now())::float8 / nullif(count(*), 0) as v from sla_fact
        where {own} and state <> 'cancelled' and target_s is not null and (stopped_at is not null or breach_at < now())
          and decided_at >= $2 and decided_at < $3`,
    },
    {
      name: 'backlog at the end',
      question: { metrics: ['backlog'] },
      clickhouse: `select count() as v from state_segment_fact final
        where {own} and day >= toDate({to}) and status in ('new', 'open', 'pending', 'on_hold') and started_at < {to} and (ended_at is null or ended_at >= {to})`,
      postgres: `select count(*) as v from state_segment_fact
        where {own} and status in ('new', 'open', 'pending', 'on_hold') and started_at < $3 and (ended_at is null or ended_at >= $3)`,
    },
    {
      name: `created by ${grain}`,
      question: { metrics: ['created'], grain },
      clickhouse: `select count() as v from ticket_fact final where {own} and day >= toDate({from}) and created_at >= {from} and created_at < {to}
        group by ${start}(created_at, '${ZONE}')`,
      postgres: `select count(*) as v from ticket_fact where {own} and created_at >= $2 and created_at < $3
        group by date_trunc('${grain}', created_at at time zone '${ZONE}')`,
    },
    {
      name: 'created by category',
      question: { metrics: ['created'], dimensions: ['category'], limit: 50 },
      clickhouse: `select count() as v from ticket_fact final where {own} and day >= toDate({from}) and created_at >= {from} and created_at < {to}
        group by created_category`,
      postgres: `select count(*) as v from ticket_fact where {own} and created_at >= $2 and created_at < $3 group by created_category`,
    },
    {
      name: `slowest first responses by ${coarse.grain}`,
      question: { metrics: ['first_response_p90'], grain: coarse.grain as 'week' },
      clickhouse: `select quantileExactInclusiveOrNull(0.9)(wait_ms) / 1000 as v from response_fact final
        where {own} and day >= toDate({from}) and closed_by = 'reply' and kind = 'first' and ended_at >= {from} and ended_at < {to}
        group by ${coarse.start}(assumeNotNull(ended_at), '${ZONE}')`,
      postgres: `select percentile_cont(0.9) within group (order by wait_ms) / 1000 as v from response_fact
        where {own} and closed_by = 'reply' and kind = 'first' and ended_at >= $2 and ended_at < $3
        group by date_trunc('${coarse.grain}', ended_at at time zone '${ZONE}')`,
    },
    {
      name: 'created by week day and hour',
      question: { metrics: ['created'], dimensions: ['weekday', 'hour'], limit: 168 },
      clickhouse: `select count() as v from ticket_fact final where {own} and day >= toDate({from}) and created_at >= {from} and created_at < {to}
        group by toDayOfWeek(created_at, 0, '${ZONE}'), toHour(created_at, '${ZONE}')`,
      postgres: `select count(*) as v from ticket_fact where {own} and created_at >= $2 and created_at < $3
        group by extract(isodow from created_at at time zone '${ZONE}'), extract(hour from created_at at time zone '${ZONE}')`,
    },
    {
      name: 'people: resolved and resolution',
      question: { metrics: ['resolved', 'resolution'], dimensions: ['agent'], limit: 200 },
      clickhouse: `select count() as v, quantileExactInclusiveOrNull(0.5)(ttr_full_ms) / 1000 as w from ticket_fact final
        where {own} and day >= toDate({from}) and resolved_at >= {from} and resolved_at < {to} group by resolved_agent`,
      postgres: `select count(*) as v, percentile_cont(0.5) within group (order by ttr_full_ms) / 1000 as w from ticket_fact
        where {own} and resolved_at >= $2 and resolved_at < $3 group by resolved_agent`,
    },
  ];
};

/** What of the facts the questions read, for the tables of PostgreSQL: the columns, and the instants that get an index. */
export const READ = {
  ticket_fact: {
    columns: {
      ticket: 'text',
      created_at: 'timestamptz',
      resolved_at: 'timestamptz',
      created_category: 'text',
      resolved_agent: 'text',
      ttr_full_ms: 'bigint',
    },
    indexed: ['created_at', 'resolved_at'],
  },
  response_fact: {
    columns: { ticket: 'text', ended_at: 'timestamptz', kind: 'text', closed_by: 'text', wait_ms: 'bigint' },
    indexed: ['ended_at'],
  },
  survey_fact: {
    columns: { ticket: 'text', answered_at: 'timestamptz', survey: 'text', score: 'float8', scale: 'float8' },
    indexed: ['answered_at'],
  },
  sla_fact: {
    columns: {
      ticket: 'text',
      decided_at: 'timestamptz',
      state: 'text',
      target_s: 'bigint',
      stopped_at: 'timestamptz',
      breach_at: 'timestamptz',
    },
    indexed: ['decided_at'],
  },
  state_segment_fact: {
    columns: { ticket: 'text', started_at: 'timestamptz', ended_at: 'timestamptz', status: 'text' },
    indexed: ['ended_at', 'started_at'],
  },
} as const;
