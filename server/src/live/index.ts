/**
 * Live: who watches what, and telling them. Every server process hears of every change, reads it from the outbox,
 * and tells its own watchers; so any of them may be asked, and a watcher may come back to another one. Numbers are watched as
 * questions, whose answers are told when they become others.
 */
import type { ViewScope } from '../accounts/index.ts';
import type { Clock } from '../clock.ts';
import { FACTS_CHANNEL } from '../store/analytics/index.ts';
import type { OutboxCursor, OutboxRow, Postgres } from '../store/postgres/index.ts';
import { withinWorkspace } from '../store/wall.ts';
import { Refusal } from '../errors.ts';
import { createAnswers } from './answers.ts';
import { type Asked, createAsked, type Question } from './asked.ts';
import { type Batch, batchOf } from './batch.ts';
import { type Change, changesOf, heldIn, type Renderings, type Seen, seenIn, seesEverything, withinSight } from './changes.ts';
import { createFeed, numberOf } from './feed.ts';
import { outboxSince } from './past.ts';
import { createThrottle } from './throttle.ts';
import { createWatcher, type Pen, type Watcher } from './watcher.ts';

export type { Answer } from './answers.ts';
export type { Question } from './asked.ts';
export type { Renderings } from './changes.ts';
export type { Pen } from './watcher.ts';

export interface Subscriber {
  /** Adds topics. With the number of the last message heard, what changed since comes first. */
  subscribe(topics: readonly string[], since?: string): void;
  unsubscribe(topics: readonly string[]): void;
  /** Tells the answer to the question, under the name given, now and whenever it is another; a refusal is told once. */
  watch(name: string, question: Question | Refusal): void;
  unwatch(names: readonly string[]): void;
  close(): void;
}

export interface Live {
  /** Throws while PostgreSQL does not answer; call again then. */
  start(): Promise<void>;
  /** What people may see has changed: whoever watches is looked at again at once. */
  look(): void;
  stop(): Promise<void>;
  /** With what the client sees at first; what later, the pen is asked. */
  watch(workspaceId: string, scope: ViewScope, pen: Pen): Subscriber;
  state(): { listening: boolean; watchers: number; number: string };
}

interface LiveOptions {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly renderings: Renderings;
  /** Called before the questions of a workspace are asked again, as its facts have changed; of all where none is named. */
  readonly onFacts?: (workspaceId?: string) => void;
  readonly onTrouble?: (error: unknown) => void;
  /** How often all are greeted and looked at: whether they take anything, and whether they still may watch. */
  readonly heartbeatMs?: number;
  /** How seldom the same question is asked at the most often. */
  readonly answersMs?: number;
}

const HEARTBEAT_MS = 10_000;
/** More changed things than this in one tick, and asking anew is cheaper than telling. */
const MOST_RENDERED = 1000;
/** While history is loaded, those who watch look again this often, and once more when it is over. */
const HISTORY_MS = 5000;
/** What registers an agent, with their teams. */
const REGISTERED = 'agent.upserted';
/** A person gets to know every topic they may have on a screen; more is a mistake. */
const MOST_TOPICS = 1000;

