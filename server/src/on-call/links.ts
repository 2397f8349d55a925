/**
 * The links of calendars. Calendar programs cannot sign in, so that the link itself says, signed, whose it is and what it shows. It does not end; whoever renews theirs makes those
 * before worthless, and of who is of the workspace no more none is answered.
 */
import { z } from 'zod';
import { createSigned, type Vault } from '../vault/index.ts';

const content = z.strictObject({
  w: z.string(),
  /** Whose link it is: an account, or a persona. */
  p: z.string(),
  /** The schedule; null: all shifts that are theirs. */
  s: z.string().nullable(),
  g: z.int(),
});

export interface FeedLink {
  readonly workspaceId: string;
  readonly person: string;
  readonly schedule: string | null;
  readonly generation: number;
}

export function createFeedLinks(vault: Vault, address: string) {
  const signed = createSigned(vault, 'on-call-calendars', content);
  const home = `${address.replace(/\/$/, '')}/api/v1/on-call/calendar/`;
  return {
    make: ({ workspaceId, person, schedule, generation }: FeedLink): string =>
      `${home}${signed.make({ w: workspaceId, p: person, s: schedule, g: generation })}.ics`,
    /** Null for one that we did not make. */
    read(token: string): FeedLink | null {
      const link = signed.read(token);
      return link && { workspaceId: link.w, person: link.p, schedule: link.s, generation: link.g };
    },
  };
}
