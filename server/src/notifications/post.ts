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
import { ladderBeside } from './ladder.ts';
import { NOBODY_ON_CALL, type OnCallSource, type PolicySays, withPolicies } from './on-call.ts';
import type { People } from './people.ts';
import {
  addDeliveries,
  addNotices,
  addSteps,
  moveSteps,
  type NewDelivery,
  settleSteps,
  stepsOf,
  type Talk,
  type Told,
  toldOf,
} from './records.ts';

interface PostParts {
  readonly clock: Clock;
  readonly people: People;
  /** Why no letters go from a workspace; null where they go. */
  readonly mailFault: (client: pg.ClientBase, workspaceId: string) => Promise<string | null>;
  readonly onCall?: OnCallSource | undefined;
}

/**
 * What people are told: a notice and whom it is for, by further escalation policies besides that of the audience too; or that something is over of which nobody needs to hear any more, which ends its ladder, and is told to
 * programs and pagers that keep something of it; or that somebody has it, which pagers that were called are told while its ladder goes on.
 */
export type News =
  | { readonly notice: Notice; readonly audience: AudienceInput; readonly policies?: readonly string[] }
  | { readonly settles: Notice }
  | { readonly taken: Notice };

/** After these nobody needs to be told any more that nobody has acknowledged: somebody has it in hand, or it is over. */
const SETTLES: ReadonlySet<Notice['event']> = new Set(['acknowledged', 'snoozed', 'resolved']);
/** So many are written at once at the most, so that no statement is longer than some megabytes. */
const AT_ONCE = 1_000;

/** Whether somebody can acknowledge it, so that there is a ladder for when nobody does. */
const hasLadder = ({ event, alertId, acknowledgeable }: Notice): boolean =>
  event === 'fired' && (alertId !== undefined || acknowledgeable === true);

export type Post = ReturnType<typeof createPost>;

interface Posted {
  readonly notice: Notice;
  readonly group: Group;
  readonly ladder: readonly AudienceStep[];
}

const NOBODY: Told = { people: [], channels: [] };
const EMPTY: Group = { people: [], roles: [], teams: [], channels: [] };

export function createPost(parts: PostParts) {
  const onCall = parts.onCall ?? NOBODY_ON_CALL;

  /** In their order; what of one thread comes later sees what came before. Throws for a notice that is none, and nothing is posted then that the caller keeps. */
  async function postAll(tx: pg.ClientBase, workspaceId: string, news: readonly News[]): Promise<void> {
    for (const some of turnsOf(news)) await postTogether(tx, workspaceId, some);
  }

  async function postTogether(tx: pg.ClientBase, workspaceId: string, news: readonly News[]): Promise<void> {
    const going = news.map(goingOn);
    const talks = going.flatMap(({ asks }) => asks ?? []);
    const told = talks.length === 0 ? [] : await toldOf(tx, workspaceId, talks);
    const over = going.flatMap(({ ends }) => ends ?? []);
    const settled = over.length > 0 ? await settleSteps(tx, workspaceId, over) : new Map<string, number>();
    const policies = await policiesOf(tx, workspaceId, news);
    const known = told.values();
    const posted = news.flatMap((one, index) => postedOf(one, going[index]!.asks ? known.next().value! : NOBODY, policies) ?? []);
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
      [...addressed(notice, group, around), ...endOfLadder(notice, settled.get(notice.thread) ?? 0)].map((one) => ({
        ...one,
        notice: ids.get(notice.key)!,
      })),
    );
    await addDeliveries(tx, workspaceId, deliveries, now);
    await addLadders(tx, workspaceId, posted, ids, now);
    if (deliveries.some(({ way }) => way === 'inbox')) await ring(tx, 'inbox', workspaceId);
  }

  /** What is left of those of the alerts whose place they take goes on; beside it of their own what these do not tell. */
  async function addLadders(
    tx: pg.ClientBase,
    workspaceId: string,
    posted: readonly Posted[],
    ids: ReadonlyMap<string, string>,
    now: number,
  ): Promise<void> {
    const own = posted.flatMap((one) => (hasLadder(one.notice) ? [{ ...one, id: ids.get(one.notice.key)! }] : []));
    const moves = own.flatMap(({ id, notice: { thread, earlier = [] } }) =>
      earlier.length > 0 ? [{ thread, alerts: earlier, to: id }] : [],
    );
    const before = moves.length > 0 ? await stepsOf(tx, workspaceId, moves) : [];
    const standing = new Map(moves.map(({ to }, index) => [to, before[index]!]));
    await addSteps(
      tx,
      workspaceId,
      own.map(({ id, ladder }) => ({ notice: id, ladder: ladderBeside(ladder, standing.get(id) ?? [], now) })),
      now,
    );
    if (moves.length > 0) await moveSteps(tx, workspaceId, moves);
  }

  /** As they are now; null for one that is gone. */
  async function policiesOf(tx: pg.ClientBase, workspaceId: string, news: readonly News[]): Promise<Map<string, PolicySays | null>> {
    const policies = new Map<string, PolicySays | null>();
    for (const id of new Set(news.flatMap(policiesIn))) policies.set(id, await onCall.policyOf(tx, workspaceId, id));
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
    settle: (tx: pg.ClientBase, workspaceId: string, last: Notice) => postAll(tx, workspaceId, [{ settles: last }]),
  };
}

