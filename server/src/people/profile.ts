/** One person: their figures against what can be expected, what stands out in them, and how good they are at which work. */
import { strengthsOf, suggestedOf } from '@watchdesk/domain/insight';
import type { Verdict } from '@watchdesk/domain/statistics';
import { Refusal } from '../errors.ts';
import { periodOf, type PeriodQuestion } from '../facts/index.ts';
import { type Asking, iso, zoneOfWorkspace } from '../metrics/index.ts';
import { COMPARED, SHOWN } from './compared-figures.ts';
import { rowShown, type Stores } from './comparison.ts';
import { knownOf } from './known.ts';
import { amongTheirs, reachOf, refuseOtherTeams } from './reach.ts';
import { type SkillRow, skillsOf } from './skills.ts';
import { type ComparedFigure, type Expected, type PersonRow, tableOf } from './table.ts';
import { toldOf } from './told.ts';

export interface ProfileQuestion extends PeriodQuestion {
  readonly agent: string;
}

/** A figure worth speaking of: of all the work, or of one kind of it. */
interface Spoken {
  readonly metric: string;
  readonly of: Pick<SkillRow, 'dimension' | 'value'> | null;
  readonly value: number;
  readonly n: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly alone: number;
  readonly verdict: Verdict;
  readonly clearness: number;
}

export async function profileOf(stores: Stores, asked: Asking, { agent, from, to, last, timeZone }: ProfileQuestion, signal?: AbortSignal) {
  const { postgres, analytics } = stores;
  const asking = amongTheirs(asked);
  refuseOtherTeams(asking.scope);
  await refuseUnreachable(stores, asking, agent);
  const { isKnown, ...person } = (await knownOf(postgres, asking.workspaceId, [agent]))(agent);
  const period = periodOf({ from, to, last, timeZone }, asking.now, await zoneOfWorkspace(postgres, asking.workspaceId));
  const teams = person.teams.map(({ id }) => id);
  const filters = teams.length === 0 ? [] : [{ dimension: 'team' as const, values: teams }];
  const table = await tableOf(analytics, asking, period, filters, signal);
  const { people, medians, mix } = toldOf(asking.scope, table);
  const found = people.find(({ who }) => who === agent);
  if (!found && !isKnown) throw new Refusal('not_found', 'There is no such agent.');
  const row = found ?? nothingOf(agent);
  const skills = await skillsOf(analytics, asking, { who: agent, table, period, filters }, signal);
  const { strengths, growth } = strengthsOf([...spokenOf(row), ...skills.flatMap(spokenIn)]);
  return {
    period: { from: iso(period.from), to: iso(period.to), until: iso(period.until), timeZone: period.timeZone },
    person,
    peers: table.people.filter(({ who }) => who !== agent).length,
    ...rowShown(row, { mix }),
    medians,
    strengths,
    growth,
    skills,
    suggestion: suggestedOf(skills),
  };
}

async function refuseUnreachable({ postgres }: Stores, { workspaceId, scope }: Asking, agent: string): Promise<void> {
  const reach = await reachOf(postgres, workspaceId, scope);
  if (reach.to === 'none') throw new Refusal('forbidden', 'You see sums alone, and nobody’s own figures.');
  if (reach.to === 'some' && !reach.agents.includes(agent))
    throw new Refusal('forbidden', 'You see your own figures, or those of your team, and not this person’s.');
}

/** Of whom nothing happened in the period. */
function nothingOf(who: string): PersonRow {
  const nothing: ComparedFigure = { value: null, n: 0, previous: null, standing: null, interval: null, fair: null, percentile: null };
  return { who, figures: Object.fromEntries(SHOWN.map(({ id }) => [id, nothing])), open: 0, waiting: 0, load: null, mix: new Map() };
}

const spoken = (metric: string, of: Spoken['of'], value: number | null, n: number, fair: Expected | null): Spoken[] =>
  value === null || fair === null ? [] : [{ metric, of, value, n, ...fair }];

const spokenOf = ({ figures }: PersonRow): Spoken[] =>
  COMPARED.flatMap(({ id }) => spoken(id, null, figures[id]!.value, figures[id]!.n, figures[id]!.fair));

const spokenIn = ({ dimension, value, figures }: SkillRow): Spoken[] =>
  Object.entries(figures).flatMap(([id, figure]) => spoken(id, { dimension, value }, figure.value, figure.n, figure.fair));
