/**
 * Erases a customer: what they wrote, what was written to and about them on their tickets, their contact data. The events stay without
 * it, so that every number stays too; what arrives later of the time before stays erased (ingest/write-personal.ts).
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { forgetHeard } from '../detection/index.ts';
import { invalid } from '../errors.ts';
import { APPLICATION, type Door, type Told } from '../ingest/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { forgetContact } from '../surveys/index.ts';
import { contactOf, forgetRaw } from './forget-raw.ts';
import { refuseUnknown } from './known-customer.ts';

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly door: Pick<Door, 'accept'>;
}

export interface Erasure {
  /** Up to this instant everything is erased. */
  readonly erasedAt: string;
  /** Tickets they asked on, which stay with their numbers. */
  readonly tickets: number;
  /** Events that lost a text or contact data. */
  readonly texts: number;
  /** The id stays, since the numbers hang on it; where it is an e-mail address itself, it still tells who it was. */
  readonly idTells: boolean;
}

/** `confirmed` must be the id once more. */
export async function eraseCustomer(parts: Parts, workspaceId: string, customer: string, confirmed: string, who: Who): Promise<Erasure> {
  const { postgres } = parts;
  if (confirmed !== customer) throw invalid('confirm', 'must be the id of the customer, written once more');
  await refuseUnknown(postgres, workspaceId, customer);
  const before = await countTexts(postgres, workspaceId, customer);
  const contact = await contactOf(postgres, workspaceId, customer);
  const at = Math.max(parts.clock.now(), before.lastAt);
  const erasure = { erasedAt: new Date(at).toISOString(), tickets: before.tickets, texts: before.texts, idTells: customer.includes('@') };
  const subject = { kind: 'customer', id: customer, name: null } as const;
  await tell(parts, workspaceId, customer, at, { who, deed: { action: 'customer.erased', subject, after: erasure } });
  // Whoever was writing at that moment did not know of it yet: once they are done it is told again.
  await untilWritten(postgres);
  await tell(parts, workspaceId, customer, at);
  await forgetAnswers(postgres, workspaceId, customer);
  await forgetHeard(postgres, workspaceId, customer);
  await forgetContact(postgres, workspaceId, customer, parts.clock.now());
  await forgetRaw(postgres, workspaceId, [customer], contact);
  return erasure;
}

async function countTexts({ pool }: Postgres, workspaceId: string, customer: string) {
  const { rows } = await pool.query<{ tickets: number; texts: number; last_at: number | null }>(
    `with theirs as (
       select id, 'ticket/' || id as stream from ticket where workspace_id = $1 and requester = $2
     ), events as (
       select source, id, at from event_log where workspace_id = $1 and (stream = 'customer/' || $2 or stream in (select stream from theirs))
     )
     select (select count(*) from theirs) as tickets, (select max(at) from events) as last_at,
       (select count(*) from personal_data p where p.workspace_id = $1 and (p.customer = $2 or p.customer is null and exists (
         select from events where events.source = p.source and events.id = p.event_id))) as texts`,
    [workspaceId, customer],
  );
  const { tickets, texts, last_at: lastAt } = rows[0]!;
  return { tickets, texts, lastAt: lastAt ?? 0 };
}

async function tell({ door }: Parts, workspaceId: string, customer: string, at: number, told?: Told): Promise<void> {
  const event = { id: `erased ${randomUUID()}`, at, type: 'customer.erased', data: { customer } };
  const [outcome] = await door.accept(workspaceId, APPLICATION, [event], told);
  if (outcome?.outcome !== 'accepted') throw new Error(`the erasure was not taken: ${JSON.stringify(outcome)}`);
}

const LONGEST_WRITE_MS = 5_000;

/** Until every transaction that was running has ended, or longer than any of the door's takes. */
async function untilWritten({ pool }: Postgres): Promise<void> {
  const { rows } = await pool.query<{ now: string }>('select pg_current_xact_id()::text as now');
  for (const end = performance.now() + LONGEST_WRITE_MS; performance.now() < end; await sleep(20)) {
    const { rowCount } = await pool.query('select where pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8', [rows[0]!.now]);
    if (rowCount === 1) return;
  }
}

/** Answers that wait for a request to be repeated show the ticket as it was; what was to be written to them is not sent any more. */
async function forgetAnswers({ pool }: Postgres, workspaceId: string, customer: string): Promise<void> {
  await pool.query(
    `delete from idempotency i using ticket t
     where i.workspace_id = $1 and t.workspace_id = $1 and t.requester = $2 and strpos(i.response::text, to_json(t.id)::text) > 0`,
    [workspaceId, customer],
  );
  await pool.query(
    'delete from ticket_command c using ticket t where c.workspace_id = $1 and t.workspace_id = $1 and t.id = c.ticket and t.requester = $2',
    [workspaceId, customer],
  );
}
