/** What is named in automations, in the words of people. */
import { type AutomationSpec, automationSentence, type NameOf } from '@watchdesk/domain/automation';
import { namesOf } from '../directory/index.ts';
import { readVersions } from '../rules/index.ts';
import type { Queryable } from './records.ts';

type Person = readonly [kind: 'team' | 'agent' | 'organisation' | 'customer', id: string];

/** What teams, people, calendars, channels, schedules and policies are called, of all that are named; the id stands in for who is not known. `besides`: named elsewhere, as in tickets. */
export async function namesIn(
  pool: Queryable,
  workspaceId: string,
  specs: readonly AutomationSpec[],
  besides: readonly Person[] = [],
): Promise<NameOf> {
  const mentioned: Person[] = [...besides];
  const collect: NameOf = (kind, id) => {
    if (kind !== 'calendar' && kind !== 'channel' && kind !== 'schedule' && kind !== 'policy') mentioned.push([kind, id]);
    return id;
  };
  for (const spec of specs) automationSentence(spec, collect);
  const names = await namesOf(pool, workspaceId, mentioned);
  const calendars = new Map((await readVersions(pool, workspaceId, 'calendar')).map(({ id, name }) => [id, name]));
  const { rows } = await pool.query<{ kind: string; id: string; name: string }>(
    `select 'channel' as kind, id::text, name from channel where workspace_id = $1
     union all select 'policy', id, spec->>'name' from on_call_policy where workspace_id = $1
     union all select 'schedule', s.id, v.spec->>'name' from on_call_schedule s
       join lateral (select spec from on_call_schedule_version v where v.workspace_id = s.workspace_id and v.id = s.id order by version desc limit 1) v on true
       where s.workspace_id = $1`,
    [workspaceId],
  );
  const others = new Map(rows.map(({ kind, id, name }) => [`${kind} ${id}`, name]));
  return (kind, id) => {
    if (kind === 'calendar') return calendars.get(id) ?? id;
    if (kind === 'channel' || kind === 'schedule' || kind === 'policy') return others.get(`${kind} ${id}`) ?? id;
    return names.of(kind, id).name;
  };
}
