/** What is named in automations, in the words of people. */
import { type AutomationSpec, automationSentence, type NameOf } from '@watchdesk/domain/automation';
import { namesOf } from '../directory/index.ts';
import { readVersions } from '../rules/index.ts';
import type { Queryable } from './records.ts';

/** What teams, people, calendars and channels are called, of all that are named; the id stands in for who is not known. `teams`: of tickets, named besides. */
export async function namesIn(
  pool: Queryable,
  workspaceId: string,
  specs: readonly AutomationSpec[],
  teams: readonly string[] = [],
): Promise<NameOf> {
  const mentioned: (readonly ['team' | 'agent' | 'organisation' | 'customer', string])[] = teams.map((team) => ['team', team] as const);
  const collect: NameOf = (kind, id) => {
    if (kind !== 'calendar' && kind !== 'channel') mentioned.push([kind, id]);
    return id;
  };
  for (const spec of specs) automationSentence(spec, collect);
  const names = await namesOf(pool, workspaceId, mentioned);
  const calendars = new Map((await readVersions(pool, workspaceId, 'calendar')).map(({ id, name }) => [id, name]));
  const { rows } = await pool.query<{ id: string; name: string }>('select id::text, name from channel where workspace_id = $1', [
    workspaceId,
  ]);
  const channels = new Map(rows.map(({ id, name }) => [id, name]));
  return (kind, id) =>
    (kind === 'calendar' ? calendars : kind === 'channel' ? channels : undefined)?.get(id) ??
    (kind === 'calendar' || kind === 'channel' ? id : names.of(kind, id).name);
}
