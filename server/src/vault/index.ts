/**
 * The vault: what must be read again, and by nobody else, such as a token for a help desk or the link in a letter not sent yet. All of it is in
 * one table, sealed, so that a new key is a matter of one walk. What need only be recognised is kept as a hash instead (accounts).
 */
import type pg from 'pg';
import { appendAudit, OPERATOR } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { acrossWorkspaces } from '../store/wall.ts';
import { derived, type Keyring } from './keyring.ts';
import { keyOfSeal, open, type Place, seal, SealError } from './seal.ts';

export { openKeyring } from './keyring.ts';
export { SealError } from './seal.ts';
export { createSigned } from './signed.ts';
export type Vault = ReturnType<typeof createVault>;

export interface Rotation {
  /** How many there are, and how many of them got the present key now. */
  readonly secrets: number;
  readonly rotated: number;
  /** Those that no key opens, each with the reason. */
  readonly lost: string[];
}

export function createVault({ postgres: { pool }, clock, keyring }: { postgres: Postgres; clock: Clock; keyring: Keyring }) {
  return {
    /** Throws ConfigError where there is no key. Whoever will need one asks at the start, and not when it is too late. */
    requireKey: (): void => void keyring(),

    /** 32 bytes for one use, from the present key; the same in every process that has it, and others after a rotation. */
    derive: (purpose: string): Buffer => derived(keyring()[0].key, `derive ${purpose}`),

    /** The same from every key, the present one first, for who has to know what was made before a rotation. */
    derivations: (purpose: string): Buffer[] => keyring().map(({ key }) => derived(key, `derive ${purpose}`)),

    /** Keeps a secret, in place of one that was there, within the caller's transaction. */
    async put(client: pg.ClientBase | pg.Pool, place: Place, secret: string): Promise<void> {
      const sealed = seal(keyring, place, secret);
      await client.query(
        `insert into secret (workspace_id, purpose, id, sealed, key_id, saved_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (workspace_id, purpose, id) do update set sealed = excluded.sealed, key_id = excluded.key_id, saved_at = excluded.saved_at`,
        [place.workspaceId, place.purpose, place.id, sealed, keyOfSeal(sealed), new Date(clock.now())],
      );
    },

    /** Null when there is none; throws SealError when there is one that does not open. */
    async get(place: Place): Promise<string | null> {
      const ask = () =>
        pool.query<{ sealed: Buffer }>(
          'select sealed from secret where workspace_id is not distinct from $1 and purpose = $2 and id = $3',
          [place.workspaceId, place.purpose, place.id],
        );
      const { rows } = place.workspaceId === null ? await acrossWorkspaces(ask) : await ask();
      return rows[0] ? open(keyring, place, rows[0].sealed) : null;
    },

    async remove(client: pg.ClientBase | pg.Pool, { workspaceId, purpose, id }: Place): Promise<void> {
      await client.query('delete from secret where workspace_id is not distinct from $1 and purpose = $2 and id = $3', [
        workspaceId,
        purpose,
        id,
      ]);
    },

    /** Seals all with the present key that have another's: what may be read afterwards without the older keys. A workspace at a time. */
    async rotate(): Promise<Rotation> {
      const { rows } = await pool.query<{ workspaceId: string | null }>('select distinct workspace_id as "workspaceId" from secret');
      const parts: Rotation[] = [];
      for (const { workspaceId } of rows) parts.push(await rotateOf(workspaceId));
      return {
        secrets: parts.reduce((sum, { secrets }) => sum + secrets, 0),
        rotated: parts.reduce((sum, { rotated }) => sum + rotated, 0),
        lost: parts.flatMap(({ lost }) => lost),
      };
    },
  };

  async function rotateOf(workspaceId: string | null): Promise<Rotation> {
    const present = keyring()[0].id;
    return inTransaction(pool, async (client) => {
      const { rows } = await client.query<{ purpose: string; id: string; sealed: Buffer }>(
        'select purpose, id, sealed from secret where workspace_id is not distinct from $1 order by purpose, id for update',
        [workspaceId],
      );
      const lost: string[] = [];
      let rotated = 0;
      for (const { purpose, id, sealed } of rows) {
        try {
          const place = { workspaceId, purpose, id };
          const secret = open(keyring, place, sealed);
          if (keyOfSeal(sealed) === present) continue;
          await client.query(
            'update secret set sealed = $4, key_id = $5 where workspace_id is not distinct from $1 and purpose = $2 and id = $3',
            [workspaceId, purpose, id, seal(keyring, place, secret), present],
          );
          rotated += 1;
        } catch (error) {
          if (!(error instanceof SealError)) throw error;
          lost.push(error.message);
        }
      }
      // The installation itself has no log of its own.
      if (workspaceId !== null && rotated > 0) {
        const deed = { action: 'secrets.rotated', subject: { kind: 'secrets', id: present, name: null }, after: { rotated } } as const;
        await appendAudit(client, { workspaceId, who: OPERATOR, now: clock.now() }, deed);
      }
      return { secrets: rows.length, rotated, lost };
    });
  }
}
