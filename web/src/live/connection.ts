/**
 * The one live connection of the page. Topics are counted, so that two parts may want the same; what changed is
 * collected for 150 ms and handed on at once, since a screen that redraws for each change shows nothing to anyone.
 * Reconnecting says where it left off (`since`) and loses nothing; when that is too long ago the server says so (`gap`)
 * and everything is asked again. While there is no connection, `poll` is called every 30 s.
 */
import { createAsked, type Asked } from './asked.ts';
import { compareNumbers, readMessage, type Change, type StreamMessage } from './protocol.ts';

/** `away`: not even a question is answered. */
export type LiveState = 'connecting' | 'live' | 'polling' | 'away';

/** What of a WebSocket is used, so that a test can stand in for the network. */
export interface Line {
  send(text: string): void;
  close(): void;
}

export interface LineEvents {
  opened(): void;
  heard(text: string): void;
  /** With the code of the closing, such as 1006 for a line that broke. */
  closed(code: number): void;
}

export interface LiveOptions {
  open(events: LineEvents): Line;
  /** Everything that changed since the last time, oldest first. */
  onChanges(changes: readonly Change[]): void;
  /** What is on the screen may be old: after a gap, and every 30 s while there is no connection. */
  onStale(): void;
  /** The connection is there, at first or again: what was not answered meanwhile may be asked once more. */
  onConnected(): void;
  /** Whether the server answers a question, while there is no connection. */
  isReached(): Promise<boolean>;
  /** The server ended the line because the session is over, as far as it knows. */
  onRefused(): void;
  /** The server's clock, in ms. */
  onTime(at: number): void;
  now(): number;
  random(): number;
}

export interface Live {
  start(): () => void;
  /** Wants a topic until the function it gives is called. */
  want(topic: string): () => void;
  /**
   * Resolves once changes to this topic arrive, or after `patienceMs` without a connection. A snapshot read after that
   * misses nothing: what happens while it is on its way arrives as a change.
   */
  following(topic: string, patienceMs: number): Promise<void>;
  /** Follows the answer to a question, told now and whenever it is another, until the function it gives is called. */
  watch: Asked['want'];
  state(): LiveState;
  subscribe(onChange: () => void): () => void;
  /** When the server was last heard, in ms of the browser's clock; null for never. */
  heardAt(): number | null;
}

/** As the API's description of the stream says. */
const SESSION_OVER = 4401;
const COALESCE_MS = 150;
const POLL_MS = 30_000;
/** A heartbeat comes every 10 s; two missed and a little more means the line is dead, whatever the socket says. */
const SILENCE_MS = 25_000;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;
/** A shorter interruption is nobody's business; after a longer one everything is asked for without the connection. */
const BLINK_MS = 1_000;
const GRACE_MS = 4_000;

/** The server ends the line of whoever asks for anything else, such as a ticket of an address that somebody made up. */
const LONGEST_TOPIC = 300;
const isTopic = (name: string): boolean => name.length <= LONGEST_TOPIC && name.isWellFormed() && !name.includes('\0');

