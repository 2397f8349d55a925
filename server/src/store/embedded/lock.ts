/**
 * One process at a time per data directory, held by a lock of the operating system: two that start in the same
 * instant cannot both have it, and it is gone the moment its holder is, `kill -9` included, so nothing stale is left.
 *
 * Node has no call for such a lock, but its SQLite takes one (fcntl on Linux and macOS, LockFileEx on Windows) for an
 * exclusive transaction. The file stays empty. Never open it otherwise in this process: closing any descriptor of a
 * file gives up all the fcntl locks the process has on it.
 */
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { makeDirectories } from './address.ts';

export interface DirectoryLock {
  release(): void;
}

const SQLITE_BUSY = 5;

/** The lock on a directory, which is made when missing; undefined when another process, or another part of this one, has it. */
export function lockDirectory(directory: string): DirectoryLock | undefined {
  const file = join(directory, 'lock');
  try {
    makeDirectory(directory);
    // Before SQLite opens it, so that nobody else may read it: a reader's lock would keep us out.
    if (!existsSync(file)) writeFileSync(file, '', { mode: 0o600, flag: 'a' });
    const database = openQuietly(file);
    try {
      database.exec('begin exclusive');
    } catch (error) {
      database.close();
      if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined;
      throw error;
    }
    return { release: () => database.close() };
  } catch (cause) {
    throw new Error(
      `${directory} cannot be used (${(cause as Error).message}); make it writable for this user, or set WATCHDESK_DATA to another directory`,
      { cause },
    );
  }
}

/** Whatever the umask, others may pass through it: run by root, Postgres is another account. What is secret inside has modes of its own. */
function makeDirectory(directory: string): void {
  if (existsSync(directory)) return;
  makeDirectories(directory);
  chmodSync(directory, 0o755);
}

/** Node announces that its SQLite is experimental; what we use of it is SQLite's own, and a person starting a server need not read that. */
function openQuietly(file: string): DatabaseSync {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    const sqlite = process.getBuiltinModule('node:sqlite');
    return new sqlite.DatabaseSync(file, { timeout: 0 });
  } finally {
    process.emitWarning = emitWarning;
  }
}
