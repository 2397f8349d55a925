/**
 * One who watches. Changes that its line cannot take yet wait, each thing once with its newest change; when too much
 * waits it is dropped and the watcher is told to ask anew (`gap`). So a slow line costs a bounded memory. While anything
 * waits, no message carries a number beyond what was written: who comes back with it would miss what waited. Answers to questions
 * have no number, as whoever comes back asks them again; they wait too, of each question the newest.
 */
import { isDeepStrictEqual } from 'node:util';
import type { ViewScope } from '../accounts/index.ts';
import { compareCursors, OUTBOX_START } from '../store/postgres/index.ts';
import { type Batch, type Message, messageOf } from './batch.ts';
import type { Change, Seen } from './changes.ts';
import { cursorOfNumber, numberOf } from './feed.ts';

/** The line to a client, whatever it is made of. */
export interface Pen {
  /** `done` is called when it has left. */
  write(message: Message, done: (error?: Error) => void): void;
  /** Bytes that have not left yet. */
  waiting(): number;
  /** What the client may see now; null when it may not watch any more, its key revoked or its session over. Throws when that cannot be known. */
  admission(): Promise<ViewScope | null>;
  end(why: 'closed' | 'refused'): void;
}

/** Where a watcher stands: who it belongs to, what they see, and what it asks to say where the stream is. */
export interface Place {
  readonly workspaceId: string;
  readonly seen: Seen;
  now(): number;
  /** Up to where everything has been told to whoever has nothing waiting. */
  number(): string;
  /** The changes in sight since a number. */
  past(seen: Seen, since: string): Promise<readonly Change[] | 'gap'>;
}

/** More than this on the line is a slow reader: the rest waits here. */
const LINE_BYTES = 256 * 1024;
const MOST_WAITING = 1000;
/** A line that took nothing for so long is dead. */
export const STUCK_MS = 60_000;

export type Watcher = ReturnType<typeof createWatcher>;

export function createWatcher({ workspaceId, seen: first, now, number, past }: Place, pen: Pen) {
  let sees = first;
  const wanted = new Set<string>();
  const waiting = new Map<string, Change>();
  const answers = new Map<string, string>();
  let isClosed = false;
  let isMissing: string | undefined; // the number at which changes were dropped
  let behindSince: number | undefined;
  let reached: string | undefined; // the last number written, or the one the client came with; undefined before it asked for anything
  let isReading = false;
  let since: string | undefined; // from where the past is to be read next
  let readiesOwed = 0;

  const write = (message: Message) => {
    if (isClosed) return;
    pen.write(message, (error) => {
      if (!error) flush();
    });
  };

  const isBehind = () => pen.waiting() > LINE_BYTES;
  const isWaiting = () => isReading || waiting.size > 0 || isMissing !== undefined;

  const flush = () => {
    if (isClosed) return;
    const hasChanges = !isReading && isWaiting();
    if (isBehind()) {
      if (hasChanges || answers.size > 0) behindSince ??= now();
      return;
    }
    behindSince = undefined;
    const lines = [...(hasChanges ? waitingLines() : []), ...answers.values()];
    answers.clear();
    if (lines.length > 0) write(messageOf(lines.join('\n')));
  };

  const waitingLines = (): string[] => {
    const changes = [...waiting.values()];
    const lines = changes.map(({ text }) => text);
    if (isMissing !== undefined) lines.unshift(JSON.stringify({ type: 'gap', number: isMissing }));
    reached = changes.at(-1)?.number ?? isMissing;
    waiting.clear();
    isMissing = undefined;
    return lines;
  };

  const keep = (change: Change) => {
    if (!change.topics.some((topic) => wanted.has(topic))) return;
    waiting.delete(change.key); // to the end, so that numbers ascend
    waiting.set(change.key, change);
    if (waiting.size > MOST_WAITING) drop(change.number);
  };

  const drop = (at: string) => {
    waiting.clear();
    isMissing = at;
  };

  const say = (type: 'ready' | 'heartbeat', more: object = {}) => {
    if (!isWaiting() && (type === 'ready' || reached !== undefined)) reached = number();
    write(messageOf(JSON.stringify({ type, number: reached ?? numberOf(OUTBOX_START), ...more })));
  };

  /** One reading at a time; whoever asks meanwhile is served by one more, from the earliest number asked for. */
  const readPast = async () => {
    isReading = true;
    for (let from = since; from !== undefined && !isClosed; from = since) {
      since = undefined;
      const seen = sees;
      const found = await past(seen, from).catch(() => 'gap' as const);
      if (found === 'gap' || seen !== sees) drop(number());
      else keepInOrder(found);
    }
    isReading = false;
    flush();
    while (readiesOwed > 0) {
      readiesOwed -= 1;
      say('ready');
    }
  };

  /** The past comes before the present, and what changed again meanwhile is told in its newer form only. */
  const keepInOrder = (changes: readonly Change[]) => {
    const all = [...changes, ...waiting.values()].toSorted((a, b) => compareNumbers(a.number, b.number));
    waiting.clear();
    all.forEach(keep);
  };

  const gap = (at: string) => {
    drop(at);
    flush();
  };

  return {
    workspaceId,
    seen: (): Seen => sees,
    /** What is seen from now on: where it is something else, what is on the screen has to be asked for anew. */
    see(next: Seen) {
      if (isDeepStrictEqual(next, sees)) return;
      sees = next;
      gap(number());
    },
    topics: (): ReadonlySet<string> => wanted,
    want: (topics: readonly string[]) => topics.forEach((topic) => wanted.add(topic)),
    leave: (topics: readonly string[]) => topics.forEach((topic) => wanted.delete(topic)),
    /** Those of the changes it wants. */
    tell(batch: Batch) {
      if (isWaiting() || isBehind()) {
        batch.changes.forEach(keep);
        return flush();
      }
      behindSince = undefined;
      const part = batch.partFor(wanted);
      if (!part) return;
      reached = part.number;
      write(part.message);
    },
    /** Says `ready`; with a number, once what changed after it was told. */
    ready(after?: string) {
      if (after === undefined && !isReading) return say('ready');
      readiesOwed += 1;
      if (after === undefined) return;
      since = since === undefined || compareNumbers(after, since) < 0 ? after : since;
      reached ??= cursorOfNumber(after) ? after : numberOf(OUTBOX_START);
      if (!isReading) void readPast();
    },
    /** What it is told of the question that it calls so. */
    answer(name: string, text: string) {
      answers.delete(name);
      answers.set(name, text);
      flush();
    },
    heartbeat: (at: string) => say('heartbeat', { at }),
    gap,
    admission: () => pen.admission(),
    isStuck: (at: number) => behindSince !== undefined && at - behindSince > STUCK_MS,
    close(why: 'closed' | 'refused') {
      if (isClosed) return;
      isClosed = true;
      waiting.clear();
      answers.clear();
      pen.end(why);
    },
  };
}

/** What is no number comes before all others. */
const compareNumbers = (a: string, b: string) => compareCursors(cursorOfNumber(a) ?? OUTBOX_START, cursorOfNumber(b) ?? OUTBOX_START);
