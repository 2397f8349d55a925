/** The stretches of people's presence behind a number, the latest first. They are of no ticket. */
import type { Leaf } from '@watchdesk/domain/metrics';
import { namesOf } from '../directory/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { behind, type Cursor } from './behind.ts';
import { valueSql } from './compile.ts';
import type { Frame } from './scan.ts';
import { boundSql } from './scope-sql.ts';

export interface Stretch {
  readonly person: string;
  readonly latest: number;
  /** Milliseconds since 1970; null while it lasts. */
  readonly until: number | null;
  readonly presence: string;
  readonly seconds: number;
}

export function stretchesOf(leaf: Leaf, frame: Frame, after: Cursor | null, limit: number) {
  const { binding, from, conditions } = behind(leaf, frame);
  const own = boundSql(frame.scope.rows, leaf.population, binding);
  const bound = after ? [`(latest, person) < (${binding.bind(after.at, 'Int64')}, ${binding.bind(after.id, 'String')})`] : [];
  const sql = `select toString(agent) as person, toUnixTimestamp64Milli(started_at) as latest, toUnixTimestamp64Milli(ended_at) as until,
  toString(state) as presence, ${valueSql({ of: 'overlap' }, leaf.population)} as seconds
from ${from} where ${[...conditions, ...own, ...bound].join(' and ')} order by latest desc, person desc limit ${limit + 1}`;
  return { sql, params: binding.params };
}

/** With the people's names, as the API gives them. */
export async function toldStretches({ pool }: Postgres, workspaceId: string, stretches: readonly Stretch[]) {
  const names = await namesOf(
    pool,
    workspaceId,
    stretches.map(({ person }) => ['agent', person] as const),
  );
  const iso = (at: number) => new Date(at).toISOString();
  return stretches.map(({ person, latest, until, presence, seconds }) => ({
    agent: person,
    name: names.of('agent', person).name,
    presence,
    from: iso(latest),
    to: until === null ? null : iso(until),
    seconds,
  }));
}
