/**
 * People whom a company's own directory provides (SCIM): made without a password, changed and taken away as it says. What belongs to the account,
 * which is a name and an address, it changes only of those who belong to no other workspace.
 */
import type { PoolClient } from 'pg';
import { appendAudit, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { Refusal } from '../errors.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { acrossWorkspaces } from '../store/wall.ts';
import { addAccount } from './add-account.ts';
import type { Library } from './library.ts';
import { belongsElsewhere, type createMembers, join } from './members.ts';
import type { Role } from './roles.ts';

export interface ProvidedPerson {
  readonly id: string;
  /** What the directory calls them; the address where it said nothing. */
  readonly userName: string;
  readonly email: string;
  readonly name: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly active: boolean;
  readonly role: Role;
  readonly externalId: string | null;
  /** ISO 8601. */
  readonly joinedAt: string;
}

export type Provided = Partial<Omit<ProvidedPerson, 'id' | 'joinedAt'>>;
export type NewlyProvided = Provided & Pick<ProvidedPerson, 'userName' | 'email'>;
/** By what people are looked for, one of it. */
export type ProvidedFilter = Partial<Pick<ProvidedPerson, 'id' | 'userName' | 'email' | 'externalId' | 'name' | 'active' | 'role'>>;

/** There is one of the kind already. */
export class Taken extends Refusal {
  constructor(detail: string) {
    super('not_possible', detail);
  }
}

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly library: Library;
  readonly members: Pick<ReturnType<typeof createMembers>, 'change' | 'changeIn' | 'find' | 'remove'>;
  /** Tells somebody new how they come in, in the transaction that makes them. */
  readonly welcome: (client: PoolClient, told: { userId: string; email: string; workspaceId: string }) => Promise<void>;
  /** What somebody is of whom nothing is said. */
  readonly usualRole: (workspaceId: string) => Promise<Role>;
  readonly onChange: () => void;
}

const FIELDS = {
  id: 'm.user_id::text',
  userName: 'lower(coalesce(m.user_name, u.email))',
  email: 'u.email',
  externalId: 'm.external_id',
  name: 'lower(u.name)',
  active: 'm.active::text',
  role: 'm.role',
} as const satisfies Record<keyof ProvidedFilter, string>;
const IN_SMALL = new Set<string>(['userName', 'email', 'name']);

const SELECT = `select m.user_id as id, coalesce(m.user_name, u.email) as "userName", u.email, u.name, m.given_name as "givenName",
    m.family_name as "familyName", m.active, m.role, m.external_id as "externalId", m.joined_at as "joinedAt"
  from member m join auth_user u on u.id = m.user_id where m.workspace_id = $1`;
type Row = Omit<ProvidedPerson, 'joinedAt'> & { readonly joinedAt: Date };
const asPerson = ({ joinedAt, ...row }: Row): ProvidedPerson => ({ ...row, joinedAt: joinedAt.toISOString() });

export type Provisioning = ReturnType<typeof createProvisioning>;

