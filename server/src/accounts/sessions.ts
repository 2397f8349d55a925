/**
 * Who a browser's cookie stands for: an account, which the sign-in library knows, or a persona of the demonstration, whose cookie
 * holds a secret of which the table has the hash. Which workspace is meant, the header says; else the account's oldest, or the demonstration.
 */
import type { Clock } from '../clock.ts';
import { appendAudit } from '../audit/index.ts';
import { invalid, Refusal } from '../errors.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { type Library, headersOf } from './library.ts';
import { personasOf } from './personas.ts';
import { remembered } from '../remembered.ts';
import { SCOPES_OF, TITLE_OF } from './roles.ts';
import { hashOf, newSecret } from './secrets.ts';
import { entryOf } from './single-sign-on/enter.ts';
import type { Account, Person, Viewer } from './viewer.ts';
import { NOTHING, seesOf, visibilityOf } from './visibility.ts';
import { whoIs } from './who.ts';
import { type Workspace, workspaces } from './workspaces.ts';

const MAX_AGE_SECONDS = 14 * 24 * 3600;
const PREPARING_SECONDS = 3;

/** Who may begin a session without an account: whoever chooses a persona of the demonstration, or nobody. */
export type SignIn = 'personas' | 'off';

/** What a browser shows of itself. */
export interface Cookies {
  /** The secret of a persona's session. */
  readonly persona: string | undefined;
  /** The value of the library's own cookie. */
  readonly account: string | undefined;
}

const closed = () =>
  new Refusal(
    'forbidden',
    'Stepping in as a persona is off here. Sign in with an account, use an API key, or set WATCHDESK_SIGN_IN=personas to let whoever reaches this address look at the demonstration.',
  );
const expired = () => new Refusal('unauthenticated', 'The session has ended; sign in again.');
/** For whom a company lets in by its own provider alone. */
export const byProvider = (label: string): Refusal =>
  new Refusal('forbidden', `Your company lets you in by its own sign-in alone: ${label}.`);
const elsewhere = () => new Refusal('forbidden', 'There is no such workspace for you.');

/** Says nothing of the secret. */
const sessionId = (hash: Buffer) => `session:${hash.toString('base64url').slice(0, 16)}`;

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly signIn: SignIn;
  /** Undefined where nobody has an account. */
  readonly library: Library | undefined;
}

