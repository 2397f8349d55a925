/** The audit log as it is asked for and answered. */
import { z } from 'zod';
import { AUDIT_ACTIONS } from '../../audit/index.ts';
import { instantIn, instantOut, nextOut, plain, someOf } from './basics.ts';

export const auditFilters = z.strictObject({
  actions: someOf(AUDIT_ACTIONS),
  text: plain(200).optional().meta({ description: 'Part of what was written: a name, an id, an address' }),
  from: instantIn.optional(),
  to: instantIn.optional(),
});

const value = z.unknown().meta({ description: 'Null where there was nothing.' });

const entry = z
  .object({
    place: z.int().meta({ description: 'Its place in the chain, from 1.' }),
    at: instantOut,
    who: z.object({
      kind: z.enum(['person', 'key', 'operator', 'system', 'provider']),
      id: z.string(),
      name: z.string(),
      from: z.string().nullable().meta({ description: 'The network address; null for the command line and for the server itself.' }),
    }),
    action: z.enum(AUDIT_ACTIONS),
    subject: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() }),
    before: value,
    after: value,
  })
  .meta({ id: 'AuditEntry' });

export const auditPage = z.object({ entries: z.array(entry), next: nextOut });

export const auditCheck = z.object({
  entries: z.int().meta({ description: 'Those that have not come to their end.' }),
  head: z.string().meta({ description: 'The hash of the last entry, in hexadecimal.' }),
  findings: z.array(z.string()).meta({ description: 'What is not as it was written; empty when all is well.' }),
});
