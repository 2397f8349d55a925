/**
 * Which tickets a viewer may see one by one, and so work on: the one rule behind lists, searches, exports, the queue, clocks,
 * the tickets behind a number, who the customers are, the live stream and every deed (docs/adr/0028-which-tickets-one-sees.md). As a condition of
 * PostgreSQL it is here; of the facts, which follow, it is in metrics/scope-sql.ts.
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { Refusal } from '../errors.ts';
import type { Scope } from './scope.ts';

export type Sight =
  | { readonly to: 'all' }
  /** What the teams hold, what no team holds, and what the agent holds. */
  | { readonly to: 'work'; readonly teams: readonly string[]; readonly agent: string | null }
  | { readonly to: 'none'; readonly why: string };

/** Who holds a ticket. */
export interface Holders {
  readonly team: string | null;
  readonly assignee: string | null;
}

export const SEES_ALL: Sight = { to: 'all' };

export function sightOf({ rows, aggregate, text, self }: Scope): Sight {
  if (!text && rows.to !== 'none') return { to: 'none', why: 'You see numbers and whose they are, and no tickets one by one.' };
  if (rows.to === 'all') return SEES_ALL;
  if (rows.to === 'none')
    return {
      to: 'none',
      why:
        aggregate.to === 'none'
          ? 'You belong to no team of this workspace, whose tickets you could see.'
          : 'You see numbers summed up, and no tickets one by one.',
    };
  const { teams } = rows.to === 'teams' ? rows : aggregate.to === 'teams' ? aggregate : { teams: [] };
  return { to: 'work', teams, agent: rows.to === 'agent' ? rows.agent : (self ?? null) };
}

export function isInSight(sight: Sight, { team, assignee }: Holders): boolean {
  if (sight.to !== 'work') return sight.to === 'all';
  return team === null || sight.teams.includes(team) || (assignee !== null && assignee === sight.agent);
}

/** Of whom a viewer sees where they are right now. */
export type Company =
  | { readonly to: 'all' | 'none' }
  /** The people of the teams, and the agent. */
  | { readonly to: 'some'; readonly teams: readonly string[]; readonly agent: string | null };

/** Of those whose rows the viewer may see, and of those whose work they see. */
export function companyOf(scope: Scope): Company {
  const { rows, self = null } = scope;
  if (rows.to === 'all') return { to: 'all' };
  const sight = sightOf(scope);
  if (sight.to === 'work') return { to: 'some', teams: sight.teams, agent: sight.agent };
  if (rows.to === 'teams') return { to: 'some', teams: rows.teams, agent: self };
  return rows.to === 'agent' ? { to: 'some', teams: [], agent: rows.agent } : { to: 'none' };
}

export function isInCompany(company: Company, { id, teams }: { readonly id: string; readonly teams: readonly string[] }): boolean {
  if (company.to !== 'some') return company.to === 'all';
  return id === company.agent || teams.some((team) => company.teams.includes(team));
}

/** The same of a row of `ticket` that is called `t`. */
export function sightCondition(sight: Sight): RawBuilder<SqlBool> {
  if (sight.to !== 'work') return sight.to === 'all' ? sql<SqlBool>`true` : sql<SqlBool>`false`;
  return sql<SqlBool>`(t.team is null or t.team = any(${[...sight.teams]}::text[]) or t.assignee = ${sight.agent}::text)`;
}

/** The same as text, for a statement that has so many parameters already. */
export function sightSql(sight: Sight, parameters: number): { readonly text: string; readonly values: readonly unknown[] } {
  if (sight.to !== 'work') return { text: sight.to === 'all' ? 'true' : 'false', values: [] };
  const [teams, agent] = [`$${parameters + 1}`, `$${parameters + 2}`];
  return {
    text: `(t.team is null or t.team = any(${teams}::text[]) or t.assignee = ${agent}::text)`,
    values: [sight.teams, sight.agent],
  };
}

/** Of a row of `directory` that is called `d`: a customer is in sight who has a ticket there; managers see those without one as well. */
export function customerSql(sight: Sight, parameters: number): { readonly text: string; readonly values: readonly unknown[] } {
  const { text, values } = sightSql(sight, parameters);
  if (sight.to !== 'work') return { text, values };
  return { text: `exists (select from ticket t where t.workspace_id = d.workspace_id and t.requester = d.id and ${text})`, values };
}

/** Whoever sees no ticket is told why instead of being shown an empty list. */
export function refuseBlind(sight: Sight): void {
  if (sight.to === 'none') throw new Refusal('forbidden', sight.why);
}
