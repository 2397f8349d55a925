/**
 * A watcher at a WebSocket. Clients speak JSON: `{ subscribe?, unsubscribe?, since?, watch?, unwatch? }`; anything else closes the
 * socket. A question that cannot be asked does not: it is refused under its name.
 */
import { z } from 'zod';
import type { Live, Question } from '../live/index.ts';
import type { Refusal } from '../errors.ts';
import { plain } from './schemas/basics.ts';
import type { Admitted } from './stream-admission.ts';

/** What of a socket is used; the library's type is not needed here. */
interface Socket {
  readonly bufferedAmount: number;
  send(bytes: Buffer, options: { binary: boolean }, done: (error?: Error) => void): void;
  close(code: number, reason: string): void;
  terminate(): void;
  ping(): void;
  on(event: 'message', listener: (data: Buffer) => void): void;
  on(event: 'close' | 'error' | 'pong', listener: () => void): void;
}

const topics = z.array(plain(300)).max(500);
const name = plain(100);
const request = z.strictObject({
  subscribe: topics.optional(),
  unsubscribe: topics.optional(),
  since: plain(50).optional(),
  watch: z.record(name, z.unknown()).optional(),
  unwatch: z.array(name).max(500).optional(),
});

const NOT_UNDERSTOOD = 1007;
/** Ours, after the status 401: the key was revoked, or the session is over. */
const NOT_ADMITTED = 4401;
const PING_MS = 20_000;

export function openSocket(
  live: Live,
  { workspaceId, scope, admission }: Admitted,
  questionOf: (given: unknown) => Question | Refusal,
  socket: Socket,
): void {
  const watcher = live.watch(workspaceId, scope, {
    write: (message, done) => socket.send(message.bytes(), { binary: false }, done),
    waiting: () => socket.bufferedAmount,
    admission,
    end: (why) => (why === 'refused' ? socket.close(NOT_ADMITTED, 'the key or the session is no longer valid') : socket.terminate()),
  });
  // A peer that vanished without a word is found by its silence.
  let isAlive = true;
  const pinging = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, PING_MS);
  socket.on('pong', () => {
    isAlive = true;
  });
  const close = () => {
    clearInterval(pinging);
    watcher.close();
  };
  socket.on('close', close);
  socket.on('error', close);
  socket.on('message', (data) => {
    const read = request.safeParse(parsed(data.toString('utf8')));
    if (!read.success) return socket.close(NOT_UNDERSTOOD, 'expected { "subscribe"?: [topics], "since"?, "watch"?: { name: question } }');
    const { subscribe, unsubscribe, since, watch = {}, unwatch } = read.data;
    if (unsubscribe) watcher.unsubscribe(unsubscribe);
    if (subscribe) watcher.subscribe(subscribe, since);
    if (unwatch) watcher.unwatch(unwatch);
    for (const [called, given] of Object.entries(watch)) watcher.watch(called, questionOf(given));
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
