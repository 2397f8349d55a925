/**
 * Links in messages by which somebody acknowledges without signing in. What they are for is in the link, signed, with its end: nothing about them is kept, and none can be
 * guessed or made from another. Looking at one does nothing, as scanners of mail look at all of them: it takes a POST of the page it opens.
 */
import { z } from 'zod';
import { createSigned, type Vault } from '../vault/index.ts';

const DEEDS = ['acknowledge', 'snooze', 'unsubscribe'] as const;
export type Deed = (typeof DEEDS)[number];

const content = z.strictObject({
  w: z.string(),
  /** The notice; null for what is about none. */
  n: z.string().nullable(),
  /** Whose link it is: a person, or a channel for whoever reads it. */
  p: z.string(),
  d: z.enum(DEEDS),
  /** Its end; milliseconds since 1970. */
  x: z.int(),
});

export interface LinkContent {
  readonly workspaceId: string;
  readonly notice: string | null;
  readonly holder: string;
  readonly deed: Deed;
  readonly until: number;
}

const PURPOSE = 'notice-links';
export const LINK_MS = 7 * 86_400_000;

export function createLinks(vault: Vault) {
  const signed = createSigned(vault, PURPOSE, content);
  return {
    make: ({ workspaceId, notice, holder, deed, until }: LinkContent): string =>
      signed.make({ w: workspaceId, n: notice, p: holder, d: deed, x: until }),

    /** What a link is for; null for one that we did not make, or that has ended. */
    read(token: string, now: number): LinkContent | null {
      const link = signed.read(token);
      if (link === null || link.x <= now) return null;
      const { w, n, p, d, x } = link;
      return { workspaceId: w, notice: n, holder: p, deed: d, until: x };
    },
  };
}
export type Links = ReturnType<typeof createLinks>;
