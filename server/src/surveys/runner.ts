/**
 * Sends surveys by itself: hears of resolves by a cursor of its own, asks when one is due, and tells the log of each that the mail server took. Every step is a row
 * that is moved on in one transaction, and every id is made of what it is about, so that whoever dies is followed by the next, and nothing is done twice.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { SILENT_AFTER_MS, type Survey } from '@watchdesk/domain/event';
import { resolvedOf } from '@watchdesk/domain/survey';
import type { Clock } from '../clock.ts';
import { APPLICATION, type Door, ensureApplication } from '../ingest/index.ts';
import { type PackedState, readState } from '../store/packed-state.ts';
import { asOnly, inTransaction, moveReader, type OutboxRow, type Postgres, readerPlace, readOutbox } from '../store/postgres/index.ts';
import { withinWorkspace } from '../store/wall.ts';
import { ask, type AskParts } from './ask.ts';
import { readSettings } from './settings.ts';

export interface RunnerParts extends AskParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly door: Pick<Door, 'accept'>;
  readonly onTrouble: (error: unknown) => void;
}

export const WHO = { kind: 'system', id: 'surveys', name: 'Watchdesk', from: null } as const;

const READER = 'surveys';
const LOCK = 7_274_541;
const EVERY_MS = 1_000;
const RETRY_MS = 5_000;
const AGAIN_MS = 60_000;
const BATCH = 500;
const AT_ONCE = 100;
const TIDY_EVERY_MS = 3_600_000;
/** Longer than the longest time that may lie between two surveys of a customer. */
const KEPT_MS = 400 * 86_400_000;
const RESOLVES = ['status.changed', 'ticket.created'];