export function createSessions({ postgres, clock, signIn, library }: Parts) {
  const { pool } = postgres;
  const people = remembered<Person>(clock);

  const demonstrations = async () => (await workspaces(postgres)).filter(({ kind }) => kind === 'demonstration');

  const personaIn = async (workspaceId: string, personaId: string, hash: Buffer): Promise<Person> => {
    const persona = (await personasOf(postgres, workspaceId)).find(({ id }) => id === personaId);
    if (!persona) throw expired();
    return {
      kind: 'person',
      id: sessionId(hash),
      workspace: workspaceId,
      source: 'application',
      scopes: SCOPES_OF[persona.role],
      person: persona,
      agentId: persona.agentId,
      teams: [],
      sees: seesOf(await visibilityOf(postgres, workspaceId), persona.role),
      account: null,
    };
  };

  const personaOf = async (secret: string, wanted: string | undefined): Promise<Person> => {
    if (signIn === 'off') throw expired(); // one begun while it was on ends with it
    const hash = hashOf(secret);
    const { rows } = await pool.query<{ workspaceId: string; persona: string }>(
      'select workspace_id as "workspaceId", persona from session where hash = $1 and expires_at > $2',
      [hash, new Date(clock.now())],
    );
    const [session] = rows;
    if (!session) throw expired();
    if (wanted !== undefined && !(await demonstrations()).some(({ id }) => id === wanted)) throw elsewhere();
    return personaIn(wanted ?? session.workspaceId, session.persona, hash);
  };

  const askLibrary = async (cookie: string) =>
    library ? library.api.getSession({ headers: headersOf({ ...NOBODY, cookie: await cookieHeader(library, cookie) }) }) : null;

  const accountOf = async (cookie: string, wanted: string | undefined): Promise<Person> => {
    const found = await askLibrary(cookie);
    if (!found) throw expired();
    const { user, session } = found;
    const { memberships, through, byPasskey, elsewhere: provider } = await entryOf(postgres, user.id, session.id);
    const membership = wanted === undefined ? memberships[0] : memberships.find(({ workspaceId }) => workspaceId === wanted);
    if (!membership) {
      if (memberships.length > 0) throw elsewhere();
      throw provider === null || through !== null
        ? new Refusal('forbidden', 'You belong to no workspace; ask an administrator for an invitation.')
        : byProvider(provider);
    }
    const { workspaceId, role, agentId, teams, needsSecondFactor } = membership;
    return {
      kind: 'person',
      id: `person:${user.id}`,
      workspace: workspaceId,
      source: 'application',
      scopes: needsSecondFactor ? [] : SCOPES_OF[role],
      person: { id: user.id, name: user.name, role, title: TITLE_OF[role], agentId },
      agentId,
      teams,
      sees: needsSecondFactor ? NOTHING : seesOf(await visibilityOf(postgres, workspaceId), role),
      account: {
        userId: user.id,
        email: user.email,
        hasSecondFactor: user.twoFactorEnabled === true,
        needsSecondFactor,
        byPasskey,
        sessionId: session.id,
        through,
      },
    };
  };

  return {
    /** Who the cookies stand for: the persona one has stepped in as, else the account. */
    viewer: async ({ persona, account }: Cookies, wanted: string | undefined): Promise<Person> => {
      if (persona !== undefined)
        try {
          return await people.get(`persona ${hashOf(persona).toString('base64')} ${wanted ?? ''}`, () => personaOf(persona, wanted));
        } catch (error) {
          // A persona that is over leaves who one is by one's account.
          if (account === undefined || !(error instanceof Refusal) || error.code !== 'unauthenticated') throw error;
        }
      if (account === undefined) throw expired();
      return people.get(`account ${account} ${wanted ?? ''}`, () => accountOf(account, wanted));
    },

    /** The account that a cookie stands for, whether or not it belongs to a workspace. */
    async account(cookie: string | undefined): Promise<{ userId: string; email: string; name: string }> {
      const found = cookie === undefined ? null : await askLibrary(cookie);
      if (!found) throw new Refusal('unauthenticated', 'Sign in with your account first.');
      if ((await entryOf(postgres, found.user.id, found.session.id)).through !== null) throw notByProvider();
      return { userId: found.user.id, email: found.user.email, name: found.user.name };
    },

    /** What was remembered of who may what is asked again. */
    forget: () => people.forget(),

    /** Begins a session as a persona; the secret goes into the cookie and nowhere else. */
    async open(
      personaId: string,
      wanted: string | undefined,
      from: string,
    ): Promise<{ secret: string; viewer: Person; maxAgeSeconds: number }> {
      if (signIn === 'off') throw closed();
      const all = await demonstrations();
      if (all.length === 0)
        throw new Refusal('unavailable', 'The demonstration is being prepared; try again in a moment.', {
          retryAfterSeconds: PREPARING_SECONDS,
        });
      const workspace = wanted === undefined ? all[0] : all.find(({ id }) => id === wanted);
      if (!workspace) throw elsewhere();
      const personas = await personasOf(postgres, workspace.id);
      if (!personas.some(({ id }) => id === personaId))
        throw invalid('persona', `must be one of ${personas.map(({ id }) => id).join(', ')}`);
      const secret = newSecret();
      const now = clock.now();
      const viewer = await personaIn(workspace.id, personaId, hashOf(secret));
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

    /** Ends a persona's session, whoever holds its secret. One that is over already is not ended again. */
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
    async describe(viewer: Viewer): Promise<Described> {
      if (viewer.kind !== 'person') throw new Refusal('forbidden', 'An API key has no session; sign in as a person.');
      const { person, scopes, sees, account } = viewer;
      const all = await (account ? workspacesOf(account) : demonstrations());
      const workspace = all.find(({ id }) => id === viewer.workspace);
      if (!workspace) throw expired();
      return {
        person,
        scopes,
        sees,
        account: account && {
          email: account.email,
          hasSecondFactor: account.hasSecondFactor,
          needsSecondFactor: account.needsSecondFactor,
        },
        workspace,
        workspaces: all,
      };
    },
  };

  async function workspacesOf(account: Account): Promise<Workspace[]> {
    const { memberships } = await entryOf(postgres, account.userId, account.sessionId);
    const own = new Set(memberships.map(({ workspaceId }) => workspaceId));
    return (await workspaces(postgres)).filter(({ id }) => own.has(id));
  }
}

interface Described extends Pick<Person, 'person' | 'scopes' | 'sees'> {
  readonly account: Pick<Account, 'email' | 'hasSecondFactor' | 'needsSecondFactor'> | null;
  readonly workspace: Workspace;
  readonly workspaces: Workspace[];
}

/** A company's provider opens that company's workspace; the account itself is its holder's. */
export const notByProvider = (): Refusal =>
  new Refusal('forbidden', 'You came in by your company’s sign-in, which this does not belong to. Sign in with your password for it.');

const NOBODY = { cookie: undefined, origin: undefined, userAgent: undefined, from: '' };

/** The name of the library's cookie depends on whether the address is https. */
export const accountCookie = async (library: Library): Promise<string> => (await library.$context).authCookies.sessionToken.name;
const cookieHeader = async (library: Library, value: string): Promise<string> =>
  `${await accountCookie(library)}=${encodeURIComponent(value)}`;
