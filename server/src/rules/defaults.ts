/** What a workspace promises before anybody has said anything: the matrices of the handbook, on its own hours. */
import { handbookPolicy, liveEscalationPolicy, policySpec } from '@watchdesk/domain/sla';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { addVersions, askToReclock, type Draft, lockRules } from './versions.ts';

const CALENDARS = { business: 'business-hours', always: 'always' };
const OFFICE: [string, string][] = [['09:00', '18:00']];
/** Dated back over whatever tickets there are. */
const SINCE_EVER = { effectiveFrom: null, savedBy: null };

/** Makes them where the workspace has neither a policy nor a calendar. */
export async function ensureRules({ pool }: Postgres, workspaceId: string): Promise<void> {
  await inTransaction(pool, async (client) => {
    await lockRules(client, workspaceId);
    const { rows } = await client.query<{ zone: string }>(
      `select time_zone as zone from workspace w where workspace_id = $1
       and not exists (select from policy_version p where p.workspace_id = w.workspace_id)
       and not exists (select from calendar_version c where c.workspace_id = w.workspace_id)`,
      [workspaceId],
    );
    const zone = rows[0]?.zone;
    if (zone === undefined) return;
    const hours = { mon: OFFICE, tue: OFFICE, wed: OFFICE, thu: OFFICE, fri: OFFICE };
    const calendars: Draft<'calendar'>[] = [
      { id: CALENDARS.business, name: 'Business hours', spec: { zone, hours }, ...SINCE_EVER },
      { id: CALENDARS.always, name: 'Around the clock', spec: { zone, always: true }, ...SINCE_EVER },
    ];
    await addVersions(client, workspaceId, 'calendar', calendars);
    const policies = [handbookPolicy(CALENDARS), liveEscalationPolicy(CALENDARS)].map((input, index): Draft<'policy'> => {
      const spec = policySpec.parse(input);
      return { id: ['standard', 'live-escalations'][index]!, name: spec.name, spec, ...SINCE_EVER };
    });
    await addVersions(client, workspaceId, 'policy', policies);
    const tickets = await client.query('select from ticket where workspace_id = $1 limit 1', [workspaceId]);
    if (tickets.rowCount !== 0) await askToReclock(client, workspaceId, { all: true });
  });
}

/** The same for every workspace there is. */
export async function ensureAllRules(postgres: Postgres): Promise<void> {
  const { rows } = await postgres.pool.query<{ id: string }>(
    `select workspace_id as id from workspace w where not exists (select from policy_version p where p.workspace_id = w.workspace_id)`,
  );
  for (const { id } of rows) await ensureRules(postgres, id);
}
