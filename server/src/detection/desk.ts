/**
 * Detection in one workspace: hears what changed, in memory, and keeps what it remembers together with its place in the outbox and with what
 * it proposed. A desk that fails is thrown away; the next one begins with what was kept, and hears the rest again.
 */
import { createDetection, type Detection, isIn, type Proposal, type UsualRates, type Verdict } from '@watchdesk/domain/incident/detection';
import { type IncidentState, stageOf } from '@watchdesk/domain/incident';
import { SILENT_AFTER_MS } from '@watchdesk/domain/event';
import type pg from 'pg';
import { nextNumber } from '../incidents/index.ts';
import { compareCursors, inTransaction, type OutboxCursor, type OutboxRow, type Postgres, ring } from '../store/postgres/index.ts';
import { heardTickets } from './heard-tickets.ts';
import { addTickets, keepMemory, type Memory, type ProposalRecord, recordsWhere, writeProposal } from './records.ts';

/** Nothing proposed, what it remembers is kept at most this often: hearing it again is harmless. */
const KEEP_EVERY_MS = 10_000;
const HOUR_MS = 3_600_000;

export interface Desk {
  /** Up to where it has heard what is kept. */
  kept(): OutboxCursor;
  readonly isDirty: () => boolean;
  readonly revision: () => number;
  /** Hears the news of the workspace; those it has heard already are left out. */
  hear(rows: readonly OutboxRow[], now: number): Promise<void>;
  /** Lets time pass, once all until then has been heard. */
  pass(now: number): Promise<void>;
  /** From now on this is usual; kept at once. */
  renew(usual: UsualRates, usualAt: number): Promise<void>;
  /** Keeps what it has heard. */
  keep(now: number): Promise<void>;
}

interface DeskParts {
  readonly postgres: Postgres;
  readonly workspaceId: string;
  readonly memory: Memory & { readonly usual: UsualRates };
  readonly detection: Detection;
  readonly place: OutboxCursor;
  readonly localOf: (at: number) => number;
}

export const isCreation = ({ kind, historic, types }: OutboxRow): boolean =>
  kind === 'ticket' && !historic && types.includes('ticket.created');
export const isVerdict = ({ kind, types }: OutboxRow): boolean =>
  kind === 'incident' && (types.includes('incident.declared') || types.includes('incident.dismissed'));

