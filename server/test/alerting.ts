/** Alerts for tests, on a real database: a workspace for each test, a clock that is the test's, and what was told of each. */
import { type RuleInput, ruleSpec } from '@watchdesk/domain/alerting';
import { type Notice, notice as noticeShape } from '@watchdesk/domain/notification';
import type { SentEvent } from '@watchdesk/domain/event';
import { afterAll, beforeEach } from 'vitest';
import { postgresDatabase } from './databases.ts';
import { announceDue, createDoor } from '../src/ingest/index.ts';
import { ensureRules } from '../src/rules/index.ts';
import { openPostgres } from '../src/store/postgres/index.ts';
import { type ConnectionSeen, createAlerts, type Telling } from '../src/alerts/index.ts';

/** A Tuesday, 12:00 UTC. P1 has 15 minutes to be answered, around the clock. */
export const NOON = Date.UTC(2026, 5, 2, 12);
export const MINUTE = 60_000;
export const who = { kind: 'person', id: 'm', name: 'Mia', from: null } as const;
export const scope = { rows: { to: 'all' }, aggregate: { to: 'all' }, text: true } as const;

/** A channel through which nothing can be told. */
export const UNTELLABLE = 'untellable';

const NO_NUMBERS = () => Promise.reject(new Error('no rule here asks for numbers'));

export const created = (ticket: string, at: number, data: object = {}): SentEvent<'ticket.created'> => ({
  id: `${ticket}-created`,
  at,
  ticket: `s:${ticket}`,
  actor: { kind: 'customer', id: 'c' },
  type: 'ticket.created',
  data: { priority: 'P1', requester: 'c', channel: 'email', ...data },
});
export const reply = (ticket: string, at: number, kind: 'agent' | 'customer' = 'agent'): SentEvent<'ticket.message'> => ({
  id: `${ticket}-reply-${at}`,
  at,
  ticket: `s:${ticket}`,
  actor: { kind, id: 'a' },
  type: 'ticket.message',
  data: { messageId: `${ticket}-${at}`, visibility: 'public' },
});

/** To be started once for a file of tests. */
export async function startAlerting() {
  const postgres = openPostgres(await postgresDatabase());
  afterAll(() => postgres.close());

  let now = NOON;
  const clock = { now: () => now };
  const door = createDoor({ postgres, clock });

  let workspace = '';
  let workspaces = 0;
  let failing = false;
  /** What programs are told that people are not told of: ends, and that somebody has a ticket. */
  let lasts: Notice[] = [];
  /** Nobody of this workspace can be told. */
  let poisoned = '';
  /** Programs cannot be told who has a ticket. */
  let isDeaf = false;
  let troubles: unknown[] = [];
  /** Of which workspace each notice was that was posted, in that order. */
  let posted: string[] = [];
  let connections: readonly ConnectionSeen[] = [];
  let alerts: ReturnType<typeof build>;
  beforeEach(async () => {
    now = NOON;
    failing = false;
    lasts = [];
    posted = [];
    poisoned = '';
    isDeaf = false;
    troubles = [];
    connections = [];
    alerts = build();
    workspace = `w${(workspaces += 1)}`;
    await postgres.pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [workspace]);
    await ensureRules(postgres, workspace);
    await postgres.pool.query('create table if not exists told (workspace_id text, key text, notice jsonb)');
  });

  /** Written within the transaction, as the outbox of notifications is. */
  const telling: Telling = {
    async postAll(tx, workspaceId, news) {
      for (const one of news) {
        if (!('notice' in one)) {
          if ('taken' in one && isDeaf) await tx.query('select this_cannot_be_told');
          lasts.push(noticeShape.parse('settles' in one ? one.settles : one.taken));
          continue;
        }
        const notice = noticeShape.parse(one.notice);
        if (workspaceId === poisoned || one.audience.channels?.includes(UNTELLABLE)) throw new Error('this cannot be told');
        posted.push(workspaceId);
        await tx.query('insert into told values ($1, $2, $3)', [workspaceId, notice.key, JSON.stringify(notice)]);
        if (failing) throw new Error('the server dies here');
      }
    },
  };
  const build = () =>
    createAlerts({
      postgres,
      clock,
      telling,
      query: NO_NUMBERS,
      factsAsOf: async () => now,
      connectionsOf: async () => connections,
      onTrouble: (error) => void troubles.push(error),
    });

  const maker = () => ({ workspaceId: workspace, scope, writesRules: true, who });
  const reader = () => ({ workspaceId: workspace, scope, sight: { to: 'all' } as const, who });
  async function rule(subject: RuleInput['subject'], more: Partial<RuleInput> = {}) {
    await alerts.watch.catchUp();
    return alerts.rules.create(maker(), ruleSpec.parse({ name: 'Mine', severity: 'warning', subject, ...more }));
  }
  async function told(of = workspace): Promise<Notice[]> {
    const { rows } = await postgres.pool.query<{ notice: Notice }>(
      "select notice from told where workspace_id = $1 order by notice->>'at', key",
      [of],
    );
    return rows.map(({ notice }) => notice);
  }
  const toldWhat = async () => (await told()).map(({ event, at, ticketId }) => [event, (at - NOON) / MINUTE, ticketId]);

  /** The clock goes to each of these minutes after noon, and what is due is announced and heard. */
  async function goTo(...minutes: number[]): Promise<void> {
    for (const at of minutes) {
      now = NOON + at * MINUTE;
      await announceDue(postgres.pool, 'live', now, 500);
      await alerts.watch.catchUp();
    }
  }

  function turnTo(at: number): void {
    now = at;
  }
  /** From now on another process. */
  function startAnew(): void {
    alerts = build();
  }
  /** Whether the server dies as it tells. */
  function die(dies: boolean): void {
    failing = dies;
  }
  /** Nobody of the workspace can be told; of the empty one everybody can. */
  function poison(workspaceId: string): void {
    poisoned = workspaceId;
  }
  /** No program can be told who has a ticket from now on. */
  function deafen(): void {
    isDeaf = true;
  }
  function seeConnections(seen: readonly ConnectionSeen[]): void {
    connections = seen;
  }

  return {
    postgres,
    door,
    build,
    maker,
    reader,
    rule,
    told,
    toldWhat,
    goTo,
    turnTo,
    startAnew,
    die,
    poison,
    deafen,
    seeConnections,
    get troubles(): readonly unknown[] {
      return troubles;
    },
    get lasts(): readonly Notice[] {
      return lasts;
    },
    get posted(): readonly string[] {
      return posted;
    },
    get now() {
      return now;
    },
    get alerts() {
      return alerts;
    },
    /** Of this test. */
    get workspace() {
      return workspace;
    },
  };
}
