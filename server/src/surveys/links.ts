/**
 * The links in surveys. What one is for is in it, signed, with its end; whether it has been used is the survey's own row. Looking at one does nothing, as
 * scanners of mail look at all of them, and a score in the address is a proposal.
 */
import { SURVEYS } from '@watchdesk/domain/event';
import { z } from 'zod';
import { createSigned, type Vault } from '../vault/index.ts';

const content = z.union([
  z.strictObject({
    w: z.string(),
    /** The survey. */
    i: z.string(),
    /** Its end; milliseconds since 1970. */
    x: z.int(),
  }),
  /** A test: which one is to be seen. */
  z.strictObject({ w: z.string(), k: z.enum(SURVEYS), l: z.string(), x: z.int() }),
]);
export type SurveyLink = z.output<typeof content>;

export const createLinks = (vault: Vault, address: string) => {
  const signed = createSigned(vault, 'survey-links', content);
  const home = `${address.replace(/\/$/, '')}/survey/`;
  return {
    /** Where the pages are. */
    home,
    make(link: SurveyLink): { readonly page: string; readonly stop: string } {
      const page = home + signed.make(link);
      return { page, stop: `${page}/stop` };
    },
    read: signed.read,
  };
};
export type Links = ReturnType<typeof createLinks>;
