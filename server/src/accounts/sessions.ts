/**
 * Sessions of the demonstration's sign-in. The cookie holds a secret, the table its hash. The personas belong to every
 * workspace; which one is meant, the header says, else the one the session began in.
 */
import type { Clock } from '../clock.ts';
import { appendAudit } from '../audit/index.ts';
import { invalid, Refusal } from '../errors.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { personasOf } from './personas.ts';
import { remembered } from '../remembered.ts';
import { SCOPES_OF } from './roles.ts';
import { hashOf, newSecret } from './secrets.ts';
import type { Person, Viewer } from './viewer.ts';
import { whoIs } from './who.ts';
import { type Workspace, workspaces } from './workspaces.ts';

const MAX_AGE_SECONDS = 14 * 24 * 3600;
const PREPARING_SECONDS = 3;

/** Who may begin a session: whoever chooses a persona, or nobody. */
export type SignIn = 'personas' | 'off';

const closed = () =>
  new Refusal(
    'forbidden',
    'The sign-in is off here. Use an API key, or set WATCHDESK_SIGN_IN=personas to let in whoever reaches this address.',
  );
const expired = () => new Refusal('unauthenticated', 'The session has ended; sign in again.');

/** Says nothing of the secret. */
const sessionId = (hash: Buffer) => `session:${hash.toString('base64url').slice(0, 16)}`;

export function createSessions({ postgres, clock, signIn }: { postgres: Postgres; clock: Clock; signIn: SignIn }) {
  const { pool } = postgres;
  const people = remembered<Person>(clock);

  const personIn = async (workspaceId: string, personaId: string, hash: Buffer): Promise<Person> => {
    const persona = (await personasOf(postgres, workspaceId)).find(({ id }) => id === personaId);
    if (!persona) throw expired();
    return {
      kind: 'person',
      id: sessionId(hash),
      workspace: workspaceId,
      source: 'application',
      scopes: SCOPES_OF[persona.role],
      persona,
      agentId: persona.agentId,
    };
  };

  const look = async (hash: Buffer, wanted: string | undefined): Promise<Person> => {
    const { rows } = await pool.query<{ workspaceId: string; persona: string }>(
      'select workspace_id as "workspaceId", persona from session where hash = $1 and expires_at > $2',
      [hash, new Date(clock.now())],
    );
    const [session] = rows;
    if (!session) throw expired();
    if (wanted !== undefined && !(await workspaces(postgres)).some(({ id }) => id === wanted))
      throw new Refusal('forbidden', 'There is no such workspace for you.');
    return personIn(wanted ?? session.workspaceId, session.persona, hash);
  };

  return {
    /** Who a cookie's secret stands for. */
    viewer: async (secret: string, wanted: string | undefined): Promise<Person> => {
      if (signIn === 'off') throw expired(); // one begun while it was on ends with it
      return people.get(`${hashOf(secret).toString('base64')} ${wanted ?? ''}`, () => look(hashOf(secret), wanted));
    },

    /** Begins a session; the secret goes into the cookie and nowhere else. */
    async open(
      personaId: string,
      wanted: string | undefined,
      from: string,
    ): Promise<{ secret: string; viewer: Person; maxAgeSeconds: number }> {
      if (signIn === 'off') throw closed();
      const all = await workspaces(postgres);
      if (all.length === 0)
        throw new Refusal('unavailable', 'The workspace is being prepared; try again in a moment.', {
          retryAfterSeconds: PREPARING_SECONDS,
        });
      const workspace = wanted === undefined ? all[0] : all.find(({ id }) => id === wanted);
      if (!workspace) throw new Refusal('forbidden', 'There is no such workspace for you.');
      const personas = await personasOf(postgres, workspace.id);
      if (!personas.some(({ id }) => id === personaId))
        throw invalid('persona', `must be one of ${personas.map(({ id }) => id).join(', ')}`);
      const secret = newSecret();
      const now = clock.now();
      const viewer = await personIn(workspace.id, personaId, hashOf(secret));
      await inTransaction(pool, async (client) => {
        await client.query('insert into session (hash, workspace_id, persona, created_at, expires_at) values ($1, $2, $3, $4, $5)', [
          hashOf(secret),
          workspace.id,
          personaId,
          new Date(now),
          new Date(now + MAX_AGE_SECONDS * 1000),
        ]);
        const subject = { kind: 'session', id: viewer.id, name: null } as const;
        await appendAudit(client, { workspaceId: workspace.id, who: whoIs(viewer, from), now }, { action: 'session.opened', subject });
      });
      return { secret, viewer, maxAgeSeconds: MAX_AGE_SECONDS };
    },

    /** Ends it, whoever holds its secret. One that is over already is not ended again. */
    async close(secret: string, from: string): Promise<void> {
      const hash = hashOf(secret);
      await inTransaction(pool, async (client) => {
        const { rows } = await client.query<{ workspaceId: string; persona: string }>(
          'delete from session where hash = $1 returning workspace_id as "workspaceId", persona',
          [hash],
        );
        const [session] = rows;
        if (!session) return;
        const { workspaceId, persona } = session;
        const found = (await personasOf(postgres, workspaceId)).find(({ id }) => id === persona);
        const who = { kind: 'person', id: persona, name: found?.name ?? persona, from } as const;
        const subject = { kind: 'session', id: sessionId(hash), name: null } as const;
        await appendAudit(client, { workspaceId, who, now: clock.now() }, { action: 'session.closed', subject });
      });
      people.forget();
    },

    /** What the web application shows of who is signed in. */
    async describe(viewer: Viewer): Promise<Pick<Person, 'persona' | 'scopes'> & { workspace: Workspace; workspaces: Workspace[] }> {
      if (viewer.kind !== 'person') throw new Refusal('forbidden', 'An API key has no session; sign in as a person.');
      const all = await workspaces(postgres);
      const workspace = all.find(({ id }) => id === viewer.workspace);
      if (!workspace) throw expired();
      return { persona: viewer.persona, scopes: viewer.scopes, workspace, workspaces: all };
    },
  };
}
