/** A bound of the viewer's scope as a condition on the tickets of PostgreSQL, and on the agents of its directory. */
import type { Bound } from '../accounts/index.ts';

/** What the conditions compare with is added to the values of the statement. */
export function within(bound: Bound, values: unknown[]): { readonly tickets: string; readonly agents: string } {
  switch (bound.to) {
    case 'all':
      return { tickets: 'true', agents: 'true' };
    case 'none':
      return { tickets: 'false', agents: 'false' };
    case 'teams': {
      const teams = `$${values.push(bound.teams)}::text[]`;
      return { tickets: `team = any(${teams})`, agents: `state->'attributes'->'teams' ?| ${teams}` };
    }
    case 'agent': {
      const agent = `$${values.push(bound.agent)}::text`;
      return { tickets: `assignee = ${agent}`, agents: `id = ${agent}` };
    }
  }
}