export function createRunner(parts: RunnerParts) {
  const { postgres, clock, door, mail, onTrouble } = parts;
  const { pool } = postgres;
  let stopping: AbortController | undefined;
  let running: Promise<void> = Promise.resolve();
  let tidiedAt = -Infinity;

  const turn = (): Promise<boolean> =>
    asOnly(pool, { number: LOCK }, async () => {
      await readOn();
      await askDue();
      await tellDelivered();
      await tidy();
    });

  /** The place moves once what was read up to it is scheduled, which is done once however often it is begun. */
  const readOn = async (): Promise<void> => {
    for (;;) {
      const rows = await readOutbox(pool, await readerPlace(pool, READER), BATCH);
      if (rows.length === 0) return;
      const news = rows.filter(
        ({ kind, historic, types }) => kind === 'ticket' && !historic && types.some((one) => RESOLVES.includes(one)),
      );
      for (const [workspaceId, own] of Map.groupBy(news, (row) => row.workspaceId))
        await withinWorkspace(workspaceId, () => schedule(workspaceId, own));
      await moveReader(pool, READER, rows.at(-1)!.cursor);
      if (rows.length < BATCH || stopping?.signal.aborted) return;
    }
  };

  const schedule = async (workspaceId: string, news: readonly OutboxRow[]): Promise<void> => {
    const { settings } = await readSettings(pool, workspaceId);
    if (!settings.enabled || !settings.afterResolve) return;
    const ids = [...new Set(news.map(({ id }) => id))];
    const { rows } = await pool.query<{ id: string; state: PackedState | null; fresh: string[] | null }>(
      `select t.id, t.state, (select array_agg(l.at::text) from event_log l where l.workspace_id = $1 and l.stream = 'ticket/' || t.id and l.type = any($3)
         and extract(epoch from l.received_at) * 1000 - l.at <= $4) as fresh
       from ticket t where t.workspace_id = $1 and t.id = any($2)`,
      [workspaceId, ids, RESOLVES, SILENT_AFTER_MS],
    );
    for (const { id, state: packed, fresh } of rows) {
      const state = readState(packed);
      const resolved = state && resolvedOf(state, settings);
      // What was resolved long before it was told is no news.
      if (!state || state.provisional || !resolved || !fresh?.includes(String(resolved.resolvedAt))) continue;
      await pool.query(
        `insert into survey_request (workspace_id, id, ticket, cycle, resolved_at, customer, state, due_at) values ($1, $2, $3, $4, $5, $6, 'scheduled', $7)
         on conflict do nothing`,
        [workspaceId, randomUUID(), id, resolved.cycle, new Date(resolved.resolvedAt), state.now.requester, new Date(resolved.dueAt)],
      );
    }
  };

  const askDue = async (): Promise<void> => {
    for (;;) {
      const now = clock.now();
      const { rows } = await pool.query<{ workspaceId: string; id: string }>(
        `select workspace_id as "workspaceId", id from survey_request where state = 'scheduled' and due_at <= $1 order by due_at, id limit ${AT_ONCE}`,
        [new Date(now)],
      );
      for (const { workspaceId, id } of rows)
        await withinWorkspace(workspaceId, () =>
          askOne(workspaceId, id, now).catch(async (error: unknown) => {
            onTrouble(error);
            // One that cannot be asked about holds up nobody else.
            await pool.query('update survey_request set due_at = $3 where workspace_id = $1 and id = $2', [
              workspaceId,
              id,
              new Date(now + AGAIN_MS),
            ]);
          }),
        );
      if (rows.length > 0) mail.look();
      if (rows.length < AT_ONCE || stopping?.signal.aborted) return;
    }
  };

  const askOne = (workspaceId: string, id: string, now: number): Promise<void> =>
    inTransaction(pool, async (tx) => {
      const { rows } = await tx.query<{ cycle: number; resolvedAt: Date; dueAt: Date; state: PackedState | null }>(
        `select r.cycle, r.resolved_at as "resolvedAt", r.due_at as "dueAt", t.state from survey_request r
         left join ticket t on t.workspace_id = r.workspace_id and t.id = r.ticket
         where r.workspace_id = $1 and r.id = $2 and r.state = 'scheduled' for update of r`,
        [workspaceId, id],
      );
      const [row] = rows;
      if (!row) return;
      const ticket = readState(row.state);
      const resolved = { cycle: row.cycle, resolvedAt: row.resolvedAt.getTime(), dueAt: row.dueAt.getTime() };
      if (ticket) await ask(parts, tx, workspaceId, { id, ticket, what: { resolved } }, now);
      else
        await tx.query(
          `update survey_request set state = 'held', reason = 'hidden', detail = 'the ticket is not there any more', decided_at = $3
           where workspace_id = $1 and id = $2`,
          [workspaceId, id, new Date(now)],
        );
    });

  /** What the mail server took was asked for, and is an event; what it never took was not. */
  const tellDelivered = async (): Promise<void> => {
    for (;;) {
      const { rows } = await pool.query<Letter>(
        `select r.workspace_id as "workspaceId", r.id, r.ticket, r.survey, r.automation, r.decided_at as "askedAt", coalesce(m.state, 'failed') as state,
           case when m.id is null then 'it was taken back' else m.reason end as reason
         from survey_request r left join outbox_message m on m.id = r.message
         where r.delivery = 'waiting' and (m.id is null or m.state <> 'waiting') order by r.decided_at, r.id limit ${AT_ONCE}`,
      );
      let isWell = true;
      for (const letter of rows)
        await withinWorkspace(letter.workspaceId, () => (letter.state === 'sent' ? tellSent(letter) : noteFailed(letter))).catch(
          (error: unknown) => {
            onTrouble(error);
            isWell = false;
          },
        );
      if (rows.length < AT_ONCE || !isWell || stopping?.signal.aborted) return;
    }
  };

  const tellSent = async ({ workspaceId, id, ticket, survey, automation, askedAt }: Letter): Promise<void> => {
    await ensureApplication(postgres, workspaceId);
    const event = {
      // An automation's names its run, by which it is known as its effect.
      id: automation === null ? `survey ${id} requested` : `${id}:0`,
      at: askedAt.getTime(),
      type: 'survey.requested',
      ticket,
      actor: automation === null ? { kind: 'system' } : { kind: 'automation', id: automation },
      data: { survey, surveyId: id },
    };
    const note = `update survey_request set delivery = 'sent' where workspace_id = $1 and id = $2`;
    const alongside = async (tx: { query(text: string, values: unknown[]): Promise<unknown> }) =>
      void (await tx.query(note, [workspaceId, id]));
    const [outcome] = await door.accept(workspaceId, APPLICATION, [event], { who: WHO, alongside });
    // A ticket that holds no more events: the letter is out all the same.
    if (outcome?.outcome === 'rejected') await pool.query(note, [workspaceId, id]);
  };

  const noteFailed = async ({ workspaceId, id, reason }: Letter): Promise<void> => {
    await pool.query(`update survey_request set delivery = 'failed', detail = $3 where workspace_id = $1 and id = $2`, [
      workspaceId,
      id,
      reason,
    ]);
  };

  const tidy = async (): Promise<void> => {
    const now = clock.now();
    if (now - tidiedAt < TIDY_EVERY_MS) return;
    tidiedAt = now;
    await pool.query(`delete from survey_request where due_at < $1 and state <> 'scheduled'`, [new Date(now - KEPT_MS)]);
  };

  const run = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      const wait = await turn().then(
        () => EVERY_MS,
        (error: unknown) => (onTrouble(error), RETRY_MS),
      );
      await sleep(wait, undefined, { signal }).catch(() => {});
    }
  };

  return {
    /** Does all there is to do now; false where another process is at it. */
    turn,
    start(): void {
      if (stopping) return;
      stopping = new AbortController();
      running = run(stopping.signal);
    },
    /** Resolves when nothing more is done. */
    async stop(): Promise<void> {
      stopping?.abort();
      await running;
      stopping = undefined;
    },
  };
}

interface Letter {
  readonly workspaceId: string;
  readonly id: string;
  readonly ticket: string;
  readonly survey: Survey;
  readonly automation: string | null;
  readonly askedAt: Date;
  readonly state: 'sent' | 'failed';
  readonly reason: string | null;
}
