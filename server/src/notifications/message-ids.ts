/** The left part of a Message-ID: the same for the same, and telling nothing of it. */
import { createHash } from 'node:crypto';

export const idOf = (...parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40);
