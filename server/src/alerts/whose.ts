/** Which rules somebody may make, and which alerts they see: nobody learns by an alert what their scope does not show. */
import { isRuleOf, type RuleSpec } from '@watchdesk/domain/alerting';
import { type Sight, sightSql, type ViewScope } from '../accounts/index.ts';
import { invalid, Refusal } from '../errors.ts';
import { FEWEST_PEOPLE } from '../metrics/index.ts';

export interface RuleMaker {
  readonly scope: ViewScope;
  /** They may change what holds for everybody. */
  readonly writesRules: boolean;
}

const MAKERS = 'Rules are made by managers and administrators, and those about a team by its lead.';

/** A lead's rules are about the lead's teams. Throws a refusal of the field that says otherwise. */
export function refuseBeyond({ scope, writesRules }: RuleMaker, spec: RuleSpec): void {
  if (writesRules) return;
  if (scope.rows.to !== 'teams') throw new Refusal('forbidden', MAKERS);
  const { teams } = scope.rows;
  const areTheirs = (named: readonly string[] | undefined) => named !== undefined && named.every((team) => teams.includes(team));
  if (isRuleOf(spec, 'metric') || isRuleOf(spec, 'anomaly')) {
    const own = spec.subject.filters.find(({ dimension, not }) => dimension === 'team' && !not);
    if (!areTheirs(own?.values)) throw invalid('rule.subject.filters', `must name teams of yours: ${teams.join(', ')}`);
    return;
  }
  if (isRuleOf(spec, 'schedule')) return;
  if (isRuleOf(spec, 'connection')) throw new Refusal('forbidden', MAKERS);
  const { where } = spec.subject as { where: readonly { field: string; is?: readonly string[] | undefined }[] };
  if (!where.some(({ field, is }) => field === 'team' && areTheirs(is)))
    throw invalid('rule.subject.where', `must say that team is one of yours: ${teams.join(', ')}`);
}

/** Whether they could make such a rule. */
export function mayMake(maker: RuleMaker, spec: RuleSpec): boolean {
  try {
    refuseBeyond(maker, spec);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

const SUBJECT = `v.spec->'subject'`;
const BY = `coalesce(${SUBJECT}->>'by', '')`;
/** Of `subject.filters`, called `f`: it names the values that are kept. */
const KEEPS = `f->>'not' is distinct from 'true'`;
const FILTERS = `jsonb_array_elements(${SUBJECT}->'filters') f`;
/** Whose work it is, it says itself. */
const NAMES_AGENTS = `(${BY} in ('agent', 'agent_at_breach')
  or exists (select from ${FILTERS} where f->>'dimension' in ('agent', 'agent_at_breach')))`;
/** Whether so few work in these teams that their number says what each of them did. `teams` is JSON. */
const areFew = (teams: string) => `(select count(*) from directory d where d.workspace_id = a.workspace_id and d.kind = 'agent'
  and d.state->'attributes'->'teams' ?| array(select jsonb_array_elements_text(${teams}))) < ${FEWEST_PEOPLE}`;
const OF_FEW = `(${BY} = 'team' and ${areFew('jsonb_build_array(a.group_id)')}
  or exists (select from ${FILTERS} where f->>'dimension' = 'team' and ${KEEPS} and ${areFew(`f->'values'`)}))`;
/** `place`: the parameter with the teams. */
const ofTeams = (place: string) => `(${BY} = 'team' and a.group_id = any(${place}::text[])
  or exists (select from ${FILTERS} where f->>'dimension' = 'team' and ${KEEPS} and f->'values' <@ to_jsonb(${place}::text[])))`;

/**
 * As a condition of rows of `alert` that is called `a`, with the version of its rule called `v`: those with a ticket in sight, those about
 * numbers of teams whose work one sees, and those about numbers that one may see summed up, of enough people.
 */
export function alertSightSql(
  sight: Sight,
  { aggregate, rows }: ViewScope,
  parameters: number,
): { readonly text: string; readonly values: readonly unknown[] } {
  if (sight.to === 'all') return { text: 'true', values: [] };
  const seen = sightSql(sight, parameters);
  const [own, summed] = [1, 2].map((place) => `$${parameters + seen.values.length + place}`) as [string, string];
  const isAbout = `${SUBJECT}->>'kind' in ('metric', 'anomaly', 'schedule', 'connection')`;
  const isSummed = aggregate.to === 'all' ? `${summed}::text[] is not null` : ofTeams(summed);
  return {
    text: `(exists (select from alert_member m join ticket t on t.workspace_id = m.workspace_id and t.id = m.ticket
        where m.workspace_id = a.workspace_id and m.alert = a.id and ${seen.text})
      or (${isAbout} and (${ofTeams(own)} or (${isSummed} and not ${NAMES_AGENTS} and not ${OF_FEW}))))`,
    values: [...seen.values, rows.to === 'teams' ? rows.teams : [], aggregate.to === 'teams' ? aggregate.teams : []],
  };
}
