/**
 * Single sign-on (OpenID Connect): a browser goes to its company's provider and comes back, once, within ten minutes. Everything that proves it is the
 * same one is derived from one secret in its cookie, of which only the hash is kept.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { appendAudit, createRefused, type Who } from '../../audit/index.ts';
import type { Clock } from '../../clock.ts';
import { inTransaction, type Postgres } from '../../store/postgres/index.ts';
import type { Vault } from '../../vault/index.ts';
import { type Caller, headersOf, type Library } from '../library.ts';
import type { createMembers } from '../members.ts';
import { hashOf, newSecret } from '../secrets.ts';
import { createArrivals } from './arrive.ts';
import { toldBy } from './claims.ts';
import { createProviders, type Proofs, type ProviderCall } from './provider.ts';
import { NotLetIn } from './refusals.ts';
import { createSettings, type Saved } from './settings.ts';

export type { ProviderCall } from './provider.ts';
export { NotLetIn, REFUSAL_CODES, REFUSALS } from './refusals.ts';
export type { SingleSignOn } from './settings.ts';

export const CALLBACK_PATH = '/api/v1/sign-in/single-sign-on/callback';
/** Long enough for a second factor that has to be found first. */
export const ATTEMPT_SECONDS = 600;

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly library: Library;
  readonly vault: Vault;
  readonly call: ProviderCall;
  readonly members: ReturnType<typeof createMembers>;
  /** Where people reach the application. */
  readonly address: string;
  readonly onChange: () => void;
}

export type SingleSignOnDoor = ReturnType<typeof createSingleSignOn>;

export function createSingleSignOn({ address, ...parts }: Parts) {
  const { postgres, clock, library } = parts;
  const { pool } = postgres;
  const settings = createSettings(parts);
  const providers = createProviders({ ...parts, settings });
  const { arrive } = createArrivals(parts);
  // Anybody may begin, and fail, as often as they like.
  const tellRefused = createRefused(parts);
  const redirectAddress = new URL(CALLBACK_PATH, address).href;

  async function tellRefusal({ workspaceId, issuer, label }: Saved, { code, detail, email }: NotLetIn, from: string): Promise<void> {
    const who = { kind: 'provider', id: issuer, name: label, from } as const;
    const subject = { kind: 'session', id: 'single-sign-on', name: email } as const;
    await tellRefused(workspaceId, who, { action: 'session.refused', subject, after: { how: HOW, why: code, detail } }, code);
  }

  /** Refusals are told of in the workspace whose provider it is. */
  async function telling<T>(saved: Saved, from: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof NotLetIn) await tellRefusal(saved, error, from);
      throw error;
    }
  }

  async function open(saved: Saved, userId: string, name: string, caller: Caller): Promise<readonly string[]> {
    const { response, headers } = await library.api.openSession({ body: { userId }, headers: headersOf(caller), returnHeaders: true });
    const { workspaceId } = saved;
    const who = { kind: 'person', id: userId, name, from: caller.from } as const;
    const subject = { kind: 'person', id: userId, name } as const;
    await inTransaction(pool, async (client) => {
      // Before the cookie leaves, so that there is no moment in which it enters more.
      await client.query('insert into single_sign_on_session (session_id, workspace_id) values ($1, $2)', [
        response.sessionId,
        workspaceId,
      ]);
      await appendAudit(client, { workspaceId, who, now: clock.now() }, { action: 'session.opened', subject, after: { how: HOW } });
    });
    return headers.getSetCookie();
  }

  return {
    settings,
    redirectAddress,
    offers: settings.offers,
    offersFor: settings.offersFor,
    test: providers.test,

    /** Where to send a browser, and the secret it keeps until it is back. `next`: where in the application it leads then. */
    async begin(workspaceId: string, next: string | null, from: string): Promise<{ address: string; secret: string }> {
      const saved = await settings.find(workspaceId);
      if (!saved) throw new NotLetIn('not_offered');
      const secret = newSecret();
      const to = await telling(saved, from, () => providers.addressFor(saved, redirectAddress, proofsOf(secret)));
      await pool.query('insert into single_sign_on_attempt (hash, workspace_id, next, expires_at) values ($1, $2, $3, $4)', [
        hashOf(secret),
        workspaceId,
        next,
        new Date(clock.now() + ATTEMPT_SECONDS * 1000),
      ]);
      return { address: to.href, secret };
    },

    /** Lets a browser in that is back from the provider with a query; its attempt is used up. Throws NotLetIn. */
    async finish(query: string, secret: string | undefined, caller: Caller): Promise<{ cookies: readonly string[]; next: string | null }> {
      const back = new URL(`${redirectAddress}${query}`);
      if (secret === undefined) throw new NotLetIn('again');
      const proofs = proofsOf(secret);
      if (!isSame(back.searchParams.get('state') ?? '', proofs.state)) throw new NotLetIn('again');
      const { rows } = await pool.query<{ workspaceId: string; next: string | null }>(
        'delete from single_sign_on_attempt where hash = $1 and expires_at > $2 returning workspace_id as "workspaceId", next',
        [hashOf(secret), new Date(clock.now())],
      );
      const saved = rows[0] && (await settings.find(rows[0].workspaceId));
      if (!rows[0] || !saved) throw new NotLetIn('again');
      return telling(saved, caller.from, async () => {
        const told = toldBy(await providers.claimsOf(saved, back, proofs), saved);
        const who: Who = { kind: 'provider', id: saved.issuer, name: saved.label, from: caller.from };
        const { userId, name } = await arrive(saved, told, who);
        return { cookies: await open(saved, userId, name, caller), next: rows[0]!.next };
      });
    },

    async tidy(): Promise<void> {
      await pool.query('delete from single_sign_on_attempt where expires_at < $1', [new Date(clock.now())]);
    },
  };
}

const HOW = 'single sign-on';

/** What a provider is shown of a secret tells nothing of it, and none of the three tells another. */
function proofsOf(secret: string): Proofs {
  const of = (use: string) => createHash('sha256').update(`${use} ${secret}`).digest('base64url');
  return { state: of('state'), nonce: of('nonce'), verifier: of('verifier') };
}

const isSame = (one: string, other: string): boolean => timingSafeEqual(hashOf(one), hashOf(other));
