/**
 * By which provider the people of a workspace may come in, and what their groups there make of them here. The client secret is sealed in the
 * vault and never answered again; with another issuer it has to be given again, or whoever may change this could have it sent to themselves.
 */
import type { PoolClient } from 'pg';
import { appendAudit, type Who } from '../../audit/index.ts';
import type { Clock } from '../../clock.ts';
import { invalid, Refusal } from '../../errors.ts';
import { inTransaction, type Postgres } from '../../store/postgres/index.ts';
import type { Vault } from '../../vault/index.ts';
import type { Role } from '../roles.ts';

/** What somebody who is in a group of the provider is here. */
export interface GroupRule {
  readonly group: string;
  /** Null: the group says nothing of the role. */
  readonly role: Role | null;
  readonly teams: readonly string[];
}

export interface SingleSignOn {
  /** What the button of the sign-in page says. */
  readonly label: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Of the e-mail addresses that may come. */
  readonly domains: readonly string[];
  readonly groupsClaim: string;
  /** The first with a role that somebody is in says the role; the teams are those of all. */
  readonly groups: readonly GroupRule[];
  /** Of those in no group that says one; null: they do not come in. */
  readonly defaultRole: Role | null;
  /** Whoever comes first is made; else they must be invited or provided before. */
  readonly makesPeople: boolean;
  /** Whether others than administrators may come by password and passkey too. */
  readonly passwords: boolean;
}

export interface Saved extends SingleSignOn {
  readonly workspaceId: string;
  readonly savedBy: string;
  readonly savedAt: Date;
}

const COLUMNS = `workspace_id as "workspaceId", label, issuer, client_id as "clientId", domains, groups_claim as "groupsClaim", groups,
  default_role as "defaultRole", makes_people as "makesPeople", passwords, saved_by as "savedBy", saved_at as "savedAt"`;

/** What the sign-in page needs, and no more. */
interface Offer {
  readonly workspace: string;
  readonly name: string;
  readonly label: string;
}
const OFFER = 'select w.workspace_id as workspace, w.name, s.label';
const OF_WORKSPACES = 'from single_sign_on s join workspace w using (workspace_id)';

/** Where the client secret is kept. */
const placeOf = (workspaceId: string) => ({ workspaceId, purpose: 'single-sign-on', id: 'client-secret' });
/** Under which name the library keeps who somebody is at the provider. */
export const providerId = (workspaceId: string): string => `oidc:${workspaceId}`;

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly onChange: () => void;
}

export type SingleSignOnSettings = ReturnType<typeof createSettings>;