/** A connection that is not made yet; `start` makes it and gives the function that ends it. */
export function createLive({ open, onChanges, onStale, onConnected, isReached, onRefused, onTime, now, random }: LiveOptions): Live {
  const topics = new Map<string, number>();
  /** Topics whose subscription the server has confirmed, and those it was asked for, in the order of asking. */
  const followed = new Set<string>();
  let asked: string[][] = [];
  const arrivals = new Set<() => void>();
  const watchers = new Set<() => void>();
  let line: Line | null = null;
  let opened = false;
  let state: LiveState = 'connecting';
  let number: string | null = null;
  let heard: number | null = null;
  let retries = 0;
  let pending: Change[] = [];
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const after = (name: string, ms: number, run: () => void): void => {
    clearTimeout(timers.get(name));
    timers.set(name, setTimeout(run, ms));
  };
  const cancel = (name: string): void => {
    clearTimeout(timers.get(name));
    timers.delete(name);
  };
  const become = (next: LiveState): void => {
    if (next === state) return;
    state = next;
    for (const watcher of watchers) watcher();
  };
  const advance = (to: string): void => {
    if (number === null || compareNumbers(number, to) < 0) number = to;
  };

  function flush(): void {
    timers.delete('flush');
    const changes = pending;
    pending = [];
    if (changes.length > 0) onChanges(changes);
  }

  function take(message: StreamMessage): void {
    if ('number' in message && message.number !== undefined) advance(message.number);
    if (message.type === 'gap') onStale();
    if (message.type === 'heartbeat') onTime(Date.parse(message.at));
    if (message.type === 'ready') settled();
    if (message.type === 'answer' || message.type === 'refused') questions.hear(message);
    if (message.type !== 'change') return;
    pending.push(message);
    if (!timers.has('flush')) after('flush', COALESCE_MS, flush);
  }

  function settled(): void {
    for (const topic of asked.shift() ?? []) followed.add(topic);
    for (const arrival of arrivals) arrival();
    retries = 0;
    for (const timer of ['poll', 'grace', 'blink']) cancel(timer);
    if (state === 'live') return;
    become('live');
    onConnected();
  }

  function poll(): void {
    if (state !== 'away') become('polling');
    onStale();
    after('poll', POLL_MS, poll);
    void isReached().then((answered) => {
      if (timers.has('poll')) become(answered ? 'polling' : 'away');
    });
  }

  function lost(): void {
    hangUp();
    const pause = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** retries) * (0.5 + random() / 2);
    retries += 1;
    after('retry', pause, connect);
    if (state !== 'live') return;
    after('blink', BLINK_MS, () => become('connecting'));
    after('grace', GRACE_MS, poll);
  }

  function hangUp(): void {
    const old = line;
    line = null;
    opened = false;
    asked = [];
    followed.clear();
    cancel('silence');
    old?.close();
  }

  function connect(): void {
    // What a line says after it was given up is not listened to.
    const current = (run: () => void): void => {
      if (line === next) run();
    };
    const next = open({
      opened: () => current(greet),
      heard: (text) => current(() => hear(text)),
      closed: (code) =>
        current(() => {
          // Still tried again: it may be over in another tab alone. Whoever hears of it ends this when there is nobody to be live for.
          if (code === SESSION_OVER) onRefused();
          lost();
        }),
    });
    line = next;
    after('silence', SILENCE_MS, lost);
  }

  function greet(): void {
    opened = true;
    ask([...topics.keys()], number);
    questions.askAll();
  }

  function ask(names: string[], since: string | null): void {
    if (!opened) return;
    asked.push(names);
    say({ subscribe: names, ...(since ? { since } : {}) });
  }

  function hear(text: string): void {
    heard = now();
    after('silence', SILENCE_MS, lost);
    const message = readMessage(text);
    if (message) take(message);
  }

  const say = (words: object): void => {
    if (opened) line?.send(JSON.stringify(words));
  };
  const questions = createAsked(say);

  return {
    start() {
      connect();
      after('grace', GRACE_MS, poll);
      return () => {
        hangUp();
        questions.stop();
        for (const timer of timers.values()) clearTimeout(timer);
        timers.clear();
        state = 'connecting';
      };
    },
    want(topic) {
      if (!isTopic(topic)) return () => {};
      topics.set(topic, (topics.get(topic) ?? 0) + 1);
      if (topics.get(topic) === 1) ask([topic], null);
      return () => {
        const left = (topics.get(topic) ?? 1) - 1;
        if (left > 0) topics.set(topic, left);
        else {
          topics.delete(topic);
          followed.delete(topic);
          say({ unsubscribe: [topic] });
        }
      };
    },
    following(topic, patienceMs) {
      if (followed.has(topic)) return Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<void>();
      const check = (): void => {
        if (followed.has(topic)) leave();
      };
      const late = setTimeout(() => leave(), patienceMs);
      const leave = (): void => {
        clearTimeout(late);
        arrivals.delete(check);
        resolve();
      };
      arrivals.add(check);
      return promise;
    },
    watch: questions.want,
    state: () => state,
    subscribe(onChange) {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
    heardAt: () => heard,
  };
}
