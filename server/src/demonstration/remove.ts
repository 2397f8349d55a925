/** Takes the demonstration out again, log and all: it is invented, and another model of the simulator tells another story. */
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { WORKSPACE } from './progress.ts';
import { asOnlyTeller } from './teller-lock.ts';

/** Everything of the workspace but sessions, keys and the workspace itself. The facts of its tickets are left to the caller. */
const TABLES = [
  'event_log',
  'personal_data',
  'ticket',
  'ticket_merge',
  'parked_event',
  'directory',
  'outbox',
  'fact_ledger',
  'reclock',
  'sealed_ticket',
  'notice',
  'hook_turn',
  'alert',
  'alert_timer',
  'automation_run',
  'automation_timer',
  'automation_behind',
  'incident',
  'incident_ticket',
  'incident_number',
  'drill',
  'incident_answer',
  'detection',
  'detection_proposal',
  'detection_ticket',
  'outage',
  'outage_place',
];

/** False, and nothing done, when a process is telling it at this moment. */
export async function removeDemonstration(postgres: Postgres): Promise<boolean> {
  let removed = false;
  await asOnlyTeller(postgres, new AbortController().signal, async () => {
    await forget(postgres);
    removed = true;
  });
  return removed;
}

/** For the one who tells it. */
export async function forget({ pool }: Postgres): Promise<void> {
  await inTransaction(pool, async (client) => {
    const { rows } = await client.query(`select from workspace where workspace_id = $1 and kind = 'demonstration' for update`, [WORKSPACE]);
    if (rows.length === 0) return;
    for (const table of TABLES) await client.query(`delete from ${table} where workspace_id = $1`, [WORKSPACE]);
    await client.query(`update workspace set settings = settings - 'demonstration' where workspace_id = $1`, [WORKSPACE]);
  });
}