export function createProvisioning({ postgres: { pool }, clock, library, members, welcome, usualRole, onChange }: Parts) {
  async function find(workspaceId: string, id: string, client: Pick<PoolClient, 'query'> = pool): Promise<ProvidedPerson> {
    const { rows } = await client.query<Row>(`${SELECT} and m.user_id::text = $2`, [workspaceId, id]);
    if (!rows[0]) throw new Refusal('not_found', 'There is no such person in this workspace.');
    return asPerson(rows[0]);
  }

  async function refuseTaken(
    client: Pick<PoolClient, 'query'>,
    workspaceId: string,
    { userName, externalId }: Provided,
    but: string | null,
  ): Promise<void> {
    const { rows } = await client.query<{ isName: boolean }>(
      `select lower(coalesce(m.user_name, u.email)) = lower($3) as "isName" from member m join auth_user u on u.id = m.user_id
       where m.workspace_id = $1 and ($2::uuid is null or m.user_id <> $2) and (lower(coalesce(m.user_name, u.email)) = lower($3) or m.external_id = $4)`,
      [workspaceId, but, userName ?? null, externalId ?? null],
    );
    if (rows[0]) throw new Taken(`There is somebody of this ${rows[0].isName ? 'userName' : 'externalId'} already.`);
  }

  async function keep(
    client: PoolClient,
    workspaceId: string,
    id: string,
    { userName, givenName, familyName, externalId }: ProvidedPerson,
  ) {
    await client.query(
      'update member set user_name = $3, given_name = $4, family_name = $5, external_id = $6 where workspace_id = $1 and user_id = $2',
      [workspaceId, id, userName, givenName, familyName, externalId],
    );
  }

  /** Name and address, of an account that is this workspace's alone. */
  async function changeAccount(
    client: PoolClient,
    workspaceId: string,
    before: ProvidedPerson,
    after: ProvidedPerson,
    who: Who,
  ): Promise<void> {
    if (before.email === after.email && before.name === after.name) return;
    if (await belongsElsewhere({ pool }, workspaceId, before.id)) {
      if (before.email === after.email) return; // the name is theirs, and the directory may keep its own
      throw new Refusal('not_possible', 'They belong to another workspace too: their address is theirs to change.');
    }
    const taken = await client.query('select from auth_user where email = $1 and id <> $2', [after.email, before.id]);
    if (taken.rowCount !== 0) throw new Taken('There is an account of this address already.');
    await client.query('update auth_user set email = $2, name = $3, "updatedAt" = $4 where id = $1', [
      before.id,
      after.email,
      after.name,
      new Date(clock.now()),
    ]);
    const subject = { kind: 'person', id: before.id, name: before.name } as const;
    const told = { before: accountOf(before), after: accountOf(after) };
    await appendAudit(client, { workspaceId, who, now: clock.now() }, { action: 'person.changed', subject, ...told });
  }

  return {
    find,
    usualRole,

    /** In a fixed order, from the place `skip`; how many there are in all. */
    async list(workspaceId: string, filter: ProvidedFilter, { skip, limit }: { skip: number; limit: number }) {
      const [field] = Object.keys(filter) as (keyof ProvidedFilter)[];
      const value = field && String(filter[field]);
      const condition = field ? ` and ${FIELDS[field]} = $2` : ' and $2::text is null';
      const { rows } = await pool.query<Row & { total: number }>(
        `select *, count(*) over () as total from (${SELECT}${condition}) found order by "joinedAt", id limit $3 offset $4`,
        [workspaceId, field && IN_SMALL.has(field) ? value!.toLowerCase() : (value ?? null), Math.max(limit, 1), skip],
      );
      const total = rows[0]?.total ?? (skip === 0 ? 0 : await countOf(workspaceId, condition, value ?? null));
      return { total, people: rows.slice(0, limit).map(({ total: _total, ...row }) => asPerson(row)) };
    },

    /** Throws Taken for whom there is already. Of an account that belongs elsewhere its holder decides, by an invitation. */
    async create(workspaceId: string, given: NewlyProvided, who: Who): Promise<ProvidedPerson> {
      const email = given.email.toLowerCase();
      const role = given.role ?? (await usualRole(workspaceId));
      const now = clock.now();
      const made = await inTransaction(pool, async (client) => {
        await client.query('select from workspace where workspace_id = $1 for update', [workspaceId]);
        await refuseTaken(client, workspaceId, given, null);
        const known = await client.query<{ isHere: boolean }>(
          'select exists (select from member m where m.user_id = u.id and m.workspace_id = $1) as "isHere" from auth_user u where u.email = $2',
          [workspaceId, email],
        );
        if (known.rows[0]?.isHere) throw new Taken('There is somebody of this address already.');
        if (known.rows[0])
          throw new Taken(
            'There is an account of this address that belongs to another workspace: invite them, so that they join with it themselves.',
          );
        const name = given.name ?? email.slice(0, email.lastIndexOf('@'));
        const id = await addAccount(client, library, { email, name, password: null }, now);
        const standing = { role, agentId: null, teams: [] };
        await join(client, workspaceId, id, standing, now);
        const active = given.active ?? true;
        await client.query('update member set active = $3 where workspace_id = $1 and user_id = $2', [workspaceId, id, active]);
        await keep(client, workspaceId, id, { ...NOBODY, ...given, id, email, name, role, active, joinedAt: '' });
        await client.query(
          'update invitation set accepted_at = $3 where workspace_id = $1 and email = $2 and accepted_at is null and revoked_at is null',
          [workspaceId, email, new Date(now)],
        );
        const subject = { kind: 'person', id, name } as const;
        await appendAudit(client, { workspaceId, who, now }, { action: 'person.joined', subject, after: { email, ...standing, active } });
        if (active) await welcome(client, { userId: id, email, workspaceId });
        return find(workspaceId, id, client);
      });
      onChange();
      return made;
    },

    /** What is left out stays. All of it holds or none; but whoever is no longer active is out at once, whatever else is wrong. The last administrator stays one. */
    async change(workspaceId: string, id: string, given: Provided, who: Who): Promise<ProvidedPerson> {
      const present = await find(workspaceId, id);
      if (present.active && given.active === false) await members.change(workspaceId, id, { active: false }, who);
      const work = async (client: PoolClient) => {
        await client.query('select from workspace where workspace_id = $1 for update', [workspaceId]);
        const before = await find(workspaceId, id, client);
        const after: ProvidedPerson = { ...before, ...given, email: (given.email ?? before.email).toLowerCase() };
        await refuseTaken(client, workspaceId, after, id);
        const { active, role } = after;
        if (before.active !== active || before.role !== role) await members.changeIn(client, workspaceId, id, { active, role }, who);
        await changeAccount(client, workspaceId, before, after, who);
        await keep(client, workspaceId, id, after);
      };
      // Over the wall: the account, and whether its sessions end, is not one workspace's alone.
      await acrossWorkspaces(() => inTransaction(pool, work));
      onChange();
      return find(workspaceId, id);
    },

    async remove(workspaceId: string, id: string, who: Who): Promise<void> {
      await find(workspaceId, id);
      await members.remove(workspaceId, id, who);
    },
  };

  async function countOf(workspaceId: string, condition: string, value: string | null): Promise<number> {
    const { rows } = await pool.query<{ count: number }>(`select count(*) as count from (${SELECT}${condition}) found`, [
      workspaceId,
      value,
    ]);
    return rows[0]!.count;
  }
}

const accountOf = ({ name, email }: ProvidedPerson) => ({ name, email });
const NOBODY = { givenName: null, familyName: null, externalId: null };
