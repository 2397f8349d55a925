/** What a workspace says about its status page. Nobody sees one before somebody switches it on. */
import { z } from 'zod';
import { identifier, wellFormed } from '../event/index.ts';
import { isZone } from '../zone/index.ts';

const MOST_COMPONENTS = 100;
export const ACCENTS = ['blue', 'green', 'violet', 'orange', 'grey'] as const;
export type Accent = (typeof ACCENTS)[number];

const line = (most: number) =>
  wellFormed(most)
    .refine((text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text), 'must be one line')
    .trim();
const title = (most: number) => line(most).min(1, 'must not be empty');
const SLUG = 'must be 2 to 40 small letters, digits and hyphens, with no hyphen at either end';
const HOST = 'must be a host name such as status.example.com';

const statusComponent = z.strictObject({
  /** The same for good: what was set by hand and planned goes by it. */
  id: z.string().regex(/^[\w-]{1,40}$/, 'must be 1 to 40 letters, digits, hyphens and underscores'),
  name: title(80),
  /** Components of one group stand together; by themselves where empty. */
  group: line(80).default(''),
  description: line(200).default(''),
  /** Of these services, and in these regions; all where none is named. One that names neither is set by hand alone. */
  services: z.array(identifier).max(50, 'must be at most 50').default([]),
  regions: z.array(identifier).max(50, 'must be at most 50').default([]),
  /** The day its history begins. */
  since: z.iso.date('must be a day such as 2026-03-01'),
});
export type StatusComponent = z.output<typeof statusComponent>;

export const statusPageSettings = z
  .strictObject({
    enabled: z.boolean(),
    slug: z.string(SLUG).regex(/^[a-z0-9][a-z0-9-]{0,38}[a-z0-9]$/, SLUG),
    host: z
      .string()
      .max(253, HOST)
      .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*$/, HOST)
      .nullable()
      .default(null),
    title: title(80),
    /** Beside the title, in place of a picture. */
    logo: line(30).default(''),
    intro: wellFormed(1000).trim().default(''),
    accent: z.enum(ACCENTS, `must be one of ${ACCENTS.join(', ')}`).default('blue'),
    timeZone: z.string().refine(isZone, 'must be an IANA time zone such as Europe/Berlin'),
    /** Whether people may have letters, and programs calls. */
    letters: z.boolean().default(true),
    webhooks: z.boolean().default(true),
    components: z.array(statusComponent).max(MOST_COMPONENTS, `must be at most ${MOST_COMPONENTS}`),
  })
  .superRefine(({ components }, context) => {
    const seen = new Set<string>();
    components.forEach(({ id }, index) => {
      if (seen.has(id))
        context.addIssue({ code: 'custom', path: ['components', index, 'id'], message: 'must be another than those before' });
      seen.add(id);
    });
  });
export type StatusPageSettings = z.output<typeof statusPageSettings>;
