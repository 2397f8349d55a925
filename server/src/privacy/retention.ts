/**
 * Lets go of what has been kept long enough. A run goes through one workspace: it seals tickets that were closed long ago, erases contact
 * data of customers of whom nothing else is kept, and ends old notes, answers and entries of the audit log. It says in the audit log what
 * it took; what the next would take is counted by the same conditions.
 */
import { randomUUID } from 'node:crypto';
import { appendAudit, countEnded, endAudit, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { APPLICATION, clockWorkFor, type Door, sealTickets } from '../ingest/index.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { forgetErased } from './forget-raw.ts';
import { type Cutoffs, cutoffsAt, type RetentionPeriods } from './retention-periods.ts';
import { readPeriods } from './settings.ts';

/** How many of each are due, or were taken. */
export interface RetentionCounts {
  readonly tickets: number;
  readonly customers: number;
  readonly imports: number;
  /** What help desks sent, as it came, with its dead letters. */
  readonly payloads: number;
  readonly answers: number;
  /** That are over. */
  readonly alerts: number;
  readonly auditEntries: number;
}

export interface RetentionPlan {
  readonly periods: RetentionPeriods;
  readonly counts: RetentionCounts;
}

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly door: Pick<Door, 'accept'>;
}

const PART = 200;

/**
 * Tickets at rest since before $2, and not sealed up to there. One that is merged rests with the one it was merged into, in whose
 * conversation it is read.
 */
const isOver = (t: string) => `${t}.status is not null and (${t}.status in ('resolved', 'closed') or ${t}.hidden) and ${t}.updated_at < $2`;
const TICKETS_DUE = `from ticket t
  left join sealed_ticket s on s.workspace_id = t.workspace_id and s.ticket = t.id
  left join ticket m on m.workspace_id = t.workspace_id and m.id = t.merged_into
  where t.workspace_id = $1 and ${isOver('t')} and (s.sealed_to is null or to_timestamp(s.sealed_to / 1000.0) < t.updated_at)
    and (m.id is null or ${isOver('m')})`;

/** Customers with contact data of whom nothing was told since $2, and none of whose tickets goes on or did since. */
const CUSTOMERS_DUE = `from directory d
  where d.workspace_id = $1 and d.kind = 'customer' and d.state->'personal' <> '{}'
    and to_timestamp((d.state->'lastEvent'->>'at')::bigint / 1000.0) < $2
    and not exists (select from ticket t where t.workspace_id = $1 and t.requester = d.id and t.status is not null and not (${isOver('t')}))`;

/** What still waits to be read was acknowledged, and stays until it is. */
const PAYLOADS_DUE = 'workspace_id = $1 and received_at < $2 and not waiting';

/** Alerts that were over by $2 and that nothing holds any more. What began later is over later, which an index knows. */
const ALERTS_DUE = 'workspace_id = $1 and since < $2 and finished and coalesce(ended_at, heard_at) < $2';

const IMPORTS_DUE = `workspace_id = $1 and finished_at < $2
  and (account->'parkings' <> '[]' or account->'doorRejections' <> '[]')`;

export async function planRetention({ postgres, clock }: Pick<Parts, 'postgres' | 'clock'>, workspaceId: string): Promise<RetentionPlan> {
  const { pool } = postgres;
  const periods = await readPeriods(pool, workspaceId);
  const { personal, raw, alerts, audit, answers } = cutoffsAt(clock.now(), periods);
  const count = async (from: string, before: number) =>
    (await pool.query<{ n: number }>(`select count(*) as n ${from}`, [workspaceId, new Date(before)])).rows[0]!.n;
  const counts = {
    tickets: await count(TICKETS_DUE, personal),
    customers: await count(CUSTOMERS_DUE, personal),
    imports: await count(`from import_run where ${IMPORTS_DUE}`, raw),
    payloads: await count(`from raw_payload where ${PAYLOADS_DUE}`, raw),
    answers: await count('from idempotency where workspace_id = $1 and created_at < $2', answers),
    alerts: await count(`from alert where ${ALERTS_DUE}`, alerts),
    auditEntries: await countEnded(pool, workspaceId, audit),
  };
  return { periods, counts };
}

