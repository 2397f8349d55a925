/**
 * Second factors and recovery codes are encrypted by the sign-in library with what the vault's keys give. When a key is about to go, what was
 * encrypted with it is encrypted anew, or nobody who has a second factor could come in again.
 */
import { parseEnvelope, symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { createLibrary, type LibraryOptions } from './library.ts';

export interface SecondFactorRotation {
  readonly secondFactors: number;
  readonly rotated: number;
  /** Whose no key opens. */
  readonly lost: readonly string[];
}

export async function rotateSecondFactors(postgres: Postgres, secrets: LibraryOptions['secrets']): Promise<SecondFactorRotation> {
  // The address says where cookies and passkeys belong, of which nothing is touched.
  const { secretConfig } = await createLibrary({ postgres, secrets, address: 'http://localhost' }).$context;
  if (typeof secretConfig === 'string') throw new Error('the sign-in library takes no secrets in versions');
  const isPresent = (text: string) => parseEnvelope(text)?.version === secretConfig.currentVersion;
  const anew = async (text: string) =>
    symmetricEncrypt({ key: secretConfig, data: await symmetricDecrypt({ key: secretConfig, data: text }) });
  return inTransaction(postgres.pool, async (client) => {
    const { rows } = await client.query<{ id: string; userId: string; secret: string; backupCodes: string }>(
      'select id, "userId", secret, "backupCodes" from auth_two_factor order by id for update',
    );
    const lost: string[] = [];
    let rotated = 0;
    for (const { id, userId, secret, backupCodes } of rows) {
      if (isPresent(secret) && isPresent(backupCodes)) continue;
      const both = await Promise.all([anew(secret), anew(backupCodes)]).catch(() => null);
      if (both === null) lost.push(`the second factor of ${userId} was encrypted with a key that is not there`);
      else {
        await client.query('update auth_two_factor set secret = $2, "backupCodes" = $3 where id = $1', [id, ...both]);
        rotated += 1;
      }
    }
    return { secondFactors: rows.length, rotated, lost };
  });
}