export function createLive(options: LiveOptions): Live {
  const { postgres, clock, renderings, onFacts = () => {}, onTrouble = () => {}, heartbeatMs = HEARTBEAT_MS, answersMs } = options;
  const watchers = new Map<Watcher, Asked>();
  const answers = createAnswers({ onTrouble, ...(answersMs !== undefined && { leastMs: answersMs }) });
  const history = createThrottle(HISTORY_MS, (workspaceId, at) => eachOf(workspaceId, (watcher) => watcher.gap(at)));
  let beating: NodeJS.Timeout | undefined;
  let telling: OutboxCursor | undefined; // the end of the rows that are being told

  const feed = createFeed({
    postgres,
    factsChannel: FACTS_CHANNEL,
    onTrouble,
    onRows: (rows) => tellAll(rows),
    onFacts: (workspaceId) => {
      onFacts(workspaceId);
      answers.outdate(workspaceId);
    },
    onBell: (bell, workspaceId) => answers.outdate(workspaceId, bell),
  });
  const number = () => numberOf(feed.cursor());

  const tellAll = async (rows: readonly OutboxRow[]): Promise<void> => {
    telling = rows.at(-1)?.cursor;
    for (const [workspaceId, own] of Map.groupBy(rows, (row) => row.workspaceId))
      await withinWorkspace(workspaceId, () => tellOwn(workspaceId, own));
    telling = undefined;
  };

  /** Whether anybody watches is asked when it is a workspace's turn: they may have come while another was told. */
  const tellOwn = async (workspaceId: string, own: readonly OutboxRow[]): Promise<void> => {
    if (![...watchers.keys()].some((watcher) => watcher.workspaceId === workspaceId)) return;
    // Before anything else is told: whoever changes teams sees other tickets from now on.
    if (own.some(({ kind, types }) => kind === 'agent' && types.includes(REGISTERED)))
      await Promise.all([...watchers.keys()].filter((watcher) => watcher.workspaceId === workspaceId).map(lookAgain));
    const news = own.filter(({ historic }) => !historic);
    if (news.length < own.length) history.say(workspaceId, numberOf(own.at(-1)!.cursor));
    await tellWorkspace(workspaceId, news);
  };

  const tellWorkspace = async (workspaceId: string, news: readonly OutboxRow[]): Promise<void> => {
    if (news.length === 0) return;
    if (news.length > MOST_RENDERED) return eachOf(workspaceId, (watcher) => watcher.gap(numberOf(news.at(-1)!.cursor)));
    const changes = await changesOf(renderings, workspaceId, news);
    // Whoever comes during the one question is served by it, and nobody can come between the answer of the other and the telling.
    const isBounded = [...watchers.keys()].some((watcher) => watcher.workspaceId === workspaceId && watcher.seen().tickets.to !== 'all');
    const held = isBounded ? await heldIn(renderings, workspaceId, changes) : new Map();
    const batches = new Map<string, Batch>();
    eachOf(workspaceId, (watcher) => {
      const seen = watcher.seen();
      const key = JSON.stringify(seen);
      const batch = batches.get(key) ?? batchOf(withinSight(changes, seen, held));
      batches.set(key, batch);
      watcher.tell(batch);
    });
  };

  const eachOf = (workspaceId: string, tell: (watcher: Watcher) => void) => {
    for (const watcher of watchers.keys()) if (watcher.workspaceId === workspaceId) tell(watcher);
  };

  const past = (workspaceId: string, seen: Seen, since: string) => withinWorkspace(workspaceId, () => pastOf(workspaceId, seen, since));

  const pastOf = async (workspaceId: string, seen: Seen, since: string): Promise<readonly Change[] | 'gap'> => {
    try {
      // What is being told now may have passed this workspace already.
      const rows = await outboxSince(postgres, workspaceId, since, telling ?? feed.cursor());
      if (rows === 'gap') return 'gap';
      const changes = await changesOf(renderings, workspaceId, rows);
      return seesEverything(seen) ? changes : withinSight(changes, seen, await heldIn(renderings, workspaceId, changes));
    } catch (error) {
      onTrouble(error);
      return 'gap';
    }
  };

  const beat = () => {
    const at = new Date(clock.now()).toISOString();
    for (const watcher of watchers.keys()) {
      if (watcher.isStuck(clock.now())) remove(watcher);
      else {
        watcher.heartbeat(at);
        void lookAgain(watcher);
      }
    }
  };

  /** Who may not watch any more is sent away; who cannot be looked at stays as they are until it is known. */
  const lookAgain = async (watcher: Watcher) => {
    const scope = await watcher.admission().catch(() => undefined);
    if (scope === undefined) return;
    if (scope === null) return remove(watcher, 'refused');
    watcher.see(seenIn(scope));
    watchers.get(watcher)?.see(scope);
  };

  const remove = (watcher: Watcher, why: 'closed' | 'refused' = 'closed') => {
    watchers.get(watcher)?.close();
    watchers.delete(watcher);
    watcher.close(why);
  };

  return {
    look() {
      for (const watcher of watchers.keys()) void lookAgain(watcher);
    },
    async start() {
      await feed.start();
      beating ??= setInterval(beat, heartbeatMs);
    },
    async stop() {
      clearInterval(beating);
      beating = undefined;
      history.stop();
      for (const watcher of watchers.keys()) remove(watcher);
      answers.stop();
      await feed.stop();
    },
    watch(workspaceId, scope, pen) {
      const place = { workspaceId, seen: seenIn(scope), now: () => clock.now(), number, past: past.bind(null, workspaceId) };
      const watcher = createWatcher(place, pen);
      const asked = createAsked({ workspaceId, answers, scope, tell: (name, message) => watcher.answer(name, message) });
      watchers.set(watcher, asked);
      return {
        subscribe(topics, since) {
          if (watcher.topics().size + topics.length > MOST_TOPICS) return remove(watcher);
          watcher.want(topics);
          watcher.ready(since);
        },
        unsubscribe: (topics) => watcher.leave(topics),
        watch: (name, question) => (question instanceof Refusal ? asked.refuse(name, question) : asked.watch(name, question)),
        unwatch: asked.unwatch,
        close: () => remove(watcher),
      };
    },
    state: () => ({ listening: feed.isListening(), watchers: watchers.size, number: number() }),
  };
}
