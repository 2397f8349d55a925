/**
 * Posting notices: within the caller's transaction it is written down whom each is for and by which way, once for each; what waits there is put into messages
 * afterwards (gatherer.ts). Whoever is not reached has a line that says why. A storm is posted as quickly as one: what is the same for all is read once,
 * and all of it is written in a few statements.
 */
import {
  audience as audienceSchema,
  type AudienceInput,
  type AudienceStep,
  type Group,
  type Having,
  notice as noticeSchema,
  type Notice,
} from '@watchdesk/domain/notification';
import type pg from 'pg';
import type { Clock } from '../clock.ts';
import { ring } from '../store/postgres/index.ts';
import { addressed, type Around, ticketsOf } from './address.ts';
import { GROUPS } from './channel-kinds.ts';
import { routesOf } from './channel-rows.ts';
import { NOBODY_ON_CALL, type OnCallSource, withPolicy } from './on-call.ts';
import type { People } from './people.ts';
import { addDeliveries, addNotices, addSteps, settleSteps, type Told, toldOf } from './records.ts';

interface PostParts {
  readonly clock: Clock;
  readonly people: People;
  /** Why no letters go from a workspace; null where they go. */
  readonly mailFault: (client: pg.ClientBase, workspaceId: string) => Promise<string | null>;
  readonly onCall?: OnCallSource | undefined;
}

/**
 * What people are told: a notice and whom it is for; or that a thread is over of which nobody needs to hear any more, which ends its ladder, and is told by
 * `last` to programs and pagers that keep something of it.
 */
export type News =
  | { readonly notice: Notice; readonly audience: AudienceInput }
  | { readonly settles: string; readonly last?: Notice | undefined };

/** After these nobody needs to be told any more that nobody has acknowledged: somebody has it in hand, or it is over. */
const SETTLES: ReadonlySet<Notice['event']> = new Set(['acknowledged', 'snoozed', 'resolved']);
/** So many are written at once at the most, so that no statement is longer than some megabytes. */
const AT_ONCE = 1_000;

/** Whether somebody can acknowledge it, so that there is a ladder for when nobody does. */
const hasLadder = ({ event, alertId }: Notice): boolean => event === 'fired' && alertId !== undefined;

export type Post = ReturnType<typeof createPost>;

interface Posted {
  readonly notice: Notice;
  readonly group: Group;
  readonly ladder: readonly AudienceStep[];
}

const NOBODY: Told = { people: [], channels: [] };

