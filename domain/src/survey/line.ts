/** What customers read in one line. */
import { wellFormed } from '../event/index.ts';

/** A text of one line that says something; without breaks, so that none reaches the head of a letter. */
export const line = (most: number) =>
  wellFormed(most)
    .refine((text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text), 'must be one line')
    .trim()
    .min(1, 'must not be empty');
