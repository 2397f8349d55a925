/** How the sender of a mapped webhook shows who it is, as the connection's options say. */
import { z } from 'zod';
import { bodyHmac, type Scheme, SCHEMES, sharedSecret } from '../signatures/index.ts';

const header = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,64}$/, 'must be the name of a header such as X-Signature')
  .describe('The header that holds it');
const prefix = z.string().max(20).optional().describe('What stands before it, such as “sha256=”');

export const senderCheck = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('standard-webhooks') }).meta({ title: 'Standard Webhooks' }),
  z
    .strictObject({
      kind: z.literal('hmac'),
      header,
      algorithm: z.enum(['sha1', 'sha256', 'sha512']).default('sha256').describe('Algorithm of the HMAC'),
      encoding: z.enum(['hex', 'base64']).default('hex').describe('How it is written'),
      prefix,
    })
    .meta({ title: 'Signature in a header' }),
  z.strictObject({ kind: z.literal('secret'), header, prefix }).meta({ title: 'Secret in a header' }),
]);
export type SenderCheck = z.infer<typeof senderCheck>;

export function schemeOf(check: SenderCheck): Scheme {
  switch (check.kind) {
    case 'standard-webhooks':
      return SCHEMES['standard-webhooks'];
    case 'hmac':
      return bodyHmac(check);
    case 'secret':
      return sharedSecret(check);
  }
}
