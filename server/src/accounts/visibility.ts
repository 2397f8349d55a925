/**
 * What each role sees, as a workspace has it: whose rows one by one, whose rows summed up, and whether customers and their words.
 * `scope.ts` makes a viewer's scope of it. Administrators see everything, or they could not answer for it.
 */
import { z } from 'zod';
import { appendAudit, type Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { ROLES, type Role } from './roles.ts';

/** From the narrowest: nobody, oneself, the teams one belongs to, everybody. */
export const REACHES = ['none', 'own', 'teams', 'all'] as const;
export type Reach = (typeof REACHES)[number];

const MARGINS = z
  .strictObject({
    rows: z.enum(REACHES).meta({ description: 'Whose work may be seen one by one.' }),
    aggregate: z.enum(REACHES).meta({ description: 'Whose work may be seen summed up: at least those of `rows`.' }),
    text: z.boolean().meta({ description: 'Whether tickets are seen at all: who the customers are and what is written.' }),
  })
  .refine(({ rows, aggregate }) => REACHES.indexOf(aggregate) >= REACHES.indexOf(rows), {
    path: ['aggregate'],
    message: 'must reach as far as `rows` at least',
  });
export type Sees = z.infer<typeof MARGINS>;

const SETTABLE = ROLES.filter((role): role is Exclude<Role, 'admin'> => role !== 'admin');
type SettableRole = (typeof SETTABLE)[number];

export const visibility = z.strictObject(
  Object.fromEntries(SETTABLE.map((role) => [role, MARGINS])) as Record<SettableRole, typeof MARGINS>,
);
export type Visibility = z.infer<typeof visibility>;

const DEFAULT_VISIBILITY: Visibility = {
  agent: { rows: 'own', aggregate: 'teams', text: true },
  lead: { rows: 'teams', aggregate: 'teams', text: true },
  manager: { rows: 'all', aggregate: 'all', text: true },
  executive: { rows: 'none', aggregate: 'all', text: false },
  reviewer: { rows: 'all', aggregate: 'all', text: true },
  planner: { rows: 'all', aggregate: 'all', text: false },
};

/** Of whoever is held back at the door. */
export const NOTHING: Sees = { rows: 'none', aggregate: 'none', text: false };
const EVERYTHING: Sees = { rows: 'all', aggregate: 'all', text: true };

/** What the role sees in the workspace. */
export const seesOf = (all: Visibility, role: Role): Sees => (role === 'admin' ? EVERYTHING : all[role]);

/** As the workspace has it; what it never said is as it is at first. */
export async function visibilityOf({ pool }: Pick<Postgres, 'pool'>, workspaceId: string): Promise<Visibility> {
  const { rows } = await pool.query<{ visibility: Partial<Visibility> | null }>(
    'select visibility from workspace where workspace_id = $1',
    [workspaceId],
  );
  return { ...DEFAULT_VISIBILITY, ...rows[0]?.visibility };
}

export async function saveVisibility(
  { postgres, clock }: { readonly postgres: Postgres; readonly clock: Clock },
  workspaceId: string,
  after: Visibility,
  who: Who,
): Promise<void> {
  const before = await visibilityOf(postgres, workspaceId);
  await inTransaction(postgres.pool, async (client) => {
    await client.query('update workspace set visibility = $2 where workspace_id = $1', [workspaceId, JSON.stringify(after)]);
    const subject = { kind: 'workspace', id: workspaceId, name: null } as const;
    await appendAudit(client, { workspaceId, who, now: clock.now() }, { action: 'visibility.saved', subject, before, after });
  });
}