export function createSettings({ postgres: { pool }, clock, vault, onChange }: Parts) {
  async function find(workspaceId: string, client: Pick<PoolClient, 'query'> = pool): Promise<Saved | null> {
    const { rows } = await client.query<Saved>(`select ${COLUMNS} from single_sign_on where workspace_id = $1`, [workspaceId]);
    return rows[0] ?? null;
  }

  return {
    /** Null where the workspace has none. */
    find: (workspaceId: string): Promise<Saved | null> => find(workspaceId),

    secret: (workspaceId: string): Promise<string | null> => vault.get(placeOf(workspaceId)),

    /** What the sign-in page tells anybody: the one there is. Where there are several companies, none, but that one may be asked for. */
    async offers(): Promise<{ offers: Offer[]; asksForCompany: boolean }> {
      const { rows } = await pool.query<Offer & { companies: number }>(
        `${OFFER}, (select count(*)::int from workspace where kind = 'own') as companies ${OF_WORKSPACES}`,
      );
      const isOne = rows.every(({ companies }) => companies <= 1);
      return { offers: isOne ? rows.map(({ companies: _companies, ...one }) => one) : [], asksForCompany: !isOne };
    },

    /** Of those whose people have such an address. */
    async offersFor(email: string): Promise<Offer[]> {
      const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
      return (await pool.query<Offer>(`${OFFER} ${OF_WORKSPACES} where $1 = any(s.domains) order by lower(w.name), 1`, [domain])).rows;
    },

    /** `clientSecret`: another one; left out, the one before stays. */
    async save(
      workspaceId: string,
      { clientSecret, ...settings }: SingleSignOn & { readonly clientSecret?: string | undefined },
      savedBy: string,
      who: Who,
    ): Promise<Saved> {
      if (settings.defaultRole === null && !settings.groups.some(({ role }) => role !== null))
        throw invalid('defaultRole', 'must be a role as long as no group says one, or nobody could come in');
      const now = clock.now();
      const saved = await inTransaction(pool, async (client) => {
        const { rows } = await client.query<{ kind: string }>('select kind from workspace where workspace_id = $1 for update', [
          workspaceId,
        ]);
        // Whoever looks at it may step in as its administrator, and would write on everybody's sign-in page.
        if (rows[0]?.kind === 'demonstration') throw new Refusal('not_possible', 'The demonstration has no accounts.');
        await refuseUnknownTeams(client, workspaceId, settings.groups);
        const before = await find(workspaceId, client);
        const isOther = before !== null && before.issuer !== settings.issuer;
        if (clientSecret === undefined && (before === null || isOther))
          throw invalid('clientSecret', before ? 'must be given again with another issuer' : 'is required');
        if (clientSecret !== undefined) await vault.put(client, placeOf(workspaceId), clientSecret);
        // Another provider's people are others, whatever it calls them.
        if (isOther) {
          await forgetSubjects(client, workspaceId);
          await endSessions(client, workspaceId);
        }
        await client.query(
          `insert into single_sign_on (workspace_id, label, issuer, client_id, domains, groups_claim, groups, default_role, makes_people, passwords,
             saved_by, saved_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
           on conflict (workspace_id) do update set label = excluded.label, issuer = excluded.issuer, client_id = excluded.client_id,
             domains = excluded.domains, groups_claim = excluded.groups_claim, groups = excluded.groups, default_role = excluded.default_role,
             makes_people = excluded.makes_people, passwords = excluded.passwords, saved_by = excluded.saved_by, saved_at = excluded.saved_at`,
          [
            workspaceId,
            settings.label,
            settings.issuer,
            settings.clientId,
            settings.domains,
            settings.groupsClaim,
            JSON.stringify(settings.groups),
            settings.defaultRole,
            settings.makesPeople,
            settings.passwords,
            savedBy,
            new Date(now),
          ],
        );
        const subject = { kind: 'workspace', id: workspaceId, name: null } as const;
        const after = { ...settings, ...(clientSecret !== undefined && { clientSecret: 'another' }) };
        await appendAudit(
          client,
          { workspaceId, who, now },
          { action: 'single_sign_on.saved', subject, before: before && toldOf(before), after },
        );
        return { ...settings, workspaceId, savedBy, savedAt: new Date(now) };
      });
      onChange();
      return saved;
    },

    /** Whoever came by it needs a password from then on. Sessions that it opened end. */
    async remove(workspaceId: string, who: Who): Promise<void> {
      await inTransaction(pool, async (client) => {
        const before = await find(workspaceId, client);
        if (!before) throw new Refusal('not_found', 'There is no single sign-on in this workspace.');
        await client.query('delete from single_sign_on where workspace_id = $1', [workspaceId]);
        await client.query('delete from single_sign_on_attempt where workspace_id = $1', [workspaceId]);
        await endSessions(client, workspaceId);
        await forgetSubjects(client, workspaceId);
        await vault.remove(client, placeOf(workspaceId));
        const subject = { kind: 'workspace', id: workspaceId, name: null } as const;
        await appendAudit(
          client,
          { workspaceId, who, now: clock.now() },
          { action: 'single_sign_on.removed', subject, before: toldOf(before) },
        );
      });
      onChange();
    },
  };
}

const toldOf = ({ workspaceId: _workspace, savedBy: _by, savedAt: _at, ...settings }: Saved): SingleSignOn => settings;

/** Those that the provider has opened. */
const endSessions = (client: PoolClient, workspaceId: string) =>
  client.query('delete from auth_session s using single_sign_on_session o where o.session_id = s.id and o.workspace_id = $1', [
    workspaceId,
  ]);

const forgetSubjects = (client: PoolClient, workspaceId: string) =>
  client.query('delete from auth_account where "providerId" = $1', [providerId(workspaceId)]);

async function refuseUnknownTeams(client: PoolClient, workspaceId: string, groups: readonly GroupRule[]): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `select id from directory where workspace_id = $1 and kind = 'team' and id = any($2)`,
    [workspaceId, groups.flatMap(({ teams }) => teams)],
  );
  const known = new Set(rows.map(({ id }) => id));
  for (const [at, { teams }] of groups.entries()) {
    const wrong = teams.findIndex((team) => !known.has(team));
    if (wrong >= 0) throw invalid(`groups.${at}.teams.${wrong}`, 'must be a team of this workspace');
  }
}
