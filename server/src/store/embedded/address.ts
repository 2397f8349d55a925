/** The two things an engine's URL is made of besides names: a loopback port and a generated password. */
import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';

/** With those above it that are missing. Step by step: beneath a file system that makes nothing, such as /proc, Node's own way never ends. */
export function makeDirectories(path: string): void {
  if (existsSync(path)) return;
  makeDirectories(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process was there first.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** The secret kept in `dataDir`, made on first use. Hexadecimal, so it needs no escaping in URLs, SQL or XML. */
export function secretOf(dataDir: string): string {
  makeDirectories(dataDir);
  const file = join(dataDir, 'secret');
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, randomBytes(24).toString('hex'), { mode: 0o600 });
    renameSync(`${file}.new`, file); // an interrupted first start must not leave an empty password behind
  }
  return readFileSync(file, 'utf8');
}

/**
 * A port free on the loopback interface a moment ago. It lies below the ranges from which systems take ports for
 * outgoing connections: an engine that restarts needs the same one again, and a client trying to reach it meanwhile could
 * otherwise be given that very port and connect to itself.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = randomInt(15_000, 32_000);
    if (await isFree(port)) return port;
  }
  throw new Error('No free port between 15000 and 32000 on 127.0.0.1');
}

const isFree = (port: number) =>
  new Promise<boolean>((settle) => {
    const probe = createServer().once('error', () => settle(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => settle(true)));
  });
