/** Accounts: who asks, in which workspace, and what they may. */
import type { Stage } from '@watchdesk/domain/metrics';
import type { Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import type { Postgres } from '../store/postgres/index.ts';
import type { Vault } from '../vault/index.ts';
import { type AccountMail, NO_MAIL } from './account-mail.ts';
import { createIdempotency } from './idempotency.ts';
import { createKeys } from './keys.ts';
import { createLibrary, type LibraryOptions } from './library.ts';
import { createMembers } from './members.ts';
import { createPeopleDoor } from './people-door.ts';
import { personasOf } from './personas.ts';
import { scopeOf } from './scope.ts';
import { createSessions, type SignIn } from './sessions.ts';
import type { ProviderCall } from './single-sign-on/index.ts';
import type { Viewer } from './viewer.ts';
import { wantSecondFactor, wantsSecondFactor } from './second-factor.ts';
import { saveVisibility, type Visibility, visibilityOf } from './visibility.ts';
import { setStage, stageOf, workspaces } from './workspaces.ts';

export * from './roles.ts';
export { notByProvider } from './sessions.ts';
export { createWorkspace, ensureOwnWorkspace, stageOf, type Workspace, workspaces } from './workspaces.ts';
export { type Persona, personasOf } from './personas.ts';
export type { Bound, Scope as ViewScope } from './scope.ts';
export {
  type Company,
  companyOf,
  customerSql,
  type Holders,
  isInCompany,
  isInSight,
  refuseBlind,
  SEES_ALL,
  type Sight,
  sightCondition,
  sightOf,
  sightSql,
} from './sight.ts';
export type { Invitation, Invited } from './invitations.ts';
export type { AccountMail } from './account-mail.ts';
export { type Caller } from './library.ts';
export type { Member } from './members.ts';
export { type NewlyProvided, type Provided, type ProvidedFilter, type ProvidedPerson, Taken } from './provisioning.ts';
export type { PeopleDoor } from './people-door.ts';
export type { Account, Identity, KeyBearer, Person, Viewer } from './viewer.ts';
export { REACHES, seesOf, type Visibility, visibility, visibilityOf } from './visibility.ts';
export {
  ATTEMPT_SECONDS,
  CALLBACK_PATH,
  NotLetIn,
  type ProviderCall,
  REFUSAL_CODES,
  REFUSALS,
  type SingleSignOn,
} from './single-sign-on/index.ts';
export { whoIs } from './who.ts';

export { hasShownTwo } from './second-factor.ts';
export { rotateSecondFactors } from './rotate-second-factors.ts';

export type Accounts = ReturnType<typeof createAccounts>;

/** What sessions are signed with, from the present key of the vault, and behind it what those before it give, by which what they encrypted is read. */
export function signingSecrets(vault: Vault): LibraryOptions['secrets'] {
  const [present, ...before] = vault.derivations('sign-in').map((secret) => secret.toString('base64'));
  return [present!, ...before];
}

interface AccountParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly signIn?: SignIn;
  /** What sessions are signed with, where people reach the application, and what single sign-on needs. Undefined where nobody has an account. */
  readonly sign?: {
    readonly secrets: LibraryOptions['secrets'];
    readonly address: string;
    readonly setUpCode: string | null;
    readonly vault: Vault;
    readonly call: ProviderCall;
  };
  readonly mail?: AccountMail;
  /** Called when what somebody may has changed. */
  readonly onChanged?: () => void;
}

export function createAccounts(parts: AccountParts) {
  const { postgres, clock, signIn = 'off', sign, mail = NO_MAIL, onChanged = () => {} } = parts;
  const library = sign && createLibrary({ postgres, secrets: sign.secrets, address: sign.address });
  const sessions = createSessions({ postgres, clock, signIn, library });
  const onChange = () => {
    sessions.forget();
    onChanged();
  };
  const members = createMembers({ postgres, clock, onChange });
  const people = library && sign && createPeopleDoor({ ...sign, postgres, clock, library, mail, members, onChange });
  return {
    keys: createKeys(parts),
    sessions,
    idempotency: createIdempotency(parts),
    members,
    /** Undefined where nobody has an account. */
    people,

    /** What the viewer may see of numbers and of tickets. */
    scopeOf: (viewer: Viewer) => scopeOf(postgres, viewer),

    /** What holds for the whole workspace. */
    settings: {
      read: async (workspaceId: string) => ({ stage: await stageOf(postgres, workspaceId) }),
      async save(workspaceId: string, { stage }: { readonly stage: Stage | null }, who: Who) {
        await setStage({ postgres, clock }, workspaceId, stage, who);
        return { stage };
      },
    },

    /** What each role sees. */
    visibility: {
      read: (workspaceId: string) => visibilityOf(postgres, workspaceId),
      async save(workspaceId: string, visibility: Visibility, who: Who): Promise<Visibility> {
        await saveVisibility({ postgres, clock }, workspaceId, visibility, who);
        onChange();
        return visibility;
      },
    },

    /** Whether everybody who comes in by password needs a second factor. */
    secondFactor: {
      isWanted: (workspaceId: string) => wantsSecondFactor(postgres, workspaceId),
      async want(workspaceId: string, isWanted: boolean, who: Who): Promise<void> {
        await wantSecondFactor({ postgres, clock }, workspaceId, isWanted, who);
        onChange();
      },
    },

    /** Who one may step in as, as they are called in the demonstration; nobody while that is off. */
    async personas() {
      if (signIn === 'off') return { personas: [] };
      const [first] = (await workspaces(postgres)).filter(({ kind }) => kind === 'demonstration');
      return { personas: first ? await personasOf(postgres, first.id) : [] };
    },

    /** Removes sessions that have ended, failures that are past and answers nobody will ask for again. */
    async tidy(): Promise<void> {
      const now = clock.now();
      await postgres.pool.query('delete from session where expires_at < $1', [new Date(now)]);
      await postgres.pool.query('delete from auth_session where "expiresAt" < now()');
      await postgres.pool.query('delete from auth_verification where "expiresAt" < now()');
      await people?.singleSignOn.tidy();
      await people?.signIn.tidy();
      await postgres.pool.query('delete from idempotency where created_at < $1', [new Date(now - 24 * 3600_000)]);
    },
  };
}
