/** A workspace after another whose customers are asked, for tests of surveys: real database, real door, real mail server; the clock is the test's. */
import type { SentEvent } from '@watchdesk/domain/event';
import { expect } from 'vitest';
import { createDoor, type Door } from '../src/ingest/index.ts';
import { readState } from '../src/store/packed-state.ts';
import { openPostgres } from '../src/store/postgres/index.ts';
import { startAsking } from './asking.ts';
import { postgresDatabase } from './databases.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const agent = { kind: 'agent', id: 'ann' } as const;

/** `through`: what stands between surveys and the door. */
export async function startSurveyDesk(through: (door: Door) => Pick<Door, 'accept'> = (door) => door) {
  const postgres = openPostgres(await postgresDatabase());
  const { pool } = postgres;
  /** A Tuesday, 12:00 UTC. */
  let now = Date.UTC(2026, 5, 2, 12);
  const clock = { now: () => now };
  const door = createDoor({ postgres, clock });
  const asking = await startAsking(postgres, clock, through(door));
  const { surveys, smtp } = asking;
  let workspace = '';
  let [count, events] = [0, 0];

  const turn = async (): Promise<void> => {
    expect(await surveys.turn()).toBe(true);
  };
  const event = (ticket: string, type: string, data: object, by: SentEvent['actor'] = { kind: 'customer', id: 'c' }, at = now) => ({
    id: `e${(events += 1)}`,
    at,
    ticket,
    type,
    data,
    actor: by,
  });
  const send = async (...all: ReturnType<typeof event>[]): Promise<void> => {
    for (const { outcome } of await door.accept(workspace, 's', all)) expect(outcome).toBe('accepted');
  };
  /** Created, answered by Ann, resolved. */
  const story = (ticket: string, data: object = {}) => [
    event(ticket, 'ticket.created', { requester: 'c', subject: 'The export fails', team: 'data', ...data }),
    event(ticket, 'ticket.message', { messageId: `m ${ticket}`, visibility: 'public', text: 'Mended.' }, agent),
    event(ticket, 'status.changed', { to: 'resolved' }, agent),
  ];
  /** A second after the one before, which is then due first. */
  const resolved = async (ticket: string, data: object = {}): Promise<void> => {
    now += 1_000;
    await send(...story(ticket, data));
    await turn();
  };
  /** Until what is due by then is out and told of. */
  const passed = async (ms = 2 * HOUR): Promise<void> => {
    now += ms;
    await turn();
    await asking.deliver();
    await turn();
  };
  const list = () => surveys.list(workspace, { limit: 50 });

  return {
    postgres,
    pool,
    door,
    asking,
    surveys,
    smtp,
    now: () => now,
    move: (ms: number) => void (now += ms),
    workspace: () => workspace,
    /** Another workspace, weeks later, with the customer c. */
    async next(): Promise<void> {
      now += 40 * DAY;
      smtp.behave('take');
      workspace = `w${(count += 1)}`;
      await pool.query('insert into workspace (workspace_id, name) values ($1, $2)', [workspace, `Field & Sons ${count}`]);
      await pool.query(`insert into connection (workspace_id, source, kind, label, writable) values ($1, 's', 'api', 'Theirs', false)`, [
        workspace,
      ]);
      await asking.know(workspace, 'c', 'cleo@customer.example');
      await turn();
      smtp.delivered.length = 0;
    },
    turn,
    event,
    send,
    story,
    resolved,
    passed,
    list,
    outcomes: async () =>
      (await list()).surveys
        .toSorted((a, b) => (a.ticket < b.ticket ? -1 : 1))
        .map(({ ticket, outcome, reason }) => [ticket, outcome, reason]),
    async log() {
      const { rows } = await pool.query<{ type: string; actor: string; data: Record<string, unknown> }>(
        `select type, actor_kind || ' ' || coalesce(actor_id, '') as actor, data from event_log where workspace_id = $1 and type like 'survey.%' order by position`,
        [workspace],
      );
      return rows;
    },
    async stateOf(ticket: string) {
      const { rows } = await pool.query('select state from ticket where workspace_id = $1 and id = $2', [workspace, ticket]);
      return readState(rows[0].state)!;
    },
    /** The link of a customer who was asked about s:1. */
    async askedFor(): Promise<string> {
      await asking.say(workspace);
      await resolved('s:1');
      await passed();
      return tokenOf(asking.link());
    },
    async close(): Promise<void> {
      await asking.close();
      await postgres.close();
    },
  };
}

/** What the path of a page says of its survey. */
export const tokenOf = (path: string): string => path.slice('/survey/'.length);
