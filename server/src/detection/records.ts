/** What detection keeps: its memory and settings by workspace, and what it proposed. */
import type { DetectionState, Proposal, UsualRates, Verdict } from '@watchdesk/domain/incident/detection';
import type pg from 'pg';
import type { OutboxCursor } from '../store/postgres/index.ts';

export type Queryable = Pick<pg.Pool, 'query'>;

export interface Memory {
  readonly isOn: boolean;
  readonly falseAlarms: number;
  readonly usual: UsualRates | null;
  /** When the usual was looked for last, in ms. */
  readonly usualAt: number | null;
  readonly state: DetectionState | null;
  /** Up to where it has heard; null before it has learned. */
  readonly place: OutboxCursor | null;
  readonly revision: number;
}

interface MemoryRow {
  is_on: boolean;
  false_alarms: number;
  usual: UsualRates | null;
  usual_at: Date | null;
  state: string | null;
  transaction: string | null;
  position: number | null;
  revision: number;
}

/** Made where there is none. */
export async function memoryOf(queryable: Queryable, workspaceId: string): Promise<Memory> {
  const columns = `is_on, false_alarms, usual, usual_at, state, transaction_id::text as transaction, position, revision`;
  const { rows } = await queryable.query<MemoryRow>(`select ${columns} from detection where workspace_id = $1`, [workspaceId]);
  if (!rows[0]) {
    await queryable.query('insert into detection (workspace_id) values ($1) on conflict do nothing', [workspaceId]);
    return memoryOf(queryable, workspaceId);
  }
  const { is_on: isOn, false_alarms: falseAlarms, usual, usual_at: usualAt, state, transaction, position, revision } = rows[0];
  return {
    isOn,
    falseAlarms,
    usual,
    usualAt: usualAt?.getTime() ?? null,
    state: state === null ? null : (JSON.parse(state) as DetectionState),
    place: transaction === null || position === null ? null : { transaction, position },
    revision,
  };
}

/** Somebody else has written meanwhile: what this one was about to write is undone, and it begins anew from what is kept. */
export class Overtaken extends Error {}

interface Kept {
  readonly state: DetectionState;
  readonly place: OutboxCursor;
  readonly usual?: UsualRates | undefined;
  readonly usualAt?: number | undefined;
}

export type Trouble = 'preparing' | 'hearing';

/** Says that it fails there, until something is kept again. `now` in ms. */
export const noteTrouble = (queryable: Queryable, workspaceId: string, trouble: Trouble, now: number) =>
  queryable.query(
    `update detection set trouble = $2, trouble_at = case when trouble = $2 then trouble_at else $3 end where workspace_id = $1`,
    [workspaceId, trouble, new Date(now)],
  );

/** Throws `Overtaken` where the revision is another. Answers the one that it has now. */
export async function keepMemory(client: Queryable, workspaceId: string, revision: number, kept: Kept): Promise<number> {
  const { state, place, usual, usualAt } = kept;
  const { rowCount } = await client.query(
    `update detection set state = $3, transaction_id = $4::xid8, position = $5, usual = coalesce($6, usual), usual_at = coalesce($7, usual_at),
       trouble = case when $6::jsonb is null and trouble = 'preparing' then trouble end,
       trouble_at = case when $6::jsonb is null and trouble = 'preparing' then trouble_at end,
       revision = revision + 1 where workspace_id = $1 and revision = $2`,
    [
      workspaceId,
      revision,
      JSON.stringify(state),
      place.transaction,
      place.position,
      usual === undefined ? null : JSON.stringify(usual),
      usualAt === undefined ? null : new Date(usualAt),
    ],
  );
  if (rowCount === 0) throw new Overtaken();
  return revision + 1;
}

export interface ProposalRecord {
  readonly id: string;
  readonly incident: string;
  readonly proposal: Proposal;
  readonly before: readonly number[];
  readonly endedAt: number | null;
  readonly partOf: string | null;
  readonly verdict: Verdict | null;
  readonly settled: 'part' | 'over' | null;
  readonly told: Told | null;
  /** Which writing of the row it is. */
  readonly written: string;
}

/** What an incident was told of its proposal. */
export interface Told {
  readonly title: string;
  readonly services: readonly string[];
  readonly regions: readonly string[];
}

const RECORD = `id, incident, proposal, before, (extract(epoch from ended_at) * 1000)::float8 as "endedAt", part_of as "partOf", verdict, settled, told,
  xmin::text as written`;

/** By the condition, whose parameters begin with $2. */
export async function recordsWhere(
  queryable: Queryable,
  workspaceId: string,
  condition: string,
  values: readonly unknown[] = [],
): Promise<ProposalRecord[]> {
  const { rows } = await queryable.query<ProposalRecord>(
    `select ${RECORD} from detection_proposal where workspace_id = $1 and ${condition} order by found_at, id`,
    [workspaceId, ...values],
  );
  return rows;
}

/** Writes what a proposal is now. A new one gets the number that `incidentOf` gives. */
export async function writeProposal(
  client: Queryable,
  workspaceId: string,
  proposal: Proposal,
  { before, incidentOf }: { before: () => readonly number[]; incidentOf: () => Promise<string> },
): Promise<void> {
  const { id, foundAt, endedAt, partOf } = proposal;
  const values = [workspaceId, id, JSON.stringify(proposal), endedAt === null ? null : new Date(endedAt), partOf];
  const { rowCount } = await client.query(
    `update detection_proposal set proposal = $3, ended_at = $4, part_of = $5, due = true, settled = case when $5::text is null then settled else 'part' end
     where workspace_id = $1 and id = $2`,
    values,
  );
  if (rowCount === 0)
    await client.query(
      `insert into detection_proposal (workspace_id, id, proposal, ended_at, part_of, settled, incident, before, found_at)
       values ($1, $2, $3, $4, $5, case when $5::text is null then null else 'part' end, $6, $7, $8)`,
      [...values, await incidentOf(), before(), new Date(foundAt)],
    );
  // What belonged to a part belongs to the whole.
  if (partOf !== null)
    await client.query(
      `with moved as (
         insert into detection_ticket (workspace_id, ticket, proposal) select workspace_id, ticket, $3 from detection_ticket
         where workspace_id = $1 and proposal = $2 on conflict do nothing
       ) update detection_proposal set due = true where workspace_id = $1 and id = $3`,
      [workspaceId, id, partOf],
    );
}

export async function addTickets(client: Queryable, workspaceId: string, proposal: string, tickets: readonly string[]): Promise<void> {
  await client.query(
    `insert into detection_ticket (workspace_id, ticket, proposal) select $1, ticket, $2 from unnest($3::text[]) as ticket order by ticket
     on conflict do nothing`,
    [workspaceId, proposal, tickets],
  );
}
