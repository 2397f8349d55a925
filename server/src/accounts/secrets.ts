/** Secrets are 256 random bits, kept only as their SHA-256: with so much chance in them no slow hash is needed. */
import { createHash, randomBytes } from 'node:crypto';

export const newSecret = (prefix = ''): string => prefix + randomBytes(32).toString('base64url');

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