export function createPost(parts: PostParts) {
  const onCall = parts.onCall ?? NOBODY_ON_CALL;

  /** In their order; what of one thread comes later sees what came before. Throws for a notice that is none, and nothing is posted then that the caller keeps. */
  async function postAll(tx: pg.ClientBase, workspaceId: string, news: readonly News[]): Promise<void> {
    for (const some of inTurns(news)) await postTogether(tx, workspaceId, some);
  }

  async function postTogether(tx: pg.ClientBase, workspaceId: string, news: readonly News[]): Promise<void> {
    const over = news.flatMap((one) => ('settles' in one ? [one.settles] : SETTLES.has(one.notice.event) ? [one.notice.thread] : []));
    const told = over.length === 0 ? new Map<string, Told>() : await toldOf(tx, workspaceId, over);
    if (over.length > 0) await settleSteps(tx, workspaceId, over);
    const policies = await policiesOf(tx, workspaceId, news);
    const posted = news.flatMap((one) => postedOf(one, told, policies) ?? []);
    if (posted.length === 0) return;
    const now = parts.clock.now();
    const ids = await addNotices(
      tx,
      workspaceId,
      posted.map(({ notice }) => notice),
      now,
    );
    const around = await aroundOf(tx, workspaceId, posted);
    const deliveries = posted.flatMap(({ notice, group }) =>
      addressed(notice, group, around).map((one) => ({ ...one, notice: ids.get(notice.key)! })),
    );
    await addDeliveries(tx, workspaceId, deliveries, now);
    const steps = posted.flatMap(({ notice, ladder }) => (hasLadder(notice) ? [{ notice: ids.get(notice.key)!, ladder }] : []));
    await addSteps(tx, workspaceId, steps, now);
    if (deliveries.some(({ way }) => way === 'inbox')) await ring(tx, 'inbox', workspaceId);
  }

  /** As they are now; null for one that is gone. */
  async function policiesOf(tx: pg.ClientBase, workspaceId: string, news: readonly News[]): Promise<Map<string, AudienceInput | null>> {
    const policies = new Map<string, AudienceInput | null>();
    for (const id of new Set(news.flatMap((one) => ('notice' in one ? (one.audience.policy ?? []) : []))))
      policies.set(id, await onCall.audienceOf(tx, workspaceId, id));
    return policies;
  }

  async function aroundOf(tx: pg.ClientBase, workspaceId: string, posted: readonly Posted[]): Promise<Around> {
    const everybody = await parts.people.of(tx, workspaceId);
    const channels = [...new Set(posted.flatMap(({ group }) => group.channels))];
    const tickets = [...new Set(posted.flatMap(({ notice, group }) => ticketsOf(notice, group)))];
    const schedules = [...new Set(posted.flatMap(({ group }) => group.onCall ?? []))];
    const standing = schedules.length > 0 ? await onCall.standing(tx, workspaceId, schedules, parts.clock.now()) : [];
    const routes = channels.length > 0 ? await routesOf(tx, workspaceId, channels) : [];
    return {
      everybody,
      having: tickets.length > 0 ? await havingOf(tx, workspaceId, tickets) : new Map(),
      routes: new Map(routes.map((one) => [one.id, one])),
      standing: new Map(standing.map((one) => [one.schedule, one])),
      mailFault: everybody.length > 0 ? await parts.mailFault(tx, workspaceId) : null,
    };
  }

  return {
    postAll,
    post: (tx: pg.ClientBase, workspaceId: string, notice: Notice, audience: AudienceInput) =>
      postAll(tx, workspaceId, [{ notice, audience }]),
    settle: (tx: pg.ClientBase, workspaceId: string, thread: string, last?: Notice) =>
      postAll(tx, workspaceId, [{ settles: thread, last }]),
  };
}

/** Cut where a thread or a notice comes again, so that none stands twice in a turn. */
function* inTurns(news: readonly News[]): Generator<News[]> {
  let [turn, names]: [News[], Set<string>] = [[], new Set()];
  for (const one of news) {
    const own = 'settles' in one ? [`thread ${one.settles}`] : [`thread ${one.notice.thread}`, `key ${one.notice.key}`];
    if (turn.length === AT_ONCE || own.some((name) => names.has(name))) {
      yield turn;
      [turn, names] = [[], new Set()];
    }
    turn.push(one);
    for (const name of own) names.add(name);
  }
  if (turn.length > 0) yield turn;
}

/** What goes on with a thread is for those who know of it, whoever the rule names by now; where nobody does, for those whom it names. */
function postedOf(news: News, told: ReadonlyMap<string, Told>, policies: ReadonlyMap<string, AudienceInput | null>): Posted | null {
  if ('settles' in news) {
    const channels = (told.get(news.settles) ?? NOBODY).channels.filter(({ kind }) => !GROUPS[kind]).map(({ id }) => id);
    if (!news.last || channels.length === 0) return null;
    return { notice: noticeSchema.parse(news.last), group: { people: [], roles: [], teams: [], channels }, ladder: [] };
  }
  const notice = noticeSchema.parse(news.notice);
  const { ladder = [], ...group } = withPolicy(audienceSchema.parse(news.audience), policies);
  const { people, channels } = (SETTLES.has(notice.event) ? told.get(notice.thread) : undefined) ?? NOBODY;
  if (people.length + channels.length === 0) return { notice, group, ladder };
  return { notice, group: { people, roles: [], teams: [], channels: channels.map(({ id }) => id) }, ladder };
}

async function havingOf(tx: pg.ClientBase, workspaceId: string, tickets: readonly string[]): Promise<Map<string, Having>> {
  const { rows } = await tx.query<Having & { id: string }>(
    'select id, assignee, team from ticket where workspace_id = $1 and id = any($2)',
    [workspaceId, tickets],
  );
  return new Map(rows.map(({ id, ...having }) => [id, having]));
}
