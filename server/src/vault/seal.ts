/**
 * A sealed secret: AES-256-GCM (NIST SP 800-38D) under a key of this use alone, with a random nonce. What it is for goes into the seal,
 * so that one that was put in another's place does not open there.
 *
 * In bytes: a version (1), the id of the key (4), the nonce (12), the sealed text, the tag (16).
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { derived, ID_BYTES, type Keyring } from './keyring.ts';

/** What a secret is for. It opens nowhere else. */
export interface Place {
  /** Null for what belongs to the installation. */
  readonly workspaceId: string | null;
  /** Which part keeps it, such as `mail`. */
  readonly purpose: string;
  readonly id: string;
}

/** It cannot be opened with the keys there are. Its message says what to do. */
export class SealError extends Error {
  override readonly name = 'SealError';
}

const CIPHER = 'aes-256-gcm';
const VERSION = 1;
const NONCE_AT = 1 + ID_BYTES;
const NONCE_BYTES = 12;
const TEXT_AT = NONCE_AT + NONCE_BYTES;
const TAG_BYTES = 16;
const options = { authTagLength: TAG_BYTES };

export function seal(keyring: Keyring, place: Place, secret: string): Buffer {
  const [{ id, key }] = keyring();
  const nonce = randomBytes(NONCE_BYTES);
  const head = Buffer.concat([Buffer.of(VERSION), Buffer.from(id, 'hex'), nonce]);
  const cipher = createCipheriv(CIPHER, derived(key, 'seal'), nonce, options).setAAD(bound(head, place));
  return Buffer.concat([head, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** Throws SealError for a seal that was changed or stands in another's place, and for one whose key is gone. */
export function open(keyring: Keyring, place: Place, sealed: Buffer): string {
  if (sealed.length < TEXT_AT + TAG_BYTES || sealed[0] !== VERSION)
    throw new SealError(`${nameOf(place)} is not sealed as this version does`);
  const id = keyOfSeal(sealed);
  const known = keyring().find((one) => one.id === id);
  if (!known)
    throw new SealError(
      `${nameOf(place)} was sealed with the key ${id}, which is not there any more; put that key back into WATCHDESK_SECRET_KEY, after a comma behind the present one`,
    );
  const decipher = createDecipheriv(CIPHER, derived(known.key, 'seal'), sealed.subarray(NONCE_AT, TEXT_AT), options)
    .setAAD(bound(sealed.subarray(0, TEXT_AT), place))
    .setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(TEXT_AT, -TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    throw new SealError(`${nameOf(place)} was changed since it was sealed, or belongs somewhere else`);
  }
}

/** The id of the key that seals it. */
export const keyOfSeal = (sealed: Buffer): string => sealed.subarray(1, NONCE_AT).toString('hex');

/** As JSON, so that no two places read the same, whatever they are called. */
const bound = (head: Buffer, { workspaceId, purpose, id }: Place): Buffer =>
  Buffer.concat([head, Buffer.from(JSON.stringify([workspaceId, purpose, id]))]);

const nameOf = ({ workspaceId, purpose, id }: Place): string =>
  `The secret "${purpose}/${id}" of ${workspaceId === null ? 'the installation' : `the workspace "${workspaceId}"`}`;
