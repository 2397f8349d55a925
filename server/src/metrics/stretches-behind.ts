/**
 * The stretches of people's presence behind a number, the latest first: those the viewer may see one by one, and how many more there
 * are. They are of no ticket.
 */
import type { Leaf } from '@watchdesk/domain/metrics';
import { namesOf } from '../directory/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { iso, type Parts } from './ask.ts';
import { behind, type Cursor, cursorOf } from './behind.ts';
import { valueSql } from './compile.ts';
import { runStatement } from './run.ts';
import { boundSql, FEWEST_PEOPLE, othersSql, tellsOfPeople } from './scope-sql.ts';
import type { Frame } from './scan.ts';

interface Stretch {
  readonly person: string;
  readonly latest: number;
  /** Milliseconds since 1970; null while it lasts. */
  readonly until: number | null;
  readonly presence: string;
  readonly seconds: number;
}

interface Page {
  readonly after: Cursor | null;
  readonly limit: number;
}

export async function stretchesBehind({ postgres, analytics }: Parts, leaf: Leaf, frame: Frame, page: Page, signal?: AbortSignal) {
  const [found, totals] = await Promise.all([
    frame.scope.rows.to === 'none' ? [] : runStatement<Stretch>(analytics, pageOf(leaf, frame, page), signal),
    runStatement<{ total: number; own: number; others?: readonly string[] }>(analytics, totalOf(leaf, frame), signal),
  ]);
  const { total, own, others = [] } = totals[0] ?? { total: 0, own: 0 };
  const shown = found.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    of: 'stretches' as const,
    tickets: [],
    stretches: await told(postgres, frame.workspaceId, shown),
    next: found.length > page.limit && last ? cursorOf({ at: last.latest, id: last.person }) : null,
    visible: own,
    /** Behind the number, and not to be seen by this viewer; null where even how many says too much. */
    more: others.length > 0 && others.length < FEWEST_PEOPLE ? null : total - own,
  };
}

function pageOf(leaf: Leaf, frame: Frame, { after, limit }: Page) {
  const { binding, from, conditions } = behind(leaf, frame);
  const own = boundSql(frame.scope.rows, leaf.population, binding);
  const bound = after ? [`(latest, person) < (${binding.bind(after.at, 'Int64')}, ${binding.bind(after.id, 'String')})`] : [];
  const sql = `select toString(agent) as person, toUnixTimestamp64Milli(started_at) as latest, toUnixTimestamp64Milli(ended_at) as until,
  toString(state) as presence, ${valueSql({ of: 'overlap' }, leaf.population)} as seconds
from ${from} where ${[...conditions, ...own, ...bound].join(' and ')} order by latest desc, person desc limit ${limit + 1}`;
  return { sql, params: binding.params };
}

function totalOf(leaf: Leaf, frame: Frame) {
  const { binding, from, conditions } = behind(leaf, frame);
  const [own = 'true'] = boundSql(frame.scope.rows, leaf.population, binding);
  const others = tellsOfPeople(frame, leaf.population) ? [`${othersSql(leaf, frame.scope, binding)} as others`] : [];
  const columns = ['count() as total', `countIf(${own}) as own`, ...others];
  return { sql: `select ${columns.join(', ')} from ${from} where ${conditions.join(' and ')}`, params: binding.params };
}

/** With the people's names, as the API gives them. */
async function told({ pool }: Postgres, workspaceId: string, stretches: readonly Stretch[]) {
  const names = await namesOf(
    pool,
    workspaceId,
    stretches.map(({ person }) => ['agent', person] as const),
  );
  return stretches.map(({ person, latest, until, presence, seconds }) => ({
    agent: person,
    name: names.of('agent', person).name,
    presence,
    from: iso(latest),
    to: until === null ? null : iso(until),
    seconds,
  }));
}
