/**
 * Tokens that carry what they are for, signed, so that nothing about them is kept and none can be guessed or made from another. Each use signs with
 * a key of its own. What is in one can be read by whoever holds it.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';

/** What the vault derives for one use: the present key, and every key. */
interface Keys {
  derive(purpose: string): Buffer;
  derivations(purpose: string): Buffer[];
}

const sign = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

export function createSigned<S extends z.ZodType>(vault: Keys, purpose: string, content: S) {
  return {
    make(given: z.input<S>): string {
      const text = Buffer.from(JSON.stringify(given)).toString('base64url');
      return `${text}.${sign(vault.derive(purpose), text).toString('base64url')}`;
    },

    /** What is in one; null for one that we did not make. */
    read(token: string): z.output<S> | null {
      const [text, signature, ...more] = token.split('.');
      if (text === undefined || signature === undefined || more.length > 0) return null;
      const given = Buffer.from(signature, 'base64url');
      const isOurs = vault
        .derivations(purpose)
        .map((key) => sign(key, text))
        .some((right) => right.length === given.length && timingSafeEqual(right, given));
      return isOurs ? content.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))) : null;
    },
  };
}