/** Of several the first is first. */
const policiesIn = (news: News): string[] =>
  'notice' in news ? [...new Set([...(news.audience.policy === undefined ? [] : [news.audience.policy]), ...(news.policies ?? [])])] : [];

const noticeIn = (news: News): Notice => ('notice' in news ? news.notice : 'settles' in news ? news.settles : news.taken);

/** In turns, so that no thread and no notice stands twice in one: what comes again is a turn later than what it follows. */
function turnsOf(news: readonly News[]): News[][] {
  const turns: News[][] = [];
  const last = new Map<string, number>();
  for (const one of news) {
    const { thread, key } = noticeIn(one);
    const names = [`thread ${thread}`, `key ${key}`];
    const turn = Math.max(...names.map((name) => (last.get(name) ?? -1) + 1));
    for (const name of names) last.set(name, turn);
    (turns[turn] ??= []).push(one);
  }
  return turns.flatMap((turn) =>
    Array.from({ length: Math.ceil(turn.length / AT_ONCE) }, (_, part) => turn.slice(part * AT_ONCE, (part + 1) * AT_ONCE)),
  );
}

/** Why those of the steps that were to come are not told, of what is over. */
const endOfLadder = ({ event, what }: Notice, steps: number): NewDelivery[] =>
  event !== 'resolved' || steps === 0
    ? []
    : [
        {
          way: 'none',
          recipient: 'ladder',
          state: 'nowhere',
          reason: `its ladder ends ${steps} ${steps === 1 ? 'step' : 'steps'} early. ${what}`,
        },
      ];

/** What a notice goes on with: of an alert its own notices and those of the alerts whose place it has taken, otherwise all of the thread. */
const talkOf = ({ thread, alertId, earlier = [] }: Notice): Talk => ({
  thread,
  alerts: alertId === undefined ? null : [alertId, ...earlier],
});

/** Who has been told of what matters to some news, and whose ladders they end. */
function goingOn(news: News): { readonly asks: Talk | null; readonly ends: Talk | null } {
  const notice = noticeIn(news);
  const talk = talkOf(notice);
  if ('settles' in news) return { asks: talk, ends: talk };
  if ('taken' in news) return { asks: talk, ends: null };
  if (SETTLES.has(notice.event)) return { asks: talk, ends: talk };
  const { event, thread, earlier = [] } = notice;
  return { asks: event === 'fired' && earlier.length > 0 ? { thread, alerts: earlier } : null, ends: null };
}

/**
 * What goes on with something is for those who know of it, whoever the rule names by now; where nobody does, for those whom it names. A further step of it is for
 * both.
 */
function postedOf(news: News, { people, channels }: Told, policies: ReadonlyMap<string, PolicySays | null>): Posted | null {
  if (!('notice' in news)) {
    const isTold = ({ kind }: Told['channels'][number]) => ('settles' in news ? !GROUPS[kind] : kind === 'pagerduty');
    const these = channels.filter(isTold).map(({ id }) => id);
    return these.length === 0 ? null : { notice: noticeSchema.parse(noticeIn(news)), group: { ...EMPTY, channels: these }, ladder: [] };
  }
  const audience = audienceSchema.parse(news.audience);
  const asked = policiesIn(news);
  const within = asked.flatMap((policy) => policies.get(policy)?.respondSeconds ?? []);
  // Its later steps keep what was to be kept when it was posted: of several policies what the strictest says.
  const notice = noticeSchema.parse(within.length > 0 ? { ...news.notice, respondSeconds: Math.min(...within) } : news.notice);
  const { ladder = [], ...group } = withPolicies(audience, asked, policies);
  const known = channels.map(({ id }) => id);
  if (people.length + known.length === 0) return { notice, group, ladder };
  if (SETTLES.has(notice.event)) return { notice, group: { ...EMPTY, people, channels: known }, ladder };
  const both = { ...group, people: [...new Set([...group.people, ...people])], channels: [...new Set([...group.channels, ...known])] };
  return { notice, group: both, ladder };
}

async function havingOf(tx: pg.ClientBase, workspaceId: string, tickets: readonly string[]): Promise<Map<string, Having>> {
  const { rows } = await tx.query<Having & { id: string }>(
    'select id, assignee, team from ticket where workspace_id = $1 and id = any($2)',
    [workspaceId, tickets],
  );
  return new Map(rows.map(({ id, ...having }) => [id, having]));
}
