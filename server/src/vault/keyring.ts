/**
 * The keys that secrets are sealed with: the first seals, all of them open, so that an older one is only put behind a newer. They come
 * from WATCHDESK_SECRET_KEY. An installation with its own engines has one without being asked, in a file made once beside its data.
 */
import { hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, ConfigError, secretKeyOf } from '../config.ts';

export interface MasterKey {
  /** Says which key it is and nothing about it. */
  readonly id: string;
  /** Neither printed nor serialised, whoever logs it. */
  readonly key: KeyObject;
}

/** Throws ConfigError where there is none: only who needs a key is told so. */
export type Keyring = () => readonly [MasterKey, ...MasterKey[]];

const FILE = 'secret.key';
export const ID_BYTES = 4;

export function openKeyring({
  secretKeys,
  databaseUrl,
  dataDir,
}: Pick<Config, 'secretKeys' | 'databaseUrl'> & { dataDir: string }): Keyring {
  let ring: readonly [MasterKey, ...MasterKey[]] | undefined;
  return () => {
    ring ??= asRing([...secretKeys, ...(databaseUrl === undefined ? keysOfFile(dataDir, secretKeys.length === 0) : [])]);
    return ring;
  };
}

/** 32 bytes for one use, by HKDF (RFC 5869): who knows those of one use knows nothing of another's. */
export const derived = (key: KeyObject, use: string, bytes = 32): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `watchdesk ${use}`, bytes));

function asRing(keys: readonly KeyObject[]): readonly [MasterKey, ...MasterKey[]] {
  const [first, ...others] = keys.map((key) => ({ id: derived(key, 'id', ID_BYTES).toString('hex'), key }));
  if (first) return [first, ...others];
  throw new ConfigError(
    'WATCHDESK_SECRET_KEY must be set: 32 random bytes in base64, such as `openssl rand -base64 32` prints, the same for every server process',
  );
}

/** The key beside the data, made where it is wanted and not there yet. */
function keysOfFile(dataDir: string, isWanted: boolean): KeyObject[] {
  const path = join(dataDir, FILE);
  if (isWanted && !existsSync(path)) makeFile(dataDir, path);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  // As after a copy that kept no modes.
  if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
  const key = secretKeyOf(text.trim());
  if (!key) throw new ConfigError(`${path} does not hold a key; put the file back as it was, for what was sealed with it is lost without`);
  return [key];
}

/** Whole or not at all, and by one process alone: of two that start together the second finds the first one's. */
function makeFile(dataDir: string, path: string): void {
  mkdirSync(dataDir, { recursive: true });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
}
