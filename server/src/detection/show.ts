/** What was proposed and why, as it is shown: the evidence of an incident that nobody declared. */
import { type Bucket, BUCKETS_AN_HOUR, bucketsOf, rateOf } from '@watchdesk/domain/incident/detection';
import { type Sight, sightSql } from '../accounts/index.ts';
import { namesOf } from '../directory/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { type ProposalRecord, recordsWhere } from './records.ts';

export interface Reader {
  readonly workspaceId: string;
  readonly sight: Sight;
}

/** Of incidents that are over, so many at the most. */
const MOST = 50;

export function createShow({ postgres }: { readonly postgres: Postgres }) {
  const { pool } = postgres;

  return {
    /** Those that nobody has decided about; or that of one incident, and what turned out to be a part of it. The newest first. */
    async proposals({ workspaceId }: Reader, incident?: string) {
      const records =
        incident === undefined
          ? await recordsWhere(pool, workspaceId, 'verdict is null and settled is null')
          : await recordsWhere(
              pool,
              workspaceId,
              `(incident = $2 or part_of in (select id from detection_proposal where workspace_id = $1 and incident = $2)
                or incident in (select id from incident where workspace_id = $1 and state->>'mergedInto' = $2))`,
              [incident],
            );
      const shown = records.toReversed().slice(0, MOST);
      const sites = shown.flatMap(({ proposal: { cell } }) => (cell.place.kind === 'site' ? [['site', cell.place.site] as const] : []));
      const names = await namesOf(pool, workspaceId, sites);
      const parts = [...new Set(shown.flatMap(({ partOf }) => partOf ?? []))];
      const wholes = new Map(
        parts.length === 0 ? [] : (await recordsWhere(pool, workspaceId, 'id = any($2)', [parts])).map((one) => [one.id, one.incident]),
      );
      return { proposals: shown.map((record) => shownOf(record, (site) => names.of('site', site).name ?? site, wholes)) };
    },

    /** Its tickets that are in sight, those that came last in front; none of an incident that it did not find. */
    async ticketsOf({ workspaceId, sight }: Reader, incident: string): Promise<string[]> {
      const [record] = await recordsWhere(pool, workspaceId, 'incident = $2', [incident]);
      if (!record) return [];
      const sees = sightSql(sight, 2);
      const { rows } = await pool.query<{ id: string }>(
        `select t.id from detection_ticket d join ticket t on t.workspace_id = d.workspace_id and t.id = d.ticket and not t.hidden
         where d.workspace_id = $1 and d.proposal = $2 and ${sees.text} order by t.created_at desc, t.id limit 100`,
        [workspaceId, record.id, ...sees.values],
      );
      return rows.map((row) => row.id);
    },
  };
}

const iso = (at: number): string => new Date(at).toISOString();

function shownOf(
  { incident, proposal, before, endedAt, partOf, verdict, settled }: ProposalRecord,
  siteName: (site: string) => string,
  wholes: ReadonlyMap<string, string>,
) {
  const { cell, peak, words, regions, customers, ticketCount, foundAt, from, lastAt } = proposal;
  const { place, topic } = cell;
  const rate = rateOf(peak);
  return {
    incident,
    foundAt: iso(foundAt),
    from: iso(from),
    lastAt: iso(lastAt),
    endedAt: endedAt === null ? null : iso(endedAt),
    partOf: partOf === null ? null : (wholes.get(partOf) ?? null),
    verdict,
    isOver: settled === 'over',
    place: { kind: place.kind, name: place.kind === 'everywhere' ? null : place.kind === 'region' ? place.region : siteName(place.site) },
    topic: { kind: topic.kind, name: topic.kind === 'any' ? null : topic.name },
    peak: {
      from: iso(peak.from),
      to: iso(peak.to),
      customers: peak.observed,
      usual: peak.expected,
      probability: peak.probability,
      perHour: rate.perHour,
      low: rate.low,
      high: rate.high,
      usualPerHour: rate.usualPerHour,
    },
    customers,
    regions: regions.map((one) => ({ ...one })),
    words: words.map(({ word, tickets }) => ({ word, tickets, of: proposal.tickets.length })),
    tickets: ticketCount,
    chart: {
      stepSeconds: 3600 / BUCKETS_AN_HOUR,
      usual: rate.usualPerHour / BUCKETS_AN_HOUR,
      steps: bucketsOf(proposal, before).map((one: Bucket) => ({ from: iso(one.from), tickets: one.tickets })),
    },
  };
}
