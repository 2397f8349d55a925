/**
 * From what waits to messages in the outbox, a lane at a time: a lane is one recipient by one way. What is held by quiet hours, by a shift or by a cap waits on with the
 * reason; what goes is put into one message or a few. Any number of processes may do it: each lane has one of them at a time.
 */
import { randomUUID } from 'node:crypto';
import { gather, type Gathered, holdOf, isUrgent, letterOf, messageOf, quietUntil, type Waiting } from '@watchdesk/domain/notification';
import type pg from 'pg';
import type { Clock } from '../clock.ts';
import { Refusal } from '../errors.ts';
import type { Logger } from '../log.ts';
import type { Mail } from '../mail/index.ts';
import { addMessage } from '../outbox/index.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import type { Vault } from '../vault/index.ts';
import { createBackOff } from './back-off.ts';
import { GROUPS } from './channel-kinds.ts';
import { channelOf, type ChannelRow } from './channel-rows.ts';
import { gatherForProgram, programState } from './for-programs.ts';
import { endWaiting, isFollowing, presses, type Lane, nameOf, type Row, sentIn, urgencyOf, workspaceOf } from './lanes.ts';
import { LINK_MS, type Links } from './links.ts';
import { idOf } from './message-ids.ts';
import { callsNobody, type Closes, type EndsMore, moreEndedBy, moreThread } from './more-incidents.ts';
import { type Colleague, type People, shiftsOf } from './people.ts';

interface GathererParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly people: People;
  readonly mail: Pick<Mail, 'enqueueSet' | 'enqueueUnset'>;
  readonly links: Links;
  readonly log: Pick<Logger, 'warn'>;
  readonly address: string;
}

const LANES_AT_ONCE = 500;
/** More of them wait for the next look. */
const MOST_IN_LANE = 20_000;