export function createDesk({ postgres, workspaceId, memory, detection: first, place, localOf }: DeskParts): Desk {
  const { pool } = postgres;
  let detection = first;
  let [kept, heardTo, revision, keptAt, isDirty] = [place, place, memory.revision, 0, false];

  const beforeOf = ({ cell, from }: Proposal): number[] =>
    detection
      .state()
      .recent.flatMap(([ticket]) => (ticket.at < from && ticket.at >= from - HOUR_MS && isIn(cell, ticket) ? [ticket.at] : []));

  const write = async (
    now: number,
    more: (client: pg.PoolClient) => Promise<void>,
    usual?: UsualRates,
    usualAt?: number,
  ): Promise<void> => {
    revision = await inTransaction(pool, async (client) => {
      const next = await keepMemory(client, workspaceId, revision, { state: detection.state(), place: heardTo, usual, usualAt });
      await more(client);
      return next;
    });
    [kept, keptAt, isDirty] = [heardTo, now, false];
  };

  const writeAll = async (
    client: pg.PoolClient,
    proposals: Iterable<Proposal>,
    members: ReadonlyMap<string, readonly string[]>,
  ): Promise<void> => {
    for (const proposal of proposals)
      await writeProposal(client, workspaceId, proposal, {
        before: () => beforeOf(proposal),
        incidentOf: () => nextNumber(client, workspaceId),
      });
    for (const [proposal, tickets] of members) await addTickets(client, workspaceId, proposal, tickets);
    await ring(client, 'incidents', workspaceId);
  };

  /** What people made of proposals, by whatever way they said it. */
  const judge = async (incidents: readonly string[]): Promise<Map<string, Verdict>> => {
    const verdicts = new Map<string, Verdict>();
    if (incidents.length === 0) return verdicts;
    for (const { record, verdict } of await verdictsOf(pool, workspaceId, incidents)) {
      const open = detection.open().find(({ id }) => id === record.id);
      detection.judge(open ?? record.proposal, verdict);
      verdicts.set(record.id, verdict);
    }
    return verdicts;
  };

  return {
    kept: () => kept,
    isDirty: () => isDirty,
    revision: () => revision,

    async hear(rows, now) {
      const fresh = rows.filter(({ cursor }) => compareCursors(cursor, heardTo) > 0);
      const last = fresh.at(-1);
      if (!last) return;
      const ids = [...new Set(fresh.filter(isCreation).map(({ id }) => id))];
      // What comes late is history: it is too late to propose anything by it.
      const tickets = await heardTickets(pool, workspaceId, ids, now - SILENT_AFTER_MS);
      const changed = new Map<string, Proposal>();
      const members = new Map<string, string[]>();
      const verdicts = await judge([...new Set(fresh.filter(isVerdict).map(({ id }) => id))]);
      for (const ticket of tickets) {
        const { proposals, joined } = detection.hear(ticket, now);
        for (const proposal of proposals) changed.set(proposal.id, proposal);
        for (const [id, some] of joined) members.set(id, [...(members.get(id) ?? []), ...some]);
      }
      heardTo = last.cursor;
      isDirty = true;
      if (changed.size + verdicts.size === 0 && now - keptAt < KEEP_EVERY_MS) return;
      await write(now, async (client) => {
        for (const [id, verdict] of verdicts) await writeVerdict(client, workspaceId, id, verdict);
        if (changed.size + verdicts.size > 0) await writeAll(client, changed.values(), members);
      });
    },

    async pass(now) {
      const ended = detection.pass(now);
      if (ended.length > 0) await write(now, (client) => writeAll(client, ended, new Map()));
    },

    async renew(usual, usualAt) {
      const { falseAlarms } = memory;
      detection = createDetection({ usual, localOf, falseAlarmsPerWeek: falseAlarms, state: detection.state() });
      await write(usualAt, async () => {}, usual, usualAt);
    },

    keep: (now) => write(now, async () => {}),
  };
}

export const writeVerdict = (client: Pick<pg.Pool, 'query'>, workspaceId: string, id: string, verdict: Verdict) =>
  client.query('update detection_proposal set verdict = $3, due = true where workspace_id = $1 and id = $2', [workspaceId, id, verdict]);

interface Judged {
  readonly record: ProposalRecord;
  readonly verdict: Verdict;
}

/** Of these incidents, the proposals of which people say something else than was known. */
export async function verdictsOf(queryable: Pick<pg.Pool, 'query'>, workspaceId: string, incidents: readonly string[]): Promise<Judged[]> {
  const records = await recordsWhere(queryable, workspaceId, 'incident = any($2)', [incidents]);
  if (records.length === 0) return [];
  const { rows } = await queryable.query<{ id: string; state: IncidentState }>(
    'select id, state from incident where workspace_id = $1 and id = any($2) and state is not null',
    [workspaceId, records.map(({ incident }) => incident)],
  );
  const states = new Map(rows.map(({ id, state }) => [id, state]));
  return records.flatMap((record) => {
    const state = states.get(record.incident);
    const verdict = state ? verdictOf(state, record) : null;
    return verdict === null || verdict === record.verdict ? [] : [{ record, verdict }];
  });
}

/** Null where nobody has said anything: it is only proposed, or was set aside by itself. */
function verdictOf(state: IncidentState, { settled }: ProposalRecord): Verdict | null {
  const stage = stageOf(state);
  if (stage === 'proposed') return null;
  if (stage !== 'dismissed') return 'accepted';
  if (settled !== null) return null;
  return state.mergedInto == null ? 'dismissed' : 'merged';
}
