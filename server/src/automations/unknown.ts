/** What an automation names that is not there. Calendars it counts by must be; of the others it is said at their fields, as teams and agents may be told of later. */
import { type AutomationSpec, mentionsIn, type Mention } from '@watchdesk/domain/automation';
import { namesNobody } from '@watchdesk/domain/notification';
import { type FieldFault, Refusal } from '../errors.ts';
import { readVersions } from '../rules/index.ts';
import { calledBy, NOBODY_ON_CALL, type OnCallSource } from './on-call.ts';
import type { Postgres } from '../store/postgres/index.ts';

type Pool = Postgres['pool'];

const SAID: Readonly<Record<Mention['kind'], string>> = {
  team: 'is not a known team',
  agent: 'is not a known agent',
  calendar: 'must be a calendar of the workspace',
  channel: 'is not a channel of the workspace',
  schedule: 'is not an on-call schedule of the workspace',
  policy: 'is not an escalation policy of the workspace',
};

/** Among what is known, where there is one at all. */
const ANY_SCHEDULE = 'any schedule';
const NO_SCHEDULE = 'needs an on-call schedule, and there is none yet';

/** At their fields within `automation`. */
export async function unknownIn(pool: Pool, workspaceId: string, spec: AutomationSpec): Promise<FieldFault[]> {
  const mentions = mentionsIn(spec);
  const known = mentions.length === 0 ? new Set() : await knownOf(pool, workspaceId, mentions);
  const unknown = mentions
    .filter(({ kind, id }) => !known.has(`${kind} ${id}`))
    .map(({ kind, id, path }) => ({
      field: `automation.${path}`,
      message: kind === 'schedule' && !known.has(ANY_SCHEDULE) ? NO_SCHEDULE : `${SAID[kind]}: ${id}`,
    }));
  return [...unknown, ...tellingNobody(spec)];
}

/** Steps that would give a ticket to nobody as it stands at that instant, as whoever is on call is no agent, and that say no other. */
export async function unassignable(
  pool: Pool,
  workspaceId: string,
  spec: AutomationSpec,
  { onCall = NOBODY_ON_CALL, now }: { readonly onCall?: OnCallSource | undefined; readonly now: number },
): Promise<FieldFault[]> {
  const called = calledBy([spec]);
  if (called.length === 0) return [];
  const agentOf = await onCall.agents(pool, workspaceId, called);
  return spec.actions.flatMap((action, index) => {
    if (action.do !== 'assignee' || action.to !== undefined) return [];
    const [one] = calledBy([{ ...spec, actions: [action] }]);
    const found = one && agentOf(one, now);
    if (!found || found.agent !== null || !NO_AGENT.test(found.why)) return [];
    const field = `automation.actions.${index}.${action.onCall === undefined ? 'policy' : 'onCall'}`;
    return [{ field, message: `would give it to nobody now: ${found.why}` }];
  });
}

/** A gap comes and goes, and what is gone is said as unknown; that somebody is no agent stays so. */
const NO_AGENT = /is no agent$/;

const tellingNobody = ({ actions }: AutomationSpec): FieldFault[] =>
  actions.flatMap((action, index) => {
    if (action.do !== 'notify') return [];
    const { policy, ladder = [] } = action.audience;
    const isNobody = policy === undefined && ladder.length === 0 && namesNobody(action.audience);
    return isNobody ? [{ field: `automation.actions.${index}.audience`, message: 'tells nobody yet' }] : [];
  });

/** Without its calendars it could not count. */
export async function refuseUnknownCalendars(pool: Pool, workspaceId: string, spec: AutomationSpec): Promise<void> {
  const named = mentionsIn(spec).filter(({ kind }) => kind === 'calendar');
  if (named.length === 0) return;
  const known = await calendarsKnown(pool, workspaceId);
  const fields = named
    .filter(({ id }) => !known.includes(id))
    .map(({ id, path }) => ({ field: `automation.${path}`, message: `${SAID.calendar}: ${id}` }));
  if (fields[0]) throw new Refusal('invalid', `${fields[0].field} ${fields[0].message}`, { fields });
}

const calendarsKnown = async (pool: Pool, workspaceId: string): Promise<string[]> =>
  (await readVersions(pool, workspaceId, 'calendar')).map(({ id }) => id);

async function knownOf(pool: Pool, workspaceId: string, mentions: readonly Mention[]): Promise<Set<string>> {
  const { rows } = await pool.query<{ kind: Mention['kind'] | 'any'; id: string }>(
    `select kind, id from directory where workspace_id = $1 and kind in ('team', 'agent') and id = any($2)
     union all select 'channel', id::text from channel where workspace_id = $1
     union all select 'schedule', id from on_call_schedule where workspace_id = $1 and removed_at is null
     union all select 'any', 'schedule' where exists (select from on_call_schedule where workspace_id = $1 and removed_at is null)
     union all select 'policy', id from on_call_policy where workspace_id = $1`,
    [workspaceId, mentions.map(({ id }) => id)],
  );
  const calendars = mentions.some(({ kind }) => kind === 'calendar') ? await calendarsKnown(pool, workspaceId) : [];
  return new Set([...rows.map(({ kind, id }) => `${kind} ${id}`), ...calendars.map((id) => `calendar ${id}`)]);
}