export function createGatherer(parts: GathererParts) {
  const { postgres, clock } = parts;
  const { pool } = postgres;
  const backOff = createBackOff();

  /** Goes through the lanes in which something is due; gives how many messages came of it. */
  async function gatherDue(): Promise<number> {
    const { rows } = await pool.query<Lane>(
      `select distinct workspace_id as "workspaceId", way, recipient from notice_delivery
       where state = 'waiting' and due_at <= $1 limit $2`,
      [new Date(clock.now()), LANES_AT_ONCE],
    );
    let made = 0;
    for (const lane of rows) made += await gatherOne(lane);
    return made;
  }

  /** A lane that cannot go on keeps no other from going on: what it is refused for ends it, and what else is wrong may be better later. */
  async function gatherOne(lane: Lane): Promise<number> {
    const name = `${lane.workspaceId} ${nameOf(lane)}`;
    try {
      const made = await inTransaction(pool, (client) => gatherLane(client, lane));
      backOff.went(name);
      return made;
    } catch (err) {
      const due = [lane.workspaceId, lane.way, lane.recipient, new Date(clock.now())];
      const these = `where workspace_id = $1 and way = $2 and recipient = $3 and state = 'waiting' and due_at <= $4`;
      if (err instanceof Refusal) {
        await pool.query(`update notice_delivery set state = 'nowhere', reason = $5, due_at = null ${these}`, [...due, err.message]);
        return 0;
      }
      parts.log.warn(
        { err, way: lane.way, recipient: lane.recipient },
        'the notices of one recipient were not put into messages; it goes on',
      );
      await pool.query(`update notice_delivery set due_at = $5 ${these}`, [...due, new Date(clock.now() + backOff.failed(name))]);
      return 0;
    }
  }

  async function gatherLane(client: pg.PoolClient, lane: Lane): Promise<number> {
    const name = nameOf(lane);
    const locked = await client.query<{ ok: boolean }>('select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as ok', [
      `notices ${lane.workspaceId} ${name}`,
    ]);
    if (!locked.rows[0]!.ok) return 0;
    const { rows } = await client.query<Row>(
      `select d.notice, n.severity, n.body, d.on_call is not null as "isOnCall" from notice_delivery d join notice n on n.workspace_id = d.workspace_id and n.id = d.notice
       where d.workspace_id = $1 and d.way = $2 and d.recipient = $3 and d.state = 'waiting' and d.due_at <= $4
       order by n.posted_at, n.place limit $5 for update of d skip locked`,
      [lane.workspaceId, lane.way, lane.recipient, new Date(clock.now()), MOST_IN_LANE],
    );
    if (rows.length === 0) return 0;
    return lane.way === 'mail' ? toPerson(client, lane, rows) : toChannel(client, lane, rows);
  }

  async function toPerson(client: pg.PoolClient, lane: Lane, rows: readonly Row[]): Promise<number> {
    const person = (await parts.people.of(client, lane.workspaceId)).find(({ id }) => id === lane.recipient);
    if (!person || person.email === null) return endWaiting(client, lane, rows, 'they do not belong to the workspace any more');
    const { preferences, agentId } = person;
    const workspace = await workspaceOf(client, lane.workspaceId);
    const shifts = preferences.onShiftOnly ? await shiftsOf(client, lane.workspaceId, agentId, clock.now()) : [];
    const around = { shifts, workspaceZone: workspace.timeZone };
    // Whoever is on call keeps no hours of their own.
    const hold = ({ body, isOnCall }: Row) => (isOnCall ? null : holdOf(body, 'mail', preferences, around, clock.now()));
    const gathered = await together(client, lane, rows, hold);
    return pack(client, lane, rows, gathered, (notices) => letter(client, lane, person, workspace, notices));
  }

  async function toChannel(client: pg.PoolClient, lane: Lane, rows: readonly Row[]): Promise<number> {
    const channel = await channelOf(client, lane.workspaceId, lane.recipient);
    if (!channel) return endWaiting(client, lane, rows, 'there is no such channel any more');
    if (!channel.active) return endWaiting(client, lane, rows, `the channel is off${channel.fault === null ? '' : `: ${channel.fault}`}`);
    const { quiet, timeZone } = channel.settings;
    const zone = timeZone ?? (await workspaceOf(client, lane.workspaceId)).timeZone;
    const until = quiet && quietUntil(quiet, zone, clock.now());
    const make = (notices: readonly Row[]) => throughChannel(client, lane, channel, notices);
    if (GROUPS[channel.kind]) {
      const hold = ({ body }: Row) => (until && !isUrgent(body) ? { until, why: 'quiet hours' } : null);
      return pack(client, lane, rows, await together(client, lane, rows, hold), make);
    }
    const state = await programState(client, lane, { quietEnd: until, isPager: channel.kind === 'pagerduty', now: clock.now() });
    const gathered = gatherForProgram(rows, state);
    const made = await pack(client, lane, rows, gathered, make);
    return channel.kind === 'pagerduty' ? made + (await endMore(client, lane, channel, rows, gathered)) : made;
  }

  /** Ends the incidents that count how many more there are, where the last of those has ended. */
  async function endMore(
    client: pg.PoolClient,
    lane: Lane,
    channel: ChannelRow,
    rows: readonly Row[],
    { messages }: Gathered,
  ): Promise<number> {
    const gone = new Set(messages.flatMap((message) => message.map(({ id }) => id)));
    const over = rows.filter(({ notice, body }) => body.event === 'resolved' && gone.has(notice)).map(({ body }) => body.thread);
    const ended = await moreEndedBy(client, { workspaceId: lane.workspaceId, channel: channel.id }, over);
    for (const ends of ended)
      await addMessage(client, parts.vault, {
        ...throughOf(lane, channel),
        thread: moreThread(ends),
        content: { ends } satisfies EndsMore,
      });
    return ended.length;
  }

  const throughOf = (lane: Lane, { id, kind, name }: ChannelRow) => ({
    workspaceId: lane.workspaceId,
    kind,
    to: name,
    template: 'notice',
    channel: id,
    lane: nameOf(lane),
    now: clock.now(),
  });

  /** For people, who get what is much in one message. */
  async function together(client: pg.PoolClient, lane: Lane, rows: readonly Row[], hold: (row: Row) => Waiting['hold']): Promise<Gathered> {
    const now = clock.now();
    const waiting = rows.map((row) => ({
      id: row.notice,
      severity: row.severity,
      isPressing: presses(row),
      at: row.body.at,
      hold: hold(row),
    }));
    return gather(waiting, await sentIn(client, lane, now), now);
  }

  /** Puts what may go into messages, each made by `make`, which gives its id in the outbox. */
  async function pack(
    client: pg.PoolClient,
    lane: Lane,
    rows: readonly Row[],
    { messages, held }: Gathered,
    make: (notices: readonly Row[]) => Promise<string>,
  ): Promise<number> {
    const byId = new Map(rows.map((row) => [row.notice, row]));
    for (const message of messages) {
      const id = await make(message.map((one) => byId.get(one.id)!));
      await client.query(
        `update notice_delivery set state = 'packed', message = $4, reason = null, due_at = null
         where workspace_id = $1 and way = $2 and recipient = $3 and notice = any($5)`,
        [lane.workspaceId, lane.way, lane.recipient, id, message.map((one) => one.id)],
      );
    }
    if (held.length > 0)
      await client.query(
        `update notice_delivery d set due_at = held.until, reason = held.why
         from unnest($4::uuid[], $5::timestamptz[], $6::text[]) as held(notice, until, why)
         where d.workspace_id = $1 and d.way = $2 and d.recipient = $3 and d.notice = held.notice`,
        [
          lane.workspaceId,
          lane.way,
          lane.recipient,
          held.map(({ id }) => id),
          held.map(({ until }) => new Date(until)),
          held.map(({ why }) => why),
        ],
      );
    return messages.length;
  }

  async function letter(
    client: pg.PoolClient,
    lane: Lane,
    person: Colleague,
    workspace: { name: string; timeZone: string },
    rows: readonly Row[],
  ): Promise<string> {
    const { workspaceId } = lane;
    const [only] = rows.length === 1 ? rows : [];
    const message = messageOf(
      rows.map(({ body }) => body),
      {
        address: parts.address,
        workspace: workspace.name,
        timeZone: workspace.timeZone,
        ...(only && linksFor(workspaceId, only, `person ${person.id}`)),
      },
    );
    const thread = only && idOf(workspaceId, 'thread', only.body.thread);
    const isReply = only !== undefined && (await isFollowing(client, lane, only));
    const oneClick = linkOf(parts.address, 'api/v1/notices/unsubscribe', workspaceId, null, `person ${person.id}`, 'unsubscribe');
    const preferences = `${parts.address}/account/notifications`;
    return parts.mail.enqueueSet(client, {
      workspaceId,
      to: person.email!,
      template: 'notice',
      lane: nameOf(lane),
      urgency: urgencyOf(rows),
      letter: {
        ...letterOf(message, { isReply, preferences }),
        ...(only && thread !== undefined && { messageId: idOf(workspaceId, only.body.key, person.id), thread }),
        unsubscribe: { page: preferences, oneClick },
      },
    });
  }

  /** What goes through a channel is set when it is sent. */
  async function throughChannel(client: pg.PoolClient, lane: Lane, channel: ChannelRow, rows: readonly Row[]): Promise<string> {
    if (channel.kind === 'mail') return letterTo(client, lane, channel, rows);
    const id = randomUUID();
    const thread = rows.length > 1 ? moreThread(id) : rows[0]!.body.thread;
    const [only] = rows.length === 1 ? rows : [];
    if (only && channel.kind === 'pagerduty' && (await callsNobody(client, { workspaceId: lane.workspaceId, channel: channel.id }, only)))
      await addMessage(client, parts.vault, {
        ...throughOf(lane, channel),
        thread,
        urgency: urgencyOf(rows),
        content: { closes: thread } satisfies Closes,
      });
    return addMessage(client, parts.vault, {
      ...throughOf(lane, channel),
      id,
      urgency: urgencyOf(rows),
      ...(!GROUPS[channel.kind] && { thread }),
    });
  }

  async function letterTo(client: pg.PoolClient, lane: Lane, { id, settings }: ChannelRow, rows: readonly Row[]): Promise<string> {
    const [only] = rows.length === 1 ? rows : [];
    const content = { isReply: only !== undefined && (await isFollowing(client, lane, only)) };
    return parts.mail.enqueueUnset(client, {
      workspaceId: lane.workspaceId,
      to: settings.leadsTo,
      template: 'notice',
      lane: nameOf(lane),
      urgency: urgencyOf(rows),
      channel: id,
      content,
    });
  }

  const linkOf = (
    address: string,
    path: string,
    workspaceId: string,
    notice: string | null,
    holder: string,
    deed: 'acknowledge' | 'snooze' | 'unsubscribe',
  ) =>
    `${address}/${path}/${parts.links.make({ workspaceId, notice, holder, deed, until: clock.now() + (deed === 'unsubscribe' ? 52 : 1) * LINK_MS })}`;

  /** Where somebody says that they have seen it: only of what can be acknowledged. */
  function linksFor(
    workspaceId: string,
    { notice, body }: Pick<Row, 'notice' | 'body'>,
    holder: string,
  ): { acknowledge?: string; snooze?: string } {
    if (body.alertId === undefined && !body.acknowledgeable) return {};
    const link = (deed: 'acknowledge' | 'snooze') => linkOf(parts.address, 'notice', workspaceId, notice, holder, deed);
    return { acknowledge: link('acknowledge'), ...(body.alertId !== undefined && { snooze: link('snooze') }) };
  }

  return { gatherDue, linksFor };
}

export type Gatherer = ReturnType<typeof createGatherer>;