/** Does it, and says so in the audit log. Broken off, it is gone on with by the next. */
export async function runRetention(parts: Parts, workspaceId: string, who: Who): Promise<RetentionPlan> {
  const { pool } = parts.postgres;
  const now = parts.clock.now();
  const periods = await readPeriods(pool, workspaceId);
  const cutoffs = cutoffsAt(now, periods);
  const tickets = await sealDue(parts, workspaceId, { to: cutoffs.personal, now });
  const customers = await eraseDue(parts, workspaceId, cutoffs);
  await forgetErased(parts.postgres, workspaceId, cutoffs.raw);
  const alerts = await endAlerts(parts.postgres, workspaceId, cutoffs.alerts);
  const counts = await inTransaction(pool, async (client) => {
    const imports = await client.query(
      `update import_run set account = account || '{"parkings": [], "doorRejections": []}' where ${IMPORTS_DUE}`,
      [workspaceId, new Date(cutoffs.raw)],
    );
    const payloads = await client.query(`delete from raw_payload where ${PAYLOADS_DUE}`, [workspaceId, new Date(cutoffs.raw)]);
    // Known by their marks for as long as what they said; a replay that is older brings only a pull.
    await client.query('delete from connection_delivery where workspace_id = $1 and at < $2', [workspaceId, new Date(cutoffs.raw)]);
    await client.query('delete from ticket_command where workspace_id = $1 and ended_at < $2', [workspaceId, new Date(cutoffs.raw)]);
    const answers = await client.query('delete from idempotency where workspace_id = $1 and created_at < $2', [
      workspaceId,
      new Date(cutoffs.answers),
    ]);
    const ended = await endAudit(client, workspaceId, cutoffs.audit);
    const taken = {
      tickets,
      customers,
      imports: imports.rowCount ?? 0,
      payloads: payloads.rowCount ?? 0,
      answers: answers.rowCount ?? 0,
      alerts,
      auditEntries: ended.entries,
    };
    const after = { ...taken, ...(ended.seal !== null && { auditSeal: ended.seal }) };
    const subject = { kind: 'retention', id: 'run', name: null } as const;
    await appendAudit(client, { workspaceId, who, now }, { action: 'retention.ran', subject, after });
    return taken;
  });
  return { periods, counts };
}

async function sealDue({ postgres }: Parts, workspaceId: string, upTo: { to: number; now: number }): Promise<number> {
  const clockWork = clockWorkFor(postgres);
  let sealed = 0;
  for (let after = ''; ;) {
    const { rows } = await postgres.pool.query<{ id: string }>(`select t.id ${TICKETS_DUE} and t.id > $3 order by t.id limit ${PART}`, [
      workspaceId,
      new Date(upTo.to),
      after,
    ]);
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return sealed;
    sealed += (await sealTickets({ pool: postgres.pool, clockWork }, workspaceId, ids, upTo)).tickets;
    after = ids.at(-1)!;
  }
}

/** With their moments and the tickets that made them, which the table takes along. A part at a time: the first run may have years of them. */
async function endAlerts({ pool }: Postgres, workspaceId: string, before: number): Promise<number> {
  for (let ended = 0; ;) {
    const { rowCount } = await pool.query(
      `delete from alert where workspace_id = $1 and id in (select id from alert where ${ALERTS_DUE} limit ${PART})`,
      [workspaceId, new Date(before)],
    );
    ended += rowCount ?? 0;
    if ((rowCount ?? 0) < PART) return ended;
  }
}

/** By the event that erases a customer, as of the end of what was kept: who comes back is told of anew. */
async function eraseDue({ postgres, door }: Parts, workspaceId: string, { personal }: Cutoffs): Promise<number> {
  let erased = 0;
  for (let after = ''; ;) {
    const { rows } = await postgres.pool.query<{ id: string }>(`select d.id ${CUSTOMERS_DUE} and d.id > $3 order by d.id limit ${PART}`, [
      workspaceId,
      new Date(personal),
      after,
    ]);
    if (rows.length === 0) return erased;
    const events = rows.map(({ id: customer }) => ({
      id: `over ${randomUUID()}`,
      at: personal,
      type: 'customer.erased',
      data: { customer },
    }));
    await door.accept(workspaceId, APPLICATION, events);
    erased += rows.length;
    after = rows.at(-1)!.id;
  }
}
