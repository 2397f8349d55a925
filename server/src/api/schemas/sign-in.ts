/** How coming in looks to callers. */
import { z } from 'zod';

export const emailIn = z.email('must be an e-mail address').max(254, 'must have at most 254 characters');

/** A company by whose provider one may come in. */
export const singleSignOnOffer = z.object({ workspace: z.string(), name: z.string(), label: z.string() });
