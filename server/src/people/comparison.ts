/** The people of a team, or of all, beside each other, and what is worth saying of them. */
import { bestOf, levellingOf, specialityOf } from '@watchdesk/domain/insight';
import { breadthOf, ENOUGH } from '@watchdesk/domain/statistics';
import { periodOf, type PeriodQuestion } from '../facts/index.ts';
import { type Asking, iso, zoneOfWorkspace } from '../metrics/index.ts';
import type { Analytics } from '../store/analytics/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { alikeBy, COMPARED } from './compared-figures.ts';
import { knownOf } from './known.ts';
import { amongTheirs, refuseOtherTeams } from './reach.ts';
import { betterOf, type PersonRow, type Table, tableOf } from './table.ts';
import { toldOf } from './told.ts';

export interface Stores {
  readonly postgres: Postgres;
  readonly analytics: Analytics;
}

export interface ComparisonQuestion extends PeriodQuestion {
  readonly team?: string | undefined;
}

/** More are not looked at one by one: those who answered most. */
const MOST_PEOPLE = 200;
/** More than these are a list and no advice. */
const MOST_HINTS = 6;

export const TOPS = ['response', 'resolution', 'satisfaction', 'volume', 'versatility'] as const;

export async function comparePeople({ postgres, analytics }: Stores, asked: Asking, question: ComparisonQuestion, signal?: AbortSignal) {
  const asking = amongTheirs(asked);
  const { team, from, to, last, timeZone } = question;
  refuseOtherTeams(asking.scope, team);
  const period = periodOf({ from, to, last, timeZone }, asking.now, await zoneOfWorkspace(postgres, asking.workspaceId));
  const filters = team === undefined ? [] : [{ dimension: 'team' as const, values: [team] }];
  const table = await tableOf(analytics, asking, period, filters, signal);
  const told = toldOf(asking.scope, table);
  const answered = ({ figures }: PersonRow) => figures['tickets_answered']!.value ?? 0;
  const shown = told.people.toSorted((a, b) => answered(b) - answered(a)).slice(0, MOST_PEOPLE);
  const seesEach = asking.scope.rows.to === 'all' || asking.scope.rows.to === 'teams';
  const tops = seesEach ? topsOf(table) : [];
  const improve = seesEach ? improvementsOf(table) : [];
  const level = seesEach ? loadOf(table) : null;
  const mentioned = [...shown, ...tops, ...improve, ...(level ? [level.from, level.to] : [])].map(({ who }) => who);
  const known = await knownOf(postgres, asking.workspaceId, [...new Set(mentioned)]);
  const person = (who: string) => {
    const { id, name } = known(who);
    return { id, name };
  };
  return {
    period: { from: iso(period.from), to: iso(period.to), until: iso(period.until), timeZone: period.timeZone },
    sees: asking.scope.rows.to,
    people: shown.map((row) => {
      const { isKnown: _isKnown, ...one } = known(row.who);
      return { ...one, ...rowShown(row, told) };
    }),
    more: told.people.length - shown.length,
    medians: told.medians,
    alike: Object.fromEntries(COMPARED.map((metric) => [metric.id, alikeBy(metric)])),
    tops: tops.map(({ who, ...top }) => ({ ...top, person: person(who) })),
    improve: improve.map(({ who, ...hint }) => ({ ...hint, person: person(who) })),
    level: level && {
      ...level,
      from: { ...level.from, person: person(level.from.who) },
      to: { ...level.to, person: person(level.to.who) },
    },
  };
}

/** A row as it is sent, with what the person does more than others and over how many categories the work is spread. */
export function rowShown({ figures, open, waiting, load, mix }: PersonRow, group: Pick<Table, 'mix'>) {
  return { figures, open, waiting, load, breadth: breadthShown(mix), speciality: specialityOf(mix, group.mix) };
}

const breadthShown = (mix: ReadonlyMap<string, number>): number | null => (sum(mix) < ENOUGH ? null : breadthOf([...mix.values()]));

const sum = (mix: ReadonlyMap<string, number>) => [...mix.values()].reduce((total, n) => total + n, 0);

interface Top {
  readonly kind: (typeof TOPS)[number];
  readonly who: string;
  readonly metric: string;
  readonly value: number;
  readonly expected: number | null;
  readonly n: number;
}

/** Who stands out by what is expected of them; in volume and in breadth by the number itself. */
function topsOf({ people }: Table): Top[] {
  const best = (kind: Top['kind'], metric: string): Top[] => {
    const compared = COMPARED.find(({ id }) => id === metric)!;
    const candidates = people.flatMap((row) => {
      const { value, n, fair } = row.figures[metric]!;
      // Of durations as many times as expected, of shares as many points more.
      return fair === null || value === null
        ? []
        : [
            {
              who: row.who,
              score: compared.unit === 'seconds' ? value / fair.expected : value - fair.expected,
              value,
              n,
              expected: fair.expected,
            },
          ];
    });
    const top = bestOf(candidates, betterOf(compared));
    return top ? [{ kind, who: top.who, metric, value: top.value, expected: top.expected, n: top.n }] : [];
  };
  const enough = people.filter(({ figures }) => (figures['tickets_answered']!.value ?? 0) >= ENOUGH);
  const most = bestOf(
    enough.map(({ who, figures }) => ({ who, score: figures['tickets_answered']!.value! })),
    'higher',
  );
  const spread = people.flatMap(({ who, mix }) => (sum(mix) < ENOUGH ? [] : [{ who, score: breadthOf([...mix.values()]), n: sum(mix) }]));
  const broadest = bestOf(spread, 'higher');
  return [
    ...best('response', 'first_response'),
    ...best('resolution', 'fcr'),
    ...best('satisfaction', 'csat'),
    ...(most
      ? [{ kind: 'volume' as const, who: most.who, metric: 'tickets_answered', value: most.score, expected: null, n: most.score }]
      : []),
    ...(broadest
      ? [{ kind: 'versatility' as const, who: broadest.who, metric: 'resolved', value: broadest.score, expected: null, n: broadest.n }]
      : []),
  ];
}

/** What is clearly worse than expected, the clearest first. */
function improvementsOf({ people }: Table) {
  return people
    .flatMap(({ who, figures }) =>
      COMPARED.flatMap(({ id: metric }) => {
        const { value, n, fair } = figures[metric]!;
        return value !== null && fair?.verdict === 'worse' ? [{ who, metric, value, n, ...fair }] : [];
      }),
    )
    .toSorted((a, b) => b.clearness - a.clearness)
    .slice(0, MOST_HINTS);
}

/** Among those who were at work in the period: who was not cannot be handed anything. */
function loadOf({ people }: Table) {
  const working = people.filter(({ figures }) => (figures['tickets_answered']!.value ?? 0) > 0);
  return levellingOf(working.map(({ who, open, waiting }) => ({ who, held: open + waiting })));
}
