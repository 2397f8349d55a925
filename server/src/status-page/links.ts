/**
 * The links that subscribers get. What one is for is in it, signed. Looking at one does nothing, as scanners of mail look at all of them. One that confirms ends;
 * one that unsubscribes works as long as there is a subscription.
 */
import { z } from 'zod';
import { createSigned, type Vault } from '../vault/index.ts';

const content = z.strictObject({
  w: z.string(),
  /** The subscriber. */
  s: z.uuid(),
  k: z.enum(['confirm', 'stop']),
  /** Its end; milliseconds since 1970. Null: none. */
  x: z.int().nullable(),
});
export type SubscriberLink = z.output<typeof content>;

export function createLinks(vault: Pick<Vault, 'derive' | 'derivations'>) {
  const signed = createSigned(vault, 'status-subscribers', content);
  return {
    /** `home`: the whole address of the page. */
    make: (home: string, link: SubscriberLink): string => `${home}/subscription/${signed.make(link)}`,
    read: signed.read,
  };
}
export type Links = ReturnType<typeof createLinks>;
