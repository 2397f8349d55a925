/** An engine as a child process: followed while it lives, asked to stop, and gone when we are. */
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export interface EmbeddedEngine {
  /** Where clients connect, with user, password and database in it; the same form as production's setting. */
  readonly url: string;
  /** Settles only if the engine dies without being asked to. */
  readonly died: Promise<Error>;
  /** Stops the engine and waits until its files are closed. */
  readonly stop: () => Promise<void>;
}

export interface EngineOptions {
  /** A directory of this engine's own; created when missing. The caller holds the lock that makes it the only one. */
  readonly dataDir: string;
  /** Where it listens on loopback; a free one unless given. */
  readonly port?: number;
  /** Whether a commit waits for the disk. Only tests, whose data nobody will miss, say false. */
  readonly durable?: boolean;
}

/**
 * Follows a child that lives until its standard input closes. The pipe is also the dead man's switch: the
 * kernel closes our end however we end, `kill -9` included.
 */
export function follow(name: string, child: ChildProcess, log: string) {
  const input = child.stdin!;
  input.on('error', () => {}); // the child may be gone before the pipe is
  let stopping = false;
  const exit = new Promise<string>((settle) => {
    child.once('error', (error) => settle(error.message));
    child.once('exit', (code, signal) => settle(`status ${signal ?? code}`));
  });
  const died = new Promise<Error>((settle) => {
    void exit.then((how) => {
      input.destroy();
      if (!stopping) settle(new Error(`${name} ended by itself (${how}); the end of ${log}:\n${lastLines(log)}`));
    });
  });
  const stop = async () => {
    stopping = true;
    input.end();
    await exit;
  };
  return { died, stop, hasExited: () => child.exitCode !== null || child.signalCode !== null };
}

/** Asks every 20 ms; gives up when the engine has exited or `seconds` have passed. */
export async function untilReady(isReady: () => Promise<boolean>, exited: () => boolean, seconds = 60): Promise<boolean> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end && !exited(); await sleep(20)) {
    if (await isReady()) return true;
  }
  return false;
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export function lastLines(file: string, count = 8): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n') : '';
}
